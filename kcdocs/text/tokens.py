"""Tokens of Vietnamese legal text: syllables, numbers, labels and punctuation marks, each whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kcdocs.model.address import UNITS
from kcdocs.text import limits
from kcdocs.text.late import late
from kcdocs.text.normalise import INVISIBLE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kcdocs.model.span import Span

_LETTER = rf"[\w\u0300-\u036f{INVISIBLE}]"
_LABEL = r"(?:\d++(?:[a-zđ]\d*+)?|[IVXLC]++[a-zđ]?|[a-zđ]\d*+)"
_UNITS = "|".join(f"[{name[0].upper()}{name[0].lower()}]{name[1:]}" for name in UNITS).replace("Đđ", "ĐđÐ")
_NAMED = rf"(?:{_UNITS})[ \u00a0]{_LABEL}(?!{_LETTER}|[./]\d)"
_NUMBER = (
    rf"(?=[\d–−-])(?:(?<![\w.,)])[-–−]|(?<!\d))\d++(?:[.,/:-]\d++){{0,{limits.MOST_GROUPS}}}(?:[/-][A-ZĐ][A-ZĐa-z]*)*"
    r"(?![\w\u0300-\u036f])"
)
# The look ahead is for speed only, as is `\w++`: most tokens are plain syllables.
_TOKEN = late(rf"{_NAMED}|{_NUMBER}|\w++{_LETTER}*+|{_LETTER}++|\S")

TokenRange = tuple[int, int]
"""Start and end of a token, in code points."""


def tokens(text: str, atoms: Iterable[Span] = ()) -> list[TokenRange]:
    """Cut a text into tokens; only white space lies between them.

    A token is a syllable (combining marks and invisible characters included), a number with its inner
    marks ("1.500.000", "27/8/2025", "45/2012/NĐ-CP"), a label with its name ("khoản 5a") or a single
    other character.

    Args:
        text: Any text, composed or not.
        atoms: Stretches to keep whole, in order, without overlap: references.
    """
    found: list[TokenRange] = []
    start = 0
    for atom in atoms:
        found += [match.span() for match in _TOKEN.finditer(text, start, atom.start)]
        found.append((atom.start, atom.end))
        start = atom.end
    found += [match.span() for match in _TOKEN.finditer(text, start)]
    return found
