"""Making provisions: nodes with lines as the law writes them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from kcdocs.model.address import Address, Kind
from kcdocs.model.instrument import Node
from kcdocs.model.line import Line, Source
from kcdocs.model.span import Span
from kcdocs.parse.rules import annex, article, chapter, clause, part, point, section, subsection

MADE = Source("", "", 0)
"""Where made lines come from: nowhere."""


class _Rule(Protocol):
    def __call__(self, label: str, words: str, /) -> tuple[str, ...]: ...


_WRITERS: dict[Kind, _Rule] = {
    Kind.PART: part.write,
    Kind.CHAPTER: chapter.write,
    Kind.SECTION: section.write,
    Kind.SUBSECTION: subsection.write,
    Kind.ARTICLE: article.write,
    Kind.CLAUSE: clause.write,
    Kind.POINT: point.write,
    Kind.ANNEX: annex.write,
}


def make(address: Address, words: str, children: Sequence[Node] = ()) -> Node:
    """A provision with new lines.

    Args:
        address: Where it stands; its last step gives kind and label.
        words: Its own words; line feeds divide lines.
        children: What stands below it.
    """
    step = address.steps[-1]
    writer = _WRITERS.get(step.kind)
    first, *more = words.split("\n")
    heads = writer(step.label, first) if writer else (first,)
    lines = [*heads, *more]
    told = [len(heads) - 1, *range(len(heads), len(lines))]
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
