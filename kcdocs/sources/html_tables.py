"""An HTML table taken apart as a browser does it: nothing that stands in it is lost, however wrong its place.

Source: WHATWG HTML, 13.2.6.4.9 to 13.2.6.4.15 (what stands in a table and is no part of it goes before it).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from kcdocs.model.line import Cell
from kcdocs.sources import limits
from kcdocs.sources.html_elements import is_hidden
from kcdocs.text.numbers import whole_number

if TYPE_CHECKING:
    from lxml.etree import _Element

Loose: TypeAlias = "str | _Element"

_CELLS = frozenset({"td", "th"})
_PARTS = frozenset({"thead", "tbody", "tfoot"})


@dataclass(slots=True)
class HtmlTable:
    """What stands in a table, in the order a browser shows it.

    Attributes:
        loose: Text and elements that are no part of it, shown before it.
        captions: Its captions.
        rows: Its rows: the element of each, None for one without a tag, and its cells.
    """

    loose: list[Loose] = field(default_factory=list)
    captions: list[_Element] = field(default_factory=list)
    rows: list[tuple[_Element | None, list[_Element]]] = field(default_factory=list)

    def grid(self, index: int) -> Iterator[tuple[Cell, _Element]]:
        """Place and element of each cell, columns under a cell that spans rows counted.

        Args:
            index: Which table of the text it is, from 0.
        """
        covered: dict[int, int] = {}
        for row, (_, cells) in enumerate(self.rows):
            column = 0
            for cell in cells:
                while covered.get(column, 0) > row:
                    column += 1
                wide, deep = _span(cell, "colspan"), _span(cell, "rowspan")
                yield Cell(index, row, column, wide, min(deep, len(self.rows) - row)), cell
                columns = range(column, min(column + wide, limits.MOST_COLUMNS))
                covered.update(dict.fromkeys(columns, row + deep))
                column += wide


def taken_apart(element: _Element) -> HtmlTable:
    """The parts of a table; elements around rows and cells, such as a form, are looked through."""
    table = HtmlTable()
    _gather(element, table, _around_cells(element), in_row=False)
    return table


def _around_cells(table: _Element) -> set[_Element]:
    """The elements of a table that hold its rows or cells."""
    around: set[_Element] = set()
    pending = [table]
    while pending:
        for child in pending.pop():
            if child.tag in _CELLS or child.tag == "tr":
                parent = child.getparent()
                while parent is not None and parent is not table and parent not in around:
                    around.add(parent)
                    parent = parent.getparent()
            if child.tag not in _CELLS and child.tag != "table":
                pending.append(child)
    return around


def _gather(parent: _Element, table: HtmlTable, around: set[_Element], *, in_row: bool) -> None:
    if parent.text:
        table.loose.append(parent.text)
    for child in parent:
        if isinstance(child.tag, str) and child.tag not in _CELLS and is_hidden(child):
            table.loose.append(child)  # whoever reads it tells that it is hidden
        elif child.tag == "tr":
            table.rows.append((child, []))
            _gather(child, table, around, in_row=True)
            in_row = False
        elif child.tag in _CELLS:
            if not in_row:
                table.rows.append((None, []))
                in_row = True
            table.rows[-1][1].append(child)
        elif child.tag in _PARTS or child in around:
            _gather(child, table, around, in_row=in_row)
        elif child.tag == "caption":
            table.captions.append(child)
        elif isinstance(child.tag, str):
            table.loose.append(child)
        if child.tail:
            table.loose.append(child.tail)


def _span(cell: _Element, name: str) -> int:
    return min(max(whole_number(cell.get(name)) or 1, 1), limits.MOST_SPANNED)
