"""Chains to addresses: nesting, ranges, and what relative references mean where they stand."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from kcdocs.law.kinds import LEVEL
from kcdocs.model.address import Address, Kind
from kcdocs.parse.rules.reference import Group, ReferenceChain
from kcdocs.parse.tree import Tree
from kcdocs.text.labels import between
from kcdocs.text.ordinals import ordinal_value

_BREAKS = ("và", "hoặc", "và/hoặc", ", và", ", hoặc", "đến", "đến hết")
_OUTER = {Kind.CLAUSE: Kind.ARTICLE, Kind.POINT: Kind.CLAUSE}

Outside = Callable[[Kind], Address]
"""Says below which address a unit stands that names nothing outside itself."""


@dataclass(frozen=True, slots=True)
class Situation:
    """Where a reference stands.

    Attributes:
        at: The provision.
        around: The nearest part, chapter, section, subsection and annex around it.
    """

    at: Address = field(default_factory=Address)
    around: Mapping[Kind, Address] = field(default_factory=dict)

    def this(self, kind: Kind) -> Address | None:
        """What "khoản này", "Chương này" means here; None if it stands in none."""
        for length in range(len(self.at.steps), 0, -1):
            if self.at.steps[length - 1].kind is kind:
                return Address(self.at.steps[:length])
        return self.around.get(kind)

    def outside(self, kind: Kind) -> Address:
        """Below which address a unit stands that names nothing outside itself."""
        if kind is Kind.PARAGRAPH:
            return self.at
        outer = _OUTER.get(kind)
        if outer is None:
            return self._structure(kind)
        found = self.this(outer)
        if found is None and kind is Kind.POINT:
            found = self.this(Kind.ARTICLE)
        return found or self.around.get(Kind.SECTION) or self.around.get(Kind.ANNEX) or Address()

    def _structure(self, kind: Kind) -> Address:
        if kind is Kind.SECTION:
            return self.around.get(Kind.CHAPTER) or self.around.get(Kind.ANNEX) or Address()
        if kind is Kind.SUBSECTION:
            return self.around.get(Kind.SECTION) or Address()
        return Address()


def targets(
    chain: ReferenceChain, situation: Situation, outside: Outside, tree: Tree | None
) -> list[Address] | None:
    """The addresses a chain points at, in the order written.

    Args:
        chain: The chain.
        situation: Where it stands.
        outside: Where its outermost units stand.
        tree: The instrument pointed at, if it is at hand: for labels inserted into a range.

    Returns:
        The addresses; None if a "khoản này" stands in no clause.
    """
    groups = chain.groups
    parents = [_parent(groups, place) for place in range(len(groups))]
    found: dict[int, list[Address]] = {}
    for place in sorted(range(len(groups)), key=lambda place: LEVEL[groups[place].kind]):
        addresses = _addresses(groups, place, parents, found, situation, outside, tree)
        if addresses is None:
            return None
        found[place] = addresses
    used = {(parent, 0) for parent in parents if parent is not None and not groups[parent].plural}
    whole = {parent for parent in parents if parent is not None and groups[parent].plural}
    return [
        address
        for place in range(len(groups))
        if place not in whole
        for ordinal, address in enumerate(found[place])
        if (place, ordinal) not in used
    ]


def _parent(groups: Sequence[Group], place: int) -> int | None:
    """The group that a group stands in: the next one further out; in reversed order the one before."""
    group = groups[place]
    for other in range(place + 1, len(groups)):
        if LEVEL[groups[other].kind] < LEVEL[group.kind]:
            return other if _joined(group, groups[other]) else None
    reversed_ = place > 0 and group.joint in ("", ",") and LEVEL[groups[place - 1].kind] < LEVEL[group.kind]
    return place - 1 if reversed_ else None


def _joined(group: Group, outer: Group) -> bool:
    if outer.joint in _BREAKS:
        return False
    structure = group.kind is Kind.ARTICLE and outer.kind is not Kind.ANNEX
    return not (structure and outer.joint == ",")


def _addresses(
    groups: Sequence[Group],
    place: int,
    parents: Sequence[int | None],
    found: Mapping[int, list[Address]],
    situation: Situation,
    outside: Outside,
    tree: Tree | None,
) -> list[Address] | None:
    group, parent = groups[place], parents[place]
    if not group.labels:
        this = situation.this(group.kind)
        return None if this is None else [this]
    if parent is None:
        bases = [outside(group.kind)]
    else:
        bases = found[parent] if groups[parent].plural else found[parent][:1]
    if group.kind is Kind.ARTICLE:
        bases = [_of_article(base) for base in bases]
    return [_child(base, group.kind, label) for base in bases for label in _expanded(group, base, tree)]


def _of_article(base: Address) -> Address:
    """Articles start their own address, or stand in an annex."""
    return base if base.steps[:1] and base.steps[0].kind is Kind.ANNEX else Address()


def _expanded(group: Group, base: Address, tree: Tree | None) -> list[str]:
    labels: list[str] = []
    for place, label in enumerate(group.labels):
        if place - 1 in group.ranges:
            range_ = list(between(labels.pop(), label))
            labels.extend(tree.within(base, group.kind, range_) if tree else range_)
        else:
            labels.append(label)
    return labels


def _child(base: Address, kind: Kind, label: str) -> Address:
    """The provision of a label; "đoạn thứ nhất" of a clause or point is its own first line."""
    if kind is not Kind.PARAGRAPH or not label.startswith("thứ "):
        return base if label == "mở đầu" else base.child(kind, label)
    ordinal = ordinal_value(label) or 1
    if base.kind in (Kind.CLAUSE, Kind.POINT):
        ordinal -= 1
    return base.child(kind, str(ordinal)) if ordinal else base
