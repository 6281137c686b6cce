"""The instruments of the store with their editions, as a list shows them: none is opened."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import date
from functools import partial

from kcdocs.decrees import text_index
from kcdocs.decrees.facts import Facts
from kcdocs.decrees.search import edition_of_today
from kcdocs.decrees.standing import UNDATED
from kcdocs.decrees.state import state_from_json
from kcdocs.decrees.store import Store
from kcdocs.decrees.text_index import TellRead, answer


@dataclass(frozen=True, slots=True)
class ShelvedEdition:
    """An edition as a list shows it.

    Attributes:
        since: First day it stands so; `date(1, 1, 1)` if not known.
        made_by: Numbers of the instruments whose commands made it of the text that was added.
        doubts: How many places of it nobody could tell.
        current: Whether it is the edition of today.
    """

    since: date
    made_by: tuple[str, ...]
    doubts: int
    current: bool

    @property
    def dated(self) -> bool:
        """Whether its first day is known."""
        return self.since != UNDATED


@dataclass(frozen=True, slots=True)
class ShelvedInstrument:
    """An instrument of the store as a list shows it.

    Attributes:
        folder: Its number as a part of an address ("45-2012-nd-cp").
        number: Its number; empty if its text cannot be read.
        type: Its type.
        title: Its title.
        facts: What is known of it apart from its text, if anything.
        editions: Its editions, earliest first; none where there is no text.
        unread: Why its text cannot be read; empty if it can.
    """

    folder: str
    number: str
    type: str
    title: str
    facts: Facts | None
    editions: tuple[ShelvedEdition, ...]
    unread: str


def refresh(store: Store, tell: TellRead) -> None:
    """Bring the index of the store up to date; `tell` is told how far that is where it takes a while."""
    text_index.refresh(store, tell)


def waiting(store: Store) -> int:
    """How many instruments the index is to read again before it can be asked."""
    return text_index.waiting(store)


def shelf(store: Store) -> tuple[ShelvedInstrument, ...]:
    """Every instrument of the store, those with a text first; errors and arguments as for `answer`."""
    found = answer(store, partial(_shelf, store=store))
    return tuple(sorted(found, key=lambda item: not item.editions))


def _shelf(index: sqlite3.Connection, *, store: Store) -> list[ShelvedInstrument]:
    rows = index.execute("SELECT id, folder, number, type, title, unread FROM instrument ORDER BY folder")
    return [
        ShelvedInstrument(folder, number, kind, title, store.facts(folder), _editions(index, known), unread)
        for known, folder, number, kind, title, unread in rows.fetchall()
    ]


def _editions(index: sqlite3.Connection, instrument: int) -> tuple[ShelvedEdition, ...]:
    rows = index.execute(
        "SELECT since, doubts, state FROM edition WHERE instrument = ? ORDER BY since", [instrument]
    ).fetchall()
    now = edition_of_today(index, instrument) if rows else 0
    return tuple(
        ShelvedEdition(date.fromordinal(since), state_from_json(state).made_by, doubts, since == now)
        for since, doubts, state in rows
    )
