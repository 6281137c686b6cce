"""What a page shows of a Word file, typed as people type it: into a file with fonts, tables and merge fields."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import Path

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

BORDER, MERGED = "│", "←"
"""What a page writes between the cells of a row, and in a cell that is merged with the one to its left."""

UNBROKEN = {0xA0: " ", 0x2011: "-"}
"""Signs that keep a line together, which a page of the documentation writes as a reader sees them."""

_FIELD = re.compile(r"(«[^»]+»)")


def typed(lines: Iterable[str]) -> Document:
    """The Word file of an office in which the lines stand; rows of cells are a table."""
    document = _office()
    for in_table, group in groupby(lines, lambda line: line.startswith(BORDER)):
        if in_table:
            _table(document, [_cells(line) for line in group])
        else:
            for line in group:
                _type(document.add_paragraph(), line)
    return document


def lines_of(path: Path) -> list[str]:
    """The paragraphs and rows of a Word file's body, in order, empty ones left out."""
    document, found = docx.Document(str(path)), []
    for item in document.iter_inner_content():
        if isinstance(item, Paragraph):
            found.append(item.text)
            continue
        for row in item.rows:
            texts = [cell.text if cell._tc is not before else MERGED for before, cell in _pairs(row.cells)]
            found.append(f"{BORDER} {f' {BORDER} '.join(texts)} {BORDER}")
    return [line for text in found for line in [text.translate(UNBROKEN)] if line.strip()]


def _pairs(cells: Sequence[object]) -> Iterable[tuple[object, object]]:
    return zip([None, *(cell._tc for cell in cells[:-1])], cells, strict=True)  # type: ignore[attr-defined]


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip()[1:-1].split(BORDER)]


def _office() -> Document:
    """A4, the margins and letters of Decree 30, the number of the page at its head."""
    document = docx.Document()
    section, normal = document.sections[0], document.styles["Normal"]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin, section.top_margin, section.bottom_margin = map(
        Mm, (30, 15, 20, 20)
    )
    normal.font.name, normal.font.size = "Times New Roman", Pt(13)
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), "Times New Roman")
    head = section.header.paragraphs[0]
    head.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _field(head, "PAGE", "2")
    return document


def _table(document: Document, rows: Sequence[Sequence[str]]) -> None:
    width = max(map(len, rows))
    table = document.add_table(rows=len(rows), cols=width, style="Table Grid")
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            if text == MERGED:
                start = max(at for at in range(column) if row[at] != MERGED)
                table.cell(number, start).merge(table.cell(number, column))
        for column, text in enumerate(row):
            if text != MERGED:
                _type(table.cell(number, column).paragraphs[0], text)


def _type(paragraph: Paragraph, line: str) -> None:
    """Type a line; what stands in «…» is a merge field, of a picture where it says so."""
    for piece in _FIELD.split(line):
        name = piece.strip("«»")
        if piece == name:
            paragraph.add_run(piece)
        elif name.startswith("Ảnh"):
            _picture_field(paragraph, name)
        else:
            _field(paragraph, f'MERGEFIELD "{name}"', piece)


def _picture_field(paragraph: Paragraph, name: str) -> None:
    """INCLUDEPICTURE around the merge field that names the file, as Word's mail merge has it."""
    _sign(paragraph, "begin")
    _instruction(paragraph, 'INCLUDEPICTURE "')
    _field(paragraph, f'MERGEFIELD "{name}"', f"«{name}»")
    _instruction(paragraph, r'" \d')
    _sign(paragraph, "separate")
    paragraph.add_run("[ảnh]")
    _sign(paragraph, "end")


def _field(paragraph: Paragraph, code: str, shown: str) -> None:
    _sign(paragraph, "begin")
    _instruction(paragraph, f" {code} ")
    _sign(paragraph, "separate")
    paragraph.add_run(shown)
    _sign(paragraph, "end")


def _sign(paragraph: Paragraph, kind: str) -> None:
    sign = OxmlElement("w:fldChar")
    sign.set(qn("w:fldCharType"), kind)
    paragraph.add_run()._r.append(sign)


def _instruction(paragraph: Paragraph, code: str) -> None:
    words = OxmlElement("w:instrText")
    words.text = code
    words.set(qn("xml:space"), "preserve")
    paragraph.add_run()._r.append(words)
