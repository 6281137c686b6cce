"""Pairs among siblings: exact content, then label and likeness, then position."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kcdocs.diff import limits
from kcdocs.diff.likeness import (
    Score,
    kinship,
    likeness,
    scores,
    shared_but_figures,
    shared_sentences,
    shared_weight,
)
from kcdocs.diff.moves import heaviest_run
from kcdocs.law.commanding import REPEALING
from kcdocs.law.kinds import LABELLED
from kcdocs.law.vocabulary import alternation
from kcdocs.model.address import Kind
from kcdocs.model.comparison import Match, Pass

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kcdocs.diff.lexicon import Lexicon
    from kcdocs.diff.links import Links
    from kcdocs.diff.tree import Unit

_ONLY_ONES = frozenset(
    {Kind.HEADER, Kind.TITLE, Kind.ENACTING, Kind.CLOSING, Kind.SIGNATURE, Kind.RECIPIENTS}
)
_REPEALED = re.compile(rf"\W*(đã |được )*(?:{alternation(REPEALING)})\W*", re.IGNORECASE)

MatchedPair = tuple["Unit", "Unit", Match]


def repealed(text: str) -> bool:
    """Whether a text only says that the provision is repealed: "(được bãi bỏ)"."""
    return _REPEALED.fullmatch(text) is not None


def pair_by_content(
    olds: Iterable[Unit], news: Iterable[Unit], links: Links, lexicon: Lexicon
) -> list[MatchedPair]:
    """Pair siblings of equal content, then those much alike.

    Args:
        olds: All old siblings, in order.
        news: All new siblings.
        links: What is paired already.
        lexicon: The code points of this comparison.

    Returns:
        New pairs with the pass that made each; in no particular order.
    """
    return [pair for board in _boards(olds, news, links) for pair in board.by_content(lexicon)]


def pair_by_place(
    olds: Iterable[Unit], news: Iterable[Unit], links: Links, lexicon: Lexicon
) -> list[MatchedPair]:
    """Pair siblings that are left over by their label or by their place between neighbours.

    Args:
        olds: All old siblings, in order.
        news: All new siblings.
        links: What is paired already.
        lexicon: The code points of this comparison.
    """
    return [pair for board in _boards(olds, news, links) for pair in board.by_place(lexicon)]


def _boards(olds: Iterable[Unit], news: Iterable[Unit], links: Links) -> list[_Board]:
    """One board for each family that has units without a partner on both sides."""
    if not links.free_olds(olds) or not links.free_news(news):
        return []
    families: dict[Kind, tuple[list[Unit], list[Unit]]] = defaultdict(lambda: ([], []))
    for side, units in enumerate((olds, news)):
        for unit in units:
            families[unit.family][side].append(unit)
    both = [
        _Board(*sides)
        for sides in families.values()
        if links.free_olds(sides[0]) and links.free_news(sides[1])
    ]
    for board in both:
        board.recall(links)
    return both


@dataclass(slots=True)
class _Board:
    """Siblings of one family, and who of them has found whom.

    Attributes:
        olds: The old siblings.
        news: The new ones.
        found: Index of an old one → index of its partner; -1 for a partner that is no sibling.
        taken: Indices of the new ones that have a partner.
        fixed: Indices of the pairs that keep their order, on the old and on the new side.
        pairs: What was found on this board.
    """

    olds: list[Unit]
    news: list[Unit]
    found: dict[int, int] = field(default_factory=dict)
    taken: set[int] = field(default_factory=set)
    fixed: tuple[list[int], list[int]] = ([], [])
    pairs: list[MatchedPair] = field(default_factory=list)

    def recall(self, links: Links) -> None:
        """Note what is paired already."""
        places = {unit.index: j for j, unit in enumerate(self.news)}
        for i, unit in enumerate(self.olds):
            link = links.by_old.get(unit.index)
            if link is not None:
                self.found[i] = places.get(link.news[0].index, -1) if link.news else -1
        self.taken = {j for j, unit in enumerate(self.news) if unit.index in links.by_new}

    def by_content(self, lexicon: Lexicon) -> list[MatchedPair]:
        """Pair what is equal or much alike."""
        self._exact()
        if self._open():
            self._by_name()
            self._by_number()
        if self._open():
            self._settle()
            self._by_shared_text()
        if self._open():
            self._settle()
            self._by_likeness(lexicon)
        return self.pairs

    def by_place(self, lexicon: Lexicon) -> list[MatchedPair]:
        """Pair what kept its label between neighbours that kept theirs, or is alone in its place."""
        self._settle()
        gaps: dict[int, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
        for side, places in enumerate(self._free()):
            for place in places:
                gaps[bisect_left(self.fixed[side], place)][side].append(place)
        for lefts, rights in gaps.values():
            alone = len(lefts) == len(rights) == 1
            for i in lefts:
                for j in rights:
                    if j not in self.taken and i not in self.found and (alone or self._same_label(i, j)):
                        self._place(i, j, alone, lexicon)
        return self.pairs

    def _open(self) -> bool:
        return len(self.found) < len(self.olds) and len(self.taken) < len(self.news)

    def _join(self, i: int, j: int, match: Match) -> None:
        self.found[i] = j
        self.taken.add(j)
        self.pairs.append((self.olds[i], self.news[j], match))

    def _free(self) -> tuple[list[int], list[int]]:
        olds = [i for i in range(len(self.olds)) if i not in self.found]
        return olds, [j for j in range(len(self.news)) if j not in self.taken]

    def _settle(self) -> None:
        """Take the pairs that keep their order as fixed points."""
        order = [i for i in sorted(self.found) if self.found[i] >= 0]
        places = [self.found[i] for i in order]
        run = heaviest_run(places, [self.olds[i].weight + 1 for i in order])
        self.fixed = [order[k] for k in run], [places[k] for k in run]

    def _gaps(self, i: int, j: int) -> tuple[int, int]:
        return bisect_left(self.fixed[0], i), bisect_left(self.fixed[1], j)

    def _in_order(self, i: int, j: int) -> bool:
        left, right = self._gaps(i, j)
        return left == right

    def _distance(self, i: int, j: int) -> int:
        """How many siblings lie between a pair and the place its nearest fixed neighbour gives it."""
        left, right = self._gaps(i, j)
        if left != right:
            return len(self.olds) + len(self.news)
        firsts = ([-1, *self.fixed[0], len(self.olds)], [-1, *self.fixed[1], len(self.news)])
        before = abs((i - firsts[0][left]) - (j - firsts[1][left]))
        after = abs((firsts[0][left + 1] - i) - (firsts[1][left + 1] - j))
        return min(before, after)

    def _exact(self) -> None:
        groups: dict[int, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
        free = self._free()
        for side, units in enumerate((self.olds, self.news)):
            for place in free[side]:
                groups[units[place].whole][side].append(place)
        match = Match(Pass.EXACT, 1.0)
        twins = []
        for lefts, rights in groups.values():
            if len(lefts) == len(rights):
                for i, j in zip(lefts, rights, strict=True):
                    self._join(i, j, match)
            elif lefts and rights:
                twins.append((lefts, rights))
        if twins:
            self._settle()
        for lefts, rights in twins:
            self._twins(lefts, rights)

    def _twins(self, lefts: list[int], rights: list[int]) -> None:
        """Pair equal provisions, those with the nearest place first; a great many simply in order."""
        match = Match(Pass.EXACT, 1.0, 1.0)
        if len(lefts) * len(rights) > limits.MANY_TWINS:
            ranked = [(0, i, j) for i, j in zip(lefts, rights, strict=False)]
        else:
            ranked = sorted((self._distance(i, j), i, j) for i in lefts for j in rights)
        for _, i, j in ranked:
            if i not in self.found and j not in self.taken:
                self._join(i, j, match)

    def _by_name(self) -> None:
        """Pair what kept its heading: with its number, or in its order, it outweighs what stands below."""
        counts = [Counter(unit.own for unit in units) for units in (self.olds, self.news)]
        olds, news = self._free()
        places = {self.news[j].own: j for j in news if self.news[j].children}
        named = [(i, places[self.olds[i].own]) for i in olds if self.olds[i].own in places]
        named = [
            (i, j)
            for i, j in named
            if self.olds[i].children
            and self.olds[i].node.text
            and all(count[self.olds[i].own] == 1 for count in counts)
        ]
        for i, j in named:
            if self._same_label(i, j):
                self._name(i, j, Pass.LABEL)
        self._settle()
        for i, j in named:
            if i not in self.found and self.olds[i].node.kind is Kind.ARTICLE and self._in_order(i, j):
                self._name(i, j, Pass.SIMILAR)

    def _name(self, i: int, j: int, by: Pass) -> None:
        if self.olds[i].may_become(self.news[j]):
            shared = shared_weight([self.olds[i]], [self.news[j]])
            self._join(i, j, Match(by, shared[0][0] if shared else 0.0))

    def _by_number(self) -> None:
        """Pair what kept its number, and all its words but figures, or whole sentences."""
        olds, news = self._free()
        labels = {(self.news[j].node.kind, self.news[j].node.label): j for j in news}
        for i in olds:
            old = self.olds[i]
            j = labels.get((old.node.kind, old.node.label), -1)
            if j >= 0 and old.node.kind in LABELLED and old.may_become(self.news[j]) and j not in self.taken:
                texts = old.node.text, self.news[j].node.text
                shared = shared_but_figures(*texts) or shared_sentences(*texts)
                if shared:
                    self._join(i, j, Match(Pass.LABEL, shared))

    def _by_shared_text(self) -> None:
        olds, news = self._free()
        units = [self.olds[i] for i in olds], [self.news[j] for j in news]
        if any(unit.children for unit in units[0]):
            shared = [(score, olds[i], news[j]) for score, i, j in shared_weight(*units)]
            self._take([score for score in shared if score[0] >= limits.SIMILAR])

    def _by_likeness(self, lexicon: Lexicon) -> None:
        olds, news = self._free()
        units = [self.olds[i] for i in olds], [self.news[j] for j in news]
        self._take([(score, olds[i], news[j]) for score, i, j in scores(*units, lexicon, limits.SIMILAR)])

    def _take(self, candidates: Sequence[Score]) -> None:
        """Pair the best candidates first; out of order only those far ahead of all others."""
        ranked = sorted(candidates, key=self._rank)
        rivals: dict[tuple[int, int], list[Score]] = defaultdict(list)
        for score in ranked:
            rivals[0, score[1]].append(score)
            rivals[1, score[2]].append(score)
        for score in ranked:
            likely, i, j = score
            alike = likely >= limits.ELSEWHERE and self._same_label(i, j)
            taken = i in self.found or j in self.taken
            if taken or not self.olds[i].may_become(self.news[j], alike=alike):
                continue
            others = (s for s in (*rivals[0, i], *rivals[1, j]) if s is not score)
            runner_up = max(
                (s[0] for s in others if s[1] not in self.found and s[2] not in self.taken), default=0.0
            )
            clear = likely - runner_up >= limits.MARGIN
            if self._in_order(i, j) or (likely >= limits.ELSEWHERE and clear):
                by = Pass.LABEL if self._same_label(i, j) else Pass.SIMILAR
                self._join(i, j, Match(by, likely, runner_up, clear or by is Pass.LABEL))

    def _rank(self, score: Score) -> tuple[float, int, int, int]:
        likely, i, j = score
        bonus = limits.SAME_LABEL * self._same_label(i, j)
        return -likely - bonus, self._distance(i, j), i, j

    def _same_label(self, i: int, j: int) -> bool:
        old, new = self.olds[i].node, self.news[j].node
        return old.kind is new.kind and old.label == new.label and old.kind in LABELLED

    def _place(self, i: int, j: int, alone: bool, lexicon: Lexicon) -> None:
        old, new = self.olds[i], self.news[j]
        likely = likeness(old, new, lexicon)
        kept = self._same_label(i, j) and self._stable(i)
        kin = kinship(old, new, lexicon) if kept else 0.0
        gone = repealed(old.node.text) or repealed(new.node.text)
        if not old.may_become(new):
            return
        if old.family in _ONLY_ONES and alone:
            self._join(i, j, Match(Pass.POSITION, likely))
        elif kept and (kin >= limits.KEPT_LABEL or gone):
            self._join(i, j, Match(Pass.LABEL, likely, sure=gone))
        elif alone and likely >= limits.KEPT_LABEL:
            self._join(i, j, Match(Pass.POSITION, likely, sure=False))

    def _stable(self, i: int) -> bool:
        """Whether the fixed neighbours on both sides kept their labels."""
        gap = bisect_left(self.fixed[0], i)
        sides = [k for k in (gap - 1, gap) if 0 <= k < len(self.fixed[0])]
        return all(self._same_label(self.fixed[0][k], self.fixed[1][k]) for k in sides)
