"""Numbers in cells are read the Vietnamese way, and refused where they could be two numbers."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcdocs.text.amounts import grouped
from kcdocs.text.numbers import UnsureNumberError, read_number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1.234.567,89", Decimal("1234567.89")),
        ("1.234.567", 1234567),
        ("1 234 567", 1234567),
        ("1 234", 1234),
        ("-12 500", -12500),
        ("1\u00a0234\u00a0567,5", Decimal("1234567.5")),
        ("1234,5", Decimal("1234.5")),
        ("12,5", Decimal("12.5")),
        ("0,125", Decimal("0.125")),
        ("-3", -3),
        ("05", 5),
        (" 120 ", 120),
    ],
)
def test_dots_stand_between_thousands_and_a_comma_before_decimals(text, number):
    assert read_number(text, whole=False) == number


@pytest.mark.parametrize("text", ["1.234", "1,234", "12.500", "-999.000"])
def test_one_group_of_three_digits_is_refused_where_decimals_are_possible(text):
    with pytest.raises(UnsureNumberError, match="không chắc dấu"):
        read_number(text, whole=False)


def test_the_two_readings_are_told():
    with pytest.raises(UnsureNumberError) as fault:
        read_number("1.234", whole=False)
    assert fault.value.message == (
        "«1.234» có thể là 1234 hoặc 1,234: không chắc dấu «.» ngăn phần nghìn hay phần thập phân."
    )
    assert fault.value.mend == "ghi 1234 nếu là số nguyên; nếu có phần thập phân, ghi 1,2340."


def test_where_only_whole_numbers_are_wanted_one_dot_group_is_thousands():
    assert read_number("1.234", whole=True) == 1234


@pytest.mark.parametrize(
    ("text", "mend"),
    [
        ("1,234,567.89", "nếu đúng là số này, ghi 1.234.567,89."),
        ("12.5", "nếu đúng, ghi 12,5."),
        ("mười", "chỉ ghi chữ số, ví dụ 1.234.567 hoặc 12,5."),
        ("1.234 567", "chỉ ghi chữ số, ví dụ 1.234.567 hoặc 12,5."),
        ("1234 567", "chỉ ghi chữ số, ví dụ 1.234.567 hoặc 12,5."),
        ("1.2345.678", "chỉ ghi chữ số, ví dụ 1.234.567 hoặc 12,5."),
        ("5 triệu", "chỉ ghi chữ số, ví dụ 1.234.567 hoặc 12,5."),
        ("", "chỉ ghi chữ số, ví dụ 1.234.567 hoặc 12,5."),
    ],
)
def test_what_is_not_written_the_vietnamese_way_is_refused_with_the_way_to_write_it(text, mend):
    with pytest.raises(UnsureNumberError) as fault:
        read_number(text, whole=False)
    assert fault.value.mend == mend


def test_decimals_are_refused_where_a_whole_number_is_wanted():
    with pytest.raises(UnsureNumberError, match="không phải số nguyên"):
        read_number("12,5", whole=True)


@pytest.mark.parametrize("text", ["1,234", "1,000"])
def test_a_comma_before_three_digits_is_refused_even_where_a_whole_number_is_wanted(text):
    with pytest.raises(UnsureNumberError, match="có thể là"):
        read_number(text, whole=True)


@pytest.mark.parametrize("text", ["1.500.000 đồng", "1.500.000đ", "1.500.000 VNĐ", "1.500.000%"])
def test_a_unit_is_refused_with_the_number_to_write(text):
    with pytest.raises(UnsureNumberError, match="đơn vị") as caught:
        read_number(text, whole=True)
    assert caught.value.mend == "chỉ ghi 1.500.000."


@given(st.integers(-(10**15), 10**15))
def test_a_whole_number_written_in_groups_is_read_as_itself(number):
    assert read_number(grouped(number), whole=True) == number


@given(st.decimals(-(10**9), 10**9, places=2))
def test_a_decimal_number_written_with_two_places_is_read_as_itself(number):
    assert read_number(grouped(number, 2), whole=False) == number


@pytest.mark.parametrize("text", ["0.125", "0.500", "0.000", "00.125", "012.500", "-0.125"])
def test_no_number_of_thousands_begins_with_nought(text):
    with pytest.raises(UnsureNumberError, match="dấu chấm trước phần thập phân"):
        read_number(text, whole=False)
