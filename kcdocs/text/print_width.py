"""How wide words are in print."""

from __future__ import annotations

from functools import cache
from unicodedata import normalize

_THIN, _NARROW, _WIDE = frozenset("ijlt.,;:'|!/()[]\"-"), frozenset("frsz"), frozenset("mwMW")


def em_width(text: str) -> float:
    """About how wide words are in a book face, in em: a line of print has a width, not a count of letters."""
    return sum(map(_letter_em, text))


@cache
def _letter_em(char: str) -> float:
    char = normalize("NFD", char)[0]
    if char == " ":
        return 0.25
    if char in _THIN:
        return 0.3
    if char in _WIDE:
        return 0.8
    if char in _NARROW:
        return 0.37
    return 0.67 if char.isupper() else 0.48
