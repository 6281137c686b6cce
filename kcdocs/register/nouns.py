"""What a register is made of: books of numbers, and numbers with what became of them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime


class State(StrEnum):
    """What became of a number; the value is what is stored and shown."""

    RESERVED = "đang giữ"
    CONFIRMED = "đã cấp"
    RELEASED = "bỏ trống"
    VOID = "hủy"


LIVING = (State.RESERVED, State.CONFIRMED)
"""States in which a record has its number."""


@dataclass(frozen=True, slots=True)
class Series:
    """A book of numbers.

    Attributes:
        issuer: Symbol of the issuing body ("BCT").
        type: Abbreviation of the type ("QĐ", Decree 30/2020, Annex III, Table 1).
        year: The calendar year; numbers restart on 1 January (Decree 30/2020, Annex I, II.3).
    """

    issuer: str
    type: str
    year: int

    def __str__(self) -> str:
        return f"{self.type}-{self.issuer}/{self.year}"


@dataclass(frozen=True, slots=True)
class Number:
    """A number and what became of it.

    Attributes:
        series: The book it belongs to.
        number: The number.
        state: What became of it.
        holder: Who holds it: a batch's name, or a person's note.
        document: The document's file, once confirmed.
        sha256: The document's hash, once confirmed.
        reason: Why it was released or made void.
        at: When its state last changed (UTC).
        record: Fingerprint of the record it was given to; empty where none is known.
    """

    series: Series
    number: int
    state: State
    holder: str
    document: str
    sha256: str
    reason: str
    at: datetime
    record: str = ""


@dataclass(frozen=True, slots=True)
class HeldBlock:
    """Numbers of a book that one holder holds now.

    Attributes:
        holder: Who.
        count: How many.
        first: The lowest.
        last: The highest; numbers between may be others'.
    """

    holder: str
    count: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class BookOverview:
    """A book of numbers at a glance.

    Attributes:
        series: The book.
        following: The next number it gives.
        counts: How many of its numbers are in each state.
        held: Who holds numbers now.
    """

    series: Series
    following: int
    counts: Mapping[State, int]
    held: tuple[HeldBlock, ...]


@dataclass(frozen=True, slots=True)
class RegisterPlace:
    """Where the register stands.

    Attributes:
        address: The file, or the database's address without its password.
        shared: Whether it is a database that an office shares.
        fixed: Whether the environment of this machine says so, so that a user cannot change it.
    """

    address: str
    shared: bool
    fixed: bool
