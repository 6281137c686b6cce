"""Spreadsheets → Records: a row is a record, groups that repeat stand on sheets of their own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from kcdocs.model.finding import Finding, Place
from kcdocs.model.record import Record, Value
from kcdocs.records import faults
from kcdocs.records.source import RecordSource
from kcdocs.records.table_layout import PARENT_KEY, RECORD_KEY, ROW_KEY, SheetLayout, layout
from kcdocs.records.table_rows import Locator, OpenSheet, Sheet, SheetRow, open_rows, read_rows
from kcdocs.records.table_sheets import Chosen, choose_sheets
from kcdocs.records.values import Schema
from kcdocs.sheet.csv_file import read_csv
from kcdocs.sheet.grid import Grid
from kcdocs.sheet.xlsx import Workbook, open_workbook


def open_table(path: Path, schema: Schema) -> RecordSource:
    """Open an XLSX or CSV file; its records come one at a time, so that a long file takes no more memory.

    A workbook whose records have groups on sheets of their own is held whole.

    Args:
        path: The file; its suffix says which.
        schema: JSON Schema of a record.

    Raises:
        KcdocsError: If it is no spreadsheet, or none that is safe to open; see `kcdocs.sheet`.
    """
    main = layout(schema)
    if path.suffix.lower() != ".csv":
        return _open_workbook(path, main)
    found = read_csv(path)
    note = faults.READ_AS.at(Place(file=str(path)), what=found.said)
    return _flat(found.grid, main, str(path), [note])


def open_every_sheet(path: Path, schema: Schema) -> RecordSource:
    """Open a workbook each of whose sheets is a table of records; errors as for `open_table`.

    Args:
        path: The file.
        schema: JSON Schema of a record, without groups that repeat.
    """
    main, book = layout(schema), open_workbook(path)
    findings: list[Finding] = []

    def one_by_one() -> Iterator[Record]:
        for name in book.sheets:
            sheet = _flat(book.grid(name), main, str(path), ())
            for record in sheet.records:
                _move(sheet.findings, findings)
                yield record
            _move(sheet.findings, findings)

    return RecordSource(one_by_one(), findings)


def _move(told: list[Finding], to: list[Finding]) -> None:
    to += told
    told.clear()


def _flat(grid: Grid, main: SheetLayout, file: str, before: Sequence[Finding]) -> RecordSource:
    """A table without groups."""
    sheet = open_rows(grid, main, (RECORD_KEY,), file)
    sheet.findings[:0] = before
    return RecordSource(_flat_records(sheet), sheet.findings)


def _flat_records(sheet: OpenSheet) -> Iterator[Record]:
    """The records of a table without groups; a key need not be there, but may not stand twice."""
    named = RECORD_KEY in sheet.keyed
    known: dict[str, int] = {}
    for row in sheet.rows:
        if named and (key := row.keys[RECORD_KEY]) and known.setdefault(key, row.number) != row.number:
            sheet.findings.append(_bad_key(sheet, row, RECORD_KEY, known[key]))
        yield Record(row.data, Places(sheet.locator, row.number, {}), sheet.locator.cell(row.number, 0))


def _open_workbook(path: Path, main: SheetLayout) -> RecordSource:
    book = open_workbook(path)
    chosen = choose_sheets(book.sheets, main, str(path))
    if len(chosen.sheets) == 1 and chosen.sheets[0][0] is main:
        return _flat(book.grid(chosen.sheets[0][1]), main, str(path), chosen.findings)
    return _workbook(path, book, chosen, main)


def _with_findings_in_place(records: Sequence[Record], findings: Sequence[Finding]) -> RecordSource:
    """Records with each finding told just before the one that it concerns; those of none come first."""
    by_row: dict[tuple[str, int], list[Finding]] = {}
    for finding in findings:
        by_row.setdefault(_row(finding.place), []).append(finding)
    taken = {row for record in records for row in _rows_of(record)}
    told = [finding for row, found in by_row.items() if row not in taken for finding in found]

    def one_by_one() -> Iterator[Record]:
        for record in records:
            told.extend(finding for row in _rows_of(record) for finding in by_row.get(row, ()))
            yield record

    return RecordSource(one_by_one(), told)


def _row(place: Place) -> tuple[str, int]:
    """Sheet and row of a place; row 0 where it is none of a row."""
    row = re.search(r"(?<!\d)\d+$", place.cell or place.part)
    return place.sheet, int(row[0]) if row else 0


def _rows_of(record: Record) -> Iterable[tuple[str, int]]:
    return record.places.rows() if isinstance(record.places, Places) else ()


def _workbook(path: Path, book: Workbook, chosen: Chosen, main: SheetLayout) -> RecordSource:
    sheets = {
        item: read_rows(book.grid(name), item, _keys(item, main), str(path)) for item, name in chosen.sheets
    }
    findings = [*chosen.findings, *(finding for sheet in sheets.values() for finding in sheet.findings)]
    if main not in sheets:
        return _with_findings_in_place((), findings)
    children = _children(sheets, main, main, findings)
    return _with_findings_in_place(tuple(_records(sheets[main], main, children)), findings)


def _keys(item: SheetLayout, main: SheetLayout) -> tuple[str, ...]:
    if item is main:
        return (RECORD_KEY,)
    return (RECORD_KEY, *((ROW_KEY,) if item.groups else ()), *(() if item in main.groups else (PARENT_KEY,)))


@dataclass(frozen=True, slots=True)
class _Child:
    """A row of a group with its data, and the rows of its own groups by their path from it."""

    row: SheetRow
    sheet: Sheet
    data: dict[str, Value]
    below: tuple[tuple[str, _Child], ...]


_Sheets: TypeAlias = Mapping[SheetLayout, Sheet]

_Children: TypeAlias = Mapping[tuple[SheetLayout, str], Sequence[_Child]]
"""(a group's layout, key of the row it belongs to) → its rows."""


def _children(sheets: _Sheets, parent: SheetLayout, main: SheetLayout, findings: list[Finding]) -> _Children:
    found: dict[tuple[SheetLayout, str], list[_Child]] = {}
    above = sheets.get(parent)
    groups = [group for group in parent.groups if group in sheets]
    if above is None or not groups:
        return found
    known = _known_keys(above, RECORD_KEY if parent is main else ROW_KEY, findings)
    upper = RECORD_KEY if parent is main else PARENT_KEY
    for group in groups:
        inner, sheet = _children(sheets, group, main, findings), sheets[group]
        for row, key in _belonging(sheet, upper, known, findings):
            found.setdefault((group, key), []).append(_child(row, sheet, group, inner))
    return found


def _belonging(
    sheet: Sheet, upper: str, known: Mapping[str, int], findings: list[Finding]
) -> Iterator[tuple[SheetRow, str]]:
    """The rows of a group with the key of the row each belongs to; the only row needs no key."""
    if upper not in sheet.keyed:
        if len(known) == 1:
            yield from ((row, key) for row in sheet.rows for key in known)
        elif sheet.rows:
            findings.append(_no_keys(sheet, upper))
        return
    for row in sheet.rows:
        key = row.keys[upper]
        if key in known:
            yield row, key
        else:
            findings.append(_lost_row(sheet, row, upper, key))


def _known_keys(sheet: Sheet, name: str, findings: list[Finding]) -> dict[str, int]:
    """Key → row; where there is but one row and no column of keys, it goes by the empty key."""
    if name not in sheet.keyed:
        if len(sheet.rows) > 1:
            findings.append(_no_keys(sheet, name))
        return {"": sheet.rows[0].number} if len(sheet.rows) == 1 else {}
    known: dict[str, int] = {}
    for row in sheet.rows:
        key = row.keys[name]
        if not key or key in known:
            findings.append(_bad_key(sheet, row, name, known.get(key, 0)))
        known.setdefault(key, row.number)
    return known


def _no_keys(sheet: Sheet, name: str) -> Finding:
    return faults.NO_KEYS.at(sheet.locator.cell(1, 0), name=name)


def _bad_key(sheet: Sheet | OpenSheet, row: SheetRow, name: str, earlier: int) -> Finding:
    what = f"«{row.keys[name]}» đã có ở hàng {earlier}" if row.keys[name] else "ô còn trống"
    place = sheet.locator.cell(row.number, sheet.keyed[name])
    return faults.BAD_KEY.at(place, row.keys[name], name=name, what=what)


def _lost_row(sheet: Sheet, row: SheetRow, name: str, key: str) -> Finding:
    what = f"Không có dòng nào mang mã «{key}»" if key else f"Cột «{name}» còn trống"
    place = sheet.locator.cell(row.number, sheet.keyed[name])
    return faults.LOST_ROW.at(place, key, name=name, what=what)


def _child(row: SheetRow, sheet: Sheet, group: SheetLayout, inner: _Children) -> _Child:
    data, below = _with_groups(row, group, inner, row.keys.get(ROW_KEY, ""))
    return _Child(row, sheet, data, below)


def _with_groups(
    row: SheetRow, item: SheetLayout, children: _Children, key: str
) -> tuple[dict[str, Value], tuple[tuple[str, _Child], ...]]:
    """The row's data with its groups put in, and the path of each group's row."""
    data, below = row.data, []
    for group in item.groups:
        rows = children.get((group, key), ())
        if not rows:
            continue
        inner = data
        for name in group.path[:-1]:
            step = inner.setdefault(name, {})
            inner = step if isinstance(step, dict) else {}
        inner[group.path[-1]] = [child.data for child in rows]
        name = ".".join(group.path)
        below += [(f"{name}[{number}]", child) for number, child in enumerate(rows, 1)]
    return data, tuple(below)


def _records(sheet: Sheet, main: SheetLayout, children: _Children) -> Iterator[Record]:
    named = RECORD_KEY in sheet.keyed
    for row in sheet.rows:
        data, below = _with_groups(row, main, children, row.keys[RECORD_KEY] if named else "")
        places = Places(sheet.locator, row.number, dict(_spots(below)))
        yield Record(data, places, sheet.locator.cell(row.number, 0))


def _spots(
    below: Sequence[tuple[str, _Child]], prefix: str = ""
) -> Iterator[tuple[str, tuple[Locator, int]]]:
    for path, child in below:
        yield prefix + path, (child.sheet.locator, child.row.number)
        yield from _spots(child.below, f"{prefix}{path}.")


class Places(Mapping[str, Place]):
    """Where each field of a record stands, worked out when asked for.

    Args:
        locator: The main sheet.
        row: The record's row.
        groups: Path of a group's row ("thu_tuc[2]") → its sheet and row.
    """

    __slots__ = ("_groups", "_locator", "_row")

    def __init__(self, locator: Locator, row: int, groups: Mapping[str, tuple[Locator, int]]) -> None:
        self._locator, self._row, self._groups = locator, row, groups

    def rows(self) -> list[tuple[str, int]]:
        """Sheet and row of each row the record is made of."""
        groups = ((locator.sheet, row) for locator, row in self._groups.values())
        return [(self._locator.sheet, self._row), *groups]

    def __getitem__(self, path: str) -> Place:
        if path in self._groups:
            locator, row = self._groups[path]
            return locator.cell(row, 0, path)
        head, _, rest = path.rpartition("].")
        locator, row = self._groups[head + "]"] if head else (self._locator, self._row)
        return locator.cell(row, locator.columns[rest or path], path)

    def __iter__(self) -> Iterator[str]:
        yield from self._locator.columns
        for path, (locator, _) in self._groups.items():
            yield path
            yield from (f"{path}.{name}" for name in locator.columns)

    def __len__(self) -> int:
        return sum(1 for _ in self)
