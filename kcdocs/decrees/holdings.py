"""The texts in the user's data folder: which there are, and what each is.

A command that names one instrument must know all: their numbers, and what amends what. Their files are not
opened for that: the index keeps the head of each, with size and time of the file it was read from.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import cached_property, partial
from pathlib import Path

from kcdocs.decrees import kept
from kcdocs.decrees.errors import NoSearchError, SpoiltTextError
from kcdocs.decrees.index_file import using, writing


class Holdings:
    """The kept texts, as they are when they are first asked for.

    Args:
        folder: Their folder, with one for each instrument; it need not exist.
        index: The file of the index; None to read every head from its text.
    """

    def __init__(self, folder: Path, index: Path | None) -> None:
        self._folder, self._index = folder, index

    def forget(self) -> None:
        """Look again: a text was added."""
        self.__dict__.pop("stamps", None)
        self.__dict__.pop("_heads", None)

    @cached_property
    def stamps(self) -> Mapping[str, Mapping[str, str]]:
        """Instrument → file → size and time of the file, all by name."""
        found = {name: _stamps(self._folder / name) for name in sorted(_names(self._folder))}
        return {name: texts for name, texts in found.items() if texts}

    def paths(self, name: str) -> Iterator[Path]:
        """The kept texts of an instrument, earliest first."""
        yield from (self._folder / name / file for file in self.stamps.get(name, ()))

    def head(self, path: Path) -> kept.KeptHead:
        """What a kept text is.

        Raises:
            SpoiltTextError: If it was changed since it was added.
        """
        return self._head(path.parent.name, path.name)

    def first_head(self, name: str) -> kept.KeptHead:
        """What the first kept text of an instrument says it is; raises as `head`."""
        return self._head(name, next(iter(self.stamps[name])))

    def _head(self, name: str, file: str) -> kept.KeptHead:
        said = self._heads.get(
            f"{name}/{file}"
        )  # by name: a path for each of thousands takes as long as all else
        if said is None:
            raise SpoiltTextError(self._folder / name / file)
        return kept.read_head(said)

    @cached_property
    def _heads(self) -> Mapping[str, str | None]:
        """The head of each file as it is written there; None where it cannot be read."""
        wanted = {
            f"{name}/{file}": stamp for name, texts in self.stamps.items() for file, stamp in texts.items()
        }
        if self._index is not None:
            with suppress(NoSearchError, OSError):  # then it is only slower
                return using(self._index, partial(self._brought_up, wanted))
        return {path: self._read(path) for path in wanted}

    def _brought_up(self, wanted: Mapping[str, str], index: sqlite3.Connection) -> Mapping[str, str | None]:
        rows = index.execute("SELECT path, stamp, head FROM kept").fetchall()
        known = {path: head for path, stamp, head in rows if wanted.get(path) == stamp}
        found = {path: self._read(path) for path in wanted if path not in known}
        gone = [(path,) for path, _, _ in rows if path not in wanted]
        if found or gone:
            with writing(index):
                index.executemany("DELETE FROM kept WHERE path = ?", gone)
                index.executemany(
                    "INSERT OR REPLACE INTO kept VALUES (?, ?, ?)",
                    [(path, wanted[path], head) for path, head in found.items()],
                )
        return known | found

    def _read(self, path: str) -> str | None:
        with suppress(SpoiltTextError):
            return kept.written_head(self._folder / path)
        return None


def stamp(path: Path) -> str:
    """What tells whether a file was written since: its size and its time."""
    return _stamp(path.stat())


def _stamp(facts: os.stat_result) -> str:
    return f"{facts.st_size} {facts.st_mtime_ns}"


def _names(folder: Path) -> Iterator[str]:
    with suppress(FileNotFoundError, NotADirectoryError), os.scandir(folder) as found:
        yield from (one.name for one in found if one.is_dir())


def _stamps(folder: Path) -> dict[str, str]:
    with os.scandir(folder) as found:
        texts = {
            one.name: _stamp(one.stat()) for one in found if one.name.endswith(".json") and one.is_file()
        }
    return dict(sorted(texts.items()))
