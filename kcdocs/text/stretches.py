"""Two rows of things told as stretches that both have and stretches that they have not."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import NamedTuple

from rapidfuzz.distance import LCSseq


class Stretch(NamedTuple):
    """What both rows have, or what stands between: of the old row up to `end`, of the new up to `last`."""

    equal: bool
    start: int
    end: int
    first: int
    last: int


def stretches(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Stretch]:
    """The stretches of two rows by turns, equal and unequal, so that as much as can be is equal.

    Args:
        old: The old row.
        new: The new one.
    """
    told: list[Stretch] = []
    for code in LCSseq.opcodes(old, new):
        equal = code.tag == "equal"
        start, first = code.src_start, code.dest_start
        if told and told[-1].equal is equal:
            _, start, _, first, _ = told.pop()
        told.append(Stretch(equal, start, code.src_end, first, code.dest_end))
    return told


def equal_places(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Places of what two rows have in common, in order."""
    return [
        (place, place - one.start + one.first)
        for one in stretches(old, new)
        if one.equal
        for place in range(one.start, one.end)
    ]
