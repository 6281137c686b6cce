"""Rows of the register's tables: single statements, inside a transaction of their caller."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    Row,
    bindparam,
    func,
    insert,
    or_,
    select,
    update,
)

from kcdocs.register import limits
from kcdocs.register.nouns import LIVING, BookOverview, HeldBlock, Number, Series, State
from kcdocs.register.tables import NUMBERS, SERIES

T = TypeVar("T")


def key(series: Series) -> dict[str, str | int]:
    """The columns that tell a book."""
    return {"issuer": series.issuer, "type": series.type, "year": series.year}


def is_(series: Series) -> list[ColumnElement[bool]]:
    """That a row is of a book."""
    return [SERIES.c[name] == value for name, value in key(series).items()]


def of(book: int, number: int | BindParameter[int]) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    """That a row is of a number."""
    return NUMBERS.c.series == book, NUMBERS.c.number == number


def book(connection: Connection, series: Series, *, lock: bool = False) -> Row[Any] | None:
    """The row of a book; None if it was never opened."""
    wanted = select(SERIES).where(*is_(series))
    return connection.execute(wanted.with_for_update() if lock else wanted).one_or_none()


def opened(connection: Connection, series: Series, following: int) -> tuple[int, int]:
    """Open a book; its id and next number."""
    done = connection.execute(insert(SERIES).values(**key(series), following=following))
    return int((done.inserted_primary_key or (0,))[0]), following


def advance(connection: Connection, book: int, following: int) -> None:
    """Say which number a book gives next."""
    connection.execute(update(SERIES).where(SERIES.c.id == book).values(following=following))


def put(connection: Connection, facts: Iterable[dict[str, Any]]) -> None:
    """Write numbers that are new to their book."""
    for block in blocks(facts, limits.WRITTEN_AT_ONCE):
        connection.execute(insert(NUMBERS), block)


def facts(book: int, number: Number) -> dict[str, Any]:
    """The columns of a number."""
    names = (column.name for column in NUMBERS.columns if column.name != "series")
    return {"series": book, **{name: getattr(number, name) for name in names}}


def numbers(connection: Connection, *which: ColumnElement[bool]) -> Iterator[Number]:
    """Numbers by book and number."""
    wanted = select(NUMBERS, SERIES.c.issuer, SERIES.c.type, SERIES.c.year).join(SERIES)
    order = (SERIES.c.year, SERIES.c.issuer, SERIES.c.type, NUMBERS.c.number)
    for row in connection.execute(wanted.where(*which).order_by(*order)):
        yield Number(
            series=Series(row.issuer, row.type, row.year),
            number=row.number,
            state=State(row.state),
            holder=row.holder,
            document=row.document,
            sha256=row.sha256,
            reason=row.reason,
            at=row.at.replace(tzinfo=UTC) if row.at.tzinfo is None else row.at,
            record=row.record,
        )


def latest(
    connection: Connection, series: Series, state: State | None, below: int | None, most: int
) -> list[int]:
    """The highest numbers of a book, those of a state alone, below one; highest first."""
    wanted = select(NUMBERS.c.number).join(SERIES).where(*is_(series))
    if state:
        wanted = wanted.where(NUMBERS.c.state == state)
    if below:
        wanted = wanted.where(NUMBERS.c.number < below)
    found = connection.execute(wanted.order_by(NUMBERS.c.number.desc()).limit(most))
    return [row.number for row in found]


def overview(connection: Connection) -> tuple[BookOverview, ...]:
    """Every book at a glance, the latest year first."""
    order = (SERIES.c.year.desc(), SERIES.c.issuer, SERIES.c.type)
    counts, held = _counted(connection), _holding(connection)
    return tuple(
        BookOverview(
            Series(row.issuer, row.type, row.year),
            row.following,
            counts.get(row.id, {}),
            tuple(held.get(row.id, ())),
        )
        for row in connection.execute(select(SERIES).order_by(*order))
    )


def _counted(connection: Connection) -> dict[int, dict[State, int]]:
    """How many numbers of each book are in each state."""
    found: dict[int, dict[State, int]] = {}
    wanted = select(NUMBERS.c.series, NUMBERS.c.state, func.count().label("many"))
    for row in connection.execute(wanted.group_by(NUMBERS.c.series, NUMBERS.c.state)):
        found.setdefault(row.series, {})[State(row.state)] = row.many
    return found


def _holding(connection: Connection) -> dict[int, list[HeldBlock]]:
    """Who holds numbers of each book."""
    number = NUMBERS.c.number
    facts = (func.count().label("many"), func.min(number).label("first"), func.max(number).label("last"))
    wanted = select(NUMBERS.c.series, NUMBERS.c.holder, *facts).where(NUMBERS.c.state == State.RESERVED)
    found: dict[int, list[HeldBlock]] = {}
    for row in connection.execute(wanted.group_by(NUMBERS.c.series, NUMBERS.c.holder).order_by("first")):
        found.setdefault(row.series, []).append(HeldBlock(row.holder, row.many, row.first, row.last))
    return found


def known(
    connection: Connection, series: Series, wanted: Sequence[int], *, missing: bool = True
) -> dict[int, Number | None]:
    """What is known of numbers; where `missing` is set, None for those of which nothing is."""
    found: dict[int, Number | None] = dict.fromkeys(wanted) if missing else {}
    for block in blocks(wanted, limits.ASKED_AT_ONCE):
        these = numbers(connection, *is_(series), NUMBERS.c.number.in_(block))
        found |= {item.number: item for item in these}
    return found


def of_records(connection: Connection, records: Sequence[str]) -> dict[str, Number]:
    """The number that each record has, of those that have one."""
    found: dict[str, Number] = {}
    for block in blocks(filter(None, records), limits.ASKED_AT_ONCE):
        these = numbers(connection, NUMBERS.c.record.in_(block), NUMBERS.c.state.in_(LIVING))
        found |= {item.record: item for item in these}
    return found


def held_by(connection: Connection, holder: str) -> tuple[Number, ...]:
    """The numbers a batch has, by its name or its id."""
    names = NUMBERS.c.holder.in_((holder, f"đợt {holder}"))
    with_id = NUMBERS.c.holder.endswith(f" ({holder})", autoescape=True)
    return tuple(numbers(connection, or_(names, with_id), NUMBERS.c.state.in_(LIVING)))


def released(connection: Connection, book: int, wanted: Sequence[int]) -> set[int]:
    """Those of some numbers that were given up."""
    given_up = select(NUMBERS.c.number).where(NUMBERS.c.series == book, NUMBERS.c.state == State.RELEASED)
    return {row.number for row in connection.execute(given_up)} & set(wanted)


def confirm_all(
    connection: Connection, book: int, documents: Sequence[tuple[int, str, str]], at: datetime
) -> bool:
    """Confirm numbers that are all held, in one go; False if some were not, and then none is."""
    held = update(NUMBERS).where(*of(book, bindparam("own")), NUMBERS.c.state == State.RESERVED)
    said: dict[str, Any] = {"document": bindparam("said"), "sha256": bindparam("hash")}
    confirmed = held.values({**said, "state": State.CONFIRMED, "at": at})
    each = [{"own": number, "said": document, "hash": digest} for number, document, digest in documents]
    with connection.begin_nested() as attempt:
        done = connection.execute(confirmed, each)
        if done.rowcount == len(each):
            return True
        attempt.rollback()
    return False


def confirm(connection: Connection, book: int, document: tuple[int, str, str], at: datetime) -> bool:
    """Confirm a number that is held, or see that it was confirmed for that very document."""
    number, file, digest = document
    said: Mapping[str, Any] = {"document": file, "sha256": digest}
    held = update(NUMBERS).where(*of(book, number), NUMBERS.c.state == State.RESERVED)
    if connection.execute(held.values(**said, state=State.CONFIRMED, at=at)).rowcount:
        return True
    same = [NUMBERS.c[name] == value for name, value in said.items()]
    return connection.execute(select(NUMBERS.c.number).where(*of(book, number), *same)).first() is not None


def blocks(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """Items in order, so many at a time."""
    rest = iter(items)
    while block := list(islice(rest, size)):
        yield block
