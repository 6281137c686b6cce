"""The Vietnamese filters that templates may use; the rules themselves are in `kcdocs.text`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from jinja2.filters import do_default

from kcdocs.engine import limits
from kcdocs.text import amounts, casing, joining, ordinals, roman, spoken
from kcdocs.text.dates import date_words, parse_date, short_date
from kcdocs.text.limits import LARGEST_ROMAN
from kcdocs.text.numbers import read_number


class FilterValueError(ValueError):
    """A filter was given what it cannot print; the message says what it takes, in Vietnamese."""

    def __init__(self, name: str, value: object, wanted: str) -> None:
        super().__init__(f"bộ lọc «{name}» cần {wanted}, không phải «{value}»")


def _day(name: str, value: object) -> date:
    if isinstance(value, date):
        return value
    if isinstance(value, str):
        return parse_date(value)
    raise FilterValueError(name, value, "một ngày")


def _number(name: str, value: object, *, whole: bool = False) -> Decimal:
    if isinstance(value, str):
        return Decimal(read_number(value, whole=whole))
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        raise FilterValueError(name, value, "một số")
    number = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    if not number.is_finite():
        raise FilterValueError(name, value, "một số")
    return number


def _count(name: str, value: object) -> int:
    number = _number(name, value, whole=True)
    if number != number.to_integral_value():
        raise FilterValueError(name, value, "một số nguyên")
    return int(number)


def _text(name: str, value: object) -> str:
    if not isinstance(value, str):
        raise FilterValueError(name, value, "một đoạn chữ")
    return str(value)


def _texts(name: str, value: object) -> list[str]:
    if isinstance(value, str) or not isinstance(value, Sequence):
        raise FilterValueError(name, value, "một danh sách")
    return [_text(name, item) for item in value]


def ngay_chu(value: object) -> str:
    """A date in words: "ngày 05 tháng 3 năm 2026" (Decree 30/2020/NĐ-CP, Annex I, II.4)."""
    return date_words(_day("ngay_chu", value))


def ngay_so(value: object) -> str:
    """A date in figures: "05/3/2026"."""
    return short_date(_day("ngay_so", value))


def so(value: object, le: int | None = None) -> str:
    """A number in figures: "1.234.567,5"; `le` digits behind the comma if given."""
    return amounts.grouped(_number("so", value), None if le is None else _places(le))


def tien(value: object, don_vi: str = "đồng") -> str:
    """A sum in figures: "45.546.000.000 đồng"."""
    return amounts.money(_number("tien", value), don_vi)


def phan_tram(value: object) -> str:
    """A share in figures: "12,5%"."""
    return amounts.percent(_number("phan_tram", value))


def so_chu(value: object) -> str:
    """A number in words: "một trăm linh bốn"."""
    return spoken.number_words(_number("so_chu", value))


def tien_chu(value: object, don_vi: str = "đồng") -> str:
    """A sum in words: "một trăm hai mươi triệu đồng"."""
    return spoken.money_words(_number("tien_chu", value), don_vi)


def thu_tu(value: object) -> str:
    """An ordinal in words: "thứ nhất"."""
    return ordinals.ordinal(_count("thu_tu", value))


def la_ma(value: object) -> str:
    """A Roman numeral: "IV"."""
    number = _count("la_ma", value)
    if not 1 <= number <= LARGEST_ROMAN:
        raise FilterValueError("la_ma", value, f"một số từ 1 đến {LARGEST_ROMAN}")
    return roman.to_roman(number)


def hoa(value: object) -> str:
    """Capitals: "ĐỀ ÁN KHUYẾN CÔNG"."""
    return casing.upper(_text("hoa", value))


def hoa_dau(value: object) -> str:
    """The first letter a capital: "Một trăm hai mươi triệu đồng"."""
    return casing.capitalised(_text("hoa_dau", value))


def khong_ngat(value: object) -> str:
    """No-break spaces inside "Điều 5", "khoản 2" and the like."""
    return joining.keep_together(_text("khong_ngat", value))


def can_dong(value: object) -> str:
    """A title that leaves no lone word on its last line."""
    return joining.balanced(_text("can_dong", value))


def liet_ke(value: object) -> str:
    """A list as running text: "a, b và c"."""
    return joining.enumerated(_texts("liet_ke", value))


def dong_liet_ke(value: object, cuoi: str = ".") -> list[str]:
    """The lines of a list, closed by semicolons and at the end by `cuoi`."""
    return joining.closed_lines(_texts("dong_liet_ke", value), last=cuoi)


def dong_can_cu(value: object, cuoi: str = ".") -> list[str]:
    """The lines of the legal bases: "Căn cứ …;" and at the end `cuoi`."""
    return joining.basis_list(_texts("dong_can_cu", value), last=cuoi)


def default(value: Any, instead: Any = "", boolean: bool = False) -> Any:
    """Jinja's own, which also stands in for a field of the contract that the record leaves out."""
    return do_default("" if value is None else value, instead, boolean or value is None)


def _places(le: int) -> int:
    if not 0 <= le <= limits.MOST_PLACES:
        raise FilterValueError("so", le, f"số chữ số sau dấu phẩy từ 0 đến {limits.MOST_PLACES}")
    return le


FILTERS: Mapping[str, Callable[..., Any]] = {
    function.__name__: function
    for function in (
        ngay_chu,
        ngay_so,
        so,
        tien,
        phan_tram,
        so_chu,
        tien_chu,
        thu_tu,
        la_ma,
        hoa,
        hoa_dau,
        khong_ngat,
        can_dong,
        liet_ke,
        dong_liet_ke,
        dong_can_cu,
        default,
    )
} | {"d": default}
"""Name in templates → function of the value and the filter's arguments; a ValueError tells, in Vietnamese."""
