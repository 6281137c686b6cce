"""Adding many files at once: what is known is not read again, and what was added stays added.

The files come in one after the other; each is read, parsed and turned into rows of the index elsewhere
(`taking.py`) and decided on here. Its text is written first, whole or not at all, then its rows, some
instruments at a time: killed in between, the text is there and its rows are made at the next search. Of a
file that is done nothing is held but its number.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from kcdocs.decrees import kept, limits
from kcdocs.decrees.catalogue import load_catalogue
from kcdocs.decrees.errors import OtherEditionKeptError, ReaderLostError, SpoiltTextError, TwoTextsError
from kcdocs.decrees.facts import slug
from kcdocs.decrees.holdings import stamp
from kcdocs.decrees.index_file import using, writing
from kcdocs.decrees.index_names import names_in, names_read_with
from kcdocs.decrees.index_rows import forget, keep
from kcdocs.decrees.indexed import IndexedInstrument
from kcdocs.decrees.standing import UNDATED, day_words
from kcdocs.decrees.store import Store
from kcdocs.decrees.taking import BroughtFile, TakenFile, brought, take, words_digest
from kcdocs.decrees.text_index import bring_up, in_parts, own_seal
from kcdocs.errors import KcdocsError
from kcdocs.files import write_whole
from kcdocs.loading import load
from kcdocs.sources.options import Options

Readers = Callable[[Callable[[BroughtFile], TakenFile], Iterable[BroughtFile]], Iterator[TakenFile]]
"""Does a task for each of many, as the built-in `map`: here, in other processes, on other machines."""


@dataclass(slots=True)
class AddedFiles:
    """What became of many files that were to be added to the store.

    Attributes:
        files: How many there were.
        added: Numbers of the instruments that were added.
        known: How many files were kept already.
        faults: Why others were not added, each with its file.
        doubted: Files that were added although their readers doubted or left out something → how many things.
        unclear: Numbers of the instruments in the store whose editions have places that nobody can tell.
    """

    files: int = 0
    added: list[str] = field(default_factory=list)
    known: int = 0
    faults: list[tuple[str, KcdocsError]] = field(default_factory=list)
    doubted: dict[str, int] = field(default_factory=dict)
    unclear: tuple[str, ...] = ()


def add_files(
    store: Store,
    files: Iterable[Path],
    how: Options,
    *,
    work: Readers,
    checked: Callable[[str], bool],
    tell: Callable[[int], None],
) -> AddedFiles:
    """Add many files.

    Args:
        store: The store; it has an index.
        files: The files.
        how: How they are read.
        work: Reads and parses them.
        checked: Adds a file of an instrument that there are fingerprints of, and gives whether it is new.
        tell: Told how many are done.

    Raises:
        NoSearchError: If the index cannot be written.
        ReaderLostError: If a process that reads was ended.
    """
    if store.index is None:
        raise ValueError(store)
    try:
        return using(store.index, lambda index: _Bulk(store, index, checked, tell).add(files, how, work))
    except BrokenExecutor:
        raise ReaderLostError from None


def jobs_for(count: int) -> int:
    """How many processes read so many files best: one each core, but no more than have something to do."""
    return max(1, min(os.cpu_count() or 1, count // limits.WORTH_A_PROCESS))


@dataclass(frozen=True, slots=True)
class _Arrived:
    """A file of this run that said a number, and where its text was written; None if it was kept before."""

    name: str
    words: str
    path: Path | None


class _Bulk:
    """One run.

    Args:
        store: The store.
        index: Its index.
        checked: See `add_files`.
        tell: Told how many files are done.
    """

    def __init__(
        self,
        store: Store,
        index: sqlite3.Connection,
        checked: Callable[[str], bool],
        tell: Callable[[int], None],
    ) -> None:
        self._store, self._index, self._checked, self._tell = store, index, checked, tell
        self._done = AddedFiles()
        self._arrived: dict[str, _Arrived] = {}
        self._rows: dict[str, tuple[TakenFile, Path]] = {}

    def add(self, files: Iterable[Path], how: Options, work: Readers) -> AddedFiles:
        names_read_with(self._index, names_in(load_catalogue()))
        for some in in_parts(work(take, self._new(files, how))):
            for file in some:
                self._settle(file)
            self._write_rows()
        if len(self._done.added) >= limits.AT_ONCE:
            self._index.execute("INSERT INTO words (words) VALUES ('optimize')")
        self._store.look_again()
        bring_up(self._index, self._store)
        unclear = (
            "SELECT DISTINCT number FROM edition JOIN instrument ON id = instrument "
            "WHERE doubts ORDER BY number"
        )
        self._done.unclear = tuple(number for (number,) in self._index.execute(unclear))
        return self._done

    def _new(self, files: Iterable[Path], how: Options) -> Iterator[BroughtFile]:
        """The files whose text is not kept already."""
        for path in files:
            self._done.files += 1
            try:
                file = brought(replace(how, name=str(path)), load(path))
            except KcdocsError as fault:
                self._refuse(str(path), fault)
                continue
            if self._is_known(file):
                self._done.known += 1
                self._count()
            else:
                yield file

    def _is_known(self, file: BroughtFile) -> bool:
        row = self._index.execute("SELECT path, stamp FROM taken WHERE digest = ?", [file.digest]).fetchone()
        with suppress(OSError):  # it is no longer there
            return row is not None and stamp(self._store.texts / row[0]) == row[1]
        return False

    def _settle(self, file: TakenFile) -> None:
        """Keep a text that was read, if it is certain what it is."""
        folder = slug(file.citation.number)
        before = self._arrived.get(folder)
        if file.fault is not None:
            self._refuse(file.name, file.fault)
        elif self._store.facts(file.citation.number) is not None:
            self._check(file)
        elif before is not None and before.words != file.words:
            self._withdraw(folder, before, file)
        else:
            self._keep(folder, file)

    def _withdraw(self, folder: str, before: _Arrived, file: TakenFile) -> None:
        """Take back a text of this run that another file contradicts; tell both."""
        number = file.citation.number
        self._refuse(file.name, TwoTextsError(file.name, number, before.name))
        if before.path is None:
            return
        before.path.unlink(missing_ok=True)
        self._rows.pop(folder, None)
        with writing(self._index):
            forget(self._index, folder)
        self._done.added.remove(number)
        self._done.doubted.pop(before.name, None)
        self._done.faults.append((before.name, TwoTextsError(before.name, number, file.name)))
        self._arrived[folder] = _Arrived(before.name, "", None)

    def _check(self, file: TakenFile) -> None:
        try:
            new = self._checked(file.name)
        except KcdocsError as fault:
            self._refuse(file.name, fault)
            return
        if new:
            self._done.added.append(file.citation.number)
        else:
            self._done.known += 1
        self._count()

    def _keep(self, folder: str, file: TakenFile) -> None:
        path = self._store.texts / folder / f"{file.day.isoformat()}.json"
        others = sorted(path.parent.glob("*.json"))
        same = [one for one in others if _words(one) == file.words]
        if same:
            self._done.known += 1
            self._remember(file, same[0])
            self._count()
            return
        if others:
            days = tuple(map(_day, others))
            self._refuse(file.name, OtherEditionKeptError(file.name, file.citation.number, days))
            return
        write_whole(path, file.body)
        self._done.added.append(file.citation.number)
        if file.told:
            self._done.doubted[file.name] = file.told
        self._arrived[folder] = _Arrived(file.name, file.words, path)
        self._rows[folder] = (file, path)
        self._count()

    def _write_rows(self) -> None:
        """Let the index have what was kept since the last time."""
        rows = [
            replace(file.index or IndexedInstrument(folder, ""), texts=own_seal(path))
            for folder, (file, path) in self._rows.items()
        ]
        with writing(self._index):
            keep(self._index, rows)
            for file, path in self._rows.values():
                self._remember(file, path)
        self._rows.clear()

    def _remember(self, file: TakenFile, path: Path) -> None:
        place = f"{path.parent.name}/{path.name}"
        self._index.execute(
            "INSERT OR REPLACE INTO taken VALUES (?, ?, ?)", [file.digest, place, stamp(path)]
        )

    def _refuse(self, name: str, fault: KcdocsError) -> None:
        self._done.faults.append((name, fault))
        self._count()

    def _count(self) -> None:
        done = self._done
        self._tell(len(done.added) + done.known + len(done.faults))


def _words(path: Path) -> str:
    """What tells a kept text from any other; empty if it cannot be read."""
    with suppress(SpoiltTextError):
        return words_digest(kept.read(path).words)
    return ""


def _day(path: Path) -> str:
    day = date.fromisoformat(path.stem)
    return "không rõ ngày" if day == UNDATED else f"từ ngày {day_words(day)}"
