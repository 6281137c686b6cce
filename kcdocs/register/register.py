"""Reserve, confirm and release numbers, safe between processes and machines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    Engine,
    bindparam,
    delete,
    insert,
    select,
    update,
)
from sqlalchemy.exc import IntegrityError, SQLAlchemyError

from kcdocs.register.errors import (
    NotReservedError,
    NumbersAheadError,
    NumbersTakenError,
    SeriesOpenError,
    SeriesUnknownError,
)
from kcdocs.register.tables import METADATA, NUMBERS, SERIES

LOST = SQLAlchemyError
"""What any method raises when the database is lost or not what it should be."""

_AT_ONCE = 1000


class State(StrEnum):
    """What became of a number; the value is what is shown."""

    RESERVED = "đang giữ"
    CONFIRMED = "đã cấp"
    RELEASED = "bỏ trống"


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
        reason: Why it was released.
        at: When its state last changed (UTC).
    """

    series: Series
    number: int
    state: State
    holder: str
    document: str
    sha256: str
    reason: str
    at: datetime


class Register:
    """Number series in a SQL database.

    Args:
        engine: The database; its tables are made if absent.
        now: The clock, UTC.
    """

    def __init__(self, engine: Engine, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._engine = engine
        self._now = now
        METADATA.create_all(engine)

    def open(self, series: Series, *, following: int = 1) -> None:
        """Open a book, or continue one kept elsewhere.

        Args:
            series: The book.
            following: The next number to give.

        Raises:
            SeriesOpenError: If the book is open already.
        """
        try:
            with self._engine.begin() as connection:
                connection.execute(insert(SERIES).values(**_key(series), following=following))
        except IntegrityError as fault:
            raise SeriesOpenError(str(series), self.following(series)) from fault

    def following(self, series: Series) -> int:
        """The next number a book gives.

        Raises:
            SeriesUnknownError: If the book was never opened.
        """
        with self._engine.connect() as connection:
            row = connection.execute(select(SERIES.c.following).where(*_is(series))).one_or_none()
        if row is None:
            raise SeriesUnknownError(str(series))
        return int(row.following)

    def reserve(self, series: Series, count: int, *, holder: str) -> range:
        """Reserve the next numbers as one block.

        Args:
            series: The book.
            count: How many.
            holder: Who holds them.

        Raises:
            SeriesUnknownError: If the book was never opened.
        """
        with self._book(series) as (connection, book, following):
            numbers = range(following, following + count)
            self._advance(connection, book, numbers.stop)
            self._hold(connection, book, numbers, holder)
        return numbers

    def reserve_given(self, series: Series, numbers: Sequence[int], *, holder: str) -> None:
        """Reserve the very numbers that the data gives.

        They must be free: numbers released before, or the next ones without a hole.

        Args:
            series: The book.
            numbers: The numbers, in any order.
            holder: Who holds them.

        Raises:
            SeriesUnknownError: If the book was never opened.
            NumbersTakenError: If some are given already, or asked for twice.
            NumbersAheadError: If they would leave a hole.
        """
        with self._book(series) as (connection, book, following):
            again = _released(connection, book, numbers)
            behind = [number for number in numbers if number < following and number not in again]
            if taken := sorted({*behind, *_twice(numbers)}):
                raise NumbersTakenError(str(series), taken)
            ahead = sorted(number for number in numbers if number >= following)
            if hole := _first_hole(ahead, following):
                raise NumbersAheadError(str(series), following, hole)
            self._forget(connection, book, again)
            self._advance(connection, book, following + len(ahead))
            self._hold(connection, book, numbers, holder)

    def confirm(self, series: Series, documents: Sequence[tuple[int, str, str]]) -> None:
        """Say which document each held number went to.

        Args:
            series: The book.
            documents: Number, file and sha256 of each; saying the same again changes nothing.

        Raises:
            NotReservedError: If some are neither held nor confirmed for that very document.
        """
        with self._book(series) as (connection, book, _):
            if not documents or self._confirm_all(connection, book, documents):
                return
            wrong = [entry[0] for entry in documents if not self._confirm(connection, book, *entry)]
            if wrong:
                raise NotReservedError(str(series), wrong)

    def release(self, series: Series, numbers: Sequence[int], *, reason: str) -> None:
        """Give held numbers up, with the reason that explains the hole.

        Args:
            series: The book.
            numbers: The numbers.
            reason: Why, in Vietnamese; kept for ever.

        Raises:
            NotReservedError: If some are not held.
        """
        with self._book(series) as (connection, book, _):
            wrong = [number for number in numbers if not self._release(connection, book, number, reason)]
            if wrong:
                raise NotReservedError(str(series), wrong)

    def held(self, series: Series, holder: str) -> list[int]:
        """The numbers of a book that someone holds and has neither confirmed nor given up, in order."""
        mine = (NUMBERS.c.holder == holder, NUMBERS.c.state == State.RESERVED)
        wanted = select(NUMBERS.c.number).join(SERIES).where(*_is(series), *mine).order_by(NUMBERS.c.number)
        with self._engine.connect() as connection:
            return [row.number for row in connection.execute(wanted)]

    def series(self) -> Iterator[tuple[Series, int]]:
        """Every book with its next number, by year, issuer and type."""
        order = (SERIES.c.year, SERIES.c.issuer, SERIES.c.type)
        with self._engine.connect() as connection:
            for row in connection.execute(select(SERIES).order_by(*order)):
                yield Series(row.issuer, row.type, row.year), row.following

    def numbers(self, series: Series) -> Iterator[Number]:
        """Every number a book ever gave, in order."""
        wanted = select(NUMBERS).join(SERIES).where(*_is(series)).order_by(NUMBERS.c.number)
        with self._engine.connect() as connection:
            for row in connection.execute(wanted):
                yield Number(
                    series=series,
                    number=row.number,
                    state=State(row.state),
                    holder=row.holder,
                    document=row.document,
                    sha256=row.sha256,
                    reason=row.reason,
                    at=row.at.replace(tzinfo=UTC) if row.at.tzinfo is None else row.at,
                )

    @contextmanager
    def _book(self, series: Series) -> Iterator[tuple[Connection, int, int]]:
        """A transaction that no other can enter for the same book: its connection, id and next number."""
        with self._engine.begin() as connection:
            row = connection.execute(select(SERIES).where(*_is(series)).with_for_update()).one_or_none()
            if row is None:
                raise SeriesUnknownError(str(series))
            yield connection, row.id, row.following

    def _advance(self, connection: Connection, book: int, following: int) -> None:
        connection.execute(update(SERIES).where(SERIES.c.id == book).values(following=following))

    def _hold(self, connection: Connection, book: int, numbers: Sequence[int], holder: str) -> None:
        common = {"series": book, "state": State.RESERVED, "holder": holder, "at": self._now()}
        for start in range(0, len(numbers), _AT_ONCE):
            block = numbers[start : start + _AT_ONCE]
            connection.execute(insert(NUMBERS), [{**common, "number": number} for number in block])

    def _forget(self, connection: Connection, book: int, numbers: set[int]) -> None:
        for number in numbers:
            connection.execute(delete(NUMBERS).where(*_of(book, number)))

    def _confirm_all(
        self, connection: Connection, book: int, documents: Sequence[tuple[int, str, str]]
    ) -> bool:
        """Confirm numbers that are all held, in one go; False if some were not, and then none is."""
        held = update(NUMBERS).where(*_of(book, bindparam("own")), NUMBERS.c.state == State.RESERVED)
        said: dict[str, Any] = {"document": bindparam("said"), "sha256": bindparam("hash")}
        confirmed = held.values({**said, "state": State.CONFIRMED, "at": self._now()})
        rows = [{"own": number, "said": document, "hash": digest} for number, document, digest in documents]
        with connection.begin_nested() as attempt:
            done = connection.execute(confirmed, rows)
            if done.rowcount == len(rows):
                return True
            attempt.rollback()
        return False

    def _confirm(self, connection: Connection, book: int, number: int, document: str, sha256: str) -> bool:
        said: dict[str, Any] = {"document": document, "sha256": sha256}
        held = update(NUMBERS).where(*_of(book, number), NUMBERS.c.state == State.RESERVED)
        if connection.execute(held.values(**said, state=State.CONFIRMED, at=self._now())).rowcount:
            return True
        same = [NUMBERS.c[name] == value for name, value in said.items()]
        return (
            connection.execute(select(NUMBERS.c.number).where(*_of(book, number), *same)).first() is not None
        )

    def _release(self, connection: Connection, book: int, number: int, reason: str) -> bool:
        held = update(NUMBERS).where(*_of(book, number), NUMBERS.c.state == State.RESERVED)
        given_up = held.values(state=State.RELEASED, reason=reason, at=self._now())
        return connection.execute(given_up).rowcount > 0


def _key(series: Series) -> dict[str, str | int]:
    return {"issuer": series.issuer, "type": series.type, "year": series.year}


def _is(series: Series) -> list[ColumnElement[bool]]:
    return [SERIES.c[name] == value for name, value in _key(series).items()]


def _of(book: int, number: int | BindParameter[int]) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return NUMBERS.c.series == book, NUMBERS.c.number == number


def _released(connection: Connection, book: int, numbers: Sequence[int]) -> set[int]:
    wanted = select(NUMBERS.c.number).where(NUMBERS.c.series == book, NUMBERS.c.state == State.RELEASED)
    return {row.number for row in connection.execute(wanted)} & set(numbers)


def _twice(numbers: Sequence[int]) -> list[int]:
    return [number for number, count in Counter(numbers).items() if count > 1]


def _first_hole(ahead: Sequence[int], following: int) -> int | None:
    return next((wanted for wanted, number in enumerate(ahead, following) if number != wanted), None)
