"""One sheet: its header matched to the columns of the schema, its rows with what their cells hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kcdocs.codes import Declared
from kcdocs.model.finding import Finding, Place
from kcdocs.model.folding import stretches_of
from kcdocs.model.record import Value
from kcdocs.records import faults, hygiene, limits
from kcdocs.records.table_cells import (
    BadCellError,
    dressed_number,
    fits_unit,
    held,
    other_number,
    plain_text,
    shown,
    unsure_share,
    worded_number,
)
from kcdocs.records.table_header import Header, find_header
from kcdocs.records.table_layout import Leaf, SheetLayout
from kcdocs.sheet.grid import Area, CellValue, Grid, cell_name, column_name
from kcdocs.text.numbers import SHARE


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row of a sheet.

    Attributes:
        number: Its number in the sheet, from 1.
        data: Its values, objects built; fields of empty cells are left out.
        keys: Header of a key column → what stands there.
    """

    number: int
    data: dict[str, Value]
    keys: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet that was read.

    Attributes:
        locator: Where its cells are.
        rows: Its rows that are neither empty nor remarks.
        findings: What is wrong with it.
        keyed: Header of a key column it has → number of the column.
    """

    locator: Locator
    rows: tuple[SheetRow, ...]
    findings: tuple[Finding, ...]
    keyed: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Locator:
    """Where the values of a sheet stand.

    Attributes:
        file: The file as the user named it.
        sheet: The sheet's name; empty for CSV.
        lines: For CSV the line each row begins on.
        columns: Field of the sheet's records → number of its column.
    """

    file: str
    sheet: str
    lines: Sequence[int]
    columns: Mapping[str, int]

    def cell(self, row: int, column: int, name: str = "") -> Place:
        """The place of a cell.

        Args:
            row: From 1.
            column: From 1; 0 for the whole row.
            name: The record's field it holds.
        """
        if self.sheet:
            spot = cell_name(row, column) if column else ""
            part = "" if column else f"hàng {row}"
            return Place(file=self.file, sheet=self.sheet, cell=spot, part=part, field=name)
        line = self.lines[row - 1] if 0 < row <= len(self.lines) else row
        spot = f"cột {column_name(column)}" if column else ""
        return Place(file=self.file, line=line, cell=spot, field=name)


@dataclass(frozen=True, slots=True)
class OpenSheet:
    """A sheet whose header was read.

    Attributes:
        locator: Where its cells are.
        rows: Its rows, as in `Sheet`; read once.
        findings: What is wrong with it so far; what is wrong with a row is there before the row is given.
        keyed: Header of a key column it has → number of the column.
    """

    locator: Locator
    rows: Iterator[SheetRow]
    findings: list[Finding]
    keyed: Mapping[str, int]


def read_rows(grid: Grid, layout: SheetLayout, keys: Sequence[str], file: str) -> Sheet:
    """Read a sheet whole; see `open_rows`."""
    sheet = open_rows(grid, layout, keys, file)
    rows = tuple(sheet.rows)
    return Sheet(sheet.locator, rows, tuple(sheet.findings), sheet.keyed)


def open_rows(grid: Grid, layout: SheetLayout, keys: Sequence[str], file: str) -> OpenSheet:
    """Open a sheet.

    The header is the first row that names columns, among the first twenty that are not empty; what stands
    above it is a title. Empty rows and rows whose first cell begins with "#" are left out. A merged area in
    one column stands for its value in each of its rows.

    Args:
        grid: The sheet.
        layout: Its columns.
        keys: Headers of the key columns it may have.
        file: The file as the user named it.
    """
    rows = enumerate(grid.rows, 1)
    header = find_header(rows, layout, keys)
    columns = {leaf.field: column for column, leaf in header.leaves.items()}
    locator = Locator(file, grid.name, grid.lines, columns)
    told = [fault(locator.cell(header.row, column)) for column, fault in header.faults]
    reading = _Reading(grid, header, locator, told)
    keyed = {name: column for column, name in header.keys.items()}
    return OpenSheet(locator, reading.rows(rows), told, keyed)


@dataclass(slots=True)
class _Reading:
    """The rows below one header."""

    grid: Grid
    header: Header
    locator: Locator
    findings: list[Finding]

    def rows(self, rows: Iterable[tuple[int, Sequence[CellValue]]]) -> Iterator[SheetRow]:
        columns = sorted(self.header.leaves.items())
        merged = self._merged()
        carried: dict[int, tuple[Area, CellValue]] = {}
        known = {*self.header.leaves, *self.header.keys, *self.header.ignored}
        hidden: list[int] = []
        for number, given in rows:
            cells = _with_merged(number, given, merged, carried) if merged or carried else given
            if not _is_blank(cells) and _is_remark(cells):
                continue
            for column, leaf in columns if self.grid.broken else ():
                if (number, column) in self.grid.broken:
                    self._broken(number, column, leaf)
            if _is_blank(cells):
                continue
            self._stray(number, cells, known)
            keys = {name: plain_text(_at(cells, column)) for column, name in self.header.keys.items()}
            hidden += [number] if number in self.grid.hidden else []
            yield SheetRow(number, self._data(number, cells, columns), keys)
        if hidden:
            place = Place(file=self.locator.file, sheet=self.locator.sheet)
            self.findings.append(faults.HIDDEN.at(place, count=len(hidden), rows=stretches_of(hidden)))

    def _data(
        self, number: int, cells: Sequence[CellValue], columns: Sequence[tuple[int, Leaf]]
    ) -> dict[str, Value]:
        data: dict[str, Value] = {}
        width = len(cells)
        for column, leaf in columns:
            cell = cells[column - 1] if column <= width else ""
            if cell == "" or (isinstance(cell, str) and not cell.strip()):
                continue
            value = self._value(number, column, leaf, cell)
            if len(leaf.path) == 1:
                data[leaf.path[0]] = value
            else:
                _put(data, leaf.path, value)
        return data

    def _value(self, number: int, column: int, leaf: Leaf, cell: CellValue) -> Value:
        if isinstance(cell, str):
            text = hygiene.clean(cell).strip()
            if hygiene.suspect(text) or len(text) > limits.LONGEST_VALUE:
                self.findings += hygiene.faults(text, self.locator.cell(number, column, leaf.field))
            return _items(text) if leaf.listed else text
        try:
            value = self._shown(number, column, leaf, cell) if isinstance(cell, float) else held(cell)
        except BadCellError as fault:
            mend = fault.mend[:1].upper() + fault.mend[1:]
            self._fault(
                faults.UNCLEAR,
                number,
                column,
                leaf,
                found=str(cell)[: limits.REMARK_SHOWN],
                what=fault.message,
                mend=mend,
            )
            value = plain_text(cell)
        return [value] if leaf.listed else value

    def _shown(self, number: int, column: int, leaf: Leaf, cell: float) -> Value:
        """A number as the format of its cell shows it: with leading zeros, rounded, as a share."""
        spot = (number, column)
        if spot in self.grid.other:
            raise other_number()
        if (said := self.grid.words.get(spot)) and not fits_unit(said, leaf.schema):
            raise worded_number(said)
        percent = spot in self.grid.percent
        if percent and leaf.schema.get("unit") != SHARE:
            raise unsure_share(cell)
        if spot in self.grid.dressed and leaf.takes_text:
            raise dressed_number()
        if width := self.grid.padded.get(spot, 0):
            return plain_text(cell).zfill(width)
        return shown(cell, self.grid.places.get(spot), percent=percent)

    def _broken(self, number: int, column: int, leaf: Leaf) -> None:
        self._fault(faults.BROKEN_CELL, number, column, leaf, what=self.grid.broken[number, column])

    def _stray(self, number: int, cells: Sequence[CellValue], known: set[int]) -> None:
        if len(cells) <= self.header.width and not self.header.gaps:
            return
        for column, cell in enumerate(cells, 1):
            if (
                cell != ""
                and column not in known
                and (column > self.header.width or column in self.header.gaps)
            ):
                place = self.locator.cell(number, column)
                self.findings.append(faults.STRAY_CELL.at(place, str(cell)[: limits.SHOWN]))

    def _merged(self) -> dict[int, list[Area]]:
        """Row → merged areas of one column that begin there; areas over several columns are faults."""
        merged: dict[int, list[Area]] = {}
        last = max(self.header.leaves, default=0)
        for area in self.grid.merged:
            if area.bottom < self.header.row or area.left > last:
                continue
            if area.left != area.right:
                place = self.locator.cell(area.top, area.left)
                self.findings.append(faults.MERGED.at(place, area=area))
            elif area.top > self.header.row:
                merged.setdefault(area.top, []).append(area)
        return merged

    def _fault(self, declared: Declared, number: int, column: int, leaf: Leaf, **more: Any) -> None:
        place = self.locator.cell(number, column, leaf.field)
        described = str(leaf.schema.get("description", ""))
        self.findings.append(declared.at(place, expected=described, **more))


def _with_merged(
    number: int,
    given: Sequence[CellValue],
    merged: dict[int, list[Area]],
    carried: dict[int, tuple[Area, CellValue]],
) -> Sequence[CellValue]:
    """A row with the values of the merged areas it lies in.

    Args:
        number: Its number.
        given: Its cells.
        merged: Row → areas that begin there; those of this row are taken out.
        carried: Column → the area that reaches down to here, and its value; brought up to this row.
    """
    for column in [column for column, (area, _) in carried.items() if area.bottom < number]:
        del carried[column]
    carried.update((area.left, (area, _at(given, area.left))) for area in merged.pop(number, ()))
    if not carried or _is_blank(given):
        return given
    cells = [*given, *[""] * (max(carried) - len(given))]
    for column, (_, value) in carried.items():
        cells[column - 1] = value
    return cells


def _items(text: str) -> Value:
    """A list in one cell, one item a line; a semicolon may stand within an item, so it separates nothing."""
    return [part for part in map(str.strip, text.split("\n")) if part]


def _at(cells: Sequence[CellValue], column: int) -> CellValue:
    return cells[column - 1] if column <= len(cells) else ""


def _is_blank(cells: Sequence[CellValue]) -> bool:
    return all(cell == "" or (isinstance(cell, str) and not cell.strip()) for cell in cells)


def _is_remark(cells: Sequence[CellValue]) -> bool:
    first = next(cell for cell in cells if cell != "")
    return isinstance(first, str) and first.lstrip().startswith("#")


def _put(data: dict[str, Value], path: Sequence[str], value: Value) -> None:
    inner = data
    for name in path[:-1]:
        step = inner.setdefault(name, {})
        assert isinstance(step, dict)  # noqa: S101 - only this function makes objects
        inner = step
    inner[path[-1]] = value
