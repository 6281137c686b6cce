"""Texts that are no Word documents: their lines as a story, and a clean Word document that says the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from lxml import etree

from kcdocs.model.line import Align, Line
from kcdocs.word.package.docx import Package, open_package, save_package
from kcdocs.word.package.escaping import FORBIDDEN
from kcdocs.word.package.wml import W
from kcdocs.word.redline.own import (
    NOTE,
    OwnCell,
    OwnItem,
    OwnParagraph,
    OwnTable,
    ParagraphKey,
    every_paragraph,
)
from kcdocs.word.redline.pen import add_words
from kcdocs.word.write.plain_page import PageSetup, inside, parts_around

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element

    from kcdocs.model.line import Note

BLANK = " "
"""What stands between a note's mark and its words in a Word document."""

_PAGE = PageSetup(landscape=False, top=1134, bottom=1134, left=1701, right=1134)


class LinedStory:
    """The lines of a text as paragraphs and tables.

    Attributes:
        story: Its paragraphs and tables.
        keys: Line → the key of its paragraph, and where the line begins in it.
    """

    def __init__(self, lines: Sequence[Line], notes: Iterable[Note] = ()) -> None:
        """Make the story.

        Args:
            lines: The lines in reading order.
            notes: The text's notes; each begins with a blank, as in a Word document behind its mark.
        """
        self.notes = {note.label: note for note in notes}
        self.keys: dict[Line, tuple[ParagraphKey, int]] = {}
        self.count = 0
        self.story = list(self._items(lines))

    def _items(self, lines: Sequence[Line]) -> Iterator[OwnItem]:
        for table, group in groupby(lines, key=lambda line: -1 if line.cell is None else line.cell.table):
            if table < 0:
                yield from self._paragraphs(list(group))
            else:
                yield self._table(list(group))

    def _paragraphs(self, lines: Sequence[Line]) -> Iterator[OwnParagraph]:
        held: list[Line] = []
        for line in lines:
            if held and not _continues(held[-1], line):
                yield self._paragraph(held)
                held = []
            held.append(line)
        if held:
            yield self._paragraph(held)

    def _paragraph(self, lines: list[Line]) -> OwnParagraph:
        key = ("", self.count)
        self.count += 1
        label = lines[0].text[: lines[0].numbered]
        made = OwnParagraph("", key, label)
        for place, line in enumerate(lines):
            made.text += "\n" if place else ""
            skipped = line.numbered if place == 0 else 0
            self.keys[line] = key, len(made.text) - skipped
            self._add(made, line, skipped)
        return made

    def _add(self, made: OwnParagraph, line: Line, start: int) -> None:
        for mark in line.marks:
            made.text += _allowed(line.text[start : mark.offset])
            if mark.note in self.notes:
                made.notes[len(made.text)] = self._note(mark.note)
                made.text += NOTE
            start = max(start, mark.offset)
        made.text += _allowed(line.text[start:])

    def _note(self, label: str) -> list[OwnItem]:
        texts = [_allowed(line.text) for line in self.notes[label].lines] or [""]
        texts[0] = BLANK + texts[0]
        return [OwnParagraph(text) for text in texts]

    def _table(self, lines: list[Line]) -> OwnTable:
        cells: dict[tuple[int, int], OwnCell] = {}
        for cell, group in groupby(lines, key=lambda line: line.cell):
            if cell is None:
                continue
            story: list[OwnItem] = list(self._paragraphs(list(group)))
            if (cell.row, cell.column) in cells:
                cells[cell.row, cell.column].story += story
                continue
            cells[cell.row, cell.column] = OwnCell(story, cell.columns, "restart" if cell.rows > 1 else "")
            for row in range(cell.row + 1, cell.row + cell.rows):
                cells.setdefault((row, cell.column), OwnCell([OwnParagraph("")], cell.columns, "continue"))
        last = max(row for row, _ in cells)
        return OwnTable([[cells[k] for k in sorted(cells) if k[0] == row] for row in range(last + 1)])


def _allowed(text: str) -> str:
    """The text without characters that XML cannot hold, none of which prints."""
    return FORBIDDEN.sub("", text)


def _continues(before: Line, line: Line) -> bool:
    """Whether a line is the next of the same paragraph of a Word document."""
    return line.source.segment > 0 and (before.source.file, before.source.part, before.source.paragraph) == (
        line.source.file,
        line.source.part,
        line.source.paragraph,
    )


def clean_document(
    story: Sequence[OwnItem],
    name: str,
    styles: Mapping[ParagraphKey, str],
    looks: Mapping[ParagraphKey, Line],
) -> Package:
    """A Word document that says what a story says.

    Args:
        story: Paragraphs and tables without elements.
        name: What the text is called, for errors.
        styles: Key of a paragraph → style; any other is plain text of the body.
        looks: Key of a paragraph → a line that says how it is set.
    """
    notes: list[list[OwnItem]] = []
    body = [_element(item, styles, looks, notes) for item in story]
    if not body or isinstance(story[-1], OwnTable):
        body.append(etree.Element(W + "p"))
    parts = dict(parts_around(inside(body), _PAGE))
    if notes:
        from kcdocs.word.write.consolidated import with_footnotes  # noqa: PLC0415 - few texts have notes

        said = [[item.text for item in every_paragraph(note)] for note in notes]
        parts = with_footnotes(parts, [[first.removeprefix(BLANK), *rest] for first, *rest in said])
    return open_package(save_package(parts), name=name)


def _element(
    item: OwnItem,
    styles: Mapping[ParagraphKey, str],
    looks: Mapping[ParagraphKey, Line],
    notes: list[list[OwnItem]],
) -> _Element:
    if isinstance(item, OwnParagraph):
        return _paragraph(item, styles, looks, notes)
    table = etree.Element(W + "tbl")
    properties = etree.SubElement(table, W + "tblPr")
    etree.SubElement(properties, W + "tblW", {W + "w": "9071", W + "type": "dxa"})
    borders = etree.SubElement(properties, W + "tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        etree.SubElement(
            borders, W + side, {W + "val": "single", W + "sz": "4", W + "space": "0", W + "color": "auto"}
        )
    columns = max((sum(cell.columns for cell in row) for row in item.rows), default=1)
    grid = etree.SubElement(table, W + "tblGrid")
    for _ in range(columns):
        etree.SubElement(grid, W + "gridCol", {W + "w": str(9071 // max(columns, 1))})
    for row in item.rows:
        made = etree.SubElement(table, W + "tr")
        for cell in row:
            made.append(_cell(cell, styles, looks, notes))
    return table


def _cell(
    cell: OwnCell,
    styles: Mapping[ParagraphKey, str],
    looks: Mapping[ParagraphKey, Line],
    notes: list[list[OwnItem]],
) -> _Element:
    made = etree.Element(W + "tc")
    properties = etree.SubElement(made, W + "tcPr")
    etree.SubElement(properties, W + "tcW", {W + "w": "0", W + "type": "auto"})
    if cell.columns > 1:
        etree.SubElement(properties, W + "gridSpan", {W + "val": str(cell.columns)})
    if cell.merged:
        etree.SubElement(properties, W + "vMerge", {W + "val": cell.merged})
    made.extend([_element(item, styles, looks, notes) for item in cell.story])
    return made


def _paragraph(
    item: OwnParagraph,
    styles: Mapping[ParagraphKey, str],
    looks: Mapping[ParagraphKey, Line],
    notes: list[list[OwnItem]],
) -> _Element:
    made = etree.Element(W + "p")
    properties = etree.SubElement(made, W + "pPr")
    etree.SubElement(properties, W + "pStyle", {W + "val": styles.get(item.key, "KcThan")})
    look = looks.get(item.key)
    if look is not None and look.align not in (Align.NONE, Align.BOTH):
        etree.SubElement(properties, W + "ind", {W + "firstLine": "0"})
        etree.SubElement(properties, W + "jc", {W + "val": look.align.value})
    text, notes_here = item.label + item.text, {k + len(item.label): v for k, v in item.notes.items()}
    start = 0
    for offset in sorted(notes_here):
        made.extend(_runs(text[start:offset], look))
        notes.append(notes_here[offset])
        run = etree.SubElement(made, W + "r")
        etree.SubElement(etree.SubElement(run, W + "rPr"), W + "vertAlign", {W + "val": "superscript"})
        etree.SubElement(run, W + "footnoteReference", {W + "id": str(len(notes))})
        start = offset + 1
    made.extend(_runs(text[start:], look))
    return made


def _runs(text: str, look: Line | None) -> Iterator[_Element]:
    if not text:
        return
    run = etree.Element(W + "r")
    if look is not None and (look.bold or look.italic):
        properties = etree.SubElement(run, W + "rPr")
        for name in ("b", "i"):
            if getattr(look, {"b": "bold", "i": "italic"}[name]):
                etree.SubElement(properties, W + name)
    for place, line in enumerate(text.split("\n")):
        if place:
            etree.SubElement(run, W + "br")
        for number, words in enumerate(line.split("\t")):
            if number:
                etree.SubElement(run, W + "tab")
            add_words(run, words)
    yield run
