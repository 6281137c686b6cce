"""Books in spreadsheets: taken in, given out; numbers made void; the limits of numbers."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcdocs.batch.old_book import read_book
from kcdocs.register.book_sheet import write_book
from kcdocs.register.errors import (
    BadSeriesError,
    BookFaultsError,
    HolderUnknownError,
    NotHeldError,
    NotIssuedError,
    NumbersExhaustedError,
    ReasonMissingError,
)
from kcdocs.register.naming import read_series
from kcdocs.register.nouns import Number, Series, State
from kcdocs.register.opening import open_register
from kcdocs.register.register import Register
from kcdocs.sheet.write import Column, Table, workbook

BOOK = Series("BCT", "QĐ", 2026)


@pytest.fixture
def register(tmp_path: Path) -> Register:
    return open_register(tmp_path)


def sheet(tmp_path: Path, *rows: Sequence[str], name: str = "Sổ") -> Path:
    """A workbook of one sheet whose first row holds the titles."""
    path = tmp_path / "so-cu.xlsx"
    table = Table(name, tuple(Column(title) for title in rows[0]), rows[1:])
    path.write_bytes(workbook([table]))
    return path


def test_an_office_s_book_is_taken_in_and_goes_on_behind_its_last_number(
    tmp_path: Path, register: Register
) -> None:
    path = sheet(
        tmp_path,
        ["Số", "Trạng thái", "Tệp văn bản", "Lý do", "Thời điểm (UTC)", "Ghi chú"],
        ["7", "", "Quyết định A", "", "05/01/2026", "không dùng"],
        ["8", "Bỏ trống", "", "rút hồ sơ", "", ""],
        ["9", "huỷ", "Quyết định B", "sai tên", "06/1/2026 08:30", ""],
    )
    books = read_book(path, BOOK, register)
    register.add(books)

    told = [(item.number, item.state, item.document, item.reason) for item in register.numbers(BOOK)]
    assert told == [
        (7, State.CONFIRMED, "Quyết định A", ""),
        (8, State.RELEASED, "", "rút hồ sơ"),
        (9, State.VOID, "Quyết định B", "sai tên"),
    ]
    assert [item.at for item in register.numbers(BOOK)][::2] == [
        datetime(2026, 1, 5, tzinfo=UTC),
        datetime(2026, 1, 6, 8, 30, tzinfo=UTC),
    ]
    assert register.following(BOOK) == 10


def test_every_wrong_cell_is_told_at_once_and_nothing_is_taken_in(tmp_path: Path, register: Register) -> None:
    path = sheet(
        tmp_path,
        ["Dãy số", "Số", "Trạng thái", "Lý do", "Thời điểm (UTC)"],
        ["QĐ-BCT/2026", "1", "đã cấp", "", "05/01/2026"],
        ["QĐ-BCT", "2", "", "", ""],
        ["QĐ-BCT/2026", "2A", "mất", "", "hôm qua"],
        ["QĐ-BCT/2026", "1", "", "", ""],
        ["QĐ-BCT/2026", "3", "hủy", "", ""],
        ["QĐ-BCT/2026", "5", "", "", ""],
        ["QĐ-BCT/2026", "12345678", "", "", ""],
    )
    with pytest.raises(BookFaultsError) as fault:
        read_book(path, None, register)
    found = {(item.place.cell, item.code) for item in fault.value.findings}
    assert found == {
        ("A3", "RC211"),
        ("B4", "RC211"),
        ("C4", "RC211"),
        ("E4", "RC211"),
        ("B5", "RG203"),
        ("D6", "RG201"),
        ("B7", "RG204"),
        ("B8", "RC211"),
    }
    assert register.series() == ()


def test_a_book_must_go_on_from_the_next_number_and_repeat_none(tmp_path: Path, register: Register) -> None:
    register.open(BOOK, following=5)
    register.reserve(BOOK, 1, holder="x")
    path = sheet(tmp_path, ["Số"], ["3"], ["5"], ["7"], ["6"], ["9"])
    with pytest.raises(BookFaultsError) as fault:
        read_book(path, BOOK, register)
    assert [(item.place.cell, item.code) for item in fault.value.findings] == [
        ("A3", "RG206"),
        ("A6", "RG204"),
    ]


@pytest.mark.parametrize(
    ("rows", "code"), [([["Ngày", "Trích yếu"], ["1", "2"]], "RC202"), ([["Số"]], "RG202")]
)
def test_a_sheet_without_numbers_is_told(
    tmp_path: Path, register: Register, rows: list[list[str]], code: str
) -> None:
    with pytest.raises(BookFaultsError) as fault:
        read_book(sheet(tmp_path, *rows), BOOK, register)
    assert [item.code for item in fault.value.findings] == [code]


def test_a_title_above_the_columns_empty_sheets_and_what_a_person_may_write_are_understood(
    tmp_path: Path, register: Register
) -> None:
    book = openpyxl.Workbook()
    book.active.title = "QĐ-BCT 2026"
    for row in (
        ["SỔ ĐĂNG KÝ VĂN BẢN ĐI"],
        ["STT", "Số", "Lý do bỏ trống", "Trích yếu", "Trạng thái", "Thời điểm (UTC)"],
        [1, 1.0, None, "Về khen thưởng", "ĐÃ CẤP", date(2026, 1, 5)],
        [2, "2", "hoãn ban hành", None, "Bỏ trống", "ngày 06 tháng 01 năm 2026"],
        [3, 3, None, None, None, "07.01.2026"],
    ):
        book.active.append(row)
    book.create_sheet("Sheet2")
    book.save(tmp_path / "so-cu.xlsx")

    (numbers,) = read_book(tmp_path / "so-cu.xlsx", None, register).values()

    assert [(item.number, item.state, item.reason, item.at.day) for item in numbers] == [
        (1, State.CONFIRMED, "", 5),
        (2, State.RELEASED, "hoãn ban hành", 6),
        (3, State.CONFIRMED, "", 7),
    ]
    assert {item.series for item in numbers} == {BOOK}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("so.csv", "Dãy số;Số;Trạng thái;Lý do\nQĐ-BCT/2026;1;;\nQĐ-BCT/2026;2;hủy;sai tên\n"),
        (
            "so.yaml",
            "- {day_so: QĐ-BCT/2026, so: 1}\n- {day_so: QĐ-BCT/2026, so: 2, trang_thai: huỷ, ly_do: sai tên}\n",
        ),
        ("so.json", '[{"so": 1}, {"so": 2, "trang_thai": "hủy", "ly_do": "sai tên"}]'),
    ],
)
def test_a_book_may_be_any_file_of_records(tmp_path: Path, register: Register, name: str, text: str) -> None:
    (tmp_path / name).write_text(text, "utf-8")

    (numbers,) = read_book(tmp_path / name, BOOK, register).values()

    assert [(item.number, item.state, item.reason) for item in numbers] == [
        (1, State.CONFIRMED, ""),
        (2, State.VOID, "sai tên"),
    ]


def test_a_list_where_one_value_belongs_is_told_with_its_line(tmp_path: Path, register: Register) -> None:
    (tmp_path / "so.yaml").write_text("so: 1\ntrang_thai: [hủy]\nly_do: sai\n", "utf-8")

    with pytest.raises(BookFaultsError) as fault:
        read_book(tmp_path / "so.yaml", BOOK, register)

    assert [(item.code, item.place.line) for item in fault.value.findings] == [("RC211", 2)]


_WORDS = st.text("aăâbđ “”=+-0123", max_size=8).map(lambda words: " ".join(words.split()))


@st.composite
def _books(draw: st.DrawFn) -> list[Number]:
    first, count = draw(st.integers(1, 900)), draw(st.integers(1, 6))
    states = draw(st.lists(st.sampled_from(State), min_size=count, max_size=count))
    moment = st.integers(1_600_000_000, 1_900_000_000).map(lambda at: datetime.fromtimestamp(at, UTC))
    return [
        Number(
            BOOK,
            number,
            state,
            draw(_WORDS) or "ai",
            draw(_WORDS),
            draw(_WORDS),
            draw(_WORDS) or "vì",
            draw(moment),
            draw(_WORDS),
        )
        for number, state in enumerate(states, first)
    ]


@given(_books())
def test_what_is_exported_is_taken_in_as_it_was(numbers: list[Number]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "so.xlsx"
        path.write_bytes(write_book({BOOK: numbers}))
        register = open_register(Path(folder), "sqlite://")
        register.add(read_book(path, None, register))
        assert list(register.numbers(BOOK)) == numbers
        assert register.following(BOOK) == numbers[-1].number + 1
        register._engine.dispose()


def test_only_an_issued_number_is_made_void_and_what_the_others_are_is_said(register: Register) -> None:
    register.open(BOOK)
    register.reserve(BOOK, 3, holder="đợt 1")
    register.confirm(BOOK, [(1, "a.docx", "h")])
    register.release(BOOK, [2], reason="rút")

    with pytest.raises(NotIssuedError, match=r"số 2 đã bỏ trống .* số 3 đang giữ cho «đợt 1»; số 9 chưa giữ"):
        register.void(BOOK, [1, 2, 3, 9], reason="sai")
    with pytest.raises(NotHeldError, match=r"số 1 đã cấp cho «a\.docx»") as fault:
        register.release(BOOK, [1], reason="sai")
    assert 'kcdocs register void "QĐ-BCT/2026" 1 --reason' in fault.value.mend
    with pytest.raises(ReasonMissingError):
        register.void(BOOK, [1], reason="  ")
    assert [item.state for item in register.numbers(BOOK)] == [
        State.CONFIRMED,
        State.RELEASED,
        State.RESERVED,
    ]


@pytest.mark.parametrize("said", ["đợt ra (ab12)", "ab12"])
def test_a_batch_is_voided_by_its_name_or_id_in_every_book_and_no_other_is(
    register: Register, said: str
) -> None:
    other = Series("BCT", "TTr", 2026)
    for book in (BOOK, other):
        register.open(book)
        register.reserve(book, 2, holder="đợt ra (ab12)", records=["r1", "r2"], again=True)
        register.reserve(book, 1, holder="đợt ra (xab12)")
        register.confirm(book, [(1, "a.docx", "h")])

    assert len(register.void_all(said, reason="sai")) == 4
    states = [State.VOID, State.RELEASED, State.RESERVED]
    assert [item.state for book in (BOOK, other) for item in register.numbers(book)] == states * 2
    assert register.of_records(["r1", "r2"]) == {}
    with pytest.raises(HolderUnknownError):
        register.void_all(said, reason="sai")


def test_numbers_end_at_six_digits(register: Register) -> None:
    with pytest.raises(NumbersExhaustedError):
        register.open(BOOK, following=1_000_000)
    register.open(BOOK, following=999_998)
    with pytest.raises(NumbersExhaustedError, match="chỉ có đến số 999999"):
        register.reserve(BOOK, 3, holder="x")
    assert register.reserve(BOOK, 2, holder="x") == range(999_998, 1_000_000)
    with pytest.raises(NumbersExhaustedError):
        register.reserve(BOOK, 1, holder="x")


@pytest.mark.parametrize(
    "said",
    ["", "QĐ-BCT", "QĐ-BCT/26", "QĐ-BCT/２０２６", "QĐ-" + "B" * 10_000 + "/2026", "QĐ-B\x00/2026", "41"],
)
def test_words_that_name_no_book_are_told(said: str) -> None:
    with pytest.raises(BadSeriesError) as fault:
        read_series(said)
    assert len(fault.value.message) < 200
