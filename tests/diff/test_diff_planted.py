"""Planted changes: substance is never called form nor left out, form is no more, and moves are found."""

from __future__ import annotations

import pytest
from planted import moved, planted
from planted_score import FORMAL, changes, told_moves

from kcdocs.model.comparison import ChangeClass

SEEDS = range(100)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_change_of_substance_is_told_as_one(seed: int) -> None:
    kind, old, new = planted(seed, form=False)

    assert changes(old, new) - FORMAL - {ChangeClass.TECHNICAL}, kind


@pytest.mark.parametrize("seed", SEEDS)
def test_a_change_of_form_is_told_as_no_more(seed: int) -> None:
    kind, old, new = planted(seed, form=True)

    assert changes(old, new) <= FORMAL, kind


def test_short_clauses_that_moved_are_found_beside_repeated_ones() -> None:
    cases = [moved(seed) for seed in SEEDS]
    told = [told_moves(old, new) for old, new, _ in cases]
    right = sum(len(found & true) for found, (_, _, true) in zip(told, cases, strict=True))

    assert right >= 0.98 * sum(len(true) for _, _, true in cases)
    assert right >= 0.98 * sum(map(len, told))
