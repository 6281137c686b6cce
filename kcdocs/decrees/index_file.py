"""The file of the index: its tables, and how it is opened.

One file holds all that is worked out of the store's texts and can be made again: what each kept text is, the
words of every provision, who refers to whom, and which files were added. It lies on this machine, for on a
share SQLite's locks do not hold. Whoever reads it never waits for whoever writes it.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import TypeVar

from kcdocs.decrees import limits
from kcdocs.decrees.errors import NoSearchError
from kcdocs.files import reason
from kcdocs.settings import VERSION

Answered = TypeVar("Answered")

_TABLES = """
CREATE TABLE made (form TEXT, texts TEXT, names TEXT);
CREATE TABLE kept (path TEXT PRIMARY KEY, stamp TEXT, head TEXT) WITHOUT ROWID;
CREATE TABLE taken (digest TEXT PRIMARY KEY, path TEXT, stamp TEXT) WITHOUT ROWID;
CREATE TABLE instrument
    (id INTEGER PRIMARY KEY, folder TEXT UNIQUE, texts TEXT, number TEXT, type TEXT, title TEXT, unread TEXT);
CREATE TABLE edition (instrument INTEGER, since INTEGER, doubts INTEGER, state TEXT);
CREATE INDEX editions ON edition (instrument);
CREATE TABLE provision
    (id INTEGER PRIMARY KEY, instrument INTEGER, first INTEGER, last INTEGER, heading INTEGER, address TEXT,
    text TEXT, above INTEGER);
CREATE INDEX provisions ON provision (instrument);
CREATE TABLE reference
    (provision INTEGER, start INTEGER, stop INTEGER, words TEXT, targets TEXT, cited TEXT, type TEXT,
    number TEXT, title TEXT, form TEXT, reason TEXT, PRIMARY KEY (provision, start, stop)) WITHOUT ROWID;
CREATE INDEX cited ON reference (cited);
CREATE VIRTUAL TABLE words USING fts5 (said, content='', tokenize='ascii')
"""
"""`names`: see `kcdocs.decrees.index_names`. `kept`: the head of each kept text as its file says it; none
where it cannot be read. `taken`: the bytes of files that were added in bulk, and where their text is kept.
`above`: the provision that one stands under. `state`: see `kcdocs.decrees.state`. Days are ordinals."""

_FORM = f"{hashlib.sha256(_TABLES.encode()).hexdigest()[:8]}-{VERSION}"
"""Its tables and the version of the reader that made it; a file of another form is made anew."""


def using(file: Path, work: Callable[[sqlite3.Connection], Answered]) -> Answered:
    """Do something with the index; one that is absent, spoilt or of another form is made anew before.

    Args:
        file: Where it is.
        work: What is done.

    Raises:
        NoSearchError: If the SQLite of this machine cannot search in texts, or the file cannot be written.
    """
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as fault:
        raise NoSearchError(str(file), reason(fault)) from None
    try:
        return _using(file, work)
    except sqlite3.OperationalError as fault:
        raise NoSearchError(str(file), str(fault)) from None
    except sqlite3.DatabaseError:
        for part in ("", "-wal", "-shm"):  # it holds nothing that is not made again
            file.with_name(file.name + part).unlink(missing_ok=True)
    return _using(file, work)


def _using(file: Path, work: Callable[[sqlite3.Connection], Answered]) -> Answered:
    with closing(sqlite3.connect(file, timeout=limits.WAIT, isolation_level=None)) as index:
        index.execute("PRAGMA auto_vacuum = INCREMENTAL")
        index.execute("PRAGMA journal_mode = WAL")
        index.execute("PRAGMA synchronous = NORMAL")
        if _form(index) != _FORM:
            with writing(index):
                _begin(index)
        return work(index)


@contextmanager
def writing(index: sqlite3.Connection) -> Iterator[None]:
    """All that is written meanwhile, or nothing of it; one process at a time."""
    index.execute("BEGIN IMMEDIATE")
    try:
        yield
        index.execute("COMMIT")
    except BaseException:
        index.execute("ROLLBACK")
        raise


def _form(index: sqlite3.Connection) -> str:
    with suppress(sqlite3.OperationalError):  # a new file has no table
        return str(index.execute("SELECT form FROM made").fetchone()[0])
    return ""


def _begin(index: sqlite3.Connection) -> None:
    if _form(index) == _FORM:  # another process was quicker
        return
    old = index.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE 'CREATE VIRTUAL%'")
    for (name,) in old.fetchall():
        index.execute(f'DROP TABLE "{name}"')
    plain = index.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
    ).fetchall()
    for (name,) in plain:
        index.execute(f'DROP TABLE "{name}"')
    for statement in _TABLES.split(";"):
        index.execute(statement)
    index.execute("INSERT INTO made VALUES (?, '', '')", [_FORM])
