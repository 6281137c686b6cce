"""Each threshold of the room, just below and just above."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from kcdocs.drafting.bases import _named, _near
from kcdocs.drafting.institutions import _unconfirmed
from kcdocs.drafting.output import safe_name
from kcdocs.law.vocabulary import NAMED
from kcdocs.model.catalogue import Entry, Title
from kcdocs.model.citation import Citation

CODE = next(name for name in NAMED if name.startswith("Bộ luật"))
CHANGE = date(2024, 6, 1)


@pytest.mark.parametrize(("given", "kept"), [(120, 120), (121, 120)])
def test_the_name_of_a_file_has_120_characters(given, kept):
    assert safe_name("x" * given) == "x" * kept


@pytest.mark.parametrize(("given", "kept"), [("ế" * 76 + "xx", 230), ("ế" * 76 + "xxx", 230)])
def test_the_name_of_a_file_has_230_bytes(given, kept):
    assert len(safe_name(given).encode()) == kept


@pytest.mark.parametrize(("days", "near"), [(-366, False), (-365, True), (365, True), (366, False)])
def test_a_year_about_an_unconfirmed_day_is_in_doubt(days, near):
    day = CHANGE + timedelta(days)
    title = Title("Cục Mới", since=CHANGE, unverified=("since",))
    entry = Entry(Citation(), in_force_from=CHANGE, unverified=("in_force_from",))

    assert bool(_unconfirmed(title, day)) is near
    assert _near(entry, "in_force_from", day) is near


@pytest.mark.parametrize(("given", "shown"), [(60, True), (61, False)])
def test_a_message_repeats_sixty_characters_of_the_title_of_a_code(given, shown):
    entry = Entry(Citation(type=CODE, number="1/2020/QH14", title="x" * given))

    assert ("xxx" in _named(entry)) is shown
