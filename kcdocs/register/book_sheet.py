"""A book of numbers as a spreadsheet: what is exported can be taken in, and so can an office's own book."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from kcdocs.codes import Declared
from kcdocs.model.finding import Finding, Place, Severity
from kcdocs.register import limits
from kcdocs.register.errors import BadSeriesError, BookFaultsError, SeriesUnknownError
from kcdocs.register.naming import read_series
from kcdocs.register.nouns import Number, Series, State
from kcdocs.register.register import first_hole
from kcdocs.sheet.csv_file import read_csv
from kcdocs.sheet.grid import CellValue, Grid, cell_name
from kcdocs.sheet.write import Column, ColumnKind, Table, sheet_name, workbook
from kcdocs.sheet.xlsx import open_workbook
from kcdocs.text.normalise import nfc

if TYPE_CHECKING:
    from pathlib import Path

    from kcdocs.register.register import Register

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

OLD_BOOK = "sổ cũ"
"""Who held a number of a book that does not say it."""

_TITLES = {column.title.casefold(): name for name, column in COLUMNS.items()} | {"lý do bỏ trống": "reason"}
_TIMES = ("%d/%m/%Y %H:%M:%S", "%d/%m/%Y %H:%M", "%d/%m/%Y")
_EXPLAINED = frozenset({State.RELEASED, State.VOID})


_EMPTY = Declared(
    "RG202",
    Severity.ERROR,
    "A file that holds no number.",
    "Bảng không có số nào.",
    mend="Ghi mỗi số một hàng.",
)

_NO_COLUMN = Declared(
    "RG205",
    Severity.ERROR,
    "A sheet without the column of numbers.",
    "Bảng không có cột «Số».",
    mend="Dùng tiêu đề cột như sổ xuất ra: {titles}.",
)

_WRONG = Declared(
    "RG201",
    Severity.ERROR,
    "A cell of an old book that cannot be understood.",
    "{what}.",
    mend="Sửa ô này rồi chạy lại.",
)

_KNOWN = Declared(
    "RG206",
    Severity.ERROR,
    "A number that the register has already.",
    "Sổ đăng ký đã có số {number} của dãy «{series}» ({state}).",
    mend="Bỏ hàng này.",
)

_HOLE = Declared(
    "RG204",
    Severity.ERROR,
    "A number is missing before this one.",
    "Trước số này thiếu số {number} của dãy «{series}».",
    mend="Thêm hàng cho số ấy; số không dùng thì ghi «bỏ trống» kèm lý do.",
)

_REPEATED = Declared(
    "RG203",
    Severity.ERROR,
    "A number stands twice in an old book.",
    "Số {number} của dãy «{series}» ghi hai lần.",
    mend="Giữ một hàng.",
)


def write_book(books: Mapping[Series, Iterable[Number]]) -> bytes:
    """An XLSX file, a sheet a book."""
    columns = tuple(COLUMNS.values())
    tables: list[Table] = []
    for series, numbers in books.items():
        title = sheet_name(str(series), [table.name for table in tables])
        tables.append(Table(title, columns, (_cells(number) for number in numbers)))
    return workbook(tables or [Table("Sổ trống", columns)], title="Sổ đăng ký số văn bản")


def _cells(number: Number) -> tuple[int | str, ...]:
    told = {"series": str(number.series), "at": f"{number.at.astimezone(UTC):{_TIMES[0]}}"}
    return tuple(told.get(name, getattr(number, name)) for name in COLUMNS)


def read_book(path: Path, series: Series | None, register: Register) -> dict[Series, list[Number]]:
    """Read a book and see that the register can take it in.

    Args:
        path: An XLSX or CSV file; the first row with words holds titles of `COLUMNS`, at least that of the
            number.
        series: The book, where neither a column nor the sheet's name tells it.
        register: What is there already.

    Raises:
        BookFaultsError: If it has faults; all of them, each with its cell.
    """
    reader = _Reader(path, series)
    for grid in _grids(path):
        reader.read(grid)
    books = reader.books()
    for book, lines in books.items():
        reader.faults += _beside(book, lines, register)
    if not books and not reader.faults:
        reader.faults.append(_EMPTY.at(Place(file=str(path))))
    if reader.faults:
        raise BookFaultsError(reader.faults)
    return {book: [line.number for line in lines] for book, lines in books.items()}


def _grids(path: Path) -> Iterator[Grid]:
    if path.suffix.lower() == ".csv":
        yield read_csv(path).grid
        return
    book = open_workbook(path)
    yield from (book.grid(name) for name in book.sheets)


@dataclass(frozen=True, slots=True)
class _Line:
    """A number with the cell it stands in."""

    number: Number
    place: Place


@dataclass(slots=True)
class _Reader:
    """The sheets of one file being read."""

    path: Path
    series: Series | None
    faults: list[Finding] = field(default_factory=list)
    lines: list[_Line] = field(default_factory=list)

    def read(self, grid: Grid) -> None:
        """Read a sheet: its titles, then a number a row."""
        titles: dict[int, str] = {}
        for at, row in enumerate(grid.rows, 1):
            if not any(_words(cell) for cell in row):
                continue
            if titles:
                self._row(grid, at, titles, row)
                continue
            titles = _titles(row)
            if "number" not in titles.values():
                place = Place(file=str(self.path), sheet=grid.name, cell=cell_name(at, 1))
                known = ", ".join(item.title for item in COLUMNS.values())
                self.faults.append(_NO_COLUMN.at(place, titles=known))
                return

    def books(self) -> dict[Series, list[_Line]]:
        """The lines by book, each in the order of its numbers."""
        found: dict[Series, list[_Line]] = {}
        for line in sorted(self.lines, key=lambda line: line.number.number):
            found.setdefault(line.number.series, []).append(line)
        return found

    def _row(self, grid: Grid, at: int, titles: Mapping[int, str], row: Sequence[CellValue]) -> None:
        told: dict[str, Any] = {}
        places: dict[str, Place] = {}
        good = True
        for column, name in titles.items():
            cell = row[column - 1] if column <= len(row) else ""
            places[name] = Place(file=str(self.path), sheet=grid.name, cell=cell_name(at, column))
            broken = grid.broken.get((at, column))
            try:
                told[name] = "" if broken else _READ.get(name, _words)(cell)
            except ValueError as fault:
                broken = str(fault)
            if broken:
                self._wrong(places[name], broken)
                good = False
        if good:
            self._take(grid, told, places)

    def _take(self, grid: Grid, told: dict[str, Any], places: Mapping[str, Place]) -> None:
        place = places["number"]
        series = told.pop("series", None) or self.series or _named(grid.name)
        if series is None:
            self._wrong(place, "không rõ số này thuộc dãy nào; thêm cột «Dãy số», hoặc tùy chọn --series")
            return
        state = told.get("state") or State.CONFIRMED
        if state in _EXPLAINED and not told.get("reason"):
            self._wrong(places.get("reason", place), f"số {state} phải có lý do")
            return
        plain = {"document": "", "sha256": "", "reason": "", "record": ""}
        facts = {**plain, **told, "state": state, "holder": told.get("holder") or OLD_BOOK}
        facts["at"] = told.get("at") or datetime.now(UTC)
        self.lines.append(_Line(Number(series=series, **facts), place))

    def _wrong(self, place: Place, words: str) -> None:
        self.faults.append(_WRONG.at(place, what=f"{words[:1].upper()}{words[1:]}"))


def _beside(series: Series, lines: Sequence[_Line], register: Register) -> Iterator[Finding]:
    """What is wrong with the numbers of a book beside one another and the register, in order."""
    known = register.known(series, [line.number.number for line in lines])
    seen: set[int] = set()
    for line in lines:
        number = line.number.number
        if number in known:
            yield _KNOWN.at(line.place, number=number, series=series, state=known[number].state)
        elif number in seen:
            yield _REPEATED.at(line.place, number=number, series=series)
        seen.add(number)
    ahead = sorted(number for number in seen if number >= _following(series, register, min(seen)))
    if ahead and (hole := first_hole(ahead, _following(series, register, min(seen)))):
        place = next(line.place for line in lines if line.number.number > hole)
        yield _HOLE.at(place, number=hole, series=series)


def _following(series: Series, register: Register, first: int) -> int:
    try:
        return register.following(series)
    except SeriesUnknownError:
        return first


def _titles(row: Sequence[CellValue]) -> dict[int, str]:
    found = {at: _TITLES.get(_words(cell).rstrip("* ").casefold()) for at, cell in enumerate(row, 1)}
    return {at: name for at, name in found.items() if name}


def _named(sheet: str) -> Series | None:
    """The book that a sheet's name tells; a sheet cannot bear a stroke in its name."""
    try:
        return read_series(sheet.replace(" ", "/"))
    except BadSeriesError:
        return None


def _words(cell: CellValue) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return " ".join(nfc(str(cell)).split())


def _number(cell: CellValue) -> int:
    words = _words(cell)
    if not (
        words.isascii()
        and words.isdigit()
        and len(words.lstrip("0")) <= len(str(limits.MOST_NUMBER))
        and int(words)
    ):
        raise ValueError(f"«{words[:40]}» không phải một số từ 1 đến {limits.MOST_NUMBER}")
    return int(words)


def _state(cell: CellValue) -> State | None:
    words = _words(cell).casefold().replace("huỷ", "hủy")
    if words and words not in set(State):
        raise ValueError(f"«{words[:40]}» không phải một trạng thái: {', '.join(State)}")
    return State(words) if words else None


def _moment(cell: CellValue) -> datetime | None:
    if isinstance(cell, datetime):
        return cell.replace(tzinfo=UTC)
    if isinstance(cell, date):
        return datetime(cell.year, cell.month, cell.day, tzinfo=UTC)
    words = _words(cell)
    for form in _TIMES if words else ():
        try:
            return datetime.strptime(words, form).replace(tzinfo=UTC)
        except ValueError:
            continue
    if words:
        raise ValueError(f"«{words[:40]}» không phải ngày giờ, như 05/5/2026 hoặc 05/5/2026 08:30:00")
    return None


def _series(cell: CellValue) -> Series | None:
    words = _words(cell)
    try:
        return read_series(words) if words else None
    except BadSeriesError:
        raise ValueError(f"«{words[:40]}» không phải tên một dãy số, như «QĐ-BCT/2026»") from None


_READ = {"number": _number, "state": _state, "at": _moment, "series": _series}
