"""An office's own book of numbers, read for the register: any file of records, a number a record."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from kcdocs.codes import Declared
from kcdocs.model.finding import Finding, Place, Severity
from kcdocs.records.errors import EmptyRecordsError
from kcdocs.records.faults import EMPTY_SHEET, NO_COLUMN, STRAY_CELL, UNCLEAR, UNKNOWN_COLUMN
from kcdocs.records.reading import open_books
from kcdocs.records.source import was_read
from kcdocs.records.values import reader, single, value_text
from kcdocs.register import limits
from kcdocs.register.book_sheet import COLUMNS
from kcdocs.register.errors import BadSeriesError, BookFaultsError, SeriesUnknownError
from kcdocs.register.naming import read_series
from kcdocs.register.nouns import Number, Series, State
from kcdocs.register.register import first_hole
from kcdocs.text.dates import parse_date
from kcdocs.text.unclear import UnclearError

if TYPE_CHECKING:
    from pathlib import Path

    from kcdocs.model.record import Record, Value
    from kcdocs.records.values import Schema
    from kcdocs.register.register import Register

NUMBER = "so"
"""The field of the number."""

FIELDS = {
    "day_so": "series",
    NUMBER: "number",
    "trang_thai": "state",
    "tep": "document",
    "nguoi_giu": "holder",
    "ly_do": "reason",
    "ly_do_bo_trong": "reason",
    "thoi_diem": "at",
    "sha256": "sha256",
    "dau_ho_so": "record",
}
"""Field of a record → that of a number. An office calls the reason by either name."""

_KINDS: dict[str, Schema] = {"number": {"type": "integer"}, "state": {"enum": list(State)}, "at": {}}
_TITLES = {"ly_do_bo_trong": "Lý do bỏ trống"}

SCHEMA: Schema = {
    "title": "Sổ đăng ký số văn bản",
    "type": "object",
    "required": [NUMBER],
    "properties": {
        key: {"title": _TITLES.get(key, COLUMNS[name].title), **_KINDS.get(name, {"type": "string"})}
        for key, name in FIELDS.items()
    },
}
"""What a record of a book may say; the columns are those of an exported register."""

OLD_BOOK = "sổ cũ"
"""Who held a number of a book that does not say it."""

_READERS = {key: reader(schema) for key, schema in SCHEMA["properties"].items()}
_TIMES = ("%d/%m/%Y %H:%M:%S", "%d/%m/%Y %H:%M")
_EXPLAINED = frozenset({State.RELEASED, State.VOID})
_OF_NO_CONCERN = frozenset(item.code for item in (UNKNOWN_COLUMN, STRAY_CELL, EMPTY_SHEET))
"""An office's book tells more than the register asks for, and a workbook has sheets that nobody filled."""

_EMPTY = Declared(
    "RG202",
    Severity.ERROR,
    "A file that holds no number.",
    "Bảng không có số nào.",
    mend="Ghi mỗi số một hàng.",
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


def read_book(path: Path, series: Series | None, register: Register) -> dict[Series, list[Number]]:
    """Read a book and see that the register can take it in.

    Args:
        path: A file of records; in a workbook each sheet may be a book, and its name may tell which.
        series: The book, where neither a field nor the sheet's name tells it.
        register: What is there already.

    Raises:
        BookFaultsError: If it has faults; all of them, each with its place.
        KcdocsError: If the file cannot be read.
    """
    book = _Book(series)
    stream = open_books(path, SCHEMA)
    try:
        for record, faults in stream.pairs():
            book.take(record, faults)
    except EmptyRecordsError:
        raise BookFaultsError([_EMPTY.at(Place(file=str(path)))]) from None
    book.note(stream.loose)
    found = book.by_series()
    for one, lines in found.items():
        book.faults += _beside(one, lines, register)
    if not found and not book.faults:
        book.faults.append(_EMPTY.at(Place(file=str(path))))
    if book.faults:
        raise BookFaultsError(book.faults)
    return {one: [line.number for line in lines] for one, lines in found.items()}


@dataclass(frozen=True, slots=True)
class _Line:
    """A number and where it stands."""

    number: Number
    place: Place


@dataclass(slots=True)
class _Book:
    """A book being read.

    Attributes:
        series: The series of numbers that say no other.
        faults: What is wrong.
        lines: The numbers.
        unnumbered: Sheets without a column of numbers, whose rows say nothing more.
    """

    series: Series | None
    faults: list[Finding] = field(default_factory=list)
    lines: list[_Line] = field(default_factory=list)
    unnumbered: set[str] = field(default_factory=set)

    def note(self, faults: Sequence[Finding]) -> list[Finding]:
        """Keep the faults that matter to a register, and give them back."""
        kept = [fault for fault in faults if fault.code not in _OF_NO_CONCERN]
        self.faults += kept
        self.unnumbered |= {fault.place.sheet for fault in kept if fault.code == NO_COLUMN.code}
        return kept

    def take(self, record: Record, faults: Sequence[Finding]) -> None:
        """Read a record's number."""
        wrong = self.note(faults)
        if not was_read(record, wrong) or record.place.sheet in self.unnumbered:
            return
        told: dict[str, Any] = {}
        for key, name in FIELDS.items():
            try:
                value = _read(key, record.data.get(key))
            except UnclearError as fault:
                said = value_text(record.data.get(key))
                wrong.append(_unclear(self._place(record, key), said, fault))
                self.faults.append(wrong[-1])
            else:
                told[name] = value or told.get(name)
        if not wrong:
            self._add(record, told)

    def by_series(self) -> dict[Series, list[_Line]]:
        """The lines by book, each in the order of its numbers."""
        found: dict[Series, list[_Line]] = {}
        for line in sorted(self.lines, key=lambda line: line.number.number):
            found.setdefault(line.number.series, []).append(line)
        return found

    def _add(self, record: Record, told: dict[str, Any]) -> None:
        place = self._place(record, NUMBER)
        series = told.pop("series") or self.series or _named(record.place.sheet)
        if series is None:
            self._wrong(place, "Không rõ số này thuộc dãy nào; thêm cột «Dãy số», hoặc tùy chọn --series")
            return
        state: State = told["state"] or State.CONFIRMED
        if state in _EXPLAINED and not told["reason"]:
            self._wrong(self._place(record, "ly_do"), f"Số {state} phải có lý do")
            return
        facts: dict[str, Any] = {name: value or "" for name, value in told.items()}
        facts |= {"state": state, "holder": told["holder"] or OLD_BOOK, "at": told["at"] or datetime.now(UTC)}
        self.lines.append(_Line(Number(series=series, **facts), place))

    def _wrong(self, place: Place, words: str) -> None:
        self.faults.append(_WRONG.at(place, what=words))

    @staticmethod
    def _place(record: Record, key: str) -> Place:
        return replace(record.where(key), field=key)


def _read(key: str, value: Value) -> Any:
    """A field of a number; None where nothing is said.

    Raises:
        UnclearError: If it is not what the field asks for.
    """
    name = FIELDS[key]
    if isinstance(value, dict | list):
        raise UnclearError("Ở đây có nhiều giá trị.", "ghi một giá trị.")
    if name == "at":
        return _moment(value)
    read = single(_READERS[key], value)
    match name:
        case "number":
            return _number(read)
        case "series":
            return _series(read)
        case "state":
            return _state(read)
        case _:
            return " ".join(read.split()) if isinstance(read, str) else read


def _number(value: Value) -> int:
    if isinstance(value, int) and 1 <= value <= limits.MOST_NUMBER:
        return value
    said = value_text(value)[:40] if value is not None else ""
    raise UnclearError(f"«{said}» không phải một số từ 1 đến {limits.MOST_NUMBER}.", "ghi số của văn bản.")


def _series(value: Value) -> Series | None:
    try:
        return read_series(str(value)) if value else None
    except BadSeriesError:
        words = f"«{str(value)[:40]}» không phải tên một dãy số, như «QĐ-BCT/2026»."
        raise UnclearError(words, "ghi tên dãy số: loại văn bản, cơ quan, năm.") from None


def _state(value: Value) -> State | None:
    said = "" if value is None else str(value)
    if not said or said in set(State):
        return State(said) if said else None
    words = f"«{said[:40]}» không phải một trạng thái: {', '.join(State)}."
    raise UnclearError(words, "ghi một trong các trạng thái ấy.")


def _moment(value: Value) -> datetime | None:
    """When a number was given: a day, with a time of day or without."""
    if isinstance(value, datetime):
        return value.replace(tzinfo=UTC)
    if isinstance(value, date):
        return datetime(value.year, value.month, value.day, tzinfo=UTC)
    said = " ".join(value_text(value).split()) if value is not None else ""
    for form in _TIMES if said else ():
        try:
            return datetime.strptime(said, form).replace(tzinfo=UTC)
        except ValueError:
            continue
    return _moment(parse_date(said)) if said else None


def _unclear(place: Place, said: str, fault: UnclearError) -> Finding:
    mend = f"{fault.mend[:1].upper()}{fault.mend[1:]}"
    return UNCLEAR.at(place, said[:80], what=fault.message, mend=mend)


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


def _named(sheet: str) -> Series | None:
    """The book that a sheet's name tells; a sheet cannot bear a stroke in its name."""
    try:
        return read_series(sheet.replace(" ", "/"))
    except BadSeriesError:
        return None
