"""How alike two provisions are, and which ones are worth asking about."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel

from kcdocs.diff import limits

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kcdocs.diff.lexicon import Lexicon
    from kcdocs.diff.tree import Unit

_FIGURES = re.compile(r"\d+")
_SENTENCE_END = re.compile(r"(?<=[.;])\s+")

Score = tuple[float, int, int]
"""Likeness from 0 to 1, index among the old units, index among the new ones."""


def likeness(old: Unit, new: Unit, lexicon: Lexicon, least: float = 0.0) -> float:
    """Likeness of two provisions with all below them.

    Twice the tokens in the longest common subsequence over all tokens; references count as equal.

    Args:
        old: The one provision.
        new: The other.
        lexicon: The code points of this comparison.
        least: A likeness below this is given as 0, which is faster.
    """
    return float(Indel.normalized_similarity(old.code(lexicon), new.code(lexicon), score_cutoff=least))


def kinship(old: Unit, new: Unit, lexicon: Lexicon) -> float:
    """The greatest of three: likeness, likeness of the own words, and the share of the shorter in the longer.

    For provisions whose place speaks for them already: much may have been put in or taken out below.

    Args:
        old: The one provision.
        new: The other.
        lexicon: The code points of this comparison.
    """
    whole, own = likeness(old, new, lexicon), 0.0
    if old.children or new.children:
        own = float(Indel.normalized_similarity(old.words(lexicon).code, new.words(lexicon).code))
    sizes = len(old.code(lexicon)), len(new.code(lexicon))
    held = whole * sum(sizes) / 2 / min(sizes) if min(sizes) >= limits.LEAST_HELD else 0.0
    return max(whole, own, held - limits.HELD_BY_CHANCE)


def scores(olds: Sequence[Unit], news: Sequence[Unit], lexicon: Lexicon, least: float) -> list[Score]:
    """Likeness of all pairs that reach `least`; among many units, of pairs that share rare wording.

    Args:
        olds: Units of the one side, of one family.
        news: Units of the other side.
        lexicon: The code points of this comparison.
        least: Likeness below which a pair is left out.
    """
    if len(olds) * len(news) <= limits.ALL_PAIRS:
        pairs = {(i, j) for i in range(len(olds)) for j in range(len(news))}
    else:
        sizes = sorted(len(new.code(lexicon)) for new in news)
        near = [i for i, old in enumerate(olds) if _reachable(len(old.code(lexicon)), sizes, least)]
        pairs = {(near[i], j) for i, j in _sharing([olds[i] for i in near], news, lexicon)}
    measured = ((likeness(olds[i], news[j], lexicon, least), i, j) for i, j in sorted(pairs))
    return [score for score in measured if score[0] >= least]


def shared_weight(olds: Sequence[Unit], news: Sequence[Unit]) -> list[Score]:
    """A lower bound of likeness for units with units below: the share of text in equal provisions.

    Provisions that stand in many places count for nothing. Cheap: no text is cut into tokens.
    """
    homes: dict[int, list[int]] = defaultdict(list)
    for j, new in enumerate(news):
        for own in {unit.own for unit in new.walk()}:
            homes[own].append(j)
    shared: Counter[tuple[int, int]] = Counter()
    for i, old in enumerate(olds):
        for own, length in {unit.own: len(unit.node.text) for unit in old.walk()}.items():
            places = homes.get(own, ())
            if length and len(places) <= limits.COMMON:
                shared.update({(i, j): length for j in places})
    return [(2 * length / (olds[i].weight + news[j].weight), i, j) for (i, j), length in shared.items()]


def shared_but_figures(old: str, new: str) -> float:
    """The share of the words in common, if two texts differ in nothing but figures; else 0.

    Args:
        old: The one text.
        new: The other.
    """
    if _FIGURES.sub("0", old) != _FIGURES.sub("0", new):
        return 0.0
    pairs = list(zip(old.split(), new.split(), strict=True))
    return sum(left == right for left, right in pairs) / len(pairs) if pairs else 0.0


def shared_sentences(old: str, new: str) -> float:
    """The share of the sentences in common, if one text is the other without some of its sentences; else 0.

    Args:
        old: The one text.
        new: The other.
    """
    left, right = ({" ".join(text.split()) for text in _SENTENCE_END.split(side)} for side in (old, new))
    shorter, longer = sorted((left, right), key=len)
    if len(shorter) == len(longer) or not shorter <= longer:
        return 0.0
    long = any(len(text.split()) >= limits.SENTENCE for text in shorter)
    return len(shorter) / len(longer) if long else 0.0


def _sharing(olds: Sequence[Unit], news: Sequence[Unit], lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    homes: dict[str, list[int]] = defaultdict(list)
    for j, new in enumerate(news):
        for shingle in _shingles(new.code(lexicon)):
            homes[shingle].append(j)
    best: dict[str, list[int]] = {}
    for i, old in enumerate(olds):
        code = old.code(lexicon)
        if code not in best:
            best[code] = _candidates(code, homes)
        yield from ((i, j) for j in best[code])


def _candidates(code: str, homes: Mapping[str, Sequence[int]]) -> list[int]:
    """Those that share the most rare wording."""
    votes: dict[int, float] = defaultdict(float)
    for shingle in _shingles(code):
        places = homes.get(shingle, ())
        if len(places) <= limits.COMMON:
            for j in places:
                votes[j] += 1 / len(places)
    return sorted(votes, key=lambda j: (-votes[j], j))[: limits.CANDIDATES]


def _reachable(size: int, sizes: Sequence[int], least: float) -> bool:
    """Whether one of some sizes, in order, is so near that two texts of these sizes can be alike enough."""
    place = bisect_left(sizes, size)
    near = sizes[max(0, place - 1) : place + 1]
    return any(size == other or 1 - abs(size - other) / (size + other) >= least for other in near)


def _shingles(code: str) -> set[str]:
    return {code[start : start + limits.SHINGLE] for start in range(max(1, len(code) - limits.SHINGLE + 1))}
