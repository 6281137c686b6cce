"""A part of a Word template as source text for the template language, every line tied to its paragraph.

The dialect is docxtpl's, and docxtpl itself rewrites the XML. What is done before it: control tags alone in
their paragraphs take the paragraph with them, section breaks are kept, and each paragraph begins a line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import cast

from lxml import etree

from kcdocs.text.wellformed import NotWellFormedError
from kcdocs.word.package.tree import parse
from kcdocs.word.package.wml import W
from kcdocs.word.read.cells import order_cell_properties
from kcdocs.word.read.control import lift_control_paragraphs
from kcdocs.word.read.places import ParagraphPlace, paragraph_places

_NUMBER = "kc-paragraph"
_MARK = re.compile(rf'<w:p\b(?P<before>[^<>]*?) {_NUMBER}="(?P<paragraph>\d+)"|\ue000(?P<tag>\d+)\ue001')
_TAG_OPENING = re.compile(r"(\{%[-+]?|\{\{[-+]?)(tr|tc|p|r)?(\s)(?!\s*(?:vm|hm|colspan|cellbg)\b)")
_TAG = re.compile(r"\{\{(?>.*?(?:\}\}|\Z))|\{%(?>.*?(?:%\}|\Z))", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Prepared:
    """A part as source text.

    Attributes:
        source: The XML with tags that the template language can read.
        lines: For each line of the source that begins a paragraph or a tag: its number from 1 and the place.
    """

    source: str
    lines: tuple[tuple[int, ParagraphPlace], ...]


def has_tags(data: bytes) -> bool:
    """Whether a part may hold a tag, split over runs or not."""
    plain = re.sub(rb"<[^<>]*>", b"", data)
    return any(sign in plain for sign in (b"{{", b"{%", b"{#", b"{_{", b"{_%"))


def prepare(data: bytes) -> Prepared:
    """Rewrite a part for the template language.

    Args:
        data: The part's bytes, well formed and without a document type.

    Raises:
        NotWellFormedError: It is nested more deeply than any document is.
    """
    from docxtpl import DocxTemplate  # noqa: PLC0415 - python-docx comes with it; reading needs neither

    try:
        root = parse(data)
    except etree.XMLSyntaxError as error:
        raise NotWellFormedError(str(error.msg), 0) from None
    places = paragraph_places(root)
    lift_control_paragraphs(root, {place.element: place.number for place in places})
    marks = b"raw" not in data
    for place in places:
        _mark(place.element, place.number, marks=marks)
    patcher = cast("DocxTemplate", DocxTemplate.__new__(DocxTemplate))
    source = DocxTemplate.patch_xml(patcher, etree.tostring(root, encoding="unicode"))
    source = _TAG.sub(lambda tag: tag.group().replace("&amp;", "&").replace("&quot;", '"'), source)
    return _number_lines(order_cell_properties(source), {place.number: place for place in places})


def _mark(paragraph: etree._Element, number: int, *, marks: bool) -> None:
    if marks:
        for text in paragraph.iterchildren(f"{W}r"):
            for leaf in text.iterchildren(f"{W}t"):
                leaf.text = _TAG_OPENING.sub(f"\\1\\2\\3\ue000{number}\ue001", leaf.text or "")
    paragraph.set(_NUMBER, str(number))


def _number_lines(source: str, places: dict[int, ParagraphPlace]) -> Prepared:
    pieces, lines, line, end = [], [], 1, 0
    for found in _MARK.finditer(source):
        before = source[end : found.start()]
        end = found.end()
        line += before.count("\n") + 1
        number = int(found["paragraph"] or found["tag"])
        pieces += [before, "\n", f"<w:p{found['before']}" if found["paragraph"] else ""]
        lines.append((line, places[number]))
    return Prepared("".join((*pieces, source[end:])), tuple(lines))
