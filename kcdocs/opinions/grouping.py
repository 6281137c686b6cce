"""Opinions of many put together: equal ones in one row, those that cannot both be taken in marked."""

from __future__ import annotations

import hashlib
from itertools import combinations, groupby
from typing import TYPE_CHECKING

from kcdocs.model.opinion import OpinionKind, OpinionRow, Voice
from kcdocs.opinions import limits
from kcdocs.text.normalise import content_form

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kcdocs.model.opinion import Opinion, Returned

_EDITS = (OpinionKind.EDIT, OpinionKind.SILENT)


def rows(returned: Iterable[Returned]) -> tuple[OpinionRow, ...]:
    """The rows of the table, by provision, of one provision in the order of the files."""
    held: dict[str, list[tuple[Opinion, Returned]]] = {}
    for one in returned:
        for opinion in one.opinions:
            held.setdefault(key_of(opinion), []).append((opinion, one))
    ordered = sorted(held.items(), key=lambda item: item[1][0][0].rank)
    against = _against([(key, said[0][0]) for key, said in ordered])
    return tuple(
        OpinionRow(key, said[0][0], _voices(said), tuple(against.get(key, ()))) for key, said in ordered
    )


def key_of(opinion: Opinion) -> str:
    """What is the same for equal opinions and no others: the provision and what is asked of it."""
    edit = opinion.kind in _EDITS and opinion.before != opinion.after
    asked = (opinion.before, opinion.after) if edit else (opinion.words,)
    said = "\n".join((str(opinion.place), str(opinion.added), *map(content_form, asked)))
    return hashlib.sha256(said.encode()).hexdigest()[: limits.KEY]


def _voices(said: Sequence[tuple[Opinion, Returned]]) -> tuple[Voice, ...]:
    voices = []
    for (office, letter), group in groupby(said, key=lambda one: (one[1].office, one[1].letter)):
        authors = dict.fromkeys(opinion.author for opinion, _ in group if opinion.author)
        voices.append(Voice(office, letter, tuple(author for author in authors if author != office)))
    return tuple(voices)


def _against(said: Sequence[tuple[str, Opinion]]) -> dict[str, list[str]]:
    """Key → keys of the opinions that cannot be taken in together with it."""
    found: dict[str, list[str]] = {}
    edits = [(key, opinion) for key, opinion in said if opinion.kind in _EDITS]
    for _, group in groupby(edits, key=lambda one: _first_step(one[1])):
        for (left, one), (right, other) in combinations(group, 2):
            if _cannot_both(one, other):
                found.setdefault(left, []).append(right)
                found.setdefault(right, []).append(left)
    return found


def _first_step(opinion: Opinion) -> tuple[object, ...]:
    """The article, with chapters around: opinions on two of them never touch one another."""
    steps = opinion.place.steps
    last = next((number for number, step in enumerate(steps) if step.kind == "dieu"), len(steps) - 1)
    return steps[: last + 1]


def _cannot_both(one: Opinion, other: Opinion) -> bool:
    if one.added or other.added:
        return one.added and other.added and one.place == other.place
    if one.place == other.place:
        return one.before != other.before or any(
            _touch(left, right) for left in one.touched for right in other.touched
        )
    outer, inner = sorted((one, other), key=lambda item: len(item.place.steps))
    return not outer.after and inner.place.starts_with(outer.place)


def _touch(left: tuple[int, int], right: tuple[int, int]) -> bool:
    """Whether two stretches share a word, or one stands at the end of the other."""
    return left[0] <= right[1] and right[0] <= left[1]
