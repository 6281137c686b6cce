"""Strokes settled so that no paragraph's end goes or comes in front of a wall.

A wall is a table, or the end of a story: there Word and LibreOffice part ways about which paragraph stays.
"""

from __future__ import annotations

from functools import reduce
from itertools import pairwise

from kcdocs.word.package.wml import W
from kcdocs.word.redline.strokes import (
    EndStroke,
    Fate,
    Hand,
    RangeStroke,
    RedlineStroke,
    TableStroke,
    WordsStroke,
)


def settled(told: list[RedlineStroke]) -> list[RedlineStroke]:
    """The same story with no paragraph's end going or coming in front of a wall, where that can be."""
    settled: list[RedlineStroke] = []
    for stroke in told:
        if isinstance(stroke, TableStroke):
            settled = _before_wall(settled)
        settled.append(stroke)
        if _last_of_its_parent(stroke):
            settled = _before_wall(settled)
    return _glued(_before_wall(settled))


def _last_of_its_parent(stroke: RedlineStroke) -> bool:
    """Whether what goes is the end of a paragraph that nothing follows there, or that holds a section."""
    if not isinstance(stroke, EndStroke) or stroke.state is not Fate.GO or stroke.old is None:
        return False
    element = stroke.old.element
    if element is None:
        return False
    following = next((item for item in element.itersiblings() if item.tag in _BLOCKS), None)
    return following is None or following.tag != W + "p" or element.find(f"{W}pPr/{W}sectPr") is not None


_NO_SUBSTANCE = frozenset(Hand) - {Hand.SUBSTANCE}
_BLOCKS = frozenset(W + name for name in ("p", "tbl", "sdt", "customXml"))


def _before_wall(told: list[RedlineStroke]) -> list[RedlineStroke]:
    """The same story with its last end staying, where any end before it stays."""
    last = next((k for k in range(len(told) - 1, -1, -1) if not isinstance(told[k], RangeStroke)), -1)
    stroke = told[last] if last >= 0 else None
    if not isinstance(stroke, EndStroke) or stroke.state is Fate.KEEP:
        return told
    stays = _staying(told, last)
    start = _behind_table(told) if stays < 0 else stays + 1
    tail = told[start:]
    states = {item.state for item in tail if isinstance(item, EndStroke)}
    if len(states) == 1:
        return told if stays < 0 else [*told[:stays], *_slid(told[stays], tail)]
    if Fate.KEEP in states or any(isinstance(item, WordsStroke) and item.state is Fate.KEEP for item in tail):
        return told
    parts = _by_person(tail)
    if len(parts) > 1 and stays < 0:
        return told
    if len(parts) > 1:
        return reduce(lambda before, part: _before_wall([*before, *part]), parts, told[:start])
    return [*told[:start], *_joined(tail)]


def _by_person(tail: list[RedlineStroke]) -> list[list[RedlineStroke]]:
    """What several persons take out and put in, apart, so that what one does stands without the other."""
    if len({item.hand for item in tail if not isinstance(item, RangeStroke)}) == 1:
        return [tail]
    parts: list[list[RedlineStroke]] = []
    signed: tuple[Fate, str] | None = None
    for item in tail:
        if isinstance(item, RangeStroke) or isinstance(item.hand, Hand):
            return [tail]
        if (item.state, item.hand) != signed:
            parts.append([])
            signed = item.state, item.hand
        parts[-1].append(item)
    return parts


def _behind_table(told: list[RedlineStroke]) -> int:
    """Where the strokes behind the last table begin."""
    return next((k + 1 for k in range(len(told) - 1, -1, -1) if isinstance(told[k], TableStroke)), 0)


def _staying(told: list[RedlineStroke], last: int) -> int:
    """The nearest end before that stays in the same parent, with no table between; -1 if there is none."""
    for place in range(last - 1, -1, -1):
        item = told[place]
        if isinstance(item, TableStroke):
            return -1
        if isinstance(item, EndStroke) and item.state is Fate.KEEP:
            end = told[last]
            same = (
                not isinstance(end, EndStroke)
                or end.old is None
                or item.old is None
                or _parent(item) is _parent(end)
            )
            section = item.old is not None and item.old.element is not None
            section = section and item.old.element.find(f"{W}pPr/{W}sectPr") is not None  # type: ignore[union-attr]
            return place if same and not section else -1
    return -1


def _parent(end: EndStroke) -> object:
    return None if end.old is None or end.old.element is None else end.old.element.getparent()


def _slid(stays: RedlineStroke, tail: list[RedlineStroke]) -> list[RedlineStroke]:
    """What comes or goes behind a staying end, told as if that end came or went and the last stayed."""
    assert isinstance(stays, EndStroke)  # noqa: S101 - the caller found it
    ends = [stays, *(item for item in tail if isinstance(item, EndStroke))]
    gone = ends[-1].state is Fate.GO
    made: list[EndStroke] = []
    for here, there in pairwise(ends):
        old, new = (here.old, None) if gone else (None, here.new)
        made.append(EndStroke(there.state, old, new, there.hand, there.moved and bool(made)))
    final = (
        EndStroke(Fate.KEEP, ends[-1].old, stays.new)
        if gone
        else EndStroke(Fate.KEEP, stays.old, ends[-1].new)
    )
    held: list[EndStroke] = made[:1]
    waiting = iter([*made[1:], final])
    slid: list[RedlineStroke] = []
    for item in tail:
        if isinstance(item, RangeStroke):  # it steps in front of the end it followed
            slid.append(item)
            continue
        slid += held
        held = [next(waiting)] if isinstance(item, EndStroke) else []
        slid += [] if isinstance(item, EndStroke) else [item]
    return [*slid, *held]


def _joined(tail: list[RedlineStroke]) -> list[RedlineStroke]:
    """What goes and what comes behind a staying end, the last of each sharing one end that stays."""
    gone, last_gone, old_end = _last_apart([item for item in tail if _goes(item)])
    come, last_come, new_end = _last_apart([item for item in tail if not _goes(item)])
    return [*gone, *come, *last_gone, *last_come, EndStroke(Fate.KEEP, old_end.old, new_end.new)]


def _goes(stroke: RedlineStroke) -> bool:
    return stroke.side == "moveFrom" if isinstance(stroke, RangeStroke) else stroke.state is Fate.GO


def _last_apart(side: list[RedlineStroke]) -> tuple[list[RedlineStroke], list[RedlineStroke], EndStroke]:
    """The strokes of all paragraphs but the last, those of the last, and its end."""
    ends = [(place, item) for place, item in enumerate(side) if isinstance(item, EndStroke)]
    place, end = ends[-1]
    cut = ends[-2][0] + 1 if len(ends) > 1 else 0
    while isinstance(item := side[cut], RangeStroke) and not item.begins:
        cut += 1
    return side[:cut], [*side[cut:place], *side[place + 1 :]], end


def _glued(told: list[RedlineStroke]) -> list[RedlineStroke]:
    """Where words come at the end of a staying paragraph and whole paragraphs behind it, the end comes too.

    Word makes this shape when a person types on; of the other, LibreOffice makes one paragraph of three.
    """
    place = 0
    while place < len(told) - 1:
        item, before = told[place], told[place - 1] if place else None
        place += 1
        hand = _coming(before)
        if not (isinstance(item, EndStroke) and item.state is Fate.KEEP and hand):
            continue
        last = place
        while last < len(told) and _coming(told[last]) == hand:
            last += 1
        ends = [k for k in range(place, last) if isinstance(told[k], EndStroke)]
        if ends:
            told[place - 1 : ends[-1] + 1] = _slid(item, told[place : ends[-1] + 1])
            place = ends[-1]
    return told


def _coming(stroke: RedlineStroke | None) -> str:
    """Who puts in what comes there; empty where nothing of substance does."""
    if not isinstance(stroke, (WordsStroke, EndStroke)) or stroke.state is not Fate.COME or stroke.moved:
        return ""
    return "" if stroke.hand in _NO_SUBSTANCE else stroke.hand
