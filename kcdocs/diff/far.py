"""Pairs across provisions: a clause or point that now stands under another article or clause."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from kcdocs.diff import limits
from kcdocs.diff.likeness import scores
from kcdocs.diff.siblings import MatchedPair
from kcdocs.diff.twins import telling
from kcdocs.law.kinds import GROUPING
from kcdocs.model.address import Kind
from kcdocs.model.comparison import Match, Pass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kcdocs.diff.lexicon import Lexicon
    from kcdocs.diff.links import Links
    from kcdocs.diff.tree import Unit


def pair_far(old: Unit, new: Unit, links: Links, lexicon: Lexicon) -> Iterator[MatchedPair]:
    """Pair free units of one family wherever they stand: equal ones, then those much alike.

    Equal ones below 60 characters, and several of the same words, are unsure; a text that is little more than
    its references is equal only with the same ones. Those not equal must be alike by 0.8, 0.1 ahead of every
    other, and have 25 tokens.

    Args:
        old: Root of the one instrument.
        new: Root of the other.
        links: What is paired already; the caller adds each pair given before it asks for the next.
        lexicon: The code points of this comparison.
    """
    yield from _equal(old, new, links)
    yield from _alike(old, new, links, lexicon)


def _equal(old: Unit, new: Unit, links: Links) -> Iterator[MatchedPair]:
    groups: dict[int, tuple[list[Unit], list[Unit]]] = defaultdict(lambda: ([], []))
    for side, units in enumerate((links.free_olds(_movable(old)), links.free_news(_movable(new)))):
        for unit in units:
            groups[unit.whole][side].append(unit)
    equal = [
        (left, right, len(lefts) == 1)
        for lefts, rights in groups.values()
        if len(lefts) == len(rights)
        for left, right in zip(lefts, rights, strict=True)
        if telling(left, right)
    ]
    for left, right, single in sorted(equal, key=lambda pair: -pair[0].weight):
        if links.free_olds([left]) and links.free_news([right]):
            sure = single and not left.short
            yield left, right, Match(Pass.MOVED, 1.0, 0.0 if single else 1.0, sure)


def _movable(root: Unit) -> list[Unit]:
    """Units that may be looked for elsewhere if they are the same there."""
    return [
        unit
        for unit in root.walk()
        if unit.index
        and unit.node.kind not in GROUPING
        and (unit.weight >= limits.FAR_WEIGHT or unit.family is Kind.PARAGRAPH)
    ]


def _long(units: Iterable[Unit], lexicon: Lexicon) -> list[Unit]:
    """Those long enough to be known although they were changed."""
    return [
        unit
        for unit in units
        if unit.weight >= limits.FAR_WEIGHT and len(unit.code(lexicon)) >= limits.FAR_TOKENS
    ]


def _alike(old: Unit, new: Unit, links: Links, lexicon: Lexicon) -> Iterator[MatchedPair]:
    lefts, rights = (
        _long(units, lexicon) for units in (links.free_olds(_movable(old)), links.free_news(_movable(new)))
    )
    found = scores(lefts, rights, lexicon, limits.FAR_ALIKE - limits.MARGIN) if lefts and rights else []
    for score, i, j in sorted(found, key=lambda item: (-item[0], -lefts[item[1]].weight, item[1], item[2])):
        left, right = lefts[i], rights[j]
        if score < limits.FAR_ALIKE or left.family is not right.family or not left.may_become(right):
            continue
        if links.free_olds([left]) and links.free_news([right]):
            others = (s for s, a, b in found if (a == i) != (b == j))
            runner_up = max(others, default=0.0)
            if score - runner_up >= limits.MARGIN:
                yield left, right, Match(Pass.MOVED, score, runner_up)
