"""Keeping the index of the store's texts in step with the store.

The index is made again whenever the texts of the store are no longer those it was made of; only instruments
that may have changed are read again, some at a time, so that what was read stays read if it is stopped.
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
from kcdocs.decrees.holdings import stamp
from kcdocs.decrees.index_file import Answered, using, writing
from kcdocs.decrees.index_rows import forget, keep
from kcdocs.decrees.indexed import IndexedInstrument, indexed
from kcdocs.decrees.store import Store
from kcdocs.errors import KcdocsError

Item = TypeVar("Item")


def answer(store: Store, question: Callable[[sqlite3.Connection], Answered]) -> Answered:
    """Ask the index, which is brought up to date before.

    Args:
        store: The store.
        question: What is asked.

    Raises:
        NoSearchError: If the SQLite of this machine cannot search in texts, or the index cannot be written.
    """
    if store.index is None:
        raise ValueError(store)
    return using(store.index, partial(_answer, store, question))


def _answer(
    store: Store, question: Callable[[sqlite3.Connection], Answered], index: sqlite3.Connection
) -> Answered:
    """Ask while another thread looks whether texts changed, which takes as long; if so, ask again."""
    with ThreadPoolExecutor(1) as looking:
        texts = looking.submit(store.stamps)
        answered = question(index)
        if _is_of(index, _seal(texts.result().values())):
            return answered
    bring_up(index, store)
    return question(index)


def _is_of(index: sqlite3.Connection, texts: str) -> bool:
    """Whether the index is that of texts with this seal."""
    made: tuple[str] = index.execute("SELECT texts FROM made").fetchone()
    return made == (texts,)


def bring_up(index: sqlite3.Connection, store: Store) -> None:
    """Make the index that of the texts which the store has now."""
    stamps = store.stamps()
    texts = _seal(stamps.values())
    if _is_of(index, texts):
        return
    known = dict(index.execute("SELECT folder, texts FROM instrument"))
    seals = {folder: seal(store, stamps, folder) for folder in store.folders()}
    changed = [folder for folder in seals if known.get(folder) != seals[folder]]
    for some in in_parts(changed):
        read = [_read(store, folder, seals[folder]) for folder in some]
        with writing(index):
            keep(index, read)
    with writing(index):
        for folder in known.keys() - seals.keys():
            forget(index, folder)
        index.execute("UPDATE made SET texts = ?", [texts])
    index.executescript(
        "PRAGMA incremental_vacuum"
    )  # `execute` would take one step of it, which frees one page


def seal(store: Store, stamps: Mapping[str, str], folder: str) -> str:
    """What an instrument's editions depend on: its own texts, those that amend it, and what amends those."""
    found, waiting = [folder], [folder]
    while waiting:
        more = [name for name in store.amending(waiting.pop()) if name not in found]
        found += more
        waiting += more
    return _seal(stamps.get(name, "") for name in (folder, *sorted(found[1:])))


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
