"""A document names every institution as it is called on the document's date."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from kcdocs.drafting.institutions import with_names_on
from kcdocs.model.catalogue import Catalogue, Institution, Title
from kcdocs.model.record import Record
from kcdocs.sets.schema import Contract

CHANGE = date(2025, 3, 1)
BEFORE = date(2025, 2, 28)
KNOWN = Catalogue(
    institutions=(
        Institution(
            "cuc-a",
            (
                Title("Cục Cũ", "CC", since=date(2010, 1, 1), until=BEFORE),
                Title("Cục Mới", "CM", since=CHANGE),
            ),
        ),
        Institution(
            "cuc-b",
            (
                Title("Cục Xưa", until=date(2019, 12, 31), unverified=("until",)),
                Title(
                    "Cục Nay", since=date(2020, 1, 1), until=date(2024, 6, 30), unverified=("since", "until")
                ),
            ),
        ),
    )
)
_NAME = {"type": "string", "format": "ten-co-quan"}
CONTRACT = Contract(
    {
        "properties": {
            "don_vi": _NAME,
            "tu_do": {"type": "string"},
            "luu": {"properties": {"don_vi": {"type": "string", "format": "ky-hieu-co-quan"}}},
            "ds": {"type": "array", "items": _NAME},
        }
    }
)


def named(data: dict[str, Any], day: date) -> tuple[dict[str, Any], list[tuple[str, str, str]]]:
    found, findings = with_names_on(CONTRACT, data, Record(data), day, KNOWN)
    return found, [(f"{item.code}{item.severity}", item.place.field, item.expected) for item in findings]


@pytest.mark.parametrize(("day", "name", "symbol"), [(BEFORE, "Cục Cũ", "CC"), (CHANGE, "Cục Mới", "CM")])
def test_a_key_becomes_the_name_or_the_symbol_of_the_day(day: date, name: str, symbol: str) -> None:
    data = {"don_vi": "cuc-a", "luu": {"don_vi": "cuc-a"}, "ds": ["cuc-a"], "tu_do": "cuc-a"}

    expected = {"don_vi": name, "luu": {"don_vi": symbol}, "ds": [name], "tu_do": "cuc-a"}
    assert named(data, day) == (expected, [])


def test_a_name_of_another_time_becomes_that_of_the_day_with_a_warning() -> None:
    data = {"don_vi": "Cục Cũ", "luu": {"don_vi": "CC"}, "ds": ["Cục Mới"]}

    assert named(data, CHANGE) == (
        {"don_vi": "Cục Mới", "luu": {"don_vi": "CM"}, "ds": ["Cục Mới"]},
        [("DC313W", "don_vi", "Cục Mới"), ("DC313W", "luu.don_vi", "CM")],
    )


@pytest.mark.parametrize("said", ["CỤC MỚI", "CM", "cm", " Cục Mới "])
def test_capitals_or_symbol_of_the_day_become_its_name_without_a_word(said: str) -> None:
    assert named({"don_vi": said}, CHANGE) == ({"don_vi": "Cục Mới"}, [])


def test_a_name_without_symbol_stands_where_a_symbol_should() -> None:
    assert named({"luu": {"don_vi": "cuc-b"}}, date(2022, 6, 1)) == ({"luu": {"don_vi": "Cục Nay"}}, [])


@pytest.mark.parametrize("said", ["Sở Công Thương tỉnh Bắc Ninh", "KH-TC", "Phòng Kế hoạch", "P1"])
def test_a_unit_the_catalogue_does_not_know_stays_as_it_is_written(said: str) -> None:
    assert named({"don_vi": said, "luu": {"don_vi": said}}, CHANGE) == (
        {"don_vi": said, "luu": {"don_vi": said}},
        [],
    )


def test_a_key_that_leads_nowhere_is_an_error_that_names_the_nearest() -> None:
    assert named({"ds": ["Cục Mới", "cucc-a"]}, CHANGE)[1] == [("DC311E", "ds[2]", "cuc-a")]


def test_an_institution_that_is_not_yet_there_is_an_error() -> None:
    assert named({"don_vi": "Cục Cũ"}, date(2009, 12, 31))[1] == [("DC312E", "don_vi", "")]


def test_an_institution_that_ended_on_an_unconfirmed_day_is_a_warning_but_never_printed_as_its_key() -> None:
    after = date(2024, 7, 1)

    assert named({"don_vi": "Cục Nay"}, after) == ({"don_vi": "Cục Nay"}, [("DC312W", "don_vi", "")])
    assert named({"don_vi": "cuc-b"}, after)[1] == [("DC312E", "don_vi", "")]


@pytest.mark.parametrize(
    ("day", "doubted"),
    [
        (date(2020, 12, 31), True),  # 365 days after the change of 2020-01-01
        (date(2021, 1, 1), False),
        (date(2023, 6, 30), False),
        (date(2023, 7, 1), True),  # 365 days before the end on 2024-06-30
    ],
)
def test_a_change_of_name_no_source_dated_warns_for_a_year_around_it(day: date, doubted: bool) -> None:
    assert named({"don_vi": "cuc-b"}, day)[1] == ([("DC314W", "don_vi", "")] if doubted else [])
