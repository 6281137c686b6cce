"""Totals of a record: what its rows give must be what it says, each at its place."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcdocs.model.record import Record
from kcdocs.sets.contract import data_faults
from kcdocs.sets.schema import Contract

_NUMBER = {"type": "number"}
_ROW = {"type": "object", "properties": {"tien": _NUMBER, "noi": {"type": "string"}}}
CONTRACT = Contract(
    {
        "type": "object",
        "properties": {
            "tong": {**_NUMBER, "title": "Tổng kinh phí", "sumOf": "de_an[].tien"},
            "so_dong": {"type": "integer", "title": "Số đề án", "countOf": "de_an[]"},
            "so_noi": {"type": "integer", "title": "Số nơi", "differentIn": "de_an[].noi"},
            "de_an": {"type": "array", "title": "Đề án", "items": _ROW},
        },
    }
)


def told(data: dict[str, Any]) -> list[tuple[str, str, str]]:
    return [
        (one.code, one.place.field, one.message.partition("cho ")[2].rstrip("."))
        for one in data_faults(CONTRACT, Record(data))
    ]


ROWS = [{"tien": 300, "noi": "A"}, {"tien": 400, "noi": "A"}, {"tien": 250, "noi": "B"}]


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        ({"tong": 950}, []),
        ({"tong": 900}, [("TP385", "tong", "950")]),
        ({"so_dong": 3, "so_noi": 2}, []),
        ({"so_dong": 2, "so_noi": 3}, [("TP385", "so_dong", "3"), ("TP385", "so_noi", "2")]),
        ({}, []),
    ],
)
def test_a_total_that_its_rows_do_not_give_is_told_with_what_they_give(
    said: dict[str, Any], fault: list[tuple[str, str, str]]
) -> None:
    assert told({**said, "de_an": ROWS}) == fault


FORM = Contract(
    {
        "type": "object",
        "properties": {
            "cum": {**_NUMBER, "title": "Số cụm", "sumOf": ["cum_cu", "cum_moi"]},
            "cum_cu": {**_NUMBER, "title": "Cụm cũ"},
            "cum_moi": {**_NUMBER, "title": "Cụm mới"},
            "lang_nghe": {**_NUMBER, "title": "Cụm làng nghề", "atMost": "cum"},
        },
    }
)


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        ({"cum": 5, "cum_cu": 3, "cum_moi": 2, "lang_nghe": 5}, []),
        ({"cum": Decimal("0.3"), "cum_cu": Decimal("0.1"), "cum_moi": Decimal("0.2")}, []),
        ({"cum": 6, "cum_cu": 3, "cum_moi": 2}, [("TP385", "cum")]),
        ({"cum": 5, "cum_cu": 3, "cum_moi": 2, "lang_nghe": 6}, [("TP386", "lang_nghe")]),
        ({"cum": 4, "cum_cu": 3, "cum_moi": 2, "lang_nghe": 5}, [("TP385", "cum"), ("TP386", "lang_nghe")]),
        ({"cum": 5, "cum_cu": 3}, []),
        ({"lang_nghe": 6}, []),
    ],
)
def test_a_total_of_other_fields_and_a_part_of_another_field_are_judged_where_all_are_given(
    data: dict[str, Any], fault: list[tuple[str, str]]
) -> None:
    assert [(one.code, one.place.field) for one in data_faults(FORM, Record(data))] == fault


def test_the_message_names_every_number_it_compares() -> None:
    total, part = data_faults(FORM, Record({"cum": 4, "cum_cu": 3, "cum_moi": 2, "lang_nghe": 5}))

    assert "(Số cụm) ghi 4, trong khi «cum_cu» (Cụm cũ) và «cum_moi» (Cụm mới) cho 5" in total.message
    assert "(Cụm làng nghề) ghi 5, lớn hơn «cum» (Số cụm) (4)" in part.message


def test_no_total_is_judged_by_rows_that_cannot_be_read() -> None:
    faults = told({"tong": 1, "de_an": [{"tien": "ba trăm", "noi": "A"}]})

    assert [code for code, *_ in faults if code == "TP385"] == []


@given(st.lists(st.decimals(0, 10**9, places=2), min_size=1, max_size=6))
def test_the_exact_sum_is_right_and_any_other_is_not(amounts: list[Decimal]) -> None:
    rows = [{"tien": amount, "noi": "A"} for amount in amounts]

    assert told({"tong": sum(amounts), "de_an": rows}) == []
    assert [code for code, *_ in told({"tong": sum(amounts) + Decimal("0.01"), "de_an": rows})] == ["TP385"]
