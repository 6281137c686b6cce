"""Real amending instruments, held against labels written by reading them before anything was mended for them."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from amend_gold import FOLDER, load, score

from kcdocs.amend.read import read as read_commands
from kcdocs.parse.instrument import parse
from kcdocs.sources.read import read

HALVES = ("tuned", "untouched")


@pytest.fixture(scope="module")
def counts(corpus: Path) -> dict[str, Counter[str]]:
    """For each half how many commands are read as labelled, lost, and read otherwise."""
    found: dict[str, Counter[str]] = {half: Counter() for half in HALVES}
    for path in sorted(FOLDER.glob("*.txt")):
        labels = load(path)
        scored = score(labels, read_commands(parse(read(corpus / labels.path))))
        found[labels.half] += Counter(
            right=scored.right, lost=scored.lost.total(), wrong=scored.wrong.total()
        )
    return found


@pytest.mark.parametrize("half", HALVES)
def test_of_a_hundred_commands_that_are_read_ninety_nine_are_as_labelled(
    half: str, counts: dict[str, Counter[str]]
) -> None:
    right, wrong = counts[half]["right"], counts[half]["wrong"]

    assert right / (right + wrong) >= 0.99


@pytest.mark.parametrize("half", HALVES)
def test_of_a_hundred_labelled_commands_ninety_seven_are_read(
    half: str, counts: dict[str, Counter[str]]
) -> None:
    right, lost = counts[half]["right"], counts[half]["lost"]

    assert right / (right + lost) >= 0.97
