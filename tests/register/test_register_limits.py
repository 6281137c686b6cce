"""Each threshold of the room, just below and just above."""

from __future__ import annotations

from pathlib import Path

import pytest

from kcdocs.model.finding import Finding, Place, Severity
from kcdocs.register.errors import BadSeriesError, BookFaultsError, NumbersExhaustedError, ranges
from kcdocs.register.naming import read_series
from kcdocs.register.nouns import Series
from kcdocs.register.opening import open_register

BOOK = Series("BCT", "QĐ", 2026)


def test_the_last_number_of_a_series_is_999999(tmp_path: Path) -> None:
    register = open_register(tmp_path)
    register.open(BOOK, following=999_999)

    assert register.reserve(BOOK, 1, holder="đợt 1") == range(999_999, 1_000_000)
    with pytest.raises(NumbersExhaustedError):
        register.reserve(BOOK, 1, holder="đợt 2")


def test_the_name_of_a_series_has_110_characters() -> None:
    assert read_series("QĐ-BCT/2026".ljust(110)) == BOOK
    with pytest.raises(BadSeriesError):
        read_series("QĐ-BCT/2026".ljust(111))


def test_a_program_waits_a_minute_for_another_to_finish_writing(tmp_path: Path) -> None:
    with open_register(tmp_path)._engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA busy_timeout").scalar() == 60_000


@pytest.mark.parametrize(("count", "more"), [(20, False), (21, True)])
def test_a_message_tells_twenty_ranges_of_numbers(count: int, more: bool) -> None:
    told = ranges(range(1, 2 * count, 2))

    assert told.endswith(" …") is more
    assert told.count(",") == 19


@pytest.mark.parametrize(("count", "told"), [(200, 200), (201, 200)])
def test_two_hundred_faults_of_a_book_are_told(count: int, told: int) -> None:
    fault = BookFaultsError([Finding("RG201", Severity.ERROR, Place(), "Sai.")] * count)

    assert len(fault.findings) == told
    assert ("200 lỗi đầu" in str(fault)) is (count > told)
