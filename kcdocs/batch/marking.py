"""The marked copy of the data: every fault beside the cell it is in."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from pathlib import Path

from kcdocs.files import write_whole
from kcdocs.model.finding import Finding
from kcdocs.sheet.csv_file import read_csv
from kcdocs.sheet.grid import Grid, column_number
from kcdocs.sheet.marked import CellMark, marked_copy
from kcdocs.sheet.xlsx import open_workbook

_CELL = re.compile(r"([A-Z]+)(\d+)")
_ROW = re.compile(r"hàng (\d+)")


def write_marked(records: Path, faults: Sequence[Finding], out: Path) -> Path | None:
    """Write the marked copy of a spreadsheet.

    Args:
        records: An XLSX or CSV file; no copy is made of files of other kinds.
        faults: The faults, with their places.
        out: The copy, XLSX.

    Returns:
        The copy, or None if none was made.
    """
    match records.suffix.lower():
        case ".xlsx":
            book = open_workbook(records)
            grids = [book.grid(name) for name in book.sheets]
            marks = {
                name: [_mark(item) for item in faults if item.place.sheet == name] for name in book.sheets
            }
        case ".csv":
            grid = read_csv(records).grid
            rows = list(grid.rows)
            grids = [Grid("", rows)]
            lines = list(grid.lines)
            marks = {"": [_csv_mark(item, lines) for item in faults]}
        case _:
            return None
    return write_whole(out, marked_copy(grids, marks))


def _mark(fault: Finding) -> CellMark:
    place = fault.place
    cell, row = _CELL.fullmatch(place.cell), _ROW.search(place.part)
    if cell:
        return CellMark(int(cell[2]), column_number(cell[1]), words_of(fault))
    return CellMark(int(row[1]) if row else 1, 0, words_of(fault))


def _csv_mark(fault: Finding, lines: Sequence[int]) -> CellMark:
    place = fault.place
    column = place.cell.removeprefix("cột ")
    return CellMark(max(bisect_right(lines, place.line), 1), column_number(column), words_of(fault))


def words_of(fault: Finding) -> str:
    """A fault in a cell's remark: what, and how to mend it."""
    field = f"[{fault.place.field}] " if fault.place.field else ""
    return " ".join(part for part in (f"{fault.code}: {field}{fault.message}", fault.mend) if part)
