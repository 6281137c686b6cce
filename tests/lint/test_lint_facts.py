"""The page of facts of form: each is told by a rule, or the page says why none tells it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from kcdocs.codes import entries
from kcdocs.lint import check

PAGE = Path(__file__).parents[2] / "docs/reference/form-rules.md"
GROUPS = [*(f"A{number}" for number in range(14)), "B2", "B3", "B4", "F", "G"]
CODE = re.compile(r"LT\d{3}")


class Fact(NamedTuple):
    """A row of the page."""

    group: str
    fact: str
    codes: tuple[str, ...]
    why: str


def facts() -> list[Fact]:
    found, group = [], ""
    for row in PAGE.read_text("utf-8").splitlines():
        if row.startswith("## "):
            group = row.split()[1]
        cells = [cell.strip() for cell in row.strip("|").split("|")]
        if row.startswith("| ") and group and cells[0] != "fact":
            found.append(Fact(group, cells[0], tuple(CODE.findall(cells[1])), cells[2]))
    return found


def known() -> set[str]:
    """The codes of findings of the checker."""
    assert check.check_form  # the codes are entered as its rules are loaded
    return {code for code in entries() if re.fullmatch(r"LT[1-4]\d\d", code)}


def test_each_group_of_facts_stands_on_the_page() -> None:
    assert list(dict.fromkeys(fact.group for fact in facts())) == GROUPS


@pytest.mark.parametrize("fact", facts(), ids=lambda fact: f"{fact.group} {fact.fact[:40]}")
def test_a_fact_is_told_by_rules_that_exist_or_the_page_says_why_not(fact: Fact) -> None:
    assert set(fact.codes) <= known()
    assert fact.codes or fact.why


def test_each_rule_of_the_checker_stands_for_a_fact() -> None:
    assert known() - {code for fact in facts() for code in fact.codes} == set()
