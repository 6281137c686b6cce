"""Each threshold of the room, just below and just above."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest

from kcdocs.drafting.bases import _named, _near
from kcdocs.drafting.institutions import _unconfirmed
from kcdocs.drafting.output import safe_name
from kcdocs.drafting.reading import _first_choice
from kcdocs.drafting.rough import with_gaps
from kcdocs.law.vocabulary import NAMED
from kcdocs.model.catalogue import Entry, Title
from kcdocs.model.citation import Citation
from kcdocs.model.record import Record
from kcdocs.records.reading import open_records
from kcdocs.sets import versions
from kcdocs.sets.contract import data_faults

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


@pytest.mark.parametrize(("undated", "version"), [(999, "1.0.0"), (1_000, None)])
def test_a_thousand_records_are_looked_at_for_one_that_says_its_version(tmp_path, undated, version):
    every = versions.of_set("to-trinh")
    rows = ["31/02/2024"] * undated + ["27/12/2024"]
    (tmp_path / "a.csv").write_text(
        "\n".join(["Ngày văn bản,Kính gửi", *(f"{day},x" for day in rows)]), "utf-8"
    )
    stream = open_records(tmp_path / "a.csv", every[-1].contract.schema)

    chosen = _first_choice(every, every[-1], stream)

    assert (chosen and chosen.number) == version
    assert len(list(stream.pairs())) == undated + 1


@pytest.mark.parametrize(("floors", "whole"), [(6, True), (7, False)])
def test_gaps_are_filled_in_groups_of_six_floors(tmp_path, floors, whole):
    schema = {"type": "string", "minLength": 1}
    for _ in range(floors):
        schema = {"type": "object", "required": ["trong"], "properties": {"trong": schema}}
    (tmp_path / "schema.json").write_text(json.dumps(schema), "utf-8")
    home = tmp_path / "mau" / "1.0.0"
    home.mkdir(parents=True)
    (tmp_path / "schema.json").rename(home / "schema.json")
    version = versions.Version("mau", "1.0.0", home, {})

    filled = with_gaps(version, Record({}), CHANGE)
    assert (not data_faults(version.contract, filled)) is whole
