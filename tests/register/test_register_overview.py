"""A register at a glance, and where it stands."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kcdocs.api import HeldBlock, State, register
from kcdocs.register.errors import PlaceNotPrivateError, RegisterUnreachableError, SeriesUnknownError
from kcdocs.settings import data_folder

BOOK = "QĐ-BCT/2026"


def test_a_book_at_a_glance_tells_states_and_holders() -> None:
    register.open_series(BOOK, 41)
    register.open_series("GM-BCT/2025", 1)
    register.reserve(BOOK, 2, "chị Hoa")
    register.reserve(BOOK, 3, "đợt 1")
    register.release(BOOK, [44], "thừa")

    book, other = register.overview()

    assert (str(book.series), book.following) == (BOOK, 46)
    assert dict(book.counts) == {State.RESERVED: 4, State.RELEASED: 1}
    assert book.held == (HeldBlock("chị Hoa", 2, 41, 42), HeldBlock("đợt 1", 2, 43, 45))
    assert (str(other.series), other.counts, other.held) == ("GM-BCT/2025", {}, ())


def test_the_highest_numbers_come_first_those_of_a_state_below_one() -> None:
    register.open_series(BOOK, 1)
    register.reserve(BOOK, 5, "chị Hoa")
    register.release(BOOK, [2, 4], "thừa")

    assert [item.number for item in register.latest(BOOK)] == [5, 4, 3, 2, 1]
    assert [item.number for item in register.latest(BOOK, State.RELEASED)] == [4, 2]
    assert [item.number for item in register.latest(BOOK, below=3)] == [2, 1]
    with pytest.raises(SeriesUnknownError):
        register.latest("TB-BCT/2026")


@pytest.mark.parametrize(("count", "listed"), [(100, 100), (101, 100)])
def test_a_hundred_numbers_are_listed_at_once(count: int, listed: int) -> None:
    register.open_series(BOOK, 1)
    register.reserve(BOOK, count, "đợt 1")

    assert len(register.latest(BOOK)) == listed


def test_the_register_is_on_this_machine_unless_one_is_chosen(tmp_path: Path) -> None:
    register.open_series(BOOK, 1)
    assert register.place().address == str(data_folder() / "so-dang-ky.sqlite")

    register.use(f"sqlite:///{tmp_path / 'khac.sqlite'}")

    assert register.place().address == f"sqlite:///{tmp_path / 'khac.sqlite'}"
    assert register.overview() == ()
    register.use("")
    assert [str(book.series) for book in register.overview()] == [BOOK]


def test_the_environment_goes_before_what_was_chosen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    register.use(f"sqlite:///{tmp_path / 'khac.sqlite'}")
    monkeypatch.setenv("KCDOCS_REGISTER", f"sqlite:///{tmp_path / 'may.sqlite'}")

    assert register.place().fixed
    assert register.place().address.endswith("may.sqlite")


def test_a_place_that_cannot_be_opened_is_not_taken() -> None:
    register.open_series(BOOK, 1)

    with pytest.raises(RegisterUnreachableError):
        register.use("postgresql://x@127.0.0.1:1/so")

    assert [str(book.series) for book in register.overview()] == [BOOK]


@pytest.mark.skipif(os.name == "nt", reason="Windows tells who may write by lists of access")
def test_a_choice_that_others_may_have_written_is_refused_and_never_passed_over(tmp_path: Path) -> None:
    register.use(f"sqlite:///{tmp_path / 'khac.sqlite'}")
    (data_folder() / "dang-ky").chmod(0o777)

    with pytest.raises(PlaceNotPrivateError):
        register.overview()


@pytest.mark.skipif(os.name == "nt", reason="Windows tells who may write by lists of access")
def test_a_password_is_not_kept_where_others_can_read_it(tmp_path: Path) -> None:
    (data_folder() / "dang-ky").mkdir(parents=True, mode=0o755)

    with pytest.raises(PlaceNotPrivateError):
        register.use(f"sqlite:///{tmp_path / 'khac.sqlite'}")

    assert not (data_folder() / "dang-ky" / "dia-chi.txt").exists()
