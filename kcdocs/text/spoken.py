"""Numbers and sums of money in words.

No decree fixes the words. "mốt", "tư" and "lăm" after "mươi", "lăm" after "mười", "nghìn", "tỷ", "phẩy" are
CLDR's (spell-out rules for vi). Two rules are those of schoolbooks, where CLDR differs: "linh" for an empty
place of tens (CLDR: "lẻ"), and every group of three digits after the first with its hundreds, "không trăm"
(CLDR only behind the thousands). An empty group is passed over.
"""

from __future__ import annotations

from decimal import Decimal

from kcdocs.text import limits

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_AFTER_TENS = {1: "mốt", 4: "tư", 5: "lăm"}
_WITHIN = (("triệu", 1_000_000), ("nghìn", 1_000), ("", 1))
_BILLION = 10**9


class NotSpokenError(ValueError):
    """A number that has no form in words; the message says why, in Vietnamese."""


def number_words(number: int | Decimal) -> str:
    """The number in words: "một nghìn không trăm linh năm", "âm ba phẩy không năm".

    A minus sign is "âm"; digits behind the decimal comma are spoken one by one, as they are written.

    Raises:
        NotSpokenError: If it is `limits.LARGEST_SPOKEN` or more, or no finite number.
    """
    value = Decimal(number)
    if not value.is_finite() or abs(value) >= limits.LARGEST_SPOKEN:
        raise NotSpokenError(f"số {number} lớn quá mức đọc được bằng chữ (dưới 28 chữ số)")
    whole, _, fraction = f"{abs(value):f}".partition(".")
    words = [_whole(int(whole))]
    if fraction:
        words += ["phẩy", *(_DIGITS[int(digit)] for digit in fraction)]
    return " ".join((["âm"] if value < 0 else []) + words)


def money_words(amount: int | Decimal, unit: str = "đồng") -> str:
    """The sum in words: "bốn mươi lăm tỷ năm trăm bốn mươi sáu triệu đồng".

    A sum in words stands for what is paid: part of a đồng (hào and xu are unused) and a sum below zero are
    refused.

    Raises:
        NotSpokenError: If the sum is below zero, has a fraction or is `limits.LARGEST_SPOKEN` or more.
    """
    value = Decimal(amount)
    if value < 0:
        raise NotSpokenError(f"số tiền {amount} nhỏ hơn 0, không ghi bằng chữ được")
    if value.is_finite() and value != value.to_integral_value():
        raise NotSpokenError(f"số tiền {amount} có phần lẻ dưới một {unit}; hãy làm tròn trước")
    return f"{number_words(value.quantize(Decimal(1)) if value < limits.LARGEST_SPOKEN else value)} {unit}"


def _whole(number: int) -> str:
    if not number:
        return _DIGITS[0]
    words: list[str] = []
    for power, unit in ((2, "tỷ tỷ"), (1, "tỷ"), (0, "")):
        words += _billions(number // _BILLION**power % _BILLION, unit, begun=bool(words))
    return " ".join(words)


def _billions(number: int, unit: str, *, begun: bool) -> list[str]:
    """The words of nine digits and the unit they count; nothing for nine zeros."""
    words: list[str] = []
    for name, size in _WITHIN:
        group = number // size % 1000
        if group:
            words += [*_group(group, full=begun or bool(words)), *([name] if name else [])]
    return [*words, unit] if words and unit else words


def _group(number: int, *, full: bool) -> list[str]:
    """The words of three digits, with the hundreds even if they are zero where `full`."""
    hundreds, rest = divmod(number, 100)
    if not hundreds and not full:
        return _below_hundred(rest)
    words = [_DIGITS[hundreds], "trăm"]
    if 0 < rest < 10:
        return [*words, "linh", _DIGITS[rest]]
    return [*words, *(_below_hundred(rest) if rest else [])]


def _below_hundred(number: int) -> list[str]:
    tens, ones = divmod(number, 10)
    if not tens:
        return [_DIGITS[ones]]
    words = ["mười"] if tens == 1 else [_DIGITS[tens], "mươi"]
    if not ones:
        return words
    if tens == 1:
        return [*words, "lăm" if ones == 5 else _DIGITS[ones]]
    return [*words, _AFTER_TENS.get(ones, _DIGITS[ones])]
