"""Registers of other versions and of other programs: opened, brought up to date, or refused with words."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from kcdocs.register.errors import RegisterFailedError, RegisterNewerError, RegisterUnreachableError
from kcdocs.register.nouns import Number, Series, State
from kcdocs.register.opening import open_register
from kcdocs.register.register import Register

EARLIER = Path(__file__).parents[1] / "data" / "earlier"
BOOK = Series("BCT", "QĐ", 2026)
FILE = "so-dang-ky.sqlite"
HELD, GIVEN, LEFT = State.RESERVED, State.CONFIRMED, State.RELEASED


def told(register: Register) -> list[tuple[int, State, str, str, str]]:
    """What a register says of each number of the book."""
    return [
        (item.number, item.state, item.holder, item.document, item.reason) for item in register.numbers(BOOK)
    ]


def work_on(register: Register) -> None:
    """Everything a register of today does, on one of another version."""
    first = register.reserve(BOOK, 2, holder="đợt mới", records=["aa", "bb"]).start
    register.confirm(BOOK, [(first, "qd.docx", "cd")])
    register.void(BOOK, [first], reason="sai tên")
    register.void(BOOK, [41], reason="sai ngày")
    states = {item.number: item.state for item in register.numbers(BOOK)}
    assert (states[first], states[first + 1], states[41]) == (State.VOID, HELD, State.VOID)
    assert list(register.of_records(["aa", "bb"])) == ["bb"]


def test_a_register_of_an_earlier_version_keeps_all_it_says_and_takes_what_is_new(tmp_path: Path) -> None:
    shutil.copy(EARLIER / "du-lieu" / FILE, tmp_path)
    register = open_register(tmp_path)

    done, half, person = "đợt 17e0547b", "đợt 62ec3416", "Phòng Khuyến công"
    assert told(register) == [
        *((number, GIVEN, done, f"qd-{number}.docx", "") for number in (41, 42, 43)),
        *((number, HELD, half, "", "") for number in (44, 45, 46, 47)),
        (48, HELD, person, "", ""),
        (49, LEFT, person, "", "rút hồ sơ"),
        (50, HELD, person, "", ""),
    ]
    assert register.series() == ((BOOK, 51), (Series("BCT", "TTr", 2026), 1))
    assert [item.at.isoformat()[:10] for item in register.numbers(BOOK)] == ["2026-11-26"] * 10
    work_on(register)
    assert register.following(BOOK) == 53
    assert told(open_register(tmp_path)) == told(register)


def test_a_postgresql_register_of_an_earlier_version_is_brought_up_to_date(postgresql: str) -> None:
    import psycopg

    statements = (EARLIER / "so-dang-ky.postgresql.sql").read_text("utf-8")
    with psycopg.connect(postgresql, autocommit=True) as connection:
        connection.execute(statements.encode())
    register = open_register(Path(), postgresql)

    done, person = "đợt 1356ea13", "Phòng Khuyến công"
    assert told(register) == [
        *((number, GIVEN, done, f"qd-{number}.docx", "") for number in (41, 42, 43)),
        (44, HELD, person, "", ""),
        (45, LEFT, person, "", "rút hồ sơ"),
        (46, HELD, person, "", ""),
    ]
    work_on(register)
    assert told(open_register(Path(), postgresql)) == told(register)


def dump(path: Path) -> list[str]:
    """All that a database holds; its bytes differ by when its log was written back."""
    with closing(sqlite3.connect(path)) as database:
        return list(database.iterdump())


def test_a_register_of_a_newer_version_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    open_register(tmp_path).open(BOOK)
    with closing(sqlite3.connect(tmp_path / FILE)) as database:
        database.execute("UPDATE kcdocs_register SET version = 7")
        database.commit()
    before = dump(tmp_path / FILE)

    with pytest.raises(RegisterNewerError, match="bản kcdocs mới hơn lập") as fault:
        open_register(tmp_path)
    assert "Cài bản kcdocs mới nhất" in fault.value.mend
    assert dump(tmp_path / FILE) == before


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TABLE series (name TEXT, season INTEGER)",
        "CREATE TABLE numbers (phone TEXT)",
        "CREATE TABLE series (id INTEGER); CREATE TABLE numbers (series INTEGER, number INTEGER)",
        "CREATE TABLE kcdocs_register (version TEXT)",
    ],
)
def test_a_database_of_another_program_is_refused_and_left_as_it_is(tmp_path: Path, statement: str) -> None:
    with closing(sqlite3.connect(tmp_path / FILE)) as database:
        database.executescript(statement)
    with pytest.raises(RegisterUnreachableError, match="không phải sổ của kcdocs"):
        open_register(tmp_path)
    with closing(sqlite3.connect(tmp_path / FILE)) as database:
        tables = {name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    assert tables == {words.split()[2] for words in statement.split("; ")}


def test_tables_of_others_beside_the_register_are_no_fault(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / FILE)) as database:
        database.executescript("CREATE TABLE van_thu (ten TEXT)")
    open_register(tmp_path).open(BOOK)
    assert open_register(tmp_path).following(BOOK) == 1


@pytest.mark.parametrize("data", [b"not a database at all, but some words" * 40, b"\x00" * 5000])
def test_a_file_that_is_no_database_is_told_in_vietnamese(tmp_path: Path, data: bytes) -> None:
    (tmp_path / FILE).write_bytes(data)
    with pytest.raises(RegisterUnreachableError, match="không phải cơ sở dữ liệu SQLite"):
        open_register(tmp_path)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ("at = 'hôm qua'", "ngày giờ không đọc được"),
        ("at = 12", "ngày giờ không đọc được"),
        ("state = 'đã quên'", "trạng thái không rõ"),
    ],
)
def test_a_row_that_no_program_of_ours_wrote_is_told(tmp_path: Path, change: str, words: str) -> None:
    register = open_register(tmp_path)
    register.open(BOOK)
    register.reserve(BOOK, 1, holder="x", records=["aa"])
    with closing(sqlite3.connect(tmp_path / FILE)) as database:
        database.execute(f"UPDATE numbers SET {change}")
        database.commit()

    with pytest.raises(RegisterFailedError, match=words):
        list(register.numbers(BOOK))


@pytest.mark.parametrize(
    "address",
    [
        "postgresql://me:geheim@127.0.0.1:1/so",
        "postgresql://me:ge@he:im/geheim@127.0.0.1:1/so",
        "postgresql://127.0.0.1:1/so?user=me&password=geheim",
        "postgresql:me:geheim@127.0.0.1",
        "mysql://me:geheim@may/so",
    ],
)
def test_no_message_shows_a_password(address: str, tmp_path: Path) -> None:
    with pytest.raises(RegisterUnreachableError) as fault:
        open_register(tmp_path, address)
    assert "geheim" not in f"{fault.value.message} {fault.value.mend} {fault.value.__cause__}"
    assert "***" in fault.value.message


def test_numbers_that_were_voided_read_the_same_after_the_register_is_opened_again(tmp_path: Path) -> None:
    register = open_register(tmp_path)
    register.open(BOOK)
    register.reserve(BOOK, 1, holder="x", records=["aa"])
    register.confirm(BOOK, [(1, "a.docx", "b")])
    register.void(BOOK, [1], reason="  sai\n tên ")

    (number,) = open_register(tmp_path).numbers(BOOK)
    expected = Number(BOOK, 1, State.VOID, "x", "a.docx", "b", "sai tên", number.at, "aa")
    assert number == expected
