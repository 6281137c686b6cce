"""Searching the texts of the store by words, in every provision of every edition.

What is found is shown from the index alone: no instrument is opened, so a search answers while one types.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from kcdocs.decrees import limits
from kcdocs.decrees.asking import Wanted, excerpt, wanted
from kcdocs.decrees.errors import NothingAskedError
from kcdocs.decrees.store import Store, today
from kcdocs.decrees.text_index import answer
from kcdocs.model.address import Address
from kcdocs.model.citation import Citation
from kcdocs.model.span import Span

_FOUND = "SELECT rowid, 0 FROM words WHERE words MATCH ? ORDER BY rowid DESC LIMIT ?"
_WEIGHED = "SELECT rowid, rank FROM words WHERE words MATCH ? ORDER BY rowid DESC LIMIT ?"
"""Apart, for to weigh any row FTS5 goes through all rows of each word."""


@dataclass(frozen=True, slots=True)
class FoundProvision:
    """A provision that says what was looked for.

    Attributes:
        citation: The instrument; without day and issuer.
        folder: Its number as a part of an address ("45-2012-nd-cp").
        since: First day of the edition that is shown: that of today if it has the provision, else the last
            that has it; `date(1, 1, 1)` if not known.
        current: Whether that is the edition of today.
        address: The provision.
        text: What it says, or the part that has the words; on one line.
        places: Where in `text` the words stand.
        before: Whether it says more before that part.
        after: Whether it says more behind it.
    """

    citation: Citation
    folder: str
    since: date
    current: bool
    address: Address
    text: str
    places: tuple[Span, ...]
    before: bool
    after: bool


@dataclass(frozen=True, slots=True)
class FoundTexts:
    """What a search found.

    Attributes:
        total: How many provisions have the words; no more than `limits.COUNTED` are counted.
        more: Whether there are more than that.
        provisions: Those asked for: those with the words as one phrase, then those with the words apart, then
            those that say some and stand under the others; of each kind the best first.
        unread: What of the store could not be looked through, each in words.
    """

    total: int
    more: bool
    provisions: tuple[FoundProvision, ...]
    unread: tuple[str, ...]


def search(store: Store, words: str, *, skip: int = 0, unfinished: bool = False) -> FoundTexts:
    """The provisions of the store that have all words; arguments as for `kcdocs.api.shelf.search`.

    Args:
        store: The store.
        words: As a person types them.
        skip: How many to leave out, which were shown before.
        unfinished: Whether the person is still typing, so that the last word may go on.

    Raises:
        NothingAskedError: If there is no word.
        NoSearchError: If the SQLite of this machine cannot search in texts, or the index cannot be written.
    """
    asked = wanted(words, unfinished=unfinished)
    if not asked.words:
        raise NothingAskedError
    return answer(store, partial(_search, asked=asked, skip=skip))


def _search(index: sqlite3.Connection, *, asked: Wanted, skip: int) -> FoundTexts:
    unread = [row[0] for row in index.execute("SELECT unread FROM instrument WHERE unread <> ''")]
    rows = _ranked(index, asked, skip + limits.FOUND_SHOWN)
    counted = rows[: limits.COUNTED]
    shown = tuple(_found(index, row, asked) for row in counted[skip : skip + limits.FOUND_SHOWN])
    return FoundTexts(len(counted), len(rows) > len(counted), shown, tuple(unread))


def _ranked(index: sqlite3.Connection, asked: Wanted, needed: int) -> list[int]:
    """What answers, of each kind the best first as far as so many are needed.

    They are more than `limits.COUNTED` if there are more than that, else all.
    """
    rows: dict[int, None] = {}
    for question in _questions(asked):
        if len(rows) > limits.COUNTED:
            break
        rows |= dict.fromkeys(_answers(index, question, weighed=len(rows) < needed))
    return list(rows)


def _questions(asked: Wanted) -> Iterator[str]:
    """What is asked in turn; an answer to two of them is one to the first."""
    yield asked.together()
    if len(asked.joined) > 1:
        yield asked.own()
        yield asked.partly_above()


def _answers(index: sqlite3.Connection, question: str, *, weighed: bool) -> list[int]:
    """What answers a question, the best of those that are counted first, and one more if there is one."""
    asked = _WEIGHED if weighed else _FOUND
    found = index.execute(asked, [question, limits.COUNTED + 1]).fetchall()
    best = sorted(found[: limits.COUNTED], key=lambda one: (one[1], -one[0]))
    return [row for row, _ in (*best, *found[limits.COUNTED :])]


def _found(index: sqlite3.Connection, row: int, asked: Wanted) -> FoundProvision:
    known, number, kind, title, folder, first, last, address, text = index.execute(
        "SELECT instrument.id, number, type, title, folder, first, last, address, text "
        "FROM provision JOIN instrument ON instrument.id = instrument WHERE provision.id = ?",
        [row % limits.FIRST_HEADING],
    ).fetchone()
    standing = edition_of_today(index, known)
    is_current = first <= standing <= last
    part = excerpt(text, asked.places(text))
    said = text[part.start : part.end]
    return FoundProvision(
        Citation(kind, number, title=title),
        folder,
        date.fromordinal(standing if is_current else last),
        is_current,
        Address.parse(address),
        said,
        asked.places(said),
        part.start > 0,
        part.end < len(text),
    )


def edition_of_today(index: sqlite3.Connection, instrument: int) -> int:
    """First day of an instrument's edition of today, as an ordinal; of its first one where none has begun."""
    last = "SELECT max(since) FROM edition WHERE instrument = ? AND since <= ?"
    first = "SELECT min(since) FROM edition WHERE instrument = ?"
    (begun,) = index.execute(last, [instrument, today().toordinal()]).fetchone()
    return int(begun or index.execute(first, [instrument]).fetchone()[0])
