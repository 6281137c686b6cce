"""What a user asks of a batch."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kcdocs.loading import open_file
from kcdocs.register.nouns import Series


@dataclass(frozen=True, slots=True)
class Order:
    """A batch as it was asked for.

    Attributes:
        set_name: Name of the set, or of one version of it.
        records: The file of data.
        out: The folder of the batch, its own.
        day: The documents' date, where the records leave it open.
        pattern: Pattern of the files' names; None takes the version's own.
        series: The book the numbers come from; None leaves them to the data.
        keep_going: Whether good records are made although others have faults.
        merge: A Word file to merge all documents into; it does not change them.
        again: Whether records that have a number may get another.
    """

    set_name: str
    records: Path
    out: Path
    day: date | None = None
    pattern: str | None = None
    series: Series | None = None
    keep_going: bool = False
    merge: Path | None = None
    again: bool = False

    def facts(self) -> Mapping[str, str | bool]:
        """What must be the same when the batch is gone on with."""
        return {
            "set": self.set_name,
            "records": digest_of_file(self.records),
            "date": self.day.isoformat() if self.day else "",
            "pattern": self.pattern or "",
            "series": str(self.series) if self.series else "",
            "keep_going": self.keep_going,
            "again": self.again,
        }


def digest_of_file(path: Path) -> str:
    """SHA-256 of a file, hexadecimal; read in blocks."""
    with open_file(path) as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
