"""A good document has no findings; each breach of form is told by its own code, and nothing else is.

So each rule has a document that breaks only it, and one that keeps it: the same before the breach.
"""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

import pytest
from breaches import BREACHES, Breach
from good_papers import PAPERS, saved

from kcdocs.codes import Declared
from kcdocs.decrees.catalogue import load_catalogue
from kcdocs.lint import rules
from kcdocs.lint.check import check_form
from kcdocs.model.catalogue import Catalogue

CASES = [
    (item, item.papers.split("|")[place % (item.papers.count("|") + 1)])
    for place, item in enumerate(BREACHES)
]
"""Each breach on one of the papers it can be done to; `benchmarks/form_check.py` does all."""

RULES = sorted(
    value.code
    for module in pkgutil.iter_modules(rules.__path__)
    for value in vars(importlib.import_module(f"{rules.__name__}.{module.name}")).values()
    if isinstance(value, Declared)
)
"""The code of every rule of form."""


@cache
def known() -> Catalogue:
    return load_catalogue()


def codes(data: bytes) -> set[str]:
    return {finding.code for finding in check_form(data, "van-ban.docx", catalogue=known()).findings}


@pytest.mark.parametrize("paper", PAPERS)
def test_a_document_in_due_form_has_no_findings(paper: str) -> None:
    assert codes(saved(PAPERS[paper]())) == set()


@pytest.mark.parametrize(("item", "paper"), CASES, ids=[f"{item.name} ({paper})" for item, paper in CASES])
def test_a_breach_is_told_by_its_code_and_nothing_else_is(item: Breach, paper: str) -> None:
    document = PAPERS[paper]()
    item.do(document)
    assert codes(saved(document)) == item.codes


def test_each_rule_has_a_document_that_breaks_only_it() -> None:
    alone = {code for item in BREACHES if len(item.codes) == 1 for code in item.codes}
    assert [code for code in RULES if code not in alone] == []
    assert sorted(alone - set(RULES)) == []
