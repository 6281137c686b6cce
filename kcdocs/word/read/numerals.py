"""Numbers as Word prints them in lists and notes."""

from __future__ import annotations

from collections.abc import Callable

from kcdocs.word import limits

_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_CHICAGO = "*†‡§"
_COUNTED = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")


def lower_roman(value: int) -> str:
    """The number in small roman numerals: 4 → "iv"; empty for 0."""
    digits = []
    for weight, digit in _ROMAN:
        count, value = divmod(value, weight)
        digits.append(digit * count)
    return "".join(digits)


def lower_letter(value: int) -> str:
    """The number as Word counts in letters: 1 → "a", 26 → "z", 27 → "aa", 53 → "aaa"."""
    turns, place = divmod(value - 1, 26)
    return chr(ord("a") + place) * (turns + 1) if value > 0 else ""


def vietnamese_counting(value: int) -> str:
    """The number in words up to "mười", in digits above: Word's `vietnameseCounting`."""
    return _COUNTED[value] if 0 <= value < len(_COUNTED) else str(value)


def _chicago(value: int) -> str:
    turns, place = divmod(value - 1, len(_CHICAGO))
    return _CHICAGO[place] * (turns + 1) if value > 0 else ""


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": "{:02d}".format,
    "lowerLetter": lower_letter,
    "upperLetter": lambda value: lower_letter(value).upper(),
    "lowerRoman": lower_roman,
    "upperRoman": lambda value: lower_roman(value).upper(),
    "vietnameseCounting": vietnamese_counting,
    "chicago": _chicago,
    "none": lambda _: "",
    "numberInDash": "- {} -".format,
    "decimalEnclosedParen": "({})".format,
    "decimalEnclosedFullstop": "{}.".format,
}


def formatted(value: int, style: str, pattern: str = "") -> str:
    """The number as Word prints it.

    Args:
        value: The number, from 0.
        style: `ST_NumberFormat` (ISO/IEC 29500-1, 17.18.59); one not known here prints in digits.
        pattern: For style "custom" the pattern, "001, 002, 003, ...": its first item gives the width.
    """
    if style == "custom":
        return str(value).zfill(min(len(pattern.partition(",")[0].strip()), limits.MOST_ZEROS))
    return _FORMATS.get(style, str)(value) if 0 <= value <= limits.LARGEST_IN_LETTERS else str(value)
