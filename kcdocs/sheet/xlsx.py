"""Read XLSX workbooks with python-calamine, behind the checks of `archive` and `scan`."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import python_calamine

from kcdocs.sheet import archive, scan
from kcdocs.sheet.errors import FarCellError, NotASpreadsheetError
from kcdocs.sheet.formats import Formats, formats
from kcdocs.sheet.grid import Cell, Grid, cell_name

GRID_LIMIT = 24_000_000
"""Most cells of a sheet's grid, empty ones included."""


@dataclass(frozen=True, slots=True)
class Workbook:
    """A workbook that was looked into; its sheets are read one at a time.

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

    def grid(self, name: str) -> Grid:
        """One sheet, its bounds checked before it is read.

        What was checked is put in a package of its own, and that one is read, so that a part is unpacked
        once and nothing but what was checked is read.

        Args:
            name: One of `sheets` or `hidden`.

        Raises:
            FarCellError: If its outermost cells span more than `GRID_LIMIT` cells.
            NotASpreadsheetError: If its XML cannot be read.
        """
        look = scan.Look(self._formats.percent | self._formats.padded.keys())
        with TemporaryDirectory(prefix="kcdocs-") as folder:
            checked = Path(folder) / "sheet.xlsx"
            try:
                self._check(name, look, checked)
                with python_calamine.load_workbook(checked) as book:
                    sheet = book.get_sheet_by_name(name)
            except scan.BadSheetError as fault:
                raise NotASpreadsheetError(self.path, f"trang tính «{name}» {fault}") from None
            except python_calamine.CalamineError as fault:
                raise NotASpreadsheetError(self.path, f"trang tính «{name}» hỏng ({fault})") from None
        percent = frozenset(cell for cell, style in look.styled.items() if style in self._formats.percent)
        padded = {
            cell: self._formats.padded[style]
            for cell, style in look.styled.items()
            if style in self._formats.padded
        }
        return Grid(name, _rows(sheet), tuple(look.merged), look.broken, percent, padded)

    def _check(self, name: str, look: scan.Look, checked: Path) -> None:
        """Look a sheet over, and copy what reading it takes."""
        part = self._parts[name]
        with archive.open_archive(self.path) as package:
            stream = partial(archive.blocks, self.path, package, part)
            with zipfile.ZipFile(checked, "w") as target:
                for other in archive.index_parts(package, self._parts.values()):
                    _copy(target, other, archive.blocks(self.path, package, other))
                _copy(target, part, look.over(stream()))
            reach = look.reach(stream)
        if reach.rows * reach.columns > GRID_LIMIT:
            raise FarCellError(self.path, name, cell_name(reach.rows, reach.columns), GRID_LIMIT)


def open_workbook(path: Path) -> Workbook:
    """Look into an XLSX file.

    Raises:
        KcdocsError: If it is no workbook, is locked, of an old form or unsafe to unpack; see `archive`.
    """
    with archive.open_archive(path) as package:
        sheets = archive.sheets(path, package)
        shown = formats(archive.styles(path, package))
    return Workbook(
        path,
        tuple(sheet.name for sheet in sheets if not sheet.hidden),
        tuple(sheet.name for sheet in sheets if sheet.hidden),
        {sheet.name: sheet.part for sheet in sheets},
        shown,
    )


def _copy(target: zipfile.ZipFile, part: str, stream: Iterable[bytes]) -> None:
    with target.open(part, "w") as copy:
        for block in stream:
            copy.write(block)


def _rows(sheet: Any) -> Iterator[list[Cell]]:
    """The rows from row 1 on; calamine begins them at the leftmost used column."""
    margin = [""] * (sheet.start[1] if sheet.start else 0)
    return (margin + row for row in sheet.iter_rows()) if margin else iter(sheet.iter_rows())
