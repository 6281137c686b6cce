"""Splits and mergers: one provision whose words stand in several neighbours on the other side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel

from kcdocs.diff import limits
from kcdocs.diff.likeness import likeness
from kcdocs.diff.links import Link
from kcdocs.model.comparison import Match, Pass

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kcdocs.diff.lexicon import Lexicon
    from kcdocs.diff.links import Links
    from kcdocs.diff.tree import Unit

SplitCandidate = tuple["Unit", tuple["Unit", ...], float]


def splits(olds: Sequence[Unit], news: Sequence[Unit], links: Links, lexicon: Lexicon) -> list[Link]:
    """Find splits and mergers among siblings.

    A neighbour without a partner joins a pair, or several without partners one without, if together they
    are clearly more like the whole than one alone.

    Args:
        olds: Old siblings in order.
        news: New siblings in order.
        links: What is paired already; links among the result replace pairs in it.
        lexicon: The code points of this comparison.
    """
    found = [
        Link((whole,), parts, Match(Pass.SPLIT, score, sure=score >= limits.SPLIT_ALIKE))
        for whole, parts, score in _groups(olds, news, links.by_old, links.by_new, lexicon)
    ]
    used = {unit.index for link in found for unit in link.olds}
    found += [
        Link(parts, (whole,), Match(Pass.MERGED, score, sure=score >= limits.SPLIT_ALIKE))
        for whole, parts, score in _groups(news, olds, links.by_new, links.by_old, lexicon)
        if not used & {unit.index for unit in parts}
    ]
    return found


def _groups(
    wholes: Sequence[Unit],
    parts: Sequence[Unit],
    of_whole: Mapping[int, Link],
    of_part: Mapping[int, Link],
    lexicon: Lexicon,
) -> Iterator[SplitCandidate]:
    if all(part.index in of_part for part in parts):
        return
    used: set[int] = set()
    for place, whole in _anchored(parts, wholes, of_part, of_whole):
        group = _grown(whole, place, parts, of_part, used, lexicon)
        if group is not None:
            used.update(unit.index for unit in group[1])
            yield group
    free = [whole for whole in wholes if _free(whole, of_whole)]
    runs = [run for run in _runs(parts, of_part) if not used & {unit.index for unit in run}]
    if len(free) * len(runs) <= limits.SPLIT_TRIALS:
        yield from _unanchored(free, runs, lexicon)


def _anchored(
    parts: Sequence[Unit], wholes: Sequence[Unit], of_part: Mapping[int, Link], of_whole: Mapping[int, Link]
) -> Iterator[tuple[int, Unit]]:
    """Places of parts that are paired with a whole, not quite alike, and have a free neighbour."""
    whole_by_link = {of_whole[whole.index]: whole for whole in wholes if whole.index in of_whole}
    for place, part in enumerate(parts):
        link = of_part.get(part.index)
        if link is None or link.match.by in (Pass.EXACT, Pass.FIXED) or link not in whole_by_link:
            continue
        near = parts[max(0, place - 1) : place + 2]
        if len(link.olds) == len(link.news) == 1 and any(_free(unit, of_part) for unit in near):
            yield place, whole_by_link[link]


def _grown(
    whole: Unit,
    place: int,
    parts: Sequence[Unit],
    of_part: Mapping[int, Link],
    used: set[int],
    lexicon: Lexicon,
) -> SplitCandidate | None:
    first = last = place
    best = likeness(whole, parts[place], lexicon)
    if best + limits.SPLIT_GAIN > 1:
        return None
    grew = True
    while grew and last - first + 1 < limits.SPLIT_PARTS:
        grew = False
        for start, end, added in ((first, last + 1, last + 1), (first - 1, last, first - 1)):
            if not 0 <= added < len(parts) or not _free(parts[added], of_part) or parts[added].index in used:
                continue
            score = _joint(whole, parts[start : end + 1], lexicon)
            if score >= best + limits.SPLIT_GAIN:
                first, last, best, grew = start, end, score, True
                break
    return (
        (whole, tuple(parts[first : last + 1]), best) if last > first and best >= limits.SPLIT_ALIKE else None
    )


def _free(unit: Unit, links: Mapping[int, Link]) -> bool:
    """Whether a unit has no partner, and no twin that waits for it elsewhere."""
    return unit.index not in links and unit.twin is None


def _joint(whole: Unit, parts: Sequence[Unit], lexicon: Lexicon, least: float = 0.0) -> float:
    """Likeness of a whole and all its parts together; below `least` 0, which is faster."""
    code = "".join(part.code(lexicon) for part in parts)
    return float(Indel.normalized_similarity(whole.code(lexicon), code, score_cutoff=least))


def _runs(parts: Sequence[Unit], of_part: Mapping[int, Link]) -> list[tuple[Unit, ...]]:
    """Two or three neighbours without a partner."""
    runs = []
    for size in (2, 3):
        for start in range(len(parts) - size + 1):
            run = tuple(parts[start : start + size])
            if all(_free(unit, of_part) for unit in run):
                runs.append(run)
    return runs


def _unanchored(
    free: Sequence[Unit], runs: Sequence[tuple[Unit, ...]], lexicon: Lexicon
) -> Iterator[SplitCandidate]:
    trials = [
        (_joint(whole, run, lexicon, limits.SPLIT_ALIKE), -len(run), w, r)
        for w, whole in enumerate(free)
        for r, run in enumerate(runs)
        if run[0].family is whole.family
        and all(len(unit.code(lexicon)) >= limits.SPLIT_TOKENS for unit in run)
    ]
    used: set[int] = set()
    for score, _, w, r in sorted(trials, reverse=True):
        members = {free[w].index} | {-unit.index for unit in runs[r]}
        if score >= limits.SPLIT_ALIKE and not used & members:
            used |= members
            yield free[w], runs[r], score
