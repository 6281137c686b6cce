"""What the cells of a column hold, from the bytes they are written in.

ECMA-376 Part 1, 18.18.11 (types of cells), 18.17.4 (dates as numbers), 22.9.2.19 (escaped characters).
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TypeAlias

from kcdocs.sheet import limits
from kcdocs.sheet.formats import Formats, Moment
from kcdocs.sheet.grid import CellValue
from kcdocs.sheet.xml_parts import BadSheetError

ColumnDecoder: TypeAlias = Callable[[Sequence[bytes]], Sequence[CellValue]]
"""From what cells of one kind are written as to what they hold; worked out at once, so that what is damaged
is told while the file is read."""

_ESCAPE = re.compile(r"&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(amp|lt|gt|quot|apos));|&")
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_ODD = re.compile(r"_x([0-9A-Fa-f]{4})_")


_FROM_1900, _FROM_1904 = date(1899, 12, 30), date(1904, 1, 1)


@dataclass(frozen=True, slots=True)
class Values:
    """The values of a workbook.

    Attributes:
        shared: The shared texts as they are written.
        formats: How its cell styles show numbers.
        from_1904: Whether days count from 1904.
    """

    shared: Sequence[bytes]
    formats: Formats
    from_1904: bool

    def column(self, kind: str, style: int) -> ColumnDecoder:
        """The reader of cells of a type and a style.

        Args:
            kind: The cell's type as it is written; empty for a number.
            style: Number of its style.

        Raises:
            BadSheetError: If there is no such type.
        """
        if kind in {"", "n"}:
            moment = self.formats.moments.get(style)
            return _Moments(moment, self.from_1904).column if moment else _numbers
        if kind == "s":
            return self._shared
        if kind not in _KINDS:
            raise BadSheetError(f"có ô kiểu lạ «{kind}»")
        return _KINDS[kind]

    def misfits(self, kind: str, style: int, cells: Sequence[CellValue]) -> Iterator[int]:
        """Places of cells that should be days or moments and are none.

        Args:
            kind: The cells' type as it is written; empty for a number.
            style: Number of their style.
            cells: What their column made of them.
        """
        if kind == "d" or (kind in {"", "n"} and style in self.formats.moments):
            for place, cell in enumerate(cells):
                if isinstance(cell, float | str):
                    yield place

    def _shared(self, values: Sequence[bytes]) -> Sequence[CellValue]:
        try:
            return _texts(list(map(self.shared.__getitem__, map(int, values))))
        except (ValueError, IndexError):
            raise BadSheetError("có ô trỏ tới chữ không có trong tệp") from None


class _Moments(dict[bytes, "CellValue"]):
    """Number as it is written → date, time or duration; days come back, so each is worked out once."""

    def __init__(self, moment: Moment, from_1904: bool) -> None:
        super().__init__()
        self._moment, self._day_0 = moment, _FROM_1904 if from_1904 else _FROM_1900

    def __missing__(self, written: bytes) -> CellValue:
        found = self[written] = _moment(_number(written), self._moment, self._day_0)
        return found

    def column(self, values: Sequence[bytes]) -> Sequence[CellValue]:
        return list(map(self.__getitem__, values))


def text(written: bytes) -> str:
    """A text of the XML as it is meant.

    Raises:
        BadSheetError: If it is not UTF-8 or has an escape that XML does not know.
    """
    words = _decoded(written)
    if "&" in words:
        words = _ESCAPE.sub(_character, words)
    return _ODD.sub(lambda match: chr(int(match[1], 16)), words) if "_x" in words else words


def _texts(values: Sequence[bytes]) -> Sequence[CellValue]:
    together = b"".join(values)
    if b"&" in together or b"_x" in together:
        return [text(value) for value in values]
    try:
        return list(map(bytes.decode, values))
    except UnicodeDecodeError:
        raise BadSheetError("có chữ không phải UTF-8") from None


def _decoded(written: bytes) -> str:
    try:
        return written.decode()
    except UnicodeDecodeError:
        raise BadSheetError("có chữ không phải UTF-8") from None


def _character(match: re.Match[str]) -> str:
    decimal, hexadecimal, name = match.groups()
    if name:
        return _NAMED[name]
    code = int(decimal or hexadecimal or "0", 10 if decimal else 16)
    if not 0 < code <= 0x10FFFF:
        raise BadSheetError("có ký tự viết sai phép")
    return chr(code)


def _numbers(values: Sequence[bytes]) -> Sequence[CellValue]:
    try:
        found = _whole_numbers(values)
    except ValueError:
        found = [math.nan]
    return found if math.isfinite(sum(found)) else [_number(value) for value in values]


def _whole_numbers(values: Sequence[bytes]) -> list[float]:
    """The numbers; those of a column without fractions are read faster as such."""
    try:
        return list(map(float, map(int, values)))
    except (ValueError, OverflowError):
        return list(map(float, values))


def _number(written: bytes) -> float:
    try:
        number = float(written)
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        raise BadSheetError(f"có ô ghi số không đọc được: {written[:20].decode('utf-8', 'replace')}")
    return number


def _truths(values: Sequence[bytes]) -> Sequence[CellValue]:
    return [value.strip() in {b"1", b"true"} for value in values]


def _nothing(values: Sequence[bytes]) -> Sequence[CellValue]:
    return [""] * len(values)


def _isos(values: Sequence[bytes]) -> Sequence[CellValue]:
    return list(map(_iso, values))


def _iso(written: bytes) -> CellValue:
    """A day or moment in the ISO form; text where it is none."""
    words = _decoded(written)
    try:
        moment = datetime.fromisoformat(words)
    except ValueError:
        return words
    return moment.date() if moment.time() == time() else moment.replace(tzinfo=None)


def _moment(number: float, moment: Moment, day_0: date) -> CellValue:
    """What a number in a cell of a date style stands for; the number itself where it is no day."""
    if abs(number) >= limits.DAY_AFTER_LAST or (number < 0 and moment is Moment.DAY):
        return number
    span = timedelta(milliseconds=round(number * 86_400_000))
    if moment is Moment.SPAN:
        return span
    if day_0 == _FROM_1900 and 1 <= number < limits.LEAP_DAY:
        span += timedelta(days=1)
    found = datetime.combine(day_0, time()) + span
    if number < 1:
        return found.time()
    return found.date() if number.is_integer() else found


_KINDS: Mapping[str, ColumnDecoder] = {
    "str": _texts,
    "inlineStr": _texts,
    "b": _truths,
    "d": _isos,
    "e": _nothing,
}
