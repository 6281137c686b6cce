"""Two stories told as strokes: what stays, goes, comes, moves, is divided and joined."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import groupby, pairwise
from operator import itemgetter
from typing import TYPE_CHECKING, TypeAlias

from kcdocs.word import limits
from kcdocs.word.redline.align import Aligned, align, row_pairs, runs_of
from kcdocs.word.redline.controls import take_off
from kcdocs.word.redline.labels import fit_labels
from kcdocs.word.redline.own import OwnParagraph, OwnRow, OwnTable, ParagraphKey
from kcdocs.word.redline.settling import settled
from kcdocs.word.redline.strokes import (
    BREAK,
    EndStroke,
    Fate,
    Hand,
    Hands,
    PlacedWords,
    RangeStroke,
    RedlineStroke,
    TableStroke,
    WordsStroke,
    changed_words,
    differences,
    tokens,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from kcdocs.word.redline.own import OwnItem


_Spread: TypeAlias = tuple[OwnParagraph, int, str]
"""A token of several paragraphs: the one it stands in, its first character there, and the token."""

_LABEL = re.compile(r"\d{1,3}[a-zđ]?[.)]|[a-zđ]\d?[.)]|[-–+•]")
"""A label typed in front of a paragraph, in small letters."""


def strokes_of(
    olds: Sequence[OwnItem],
    news: Sequence[OwnItem],
    guide: Mapping[ParagraphKey, ParagraphKey],
    hands: Hands,
    next_move: Callable[[], int] | None,
) -> list[RedlineStroke]:
    """Tell what makes of one story the other, ends of paragraphs where a reader would see them.

    Args:
        olds: The original's.
        news: The draft's.
        guide: Key of an old paragraph → key of the new one that it became.
        hands: Says whose each change is.
        next_move: Gives the number of each move; None where nothing may move (cells, notes, margins).
    """
    aligned = align(olds, news, guide, moves=next_move is not None)
    moves = _Moves(aligned, olds, news, hands, next_move)
    told: list[RedlineStroke] = []
    last_old = last_new = -1
    for old_places, new_places in _groups(aligned, olds, news):
        told += moves.gone(last_old + 1, old_places[0])
        told += moves.come(last_new + 1, new_places[0])
        last_old, last_new = old_places[-1], new_places[-1]
        told += _pair([olds[i] for i in old_places], [news[j] for j in new_places], hands)
    told += moves.gone(last_old + 1, len(olds))
    return [*told, *moves.come(last_new + 1, len(news))]


def settled_strokes(
    olds: Sequence[OwnItem],
    news: Sequence[OwnItem],
    guide: Mapping[ParagraphKey, ParagraphKey],
    hands: Hands,
    next_move: Callable[[], int] | None,
) -> list[RedlineStroke]:
    """The strokes of one draft, ready to be written; arguments as for `strokes_of`."""
    told = strokes_of(olds, news, guide, hands, next_move)
    take_off(told)
    return settled(told)


def row_strokes(
    olds: Sequence[OwnRow], news: Sequence[OwnRow], hand: str = Hand.SUBSTANCE
) -> list[TableStroke]:
    """What becomes of the rows of a table that stays; what goes between two rows that stay comes first."""
    told: list[TableStroke] = []
    last_old = last_new = -1
    for i, j in [
        *row_pairs([row.rows[0] for row in olds], [row.rows[0] for row in news]),
        (len(olds), len(news)),
    ]:
        told += [TableStroke(Fate.GO, row, None, hand) for row in olds[last_old + 1 : i]]
        told += [TableStroke(Fate.COME, None, row, hand) for row in news[last_new + 1 : j]]
        told += [TableStroke(Fate.KEEP, olds[i], news[j], hand)] if i < len(olds) else []
        last_old, last_new = i, j
    return told


def _pair(olds: list[OwnItem], news: list[OwnItem], hands: Hands) -> Iterator[RedlineStroke]:
    old, new = olds[0], news[0]
    if isinstance(old, OwnTable) and isinstance(new, OwnTable):
        yield TableStroke(Fate.KEEP, old, new)
        return
    left = [item for item in olds if isinstance(item, OwnParagraph)]
    right = [item for item in news if isinstance(item, OwnParagraph)]
    fit_labels(left[0], right[0])
    if len(left) == len(right) == 1:
        yield from _whole_leaves(changed_words(left[0], right[0], hands), left[0])
    else:
        yield from _together(_divided(left, right, hands))
    yield EndStroke(Fate.KEEP, left[-1], right[-1])


# --- What is divided or joined ------------------------------------------------------------------------------


def _groups(
    aligned: Aligned, olds: Sequence[OwnItem], news: Sequence[OwnItem]
) -> list[tuple[list[int], list[int]]]:
    """The pairs that stayed, with the neighbours that a paragraph was divided into or joined with."""
    taken = {i for i, _ in aligned.moved}, {j for _, j in aligned.moved}
    groups = [([i], [j]) for i, j in aligned.kept]
    for place, group in enumerate(groups):
        after = groups[place + 1] if place + 1 < len(groups) else ([len(olds)], [len(news)])
        before = groups[place - 1] if place else ([-1], [-1])
        for side, items, others in ((0, olds, news), (1, news, olds)):
            here, there, moved = group[side], group[1 - side], taken[1 - side]
            if moved.issuperset(range(there[-1] + 1, after[1 - side][0])):
                while (
                    (nearest := here[-1] + 1) < after[side][0]
                    and nearest not in taken[side]
                    and _belongs(items, others, here, there, nearest)
                ):
                    here.append(nearest)
            if moved.issuperset(range(before[1 - side][-1] + 1, there[0])):
                while (
                    (nearest := here[0] - 1) > before[side][-1]
                    and nearest not in taken[side]
                    and _belongs(items, others, here, there, nearest)
                ):
                    here.insert(0, nearest)
    return groups


def _belongs(
    items: Sequence[OwnItem], others: Sequence[OwnItem], here: list[int], there: list[int], more: int
) -> bool:
    """Whether a neighbour's words stand in the other side's paragraph beyond those already found there."""
    candidate = items[more]
    if isinstance(candidate, OwnTable) or len(words := _own_words(candidate)) < limits.LEAST_DIVIDED:
        return False
    paragraphs = [items[k] for k in here], [others[k] for k in there]
    if any(isinstance(item, OwnTable) for side in paragraphs for item in side):
        return False
    own, other = ([w for item in side for w in _bare(item.text)] for side in paragraphs)  # type: ignore[union-attr]
    rest = Counter(other) - Counter(own)
    return (Counter(words) & rest).total() >= limits.DIVIDED_WORDS * len(words)


def _own_words(item: OwnParagraph) -> list[str]:
    """The words of a paragraph without a typed label: what is joined or divided gets another, or none."""
    first, _, others = item.text.strip().partition(" ")
    return _bare(others if _LABEL.fullmatch(first.casefold()) else item.text)


def _bare(text: str) -> list[str]:
    return [word for written in text.casefold().split() if (word := written.strip(".,;:"))]


def _divided(olds: list[OwnParagraph], news: list[OwnParagraph], hands: Hands) -> Iterator[RedlineStroke]:
    """Several paragraphs against one, the last end left out."""
    left, right = _spread(olds), _spread(news)
    for equal, a, b, c, d in differences([token for _, _, token in left], [token for _, _, token in right]):
        if equal:
            for (old, start, token), (new, twin, _) in zip(left[a:b], right[c:d], strict=True):
                if token == BREAK:
                    yield EndStroke(Fate.KEEP, old, new)
                else:
                    yield WordsStroke(Fate.KEEP, old, start, start + len(token), twin=(new, twin))
            continue
        gone, came = left[a:b], right[c:d]
        hand = hands.of(_pieces(gone, olds), _pieces(came, news))
        for state, side in ((Fate.GO, gone), (Fate.COME, came)):
            for item, start, token in side:
                if token == BREAK:
                    yield EndStroke(state, *_sides(state, item), hand)
                else:
                    yield WordsStroke(state, item, start, start + len(token), hand)


def _pieces(side: Sequence[_Spread], paragraphs: list[OwnParagraph]) -> list[PlacedWords]:
    """What of each paragraph some tokens are; of one whose beginning alone is among them, nothing."""
    pieces = []
    for item, spread in groupby(side, key=itemgetter(0)):
        row = list(spread)
        _, start, _ = row[0]
        _, last, token = row[-1]
        pieces.append((item, start, last + len(token)))
    if side and side[-1][2] == BREAK:
        pieces.append((paragraphs[paragraphs.index(side[-1][0]) + 1], 0, 0))
    return pieces


def _together(strokes: Iterable[RedlineStroke]) -> Iterator[RedlineStroke]:
    """The same strokes, words that go one way and follow one another as one."""
    held: RedlineStroke | None = None
    for item in strokes:
        joined = _joined_words(held, item)
        if joined is None and held is not None:
            yield held
        held = joined or item
    if held is not None:
        yield held


def _joined_words(one: RedlineStroke | None, two: RedlineStroke) -> WordsStroke | None:
    """Two strokes of words as one; None if they are of two kinds or something stands between."""
    if not isinstance(one, WordsStroke) or not isinstance(two, WordsStroke):
        return None
    expected = None if one.twin is None else (one.twin[0], one.twin[1] + one.end - one.start)
    follows = one.paragraph is two.paragraph and one.end == two.start and expected == two.twin
    return replace(one, end=two.end) if follows and (one.state, one.hand) == (two.state, two.hand) else None


def _spread(paragraphs: list[OwnParagraph]) -> list[_Spread]:
    spread: list[_Spread] = []
    for number, item in enumerate(paragraphs):
        if number:
            spread.append((paragraphs[number - 1], len(paragraphs[number - 1].text), BREAK))
        start = 0
        for token in _leafwise(item):
            spread.append((item, start, token))
            start += len(token)
    return spread


def _leafwise(paragraph: OwnParagraph) -> Iterator[str]:
    """Tokens that cut no field, formula or anything else that is no words."""
    if not paragraph.leaves:
        yield from tokens(paragraph.text)
    for whole, leaves in groupby(paragraph.leaves, key=lambda leaf: leaf.whole):
        if whole:
            yield from (leaf.text for leaf in leaves if leaf.text)
        else:
            yield from tokens("".join(leaf.text for leaf in leaves))


def _whole_leaves(strokes: Iterator[WordsStroke], old: OwnParagraph) -> Iterator[WordsStroke]:
    """The same strokes, nothing that is no words staying in part: it goes and its words come."""
    told = list(strokes)
    start = 0
    for leaf in old.leaves:
        end = start + len(leaf.text)
        if leaf.whole and len(leaf.text) > 1:
            told = _freed(told, start, end)
        start = end
    return iter(told)


def _freed(told: list[WordsStroke], start: int, end: int) -> list[WordsStroke]:
    touched = [
        place
        for place, item in enumerate(told)
        if item.state is not Fate.COME and item.start < end and start < item.end
    ]
    if len(touched) == 1 and told[touched[0]].state is Fate.KEEP:
        return told
    first, last = touched[0], touched[-1]
    gone: list[WordsStroke] = []
    come: list[WordsStroke] = []
    lead: list[WordsStroke] = []
    trail: list[WordsStroke] = []
    for item in told[first : last + 1]:
        if item.state is Fate.COME:
            come.append(item)
        elif item.state is Fate.GO:
            gone.append(item)
        else:
            for part in _parts(item, start, end):
                inside = start <= part.start and part.end <= end
                if not inside:
                    (lead if part.end <= start else trail).append(part)
                elif part.twin:
                    new, at = part.twin
                    come.append(WordsStroke(Fate.COME, new, at, at + part.end - part.start, Hand.SUBSTANCE))
                    gone.append(replace(part, state=Fate.GO, twin=None))
    hand = Hand.SUBSTANCE if any(item.hand is Hand.SUBSTANCE for item in (*gone, *come)) else gone[0].hand
    whole = WordsStroke(
        Fate.GO, gone[0].paragraph, min(g.start for g in gone), max(g.end for g in gone), hand
    )
    return [
        *told[:first],
        *lead,
        whole,
        *(replace(item, hand=hand) for item in come),
        *trail,
        *told[last + 1 :],
    ]


def _parts(item: WordsStroke, start: int, end: int) -> Iterator[WordsStroke]:
    edges = sorted({item.start, item.end, *(edge for edge in (start, end) if item.start < edge < item.end)})
    for low, high in pairwise(edges):
        twin = None if item.twin is None else (item.twin[0], item.twin[1] + low - item.start)
        yield replace(item, start=low, end=high, twin=twin)


# --- What goes, comes and moves -----------------------------------------------------------------------------


class _Moves:
    """Tells what is only on one side, and what moved."""

    def __init__(
        self,
        aligned: Aligned,
        olds: Sequence[OwnItem],
        news: Sequence[OwnItem],
        hands: Hands,
        next_move: Callable[[], int] | None,
    ) -> None:
        self.olds, self.news = olds, news
        self.sides: dict[tuple[Fate, int], list[WordsStroke]] = {}
        self.edges: dict[tuple[Fate, int, bool], int] = {}
        for run in runs_of(aligned.moved) if next_move else ():
            number = next_move() if next_move else 0
            for side, state in ((0, Fate.GO), (1, Fate.COME)):
                self.edges[state, run[0][side], True] = self.edges[state, run[-1][side], False] = number
            for i, j in run:
                self._tell(i, j, hands)

    def _tell(self, i: int, j: int, hands: Hands) -> None:
        old, new = self.olds[i], self.news[j]
        assert isinstance(old, OwnParagraph)  # noqa: S101 - only paragraphs move
        assert isinstance(new, OwnParagraph)  # noqa: S101 - the same
        fit_labels(old, new)
        gone: list[WordsStroke] = []
        come: list[WordsStroke] = []
        for item in _whole_leaves(changed_words(old, new, hands, notes=False), old):
            if item.state is Fate.KEEP and item.twin:
                start, length = item.twin[1], item.end - item.start
                gone.append(replace(item, state=Fate.GO, hand=Hand.MOVED, moved=True, twin=None))
                come.append(
                    WordsStroke(Fate.COME, new, start, start + length, Hand.MOVED, True, (old, item.start))
                )
            else:
                (gone if item.state is Fate.GO else come).append(item)
        self.sides[Fate.GO, i], self.sides[Fate.COME, j] = gone, come

    def gone(self, start: int, end: int) -> Iterator[RedlineStroke]:
        """What goes of a stretch of the original."""
        return self._side(Fate.GO, start, end, self.olds)

    def come(self, start: int, end: int) -> Iterator[RedlineStroke]:
        """What comes in a stretch of the draft."""
        return self._side(Fate.COME, start, end, self.news)

    def _side(self, state: Fate, start: int, end: int, items: Sequence[OwnItem]) -> Iterator[RedlineStroke]:
        side = "moveFrom" if state is Fate.GO else "moveTo"
        for place in range(start, end):
            item = items[place]
            if (move := self.edges.get((state, place, True))) is not None:
                yield RangeStroke(side, True, move)
            if isinstance(item, OwnTable):
                yield TableStroke(state, *((item, None) if state is Fate.GO else (None, item)))
            else:
                words = self.sides.get((state, place))
                yield from _whole(state, item) if words is None else words
                moved = bool(words) and words[-1].moved if words is not None else False
                hand = Hand.SUBSTANCE if words is None else Hand.MOVED
                yield EndStroke(state, *_sides(state, item), hand=hand, moved=moved)
            if (move := self.edges.get((state, place, False))) is not None:
                yield RangeStroke(side, False, move)


def _sides(state: Fate, item: OwnParagraph) -> tuple[OwnParagraph | None, OwnParagraph | None]:
    return (item, None) if state is Fate.GO else (None, item)


def _whole(state: Fate, item: OwnParagraph) -> list[WordsStroke]:
    return [WordsStroke(state, item, 0, len(item.text))] if item.text else []
