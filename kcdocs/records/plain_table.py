"""A spreadsheet as a table of words to be printed: what a cell shows, or nothing is printed at all."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, ClassVar

from kcdocs.errors import ExitCode, KcdocsError
from kcdocs.sheet.csv_file import read_csv
from kcdocs.sheet.grid import cell_name
from kcdocs.sheet.xlsx import open_workbook
from kcdocs.text.dates import short_date

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from kcdocs.sheet.grid import Grid


class UncertainCellError(KcdocsError):
    """A cell of a table whose print would be a guess."""

    name: str
    cell: str
    reason: str

    code = "TP233"
    exit_code: ClassVar[ExitCode] = ExitCode.DATA
    words = "Tệp «{name}», ô {cell}: {reason}, nên chưa rõ phải in ra thế nào."
    mend = "Đổi ô sang dạng Văn bản (Text) rồi gõ đúng như muốn in, hoặc dùng tệp Word."


def table_rows(path: Path, name: str) -> tuple[list[str], ...]:
    """The words of each row of the first sheet that a person sees, blank rows at the end left out.

    Args:
        path: An XLSX or CSV file.
        name: How the user named it, for messages.

    Raises:
        UncertainCellError: A cell shows something else than it holds, or is merged with others.
    """
    if path.suffix.lower() == ".csv":
        grid = read_csv(path).grid
    else:
        book = open_workbook(path)
        grid = book.grid(book.sheets[0])
    rows = [list(_words(row, number, grid, name)) for number, row in enumerate(grid.rows, 1)]
    for area in grid.merged:
        raise UncertainCellError(name, str(area), "là ô gộp")
    columns = max((n for row in rows for n, text in enumerate(row, 1) if text), default=0)
    while rows and not any(rows[-1]):
        rows.pop()
    return tuple(row[:columns] for number, row in enumerate(rows, 1) if number not in grid.hidden)


def _words(row: Sequence[object], number: int, grid: Grid, name: str) -> Iterator[str]:
    for column, value in enumerate(row, 1):
        if reason := _doubt(value, (number, column), grid):
            raise UncertainCellError(name, cell_name(number, column), reason)
        yield _shown(value, grid.padded.get((number, column), 0))


def _doubt(value: object, at: tuple[int, int], grid: Grid) -> str:
    """Why it is not certain what a cell shows; empty where it is."""
    if at in grid.broken:
        return grid.broken[at]
    if isinstance(value, float) and not isinstance(value, bool):
        peculiar = at in grid.percent or at in grid.words or at in grid.other or at in grid.dressed
        return "hiện ra khác với số được ghi trong ô" if peculiar or value != int(value) else ""
    if isinstance(value, str) or (isinstance(value, date) and not isinstance(value, datetime)):
        return ""
    return "không phải chữ, số nguyên hay ngày"


def _shown(value: object, digits: int) -> str:
    match value:
        case date():
            return short_date(value)
        case float():
            return str(int(value)).zfill(digits)
        case _:
            return str(value).strip()
