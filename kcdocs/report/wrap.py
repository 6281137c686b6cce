"""Marked text broken into lines for a console: between words only, coloured where the console can."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from kcdocs.report.marks import TextSide, revealed
from kcdocs.report.words import NOISE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kcdocs.report.marks import Piece

_MARKS = {TextSide.OLD: ("[-", "-]"), TextSide.NEW: ("{+", "+}"), TextSide.BOTH: ("", "")}
_RED, _GREEN, _FAINT, _BOLD, _PLAIN = "\x1b[31m", "\x1b[32m", "\x1b[2m", "\x1b[1m", "\x1b[0m"
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_COLOURS = re.compile(r"\x1b\[\d+m")
_CHUNKS = re.compile(r"\n|[ \t]+|[^ \t\n]+")


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
    lines, line, used = [], indent, len(indent)
    for space, word in _words(pieces, colour=colour):
        if line.strip() and (space == "\n" or used + 1 + columns(word) > width):
            lines.append(line)
            line, used = indent + hang + word, len(indent + hang) + columns(word)
        else:
            gap = " " if line.strip() and space else ""
            line, used = f"{line}{gap}{word}", used + len(gap) + columns(word)
    return [*lines, line]


@lru_cache(4096)  # a long text has some thousand syllables, each a hundred times
def columns(text: str) -> int:
    """Columns a text takes on a console, colours and combining marks not counted."""
    return sum(not unicodedata.combining(char) for char in _COLOURS.sub("", text))


def _words(pieces: Iterable[Piece], *, colour: bool) -> Iterator[tuple[str, str]]:
    """Words that must not be broken, each with the space or line feed before it."""
    space, word = "", ""
    for piece in pieces:
        for chunk in _CHUNKS.findall(_marked(piece)):
            if chunk[0] in " \t\n":
                if word:
                    yield space, word
                    space, word = "", ""
                space = "\n" if "\n" in (chunk, space) else " "
            else:
                word += _coloured(chunk, piece) if colour else chunk
    if word:
        yield space, word


def _marked(piece: Piece) -> str:
    """A piece between its marks; control characters, which could steer the console, are named."""
    before, after = _MARKS[piece.side]
    text = _CONTROL.sub(lambda found: f"<U+{ord(found.group()):04X}>", revealed(piece))
    if piece.side is not TextSide.BOTH:
        text = text.replace("\n", "¶ ")
    return f"{before}{text}{after}"


def _coloured(word: str, piece: Piece) -> str:
    if piece.side is TextSide.BOTH:
        return word
    colour = _RED if piece.side is TextSide.OLD else _GREEN
    faint = _FAINT if piece.change in NOISE else ""
    return f"{faint}{colour}{word}{_PLAIN}"
