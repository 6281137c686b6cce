"""Papers of many kinds, each in due form: nothing but notes is told of them."""

from __future__ import annotations

import pytest
from good_papers import saved
from office_making import made
from office_papers import OFFICES

from kcdocs.lint.check import check_form


@pytest.mark.parametrize("name", OFFICES)
def test_nothing_wrong_is_told_of_a_paper_in_due_form(name: str) -> None:
    found = check_form(saved(made(OFFICES[name])), f"{name}.docx").findings
    assert [finding.message for finding in found if finding.severity != "I"] == []
