"""Give, confirm, release and void numbers, safe between processes and machines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime

from sqlalchemy import Connection, Engine, delete, select, update
from sqlalchemy.exc import IntegrityError

from kcdocs.register import limits, rows
from kcdocs.register.errors import (
    HolderUnknownError,
    NotHeldError,
    NotIssuedError,
    NumbersAheadError,
    NumbersExhaustedError,
    NumbersTakenError,
    ReasonMissingError,
    RecordsNumberedError,
    SeriesOpenError,
    SeriesUnknownError,
)
from kcdocs.register.faults import failing
from kcdocs.register.form import prepare
from kcdocs.register.nouns import BookOverview, Number, Series, State
from kcdocs.register.tables import NUMBERS, SERIES

Document = tuple[int, str, str]
"""A number, the file it went to, and the file's sha256."""


class Register:
    """Number series in a SQL database.

    Every method raises `RegisterFailedError` where the database is lost or not what it should be.

    Args:
        engine: The database; its tables are made if absent, brought up to date if older.
        now: The clock, UTC.

    Raises:
        RegisterNewerError: If a newer program made it.
        RegisterUnreachableError: If the database holds something else.
    """

    def __init__(self, engine: Engine, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._engine = engine
        self._now = now
        prepare(engine)

    def open(self, series: Series, *, following: int = 1) -> None:
        """Open a book, or continue one kept elsewhere.

        Args:
            series: The book.
            following: The next number to give.

        Raises:
            SeriesOpenError: If the book is open already.
            NumbersExhaustedError: If there is no such number.
        """
        _check_top(series, following, 1)
        with self._writing() as connection:
            if row := rows.book(connection, series):
                raise SeriesOpenError(str(series), row.following)
            try:
                rows.opened(connection, series, following)
            except IntegrityError as fault:  # another machine was faster by a moment
                raise SeriesOpenError(str(series), following) from fault

    def following(self, series: Series) -> int:
        """The next number a book gives.

        Raises:
            SeriesUnknownError: If the book was never opened.
        """
        with self._reading() as connection:
            row = rows.book(connection, series)
        if row is None:
            raise SeriesUnknownError(str(series))
        return int(row.following)

    def begins(self, series: Series) -> bool:
        """Whether a book is not open yet, but continues that of an earlier year, so that it begins at 1."""
        same = [SERIES.c.issuer == series.issuer, SERIES.c.type == series.type]
        with self._reading() as connection:
            years = {row.year for row in connection.execute(select(SERIES.c.year).where(*same))}
        return series.year not in years and any(year < series.year for year in years)

    def reserve(
        self, series: Series, count: int, *, holder: str, records: Sequence[str] = (), again: bool = False
    ) -> range:
        """Reserve the next numbers as one block.

        Args:
            series: The book.
            count: How many.
            holder: Who holds them.
            records: Fingerprint of the record each is for; none where no record is known.
            again: Whether records that have a number may get another.

        Raises:
            SeriesUnknownError: If the book was never opened.
            NumbersExhaustedError: If the book has no such numbers.
            RecordsNumberedError: If records have a number already; then none is given.
        """
        with self._book(series) as (connection, book, following):
            numbers = range(following, following + count)
            _check_top(series, following, count)
            _check_records(connection, records, again=again)
            rows.advance(connection, book, numbers.stop)
            self._hold(connection, book, numbers, holder, records)
        return numbers

    def reserve_given(
        self,
        series: Series,
        numbers: Sequence[int],
        *,
        holder: str,
        records: Sequence[str] = (),
        again: bool = False,
    ) -> None:
        """Reserve the very numbers that the data gives.

        They must be free: numbers released before, or the next ones without a hole.

        Args:
            series: The book.
            numbers: The numbers, in any order.
            holder: Who holds them.
            records: Fingerprint of the record each is for; none where no record is known.
            again: Whether records that have a number may get another.

        Raises:
            SeriesUnknownError: If the book was never opened.
            NumbersTakenError: If some are given already, or asked for twice.
            NumbersAheadError: If they would leave a hole.
            NumbersExhaustedError: If there are no such numbers.
            RecordsNumberedError: If records have a number already; then none is given.
        """
        with self._book(series) as (connection, book, following):
            again_given = rows.released(connection, book, numbers)
            behind = [number for number in numbers if number < following and number not in again_given]
            if taken := sorted({*behind, *_twice(numbers)}):
                raise NumbersTakenError(str(series), taken)
            ahead = sorted(number for number in numbers if number >= following)
            if hole := first_hole(ahead, following):
                raise NumbersAheadError(str(series), following, hole)
            _check_top(series, following, len(ahead))
            _check_records(connection, records, again=again)
            for number in again_given:
                connection.execute(delete(NUMBERS).where(*rows.of(book, number)))
            rows.advance(connection, book, following + len(ahead))
            self._hold(connection, book, numbers, holder, records)

    def confirm(self, series: Series, documents: Sequence[Document]) -> None:
        """Say which document each held number went to.

        Args:
            series: The book.
            documents: The documents; saying the same again changes nothing.

        Raises:
            NotHeldError: If some are neither held nor confirmed for that very document.
        """
        with self._book(series) as (connection, book, _):
            at = self._now()
            if not documents or rows.confirm_all(connection, book, documents, at):
                return
            wrong = [entry[0] for entry in documents if not rows.confirm(connection, book, entry, at)]
            if wrong:
                raise NotHeldError(str(series), rows.known(connection, series, wrong))

    def release(self, series: Series, numbers: Sequence[int], *, reason: str) -> None:
        """Give held numbers up, with the reason that explains the hole.

        Args:
            series: The book.
            numbers: The numbers.
            reason: Why, in Vietnamese; kept for ever.

        Raises:
            NotHeldError: If some are not held; then none is released.
            ReasonMissingError: If the reason says nothing.
        """
        wrong = self._turn(series, numbers, State.RESERVED, State.RELEASED, reason)
        if wrong:
            raise NotHeldError(str(series), wrong)

    def void(self, series: Series, numbers: Sequence[int], *, reason: str) -> None:
        """Make issued numbers void; they stay in the book, and their records may be numbered anew.

        Args:
            series: The book.
            numbers: The numbers.
            reason: Why, in Vietnamese; kept for ever.

        Raises:
            NotIssuedError: If some are not issued; then none is made void.
            ReasonMissingError: If the reason says nothing.
        """
        wrong = self._turn(series, numbers, State.CONFIRMED, State.VOID, reason)
        if wrong:
            raise NotIssuedError(str(series), wrong)

    def void_all(self, holder: str, *, reason: str) -> tuple[Number, ...]:
        """Make all numbers of a batch void, and release those it still holds.

        Args:
            holder: The batch as the register names it, or its id alone.
            reason: Why, in Vietnamese; kept for ever.

        Returns:
            The numbers as they were.

        Raises:
            HolderUnknownError: If it has no number.
            ReasonMissingError: If the reason says nothing.
        """
        changed = {"reason": _said(reason), "at": self._now()}
        with self._writing() as connection:
            found = rows.held_by(connection, holder)
            for before, after in ((State.CONFIRMED, State.VOID), (State.RESERVED, State.RELEASED)):
                mine = [NUMBERS.c.holder.in_({item.holder for item in found}), NUMBERS.c.state == before]
                connection.execute(update(NUMBERS).where(*mine).values(**changed, state=after))
        if not found:
            raise HolderUnknownError(holder)
        return found

    def add(self, books: Mapping[Series, Sequence[Number]]) -> None:
        """Take in books that were kept elsewhere, all or nothing; those that are not open are opened.

        Args:
            books: The numbers of each, none known yet, without a hole after the next number.

        Raises:
            NumbersTakenError: If the register knows some.
            NumbersAheadError: If they would leave a hole.
        """
        with self._writing() as connection:
            for series, numbers in books.items():
                _add(connection, series, numbers)

    def held(self, series: Series, holder: str) -> list[int]:
        """The numbers of a book that someone holds and has neither confirmed nor given up, in order."""
        return [item.number for item in self.given_to(series, holder) if item.state is State.RESERVED]

    def given_to(self, series: Series, holder: str) -> tuple[Number, ...]:
        """Every number of a book that someone holds or held, in order."""
        with self._reading() as connection:
            return tuple(rows.numbers(connection, *rows.is_(series), NUMBERS.c.holder == holder))

    def of_records(self, records: Sequence[str]) -> Mapping[str, Number]:
        """The number that each of these records holds or was issued, in whatever book.

        Args:
            records: Their fingerprints.

        Returns:
            Fingerprint → number, of those that have one.
        """
        with self._reading() as connection:
            return rows.of_records(connection, records)

    def known(self, series: Series, numbers: Sequence[int]) -> Mapping[int, Number]:
        """What the register knows of numbers of a book; those it does not know are left out."""
        with self._reading() as connection:
            told = rows.known(connection, series, numbers, missing=False)
        return {number: item for number, item in told.items() if item}

    def series(self) -> tuple[tuple[Series, int], ...]:
        """Every book with its next number, by year, issuer and type."""
        order = (SERIES.c.year, SERIES.c.issuer, SERIES.c.type)
        with self._reading() as connection:
            found = connection.execute(select(SERIES).order_by(*order)).all()
        return tuple((Series(row.issuer, row.type, row.year), row.following) for row in found)

    def overview(self) -> tuple[BookOverview, ...]:
        """Every book at a glance, the latest year first."""
        with self._reading() as connection:
            return rows.overview(connection)

    def latest(
        self, series: Series, state: State | None = None, *, below: int | None = None
    ) -> tuple[Number, ...]:
        """The highest numbers of a book, those of a state alone, below one; highest first."""
        with self._reading() as connection:
            wanted = rows.latest(connection, series, state, below, limits.LISTED)
            told = rows.known(connection, series, wanted)
        return tuple(item for number in wanted if (item := told[number]))

    def numbers(self, series: Series) -> Iterator[Number]:
        """Every number a book ever gave, in order."""
        with self._reading() as connection:
            yield from rows.numbers(connection, *rows.is_(series))

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with failing(self._engine), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with failing(self._engine), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def _book(self, series: Series) -> Iterator[tuple[Connection, int, int]]:
        """A transaction that no other can enter for the same book: its connection, id and next number."""
        with self._writing() as connection:
            row = rows.book(connection, series, lock=True)
            if row is None:
                raise SeriesUnknownError(str(series))
            yield connection, row.id, row.following

    def _hold(
        self,
        connection: Connection,
        book: int,
        numbers: Sequence[int],
        holder: str,
        records: Sequence[str],
    ) -> None:
        common = {"series": book, "state": State.RESERVED, "holder": _plain(holder), "at": self._now()}
        each = zip(numbers, records or [""] * len(numbers), strict=True)
        rows.put(connection, ({**common, "number": number, "record": record} for number, record in each))

    def _turn(
        self, series: Series, numbers: Sequence[int], before: State, after: State, reason: str
    ) -> Mapping[int, Number | None]:
        """Turn all numbers from one state to another, or none; those that are not in the first."""
        said = _said(reason)
        with self._book(series) as (connection, book, _):
            known = rows.known(connection, series, numbers)
            wrong = {number: item for number, item in known.items() if not item or item.state is not before}
            if not wrong:
                changed = {"state": after, "reason": said, "at": self._now()}
                for number in known:
                    connection.execute(update(NUMBERS).where(*rows.of(book, number)).values(**changed))
        return wrong


def _add(connection: Connection, series: Series, numbers: Sequence[Number]) -> None:
    wanted = sorted(item.number for item in numbers)
    row = rows.book(connection, series, lock=True)
    book, following = (row.id, row.following) if row else rows.opened(connection, series, wanted[0])
    if taken := rows.known(connection, series, wanted, missing=False):
        raise NumbersTakenError(str(series), list(taken))
    ahead = [number for number in wanted if number >= following]
    if hole := first_hole(ahead, following):
        raise NumbersAheadError(str(series), following, hole)
    _check_top(series, following, len(ahead))
    rows.advance(connection, book, following + len(ahead))
    rows.put(connection, (rows.facts(book, item) for item in numbers))


def first_hole(ahead: Sequence[int], following: int) -> int | None:
    """The first number that is missing in what should follow without one; None if none is.

    Args:
        ahead: Numbers from the next one on, sorted.
        following: The next number.
    """
    return next((wanted for wanted, number in enumerate(ahead, following) if number != wanted), None)


def _check_records(connection: Connection, records: Sequence[str], *, again: bool) -> None:
    if records and not again and (found := rows.of_records(connection, records)):
        raise RecordsNumberedError(found.values())


def _check_top(series: Series, following: int, count: int) -> None:
    if not 1 <= following <= limits.MOST_NUMBER + 1 - count:
        raise NumbersExhaustedError(str(series), following, count)


def _said(reason: str) -> str:
    if not (said := _plain(reason)):
        raise ReasonMissingError
    return said


def _plain(words: str) -> str:
    """Words on one line, without what no database takes."""
    return " ".join(words.encode("utf-8", "replace").decode().replace("\0", " ").split())


def _twice(numbers: Iterable[int]) -> list[int]:
    return [number for number, count in Counter(numbers).items() if count > 1]
