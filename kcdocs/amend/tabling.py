"""Tables of an instrument, put together again from the lines that stand in their cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from kcdocs.model.consolidated import Footnote, GridTable, Paragraph, Setting, SpanningCell
from kcdocs.model.line import Cell, Line

_EMPTY = Paragraph("", Setting.CELL)


@dataclass(frozen=True, slots=True)
class _Filled:
    """A cell with what stands in it."""

    cell: Cell
    paragraphs: tuple[Paragraph, ...]


def table_of(lines: Iterable[Line], notes: tuple[str, ...] = ()) -> GridTable:
    """The table that lines stand in, each cell where it stood and as wide and deep as it was.

    Where a row has nothing at a place, as PDF files have it, an empty cell is put there: no word moves under
    another head.

    Args:
        lines: Lines of one table, in reading order, all with their cells.
        notes: What the note at its first words says; empty for none.
    """
    filled: dict[tuple[int, int], _Filled] = {}
    for line in lines:
        if line.cell is not None:
            place = (line.cell.row, line.cell.column)
            before = filled[place].paragraphs if place in filled else ()
            filled[place] = _Filled(line.cell, (*before, _paragraph(line, () if filled else notes)))
    cells = [item.cell for item in filled.values()]
    columns = max(cell.column + cell.columns for cell in cells)
    covered = {(row, cell.column): cell for cell in cells for row in _below(cell)}
    rows = sorted({row for row, _ in (*filled, *covered)})
    return GridTable(columns, tuple(tuple(_row(row, columns, filled, covered)) for row in rows))


def _below(cell: Cell) -> range:
    return range(cell.row + 1, cell.row + cell.rows)


def _paragraph(line: Line, notes: tuple[str, ...]) -> Paragraph:
    setting = Setting.CELL_HEAD if line.bold else Setting.CELL
    return Paragraph(line.text, setting, (Footnote(len(line.text), notes),) if notes else ())


def _row(
    row: int,
    columns: int,
    filled: Mapping[tuple[int, int], _Filled],
    covered: Mapping[tuple[int, int], Cell],
) -> Iterator[SpanningCell]:
    """The cells of a row; what starts where a wider one stands goes into that, so that no word is lost."""
    made: list[SpanningCell] = []
    for column in range(columns):
        own, above = filled.get((row, column)), covered.get((row, column))
        free = not made or column >= made[-1].column + made[-1].columns
        if own is not None and not free:
            made[-1] = replace(made[-1], paragraphs=(*made[-1].paragraphs, *own.paragraphs))
        elif own is not None:
            made.append(SpanningCell(column, own.cell.columns, own.cell.rows, own.paragraphs))
        elif free:
            wide, deep = (above.columns, 0) if above is not None else (1, 1)
            made.append(SpanningCell(column, wide, deep, (_EMPTY,)))
    yield from made
