"""A copy of a register on this machine as it stands at one moment, while others go on writing into it."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from kcdocs.register import limits
from kcdocs.register.errors import RegisterFailedError
from kcdocs.register.faults import why

FILE = "so-dang-ky.sqlite"
"""The register's file in the data folder."""


def copy_register(source: Path, target: Path) -> None:
    """Copy a register whole into one file: what was written last may stand beside it until then.

    Args:
        source: Its file.
        target: A file that is not there.

    Raises:
        RegisterFailedError: If it cannot be read, or is damaged.
    """
    try:
        with (
            closing(sqlite3.connect(source, timeout=limits.WAIT_SECONDS)) as old,
            closing(sqlite3.connect(target)) as new,
        ):
            old.backup(new)
            new.execute("PRAGMA journal_mode=DELETE")
    except sqlite3.Error as fault:
        raise RegisterFailedError(str(source), why(fault)) from fault


def books_in(file: Path) -> Mapping[str, tuple[int, int]]:
    """Every book of a register that nobody writes into: its name → next number, numbers it gave.

    Raises:
        RegisterFailedError: If the file is no register, or damaged.
    """
    asked = (
        "SELECT type || '-' || issuer || '/' || year, following, "
        "(SELECT count(*) FROM numbers WHERE numbers.series = series.id) "
        "FROM series ORDER BY year, issuer, type"
    )
    try:
        with closing(sqlite3.connect(file)) as opened:
            if opened.execute("PRAGMA integrity_check").fetchone() != ("ok",):
                raise RegisterFailedError(str(file), "tệp cơ sở dữ liệu hỏng")
            return {name: (following, count) for name, following, count in opened.execute(asked)}
    except sqlite3.Error as fault:
        raise RegisterFailedError(str(file), why(fault)) from fault
