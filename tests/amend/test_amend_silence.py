"""Commands of known acts do exactly what they say; with a foreign word in them nothing is done."""

from __future__ import annotations

from random import Random

import pytest
import silence
from silence_shapes import SHAPES

# `benchmarks/silence.py` runs two thousand of them and more.
SEEDS = range(3 * len(SHAPES))


@pytest.mark.parametrize("seed", SEEDS)
def test_a_sentence_does_what_its_acts_say(seed: int) -> None:
    case = silence.case(seed)

    assert silence.outcome(case, case.draft()).lines == case.after


@pytest.mark.parametrize("seed", SEEDS)
def test_a_sentence_with_a_word_that_none_is_made_of_does_nothing(seed: int) -> None:
    case = silence.case(seed)

    made = silence.outcome(case, case.foreign(Random(seed)))

    assert any(made.reasons) or made.lines == case.before
    assert not silence.guessed(case, made)
