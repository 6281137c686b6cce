"""A backup: what is in it and what is not, and when none is made."""

from __future__ import annotations

import json
import sqlite3
import zipfile
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from conftest import Told

from kcdocs.api import keeping, register

KEPT = {
    "catalogue.toml",
    "decrees/901-2014-nd-cp/2014-07-01.json",
    "decrees/902-2018-nd-cp/2018-03-01.json",
    "muc-luc.json",
    "so-dang-ky.sqlite",
    "templates/giay-thue-sap/1.0.0/giay-thue-sap.docx",
    "templates/giay-thue-sap/1.0.0/schema.json",
    "templates/giay-thue-sap/1.0.0/set.toml",
    "templates/giay-thue-sap/CHANGELOG.md",
    "templates/released.toml",
    "tep-da-ghi.txt",
}


def test_all_but_secrets_locks_and_what_is_made_again_is_in_a_backup(
    home: Path, data_folder: Path, told: Told
) -> None:
    (data_folder / "web" / "chay.json").write_text('{"secret": "bí mật"}', "utf-8")
    (data_folder / "dang-ky").mkdir(mode=0o700)
    (data_folder / "dang-ky" / "dia-chi.txt").write_text("postgresql://lan:matkhau@may/so", "utf-8")
    (data_folder / "su-co").mkdir()
    (data_folder / "su-co" / "KC901.txt").write_text("…", "utf-8")
    (data_folder / "decrees" / ".kcdocs-0123456789abcdef.tmp").write_text("dở", "utf-8")
    (data_folder / "lien-ket").symlink_to("/etc/passwd")

    code, words = told("backup", home / "a.zip")

    assert code == 0
    with zipfile.ZipFile(home / "a.zip") as packed:
        names = set(packed.namelist())
        everything = b"".join(map(packed.read, names))
    assert {name for name in names if not name.startswith("web/")} == KEPT
    assert {name.split("/")[1] for name in names if name.startswith("web/")} == {
        "duong.txt", "hang-loat", "nhap", "so-sanh", "tep", "thuyet-minh",
    }  # fmt: skip
    assert b"matkhau" not in everything
    assert "bí mật".encode() not in everything
    for why in ("có thể chứa mật khẩu", "chìa khóa của trang", "chi tiết sự cố", "«lien-ket»", "may/so"):
        assert why in words
    assert "matkhau" not in words


def test_a_backup_holds_every_number_given_before_while_others_go_on_taking_numbers(
    home: Path, data_folder: Path
) -> None:
    book = "QĐ-BQL/2026"
    with ThreadPoolExecutor(2) as pool:
        taking = [pool.submit(register.reserve, book, 1, f"người {n}") for n in range(40)]
        keeping.back_up(home / "a.zip")
        assert [taken.result() for taken in taking]
    with zipfile.ZipFile(home / "a.zip") as packed:
        packed.extract("so-dang-ky.sqlite", home)
        said = json.loads(packed.read("muc-luc.json"))["counts"]["books"]
    with closing(sqlite3.connect(home / "so-dang-ky.sqlite")) as copy:
        (number,) = copy.execute("SELECT following FROM series WHERE type = 'QĐ'").fetchone()
        given = [
            found
            for (found,) in copy.execute("SELECT number FROM numbers WHERE number >= 41 ORDER BY number")
        ]
    assert given == list(range(41, number))
    assert said["QĐ-BQL/2026"] == [number, number - 41]


def test_a_standing_file_is_replaced_only_when_asked_for_even_if_it_is_an_earlier_backup(
    home: Path, told: Told
) -> None:
    assert told("backup", home / "a.zip")[0] == 0
    code, words = told("backup", home / "a.zip")
    assert (code, "TP350" in words) == (3, True)
    assert told("backup", home / "a.zip", "--force")[0] == 0


def test_a_backup_inside_the_data_folder_or_of_nothing_is_refused(
    data_folder: Path, tmp_path: Path, told: Told
) -> None:
    assert "KP204" in told("backup", tmp_path / "a.zip")[1]
    (data_folder / "decrees").mkdir(parents=True)
    code, words = told("backup", data_folder / "decrees" / "a.zip")
    assert (code, "KP203" in words) == (2, True)
    assert told("backup", tmp_path / "a.tar")[0] == 2
    assert not (tmp_path / "a.zip").exists()


def test_a_damaged_register_is_told_and_no_backup_stands_there(
    home: Path, data_folder: Path, told: Told
) -> None:
    for name in ("so-dang-ky.sqlite-wal", "so-dang-ky.sqlite-shm"):
        (data_folder / name).unlink()
    (data_folder / "so-dang-ky.sqlite").write_bytes(b"hong" * 5000)
    code, words = told("backup", home / "a.zip")
    assert (code, "RG004" in words) == (6, True)
    assert not (home / "a.zip").exists()


def test_a_register_that_others_keep_is_told_as_not_in_the_backup(
    home: Path, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KCDOCS_REGISTER", "postgresql://lan:matkhau@may-chu/so")
    words = told("backup", home / "a.zip")[1]
    assert "Sổ đăng ký số dùng chung ở postgresql://lan:***@may-chu/so" in words
