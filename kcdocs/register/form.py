"""The form of a register's tables: made where there are none, brought up to date where they are older."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection, Engine, insert, inspect, select, text, update

from kcdocs.register.errors import RegisterNewerError, RegisterUnreachableError
from kcdocs.register.faults import shown
from kcdocs.register.tables import FORM, METADATA, NUMBERS, RECORDS, SERIES

VERSION = 2
"""The version that this program writes. 1 had no fingerprints of records and did not tell its version."""

_LOCK = 0x6B63646F  # any number, the same in every program that brings a PostgreSQL register up to date
_OURS = frozenset({SERIES.name, NUMBERS.name})


def prepare(engine: Engine) -> None:
    """See that a database holds a register of this program's form; all or nothing.

    Raises:
        RegisterNewerError: If a newer program made it.
        RegisterUnreachableError: If the database holds something else.
    """
    with engine.begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
        version = _version(connection)
        if version == 0:
            METADATA.create_all(connection)
            connection.execute(insert(FORM).values(version=VERSION))
        elif version > VERSION:
            raise RegisterNewerError(shown(engine), version, VERSION)
        elif version < VERSION:
            for step in _STEPS[version - 1 :]:
                step(connection)
            connection.execute(update(FORM).values(version=VERSION))


def _version(connection: Connection) -> int:
    """The version of the register in a database; 0 where there is none."""
    names = set(inspect(connection).get_table_names())
    if FORM.name in names:
        version = connection.execute(select(FORM.c.version)).scalar()
        if isinstance(version, int) and version > 0 and names >= _OURS:
            return version
    elif names >= _OURS and _is_first(connection):
        return 1
    elif not names & _OURS:
        return 0
    raise RegisterUnreachableError(shown(connection.engine), "cơ sở dữ liệu này không phải sổ của kcdocs")


def _is_first(connection: Connection) -> bool:
    """Whether the tables are those of version 1."""
    found = {table.name: _columns(connection, table.name) for table in (SERIES, NUMBERS)}
    numbers = {column.name for column in NUMBERS.columns} - {"record"}
    return found == {"series": {column.name for column in SERIES.columns}, "numbers": numbers}


def _columns(connection: Connection, table: str) -> set[str]:
    return {column["name"] for column in inspect(connection).get_columns(table)}


def _fingerprints(connection: Connection) -> None:
    """1 → 2: a column for the fingerprint of the record that a number was given to."""
    connection.execute(text("ALTER TABLE numbers ADD COLUMN record VARCHAR DEFAULT '' NOT NULL"))
    RECORDS.create(connection)
    FORM.create(connection)
    connection.execute(insert(FORM).values(version=2))


_STEPS: tuple[Callable[[Connection], None], ...] = (_fingerprints,)
"""Each brings a register from one version to the next."""
