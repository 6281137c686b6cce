"""Numbers as people type them, refused where they could be two; and whole numbers as markup has them."""

from __future__ import annotations

import re
from decimal import Decimal

from kcdocs.text.amounts import NotANumberError, grouped, parse_number
from kcdocs.text.unclear import UnclearError

_ONE_GROUP = re.compile(r"[-−]?[1-9]\d{0,2}[.,]\d{3}")
_SPACED = re.compile(r"[-−]?[1-9]\d{0,2}(?:\s\d{3})+(?!\d)")
_ENGLISH = re.compile(r"[-−]?\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_POINT = re.compile(r"[-−]?\d+\.\d+")
_ATTRIBUTE = re.compile(r"-?[0-9]{1,9}")
_WITH_UNIT = re.compile(r"([-−]?\d[\d.,]*)\s*(đồng|đ|vnđ|vnd|%)\.?", re.IGNORECASE)

SHARE, MONEY = "%", "đồng"
"""The units that a field may have."""

_WRITTEN_AS = {SHARE: ("%",), MONEY: ("đồng", "đ", "vnđ", "vnd")}


def is_unit(said: str, unit: str) -> bool:
    """Whether words are a way to write a unit, `SHARE` or `MONEY`."""
    return said.lower() in _WRITTEN_AS.get(unit, ())


class UnsureNumberError(UnclearError):
    """A text that is no number, or two different ones."""


def read_number(text: str, *, whole: bool, unit: str = "") -> int | Decimal:
    """Read a number: dots (or spaces) between thousands, a comma before the decimals.

    "1.234" and "1,234" are each two different numbers, after Vietnamese and after English usage, and are
    refused; "1 234" is one, for a space sets off thousands alone. Where only whole numbers are wanted,
    "1.234" can be but one; "1,000" could still be 1 or 1000.

    Args:
        text: For example "1.234.567,89".
        whole: Whether only a whole number is wanted.
        unit: The unit of what is wanted, which may stand behind it: `SHARE` or `MONEY`; empty for none.

    Returns:
        An int where there are no decimals.

    Raises:
        UnsureNumberError: If it is no number, or could be two.
    """
    plain = text.strip()
    if spaced := _SPACED.match(plain):
        plain = re.sub(r"\s", "", spaced[0]) + plain[spaced.end() :]
    if (found := _WITH_UNIT.fullmatch(plain)) and is_unit(found[2], unit):
        plain = found[1]
    if _ONE_GROUP.fullmatch(plain) and not (whole and "." in plain):
        raise _ambiguous(text, plain, whole=whole)
    try:
        number = parse_number(plain)
    except NotANumberError:
        raise _no_number(text, plain) from None
    if number == number.to_integral_value():
        return int(number)
    if whole:
        raise UnsureNumberError(f"«{text}» không phải số nguyên.", "nhập số không có phần thập phân.")
    return number


def whole_number(text: str | None) -> int | None:
    """The whole number that an attribute of markup holds; None if it holds none, or one beyond all use."""
    return int(text) if text is not None and _ATTRIBUTE.fullmatch(text) else None


def _ambiguous(text: str, plain: str, *, whole: bool) -> UnsureNumberError:
    digits, decimal = plain.replace(",", "").replace(".", ""), plain.replace(".", ",")
    fraction = "ở đây không nhận phần thập phân" if whole else f"nếu có phần thập phân, ghi {decimal}0"
    return UnsureNumberError(
        f"«{text}» có thể là {digits} hoặc {decimal}:"
        f" không chắc dấu «{plain[-4]}» ngăn phần nghìn hay phần thập phân.",
        f"ghi {digits} nếu là số nguyên; {fraction}.",
    )


def _no_number(text: str, plain: str) -> UnsureNumberError:
    if _ENGLISH.fullmatch(plain):
        meant = Decimal(plain.replace(",", "").replace("−", "-"))
        return UnsureNumberError(
            f"«{text}» viết theo kiểu Anh; ở đây phần nghìn cách bằng dấu chấm, thập phân bằng dấu phẩy.",
            f"nếu đúng là số này, ghi {grouped(meant)}.",
        )
    if _POINT.fullmatch(plain):
        return UnsureNumberError(
            f"«{text}» dùng dấu chấm trước phần thập phân.", f"nếu đúng, ghi {plain.replace('.', ',')}."
        )
    if found := _WITH_UNIT.fullmatch(plain):
        return UnsureNumberError(
            f"«{text}» ghi cả đơn vị, trong khi ở đây chỉ cần số.", f"chỉ ghi {found[1]}."
        )
    return UnsureNumberError(f"«{text}» không phải một số.", "chỉ ghi chữ số, ví dụ 1.234.567 hoặc 12,5.")
