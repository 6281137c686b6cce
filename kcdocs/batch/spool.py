"""Planned documents on disk, in groups, so that a long batch takes no more memory than a short one."""

from __future__ import annotations

import pickle
import tempfile
import weakref
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import IO, Any

from kcdocs.batch import limits


@dataclass(frozen=True, slots=True)
class PlannedItem:
    """A document that will be made.

    Attributes:
        row: Where its record stands, in words ("hàng 5").
        version: Set and version.
        on: The document's date.
        values: What the template is filled with.
        record: SHA-256 of the record's typed data, its number in it.
        name: File name.
        number: The number in the series; 0 where no series gives it.
        remarks: What the user should know of it.
    """

    row: str
    version: str
    on: date
    values: Mapping[str, Any]
    record: str
    name: str
    number: int
    remarks: tuple[str, ...]


@dataclass(slots=True, weakref_slot=True)
class Spool:
    """Items in the order they came; the file goes with the spool."""

    count: int = 0
    _file: IO[bytes] = field(default_factory=tempfile.TemporaryFile)
    _sizes: list[int] = field(default_factory=list)
    _open: list[PlannedItem] = field(default_factory=list)

    def __post_init__(self) -> None:
        weakref.finalize(self, self._file.close)

    def add(self, item: PlannedItem) -> None:
        """Put an item at the end."""
        self._open.append(item)
        self.count += 1
        if len(self._open) == limits.GROUP:
            self.close()

    def close(self) -> None:
        """Write the last group to disk, though it is not full."""
        if self._open:
            data = pickle.dumps(self._open, protocol=5)
            self._file.write(data)
            self._sizes.append(len(data))
            self._open = []

    def groups(self) -> Iterator[bytes]:
        """The groups in order, pickled as a worker takes them."""
        place = 0
        for size in self._sizes:
            self._file.seek(place)
            yield self._file.read(size)
            place += size

    def items(self) -> Iterator[PlannedItem]:
        """The items in order."""
        for group in self.groups():
            yield from unpacked(group)


def unpacked(group: bytes) -> list[PlannedItem]:
    """The items of a group; it was pickled by this very program."""
    items: list[PlannedItem] = pickle.loads(group)  # noqa: S301 - own temporary file, never the user's
    return items
