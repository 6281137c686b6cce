"""Books of numbers as a spreadsheet; what is exported can be taken in again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC

from kcdocs.register.nouns import Number, Series, State
from kcdocs.sheet.write import Column, ColumnKind, Table, sheet_name, workbook

COLUMNS = {
    "series": Column("Dãy số", 18),
    "number": Column("Số", 10, ColumnKind.INTEGER),
    "state": Column("Trạng thái", 14, choices=tuple(State)),
    "document": Column("Tệp văn bản", 44),
    "holder": Column("Người giữ", 24),
    "reason": Column("Lý do", 40),
    "at": Column("Thời điểm (UTC)", 22),
    "sha256": Column("SHA-256", 66),
    "record": Column("Dấu hồ sơ (SHA-256)", 66),
}
"""Field of a number → its column."""

_MOMENT = "%d/%m/%Y %H:%M:%S"


def write_book(books: Mapping[Series, Iterable[Number]]) -> bytes:
    """An XLSX file, a sheet a book."""
    columns = tuple(COLUMNS.values())
    tables: list[Table] = []
    for series, numbers in books.items():
        title = sheet_name(str(series), [table.name for table in tables])
        tables.append(Table(title, columns, (_cells(number) for number in numbers)))
    return workbook(tables or [Table("Sổ trống", columns)], title="Sổ đăng ký số văn bản")


def _cells(number: Number) -> tuple[int | str, ...]:
    told = {"series": str(number.series), "at": f"{number.at.astimezone(UTC):{_MOMENT}}"}
    return tuple(told.get(name, getattr(number, name)) for name in COLUMNS)
