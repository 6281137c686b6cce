"""Where paragraphs stand in tables, and what the tables look like."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kcdocs.text.numbers import whole_number
from kcdocs.word.package.wml import W, elements, local, val, w
from kcdocs.word.read.letters import TWIPS_A_MM

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element

    from kcdocs.word.read.styles import Styles


@dataclass(frozen=True, slots=True)
class CellSpot:
    """Where a paragraph stands in a table.

    Attributes:
        table: Ordinal of the innermost table in its part, from 1; 0 outside tables.
        row: Its row, from 1.
        column: Its cell in the row, from 1.
        columns: How many cells the row has.
        bordered: Whether the table draws lines around its cells.
        ruled: Whether the cell itself draws a line along its lower edge.
        width: Millimetres of a table whose widths Word keeps as they are stored; 0 where it fits them.
    """

    table: int = 0
    row: int = 0
    column: int = 0
    columns: int = 0
    bordered: bool = False
    ruled: bool = False
    width: float = 0.0


def cell_spots(root: _Element, styles: Styles) -> dict[_Element, tuple[CellSpot, str]]:
    """For each cell of a part where it stands, and the style of its table."""
    tables = {table: place for place, table in enumerate(root.iter(f"{W}tbl"), start=1)}
    rows: dict[_Element, list[_Element]] = {table: [] for table in tables}
    cells: dict[_Element, list[_Element]] = {}
    for item in root.iter(f"{W}tr", f"{W}tc"):
        around = next(item.iterancestors(f"{W}tbl" if local(item) == "tr" else f"{W}tr"), None)
        if around is not None:
            (rows if local(item) == "tr" else cells).setdefault(around, []).append(item)
    found = {}
    for table, place in tables.items():
        style = val(table, "tblPr/tblStyle") or ""
        bordered = next((_draws(item) for item in (table, *styles.chain(style)) if _borders(item)), False)
        first = next((cell for row in rows[table] for cell in cells.get(row, [])), None)
        bordered = bordered or (first is not None and _draws(first, most=2))
        width = _kept_width(table, (cells.get(row, []) for row in rows[table]))
        for number, row in enumerate(rows[table], start=1):
            inside = cells.get(row, [])
            for column, cell in enumerate(inside, start=1):
                lower = any(local(item) == "bottom" for item in _lines(cell))
                found[cell] = CellSpot(place, number, column, len(inside), bordered, lower, width), style
    return found


def _kept_width(table: _Element, rows: Iterable[list[_Element]]) -> float:
    """The width of a table of fixed layout: its widest row, else its grid; 0 for any other table."""
    if (layout := table.find(w("tblPr/tblLayout"))) is None or layout.get(f"{W}type") != "fixed":
        return 0.0
    widths = [[_told_width(cell) for cell in row] for row in rows]
    widest = max((sum(row) for row in widths if all(row)), default=0.0)
    return widest or sum(measure(item, "w") for item in table.iterfind(w("tblGrid/gridCol")))


def _told_width(cell: _Element) -> float:
    """The width that a cell names in twips; 0 where it names none, or a share."""
    width = cell.find(w("tcPr/tcW"))
    return measure(width, "w") if width is not None and width.get(f"{W}type") == "dxa" else 0.0


def spot_of(paragraph: _Element, spots: dict[_Element, tuple[CellSpot, str]]) -> tuple[CellSpot, str]:
    """Where in a table a paragraph stands, and that table's style; a text box is no part of its cell."""
    cell = next(paragraph.iterancestors(f"{W}tc", f"{W}txbxContent"), None)
    return spots.get(cell, (CellSpot(), "")) if cell is not None else (CellSpot(), "")


def _borders(holder: _Element) -> list[_Element]:
    """The borders that a table, a style of tables or a cell names."""
    found = holder.find(w("tcPr/tcBorders" if local(holder) == "tc" else "tblPr/tblBorders"))
    return [] if found is None else list(elements(found))


def _lines(holder: _Element) -> list[_Element]:
    """Those of its borders that print."""
    return [item for item in _borders(holder) if item.get(f"{W}val") not in ("nil", "none", None)]


def _draws(holder: _Element, most: int = 1) -> bool:
    """Whether they are lines around the cells: more than the `most` that a rule of a head takes."""
    return len(_lines(holder)) > most


def measure(element: _Element | None, name: str) -> float:
    """An attribute of twips in millimetres; 0 where it is not told."""
    return 0.0 if element is None else (whole_number(element.get(W + name)) or 0) / TWIPS_A_MM
