"""What stands in a template beside its tags and would be printed, or lost, without a word.

Markers of blocks that name none, tags where nothing is filled, braces that make no tag, fields of a mail
merge, tracked changes.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from functools import partial
from html import unescape
from typing import TYPE_CHECKING

from kcdocs.codes import Declared
from kcdocs.engine.merge_tags import tag_of
from kcdocs.engine.structure import is_text, tracked_changes_of
from kcdocs.model.finding import Finding, Place, Severity
from kcdocs.model.span import Span
from kcdocs.text.nearest import nearest
from kcdocs.text.normalise import bare
from kcdocs.word.join.compose import block_of
from kcdocs.word.package import without_remarks

if TYPE_CHECKING:
    from collections.abc import Callable

    from kcdocs.word.package import Package
    from kcdocs.word.read import Passage

UNKNOWN_BLOCK = Declared(
    "TP141",
    Severity.ERROR,
    "A marker of a shared block that names none, or is not written as one.",
    "«{marker}» không phải dấu chèn khối dùng chung nên sẽ in nguyên như thế.",
    mend="Viết đúng dạng [[khối tên-khối]], đứng riêng một đoạn; các khối: {blocks}.",
)
BLOCK_NOT_ALONE = Declared(
    "TP142",
    Severity.ERROR,
    "A marker of a shared block with words beside it.",
    "«{marker}» không đứng riêng một đoạn nên sẽ in nguyên như thế.",
    mend="Để dấu chèn khối ở một đoạn riêng, không có chữ nào khác.",
)
NOT_FILLED = Declared(
    "TP143",
    Severity.WARNING,
    "A tag where nothing is filled: a chart, a comment, SmartArt.",
    "Thẻ «{tag}» nằm trong {where}, nơi không được điền.",
    mend="Chuyển thẻ ra đoạn văn, ô bảng hoặc khung chữ; hoặc gõ sẵn nội dung.",
)
NO_TAGS = Declared(
    "TP145",
    Severity.WARNING,
    "A template without a tag.",
    "Mẫu không có thẻ nào nên mọi văn bản lập ra đều giống hệt nhau.",
    mend="Gõ thẻ vào chỗ thay đổi theo từng văn bản, ví dụ {{{{ ho_ten }}}}.",
)
MERGE_FIELD = Declared(
    "TP146",
    Severity.WARNING,
    "A field of Word's mail merge, which is not filled.",
    "Trường trộn thư «{name}» không được điền từ dữ liệu.",
    mend="Đổi mọi trường trộn thư thành thẻ: kcdocs templates tags {file} --out MẪU.docx; "
    "hoặc xóa trường đó, gõ thẻ {tag} vào chỗ của nó.",
)
BRACES = Declared(
    "TP148",
    Severity.WARNING,
    "Braces that look like a tag and are none.",
    "«{said}» giống một thẻ nhưng {why}, nên sẽ in nguyên như thế.",
    mend="Nếu là thẻ, gõ {{{{ {name} }}}}.",
)

TIED = Declared(
    "TP150",
    Severity.NOTE,
    "A template tied to another of the office; the tie is dropped.",
    "Tệp gắn với mẫu «{target}»; văn bản lập ra không gắn với mẫu đó.",
)
COMMENTED = Declared(
    "TP151",
    Severity.NOTE,
    "A template with comments in the margin, which are no part of what it makes.",
    "Mẫu có nhận xét (Comment) bên lề; văn bản lập ra không mang theo nhận xét đó.",
)

_MARKER = re.compile(r"\[{1,2}[^\[\]]{0,80}\]{0,2}")
_WORD = re.compile(r"\[+\s*kh[oốôồo]i\b", re.IGNORECASE)
_WIDE = re.compile("[｛﹛]{1,2}([^｛｝﹛﹜{}]{0,60})[｝﹜]{1,2}")
_SINGLE = re.compile(r"(?<![{\w])(?<!\{ )\{ ?([a-z]\w*(?:\.\w+)*) ?\}(?!\})", re.ASCII)
_APART = re.compile(r"\{ {0,3}([%{])([^{}%]{1,80})[%}] {0,3}\}")
_MEANT = {
    "%": re.compile(r"(?:(?:p|tr|tc|r) +)?(?:for|endfor|if|elif|else|endif|set)\b"),
    "{": re.compile(r"[^\W\d][\w. |]*$"),
}
"""Opening sign → what a tag of that kind says."""
_TAG = re.compile(r"\{\{[^{}]{1,80}\}\}|\{%[^{}%]{1,80}%\}")
_ANY = re.compile(r"<[^<>]*>")
_MERGE = re.compile(r"\bMERGEFIELD\s+\"?([^\s\"\\<]{1,60})")
_UNFILLED = {
    "drawingml.chart": "biểu đồ",
    "drawingml.diagramdata": "sơ đồ SmartArt",
    "wordprocessingml.comments": "nhận xét",
}


def passage_faults(
    passage: Passage, blocks: Collection[str]
) -> Iterator[tuple[Span, Callable[[Place], Finding]]]:
    """What a paragraph holds besides tags that will not be what its author means.

    Args:
        passage: The paragraph.
        blocks: Names of the blocks that a marker may name.

    Returns:
        The stretch, and what makes a finding of its place.
    """
    text = passage.text
    if "[" in text:
        yield from _markers(text, blocks)
    for found in _WIDE.finditer(text):
        why = "dùng ngoặc toàn góc"
        yield (
            Span(*found.span()),
            partial(BRACES.at, found=found[0], said=found[0], why=why, name=found[1].strip()),
        )
    for found in _SINGLE.finditer(text):
        why = "chỉ có một dấu ngoặc mỗi bên"
        yield Span(*found.span()), partial(BRACES.at, found=found[0], said=found[0], why=why, name=found[1])
    for found in _APART.finditer(text):
        whole, sign, body = found[0], found[1], found[2].strip()
        right = f"{{% {body} %}}" if sign == "%" else f"{{{{ {body} }}}}"
        if not re.fullmatch(r"\{[%{].*[%}]\}", whole) and _MEANT[sign].match(body):
            why = "có dấu cách giữa hai dấu ngoặc"
            yield (
                Span(*found.span()),
                partial(BRACES.at, found=whole, mend=f"Nếu là thẻ, gõ {right}.", said=whole, why=why),
            )


def _markers(text: str, blocks: Collection[str]) -> Iterator[tuple[Span, Callable[[Place], Finding]]]:
    if (name := block_of(text)) is not None and name in blocks:
        return
    for found in _MARKER.finditer(text):
        marker = found[0]
        if not (marker.startswith("[[") or _WORD.match(marker)):
            continue
        if block_of(marker) in blocks:
            yield Span(*found.span()), partial(BLOCK_NOT_ALONE.at, found=marker, marker=marker)
        elif _WORD.match(marker) or _guess(marker, blocks):
            yield Span(*found.span()), partial(_unknown, marker=marker, blocks=blocks)


def marker_spans(text: str) -> Iterator[Span]:
    """Where the text of a paragraph has what is written as a marker of a block."""
    return (Span(*found.span()) for found in _MARKER.finditer(text) if _WORD.match(found[0]))


def _unknown(place: Place, *, marker: str, blocks: Collection[str]) -> Finding:
    near = _guess(marker, blocks)
    mend = f"Có phải là [[khối {near}]]? Dấu chèn khối đứng riêng một đoạn." if near else None
    return UNKNOWN_BLOCK.at(place, marker, mend=mend, marker=marker, blocks=", ".join(sorted(blocks)))


def _guess(marker: str, blocks: Collection[str]) -> str:
    words = re.findall("[a-z0-9]+", bare(marker))
    return nearest("-".join(words[1:] if words[:1] == ["khoi"] else words), blocks)


def package_faults(package: Package, titles: Mapping[str, str]) -> Iterator[tuple[str, Finding]]:
    """What the parts of a template hold besides the paragraphs that are filled.

    Args:
        package: The template.
        titles: Name of each part → its Vietnamese name.

    Returns:
        The part, and the finding.
    """
    if package.tied:
        yield package.main, TIED.at(Place(package.name), package.tied, target=package.tied)
    if without_remarks(package) is not package:
        yield package.main, COMMENTED.at(Place(package.name))
    yield from ((part, fault.as_finding(fault.place)) for part, fault in tracked_changes_of(package))
    for part, data in package.parts.items():
        kind = package.content_type(part)
        if is_text(package, part):
            yield from ((part, finding) for finding in _merge_fields(package, part, data, titles))
        elif where := next((name for sign, name in _UNFILLED.items() if sign in kind.lower()), ""):
            text = _ANY.sub("", data.decode("utf-8", "replace"))
            for tag in dict.fromkeys(_TAG.findall(text)):
                yield part, NOT_FILLED.at(Place(package.name, where), tag, tag=unescape(tag), where=where)


def _merge_fields(package: Package, part: str, data: bytes, titles: Mapping[str, str]) -> Iterator[Finding]:
    if b"MERGEFIELD" not in data:
        return
    text = unescape(_ANY.sub(_instruction, data.decode("utf-8", "replace")))
    for name in dict.fromkeys(_MERGE.findall(text)):
        place, file = Place(package.name, titles.get(part, part)), package.name or "TỆP.docx"
        yield MERGE_FIELD.at(place, name, name=name, tag=tag_of(name, name), file=file)


def _instruction(tag: re.Match[str]) -> str:
    """The code of a simple field, which stands in an attribute; nothing of any other tag."""
    found = re.search(r'w:instr="([^"]*)"', tag[0])
    return f" {found[1]} " if found else ""


def without_tags(name: str) -> Finding:
    """A template without a tag."""
    return NO_TAGS.at(Place(name))
