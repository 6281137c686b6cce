"""Quoted words in a sentence: where they stand, and whether they are closed."""

from __future__ import annotations

from dataclasses import dataclass

from kcdocs.model.span import Span

OPENING = "“‟„«"
"""Marks that open a quotation; ‟ looks like “ in print and stands for it in some circulars."""

CLOSING = "”»"
"""Marks that close one."""

STRAIGHT = '"'
"""Opens and closes alike."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words in quotation marks.

    Attributes:
        span: The words without their marks.
        closed: Whether the closing mark is there.
    """

    span: Span
    closed: bool = True

    @property
    def outer(self) -> Span:
        """The words with their marks."""
        return Span(self.span.start - 1, self.span.end + self.closed)


def quotations(text: str) -> list[Quotation]:
    """The outermost quotations of a text, in order; marks nest, straight ones alternate.

    A mark that is never closed quotes the rest.
    """
    found: list[Quotation] = []
    depth = start = 0
    straight = False
    for place, char in enumerate(text):
        closes = depth > 0 and (char in CLOSING or (char == STRAIGHT and straight and depth == 1))
        opens = char in OPENING or (char == STRAIGHT and depth == 0)
        if closes:
            depth -= 1
            if not depth:
                found.append(Quotation(Span(start, place)))
        elif opens:
            if not depth:
                start, straight = place + 1, char == STRAIGHT
            depth += 1
    if depth:
        found.append(Quotation(Span(start, len(text)), closed=False))
    return found
