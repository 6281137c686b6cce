"""An original and its drafts: each provision followed from text to text, and what each step did to it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from kcdocs.report.cautions import is_open
from kcdocs.report.marks import TextSide, sided
from kcdocs.report.strands import Following, Strand

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kcdocs.model.comparison import ChangeClass, Comparison, Row


class Stroke(NamedTuple):
    """Characters of one text: why they were put in by the step before, why the next step takes them out."""

    text: str
    came: ChangeClass | None = None
    goes: ChangeClass | None = None


@dataclass(frozen=True)
class Chain:
    """A row of comparisons, each beginning with the text the one before ended with.

    Attributes:
        steps: The comparisons, at least one; neighbours share the very same instrument.
        net: The comparison of the first text with the last, where there are several steps.
        groups: Strands gathered under their articles and headings, in the order of the last text, those that
            ended earlier where they stood.
    """

    steps: tuple[Comparison, ...]
    net: Comparison | None = None
    groups: tuple[tuple[Strand, ...], ...] = field(default=())

    @classmethod
    def of(cls, *steps: Comparison, net: Comparison | None = None) -> Chain:
        """Follow every provision through the comparisons.

        Args:
            steps: The comparisons in order.
            net: The comparison of the first text with the last: what a step dropped and a later one put back
                is one provision.
        """
        followed = Following(len(steps))
        for number, step in enumerate(steps):
            followed.step(number, step)
        if net is not None:
            followed.close(net)
        return cls(steps, net, tuple(tuple(group) for group in followed.groups))

    @property
    def comparisons(self) -> tuple[Comparison, ...]:
        """The steps, and behind them the comparison of the first text with the last."""
        return (*self.steps, self.net) if self.net is not None else self.steps

    @property
    def is_open(self) -> bool:
        """Whether in any step anything was not surely read, followed or compared."""
        return any(map(is_open, self.comparisons))

    def strokes(self, strand: Strand, version: int) -> list[list[Stroke]]:
        """The words of a strand in one text, a list for each provision."""
        if not strand.versions[version]:
            return []
        came = _pieces(strand.rows[version - 1], TextSide.NEW) if version else {}
        goes = _pieces(strand.rows[version], TextSide.OLD) if version < len(self.steps) else {}
        return [_overlaid(came.get(node.key), goes.get(node.key)) for node in strand.versions[version]]


_Piece = tuple[str, "ChangeClass | None"]


def _pieces(rows: Sequence[Row], one: TextSide) -> dict[int, list[_Piece]]:
    """For each provision of a side its label and words with why they stand on that side only."""
    return {
        node.key: [(piece.text, piece.change) for piece in pieces]
        for row in rows
        for node, pieces in zip(row.news if one is TextSide.NEW else row.olds, sided(row, one), strict=True)
    }


def _overlaid(came: list[_Piece] | None, goes: list[_Piece] | None) -> list[Stroke]:
    """Two ways of cutting the same characters laid over one another."""
    if came is None or goes is None:
        return [Stroke(text, came=change) for text, change in came or ()] + [
            Stroke(text, goes=change) for text, change in goes or ()
        ]
    strokes = []
    left, right = [*reversed(came)], [*reversed(goes)]
    while left and right:
        (first, why), (second, end) = left.pop(), right.pop()
        length = min(len(first), len(second))
        strokes.append(Stroke(first[:length], why, end))
        left += [(first[length:], why)] if len(first) > length else []
        right += [(second[length:], end)] if len(second) > length else []
    return strokes
