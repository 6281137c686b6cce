"""The journal of a batch: what was planned, reserved, written and confirmed, one line each."""

from __future__ import annotations

import json
import os
import sys
from array import array
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import IO, Any

from kcdocs.batch import limits
from kcdocs.batch.errors import BrokenJournalError, BusyBatchError, LinkInsideError
from kcdocs.batch.shapes import has, inside, next_line, object_in
from kcdocs.loading import open_file, open_to_change
from kcdocs.register.limits import MOST_NUMBER

NAME = "nhat-ky.jsonl"
"""The journal's file in the batch's folder."""

_TEXTS = ("row", "file", "number", "symbol", "set", "template", "record", "sha256", "verdict")
_START = ("batch", "set", "records", "date", "pattern", "series")


@dataclass(slots=True)
class JournalState:
    """What the lines of a journal say, taken together.

    Attributes:
        start: The first line: the batch's id and what was asked for.
        plan: Count and digest of the plan; empty if it never came so far.
        reserved: First number and count of the block; None if none was reserved.
        confirmed: How many of the first documents are confirmed.
        places: Document → where its latest line begins; without a gap from the first document on.
        end: Where the journal ends; a line that was not finished lies beyond.
    """

    start: Mapping[str, Any] = field(default_factory=dict)
    plan: Mapping[str, Any] = field(default_factory=dict)
    reserved: tuple[int, int] | None = None
    confirmed: int = 0
    places: array[int] = field(default_factory=lambda: array("Q"))
    end: int = 0

    def take(self, line: Mapping[str, Any], place: int) -> None:
        """Take in what one line of the journal says."""
        match line["step"]:
            case "start":
                self.start = line
            case "plan":
                self.plan = line
            case "reserve":
                self.reserved = (line["first"], line["count"])
            case "written":
                self._seen(line["index"], place)
            case "confirm":
                self.confirmed = max(self.confirmed, line["until"])

    def fits(self, line: Mapping[str, Any]) -> bool:
        """Whether a line is such as this program writes after those that were taken."""
        match line.get("step"):
            case "start":
                return has(line, _START, str) and bool(line["batch"])
            case "plan":
                return has(line, ("count",), int) and has(line, ("digest",), str)
            case "reserve":
                counts = has(line, ("first", "count"), int)
                return counts and 1 <= line["first"] <= line["first"] + line["count"] - 1 <= MOST_NUMBER
            case "written":
                texts = has(line, _TEXTS, str) and has(line, ("remarks",), list)
                known = has(line, ("index",), int) and 0 <= line["index"] <= len(self.places)
                return texts and known and inside(line["file"])
            case "confirm":
                return has(line, ("until",), int) and 0 <= line["until"] <= len(self.places)
        return False

    def _seen(self, index: int, place: int) -> None:
        if index == len(self.places):  # documents are written down in their order
            self.places.append(place)
        self.places[index] = place


class Journal:
    """A journal open for writing, by one process at a time.

    Args:
        path: The file; made if absent.

    Raises:
        BusyBatchError: If another process has it open.
        BrokenJournalError: If a line is not what this program writes.
        LinkInsideError: If it is a link.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        if path.is_symlink():
            raise LinkInsideError(path)
        path.touch()
        self._opened = path.stat()
        self._file = open_to_change(path)
        try:
            _lock(self._file, path)
            self.state = read_state(self._file, path)
        except BaseException:
            self._file.close()
            raise
        self._file.truncate(self.state.end)
        self._file.seek(self.state.end)

    def write(self, step: str, **facts: Any) -> None:
        """Put a line at the end; `flush` makes it last."""
        line = {"step": step, **facts}
        data = json.dumps(line, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
        self.state.take(line, self.state.end)
        self._file.write(data)
        self.state.end += len(data)

    def flush(self) -> None:
        """Bring all lines to the disk."""
        self._file.flush()
        os.fsync(self._file.fileno())

    def written(self, index: int) -> dict[str, Any] | None:
        """What the journal says of a document; None if it says nothing."""
        places = self.state.places
        if index >= len(places):
            return None
        self._file.flush()
        with open_file(self._path) as file:
            return _line_at(file, places[index])

    def documents(self) -> Iterator[dict[str, Any]]:
        """The latest line of each document, in the order of the records."""
        self._file.flush()
        with open_file(self._path) as file:
            for place in self.state.places:
                yield _line_at(file, place)

    def stands(self) -> bool:
        """Whether it is still where it was opened; not so once its disk or network share is gone."""
        try:
            return os.path.samestat(self._opened, self._path.stat())
        except OSError:
            return False

    @contextmanager
    def unless_done(self) -> Iterator[None]:
        """Close it if what follows fails."""
        try:
            yield
        except BaseException:
            with suppress(OSError):  # on a full disk what is buffered cannot be written; it is made again
                self.close()
            raise

    def close(self) -> None:
        """Close the file and give up its lock, so that another process may go on with the batch."""
        self._file.close()


def holder(journal: Journal) -> str:
    """How the register names a batch: its folder, and an id that no other batch has."""
    start = journal.state.start
    return str(start.get("holder", f"đợt {start['batch']}"))  # earlier versions named the id alone


def batch_in(folder: Path) -> str:
    """How the register names the batch in a folder; empty if there is none.

    Raises:
        BusyBatchError: If it is being made.
        BrokenJournalError: If its journal cannot be read.
    """
    if not (folder / NAME).is_file():
        return ""
    journal = Journal(folder / NAME)
    try:
        return holder(journal) if journal.state.start else ""
    finally:
        journal.close()


def read_state(file: IO[bytes], path: Path) -> JournalState:
    """What a journal says; a last line that was cut off does not count."""
    state = JournalState()
    for number in count(1):
        data = next_line(file)
        whole = data.endswith(b"\n")
        if not whole and len(data) < limits.LONGEST_LINE:
            break
        line = object_in(data) if whole else {}
        if not line or not state.fits(line):
            raise BrokenJournalError(path, number)
        state.take(line, state.end)
        state.end += len(data)
    return state


def _line_at(file: IO[bytes], place: int) -> dict[str, Any]:
    file.seek(place)
    return object_in(next_line(file))


def _lock(file: IO[bytes], path: Path) -> None:
    """Hold the file until it is closed or the process ends, however it ends."""
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415 - exists only on Windows

            file.seek(2**31 - 2)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
            file.seek(0)
        else:
            import fcntl  # noqa: PLC0415 - exists only on Unix

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        raise BusyBatchError(path.parent) from None
