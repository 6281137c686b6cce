"""Provisions followed from text to text through the steps of a chain of drafts."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from kcdocs.report.marks import changes_of
from kcdocs.report.units import units

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kcdocs.model.address import Kind
    from kcdocs.model.comparison import ChangeClass, Comparison, Row
    from kcdocs.model.instrument import Node


@dataclass(eq=False)
class Strand:
    """A provision through all texts; split and merged ones are one strand.

    Attributes:
        versions: For each text the provisions it is there; empty where it does not exist.
        rows: For each step the rows that hold it; empty where it did not exist on either side.
        net: The rows that hold it in the comparison of the first text with the last.
    """

    versions: list[list[Node]]
    rows: list[list[Row]]
    net: list[Row] = field(default_factory=list)

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
    def net_changes(self) -> frozenset[ChangeClass]:
        """What all steps together did to it."""
        return frozenset(change for row in self.net for change in changes_of(row))

    def returned(self, step: int) -> int | None:
        """The earlier text, counted from 0, whose words a step put back; None if it put none back."""
        words = [[node.text for node in nodes] for nodes in self.versions[: step + 2]]
        now, before = words[-1], words[-2]
        if not now or now == before:
            return None
        return next((place for place, earlier in enumerate(words[:-2]) if earlier == now), None)

    @property
    def changed(self) -> bool:
        """Whether any step did anything to it."""
        return any(changes_of(row) for rows in self.rows for row in rows)


class Following:
    """Strands being followed, step after step.

    Args:
        steps: How many steps there are.
    """

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

    def close(self, net: Comparison) -> None:
        """Join what one step dropped and a later one put back, and note what all steps together did."""
        back = [(row.olds[0].key, row.news[0].key) for row in net.rows if row.olds and row.news]
        for old, new in (*back, *self._put_back()):
            ended, begun = self.of[old], self.of[new]
            if ended is not begun and not _meet(ended, begun):
                self._join(begun, ended)
                self.groups = [[one for one in group if one is not ended] for group in self.groups]
        self.groups = [group for group in self.groups if group]
        for row in net.rows:
            for strand in dict.fromkeys(self.of[node.key] for node in (*row.olds, *row.news)):
                strand.net.append(row)

    def _put_back(self) -> Iterator[tuple[int, int]]:
        """Keys of provisions that ended and of those that came later with the same words, if once each."""
        same: dict[tuple[Kind, str], list[Strand]] = defaultdict(list)
        for strand in (strand for group in self.groups for strand in group):
            filled = [nodes[0] for nodes in strand.versions if nodes]
            for kind, text in dict.fromkeys((node.kind, node.text) for node in (filled[0], filled[-1])):
                if text and not all(strand.versions):
                    same[kind, text].append(strand)
        for strands in same.values():
            texts = zip(*(strand.versions for strand in strands), strict=True)
            if all(sum(map(bool, nodes)) <= 1 for nodes in texts):
                in_turn = sorted(strands, key=lambda one: [not nodes for nodes in one.versions])
                yield from ((one.node.key, other.node.key) for one, other in pairwise(in_turn))

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


def _meet(one: Strand, other: Strand) -> bool:
    """Whether both stand in the same text."""
    return any(left and right for left, right in zip(one.versions, other.versions, strict=True))


def _position(items: Sequence[object], wanted: object) -> int:
    """Where the very object stands; -1 if it does not."""
    return next((index for index, item in enumerate(items) if item is wanted), -1)
