"""Consolidated texts as DOCX, with Word's own footnotes, tables and styles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from lxml import etree

from kcdocs.model.consolidated import (
    AUTHENTICATED,
    MOTTO,
    STATE,
    Authentication,
    ConsolidatedText,
    GridTable,
    Paragraph,
    Setting,
    SpanningCell,
    TextBlock,
    dated,
)
from kcdocs.text.print_width import em_width
from kcdocs.word.limits import (
    BROADER,
    CELL_MARGIN,
    CELL_SIZE,
    LEAST_BLANK,
    LEAST_COLUMN,
    LEAST_SIZE,
    MOST_COLUMN,
)
from kcdocs.word.package.docx import save_package
from kcdocs.word.package.relations import CONTENT_TYPES
from kcdocs.word.package.skeleton import appended
from kcdocs.word.package.tree import serialise
from kcdocs.word.package.wml import SPACE, W
from kcdocs.word.write.plain_page import PageSetup, inside, parts_around

_PAGE = PageSetup(landscape=False, top=1134, bottom=1134, left=1701, right=1134)
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
_RELS = "word/_rels/document.xml.rels"
_LEFT, _RIGHT = 3572, 5499
_WIDTH = _LEFT + _RIGHT
_LETTER = em_width("n")
_BLANK = re.compile(rf"[.…_]{{{LEAST_BLANK}}}")
"""A row of dots to fill in: justified, it would tear apart the words before it."""

_STYLES = {
    Setting.TITLE: "KcTen",
    Setting.CENTRED: "KcTen",
    Setting.CHAPTER: "KcChuong",
    Setting.HEADING: "KcDieu",
    Setting.ATTACHED: "KcKemTheo",
    Setting.ITALIC: "KcCanCu",
    Setting.BODY: "KcThan",
    Setting.CELL: "KcOBang",
    Setting.CELL_HEAD: "KcDauCot",
}


def write_consolidated(consolidated: ConsolidatedText) -> bytes:
    """A consolidated text as DOCX, byte for byte the same for the same text.

    A4, margins 20-20-30-20 mm, Times New Roman 14, first lines indented 1 cm (within Decree 30/2020/NĐ-CP,
    Annex I; the form of consolidated texts themselves is that of texts signed for issue, or of the gazette).
    """
    notes: list[Sequence[str]] = []
    said = consolidated.authentication
    body = [
        *(_p("KcCanhBao", text) for text in consolidated.cautions),
        *([] if said.gazette else [_head(said), _p("KcGiuaDong")]),
        *_kept_at_the_end(list(_blocks(consolidated.blocks, notes))),
        _p("KcGiuaDong", kept=True),
        _closing(said),
        _p("KcGiuaDong"),
        *_blocks(consolidated.annexes, notes),
    ]
    parts = dict(parts_around(inside(body), _PAGE))
    return save_package(with_footnotes(parts, notes) if notes else parts)


def with_footnotes(parts: Mapping[str, bytes], notes: Sequence[Sequence[str]]) -> dict[str, bytes]:
    """The parts of a document of our own with footnotes, numbered from 1, each of several paragraphs."""
    override = f'<Override PartName="/word/footnotes.xml" ContentType="{_TYPE}"/>'
    relation = f'<Relationship Id="rIdFootnotes" Type="{_KIND}" Target="footnotes.xml"/>'
    return {
        **parts,
        "word/footnotes.xml": _footnotes(notes),
        CONTENT_TYPES: appended(parts[CONTENT_TYPES], override),
        _RELS: appended(parts[_RELS], relation),
    }


def _kept_at_the_end(blocks: list[etree._Element]) -> list[etree._Element]:
    """The blocks, the last paragraph kept with the signature behind it."""
    properties = blocks[-1].find(W + "pPr") if blocks else None
    if properties is not None and properties.find(W + "keepNext") is None:
        properties.insert(1, etree.Element(W + "keepNext"))
    return blocks


def write_plain(paragraphs: Iterable[Paragraph]) -> bytes:
    """Paragraphs without notes as DOCX, set as in a consolidated text and nothing around them."""
    body = [_paragraph(paragraph, []) for paragraph in paragraphs]
    return save_package(parts_around(inside(body), _PAGE))


def _blocks(blocks: Iterable[TextBlock], notes: list[Sequence[str]]) -> Iterator[etree._Element]:
    """Paragraphs and tables; an empty line behind each table, since Word joins tables that touch."""
    for block in blocks:
        yield _block(block, notes)
        if isinstance(block, GridTable):
            yield _p("KcGiuaDong")


def _block(block: TextBlock, notes: list[Sequence[str]]) -> etree._Element:
    return _paragraph(block, notes) if isinstance(block, Paragraph) else _table(block, notes)


def _paragraph(paragraph: Paragraph, notes: list[Sequence[str]]) -> etree._Element:
    kept = paragraph.text.rstrip().endswith(":")
    element = _p(_STYLES[paragraph.setting], new_page=paragraph.new_page, kept=kept)
    if _BLANK.search(paragraph.text) and paragraph.setting is Setting.BODY:
        etree.SubElement(element[0], W + "jc", {W + "val": "left"})
    start = 0
    for note in paragraph.notes:
        element.extend(_runs(paragraph.text[start : note.offset]))
        notes.append(note.text)
        element.append(_mark("footnoteReference", str(len(notes))))
        start = note.offset
    element.extend(_runs(paragraph.text[start:]))
    return element


def _p(style: str, text: str = "", *, new_page: bool = False, kept: bool = False) -> etree._Element:
    element = etree.Element(W + "p")
    properties = etree.SubElement(element, W + "pPr")
    etree.SubElement(properties, W + "pStyle", {W + "val": style})
    if kept:
        etree.SubElement(properties, W + "keepNext")
    if new_page:
        etree.SubElement(properties, W + "pageBreakBefore")
    element.extend(_runs(text))
    return element


def _runs(text: str) -> list[etree._Element]:
    runs = []
    for place, line in enumerate(text.split("\n")):
        run = etree.Element(W + "r")
        if place:
            etree.SubElement(run, W + "br")
        words = etree.SubElement(run, W + "t", {SPACE: "preserve"})
        words.text = line
        runs.append(run)
    return runs if text else []


def _mark(name: str, number: str = "") -> etree._Element:
    run = etree.Element(W + "r")
    properties = etree.SubElement(run, W + "rPr")
    etree.SubElement(properties, W + "rStyle", {W + "val": "KcDauChuThich"})
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
            element = _p("KcChuThich")
            if place == 0:
                element.append(_mark("footnoteRef"))
            element.extend(_runs(f" {text}" if place == 0 else text))
            note.append(element)
    return serialise(root)


# --- Tables -------------------------------------------------------------------------------------------------


def _table(table: GridTable, notes: list[Sequence[str]]) -> etree._Element:
    """A table as wide as the text, its borders drawn, each cell over as many columns and rows as it was.

    No row is torn by the end of a page, and the rows of the head, as deep as its deepest cell, stand on each.
    """
    widths, size = measured(table)
    element = _table_element(widths, bordered=True, margin=CELL_MARGIN)
    heads = max((cell.rows for cell in table.rows[0]), default=1) if table.rows else 0
    for place, row in enumerate(table.rows):
        made = etree.SubElement(element, W + "tr")
        properties = etree.SubElement(made, W + "trPr")
        etree.SubElement(properties, W + "cantSplit")
        if place < heads:
            etree.SubElement(properties, W + "tblHeader")
        for cell in row:
            made.append(_cell(cell, sum(widths[cell.column : cell.column + cell.columns]), notes))
    if size < CELL_SIZE:
        _set_size(element, size)
    return element


def measured(table: GridTable) -> tuple[list[int], int]:
    """The width of each grid column in twips, and the size of the letters in half points.

    Each column holds its longest word unbroken; what is left over goes to columns of longer paragraphs. A
    table whose longest words do not stand side by side in letters of the usual size gets smaller ones.
    """
    words, weights = [0.0] * table.columns, [LEAST_COLUMN] * table.columns
    for cell in (cell for row in table.rows for cell in row if cell.columns == 1):
        for item in cell.paragraphs:
            longest = max(map(em_width, item.text.split()), default=0.0)
            words[cell.column] = max(words[cell.column], longest)
            weights[cell.column] = max(weights[cell.column], min(len(item.text), MOST_COLUMN))
    room = _WIDTH - 2 * CELL_MARGIN * table.columns
    fitting = int(room / (10 * BROADER * sum(words))) if sum(words) else CELL_SIZE
    size = max(LEAST_SIZE, min(CELL_SIZE, fitting))
    least = [10 * size * BROADER * width + 2 * CELL_MARGIN for width in words]
    spare = max(_WIDTH - sum(least), 0)
    shares = [max(weight - width / _LETTER, 0.0) for weight, width in zip(weights, words, strict=True)]
    whole = sum(shares) or 1
    wished = [width + spare * share / whole for width, share in zip(least, shares, strict=True)]
    return [int(_WIDTH * width / sum(wished)) for width in wished], size


def _set_size(table: etree._Element, size: int) -> None:
    """Letters of another size than the style's in all of a table."""
    for run in table.iter(W + "r"):
        properties = run.find(W + "rPr")
        if properties is None:
            properties = etree.Element(W + "rPr")
            run.insert(0, properties)
        etree.SubElement(properties, W + "sz", {W + "val": str(size)})


def _cell(cell: SpanningCell, width: int, notes: list[Sequence[str]]) -> etree._Element:
    element = etree.Element(W + "tc")
    properties = etree.SubElement(element, W + "tcPr")
    etree.SubElement(properties, W + "tcW", {W + "w": str(width), W + "type": "dxa"})
    if cell.columns > 1:
        etree.SubElement(properties, W + "gridSpan", {W + "val": str(cell.columns)})
    if cell.rows != 1:
        etree.SubElement(properties, W + "vMerge", {W + "val": "restart" if cell.rows else "continue"})
    element.extend(_paragraph(item, notes) for item in cell.paragraphs)
    return element


def _table_element(widths: Sequence[int], *, bordered: bool, margin: int | None = None) -> etree._Element:
    table = etree.Element(W + "tbl")
    properties = etree.SubElement(table, W + "tblPr")
    etree.SubElement(properties, W + "tblW", {W + "w": str(sum(widths)), W + "type": "dxa"})
    if bordered:
        borders = etree.SubElement(properties, W + "tblBorders")
        for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
            line = {W + "val": "single", W + "sz": "4", W + "space": "0", W + "color": "auto"}
            etree.SubElement(borders, W + side, line)
    etree.SubElement(properties, W + "tblLayout", {W + "type": "fixed"})
    if margin is not None:
        margins = etree.SubElement(properties, W + "tblCellMar")
        for side in ("left", "right"):
            etree.SubElement(margins, W + side, {W + "w": str(margin), W + "type": "dxa"})
    grid = etree.SubElement(table, W + "tblGrid")
    for width in widths:
        etree.SubElement(grid, W + "gridCol", {W + "w": str(width)})
    return table


# --- Head and closing block ---------------------------------------------------------------------------------


def _head(said: Authentication) -> etree._Element:
    """The head of a text signed for issue: the body and its number, the state, place and day."""
    left = [_p("KcDam", said.body), _p("KcGiuaDong", f"Số: {said.number}")]
    right = [_p("KcQuocHieu", STATE), _p("KcDam", MOTTO), _p("KcNghieng", dated(said.place))]
    return _two_columns(left, right)


def _closing(said: Authentication) -> etree._Element:
    """The closing block: recipients, or in the gazette the body and its number, and who authenticates."""
    if said.gazette:
        left = [_p("KcDam", said.body), _p("KcGiuaDong", f"Số: {said.number}")]
        right = [_p("KcDam", AUTHENTICATED), _p("KcNghieng", dated(said.place))]
    else:
        left = [_p("KcNoiNhanDau", "Nơi nhận:"), *(_p("KcNoiNhan", line) for line in said.recipients)]
        right = [_p("KcDam", AUTHENTICATED)]
    right += [_p("KcDam", line) for line in said.signer]
    return _two_columns(left, [*right, _p("KcNguoiKy", said.name)])


def _two_columns(left: Iterable[etree._Element], right: Iterable[etree._Element]) -> etree._Element:
    """A table without borders in two columns."""
    table = _table_element([_LEFT, _RIGHT], bordered=False)
    row = etree.SubElement(table, W + "tr")
    etree.SubElement(etree.SubElement(row, W + "trPr"), W + "cantSplit")
    for width, lines in ((_LEFT, left), (_RIGHT, right)):
        cell = etree.SubElement(row, W + "tc")
        properties = etree.SubElement(cell, W + "tcPr")
        etree.SubElement(properties, W + "tcW", {W + "w": str(width), W + "type": "dxa"})
        cell.extend(lines)
    return table
