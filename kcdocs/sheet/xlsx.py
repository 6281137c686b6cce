"""Read XLSX workbooks with python-calamine, behind the checks of `archive` and `scan`."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

import python_calamine

from kcdocs.sheet import archive, scan
from kcdocs.sheet.errors import FarCellError, LockedSpreadsheetError, NotASpreadsheetError
from kcdocs.sheet.formats import Formats, formats
from kcdocs.sheet.grid import Area, Cell, Grid, cell_name

GRID_LIMIT = 24_000_000
"""Most cells of a sheet's grid, empty ones included."""

_SHARED_TEXTS = "xl/sharedStrings.xml"


@dataclass(frozen=True, slots=True)
class Workbook:
    """An open workbook; its sheets are read one at a time.

    Attributes:
        path: The file.
        sheets: Names of the sheets a person sees, in the order of the tabs.
        hidden: Names of the hidden ones.
    """

    path: Path
    sheets: tuple[str, ...]
    hidden: tuple[str, ...]
    _parts: dict[str, str]
    _formats: Formats
    _book: Any

    def grid(self, name: str) -> Grid:
        """One sheet, its bounds checked before it is read.

        Args:
            name: One of `sheets` or `hidden`.

        Raises:
            FarCellError: If its outermost cells span more than `GRID_LIMIT` cells.
            NotASpreadsheetError: If its XML cannot be read.
        """
        with archive.open_archive(self.path) as package:
            grid = self._looked_over(package, name)
        try:
            sheet = self._book.get_sheet_by_name(name)
            merged = tuple(_area(*corners) for corners in sheet.merged_cell_ranges or ())
        except python_calamine.CalamineError as fault:
            raise NotASpreadsheetError(self.path, f"trang tính «{name}» hỏng ({fault})") from None
        return replace(grid, rows=_rows(sheet), merged=merged)

    def _looked_over(self, package: zipfile.ZipFile, name: str) -> Grid:
        """The sheet without its rows, its bounds found fit."""
        stream = partial(archive.blocks, self.path, package, self._parts[name])
        try:
            reach = scan.reach(stream)
            if reach.rows * reach.columns > GRID_LIMIT:
                raise FarCellError(self.path, name, cell_name(reach.rows, reach.columns), GRID_LIMIT)
            broken = scan.broken_cells(stream)
            percent = frozenset(scan.styled_cells(stream, self._formats.percent))
            padded = scan.styled_cells(stream, self._formats.padded)
        except scan.BadSheetError as fault:
            raise NotASpreadsheetError(self.path, f"trang tính «{name}» {fault}") from None
        widths = {cell: self._formats.padded[style] for cell, style in padded.items()}
        return Grid(name, (), broken=broken, percent=percent, padded=widths)


def open_workbook(path: Path) -> Workbook:
    """Open an XLSX file.

    Raises:
        KcdocsError: If it is no workbook, is locked, of an old form or unsafe to unpack; see `archive`.
    """
    with archive.open_archive(path) as package:
        parts = archive.sheet_parts(path, package)
        shown = formats(archive.styles(path, package))
        if _SHARED_TEXTS in package.namelist():
            for _ in archive.blocks(path, package, _SHARED_TEXTS):
                pass
    try:
        book = python_calamine.load_workbook(path)
    except python_calamine.PasswordError:
        raise LockedSpreadsheetError(path) from None
    except python_calamine.CalamineError as fault:
        raise NotASpreadsheetError(path, str(fault)) from None
    known = [item for item in book.sheets_metadata if item.name in parts and _is_sheet(item)]
    visible = tuple(item.name for item in known if _is_visible(item))
    return Workbook(
        path, visible, tuple(item.name for item in known if not _is_visible(item)), parts, shown, book
    )


def _is_sheet(item: Any) -> bool:
    return bool(item.typ == python_calamine.SheetTypeEnum.WorkSheet)


def _is_visible(item: Any) -> bool:
    return bool(item.visible == python_calamine.SheetVisibleEnum.Visible)


def _area(first: tuple[int, int], last: tuple[int, int]) -> Area:
    return Area(first[0] + 1, first[1] + 1, last[0] + 1, last[1] + 1)


def _rows(sheet: Any) -> Iterator[list[Cell]]:
    """The rows from row 1 on; calamine begins them at the leftmost used column."""
    margin = [""] * (sheet.start[1] if sheet.start else 0)
    return (margin + row for row in sheet.iter_rows()) if margin else iter(sheet.iter_rows())
