"""Facts of law brought up to date by one file: published, whole, newer; under what the user wrote; and undone."""

from __future__ import annotations

import hashlib
import shutil
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from kcdocs import settings
from kcdocs.api import decrees
from kcdocs.api.cite import cite
from kcdocs.decrees import limits, update
from kcdocs.decrees.catalogue import load_catalogue
from kcdocs.locking import locked
from kcdocs.model.catalogue import DocumentClass
from kcdocs.sealed.writing import write_sealed

ROOT = Path(__file__).parents[2]
sys.path.append(str(ROOT / "tools"))

import facts as tool  # noqa: E402 - the tool is no package

Told = Callable[..., tuple[int, str]]

NEW_LAW = """
[[instrument]]
type = "Nghị định"
number = "11/2027/NĐ-CP"
date = 2027-01-10
issuer = "Chính phủ"
title = "về chợ phiên"
in_force_from = 2027-03-01
source = "Công báo"
"""
AGED = (
    'number = "40/2025/NĐ-CP"\n',
    'number = "40/2025/NĐ-CP"\nin_force_to = 2027-02-28\nreplaced_by = ["11/2027/NĐ-CP"]\n',
)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """The facts of the repository as they may stand next year: one decree gone, another come."""
    folder = tmp_path / "decrees"
    shutil.copytree(settings.shipped("decrees"), folder)
    text = (folder / "catalogue.toml").read_text("utf-8")
    assert text.count(AGED[0]) == 1
    (folder / "catalogue.toml").write_text(text.replace(*AGED) + NEW_LAW, "utf-8")
    (folder / "edition.txt").write_text("2027-01-15\n", "ascii")
    return folder


def made(source: Path, name: str = "du-kien.zip") -> tuple[Path, str]:
    path = source.parent / name
    found = tool.make(path, source)
    path.with_name(f"{name}.sha256").unlink()
    return path, found


def packed(folder: Path, files: dict[str, str], day: str = "2027-01-15") -> tuple[Path, str]:
    """An update that anyone may have made."""
    home = folder / "nguon"
    for name, text in files.items():
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        (home / name).write_text(text, "utf-8")
    path = folder / "la.zip"
    write_sealed(path, update.UPDATE, lambda: {"day": day}, [(n, home / n) for n in files], dated=False)
    return path, hashlib.sha256(path.read_bytes()).hexdigest()


def line(number: str) -> str:
    return "\n".join(cite([number], day=date(2027, 4, 1), document=DocumentClass.LEGAL).lines)


def test_an_update_is_used_by_every_command_says_what_it_changes_and_is_undone(
    source: Path, told: Told
) -> None:
    path, found = made(source)
    code, words = told("decrees", "update", path, "--sha256", found)

    none = "(trước: không có)"
    assert code == 0
    assert words.splitlines() == [
        f"  40/2025/NĐ-CP: có hiệu lực đến hết: 28/02/2027 {none}; được thay thế bởi: 11/2027/NĐ-CP {none}",
        "  11/2027/NĐ-CP: thêm Nghị định về chợ phiên",
        "Đã cập nhật: mọi lệnh từ nay dùng dữ kiện bản ngày 15/01/2027, 2 thay đổi.",
    ]
    assert "về chợ phiên" in line("11/2027/NĐ-CP")
    old = load_catalogue().find("40/2025/NĐ-CP")
    assert old
    assert old.in_force_to == date(2027, 2, 28)
    assert "bản cập nhật ngày 15/01/2027" in told("decrees", "list")[1]
    assert told("--version")[1] == f"kcdocs {settings.VERSION}\nDữ kiện pháp luật: bản cập nhật 2027-01-15\n"

    code, words = told("decrees", "update", "--undo")
    day = settings.shipped_edition()
    assert (code, words) == (
        0,
        f"Đã bỏ lần cập nhật cuối; đang dùng dữ kiện bản ngày {day[8:]}/{day[5:7]}/{day[:4]}.\n",
    )
    assert load_catalogue().find("11/2027/NĐ-CP") is None
    assert told("--version")[1] == f"kcdocs {settings.VERSION}\n"
    assert "DC505" in told("decrees", "update", "--undo")[1]


def test_what_the_user_wrote_stands_above_an_update(source: Path, data_folder: Path, told: Told) -> None:
    own = NEW_LAW.replace("về chợ phiên", "về chợ, tự tra Công báo")
    data_folder.mkdir()
    (data_folder / "catalogue.toml").write_text(own, "utf-8")
    path, found = made(source)
    code, words = told("decrees", "update", path, "--sha256", found)
    assert code == 0
    assert "  11/2027/NĐ-CP: giữ nguyên điều anh, chị tự ghi" in words
    assert "về chợ, tự tra Công báo" in line("11/2027/NĐ-CP")
    assert (data_folder / "catalogue.toml").read_text("utf-8") == own


def test_the_sum_is_asked_for_taken_from_beside_or_refused(source: Path, told: Told) -> None:
    path, found = made(source)
    code, words = told("decrees", "update", path)
    assert (code, "DC501" in words) == (2, True)
    for wrong in ("0" * 64, found[:-1], "mã"):
        code, words = told("decrees", "update", path, "--sha256", wrong)
        assert (code, "DC502" in words) == (3, True)
    assert told("--version")[1].count("\n") == 1
    spaced = f"SHA256: {found[:32].upper()} {found[32:]}"
    assert told("decrees", "update", path, "--dry-run", "--sha256", spaced)[0] == 0
    assert told("--version")[1].count("\n") == 1
    path.with_name("du-kien.zip.sha256").write_text(f"{found}  du-kien.zip\n", "ascii")
    assert told("decrees", "update", path)[0] == 0
    assert told("--version")[1].count("\n") == 2


def test_facts_that_are_not_newer_are_refused_and_newer_ones_of_the_program_win(
    source: Path, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, found = made(source)
    assert told("decrees", "update", path, "--sha256", found)[0] == 0
    code, words = told("decrees", "update", path, "--sha256", found)
    assert (code, "bản ngày 15/01/2027, không mới hơn bản đang dùng (ngày 15/01/2027)" in words) == (4, True)
    (source / "edition.txt").write_text(settings.shipped_edition(), "ascii")
    path, found = made(source, "cu.zip")
    assert "DC503" in told("decrees", "update", path, "--sha256", found)[1]

    monkeypatch.setattr(settings, "shipped_edition", lambda: "2027-02-01")
    assert settings.updated_facts() is None
    assert load_catalogue().find("11/2027/NĐ-CP") is None


def test_two_updates_are_undone_one_after_the_other(source: Path, told: Told) -> None:
    for day in ("2027-01-15", "2027-06-01"):
        (source / "edition.txt").write_text(day, "ascii")
        path, found = made(source)
        assert told("decrees", "update", path, "--sha256", found)[0] == 0
    assert told("decrees", "update", "--undo")[1].endswith("bản ngày 15/01/2027.\n")
    assert load_catalogue().find("11/2027/NĐ-CP")


def test_an_update_takes_the_place_of_the_one_before_and_says_what_it_no_longer_holds(
    source: Path, tmp_path: Path, told: Told
) -> None:
    path, found = made(source)
    assert told("decrees", "update", path, "--sha256", found)[0] == 0
    path, found = packed(
        tmp_path, {"catalogue.toml": NEW_LAW.replace("11/2027", "12/2027")}, day="2027-02-01"
    )
    words = told("decrees", "update", path, "--sha256", found)[1]
    assert "  12/2027/NĐ-CP: thêm Nghị định về chợ phiên\n" in words
    assert "  11/2027/NĐ-CP: không còn trong dữ kiện\n" in words
    assert load_catalogue().find("11/2027/NĐ-CP") is None


def test_an_update_under_which_the_users_own_catalogue_cannot_stand_is_refused(
    source: Path, tmp_path: Path, data_folder: Path, told: Told
) -> None:
    path, found = made(source)
    assert told("decrees", "update", path, "--sha256", found)[0] == 0
    own = NEW_LAW.replace("11/2027", "13/2027") + 'replaced_by = ["11/2027/NĐ-CP"]\n'
    (data_folder / "catalogue.toml").write_text(own, "utf-8")
    path, found = packed(
        tmp_path, {"catalogue.toml": NEW_LAW.replace("11/2027", "12/2027")}, day="2027-02-01"
    )
    code, words = told("decrees", "update", path, "--sha256", found)
    assert (code, "Danh mục không có «11/2027/NĐ-CP»" in words) == (3, True)
    assert load_catalogue().find("13/2027/NĐ-CP")


def test_two_commands_do_not_take_updates_at_once(
    source: Path, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "WAIT_TAKEN", 0)
    path, found = made(source)
    with locked(settings.facts_folder() / ".khoa", 0):
        code, words = told("decrees", "update", path, "--sha256", found)
    assert (code, "DC506" in words) == (6, True)


def test_an_update_with_every_kind_of_fault_is_refused_with_all_of_them(tmp_path: Path, told: Told) -> None:
    path, found = packed(
        tmp_path,
        {
            "catalogue.toml": NEW_LAW.replace("2027-03-01", '"mai"')
            + 'amended_by = ["1/1900/NĐ-CP"]\nla = 1\n',
            "1-2027-nd-cp/decree.toml": 'number = "2/2027/NĐ-CP"\ntype = "Nghị định"\n',
            "3-2027-nd-cp/decree.toml": 'number = "3/2027/NĐ-CP"\ntype = "Nghị định"\n[texts]\ngoc = "../../x"\n',
            "4-2027-nd-cp/decree.toml": "number = [",
            "5-2027-nd-cp/decree.toml": 'number = "5/2027/NĐ-CP"\ntype = "Nghị định"\n',
            "5-2027-nd-cp/outline.toml": "normaliser = 0\n",
        },
    )
    code, words = told("decrees", "update", path, "--sha256", found)
    assert code == 3
    for fault in (
        "DC504",
        "DC216",
        "có 6 chỗ sai",
        "catalogue.toml, instrument[1].la: Không có trường tên này.",
        "instrument[1].in_force_from: Cần ngày",
        "Thư mục «1-2027-nd-cp» không đúng số «2/2027/NĐ-CP».",
        "«3-2027-nd-cp» kèm toàn văn",
        "4-2027-nd-cp/decree.toml: không phải TOML",
        "5-2027-nd-cp/outline.toml: dấu vân tay theo cách chuẩn hóa 0",
    ):
        assert fault in words
    assert settings.facts_taken() == ()


@pytest.mark.parametrize(
    "name", ["van-ban.txt", "45-2012-nd-cp/van-ban.txt", "luat/moi/decree.toml", "so-dang-ky.sqlite"]
)
def test_an_update_holds_facts_and_nothing_else(name: str, tmp_path: Path, told: Told) -> None:
    path, found = packed(tmp_path, {name: "x"})
    assert f"«{name}» không thuộc tệp cập nhật" in told("decrees", "update", path, "--sha256", found)[1]


def test_an_update_without_a_day_is_refused(tmp_path: Path, told: Told) -> None:
    path, found = packed(tmp_path, {"catalogue.toml": NEW_LAW}, day="hôm nay")
    assert "không ghi ngày" in told("decrees", "update", path, "--sha256", found)[1]


def test_a_command_that_is_half_wrong_is_refused(source: Path, told: Told) -> None:
    path, found = made(source)
    for words in (("--undo", path), (), ("--undo", "--sha256", found)):
        assert told("decrees", "update", *words)[0] == 2


def test_the_shipped_facts_make_an_update_that_changes_nothing(tmp_path: Path) -> None:
    tool.make(tmp_path / "a.zip")
    (tmp_path / "kia").mkdir()
    tool.make(tmp_path / "kia" / "a.zip")
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "kia" / "a.zip").read_bytes()
    date.fromisoformat(settings.shipped_edition())
    assert decrees.entries()


@pytest.mark.parametrize(("count", "last"), [(40, "thêm Nghị định"), (41, "… và 1 thay đổi khác")])
def test_forty_changes_are_told_one_by_one(count: int, last: str, tmp_path: Path, told: Told) -> None:
    rows = (NEW_LAW.replace("11/2027", f"{n}/2027") for n in range(1, count + 1))
    path, found = packed(tmp_path, {"catalogue.toml": "".join(rows)})
    code, words = told("decrees", "update", path, "--sha256", found, "--dry-run")
    assert code == 0
    assert last in words.splitlines()[-2]
    assert words.count("thêm Nghị định") == 40
