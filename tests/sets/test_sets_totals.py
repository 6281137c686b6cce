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


def test_no_total_is_judged_by_rows_that_cannot_be_read() -> None:
    faults = told({"tong": 1, "de_an": [{"tien": "ba trăm", "noi": "A"}]})

    assert [code for code, *_ in faults if code == "TP385"] == []


@given(st.lists(st.decimals(0, 10**9, places=2), min_size=1, max_size=6))
def test_the_exact_sum_is_right_and_any_other_is_not(amounts: list[Decimal]) -> None:
    rows = [{"tien": amount, "noi": "A"} for amount in amounts]

    assert told({"tong": sum(amounts), "de_an": rows}) == []
    assert [code for code, *_ in told({"tong": sum(amounts) + Decimal("0.01"), "de_an": rows})] == ["TP385"]
