"""Breaches made by someone who had not read the rules; `benchmarks/form_blind.py` tells how many are found."""

from __future__ import annotations

from functools import cache

import pytest
from blind_judging import GOOD, Verdict, judged
from blind_wordings import BREACHES
from good_papers import saved

from kcdocs.lint.check import check_form

SEEDS = range(16)


@cache
def verdict(seed: int) -> Verdict:
    return judged(seed)


@pytest.mark.parametrize("seed", SEEDS)
def test_one_breach_makes_the_checker_invent_no_other(seed: int) -> None:
    assert verdict(seed).invented == ()


def test_every_breach_of_the_sample_is_found() -> None:
    assert [verdict(seed).breach for seed in SEEDS if not verdict(seed).found] == []


def test_each_breach_bears_a_name_of_its_own() -> None:
    assert len({item.name for item in BREACHES}) == len(BREACHES)


def test_a_good_document_of_the_mutator_has_no_findings() -> None:
    paper = min(GOOD)
    assert [item.code for item in check_form(saved(GOOD[paper]()), "a.docx").findings] == []
