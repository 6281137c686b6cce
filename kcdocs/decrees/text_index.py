"""Keeping the index of the store's texts in step with the store.

The index is made again whenever the texts of the store are no longer those it was made of; only instruments
that may have changed are read again. A provision that editions have in common is one row, with its first and
its last edition. The index of words keeps no text; a row's text is the provision's, on one line.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, suppress
from datetime import date
from pathlib import Path
from typing import TypeVar

from kcdocs.decrees import limits
from kcdocs.decrees.asking import marked, shown
from kcdocs.decrees.entries import StoreEntry
from kcdocs.decrees.errors import NoSearchError
from kcdocs.decrees.store import Store
from kcdocs.errors import KcdocsError
from kcdocs.model.address import Address, Kind
from kcdocs.model.edition import EditionText
from kcdocs.model.instrument import Instrument
from kcdocs.settings import VERSION
from kcdocs.text.normalise import bare

Answered = TypeVar("Answered")

_TABLES = """
CREATE TABLE made (form TEXT, texts TEXT);
CREATE TABLE instrument
    (folder TEXT PRIMARY KEY, texts TEXT, number TEXT, type TEXT, title TEXT, unread TEXT);
CREATE TABLE edition (folder TEXT, since TEXT, made_by TEXT, doubts INTEGER);
CREATE TABLE provision
    (id INTEGER PRIMARY KEY, folder TEXT, first TEXT, last TEXT, address TEXT, text TEXT, above TEXT);
CREATE INDEX provisions ON provision (folder);
CREATE VIRTUAL TABLE words USING fts5
    (chu, khong, tren_chu, tren_khong, content='', tokenize='unicode61 remove_diacritics 0')
"""
_FORM = f"{hashlib.sha256(_TABLES.encode()).hexdigest()[:8]}-{VERSION}"
"""Its tables and the version of the reader that made it; a file of another form is made anew."""

_KEEP = "INSERT INTO words (rowid, chu, khong, tren_chu, tren_khong) VALUES (?, ?, ?, ?, ?)"
_FORGET = (
    "INSERT INTO words (words, rowid, chu, khong, tren_chu, tren_khong) VALUES ('delete', ?, ?, ?, ?, ?)",
    "DELETE FROM instrument WHERE folder = ?",
    "DELETE FROM edition WHERE folder = ?",
    "DELETE FROM provision WHERE folder = ?",
)
"""How an instrument is forgotten: an index that keeps no text must be told which words a row had."""


def answer(store: Store, file: Path, question: Callable[[sqlite3.Connection], Answered]) -> Answered:
    """Ask the index, which is brought up to date before.

    Args:
        store: The store.
        file: Where its index is; made if absent.
        question: What is asked.

    Raises:
        NoSearchError: If the SQLite of this machine cannot search in texts, or the index cannot be written.
    """
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        return _answer(store, file, question)
    except sqlite3.DatabaseError as fault:
        if isinstance(fault, sqlite3.OperationalError):
            raise NoSearchError(str(file), str(fault)) from None
    file.unlink(missing_ok=True)  # a spoilt index holds nothing that is not made again
    return _answer(store, file, question)


def _answer(store: Store, file: Path, question: Callable[[sqlite3.Connection], Answered]) -> Answered:
    with closing(sqlite3.connect(file, timeout=limits.WAIT, isolation_level=None)) as index:
        _bring_up(index, store)
        return question(index)


def _bring_up(index: sqlite3.Connection, store: Store) -> None:
    """Make the index that of the texts which the store has now."""
    texts = _seal(store.files())
    if _made(index) == (_FORM, texts):
        return
    index.execute("BEGIN IMMEDIATE")
    try:
        made = _made(index)
        if made is None or made[0] != _FORM:
            _begin(index)
        if made != (_FORM, texts):
            _read_changed(index, store, texts)
        index.execute("COMMIT")
    except BaseException:
        index.execute("ROLLBACK")
        raise


def _made(index: sqlite3.Connection) -> tuple[str, str] | None:
    with suppress(sqlite3.OperationalError):  # a new file has no table
        found: tuple[str, str] | None = index.execute("SELECT form, texts FROM made").fetchone()
        return found
    return None


def _begin(index: sqlite3.Connection) -> None:
    for name in ("made", "instrument", "edition", "provision", "words"):
        index.execute(f"DROP TABLE IF EXISTS {name}")
    for statement in _TABLES.split(";"):
        index.execute(statement)


def _read_changed(index: sqlite3.Connection, store: Store, texts: str) -> None:
    known = dict(index.execute("SELECT folder, texts FROM instrument"))
    for folder in store.folders():
        seal = _texts_of(store, folder, texts)
        if known.pop(folder, "") != seal:
            _forget(index, folder)
            _read(index, store, folder, seal)
    for folder in known:
        _forget(index, folder)
    index.execute("DELETE FROM made")
    index.execute("INSERT INTO made VALUES (?, ?)", [_FORM, texts])


def _texts_of(store: Store, folder: str, texts: str) -> str:
    """What the editions of an instrument depend on: its own texts, or all where others amend it."""
    with suppress(KcdocsError):
        entry = store.entry(folder)
        return texts if store.amended_by(entry.citation) else _seal(item.path for item in entry.editions)
    return texts


def _seal(files: Iterable[Path]) -> str:
    facts = ((path, path.stat()) for path in files)
    said = "\n".join(f"{path} {stat.st_size} {stat.st_mtime_ns}" for path, stat in facts)
    return hashlib.sha256(said.encode("utf-8", "surrogateescape")).hexdigest()


def _read(index: sqlite3.Connection, store: Store, folder: str, seal: str) -> None:
    """Take an instrument in; one that cannot be read is kept as such, and told with every search."""
    try:
        entry = store.entry(folder)
        editions = store.editions(folder)
    except KcdocsError as fault:
        index.execute("INSERT INTO instrument VALUES (?, ?, '', '', '', ?)", [folder, seal, fault.message])
        return
    _keep(index, entry, folder, seal, editions)


def _keep(
    index: sqlite3.Connection, entry: StoreEntry, folder: str, seal: str, editions: Sequence[EditionText]
) -> None:
    said = entry.citation
    facts = [folder, seal, said.number, said.type, said.title]
    index.execute("INSERT INTO instrument VALUES (?, ?, ?, ?, ?, '')", facts)
    index.executemany(
        "INSERT INTO edition VALUES (?, ?, ?, ?)",
        [(folder, one.since.isoformat(), "\n".join(one.made_by), len(one.doubts)) for one in editions],
    )
    for first, last, address, text, above in _spans(editions):
        row = index.execute(
            "INSERT INTO provision (folder, first, last, address, text, above) VALUES (?, ?, ?, ?, ?, ?)",
            [folder, first.isoformat(), last.isoformat(), address, text, above],
        ).lastrowid
        index.execute(_KEEP, [row, *_columns(text, above)])


def _forget(index: sqlite3.Connection, folder: str) -> None:
    rows = index.execute("SELECT id, text, above FROM provision WHERE folder = ?", [folder]).fetchall()
    words, *tables = _FORGET
    index.executemany(words, [(row, *_columns(text, above)) for row, text, above in rows])
    for statement in tables:
        index.execute(statement, [folder])


def _columns(text: str, above: str) -> tuple[str, str, str, str]:
    return marked(text), bare(text), marked(above), bare(above)


def _spans(editions: Sequence[EditionText]) -> Iterator[tuple[date, date, str, str, str]]:
    """Each provision with the first and the last edition that has it so, and what stands above it there."""
    open_rows: dict[tuple[str, str], tuple[date, date, str]] = {}
    for edition in editions:
        said = dict(_provisions(edition.instrument))
        for gone in [row for row in open_rows if row not in said]:
            first, last, above = open_rows.pop(gone)
            yield (first, last, *gone, above)
        for row, above in said.items():
            first = open_rows[row][0] if row in open_rows else edition.since
            open_rows[row] = (first, edition.since, above)
    for row, (first, last, above) in open_rows.items():
        yield (first, last, *row, above)


def _provisions(instrument: Instrument) -> Iterator[tuple[tuple[str, str], str]]:
    """Address and text of every provision, and what its article and clause say above it.

    What a quotation holds counts to the provision that quotes it.
    """
    heads: dict[Address, str] = {}
    for node in instrument.provisions():
        if node.kind is Kind.QUOTE:
            continue
        quotes = (child for child in node.children if child.kind is Kind.QUOTE)
        texts = [node.text, *(inner.text for quote in quotes for inner in quote.walk())]
        if text := shown(" ".join(texts)):
            above = heads.get(node.address.parent, "")
            yield (str(node.address), text), above
            if node.kind in {Kind.ARTICLE, Kind.CLAUSE}:
                heads[node.address] = f"{above} {text}".strip()
