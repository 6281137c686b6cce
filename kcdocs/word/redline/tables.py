"""Tables: rows that go and come, cells that stay; a table of another grid goes and comes as a whole."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Protocol

from lxml import etree

from kcdocs.word.errors import OwnChangesTouchedError
from kcdocs.word.package.wml import W, local
from kcdocs.word.redline.align import shape
from kcdocs.word.redline.own import MARKS, OwnCell, OwnItem, OwnParagraph, OwnRow, OwnTable, rows_of
from kcdocs.word.redline.pen import Pen
from kcdocs.word.redline.strokes import EndStroke, Fate, RedlineStroke, TableStroke, WordsStroke
from kcdocs.word.redline.telling import row_strokes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from lxml.etree import _Element

    from kcdocs.word.redline.writing import StoryWriter

_WIDTH = "9071"


class CellWriter(Protocol):
    """What writes the stories in cells."""

    pen: Pen
    bearers: dict[_Element, OwnParagraph]

    def story(self, olds: list[OwnItem], news: list[OwnItem], parent: _Element) -> None:
        """Write the story of a cell that stays."""

    def write(self, strokes: Sequence[RedlineStroke], olds: list[OwnItem], parent: _Element) -> None:
        """Write strokes into what holds a story."""


class NewTables:
    """Writes tables and rows that come.

    Args:
        redline: What writes cells.
        file: The original as the user named it, for errors.
    """

    def __init__(self, redline: CellWriter, file: str) -> None:
        self.redline, self.file = redline, file

    def fresh(self, new: OwnTable) -> _Element:
        """A table that comes."""
        table = etree.Element(W + "tbl")
        properties = etree.SubElement(table, W + "tblPr")
        etree.SubElement(properties, W + "tblW", {W + "w": _WIDTH, W + "type": "dxa"})
        borders = etree.SubElement(properties, W + "tblBorders")
        for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
            line = {W + "val": "single", W + "sz": "4", W + "space": "0", W + "color": "auto"}
            etree.SubElement(borders, W + side, line)
        columns = max((sum(cell.columns for cell in row) for row in new.rows), default=1)
        grid = etree.SubElement(table, W + "tblGrid")
        for _ in range(columns):
            etree.SubElement(grid, W + "gridCol", {W + "w": str(int(_WIDTH) // columns)})
        table.extend([self._row(row, None) for row in new.rows])
        return table

    def _row(self, cells: list[OwnCell], model: _Element | None) -> _Element:
        row = etree.Element(W + "tr")
        former = None if model is None else model.find(W + "trPr")
        if former is not None:
            row.append(deepcopy(former))
            for item in [item for item in row[0] if local(item) in ("ins", "del", "trPrChange", "tblHeader")]:
                row[0].remove(item)
        looks = [] if model is None else list(model.iter(W + "tc"))
        for place, cell in enumerate(cells):
            row.append(self._cell(cell, looks[place] if place < len(looks) else None))
        self._mark_row(row, Fate.COME)
        return row

    def _cell(self, cell: OwnCell, model: _Element | None) -> _Element:
        made = etree.Element(W + "tc")
        former = None if model is None else model.find(W + "tcPr")
        properties = etree.Element(W + "tcPr") if former is None else deepcopy(former)
        made.append(properties)
        if former is None:
            etree.SubElement(properties, W + "tcW", {W + "w": "0", W + "type": "auto"})
            if cell.columns > 1:
                etree.SubElement(properties, W + "gridSpan", {W + "val": str(cell.columns)})
            if cell.merged:
                etree.SubElement(properties, W + "vMerge", {W + "val": cell.merged})
        model_paragraph = None if model is None else next(model.iter(W + "p"), None)
        for item in cell.story:
            if isinstance(item, OwnTable):
                made.append(self.fresh(item))
            else:
                made.append(self._paragraph(item, model_paragraph))
        return made

    def _paragraph(self, new: OwnParagraph, model: _Element | None) -> _Element:
        paragraph = etree.Element(W + "p")
        look = None
        former = None if model is None else model.find(W + "pPr")
        if former is not None:
            paragraph.append(deepcopy(former))
            for item in list(paragraph[0]):
                if local(item) in ("numPr", "sectPr", "pPrChange", "rPr"):
                    paragraph[0].remove(item)
        run = None if model is None else next(model.iter(W + "r"), None)
        if run is not None and (found := run.find(W + "rPr")) is not None:
            look = deepcopy(found)
        if new.text:
            mark = self.redline.pen.mark(Fate.COME, self.redline.pen.hand, moved=False)
            mark.extend(self.redline.pen.runs(new, 0, len(new.text), look))
            paragraph.append(mark)
        self.redline.pen.end_mark(paragraph, Fate.COME, self.redline.pen.hand, moved=False)
        self.redline.bearers[paragraph] = new
        return paragraph

    def _mark_row(self, row: _Element, state: Fate) -> None:
        properties = row.find(W + "trPr")
        if properties is None:
            properties = etree.Element(W + "trPr")
            row.insert(sum(1 for item in row if local(item) == "tblPrEx"), properties)
        if any(local(item) in MARKS for item in properties):
            raise OwnChangesTouchedError(self.file, "".join(map(str, row.itertext())))
        mark = self.redline.pen.mark(state, self.redline.pen.hand, moved=False)
        record = properties.find(W + "trPrChange")
        if record is None:
            properties.append(mark)
        else:
            record.addprevious(mark)


class TableWriter(NewTables):
    """Writes the tables of one story.

    Args:
        redline: What writes cells.
        writer: What places elements in the story.
    """

    def __init__(self, redline: CellWriter, writer: StoryWriter) -> None:
        super().__init__(redline, writer.models.file)
        self.writer = writer

    def write(self, stroke: TableStroke) -> None:
        """Write what becomes of a table."""
        self.redline.pen.hand = stroke.hand
        if stroke.old is not None and stroke.new is stroke.old:
            self.writer.written.last = stroke.old.element
            return
        if stroke.old is not None and stroke.new is not None and stroke.old.element is not None:
            if isinstance(stroke.old, OwnRow):
                self._cells(stroke.old, stroke.new)
            else:
                told = row_strokes(rows_of(stroke.old), rows_of(stroke.new), stroke.hand)
                self.rows(stroke.old, told, self.write)
            self.writer.written.last = stroke.old.element
        elif stroke.old is not None and stroke.old.element is not None:
            for place in range(len(stroke.old.rows)):
                self._gone(stroke.old, place)
            self.writer.written.last = stroke.old.element
        elif stroke.new is not None:
            self.writer.place(self.fresh(stroke.new))

    def rows(
        self, table: OwnTable, strokes: Iterable[TableStroke], write: Callable[[TableStroke], None]
    ) -> None:
        """Write what becomes of the rows of a table that stays.

        Args:
            table: The table.
            strokes: Its rows.
            write: Writes a row of the original.
        """
        cursor: _Element | None = None
        passed = 0
        for stroke in strokes:
            if stroke.old is not None:
                write(stroke)
                cursor = stroke.old.row_elements[0]
                passed += 1
            elif stroke.new is not None:
                self.redline.pen.hand = stroke.hand
                cells = stroke.new.rows[0]
                cursor = _put(self._row(cells, self._model_row(table, passed, cells)), cursor, table)

    def _cells(self, old: OwnRow, new: OwnTable) -> None:
        for before, after in zip(old.rows[0], new.rows[0], strict=True):
            assert before.element is not None  # noqa: S101 - the original is a Word document
            self.redline.story(before.story, after.story, before.element)

    def _gone(self, table: OwnTable, place: int) -> None:
        """Mark a row and all that stands in it."""
        row = table.row_elements[place]
        for cell in table.rows[place]:
            if cell.element is not None:
                self.redline.write(
                    list(_all_gone(cell.story, self.redline.pen.hand)), cell.story, cell.element
                )
        self._mark_row(row, Fate.GO)

    def _model_row(self, old: OwnTable, place: int, row: list[OwnCell]) -> _Element | None:
        """The row of the original nearest to a place whose cells are as those of a new one."""
        near = sorted(range(len(old.rows)), key=lambda number: abs(number - place))
        return next((old.row_elements[k] for k in near if shape(old.rows[k]) == shape(row)), None)


def _put(row: _Element, cursor: _Element | None, table: OwnTable) -> _Element:
    if cursor is not None:
        cursor.addnext(row)
    else:
        table.row_elements[0].addprevious(row)
    return row


def _all_gone(story: list[OwnItem], hand: str) -> Iterator[RedlineStroke]:
    for item in story:
        if isinstance(item, OwnTable):
            yield TableStroke(Fate.GO, item, hand=hand)
        else:
            yield from [WordsStroke(Fate.GO, item, 0, len(item.text), hand)] if item.text else []
            yield EndStroke(Fate.GO, item, hand=hand)
