"""Dates: read as Vietnamese write them, and written as documents want them."""

from __future__ import annotations

import re
from datetime import date, datetime

from kcdocs.text import limits
from kcdocs.text.normalise import nfc
from kcdocs.text.unclear import UnclearError

_NUMERIC = re.compile(r"(\d{1,2})\s*([/.-])\s*(\d{1,2})\s*\2\s*(\d+)")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_SPOKEN = re.compile(r"(?:ngày\s+)?(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d+)", re.IGNORECASE)
DATE_WORDS = ("ngày", "tháng", "năm")
"""The words around the figures of a date."""

IN_WORDS = r"(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})"
"""A pattern for what follows "ngày " where a text writes a date in words: groups day, month, year."""

ANY = r"ngày\s+(\d{1,2})(?:\s+tháng\s+|\s?[/-]\s?)(\d{1,2})(?:\s+năm\s+|\s?[/-]\s?)(\d{4})"
"""A pattern for a date in words or in figures in running text: groups day, month, year."""


class NotADateError(UnclearError):
    """A text that is no date, or not one date for certain."""


def parse_date(text: str) -> date:
    """Read a date in Vietnamese order: day, month, year.

    Takes "05/3/2026", "5-3-2026", "05.03.2026", "ngày 05 tháng 3 năm 2026" and the ISO form
    "2026-03-05". A year of two digits is refused: it could be of two centuries.

    Raises:
        NotADateError: If it is none of these, or the calendar has no such day.
    """
    plain = nfc(" ".join(text.split()))
    if found := _ISO.fullmatch(plain):
        year, month, day = found.groups()
    elif found := _NUMERIC.fullmatch(plain):
        day, _, month, year = found.groups()
    elif found := _SPOKEN.fullmatch(plain):
        day, month, year = found.groups()
    else:
        raise NotADateError(
            f"«{text}» không phải một ngày.", "ghi theo thứ tự ngày/tháng/năm, ví dụ 05/3/2026."
        )
    return _calendar(day, month, year)


def from_parts(day: str | None, month: str | None, year: str | None) -> date | None:
    """The day of three figures that a pattern found; None if the calendar has no such day."""
    if not (day and month and year):
        return None
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def day_of(moment: datetime) -> date:
    """The day of a spreadsheet's date cell.

    Raises:
        NotADateError: If the cell holds a time of day too.
    """
    if (moment.hour, moment.minute, moment.second, moment.microsecond) != (0, 0, 0, 0):
        raise NotADateError(
            f"Ô chứa cả giờ ({moment:%d/%m/%Y %H:%M}), trong khi chỉ cần ngày.", "xóa phần giờ, chỉ để ngày."
        )
    return moment.date()


def date_words(day: date) -> str:
    """The date as a document writes it: "ngày 05 tháng 3 năm 2020", "ngày 19 tháng 02 năm 2025".

    Days below 10 and the months 1 and 2 take a leading 0 (Decree 30/2020/NĐ-CP, Annex I, II.4).
    """
    month = f"{day.month:02}" if day.month < 3 else str(day.month)
    return f"ngày {day.day:02} tháng {month} năm {day.year}"


def short_date(day: date) -> str:
    """The date in figures: "05/3/2020", "19/02/2025"; zeros as in `date_words`."""
    month = f"{day.month:02}" if day.month < 3 else str(day.month)
    return f"{day.day:02}/{month}/{day.year}"


def _calendar(day: str, month: str, year: str) -> date:
    if not 1 <= int(month) <= 12:
        raise NotADateError(
            f"Không có tháng {int(month)}; ngày đứng trước, tháng đứng sau.",
            "ghi theo thứ tự ngày/tháng/năm, đủ bốn chữ số của năm, ví dụ 05/3/2026.",
        )
    if len(year) != 4:
        century = "19" if int(year[-2:]) > limits.PIVOT else "20"
        meant = f"{day}/{month}/{century}{year[-2:]:0>2}"
        raise NotADateError(
            f"Năm «{year}» không có bốn chữ số nên không chắc là năm nào.",
            f"ghi đủ bốn chữ số của năm; {meant} là ngày {int(day)} tháng {int(month)}.",
        )
    if not limits.FIRST_YEAR <= int(year) <= limits.LAST_YEAR:
        raise NotADateError(
            f"Năm {year} nằm ngoài khoảng {limits.FIRST_YEAR}–{limits.LAST_YEAR}.", "kiểm tra lại năm."
        )
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        raise NotADateError(
            f"Tháng {int(month)} năm {year} không có ngày {int(day)}.", "kiểm tra lại ngày và tháng."
        ) from None
