"""Dates are read in Vietnamese order and written with the zeros that documents want."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcdocs.text.dates import NotADateError, date_words, day_of, parse_date, short_date

DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))


@pytest.mark.parametrize(
    "text",
    [
        "05/3/2026",
        "5/03/2026",
        "5-3-2026",
        "05.03.2026",
        " 05 / 3 / 2026 ",
        "2026-03-05",
        "ngày 05 tháng 3 năm 2026",
        "Ngày 5 tháng 03 năm 2026",
        "5 tháng 3 năm 2026",
        "nga\u0300y 05 tha\u0301ng 3 na\u0306m 2026",
    ],
)
def test_the_day_stands_before_the_month(text):
    assert parse_date(text) == date(2026, 3, 5)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("31/02/2026", "Tháng 2 năm 2026 không có ngày 31."),
        ("29/02/2026", "Tháng 2 năm 2026 không có ngày 29."),
        ("00/01/2026", "Tháng 1 năm 2026 không có ngày 0."),
        ("12/25/2026", "Không có tháng 25; ngày đứng trước, tháng đứng sau."),
        ("05/3/26", "Năm «26» không có bốn chữ số nên không chắc là năm nào."),
        ("05/3/20261", "Năm «20261» không có bốn chữ số nên không chắc là năm nào."),
        ("05/3/0206", "Năm 0206 nằm ngoài khoảng 1900–2199."),
        ("tháng 3 năm 2026", "«tháng 3 năm 2026» không phải một ngày."),
        ("05/3-2026", "«05/3-2026» không phải một ngày."),
        ("", "«» không phải một ngày."),
    ],
)
def test_what_is_no_day_for_certain_is_refused_with_its_reason(text, words):
    with pytest.raises(NotADateError) as fault:
        parse_date(text)
    assert fault.value.message == words
    assert fault.value.mend.endswith(".")


@pytest.mark.parametrize(("said", "whole"), [("26", "2026"), ("50", "2050"), ("51", "1951"), ("90", "1990")])
def test_a_year_of_two_digits_is_mended_by_writing_it_whole(said, whole):
    with pytest.raises(NotADateError) as fault:
        parse_date(f"05/3/{said}")
    assert fault.value.mend == f"ghi đủ bốn chữ số của năm; 05/3/{whole} là ngày 5 tháng 3."


@pytest.mark.parametrize(
    ("day", "words", "figures"),
    [
        (date(2020, 3, 5), "ngày 05 tháng 3 năm 2020", "05/3/2020"),
        (date(2025, 2, 19), "ngày 19 tháng 02 năm 2025", "19/02/2025"),
        (date(2025, 1, 1), "ngày 01 tháng 01 năm 2025", "01/01/2025"),
        (date(2024, 12, 27), "ngày 27 tháng 12 năm 2024", "27/12/2024"),
    ],
)
def test_only_days_below_ten_and_the_months_one_and_two_take_a_zero(day, words, figures):
    assert date_words(day) == words
    assert short_date(day) == figures


@given(DAYS)
def test_a_written_date_is_read_as_itself(day):
    assert parse_date(date_words(day)) == parse_date(short_date(day)) == parse_date(day.isoformat()) == day


def test_a_cell_with_a_time_of_day_is_no_date():
    assert day_of(datetime(2026, 3, 5)) == date(2026, 3, 5)  # noqa: DTZ001 - cells have no zone
    with pytest.raises(NotADateError, match="cả giờ"):
        day_of(datetime(2026, 3, 5, 8, 30))  # noqa: DTZ001 - the same


def test_of_a_short_year_behind_no_month_the_month_is_told_first():
    with pytest.raises(NotADateError, match="Không có tháng 27"):
        parse_date("12/27/24")
