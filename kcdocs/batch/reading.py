"""The records of a batch, one at a time, with the faults that reading found in each."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING

from kcdocs.drafting import choice
from kcdocs.drafting.context import document_date
from kcdocs.model.finding import Finding, Severity
from kcdocs.records.jsonl_file import stream_jsonl
from kcdocs.records.reading import read_records
from kcdocs.records.tables import stream_table
from kcdocs.sets import versions as sets
from kcdocs.sets.schema import TRANSITION

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from kcdocs.model.record import Record
    from kcdocs.sets.schema import Schema
    from kcdocs.sets.versions import Version

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
    _source: Generator[tuple[Record, list[Finding]], None, None] = field(init=False)
    _pairs: Iterator[tuple[Record, list[Finding]]] = field(init=False)

    def __post_init__(self) -> None:
        self._pairs = self._source = self._read()

    def records(self) -> Iterator[tuple[Record, list[Finding]]]:
        """Each record with the errors of its cells; read once."""
        return self._pairs

    def put_back(self, pairs: Sequence[tuple[Record, list[Finding]]]) -> None:
        """Let records that were read be read again, before all others."""
        self._pairs = chain(pairs, self._pairs)

    def close(self) -> None:
        """Leave the rest unread."""
        self._source.close()

    def _read(self) -> Generator[tuple[Record, list[Finding]], None, None]:
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
    """
    suffix = path.suffix.lower()
    if suffix == ".jsonl":
        stream = stream_jsonl(path)
        return Reading(None, stream.records, stream.findings)
    if suffix not in {".xlsx", ".csv"}:
        return Reading(None, iter(read_records(path)))
    return _sheet(set_name, path, day, numbered=numbered)


def _sheet(set_name: str, path: Path, day: date | None, *, numbered: bool) -> Reading:
    """A spreadsheet by the version whose contract explains its columns: the first dated record chooses."""
    name, _, number = set_name.partition("@")
    every = sets.versions(name)
    version = sets.numbered(every, number) if number else sets.inforce(every, day) if day else every[-1]
    reading = _opened(path, version, numbered=numbered)
    if number or day:
        return reading
    seen: list[tuple[Record, list[Finding]]] = []
    for pair in reading.records():
        seen.append(pair)
        chosen = _chosen(every, version, pair[0])
        if chosen is version:
            break
        if chosen:
            reading.close()
            return _opened(path, chosen, numbered=numbered)
    reading.put_back(seen)
    return reading


def _opened(path: Path, version: Version, *, numbered: bool) -> Reading:
    table = stream_table(path, _schema(version, numbered=numbered))
    return Reading(version, table.records, table.findings)


def _chosen(every: Sequence[Version], version: Version, record: Record) -> Version | None:
    """The version a record chooses by itself; None if it names no date."""
    if record.data.get(TRANSITION):
        return choice.choose_among(every, "", record, None).version
    found = document_date(version.contract.typed(record.data))
    return sets.inforce(every, found) if found else None


def _schema(version: Version, *, numbered: bool) -> Schema:
    schema = version.contract.schema
    if not numbered:
        return schema
    return {**schema, "required": [name for name in schema.get("required", ()) if name != NUMBER]}
