"""What differs between two versions of a set: words, fields, layout."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kcdocs.sets.describe import type_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kcdocs.sets.schema import FieldInfo
    from kcdocs.sets.versions import Version


@dataclass(frozen=True, slots=True)
class VersionDifference:
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


def difference(old: Version, new: Version) -> VersionDifference:
    """Compare two versions, of one set or of two."""
    from kcdocs.word.read import layout_facts, lines_of  # noqa: PLC0415 - Word is read only to compare

    return VersionDifference(
        old.name,
        new.name,
        tuple(_text(lines_of(old.template), lines_of(new.template))),
        tuple(_fields(old.contract.fields, new.contract.fields)),
        tuple(_layout(layout_facts(old.template), layout_facts(new.template))),
    )


def as_text(found: VersionDifference) -> str:
    """The difference for a terminal."""
    lines = [f"{found.old} → {found.new}"]
    for title, items in (("Trường dữ liệu", found.fields), ("Trình bày", found.layout)):
        lines += ["", f"{title}:", *(f"  {item}" for item in items or ("không đổi",))]
    shown = (f"  {sign} {words}" for sign, words in found.text)
    return "\n".join([*lines, "", "Lời văn của mẫu:", *(shown if found.text else ("  không đổi",))])


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
