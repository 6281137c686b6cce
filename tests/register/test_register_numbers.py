"""The register: no number twice, no hole unexplained."""

from __future__ import annotations

import multiprocessing
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kcdocs.register.errors import (
    NetworkDriveError,
    NotHeldError,
    NumbersAheadError,
    NumbersTakenError,
    RegisterUnreachableError,
    SeriesOpenError,
    SeriesUnknownError,
)
from kcdocs.register.nouns import Series, State
from kcdocs.register.opening import network_kind, open_register
from kcdocs.register.register import Register

BOOK = Series("BCT", "QĐ", 2026)


@pytest.fixture
def register(tmp_path: Path) -> Register:
    opened = open_register(tmp_path)
    opened.open(BOOK, following=41)
    return opened


def test_numbers_are_given_in_blocks_from_the_next_one_on(register: Register) -> None:
    assert register.reserve(BOOK, 3, holder="đợt 1") == range(41, 44)
    assert register.reserve(BOOK, 2, holder="đợt 2") == range(44, 46)
    assert register.following(BOOK) == 46


def test_an_unknown_book_gives_no_number_and_an_open_one_is_not_opened_again(register: Register) -> None:
    with pytest.raises(SeriesUnknownError, match="TTr-BCT/2026"):
        register.reserve(Series("BCT", "TTr", 2026), 1, holder="x")
    with pytest.raises(SeriesOpenError, match="số kế tiếp là 41"):
        register.open(BOOK)


def test_a_confirmed_number_keeps_its_document_and_may_be_confirmed_again(register: Register) -> None:
    register.reserve(BOOK, 1, holder="đợt 1")

    register.confirm(BOOK, [(41, "qd-41.docx", "ab")])
    register.confirm(BOOK, [(41, "qd-41.docx", "ab")])

    (number,) = register.numbers(BOOK)
    assert (number.state, number.document, number.sha256) == (State.CONFIRMED, "qd-41.docx", "ab")


def test_a_number_confirmed_for_one_document_is_refused_for_another(register: Register) -> None:
    register.reserve(BOOK, 1, holder="đợt 1")
    register.confirm(BOOK, [(41, "qd-41.docx", "ab")])

    with pytest.raises(NotHeldError):
        register.confirm(BOOK, [(41, "khac.docx", "cd")])
    with pytest.raises(NotHeldError):
        register.release(BOOK, [41], reason="nhầm")


def test_a_released_number_stays_as_an_explained_hole_and_may_be_asked_for_again(register: Register) -> None:
    register.reserve(BOOK, 3, holder="đợt 1")
    register.release(BOOK, [42], reason="rút hồ sơ")

    assert [(item.number, item.state, item.reason) for item in register.numbers(BOOK)][1] == (
        42,
        State.RELEASED,
        "rút hồ sơ",
    )
    register.reserve_given(BOOK, [42, 44], holder="đợt 2")
    assert [item.state for item in register.numbers(BOOK)] == [State.RESERVED] * 4
    assert register.following(BOOK) == 45


def test_given_numbers_that_are_taken_twice_or_leave_a_hole_are_all_named_and_none_is_taken(
    register: Register,
) -> None:
    register.reserve(BOOK, 2, holder="đợt 1")

    with pytest.raises(NumbersTakenError, match="các số: 41, 43"):
        register.reserve_given(BOOK, [43, 41, 43], holder="đợt 2")
    with pytest.raises(NumbersAheadError, match="bỏ cách số 44"):
        register.reserve_given(BOOK, [43, 45], holder="đợt 2")
    assert register.following(BOOK) == 43


def _reserve_often(folder: str, rounds: int, result: multiprocessing.Queue[list[int]]) -> None:
    register = open_register(Path(folder))
    result.put([number for _ in range(rounds) for number in register.reserve(BOOK, 3, holder="tiến trình")])


def test_several_processes_at_once_never_get_one_number_twice(register: Register, tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    result: multiprocessing.Queue[list[int]] = context.Queue()
    workers = [context.Process(target=_reserve_often, args=(str(tmp_path), 15, result)) for _ in range(3)]
    for worker in workers:
        worker.start()
    given = [number for _ in workers for number in result.get(timeout=60)]
    for worker in workers:
        worker.join()

    assert sorted(given) == list(range(41, 41 + 3 * 15 * 3))


_STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("reserve"), st.integers(1, 4)),
        st.tuples(st.just("confirm"), st.integers(1, 20)),
        st.tuples(st.just("release"), st.integers(1, 20)),
    ),
    max_size=12,
)


@settings(max_examples=40, deadline=None)
@given(_STEPS)
def test_after_any_steps_every_number_below_the_next_one_is_accounted_for(
    steps: list[tuple[str, int]],
) -> None:
    register = open_register(Path(), "sqlite://")
    register.open(BOOK)
    for step, count in steps:
        try:
            if step == "reserve":
                register.reserve(BOOK, count, holder="x")
            elif step == "confirm":
                register.confirm(BOOK, [(count, f"{count}.docx", "h")])
            else:
                register.release(BOOK, [count], reason="thử")
        except NotHeldError:
            continue

    numbers = list(register.numbers(BOOK))
    assert [item.number for item in numbers] == list(range(1, register.following(BOOK)))
    assert all(item.reason for item in numbers if item.state is State.RELEASED)
    assert all(item.document for item in numbers if item.state is State.CONFIRMED)
    register._engine.dispose()


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="this system does not list open files")
def test_no_file_of_the_register_stays_open_between_two_uses(tmp_path: Path) -> None:
    register = open_register(tmp_path)
    register.open(BOOK)

    held = [os.path.realpath(item) for item in Path("/proc/self/fd").iterdir()]
    assert [path for path in held if path.startswith(str(tmp_path.resolve()))] == []
    assert [path.name for path in tmp_path.iterdir()] == ["so-dang-ky.sqlite"]
    assert register.following(BOOK) == 1


def test_a_register_on_a_network_drive_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(f"/dev/sda1 / ext4 rw 0 0\noffice:/so {tmp_path}/chung nfs4 rw 0 0\n", "utf-8")

    assert network_kind(tmp_path / "chung" / "so.sqlite", mounts) == "nfs4"
    assert network_kind(tmp_path / "rieng" / "so.sqlite", mounts) == ""
    monkeypatch.setattr("kcdocs.register.opening.network_kind", lambda _path: "nfs4")
    with pytest.raises(NetworkDriveError, match="ổ mạng"):
        open_register(tmp_path)


@pytest.mark.parametrize(
    "address", ["khong-phai-dia-chi", "kieu-la://may/so", "sqlite:////khong/co/thu-muc/so.sqlite"]
)
def test_a_register_that_cannot_be_opened_is_told(address: str, tmp_path: Path) -> None:
    with pytest.raises(RegisterUnreachableError):
        open_register(tmp_path, address)
