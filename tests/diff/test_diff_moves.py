"""Moves: the heaviest run that keeps its order."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcdocs.diff.moves import heaviest_run


@pytest.mark.parametrize(
    ("values", "weights", "expected"),
    [
        ([], [], []),
        ([1, 2, 3], [1, 1, 1], [0, 1, 2]),
        ([2, 3, 4, 1], [1, 1, 1, 1], [0, 1, 2]),
        ([2, 3, 4, 1], [1, 1, 1, 9], [3]),
        ([2, 1], [5, 4], [0]),
        ([1, 1, 2], [1, 1, 1], [0, 2]),
    ],
)
def test_the_lighter_side_moves(values: list[int], weights: list[int], expected: list[int]) -> None:
    assert heaviest_run(values, weights) == expected


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(1, 5)), max_size=9))
def test_no_increasing_run_is_heavier(items: list[tuple[int, int]]) -> None:
    values, weights = [value for value, _ in items], [weight for _, weight in items]
    run = heaviest_run(values, weights)
    assert all(values[a] < values[b] and a < b for a, b in pairwise(run))
    runs = (chosen for size in range(len(items) + 1) for chosen in combinations(range(len(items)), size))
    best = max(
        sum(weights[k] for k in chosen)
        for chosen in runs
        if all(values[a] < values[b] for a, b in pairwise(chosen))
    )
    assert sum(weights[k] for k in run) == best
