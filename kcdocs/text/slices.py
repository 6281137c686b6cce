"""Parts of a list whose length is not known yet: the last item, all but the first."""

from __future__ import annotations

from typing import TypeAlias

Slice: TypeAlias = tuple[int | None, int | None, int | None]
"""Start, stop and step, counted as Python counts them."""


def is_among(number: int, count: int, slices: tuple[Slice, ...]) -> bool:
    """Whether an item is one of those that remain.

    Args:
        number: Its number in the whole list, from 1.
        count: How many items the whole list has.
        slices: What is taken of the list, and of that again; nothing for whatever there is, in a list or not.
    """
    left = range(count)
    for start, stop, step in slices:
        left = left[start:stop:step]
    return not slices or number - 1 in left
