"""What differs between two versions of a set: words, fields, layout."""

from __future__ import annotations

import difflib
import html
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kcdocs.sets.describe import type_words
from kcdocs.text import unseen
from kcdocs.word.read.layout import layout_facts, lines_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kcdocs.sets.schema import FieldInfo
    from kcdocs.sets.versions import Version


@dataclass(frozen=True, slots=True)
class Difference:
    """What the newer version changes.

    Attributes:
        old: Name of the older version.
        new: Name of the newer version.
        text: Lines of the template: "-" gone, "+" new, " " kept beside a change, "…" a gap.
        fields: Sentences about the fields.
        layout: Sentences about page and styles.
    """

    old: str
    new: str
    text: tuple[tuple[str, str], ...]
    fields: tuple[str, ...]
    layout: tuple[str, ...]

    @property
    def any(self) -> bool:
        """Whether anything differs."""
        return bool(self.text or self.fields or self.layout)


def difference(old: Version, new: Version) -> Difference:
    """Compare two versions, of one set or of two."""
    return Difference(
        old.name,
        new.name,
        tuple(_text(lines_of(old.template), lines_of(new.template))),
        tuple(_fields(old.contract.fields, new.contract.fields)),
        tuple(_layout(layout_facts(old.template), layout_facts(new.template))),
    )


def as_text(found: Difference) -> str:
    """The difference for a terminal."""
    lines = [f"{found.old} → {found.new}"]
    for title, items in (("Trường dữ liệu", found.fields), ("Trình bày", found.layout)):
        lines += ["", f"{title}:", *(f"  {item}" for item in items or ("không đổi",))]
    shown = (f"  {sign} {words}" for sign, words in found.text)
    return "\n".join([*lines, "", "Lời văn của mẫu:", *(shown if found.text else ("  không đổi",))])


def _escaped(words: str) -> str:
    return html.escape(unseen.shown(words))


def as_html(found: Difference) -> str:
    """The difference as one HTML page that needs no network."""
    rows = "".join(
        f'<p class="{_CLASSES[sign]}"><span>{_SPOKEN[sign]}</span>{_escaped(words)}</p>'
        for sign, words in found.text
    )
    title = f"{_escaped(found.old)} → {_escaped(found.new)}"
    return (
        f'<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>{title}</title>'
        f"<style>{_STYLE}</style></head><body><main><h1>{title}</h1>"
        f"<h2>Trường dữ liệu</h2>{_list(found.fields)}<h2>Trình bày</h2>{_list(found.layout)}"
        f"<h2>Lời văn của mẫu</h2>{rows or '<p>Không đổi.</p>'}</main></body></html>\n"
    )


_CLASSES = {"-": "bo", "+": "them", " ": "giu", "…": "cach"}
_SPOKEN = {"-": "Bỏ: ", "+": "Thêm: ", " ": "", "…": ""}
_STYLE = (
    "body{font:16px/1.5 'Times New Roman',serif;color:#111;background:#fff;margin:2rem}"
    "main{max-width:60rem;margin:auto}p{margin:.2rem 0;padding:.1rem .6rem}"
    ".bo{background:#fbe9e7;text-decoration:line-through}"
    ".them{background:#e6f4ea}.cach{color:#595959}span{font-weight:bold}"
)


def _list(items: Sequence[str]) -> str:
    return (
        f"<ul>{''.join(f'<li>{_escaped(item)}</li>' for item in items)}</ul>"
        if items
        else "<p>Không đổi.</p>"
    )


def _text(old: Sequence[str], new: Sequence[str]) -> Iterable[tuple[str, str]]:
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    for n, group in enumerate(matcher.get_grouped_opcodes(1)):
        if n:
            yield "…", ""
        for tag, i1, i2, j1, j2 in group:
            if tag == "equal":
                yield from ((" ", line) for line in old[i1:i2])
            else:
                yield from (("-", line) for line in old[i1:i2])
                yield from (("+", line) for line in new[j1:j2])


def _fields(old: Sequence[FieldInfo], new: Sequence[FieldInfo]) -> Iterable[str]:
    before, after = {info.path: info for info in old}, {info.path: info for info in new}
    for path, info in before.items():
        if path not in after:
            yield f"bỏ trường {path} ({info.title})"
    for path, info in after.items():
        if path not in before:
            yield f"thêm trường {path} ({info.title})"
        else:
            yield from _changes(before[path], info)


def _changes(old: FieldInfo, new: FieldInfo) -> Iterable[str]:
    if old.required != new.required:
        yield f"{new.path}: nay {'bắt buộc' if new.required else 'không bắt buộc'}"
    if type_words(old.schema) != type_words(new.schema):
        yield f"{new.path}: {type_words(old.schema)} → {type_words(new.schema)}"
    if old.title != new.title:
        yield f"{new.path}: tên «{old.title}» → «{new.title}»"


def _layout(old: dict[str, str], new: dict[str, str]) -> Iterable[str]:
    for name in dict.fromkeys((*old, *new)):
        before, after = old.get(name, "không có"), new.get(name, "không có")
        if before != after:
            yield f"{name}: {before} → {after}"
