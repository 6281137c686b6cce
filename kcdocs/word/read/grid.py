"""Tables as rows of cells with the column each cell starts in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kcdocs.word.package.wml import AROUND, MC, W, chosen, elements, local, number, w

if TYPE_CHECKING:
    from lxml.etree import _Element


@dataclass(frozen=True, slots=True)
class GridCell:
    """One cell of a table.

    Attributes:
        content: Its `w:tc`.
        row: Its row, from 0.
        column: The grid column it starts in, from 0.
        covered: Whether a cell merged from above covers it, so that Word does not show it.
        columns: How many grid columns it spans.
    """

    content: _Element
    row: int
    column: int
    covered: bool
    columns: int = 1


def cells(table: _Element) -> Iterator[GridCell]:
    """All cells, row by row."""
    for index, row in enumerate(rows(table)):
        column = number(row, "trPr/gridBefore") or 0
        for cell in _within(row, "tc"):
            columns = max(number(cell, "tcPr/gridSpan") or 1, 1)
            yield GridCell(cell, index, column, _is_covered(cell), columns)
            column += columns


def rows(table: _Element) -> Iterator[_Element]:
    """The rows of a table, whatever stands around them."""
    return _within(table, "tr")


def _is_covered(cell: _Element) -> bool:
    merge = cell.find(w("tcPr/vMerge"))
    return merge is not None and merge.get(W + "val", "continue") == "continue"


def _within(parent: _Element, name: str) -> Iterator[_Element]:
    for child in elements(parent):
        if local(child) == name:
            yield child
        elif local(child) in AROUND:
            yield from _within(child, name)
        elif child.tag == MC + "AlternateContent":
            yield from _within(chosen(child), name)
