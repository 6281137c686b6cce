"""An original and its drafts: each provision followed from text to text, and what each step did to it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from kcdocs.report.cautions import is_open
from kcdocs.report.marks import TextSide, changes_of, sided
from kcdocs.report.units import units

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kcdocs.model.address import Kind
    from kcdocs.model.comparison import ChangeClass, Comparison, Row
    from kcdocs.model.instrument import Node


@dataclass(eq=False)
class Strand:
    """A provision through all texts; split and merged ones are one strand.

    Attributes:
        versions: For each text the provisions it is there; empty where it does not exist.
        rows: For each step the rows that hold it; empty where it did not exist on either side.
    """

    versions: list[list[Node]]
    rows: list[list[Row]]

    @property
    def node(self) -> Node:
        """The provision in the last text that has it."""
        return next(nodes[0] for nodes in reversed(self.versions) if nodes)

    @property
    def kind(self) -> Kind:
        """Its kind."""
        return self.node.kind

    def changes(self, step: int) -> frozenset[ChangeClass]:
        """What a step did to it."""
        return frozenset(change for row in self.rows[step] for change in changes_of(row))

    @property
    def changed(self) -> bool:
        """Whether any step did anything to it."""
        return any(changes_of(row) for rows in self.rows for row in rows)


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
        groups: Strands gathered under their articles and headings, in the order of the last text, those that
            ended earlier where they stood.
    """

    steps: tuple[Comparison, ...]
    groups: tuple[tuple[Strand, ...], ...] = field(default=())

    @classmethod
    def of(cls, *steps: Comparison) -> Chain:
        """Follow every provision through the comparisons."""
        followed = _Following(len(steps))
        for number, step in enumerate(steps):
            followed.step(number, step)
        return cls(steps, tuple(tuple(group) for group in followed.groups))

    @property
    def is_open(self) -> bool:
        """Whether in any step anything was not surely read, followed or compared."""
        return any(map(is_open, self.steps))

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


class _Following:
    """Strands being followed, step after step."""

    def __init__(self, steps: int) -> None:
        self.count = steps
        self.groups: list[list[Strand]] = []
        self.of: dict[int, Strand] = {}
        self.joined: dict[Strand, Strand] = {}

    def step(self, number: int, comparison: Comparison) -> None:
        """Add a comparison, and put the strands in its order, ended ones after those they followed."""
        told = [[self._strand(number, row) for row in unit.rows] for unit in units(comparison)]
        before = self._once(self.groups)
        self.groups = self._once(told)
        self._keep_ended(before)

    def _keep_ended(self, before: list[list[Strand]]) -> None:
        homes = {strand: group for group in self.groups for strand in group}
        last: list[Strand] | None = None
        for group in before:
            home: list[Strand] | None = None
            for previous, strand in zip([None, *group], group, strict=False):
                if strand in homes:
                    home = homes[strand]
                elif home is None:
                    home = [strand]
                    self.groups.insert(_position(self.groups, last) + 1, home)
                else:
                    home.insert(_position(home, previous) + 1, strand)
                homes[strand] = home
                last = home

    def _strand(self, number: int, row: Row) -> Strand:
        """The strand of a row: that of its old provisions, joined to one where they were several."""
        found = list(dict.fromkeys(self.of[node.key] for node in row.olds if node.key in self.of))
        strand = (
            found[0]
            if found
            else Strand([[] for _ in range(self.count + 1)], [[] for _ in range(self.count)])
        )
        for other in found[1:]:
            self._join(strand, other)
        strand.rows[number].append(row)
        if not number:
            strand.versions[0].extend(row.olds)
        strand.versions[number + 1].extend(row.news)
        self.of.update((node.key, strand) for node in (*row.olds, *row.news))
        return strand

    def _fresh(self) -> Strand:
        return Strand([[] for _ in range(self.count + 1)], [[] for _ in range(self.count)])

    def _join(self, strand: Strand, other: Strand) -> None:
        for mine, theirs in zip(strand.versions, other.versions, strict=True):
            mine.extend(theirs)
        for own, others in zip(strand.rows, other.rows, strict=True):
            own.extend(others)
        self.of.update((node.key, strand) for nodes in other.versions for node in nodes)
        self.joined[other] = strand

    def _once(self, groups: list[list[Strand]]) -> list[list[Strand]]:
        """Joined strands as the one they became, each where it comes first."""
        seen: set[Strand] = set()
        kept = []
        for group in groups:
            fresh = []
            for strand in map(self._now, group):
                if strand not in seen:
                    seen.add(strand)
                    fresh.append(strand)
            kept.append(fresh)
        return [group for group in kept if group]

    def _now(self, strand: Strand) -> Strand:
        while strand in self.joined:
            strand = self.joined[strand]
        return strand


def _position(items: Sequence[object], wanted: object) -> int:
    """Where the very object stands; -1 if it does not."""
    return next((index for index, item in enumerate(items) if item is wanted), -1)
