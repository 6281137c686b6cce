"""Searching the texts of the store by words, in every provision of every edition.

What is found is shown from the index alone: no instrument is opened, so a search answers while one types.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from kcdocs.decrees import limits
from kcdocs.decrees.asking import Wanted, excerpt, wanted
from kcdocs.decrees.errors import NothingAskedError
from kcdocs.decrees.store import Store, today
from kcdocs.decrees.text_index import answer
from kcdocs.model.address import Address
from kcdocs.model.citation import Citation
from kcdocs.model.span import Span


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
        total: How many provisions have the words.
        provisions: Those asked for: with the words as one phrase first.
        unread: What of the store could not be looked through, each in words.
    """

    total: int
    provisions: tuple[FoundProvision, ...]
    unread: tuple[str, ...]


def search(store: Store, file: Path, words: str, *, skip: int = 0, unfinished: bool = False) -> FoundTexts:
    """The provisions of the store that have all words; arguments as for `kcdocs.api.decrees.search`.

    Args:
        store: The store.
        file: Where its index is; made if absent.
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
    return answer(store, file, partial(_search, asked=asked, skip=skip))


def _search(index: sqlite3.Connection, *, asked: Wanted, skip: int) -> FoundTexts:
    unread = [row[0] for row in index.execute("SELECT unread FROM instrument WHERE unread <> ''")]
    total = _counted(index, asked.anywhere())
    rows = _rows(index, asked, skip)
    return FoundTexts(total, tuple(_found(index, row, asked) for row in rows), tuple(unread))


def _counted(index: sqlite3.Connection, question: str) -> int:
    (found,) = index.execute("SELECT count(*) FROM words WHERE words MATCH ?", [question]).fetchone()
    return int(found)


def _rows(index: sqlite3.Connection, asked: Wanted, skip: int) -> list[int]:
    """The rows to show: those that have the phrase, then the others, each the best first."""
    most, best = (
        limits.FOUND_SHOWN,
        "SELECT rowid FROM words WHERE words MATCH ? {} ORDER BY rank, rowid LIMIT ? OFFSET ?",
    )
    phrase, every = asked.together(), asked.anywhere()
    together = _counted(index, phrase)
    first = index.execute(best.format(""), [phrase, most, skip])
    found = [row for (row,) in first]
    others = "AND rowid NOT IN (SELECT rowid FROM words WHERE words MATCH ?)"
    left = [every, phrase, most - len(found), max(0, skip - together)]
    return found + [row for (row,) in index.execute(best.format(others), left)]


def _found(index: sqlite3.Connection, row: int, asked: Wanted) -> FoundProvision:
    number, kind, title, folder, first, last, address, text = index.execute(
        "SELECT number, type, title, folder, first, last, address, text FROM provision JOIN instrument "
        "USING (folder) WHERE id = ?",
        [row],
    ).fetchone()
    standing = edition_of_today(index, folder)
    is_current = first <= standing <= last
    part = excerpt(text, asked.places(text))
    said = text[part.start : part.end]
    return FoundProvision(
        Citation(kind, number, title=title),
        folder,
        date.fromisoformat(standing if is_current else last),
        is_current,
        Address.parse(address),
        said,
        asked.places(said),
        part.start > 0,
        part.end < len(text),
    )


def edition_of_today(index: sqlite3.Connection, folder: str) -> str:
    """First day of the edition of today, as the index writes it; of the first one where none has begun."""
    last = "SELECT max(since) FROM edition WHERE folder = ? AND since <= ?"
    first = "SELECT min(since) FROM edition WHERE folder = ?"
    (begun,) = index.execute(last, [folder, today().isoformat()]).fetchone()
    return str(begun or index.execute(first, [folder]).fetchone()[0])
