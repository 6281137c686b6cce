"""The text of a Word part paragraph by paragraph, with where its runs begin and what it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kcdocs.word.package.tree import parse_part
from kcdocs.word.package.wml import MC, W, local, page_sign, val
from kcdocs.word.read.places import ParagraphPlace, paragraph_places

if TYPE_CHECKING:
    from lxml.etree import _Element

    from kcdocs.word.package.docx import Package

_BOUNDS = frozenset({"tbl", "tr", "tc", "txbxContent", "footnote", "endnote", "sdtContent"})
_SIGNS = {
    "tab": "\t",
    "ptab": "\t",
    "br": "\n",
    "cr": "\n",
    "noBreakHyphen": "\u2011",
    "softHyphen": "\u00ad",
}
_HEADING = re.compile(r"heading|title|u\d", re.IGNORECASE)  # Word in Vietnamese calls Heading 1 "u1"
_PROPERTIES = {
    "title": "tiêu đề",
    "subject": "chủ đề",
    "creator": "tác giả",
    "keywords": "từ khóa",
    "description": "ghi chú",
    "category": "thể loại",
    "contentStatus": "trạng thái",
    "lastModifiedBy": "người sửa cuối",
    "language": "ngôn ngữ",
    "identifier": "mã định danh",
    "version": "phiên bản",
}


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, or a document property, as text.

    Attributes:
        text: Its characters; a tab as a tab, a manual line break as a line feed.
        runs: Where each run begins in the text, by rising offset.
        inside: What it stands in, outermost first: kind ("tbl", "tr", "tc") and ordinal in the part.
        number: Ordinal among all paragraphs of the part, from 1; 0 for a property.
        cell: Its table cell in Vietnamese, or empty.
        address: Address of the article it stands under, or empty.
        heading: The heading it stands under where no article has begun, or empty.
        name: The property's name in Vietnamese; empty for a paragraph.
    """

    text: str
    runs: tuple[int, ...] = ()
    inside: tuple[tuple[str, int], ...] = ()
    number: int = 0
    cell: str = ""
    address: str = ""
    heading: str = ""
    name: str = ""


def passages(package: Package, part: str) -> tuple[Passage, ...]:
    """The paragraphs of a part in document order, or the texts of the core properties.

    What only old versions of Word show is left out.

    Args:
        package: The opened document.
        part: Name of a part of WordprocessingML, or of the core properties.

    Raises:
        BrokenPartError: If the part is nested deeper than any document is.
    """
    root = parse_part(package, part)
    return tuple(_properties(root) if is_properties(package, part) else _paragraphs(root))


def is_properties(package: Package, part: str) -> bool:
    """Whether the part holds the core properties."""
    return package.content_type(part).endswith("core-properties+xml")


def own_leaves(paragraph: _Element) -> Iterator[tuple[_Element, _Element, str]]:
    """The characters of a paragraph: run, leaf of the run and its text; nested paragraphs excluded."""
    for run in paragraph.iter(f"{W}r"):
        if next(run.iterancestors(f"{W}p")) is paragraph:
            for leaf in run:
                name = local(leaf)
                text = (leaf.text or "") if name == "t" else _SIGNS.get(name, "")
                yield run, leaf, text


def _properties(root: _Element) -> Iterator[Passage]:
    for item in root:
        name = str(item.tag).rpartition("}")[2]
        yield Passage(item.text or "", name=_PROPERTIES.get(name, name))


def _paragraphs(root: _Element) -> Iterator[Passage]:
    bounds = {item: number for number, item in enumerate(root.iter(*(W + name for name in _BOUNDS)))}
    heading = ""
    for place in paragraph_places(root):
        text, runs = _text(place.element)
        if _is_heading(place.element, text):
            heading = text.strip()
        if not _hidden(place.element):
            inside = tuple((local(item), bounds[item]) for item in _holders(place.element, bounds))
            yield _passage(place, text, runs, inside, heading)


def _passage(
    place: ParagraphPlace, text: str, runs: tuple[int, ...], inside: tuple[tuple[str, int], ...], heading: str
) -> Passage:
    above = "" if place.address else heading
    return Passage(text, runs, inside, place.number, place.cell, place.address, above)


def _text(paragraph: _Element) -> tuple[str, tuple[int, ...]]:
    """The characters, without the numbers of pages that programs count anew, and where runs begin."""
    text, runs, last, counted = "", [], None, _page_numbers(paragraph)
    for run, leaf, piece in own_leaves(paragraph):
        if run is not last:
            runs.append(len(text))
            last = run
        text += "" if leaf in counted else piece
    return text, tuple(runs)


def _page_numbers(paragraph: _Element) -> set[_Element]:
    """The leaves that show what a field last counted as the number of a page, or of all pages."""
    simple = (field for field in paragraph.iter(f"{W}fldSimple") if page_sign(field.get(f"{W}instr") or ""))
    found = {leaf for field in simple for leaf in field.iter(f"{W}t")}
    codes: list[str] = []
    shown: list[bool] = []
    for _, leaf, _ in own_leaves(paragraph):
        match local(leaf), leaf.get(f"{W}fldCharType"):
            case "fldChar", "begin":
                codes.append("")
                shown.append(False)
            case "fldChar", "separate" if codes:
                shown[-1] = True
            case "fldChar", "end" if codes:
                codes.pop()
                shown.pop()
            case "instrText", _ if codes:
                codes[-1] += leaf.text or ""
            case "t", _ if any(on and page_sign(code) for code, on in zip(codes, shown, strict=True)):
                found.add(leaf)
    return found


def _holders(paragraph: _Element, bounds: dict[_Element, int]) -> list[_Element]:
    return [item for item in reversed([*paragraph.iterancestors()]) if item in bounds]


def _hidden(paragraph: _Element) -> bool:
    return next(paragraph.iterancestors(MC + "Fallback"), None) is not None


def _is_heading(paragraph: _Element, text: str) -> bool:
    style = val(paragraph, "pPr/pStyle") or ""
    level = val(paragraph, "pPr/outlineLvl")
    return bool(text.strip()) and (level is not None or _HEADING.match(style) is not None)
