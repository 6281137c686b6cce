"""Making provisions: nodes with lines as the law writes them."""

from __future__ import annotations

from collections.abc import Sequence

from kcdocs.model.address import Address
from kcdocs.model.instrument import Node
from kcdocs.model.line import Line, Source
from kcdocs.model.span import Span
from kcdocs.parse.openings import heads

MADE = Source("", "", 0)
"""Where made lines come from: nowhere."""


def make(address: Address, words: str, children: Sequence[Node] = ()) -> Node:
    """A provision with new lines.

    Args:
        address: Where it stands; its last step gives kind and label.
        words: Its own words; line feeds divide lines.
        children: What stands below it.
    """
    step = address.steps[-1]
    first, *more = words.split("\n")
    opened = heads(step.kind, step.label, first)
    lines = [*opened, *more]
    told = [len(opened) - 1, *range(len(opened), len(lines))]
    slices = [
        _slice(line, first if place == told[0] else line) if place in told else Span(0, 0)
        for place, line in enumerate(lines)
    ]
    return Node(
        step.kind,
        step.label,
        address,
        tuple(Line(line, MADE) for line in lines),
        tuple(slices),
        words,
        tuple(children),
    )


def _slice(line: str, words: str) -> Span:
    return Span(len(line) - len(words), len(line)) if words else Span(0, 0)
