"""Cells: the words of a table that stand in another column or row, though they are the same."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz.distance import Indel

from kcdocs.codes import Declared
from kcdocs.diff.table_rows import moved_rows
from kcdocs.model.address import Kind
from kcdocs.model.finding import Finding, Place, Severity

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from kcdocs.model.comparison import Row
    from kcdocs.model.instrument import Node

_MOVED = Declared(
    "DF212",
    Severity.WARNING,
    "Words of a table that stand in another column or row now.",
    "Trong {table}, cùng lời mà khác ô: {moves}.",
    mend="Đối chiếu hai bảng: lời ở ô khác thì nghĩa khác.",
)


class FilledCell(NamedTuple):
    """The words of a cell, and its row and column from 0."""

    words: str
    row: int
    column: int


def changed_cells(olds: Sequence[Node], news: Sequence[Node]) -> list[tuple[FilledCell, FilledCell]]:
    """Cells whose words stand in another column or row of the same table.

    Where a column came or went, those that do not stand where the others of their column stand now; rows are
    held against one another only where no word and no row came, went or moved.

    Args:
        olds: The table in the old instrument; any other provisions have no cells.
        news: The same in the new one.
    """
    if not len(olds) == len(news) == 1 or not olds[0].kind is news[0].kind is Kind.TABLE:
        return []
    moved = moved_rows(olds, news)
    before = _cells(olds[0], {row.place for row, _ in moved})
    after = _cells(news[0], {row.place for _, row in moved})
    blocks = Indel.opcodes([cell.words for cell in before], [cell.words for cell in after])
    pairs = [
        pair
        for block in blocks
        if block.tag == "equal"
        for pair in zip(
            before[block.src_start : block.src_end], after[block.dest_start : block.dest_end], strict=True
        )
    ]
    sizes = _size(olds[0]), _size(news[0])
    homes = {} if sizes[0][1] == sizes[1][1] else _homes(pairs)
    rows = not moved and sizes[0][0] == sizes[1][0] and len(pairs) == len(before) == len(after)
    return [
        (old, new)
        for old, new in pairs
        if homes.get(old.column, old.column) != new.column or (rows and old.row != new.row)
    ]


def _homes(pairs: Iterable[tuple[FilledCell, FilledCell]]) -> dict[int, int]:
    """For each old column the new one in which most of its cells stand."""
    found: dict[int, Counter[int]] = defaultdict(Counter)
    for old, new in pairs:
        found[old.column][new.column] += 1
    return {column: counts.most_common(1)[0][0] for column, counts in found.items()}


def cell_findings(rows: Iterable[Row], name: str) -> Iterator[Finding]:
    """A warning for each table in which words stand in another column.

    Args:
        rows: The rows of the comparison.
        name: Name of the new instrument.
    """
    for row in rows:
        if row.olds and row.olds[0].kind is Kind.TABLE and (moves := changed_cells(row.olds, row.news)):
            told = "; ".join(
                f"“{new.words}” trước ở {_spoken(old)}, nay ở {_spoken(new)}" for old, new in moves
            )
            place = Place(file=name, address=str(row.address))
            yield _MOVED.at(place, table=row.address.spoken(), moves=told)


def _cells(table: Node, beside: Collection[int]) -> list[FilledCell]:
    """The cells that hold words, row by row, but for some rows; one of several paragraphs comes for each."""
    lines = [line for line in table.lines if line.cell is not None and line.text.strip()]
    first = _first_row(table)
    return [
        FilledCell(" ".join(line.text.split()), line.cell.row - first, line.cell.column)
        for line in lines
        if line.cell and line.cell.row - first not in beside
    ]


def _size(table: Node) -> tuple[int, int]:
    """Rows and columns of a table, empty ones too."""
    cells = [line.cell for line in table.lines if line.cell]
    rows = max((cell.row for cell in cells), default=-1) - _first_row(table)
    return rows, max((cell.column for cell in cells), default=-1)


def _first_row(table: Node) -> int:
    return min((line.cell.row for line in table.lines if line.cell), default=0)


def _spoken(cell: FilledCell) -> str:
    return f"hàng {cell.row + 1}, cột {cell.column + 1}"
