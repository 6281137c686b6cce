"""The register of outgoing numbers: open, list, reserve, release, export."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from kcdocs import results, settings
from kcdocs.register.naming import read_series
from kcdocs.register.opening import open_register
from kcdocs.sheet.write import Column, Kind, Table, sheet_name, workbook

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from kcdocs.register.register import Number, Register, Series

VARIABLE = "KCDOCS_REGISTER"
"""Environment variable with the register's address; without it the register is in the user's data folder."""

_COLUMNS = (
    Column("Số", 10, Kind.INTEGER),
    Column("Trạng thái", 14),
    Column("Tệp văn bản", 44),
    Column("Người giữ", 24),
    Column("Lý do bỏ trống", 40),
    Column("Thời điểm (UTC)", 22),
    Column("SHA-256", 66),
)


def the_register() -> Register:
    """The register that the environment names.

    Raises:
        RegisterUnreachableError: If it cannot be opened.
        NetworkDriveError: If it is a SQLite file on a network drive.
    """
    return open_register(settings.data_folder(), os.environ.get(VARIABLE, ""))


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
        NotReservedError: If some are not held.
    """
    the_register().release(read_series(name), released, reason=reason)


def export(out: Path, name: str | None = None, *, force: bool = False) -> Path:
    """Write the outgoing register as XLSX, a sheet a book.

    Args:
        out: The file.
        name: One book; None takes all.
        force: Whether a file that stands there may be replaced.

    Raises:
        FileDiffersError: If the file is there.
        SeriesUnknownError: If the book was never opened.
    """
    register = the_register()
    books = [read_series(name)] if name else [series for series, _ in register.series()]
    tables: list[Table] = []
    for series in books:
        register.following(series)
        title = sheet_name(str(series), [table.name for table in tables])
        tables.append(Table(title, _COLUMNS, (_row(number) for number in register.numbers(series))))
    data = workbook(tables or [Table("Sổ trống", _COLUMNS)], title="Sổ đăng ký số văn bản")
    results.write(out, data, "register export xlsx", force=force)
    return out


def _row(number: Number) -> tuple[int | str, ...]:
    at = f"{number.at:%d/%m/%Y %H:%M:%S}"
    return (number.number, number.state, number.document, number.holder, number.reason, at, number.sha256)
