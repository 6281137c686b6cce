"""Roman numerals, as parts, chapters and annexes bear them."""

from __future__ import annotations

import re

from kcdocs.text import limits

_VALUES = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)
_WELL_FORMED = re.compile(r"M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})")
_LETTERS = dict(zip("IVXLCDM", (1, 5, 10, 50, 100, 500, 1000), strict=True))


def to_roman(number: int) -> str:
    """The numeral of a number.

    Args:
        number: From 1 to 3999.

    Raises:
        ValueError: If it is outside that range.
    """
    if not 1 <= number <= limits.LARGEST_ROMAN:
        raise ValueError(number)
    numeral = ""
    for value, letters in _VALUES:
        count, number = divmod(number, value)
        numeral += letters * count
    return numeral


def from_roman(numeral: str) -> int:
    """The number of a numeral.

    Args:
        numeral: In capitals, well formed ("IV", not "IIII").

    Returns:
        The number, or 0 if it is not a numeral.
    """
    if not numeral or not _WELL_FORMED.fullmatch(numeral):
        return 0
    values = [_LETTERS[letter] for letter in numeral]
    return sum(
        -value if value < following else value
        for value, following in zip(values, (*values[1:], 0), strict=True)
    )
