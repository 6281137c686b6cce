"""Every instrument of the store as the command line lists it: no text is opened that the index has read."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass

from kcdocs.decrees.entries import StoreEntry
from kcdocs.decrees.errors import NoSearchError
from kcdocs.decrees.state import EditionState, state_from_json, state_of
from kcdocs.decrees.store import Store
from kcdocs.decrees.text_index import answer


@dataclass(frozen=True, slots=True)
class ListedInstrument:
    """An instrument as the command line lists it.

    Attributes:
        entry: What is known of it.
        editions: Its editions, earliest first.
        remarks: What must be told with its text of today, a line each.
    """

    entry: StoreEntry
    editions: tuple[EditionState, ...]
    remarks: tuple[str, ...]


def listed_instruments(store: Store) -> Iterator[ListedInstrument]:
    """Every instrument of the store, by slug.

    Raises:
        SpoiltTextError: If a stored text was changed since it was added.
    """
    known: Mapping[str, tuple[EditionState, ...]] = {}
    with suppress(NoSearchError):  # then it is only slower
        known = answer(store, _known)
    for folder, entry in zip(store.folders(), store.entries(), strict=True):
        editions = known.get(folder) or tuple(map(state_of, store.editions(entry.citation.number)))
        yield ListedInstrument(entry, editions, store.remarks(entry, editions))


def _known(index: sqlite3.Connection) -> Mapping[str, tuple[EditionState, ...]]:
    """The editions of each instrument that the index could read, by its folder."""
    found: dict[str, tuple[EditionState, ...]] = {}
    rows = "SELECT folder, state FROM edition JOIN instrument ON id = instrument ORDER BY edition.rowid"
    for folder, state in index.execute(rows):
        found[folder] = (*found.get(folder, ()), state_from_json(state))
    return found
