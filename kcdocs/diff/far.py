"""Pairs across provisions: a clause or point that now stands under another article or clause."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from kcdocs.diff import limits
from kcdocs.diff.likeness import scores
from kcdocs.diff.siblings import MatchedPair
from kcdocs.law.kinds import GROUPING
from kcdocs.model.comparison import Match, Pass

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kcdocs.diff.lexicon import Lexicon
    from kcdocs.diff.links import Links
    from kcdocs.diff.tree import Unit


def pair_far(old: Unit, new: Unit, links: Links, lexicon: Lexicon) -> Iterator[MatchedPair]:
    """Pair free units of one family wherever they stand: equal ones, then those much alike.

    Only where there is no doubt: equal content must be the only one of its kind on either side, likeness at
    least 0.8 and 0.1 ahead of every other. Texts below 60 characters, or 25 tokens if not equal, stay apart.

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
    for side, units in enumerate((links.free_olds(_units(old)), links.free_news(_units(new)))):
        for unit in units:
            groups[unit.whole][side].append(unit)
    single = [(*lefts, *rights) for lefts, rights in groups.values() if len(lefts) == len(rights) == 1]
    for left, right in sorted(single, key=lambda pair: -pair[0].weight):
        if links.free_olds([left]) and links.free_news([right]):
            yield left, right, Match(Pass.MOVED, 1.0)


def _units(root: Unit) -> list[Unit]:
    """Units that may be looked for elsewhere."""
    return [
        unit
        for unit in root.walk()
        if unit.index and unit.weight >= limits.FAR_WEIGHT and unit.node.kind not in GROUPING
    ]


def _alike(old: Unit, new: Unit, links: Links, lexicon: Lexicon) -> Iterator[MatchedPair]:
    lefts = [unit for unit in links.free_olds(_units(old)) if len(unit.code(lexicon)) >= limits.FAR_TOKENS]
    rights = [unit for unit in links.free_news(_units(new)) if len(unit.code(lexicon)) >= limits.FAR_TOKENS]
    found = scores(lefts, rights, lexicon, limits.FAR_ALIKE - limits.MARGIN) if lefts and rights else []
    for score, i, j in sorted(found, key=lambda item: (-item[0], -lefts[item[1]].weight, item[1], item[2])):
        left, right = lefts[i], rights[j]
        if score < limits.FAR_ALIKE or left.family is not right.family:
            continue
        if links.free_olds([left]) and links.free_news([right]):
            others = (s for s, a, b in found if (a == i) != (b == j))
            runner_up = max(others, default=0.0)
            if score - runner_up >= limits.MARGIN:
                yield left, right, Match(Pass.MOVED, score, runner_up)
