"""Writing instruments into the index, and taking them out again."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator

from kcdocs.decrees import limits
from kcdocs.decrees.asking import said
from kcdocs.decrees.indexed import IndexedInstrument, IndexedReference
from kcdocs.decrees.state import state_as_json
from kcdocs.model.citation import Citation
from kcdocs.text.variants import encoding_form

_WORDS = "INSERT INTO words (rowid, said) VALUES (?, ?)"
_FORGET_WORDS = "INSERT INTO words (words, rowid, said) VALUES ('delete', ?, ?)"
"""An index that keeps no text must be told which words a row had."""


def keep(index: sqlite3.Connection, found: Iterable[IndexedInstrument]) -> None:
    """Write instruments into the index in the place of what it has of them; `writing` is begun."""
    words: list[tuple[int, str]] = []
    for item in found:
        forget(index, item.folder)
        words += _kept(index, item)
    words.sort()  # FTS5 would write out what it has at each step back
    index.executemany(_WORDS, words)


def forget(index: sqlite3.Connection, folder: str) -> None:
    """Take an instrument out of the index."""
    for (known,) in index.execute("SELECT id FROM instrument WHERE folder = ?", [folder]).fetchall():
        rows = index.execute("SELECT id, heading, text, above FROM provision WHERE instrument = ?", [known])
        index.executemany(_FORGET_WORDS, sorted(_words(rows.fetchall())))
        index.execute(
            "DELETE FROM reference WHERE provision IN (SELECT id FROM provision WHERE instrument = ?)",
            [known],
        )
        index.execute("DELETE FROM provision WHERE instrument = ?", [known])
        index.execute("DELETE FROM edition WHERE instrument = ?", [known])
        index.execute("DELETE FROM instrument WHERE id = ?", [known])


def cited_key(citation: Citation) -> str:
    """What the index finds references to an instrument by: its number or, without one, its type and title."""
    return encoding_form(citation.number or f"{citation.type} {citation.title}").strip().upper()


def _kept(index: sqlite3.Connection, item: IndexedInstrument) -> Iterator[tuple[int, str]]:
    """Write all of an instrument but its words, which are given for each of its rows."""
    about = item.citation
    facts = [item.folder, item.texts, about.number, about.type, about.title, item.unread]
    add = "INSERT INTO instrument (folder, texts, number, type, title, unread) VALUES (?, ?, ?, ?, ?, ?)"
    known = index.execute(add, facts).lastrowid
    editions = [(known, one.since.toordinal(), len(one.doubts), state_as_json(one)) for one in item.editions]
    index.executemany("INSERT INTO edition VALUES (?, ?, ?, ?)", editions)
    (last,) = index.execute("SELECT coalesce(max(id), 0) FROM provision").fetchone()
    rows = [
        (
            number,
            known,
            one.first,
            one.last,
            int(one.heading),
            one.address,
            one.text,
            last + 1 + one.above if one.above >= 0 else None,
        )
        for number, one in enumerate(item.provisions, start=last + 1)
    ]
    index.executemany("INSERT INTO provision VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)
    index.executemany(
        "INSERT OR IGNORE INTO reference VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (number, *_reference(reference))
            for number, one in enumerate(item.provisions, start=last + 1)
            for reference in one.references
        ],
    )
    return _words([(row[0], row[4], row[6], row[7]) for row in rows])


def _words(rows: Iterable[tuple[int, int, str, int | None]]) -> Iterator[tuple[int, str]]:
    """The words of an instrument's provisions under their numbers in the index of words.

    Headings have numbers of their own there, above all others: so a search comes to them first.
    """
    stand = {row: (text, above) for row, _, text, above in rows}
    for row, heading, text, _ in rows:
        yield row + heading * limits.FIRST_HEADING, said(text, _above(stand, row))


def _above(stand: dict[int, tuple[str, int | None]], row: int) -> str:
    """All that stands above a provision, the outermost first."""
    words: list[str] = []
    above = stand[row][1]
    while above is not None:
        text, above = stand[above]
        words.insert(0, text)
    return " ".join(words)


def _reference(one: IndexedReference) -> tuple[object, ...]:
    cited = one.citation
    return (
        one.start,
        one.stop,
        one.words,
        "\n".join(one.targets),
        cited_key(cited),
        cited.type,
        cited.number,
        cited.title,
        one.form,
        one.reason,
    )
