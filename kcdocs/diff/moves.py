"""Moves: what stands outside the heaviest run of pairs that keeps its order."""

from __future__ import annotations

from bisect import bisect_left
from operator import lt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def heaviest_run(values: Sequence[int], weights: Sequence[int]) -> list[int]:
    """The strictly increasing subsequence of greatest weight.

    O(n log n), with a Fenwick tree of best sums over the ranks of the values.

    Args:
        values: Any integers.
        weights: The positive weight of each.

    Returns:
        Indices into `values`, increasing; of two runs of equal weight the one found first.
    """
    if all(map(lt, values, values[1:])):  # for speed only: as good as always
        return list(range(len(values)))
    ranks = sorted(set(values))
    best = [(0, -1)] * (len(ranks) + 1)
    before = [-1] * len(values)
    last = (0, -1)
    for index, value in enumerate(values):
        rank = bisect_left(ranks, value)
        total, before[index] = _best_below(best, rank)
        entry = (total + weights[index], index)
        _raise(best, rank + 1, entry)
        last = entry if entry[0] > last[0] else last
    return _trace(before, last[1])


def _best_below(best: list[tuple[int, int]], rank: int) -> tuple[int, int]:
    found = (0, -1)
    while rank > 0:
        found = best[rank] if best[rank][0] > found[0] else found
        rank -= rank & -rank
    return found


def _raise(best: list[tuple[int, int]], place: int, entry: tuple[int, int]) -> None:
    while place < len(best):
        best[place] = entry if entry[0] > best[place][0] else best[place]
        place += place & -place


def _trace(before: list[int], index: int) -> list[int]:
    run = []
    while index >= 0:
        run.append(index)
        index = before[index]
    return run[::-1]
