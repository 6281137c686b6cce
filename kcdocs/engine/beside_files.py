"""Files beside a record, as the room above hands them to templates; the engine knows no folders."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BesideFile:
    """A file beside a record.

    Attributes:
        data: Its bytes.
        rows: For a spreadsheet the words of each row's cells, the first row naming the columns; else None.
    """

    data: bytes
    rows: Sequence[Sequence[str]] | None = None


BesideReader = Callable[[str], BesideFile]
"""Reads the file that a value names; raises a KcdocsError that says why it cannot."""
