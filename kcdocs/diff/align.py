"""Alignment: level by level from the articles down, then what moved across provisions, then the chapters."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel

from kcdocs.diff import limits
from kcdocs.diff.breaks import join_breaks
from kcdocs.diff.far import pair_far
from kcdocs.diff.links import Link, Links
from kcdocs.diff.siblings import pair_by_content, pair_by_place
from kcdocs.diff.splits import splits
from kcdocs.diff.twins import find_twins
from kcdocs.law.kinds import GROUPING
from kcdocs.model.comparison import Match, Pass

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kcdocs.diff.lexicon import Lexicon
    from kcdocs.diff.tree import Unit

Fixed = tuple["Unit | None", "Unit | None"]
"""What a reviewer decided: a pair, or a unit that has no counterpart."""


def align(old: Unit, new: Unit, lexicon: Lexicon, fixed: Iterable[Fixed] = ()) -> Links:
    """Pair the provisions of two instruments.

    Args:
        old: Root of the one.
        new: Root of the other.
        lexicon: The code points of this comparison.
        fixed: A reviewer's decisions, honoured before all else.

    Returns:
        The links; a unit in none of them was added or removed.
    """
    links = Links()
    alone = _honour(fixed, links)
    find_twins(old, new, links)
    _descend((old,), (new,), links, lexicon)
    for link in list(links):
        if link.match.by is Pass.FIXED:
            _descend(link.olds, link.news, links, lexicon)
    _across(old, new, links, lexicon)
    join_breaks(old, new, links, lexicon)
    _chapters(old, new, links, lexicon)
    _part(alone, links)
    return links


def _honour(fixed: Iterable[Fixed], links: Links) -> list[Fixed]:
    """Link the pairs that are fixed; a unit fixed as having no counterpart is linked to nothing for now."""
    alone = []
    for old, new in fixed:
        links.join([old] if old else [], [new] if new else [], Match(Pass.FIXED, 1.0))
        if old is None or new is None:
            alone.append((old, new))
    return alone


def _part(alone: Iterable[Fixed], links: Links) -> None:
    for old, new in alone:
        if old:
            del links.by_old[old.index]
        if new:
            del links.by_new[new.index]


def _descend(olds: tuple[Unit, ...], news: tuple[Unit, ...], links: Links, lexicon: Lexicon) -> None:
    """Pair what stands below linked units, and go on downwards."""
    lefts = [unit for old in olds for unit in old.flow()]
    rights = [unit for new in news for unit in new.flow()]
    if not lefts or not rights:
        return
    for old, new, match in pair_by_content(lefts, rights, links, lexicon):
        links.join([old], [new], match)
    for link in splits(lefts, rights, links, lexicon):
        links.join(link.olds, link.news, link.match)
    for old, new, match in pair_by_place(lefts, rights, links, lexicon):
        links.join([old], [new], match)
    for link in _links_of(lefts, links):
        _descend(link.olds, link.news, links, lexicon)


def _links_of(lefts: Iterable[Unit], links: Links) -> list[Link]:
    found = [link for unit in lefts if (link := links.by_old.get(unit.index))]
    return [link for link in dict.fromkeys(found) if link.match.by is not Pass.FIXED]


def _across(old: Unit, new: Unit, links: Links, lexicon: Lexicon) -> None:
    """Pair provisions that moved into another provision, whole subtrees first."""
    for left, right, match in pair_far(old, new, links, lexicon):
        links.join([left], [right], match)
        _descend((left,), (right,), links, lexicon)


def _chapters(old: Unit, new: Unit, links: Links, lexicon: Lexicon) -> None:
    """Pair parts, chapters and sections by heading and by the articles they hold."""
    news = links.free_news(_containers(new))
    shared = _shared_articles(new, links)
    candidates = []
    for left in links.free_olds(_containers(old)):
        for right in news:
            if left.node.kind is right.node.kind:
                score = _chapter_score(left, right, shared, lexicon)
                candidates.append(
                    (-score, left.node.label != right.node.label, left.index, right.index, left, right)
                )
    candidates.sort(key=lambda item: item[:4])
    for negative, _, i, j, left, right in candidates:
        if -negative >= limits.CHAPTER and i not in links.by_old and j not in links.by_new:
            by = Pass.LABEL if left.node.label == right.node.label else Pass.SIMILAR
            links.join([left], [right], Match(by, -negative, sure=-negative >= limits.SURE_CHAPTER))


def _containers(root: Unit) -> list[Unit]:
    return [unit for unit in root.walk() if unit.node.kind in GROUPING]


def _shared_articles(new: Unit, links: Links) -> dict[tuple[int, int], int]:
    """Weight of the articles that two containers, by index, have in common."""
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for unit in new.walk():
        link = links.by_new.get(unit.index)
        if link is None or not link.olds or unit.node.kind in GROUPING:
            continue
        for left in _holders(link.olds[0]):
            for right in _holders(unit):
                shared[left.index, right.index] += unit.weight
    return shared


def _holders(unit: Unit) -> list[Unit]:
    holders = []
    parent = unit.parent
    while parent is not None and parent.node.kind in GROUPING:
        holders.append(parent)
        parent = parent.parent
    return holders


def _chapter_score(old: Unit, new: Unit, shared: dict[tuple[int, int], int], lexicon: Lexicon) -> float:
    inside = old.weight + new.weight - len(old.node.text) - len(new.node.text)
    common = 2 * shared.get((old.index, new.index), 0) / inside if inside else 0.0
    heading = 1.0 if old.own == new.own else _heading(old, new, lexicon)
    return (common + heading) / 2


def _heading(old: Unit, new: Unit, lexicon: Lexicon) -> float:
    return float(Indel.normalized_similarity(old.words(lexicon).code, new.words(lexicon).code))
