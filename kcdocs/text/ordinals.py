"""Ordinals in words, written and read."""

from __future__ import annotations

from kcdocs.text import limits
from kcdocs.text.spoken import NotSpokenError, number_words

_OWN = {1: "nhất", 4: "tư"}


def ordinal(number: int) -> str:
    """The ordinal in words: "thứ nhất", "thứ hai", "thứ tư", "thứ hai mươi mốt".

    Raises:
        NotSpokenError: If the number is below 1.
    """
    if number < 1:
        raise NotSpokenError(f"không có số thứ tự {number}; số thứ tự bắt đầu từ 1")
    return f"thứ {_OWN.get(number) or number_words(number)}"


_VALUES = {ordinal(number)[4:]: number for number in range(1, limits.MOST_ORDINAL + 1)}
"""Ordinals up to forty: more parts than any instrument has."""

WORDS = "|".join(sorted((word.replace(" ", r"\s+") for word in _VALUES), key=len, reverse=True))
"""A pattern for the words behind "thứ ", the longest first: "mười một" is not cut to "mười"."""


def ordinal_value(words: str) -> int | None:
    """The number that an ordinal names ("thứ mười một": 11), whatever its case; None if it is none."""
    said = " ".join(words.lower().split())
    return _VALUES.get(said[4:]) if said.startswith("thứ ") else None
