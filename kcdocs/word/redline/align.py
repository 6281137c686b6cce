"""Which paragraph of the original became which of the draft: by the guide, by equal words, by like words."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, NamedTuple

from kcdocs.text.stretches import equal_places
from kcdocs.word import limits
from kcdocs.word.redline.own import (
    NO_KEY,
    OwnCell,
    OwnItem,
    OwnParagraph,
    OwnTable,
    ParagraphKey,
    every_paragraph,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


@dataclass(frozen=True, slots=True)
class Aligned:
    """How two stories go together.

    Attributes:
        kept: Pairs of places (old, new) in both orders rising: what stayed where it was.
        moved: Pairs of places of paragraphs that stand elsewhere now.
    """

    kept: tuple[tuple[int, int], ...]
    moved: tuple[tuple[int, int], ...]


def align(
    olds: Sequence[OwnItem],
    news: Sequence[OwnItem],
    guide: Mapping[ParagraphKey, ParagraphKey],
    *,
    moves: bool,
) -> Aligned:
    """Pair the paragraphs and tables of two stories.

    Args:
        olds: The original's.
        news: The draft's.
        guide: Key of an old paragraph → key of the new one that it became.
        moves: Whether what stands elsewhere is a move; else it is taken out here and put in there.
    """
    told = _told(olds, news, guide)
    kept = _heaviest(told, olds)
    crossing = sorted(set(told) - set(kept)) if moves else []
    moved = [(i, j) for i, j in crossing if isinstance(olds[i], OwnParagraph) and _words(olds[i]).strip()]
    taken_old, taken_new = {i for i, _ in moved}, {j for _, j in moved}
    every = list(kept)
    for (low, left), (high, right) in zip([(-1, -1), *kept], [*kept, (len(olds), len(news))], strict=True):
        before = [i for i in range(low + 1, high) if i not in taken_old]
        after = [j for j in range(left + 1, right) if j not in taken_new]
        every += _between(before, after, olds, news)
    return Aligned(tuple(sorted(every)), tuple(moved))


def _told(
    olds: Sequence[OwnItem], news: Sequence[OwnItem], guide: Mapping[ParagraphKey, ParagraphKey]
) -> list[tuple[int, int]]:
    """The pairs that the guide tells; tables by what most of their paragraphs became."""
    places = {
        item.key: (j, top)
        for j, top in enumerate(news)
        for item in every_paragraph([top])
        if item.key != NO_KEY
    }
    pairs, used = [], set()
    for i, old in enumerate(olds):
        votes = Counter(
            places[target][0]
            for item in every_paragraph([old])
            if (target := guide.get(item.key, NO_KEY)) in places and type(places[target][1]) is type(old)
        )
        for j, _ in votes.most_common(1):
            if j not in used:
                pairs.append((i, j))
                used.add(j)
    return pairs


def _words(item: OwnItem) -> str:
    if isinstance(item, OwnTable):
        return "\n".join(paragraph.text for paragraph in item.paragraphs())
    return item.label + item.text


def _heaviest(pairs: Sequence[tuple[int, int]], olds: Sequence[OwnItem]) -> list[tuple[int, int]]:
    """The rising pairs that leave most words where they were; `pairs` rise in the first place."""
    tops: list[int] = []  # new places, rising, with weights rising too
    best: list[tuple[int, int]] = []  # weight and pair of each top
    before: dict[int, int] = {}
    for number, (i, j) in enumerate(pairs):
        at = bisect_right(tops, j)
        weight, came = best[at - 1] if at else (0, -1)
        weight += 1 + len(_words(olds[i]))
        before[number] = came
        end = at
        while end < len(tops) and best[end][0] <= weight:
            end += 1
        tops[at:end], best[at:end] = [j], [(weight, number)]
    chain = []
    number = best[-1][1] if best else -1
    while number >= 0:
        chain.append(pairs[number])
        number = before[number]
    return chain[::-1]


def _between(
    before: Sequence[int], after: Sequence[int], olds: Sequence[OwnItem], news: Sequence[OwnItem]
) -> list[tuple[int, int]]:
    """Pairs among what lies between two pairs: equal words first, then the likest in order."""
    if not before or not after:
        return []
    old_words, new_words = (
        [_words(items[k]) for k in places] for places, items in ((before, olds), (after, news))
    )
    equal = [
        (before[old], after[new])
        for old, new in equal_places(old_words, new_words)
        if type(olds[before[old]]) is type(news[after[new]])
    ]
    pairs = list(equal)
    edges = [(-1, -1), *((before.index(i), after.index(j)) for i, j in equal), (len(before), len(after))]
    for (low, left), (high, right) in pairwise(edges):
        pairs += _likest(before[low + 1 : high], after[left + 1 : right], olds, news)
    return pairs


def _likest(
    before: Sequence[int], after: Sequence[int], olds: Sequence[OwnItem], news: Sequence[OwnItem]
) -> list[tuple[int, int]]:
    """In order, each old item with the first new one that shares most of its words."""
    pairs, start = [], 0
    if len(before) * len(after) > limits.MOST_LIKENESSES:
        return []
    for i in before:
        for place in range(start, len(after)):
            if type(olds[i]) is type(news[after[place]]) and alike(
                _words(olds[i]), _words(news[after[place]])
            ):
                pairs.append((i, after[place]))
                start = place + 1
                break
    return pairs


def alike(old: str, new: str) -> bool:
    """Whether two texts share most of their words."""
    left, right = old.split(), new.split()
    if not left or not right:
        return not left and not right
    shared = sum((Counter(left) & Counter(right)).values())
    return shared >= limits.SHARED_WORDS * max(len(left), len(right))


def row_pairs(olds: Sequence[list[OwnCell]], news: Sequence[list[OwnCell]]) -> list[tuple[int, int]]:
    """Rows that stayed, in order; only rows of as many cells over as many columns."""
    sides = [
        ["\n".join(p.text for cell in row for p in every_paragraph(cell.story)) for row in rows]
        for rows in (olds, news)
    ]
    kept = equal_places(*sides)
    every = list(kept)
    edges = [(-1, -1), *kept, (len(sides[0]), len(sides[1]))]
    for (low, left), (high, right) in pairwise(edges):
        alike_rows = _alike_rows(range(low + 1, high), range(left + 1, right), sides)
        every += alike_rows
        for (top, first), (end, last) in pairwise([(low, left), *alike_rows, (high, right)]):
            if end - top == last - first:
                every += zip(range(top + 1, end), range(first + 1, last), strict=True)
    return sorted((i, j) for i, j in every if shape(olds[i]) == shape(news[j]))


def _alike_rows(olds: range, news: range, sides: list[list[str]]) -> list[tuple[int, int]]:
    """The pairs of rows alike, in order, that share most words."""
    if len(olds) * len(news) > limits.MOST_LIKENESSES:
        return []
    shared = _shared_words([sides[0][i] for i in olds], [sides[1][j] for j in news])
    none = _Chosen(0)
    above = [none] * (len(news) + 1)
    for place in range(len(olds)):
        here = [none]
        for at in range(len(news)):
            best = above[at + 1] if above[at + 1].words >= here[at].words else here[at]
            words = above[at].words + shared.get((place, at), 0)
            here.append(best if words <= best.words else _Chosen(words, (olds[place], news[at]), above[at]))
        above = here
    return _pairs(above[-1])


class _Chosen(NamedTuple):
    """Pairs of rows chosen so far: the words that they share, the last of them, and those before."""

    words: int
    last: tuple[int, int] | None = None
    before: _Chosen | None = None


def _pairs(chosen: _Chosen | None) -> list[tuple[int, int]]:
    pairs = []
    while chosen is not None and chosen.last is not None:
        pairs.append(chosen.last)
        chosen = chosen.before
    return pairs[::-1]


def _shared_words(olds: list[str], news: list[str]) -> dict[tuple[int, int], int]:
    """Places of an old and a new row that are alike → how many words they share."""
    left, right = ([Counter(text.split()) for text in texts] for texts in (olds, news))
    holding: dict[str, list[tuple[int, int]]] = {}
    for at, words in enumerate(right):
        for word, count in words.items():
            holding.setdefault(word, []).append((at, count))
    sizes = [words.total() for words in right]
    shared: dict[tuple[int, int], int] = {}
    for place, words in enumerate(left):
        own: Counter[int] = Counter()
        for word, count in words.items():
            for at, other in holding.get(word, ()):
                own[at] += min(count, other)
        most = words.total()
        alikes = {at: n for at, n in own.items() if n >= limits.SHARED_WORDS * max(most, sizes[at])}
        shared |= {(place, at): n for at, n in alikes.items()}
    return shared


def shape(row: Sequence[object]) -> list[tuple[int, str]]:
    """How many columns each cell of a row spans and how it is merged."""
    return [(cell.columns, cell.merged) for cell in row]  # type: ignore[attr-defined]


def runs_of(pairs: Sequence[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """Pairs that follow one another on both sides, together."""
    groups = groupby(enumerate(pairs), key=lambda item: (item[1][0] - item[0], item[1][1] - item[0]))
    return [[pair for _, pair in group] for _, group in groups]
