"""Quoted words inside a command, masked so that nothing in them is taken for the command."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kcdocs.model.span import Span

MASK = "¤"
"""Stands for every character inside quotation marks."""


@dataclass(frozen=True, slots=True)
class Masked:
    """A command whose quoted words are masked.

    Attributes:
        text: As long as the command, quoted characters masked, the marks kept as “ and ”.
        quotes: For each quotation its characters, marks excluded, in order.
    """

    text: str
    quotes: tuple[Span, ...]

    def quoted(self, start: int, end: int) -> list[Span]:
        """The quotations inside a stretch."""
        return [span for span in self.quotes if start < span.start and span.end < end]


def mask(text: str) -> Masked:
    """Mask what a command quotes; curly marks nest, straight ones alternate.

    A mark that is never closed masks the rest.
    """
    if not _MARKS.search(text):
        return Masked(text, ())
    result: list[str] = []
    quotes: list[Span] = []
    depth = start = 0
    straight = False
    for place, char in enumerate(text):
        opens = char == "“" or (char == '"' and not straight and depth == 0)
        closes = char == "”" or (char == '"' and straight and depth == 1)
        depth -= closes and depth > 0
        inside = depth > 0
        if opens and not inside:
            start, straight = place + 1, char == '"'
        if closes and not inside:
            quotes.append(Span(start, place))
            straight = False
        result.append(MASK if inside else _mark(char, opens=opens, closes=closes))
        depth += opens
    if depth:
        quotes.append(Span(start, len(text)))
    return Masked("".join(result), tuple(quotes))


_MARKS = re.compile(r'[“”"]')


def _mark(char: str, *, opens: bool, closes: bool) -> str:
    if opens:
        return "“"
    return "”" if closes else char
