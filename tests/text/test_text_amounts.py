"""Numbers in figures: dot for thousands, comma for decimals."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcdocs.text.amounts import NotANumberError, grouped, money, parse_number, percent


@pytest.mark.parametrize(
    ("number", "figures"),
    [
        (0, "0"),
        (999, "999"),
        (1_000, "1.000"),
        (45_546_000_000, "45.546.000.000"),
        (-1_234, "-1.234"),
        (Decimal("1234567.50"), "1.234.567,50"),
        (Decimal("0.05"), "0,05"),
    ],
)
def test_figures_follow_vietnamese_signs(number, figures):
    assert grouped(number) == figures


def test_places_round_half_away_from_zero():
    assert grouped(Decimal("2.345"), 2) == "2,35"
    assert grouped(Decimal("-2.345"), 2) == "-2,35"
    assert grouped(7, 1) == "7,0"


def test_units_stand_after_a_space_and_percent_is_attached():
    assert money(45_546_000_000) == "45.546.000.000 đồng"
    assert percent(Decimal("12.5")) == "12,5%"


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**12), max_value=10**12))
def test_what_is_written_reads_back(number):
    assert parse_number(grouped(number)) == number


@pytest.mark.parametrize("text", ["12.5", "1.23.456", "1,234,567", "", "12 đồng", "١٢٣", "1e9", "--5"])
def test_a_text_that_may_mean_two_numbers_is_refused(text):
    with pytest.raises(NotANumberError, match="không phải một số"):
        parse_number(text)
