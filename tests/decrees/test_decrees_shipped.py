"""What the store ships: each outline fits the text beside it, read as it is read today."""

from __future__ import annotations

import pytest

from kcdocs.api import decrees
from kcdocs.decrees.facts import Facts, all_facts
from kcdocs.settings import shipped

_WITH_TEXT = [facts for facts in all_facts([shipped("decrees")]) if (facts.texts or {}).get("goc")]


def test_a_text_is_shipped_with_the_product() -> None:
    assert [facts.citation.number for facts in _WITH_TEXT] == ["999/2012/NĐ-CP"]


@pytest.mark.parametrize("facts", _WITH_TEXT, ids=lambda facts: facts.folder.name)
def test_a_shipped_outline_is_that_of_its_text_as_it_is_read_today(facts: Facts) -> None:
    text = (facts.texts or {})["goc"]

    assert (facts.folder / "outline.toml").read_text("utf-8") == decrees.outline(str(text)).toml


def test_a_fresh_installation_verifies_clean() -> None:
    assert [(text.number, text.differences) for text in decrees.verify()] == [("999/2012/NĐ-CP", ())]
