"""A marked copy of a spreadsheet: the values as they stand, wrong cells in colour with a remark."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import xlsxwriter

from kcdocs.sheet import limits
from kcdocs.sheet.grid import CellValue, Grid

REMARKS = "# Lỗi"
"""Header of the column that gathers a row's faults; readers pass over it."""

_EPOCH = datetime(2000, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class CellMark:
    """A fault to be shown in the marked copy.

    Attributes:
        row: From 1.
        column: From 1; 0 for the whole row.
        words: What is wrong and how to mend it.
    """

    row: int
    column: int
    words: str


def marked_copy(grids: Iterable[Grid], marks: Mapping[str, Sequence[CellMark]]) -> bytes:
    """An XLSX file with the values of sheets, the wrong cells marked.

    Args:
        grids: The sheets.
        marks: Name of a sheet → its faults.
    """
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    book.set_properties({"title": "Bảng dữ liệu đã đánh dấu lỗi", "created": _EPOCH})
    sheets = _Sheets(book)
    for grid in grids:
        sheets.add(grid, marks.get(grid.name, ()))
    book.close()
    return target.getvalue()


class _Sheets:
    """One workbook being written."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._plain = book.add_format({"text_wrap": True, "valign": "top"})
        self._wrong = book.add_format(
            {"text_wrap": True, "valign": "top", "bg_color": "#FFC7CE", "border": 2}
        )
        self._day = {wrong: self._dated(wrong=wrong) for wrong in (False, True)}

    def _dated(self, *, wrong: bool) -> Any:
        look = {"bg_color": "#FFC7CE", "border": 2} if wrong else {}
        return self._book.add_format({"num_format": "dd/mm/yyyy", "valign": "top", **look})

    def add(self, grid: Grid, marks: Sequence[CellMark]) -> None:
        """Write a sheet with its marks."""
        sheet = self._book.add_worksheet(grid.name or "Dữ liệu")
        by_cell: dict[tuple[int, int], list[str]] = {}
        by_row: dict[int, list[str]] = {}
        for mark in marks:
            by_cell.setdefault((mark.row, mark.column), []).append(mark.words)
            by_row.setdefault(mark.row, []).append(mark.words)
        width = 0
        for number, cells in enumerate(grid.rows, 1):
            width = max(width, len(cells))
            for column, cell in enumerate(cells, 1):
                self._cell(sheet, number, column, cell, wrong=(number, column) in by_cell)
        for (number, column), words in by_cell.items():
            if column:
                remark = "\n".join(words)[: limits.LONGEST_REMARK]
                sheet.write_comment(number - 1, column - 1, remark, {"x_scale": 3, "y_scale": 2})
                width = max(width, column)
        sheet.write_string(0, width, REMARKS, self._wrong)
        sheet.set_column(width, width, 70)
        for number, words in by_row.items():
            sheet.write_string(
                max(number, 2) - 1, width, "\n".join(words)[: limits.LONGEST_TEXT], self._plain
            )

    def _cell(self, sheet: Any, number: int, column: int, cell: CellValue, *, wrong: bool) -> None:
        look = self._wrong if wrong else self._plain
        where = (number - 1, column - 1)
        match cell:
            case "":
                sheet.write_blank(*where, None, look)
            case bool():
                sheet.write_boolean(*where, cell, look)
            case float():
                sheet.write_number(*where, cell, look)
            case datetime() | date():
                sheet.write_datetime(*where, cell, self._day[wrong])
            case time() | timedelta():
                sheet.write_string(*where, str(cell), look)
            case str():
                sheet.write_string(*where, cell[: limits.LONGEST_TEXT], look)
