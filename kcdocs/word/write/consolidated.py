"""Consolidated texts as DOCX, with Word's own footnotes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lxml import etree

from kcdocs.model.consolidated import Authentication, ConsolidatedText, Paragraph, Setting
from kcdocs.word.package.docx import save_package
from kcdocs.word.package.relations import CONTENT_TYPES
from kcdocs.word.package.skeleton import appended
from kcdocs.word.package.tree import serialise
from kcdocs.word.package.wml import W
from kcdocs.word.write.plain_page import PageSetup, inside, parts_around

_PAGE = PageSetup(landscape=False, top=1134, bottom=1134, left=1701, right=1134)
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
_RELS = "word/_rels/document.xml.rels"
_INDENT, _GAP, _SIZE, _NOTE_SIZE = "567", "120", "28", "20"
_CENTRED = (Setting.TITLE, Setting.CENTRED, Setting.CHAPTER)
_BOLD = (Setting.TITLE, Setting.HEADING, Setting.CHAPTER)
_LEFT, _RIGHT = 3685, 5386


def write_consolidated(consolidated: ConsolidatedText) -> bytes:
    """A consolidated text as DOCX, byte for byte the same for the same text.

    A4, margins 20-20-30-20 mm, Times New Roman 14, first lines indented 1 cm (within Decree 30/2020/NĐ-CP,
    Annex I; the form of consolidated texts themselves is that of the gazette).
    """
    notes: list[Sequence[str]] = []
    body = [
        *map(_caution, consolidated.cautions),
        *(_paragraph(paragraph, notes) for paragraph in consolidated.paragraphs),
        _authentication(consolidated.authentication),
        _p(),
        *(_paragraph(paragraph, notes) for paragraph in consolidated.annexes),
    ]
    parts = dict(parts_around(inside(body), _PAGE))
    if notes:
        parts["word/footnotes.xml"] = _footnotes(notes)
        override = f'<Override PartName="/word/footnotes.xml" ContentType="{_TYPE}"/>'
        parts[CONTENT_TYPES] = appended(parts[CONTENT_TYPES], override)
        relation = f'<Relationship Id="rIdFootnotes" Type="{_KIND}" Target="footnotes.xml"/>'
        parts[_RELS] = appended(parts[_RELS], relation)
    return save_package(parts)


def write_plain(paragraphs: Iterable[Paragraph]) -> bytes:
    """Paragraphs without notes as DOCX, set as in a consolidated text and nothing around them."""
    body = [_paragraph(paragraph, []) for paragraph in paragraphs]
    return save_package(parts_around(inside(body), _PAGE))


def _paragraph(paragraph: Paragraph, notes: list[Sequence[str]]) -> etree._Element:
    centred, bold = paragraph.setting in _CENTRED, paragraph.setting in _BOLD
    element = _p("center" if centred else "both", indent=not centred)
    italic = paragraph.setting is Setting.ITALIC
    start = 0
    for note in paragraph.notes:
        element.extend(_runs(paragraph.text[start : note.offset], bold=bold, italic=italic))
        notes.append(note.text)
        element.append(_mark("footnoteReference", str(len(notes))))
        start = note.offset
    element.extend(_runs(paragraph.text[start:], bold=bold, italic=italic))
    return element


def _caution(text: str) -> etree._Element:
    element = _p()
    element.extend(_runs(text, bold=True, italic=True))
    return element


def _p(align: str = "both", *, indent: bool = False, gap: str = _GAP) -> etree._Element:
    element = etree.Element(W + "p")
    properties = etree.SubElement(element, W + "pPr")
    etree.SubElement(properties, W + "spacing", {W + "after": gap})
    if indent:
        etree.SubElement(properties, W + "ind", {W + "firstLine": _INDENT})
    etree.SubElement(properties, W + "jc", {W + "val": align})
    return element


def _runs(text: str, *, bold: bool = False, italic: bool = False, size: str = _SIZE) -> list[etree._Element]:
    runs = []
    for place, line in enumerate(text.split("\n")):
        run = etree.Element(W + "r")
        properties = etree.SubElement(run, W + "rPr")
        for name, wanted in (("b", bold), ("i", italic)):
            if wanted:
                etree.SubElement(properties, W + name)
        etree.SubElement(properties, W + "sz", {W + "val": size})
        if place:
            etree.SubElement(run, W + "br")
        words = etree.SubElement(run, W + "t", {"{http://www.w3.org/XML/1998/namespace}space": "preserve"})
        words.text = line
        runs.append(run)
    return runs if text else []


def _mark(name: str, number: str = "") -> etree._Element:
    run = etree.Element(W + "r")
    properties = etree.SubElement(run, W + "rPr")
    etree.SubElement(properties, W + "sz", {W + "val": _SIZE if number else _NOTE_SIZE})
    etree.SubElement(properties, W + "vertAlign", {W + "val": "superscript"})
    etree.SubElement(run, W + name, {W + "id": number} if number else {})
    return run


def _footnotes(notes: Sequence[Sequence[str]]) -> bytes:
    root = etree.Element(W + "footnotes", nsmap={"w": W[1:-1]})
    for number, (kind, name) in enumerate((("separator", "separator"), ("continuationSeparator",) * 2), -1):
        note = etree.SubElement(root, W + "footnote", {W + "type": kind, W + "id": str(number)})
        etree.SubElement(etree.SubElement(etree.SubElement(note, W + "p"), W + "r"), W + name)
    for number, texts in enumerate(notes, 1):
        note = etree.SubElement(root, W + "footnote", {W + "id": str(number)})
        for place, text in enumerate(texts):
            element = _p(gap="0")
            if place == 0:
                element.append(_mark("footnoteRef"))
            element.extend(_runs(f" {text}" if place == 0 else text, size=_NOTE_SIZE))
            note.append(element)
    return serialise(root)


def _authentication(said: Authentication) -> etree._Element:
    """The closing block: a table without borders in two columns."""
    table = etree.Element(W + "tbl")
    properties = etree.SubElement(table, W + "tblPr")
    etree.SubElement(properties, W + "tblW", {W + "w": str(_LEFT + _RIGHT), W + "type": "dxa"})
    etree.SubElement(properties, W + "tblLayout", {W + "type": "fixed"})
    grid = etree.SubElement(table, W + "tblGrid")
    for width in (_LEFT, _RIGHT):
        etree.SubElement(grid, W + "gridCol", {W + "w": str(width)})
    row = etree.SubElement(table, W + "tr")
    left = [_line(said.body, bold=True), _line(f"Số: {said.number}")]
    right = [_line("XÁC THỰC VĂN BẢN HỢP NHẤT", bold=True)]
    right.append(_line(f"{said.place}, ngày … tháng … năm …", italic=True))
    right += [_line(line, bold=True) for line in said.signer]
    for width, lines in ((_LEFT, left), (_RIGHT, right)):
        cell = etree.SubElement(row, W + "tc")
        etree.SubElement(
            etree.SubElement(cell, W + "tcPr"), W + "tcW", {W + "w": str(width), W + "type": "dxa"}
        )
        cell.extend(lines)
    return table


def _line(text: str, *, bold: bool = False, italic: bool = False) -> etree._Element:
    element = _p("center", gap="0")
    element.extend(_runs(text, bold=bold, italic=italic, size="26"))
    return element
