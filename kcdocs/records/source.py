"""A file of records being read: the records one at a time, with the faults that reading found in each."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import TypeAlias

from kcdocs.model.finding import Finding, Severity
from kcdocs.model.record import Record
from kcdocs.records.errors import EmptyRecordsError


@dataclass(frozen=True, slots=True)
class RecordSource:
    """What the reader of one kind of file gives.

    Attributes:
        records: The records in the order of the file; read once.
        findings: What is to be said so far; what concerns a record is there before the record is given.
    """

    records: Iterator[Record]
    findings: list[Finding]


ReadRecord: TypeAlias = tuple[Record, list[Finding]]
"""A record with its errors; one that could not be read at all is empty and says so in its errors."""


def was_read(record: Record, faults: Sequence[Finding]) -> bool:
    """Whether a record has anything to check: what is wrong with an empty one has been said."""
    return bool(record.data) or not faults


@dataclass(slots=True)
class Stream:
    """A file of records of any kind, being read.

    Attributes:
        path: The file.
        loose: Errors that concern no one record (headers, sheets, rows that belong to none).
        remarks: What the user should know of the file, in Vietnamese.
    """

    path: Path
    _source: RecordSource
    loose: list[Finding] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    _reading: Generator[ReadRecord, None, None] = field(init=False)
    _pairs: Iterator[ReadRecord] = field(init=False)

    def __post_init__(self) -> None:
        self._pairs = self._reading = self._read()

    def pairs(self) -> Iterator[ReadRecord]:
        """Each record with the errors that reading found in it; read once.

        Raises:
            EmptyRecordsError: At the end, if there was no record and no error that tells why.
            KcdocsError: If the file turns out to be damaged further on.
        """
        return self._pairs

    def put_back(self, pairs: Sequence[ReadRecord]) -> None:
        """Let records that were read be read again, before all others."""
        self._pairs = chain(pairs, self._pairs)

    def close(self) -> None:
        """Stop reading: the rest of the file stays unread."""
        self._reading.close()

    def _read(self) -> Generator[ReadRecord, None, None]:
        seen = False
        self.loose += self._errors()
        for record in self._source.records:
            seen = True
            yield record, self._errors()
        self.loose += self._errors()
        if not seen and not self.loose:
            raise EmptyRecordsError(self.path)

    def _errors(self) -> list[Finding]:
        """The errors found since the last call; what else was found becomes a remark."""
        found = list(self._source.findings)
        self._source.findings.clear()
        self.remarks += [_remark(item) for item in found if item.severity is not Severity.ERROR]
        return [item for item in found if item.severity is Severity.ERROR]


def _remark(finding: Finding) -> str:
    place = finding.place
    where = f" (trang tính «{place.sheet}», ô {place.cell})" if place.sheet and place.cell else ""
    return f"{finding.remark}{where}"
