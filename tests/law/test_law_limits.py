"""Each threshold of the room, just below and just above."""

from __future__ import annotations

import re
from datetime import date

import pytest

from kcdocs.law import issuers, numbers
from kcdocs.law.expiry import detailed_and_ended
from kcdocs.model.catalogue import Catalogue, Entry
from kcdocs.model.citation import Citation


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Số: 12345/2031/QĐ-UBND", "12345/2031/QĐ-UBND"),
        ("Số: 123456/2031/QĐ-UBND", ""),
        ("Số: 66.1234/2031/NQ-CP", "66.1234/2031/NQ-CP"),
        ("Số: 66.12345/2031/NQ-CP", ""),
        ("Số: 12345-CP", "12345-CP"),
        ("Số: 123456-CP", ""),
    ],
)
def test_a_running_number_has_five_digits_and_four_behind_its_dot(text: str, number: str) -> None:
    assert numbers.number_in(text) == number


@pytest.mark.parametrize(("letters", "known"), [(9, True), (10, False)])
def test_a_ministrys_symbol_has_nine_letters_behind_its_b(letters: int, known: bool) -> None:
    found = issuers.issuer_of(Citation(number=f"1/2031/TT-B{'C' * letters}"))
    assert (found is not None) is known


@pytest.mark.parametrize(("words", "held"), [(6, 6), (7, 6)])
def test_a_place_has_six_words(words: int, held: int) -> None:
    name = " ".join(["Hà"] * words)
    found = re.match(issuers.pattern(), f"Ủy ban nhân dân tỉnh {name}")
    assert found is not None
    assert found.group().count("Hà") == held


@pytest.mark.parametrize(("between", "found"), [(200, True), (201, False)])
def test_what_is_detailed_is_named_within_two_hundred_characters(between: int, found: bool) -> None:
    ended = Entry(Citation("Nghị định", "9/2020/NĐ-CP"), date(2020, 5, 1), date(2025, 12, 31))
    title = f"quy định chi tiết {'x' * (between - 2)} số 9/2020/NĐ-CP"
    details = Entry(Citation("Thông tư", "8/2020/TT-BCT", title=title))
    assert (detailed_and_ended(details, Catalogue((ended, details)), date(2026, 1, 1)) is not None) is found
