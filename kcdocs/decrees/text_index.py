"""Keeping the index of the store's texts in step with the store.

The index is made again whenever the texts of the store, or the names by which they were read, are no longer
those it was made of; only instruments that may have changed are read again, some at a time, so that what was
read stays read if it is stopped.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TypeVar

from kcdocs.decrees import limits
from kcdocs.decrees.catalogue import catalogue_stamps, load_catalogue
from kcdocs.decrees.holdings import stamp
from kcdocs.decrees.index_file import Answered, using, writing
from kcdocs.decrees.index_names import names_in, names_read_with, remember_names, saying_otherwise
from kcdocs.decrees.index_rows import forget, keep
from kcdocs.decrees.indexed import IndexedInstrument, indexed
from kcdocs.decrees.store import Store
from kcdocs.errors import KcdocsError

Item = TypeVar("Item")
TellRead = Callable[[int, int], None]
"""Told how many texts were read again, of how many."""


def answer(store: Store, question: Callable[[sqlite3.Connection], Answered]) -> Answered:
    """Ask the index, which is brought up to date before.

    Args:
        store: The store.
        question: What is asked.

    Raises:
        NoSearchError: If the SQLite of this machine cannot search in texts, or the index cannot be written.
    """
    return using(_file(store), partial(_answer, store, question))


def refresh(store: Store, tell: TellRead) -> None:
    """Bring the index up to date, and tell how far that is where it takes a while; errors as for `answer`."""
    using(_file(store), lambda index: bring_up(index, store, tell))


def _answer(
    store: Store, question: Callable[[sqlite3.Connection], Answered], index: sqlite3.Connection
) -> Answered:
    """Ask while another thread looks whether texts changed, which takes as long; if so, ask again."""
    with ThreadPoolExecutor(1) as looking:
        texts = looking.submit(_texts_of, store)
        answered = question(index)
        if _is_of(index, texts.result()):
            return answered
    bring_up(index, store)
    return question(index)


def _is_of(index: sqlite3.Connection, texts: str) -> bool:
    """Whether the index is that of texts with this seal."""
    made: tuple[str] = index.execute("SELECT texts FROM made").fetchone()
    return made == (texts,)


def _texts_of(store: Store) -> str:
    """What tells all that the index is made of: every text, and the catalogue."""
    return _seal([*store.stamps().values(), *catalogue_stamps()])


def waiting(store: Store) -> int:
    """How many instruments are to be read before the index is up to date; errors as for `answer`."""
    return using(_file(store), partial(_waiting, store))


def _waiting(store: Store, index: sqlite3.Connection) -> int:
    if _is_of(index, _texts_of(store)):
        return 0
    return len(_to_read(index, store, store.stamps(), names_in(load_catalogue())))


def _file(store: Store) -> Path:
    if store.index is None:
        raise ValueError(store)
    return store.index


def bring_up(index: sqlite3.Connection, store: Store, tell: TellRead = lambda *_: None) -> None:
    """Make the index that of the texts which the store has now, read by the names that are known now."""
    texts = _texts_of(store)
    if _is_of(index, texts):
        return
    stamps, names, done = store.stamps(), names_in(load_catalogue()), 0
    changed = _to_read(index, store, stamps, names)
    told = tell if len(changed) > limits.AT_ONCE else lambda *_: None
    for some in in_parts(changed):
        told(done, len(changed))
        read = [_read(store, folder, changed[folder]) for folder in some]
        with writing(index):
            keep(index, read)
        done += len(some)
    told(done, done)
    with writing(index):
        for (folder,) in index.execute("SELECT folder FROM instrument").fetchall():
            if folder not in stamps:
                forget(index, folder)
        index.execute("UPDATE made SET texts = ?", [texts])
        remember_names(index, names)
    index.executescript(
        "PRAGMA incremental_vacuum"
    )  # `execute` would take one step of it, which frees one page


def _to_read(
    index: sqlite3.Connection, store: Store, stamps: Mapping[str, str], names: Mapping[str, list[str]]
) -> dict[str, str]:
    """The instruments that may have changed since they were read, each with its seal."""
    stale = saying_otherwise(index, names_read_with(index, names), names)
    known = dict(index.execute("SELECT folder, texts FROM instrument"))
    sources = {folder: _sources(store, folder) for folder in stamps}
    seals = {folder: seal(stamps, found) for folder, found in sources.items()}
    return {
        folder: said
        for folder, said in seals.items()
        if known.get(folder) != said or stale.intersection(sources[folder])
    }


def _sources(store: Store, folder: str) -> list[str]:
    """What an instrument's editions are made of: itself, what amends it, and what amends those."""
    found, waiting = [folder], [folder]
    while waiting:
        more = [name for name in store.amending(waiting.pop()) if name not in found]
        found += more
        waiting += more
    return [folder, *sorted(found[1:])]


def seal(stamps: Mapping[str, str], sources: Iterable[str]) -> str:
    """What an instrument's editions depend on, as one seal."""
    return _seal(stamps.get(name, "") for name in sources)


def own_seal(path: Path) -> str:
    """The seal of an instrument whose only text is a kept one and which nothing amends."""
    return _seal([f"{path.parent.name}/{path.name} {stamp(path)}"])


def _seal(stamps: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(stamps).encode("utf-8", "surrogateescape")).hexdigest()


def _read(store: Store, folder: str, texts: str) -> IndexedInstrument:
    """Take an instrument in; one that cannot be read is kept as such, and told with every search."""
    try:
        return indexed(folder, texts, store.entry(folder).citation, store.editions(folder))
    except KcdocsError as fault:
        return IndexedInstrument(folder, texts, unread=fault.message)


def in_parts(items: Iterable[Item]) -> Iterator[Sequence[Item]]:
    """As many items at a time as are written into the index at once."""
    left = iter(items)
    while some := list(islice(left, limits.AT_ONCE)):
        yield some
