"""A good document has no findings; each breach of form is told by its own code, and nothing else is."""

from __future__ import annotations

import pytest
from breaches import BREACHES, Breach
from good_papers import PAPERS, saved

from kcdocs.lint.check import check_form

CASES = [
    (item, item.papers.split("|")[place % (item.papers.count("|") + 1)])
    for place, item in enumerate(BREACHES)
]
"""Each breach on one of the papers it can be done to; `benchmarks/form_check.py` does all."""


def codes(data: bytes) -> set[str]:
    return {finding.code for finding in check_form(data, "van-ban.docx").findings}


@pytest.mark.parametrize("paper", PAPERS)
def test_a_document_in_due_form_has_no_findings(paper: str) -> None:
    assert codes(saved(PAPERS[paper]())) == set()


@pytest.mark.parametrize(("item", "paper"), CASES, ids=[f"{item.name} ({paper})" for item, paper in CASES])
def test_a_breach_is_told_by_its_code_and_nothing_else_is(item: Breach, paper: str) -> None:
    document = PAPERS[paper]()
    item.do(document)
    assert codes(saved(document)) == item.codes
