"""The data of documents: a file of any kind, read with the contract of the set it is for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kcdocs.drafting import choice
from kcdocs.drafting.context import document_date
from kcdocs.model.finding import Finding, Severity
from kcdocs.records.reading import read_records
from kcdocs.sets import versions as sets
from kcdocs.sets.schema import TRANSITION

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from kcdocs.model.record import Record
    from kcdocs.records.tables import Table
    from kcdocs.sets.versions import Version

SHEETS = frozenset({".xlsx", ".csv"})
"""Suffixes of files whose columns only a contract can explain."""


@dataclass(frozen=True, slots=True)
class Data:
    """What a file holds.

    Attributes:
        records: Its records.
        faults: Cells, headers and sheets that cannot be taken as they stand.
        version: The version by whose contract a spreadsheet was read.
        remarks: What the user should know of a spreadsheet, in Vietnamese.
    """

    records: tuple[Record, ...]
    faults: tuple[Finding, ...] = ()
    version: Version | None = None
    remarks: tuple[str, ...] = ()


def read_data(set_name: str, path: Path, day: date | None) -> Data:
    """Read a file of data.

    Args:
        set_name: Name of the set or of a version; a spreadsheet is read by the contract of the version its
            first date chooses.
        path: A YAML, JSON, XLSX or CSV file.
        day: The documents' date, where the records leave it open.

    Raises:
        KcdocsError: If the file cannot be read.
    """
    if path.suffix.lower() not in SHEETS:
        return Data(read_records(path))
    name, _, number = set_name.partition("@")
    version = sets.version(name, number) if number else _newest(name, day)
    table = _table(path, version)
    other = version if number or day else _dated(name, table, version)
    if other.name != version.name:
        table = _table(path, other)
    if not table.records and not table.findings:
        from kcdocs.records.errors import EmptyRecordsError  # noqa: PLC0415 - beside its only use

        raise EmptyRecordsError(path)
    faults = tuple(item for item in table.findings if item.severity is Severity.ERROR)
    return Data(
        table.records, faults, other, tuple(_remark(item) for item in table.findings if item not in faults)
    )


def _remark(finding: Finding) -> str:
    place = finding.place
    where = f" (trang tính «{place.sheet}», ô {place.cell})" if place.sheet and place.cell else ""
    return f"{finding.message}{where}"


def _newest(name: str, day: date | None) -> Version:
    return sets.version_on(name, day) if day else sets.versions(name)[-1]


def _dated(name: str, table: Table, version: Version) -> Version:
    """The version that the first dated record chooses."""
    for record in table.records:
        if record.data.get(TRANSITION):
            return choice.choose(name, record, None).version
        day = document_date(version.contract.typed(record.data))
        if day:
            return sets.version_on(name, day)
    return version


def _table(path: Path, version: Version) -> Table:
    from kcdocs.records.tables import load_table  # noqa: PLC0415 - only where a spreadsheet comes

    return load_table(path, version.contract.schema)
