"""The tables of the register, the same in SQLite and PostgreSQL."""

from __future__ import annotations

from sqlalchemy import (
    Column,
    DateTime,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    UniqueConstraint,
)

METADATA = MetaData()

SERIES = Table(
    "series",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("issuer", String, nullable=False),
    Column("type", String, nullable=False),
    Column("year", Integer, nullable=False),
    Column("following", Integer, nullable=False),
    UniqueConstraint("issuer", "type", "year"),
)
"""One book of numbers; `following` is the next number to give."""

NUMBERS = Table(
    "numbers",
    METADATA,
    Column("series", ForeignKey("series.id"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("state", String, nullable=False),
    Column("holder", String, nullable=False, default=""),
    Column("document", String, nullable=False, default=""),
    Column("sha256", String, nullable=False, default=""),
    Column("reason", String, nullable=False, default=""),
    Column("at", DateTime(timezone=True), nullable=False),
    Column("record", String, nullable=False, default="", server_default=""),
)
"""Every number ever given, and what became of it."""

RECORDS = Index("numbers_record", NUMBERS.c.record)
"""Finds the numbers that a record has."""

FORM = Table("kcdocs_register", METADATA, Column("version", Integer, primary_key=True))
"""One row: the version of these tables."""
