"""The records of a batch, one at a time, with the faults that reading found in each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kcdocs.model.finding import Finding, Severity
from kcdocs.records.errors import EmptyRecordsError
from kcdocs.records.jsonl_file import stream_jsonl
from kcdocs.records.reading import read_records
from kcdocs.records.tables import stream_table
from kcdocs.templating import choice, sets
from kcdocs.templating.context import document_date

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from kcdocs.model.record import Record
    from kcdocs.templating.schema import Schema
    from kcdocs.templating.sets import Version

NUMBER = "so"
"""The field that holds a document's number."""


@dataclass(slots=True)
class Reading:
    """A file of data being read.

    Attributes:
        version: The version by whose contract a spreadsheet is read; None for other files.
        loose: Errors that concern no one record (headers, sheets, rows that belong to none).
        remarks: What the user should know of the file, in Vietnamese.
    """

    version: Version | None
    _records: Iterator[Record]
    _findings: list[Finding] = field(default_factory=list)
    loose: list[Finding] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    def records(self) -> Iterator[tuple[Record, list[Finding]]]:
        """Each record with the errors of its cells."""
        self.loose += self._new()
        for record in self._records:
            yield record, self._new()
        self.loose += self._new()

    def _new(self) -> list[Finding]:
        """The errors found since the last call."""
        found = list(self._findings)
        self._findings.clear()
        self.remarks += [item.message for item in found if item.severity is not Severity.ERROR]
        return [item for item in found if item.severity is Severity.ERROR]


def open_data(set_name: str, path: Path, day: date | None, *, numbered: bool) -> Reading:
    """Open a file of data.

    Args:
        set_name: Name of the set or of a version; a spreadsheet is read by the contract of the version its
            first dated record chooses.
        path: A YAML, JSON, JSONL, XLSX or CSV file.
        day: The documents' date, where the records leave it open.
        numbered: Whether a register gives the numbers, so that the data need not.

    Raises:
        KcdocsError: If the file cannot be read.
        EmptyRecordsError: If it holds no record.
    """
    suffix = path.suffix.lower()
    if suffix == ".jsonl":
        stream = stream_jsonl(path)
        return Reading(None, stream.records, stream.findings)
    if suffix not in {".xlsx", ".csv"}:
        return Reading(None, iter(read_records(path)))
    version = _version(set_name, path, day, numbered=numbered)
    table = stream_table(path, _schema(version, numbered=numbered))
    return Reading(version, table.records, table.findings)


def _version(set_name: str, path: Path, day: date | None, *, numbered: bool) -> Version:
    """The version whose contract explains the columns."""
    name, _, number = set_name.partition("@")
    every = sets.versions(name)
    if number:
        return sets.numbered(every, number)
    newest = sets.inforce(every, day) if day else every[-1]
    table = stream_table(path, _schema(newest, numbered=numbered))
    for record in table.records:
        if record.data.get(choice.TRANSITION):
            return choice.choose_among(every, "", record, day).version
        found = document_date(newest.contract.typed(record.data))
        if found:
            return sets.inforce(every, found)
        if day:
            return newest
    if not table.findings:
        raise EmptyRecordsError(path)
    return newest


def _schema(version: Version, *, numbered: bool) -> Schema:
    schema = version.contract.schema
    if not numbered:
        return schema
    return {**schema, "required": [name for name in schema.get("required", ()) if name != NUMBER]}
