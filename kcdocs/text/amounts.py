"""Numbers, sums of money and shares in figures, read and written the Vietnamese way.

The decimal sign is a comma (Decree 86/2012/NĐ-CP, on units of measurement, after one secondary source);
thousands are set off by dots (CLDR and accounting usage; no rule for administrative documents).
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

_WRITTEN = re.compile(r"[-−]?(?:[1-9]\d{0,2}(?:\.\d{3})+|\d+)(?:,\d+)?", re.ASCII)


class NotANumberError(ValueError):
    """A text that is no number, or not one number for certain; the message is Vietnamese."""

    def __init__(self, text: str) -> None:
        super().__init__(f"«{text}» không phải một số viết như 1.234.567 hoặc 12,5")


def parse_number(text: str) -> Decimal:
    """Read a number: "1.234.567", "1234567", "-12,5".

    A dot sets off thousands, so "12.5" is refused rather than guessed at; and no number of thousands begins
    with 0, so that "0.125" is refused too.

    Raises:
        NotANumberError: If it is no such number.
    """
    plain = text.strip()
    if not _WRITTEN.fullmatch(plain):
        raise NotANumberError(text)
    return Decimal(plain.replace(".", "").replace(",", ".").replace("−", "-"))


def figures(number: Decimal) -> str:
    """The number in figures, nothing between its thousands: "1234,5"."""
    return f"{number:f}".replace(".", ",")


def settled(number: Decimal) -> int | Decimal:
    """A number that was worked out, without zeros that nobody wrote: 1.5 × 2 is 3, not 3.0."""
    if not number.is_finite():
        return number
    return int(number) if number == number.to_integral_value() else number.normalize()


def grouped(number: int | Decimal, places: int | None = None) -> str:
    """The number in figures: "1.234.567", "12,50".

    Args:
        number: A finite number.
        places: Digits behind the comma, rounded half away from zero; None keeps them as they are.
    """
    value = Decimal(number)
    if places is not None:
        value = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    return f"{value:,f}".translate({ord(","): ".", ord("."): ","})


def money(amount: int | Decimal, unit: str = "đồng") -> str:
    """The sum in figures with its unit after a space: "45.546.000.000 đồng"."""
    return f"{grouped(amount)} {unit}"


def percent(number: int | Decimal) -> str:
    """The share in figures, its sign attached: "12,5%"."""
    return f"{grouped(number)}%"
