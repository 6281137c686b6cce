"""Planted changes: substance is never called form nor left out, form is no more, and moves are found."""

from __future__ import annotations

from pathlib import Path

import pytest
from planted import WORD_SUBSTANCE, moved, planted
from planted_files import compared_files, says_form, says_substance, told
from planted_score import FORMAL, changes, moves_score

from kcdocs.model.comparison import ChangeClass
from kcdocs.model.format import COMPARISON, Format

SEEDS = range(100)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_change_of_substance_is_told_as_one(seed: int) -> None:
    kind, old, new = planted(seed, form=False)

    assert changes(old, new) - FORMAL - {ChangeClass.TECHNICAL}, kind


@pytest.mark.parametrize("seed", SEEDS)
def test_a_change_of_form_is_told_as_no_more(seed: int) -> None:
    kind, old, new = planted(seed, form=True)

    assert changes(old, new) <= FORMAL, kind


@pytest.mark.parametrize("form", [False, True])
@pytest.mark.parametrize("seed", range(24))
def test_every_medium_tells_what_was_planted_in_a_file_of_word(seed: int, form: bool, tmp_path: Path) -> None:
    kind, old, new = planted(seed, form=form, word=True)
    chain = compared_files(tmp_path, old, new)

    for medium in COMPARISON:
        found = told(chain, medium)
        assert says_form(found) if form else says_substance(found, old, new), (kind, medium)


@pytest.mark.parametrize("kind", [item[0] for item in WORD_SUBSTANCE])
def test_each_kind_that_only_word_can_hold_is_planted_and_told(kind: str, tmp_path: Path) -> None:
    pairs = (planted(seed, form=False, word=True) for seed in range(1000))
    _, old, new = next(pair for pair in pairs if pair[0] == kind)

    assert says_substance(told(compared_files(tmp_path, old, new), Format.TERMINAL), old, new)


@pytest.mark.parametrize("repeated", [False, True])
def test_clauses_that_moved_are_found_beside_repeated_ones_and_no_others_are(repeated: bool) -> None:
    """Sure pairs and those told as not sure each have to be right."""
    score = moves_score(moved(seed, repeated=repeated) for seed in SEEDS)

    assert all(right >= 0.98 * number for right, number in score.values()), score
    assert min(number for _, number in score.values()) > 50
