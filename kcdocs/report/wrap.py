"""Marked text broken into lines for a console: between words only, coloured where the console can."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from kcdocs.report.marks import TextSide, revealed
from kcdocs.report.words import NOISE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kcdocs.report.marks import Piece

_MARKS = {TextSide.OLD: ("[-", "-]"), TextSide.NEW: ("{+", "+}")}
_RED, _GREEN, _FAINT, _BOLD, _PLAIN = "\x1b[31m", "\x1b[32m", "\x1b[2m", "\x1b[1m", "\x1b[0m"
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_COLOURS = re.compile(r"\x1b\[\d+m")
_WORD = re.compile(r"[^ \t\n]+")


def bold(text: str, *, colour: bool) -> str:
    """Text in bold where the console shows colours."""
    return f"{_BOLD}{text}{_PLAIN}" if colour else text


def wrapped(
    pieces: Iterable[Piece], *, width: int, indent: str = "", hang: str = "", colour: bool = False
) -> list[str]:
    """Marked text ("[-bỏ-]", "{+thêm+}") as lines no wider than `width`, save where one word is wider.

    Args:
        pieces: What to show.
        width: Columns.
        indent: What every line begins with.
        hang: What every line but the first has after the indent.
        colour: Whether to colour the marks as well.
    """
    text = "".join(_marked(piece, colour=colour) for piece in pieces)
    lines: list[list[str]] = []
    room, later = width - len(indent), width - len(indent + hang)
    for words in map(_WORD.findall, text.split("\n")):
        start = used = 0
        for place, wide in enumerate(map(columns, words)):
            if place > start and used + wide > room:
                lines.append(words[start:place])
                start, used, room = place, 0, later
            used += wide + 1
        if words:
            lines.append(words[start:])
            room = later
    return [f"{indent}{hang if n else ''}{' '.join(words)}" for n, words in enumerate(lines)] or [indent]


@lru_cache(4096)  # a long text has some thousand syllables, each a hundred times
def columns(text: str) -> int:
    """Columns a text takes on a console, colours and combining marks not counted."""
    return sum(not unicodedata.combining(char) for char in _COLOURS.sub("", text))


def _marked(piece: Piece, *, colour: bool) -> str:
    """A piece between its marks; control characters, which could steer the console, are named."""
    text = _CONTROL.sub(lambda found: f"<U+{ord(found.group()):04X}>", revealed(piece))
    if piece.side is TextSide.BOTH:
        return text
    before, after = _MARKS[piece.side]
    marked = before + text.replace("\n", "¶ ") + after
    return _WORD.sub(rf"{_ink(piece)}\g<0>{_PLAIN}", marked) if colour else marked


def _ink(piece: Piece) -> str:
    faint = _FAINT if piece.change in NOISE else ""
    return faint + (_RED if piece.side is TextSide.OLD else _GREEN)
