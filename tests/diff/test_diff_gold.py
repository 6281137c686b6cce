"""The comparison against generated pairs whose truth is known."""

from __future__ import annotations

from collections import Counter

import pytest
from gold import generate
from gold_score import score

from kcdocs.diff.compare import compare

SEEDS = 200


@pytest.fixture(scope="module")
def counts() -> Counter[str]:
    """Counts over all seeds; every other case is numbered as an amending draft."""
    total: Counter[str] = Counter()
    for seed in range(SEEDS):
        case = generate(seed, amending=seed % 2 == 1)
        total += score(case, compare(case.old, case.new))[0]
    return total


@pytest.mark.parametrize(
    ("what", "least", "enough"),
    [
        ("article recall", 0.999, 2000),
        ("article precision", 0.999, 2000),
        ("clause recall", 0.999, 5000),
        ("clause precision", 0.999, 5000),
        ("true move", 1.0, 150),
        ("move", 0.99, 80),
        ("edited move", 0.95, 80),
        ("clause move", 0.95, 90),
        ("swap", 0.99, 80),
        ("renumber", 1.0, 5000),
        ("renumber precision", 1.0, 5000),
        ("split", 0.9, 200),
        ("merge", 0.9, 200),
        ("true split", 1.0, 200),
        ("true merge", 1.0, 200),
        ("consequence", 0.95, 2000),
        ("lesser mark true", 1.0, 500),
        ("substance", 1.0, 15000),
        ("broken reference", 1.0, 300),
        ("followed reference", 1.0, 500),
    ],
)
def test_over_all_seeds_the_comparison_finds_what_was_done(
    counts: Counter[str], what: str, least: float, enough: int
) -> None:
    hits, slips = counts[f"{what} hit"], counts[f"{what} slip"]
    assert hits + slips >= enough, "too few cases to say anything"
    assert hits / (hits + slips) >= least


@pytest.mark.parametrize("amending", [False, True])
def test_a_longer_instrument_is_compared_as_well(amending: bool) -> None:
    case = generate(3, 90, amending=amending)
    assert score(case, compare(case.old, case.new))[1] == []
