"""The register of outgoing numbers: open, list, reserve, release, void, take in, export."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from kcdocs import results
from kcdocs.batch.journal import batch_in
from kcdocs.batch.old_book import read_book
from kcdocs.files import AnyPath
from kcdocs.register import errors, opening
from kcdocs.register.book_sheet import write_book
from kcdocs.register.naming import read_series
from kcdocs.register.nouns import BookOverview, Number, RegisterPlace, Series, State
from kcdocs.register.opening import the_register

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence


def open_series(name: str, following: int) -> Series:
    """Open a book of numbers, or continue one kept elsewhere.

    Args:
        name: "QĐ-BCT/2026".
        following: The next number to give.

    Raises:
        BadSeriesError: If the name is none.
        SeriesOpenError: If the book is open already.
    """
    series = read_series(name)
    the_register().open(series, following=following)
    return series


def every_series() -> tuple[tuple[Series, int], ...]:
    """Every book with its next number."""
    return tuple(the_register().series())


def numbers(name: str) -> Iterator[Number]:
    """Every number a book ever gave, in order."""
    series = read_series(name)
    register = the_register()
    register.following(series)
    return register.numbers(series)


def reserve(name: str, count: int, holder: str) -> range:
    """Reserve the next numbers as one block.

    Args:
        name: The book.
        count: How many.
        holder: Who holds them.
    """
    return the_register().reserve(read_series(name), count, holder=holder)


def release(name: str, released: Sequence[int], reason: str) -> None:
    """Give held numbers up; the reason is kept for ever.

    Raises:
        NotHeldError: If some are not held.
    """
    the_register().release(read_series(name), released, reason=reason)


def void(name: str, made_void: Sequence[int], reason: str) -> None:
    """Make issued numbers void; they stay in the book with the reason, their records may be numbered anew.

    Raises:
        NotIssuedError: If some are not issued.
        ReasonMissingError: If the reason says nothing.
    """
    the_register().void(read_series(name), made_void, reason=reason)


def void_batch(batch: AnyPath, reason: str) -> tuple[Number, ...]:
    """Make all numbers of a batch void, and release those it still holds.

    Args:
        batch: Its folder, or the batch as the register names it ("đợt dot-1 (3f9a21bc)", or the id alone).
        reason: Why; kept for ever.

    Returns:
        The numbers as they were.

    Raises:
        HolderUnknownError: If it has no number.
        ReasonMissingError: If the reason says nothing.
        BusyBatchError: If it is being made.
        BrokenJournalError: If the journal in its folder cannot be read.
    """
    return the_register().void_all(batch_in(Path(batch)) or os.fspath(batch), reason=reason)


def take_in(
    path: AnyPath, name: str | None = None, *, dry: bool = False
) -> Mapping[Series, Sequence[Number]]:
    """Take in a book that was kept in a spreadsheet; all of it or nothing.

    Args:
        path: A file of records of any kind, with the columns of an exported register.
        name: The book, where the sheet has no column that tells it.
        dry: Whether only to check.

    Returns:
        What was taken in, by book.

    Raises:
        BookFaultsError: If cells are wrong, or numbers known already or left out; all faults.
    """
    register = the_register()
    found = read_book(Path(path), read_series(name) if name else None, register)
    if not dry:
        register.add(found)
    return found


def export(out: AnyPath, name: str | None = None, *, force: bool = False) -> Path:
    """Write the outgoing register as XLSX, a sheet a book.

    Args:
        out: The file.
        name: One book; None takes all.
        force: Whether a file that stands there may be replaced.

    Raises:
        FileDiffersError: If the file is there.
        SeriesUnknownError: If the book was never opened.
    """
    target = Path(out)
    results.write_result(target, workbook(name), "register export xlsx", force=force)
    return target


def workbook(name: str | None = None) -> bytes:
    """The outgoing register as XLSX, a sheet a book.

    Args:
        name: One book; None takes all.

    Raises:
        SeriesUnknownError: If the book was never opened.
    """
    register = the_register()
    books = [read_series(name)] if name else [series for series, _ in register.series()]
    for series in books:
        register.following(series)
    return write_book({series: register.numbers(series) for series in books})


def overview() -> tuple[BookOverview, ...]:
    """Every book at a glance, the latest year first: next number, how many in each state, who holds some."""
    return the_register().overview()


def latest(name: str, state: State | None = None, *, below: int | None = None) -> tuple[Number, ...]:
    """The highest numbers of a book, the highest first; at most a hundred.

    Args:
        name: The book.
        state: Only those in it.
        below: Only those below this number.

    Raises:
        SeriesUnknownError: If the book was never opened.
    """
    register, series = the_register(), read_series(name)
    register.following(series)
    return register.latest(series, state, below=below)


def place() -> RegisterPlace:
    """Where the register stands; nothing is opened."""
    return opening.the_place()


def use(address: str) -> None:
    """Take another register from now on, in every command and on the page.

    Args:
        address: A database URL ("postgresql://office/so"); empty for the register on this machine.

    Raises:
        RegisterUnreachableError: If it cannot be opened; the register stays what it was.
        PlaceNotPrivateError: If others may read or write where the choice is kept.
    """
    opening.choose_place(address.strip())


def ranges(numbered: Iterable[int]) -> str:
    """Numbers in short: "41–43, 45"; of many ranges the first twenty."""
    return errors.ranges(numbered)
