"""Restoring: into an empty folder, beside one that is set aside, not at all; and what a cut-off one leaves."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from conftest import Told
from old_machine import look_at_all

from kcdocs.api import keeping, register
from kcdocs.keep import limits, restore
from kcdocs.keep.errors import BusyDataError, NewerDataError, NoRoomError
from kcdocs.keep.form import MARK

ROOT = Path(__file__).parents[2]
HOLD = (
    "from kcdocs.api.keeping import in_use\nwith in_use(alone={alone}):\n print('held', flush=True); input()"
)


@pytest.fixture
def saved(home: Path) -> Path:
    """A backup of the old machine."""
    return keeping.back_up(home / "sao-luu.zip").path


def held(*, alone: bool) -> subprocess.Popen[str]:
    """Another process that is at work with the data folder."""
    words = [sys.executable, "-c", HOLD.format(alone=alone)]
    process = subprocess.Popen(words, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def test_a_folder_that_has_data_is_left_alone_and_with_force_set_aside_whole(
    saved: Path, data_folder: Path, told: Told
) -> None:
    register.reserve("QĐ-BQL/2026", 3, "Phòng Chợ")
    register.open_series("GM-BQL/2026", 5)
    code, words = told("restore", saved)
    assert (code, "KP205" in words) == (3, True)

    code, words = told("restore", saved, "--force")

    assert code == 0
    look_at_all(data_folder)
    assert "dãy số QĐ-BQL/2026 trước khi khôi phục đã đến số 51, nay lùi về số 48" in words
    assert "dãy số GM-BQL/2026 trước khi khôi phục đã đến số 5, không có trong bản sao lưu" in words
    (aside,) = data_folder.parent.glob("du-lieu.cu-*")
    assert str(aside) in words
    assert (aside / "so-dang-ky.sqlite").is_file()
    assert (aside / "web" / "duong.txt").is_file()


def test_a_damaged_backup_changes_nothing_and_every_fault_is_told(
    saved: Path, data_folder: Path, told: Told
) -> None:
    with zipfile.ZipFile(saved) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    parts["decrees/901-2014-nd-cp/2014-07-01.json"] = b"{" * len(
        parts["decrees/901-2014-nd-cp/2014-07-01.json"]
    )
    parts["catalogue.toml"] = b"#" * len(parts["catalogue.toml"])
    with zipfile.ZipFile(saved, "w") as packed:
        for name, data in parts.items():
            packed.writestr(name, data)

    code, words = told("restore", saved, "--force")

    assert code == 3
    assert "có 2 chỗ hỏng hoặc không an toàn; chưa thay đổi gì" in words
    assert "«decrees/901-2014-nd-cp/2014-07-01.json»: nội dung khác" in words
    assert "«catalogue.toml»: nội dung khác" in words
    look_at_all(data_folder)
    assert sorted(path.name for path in data_folder.parent.glob("du-lieu*")) == ["du-lieu"]


def test_restoring_waits_for_no_page_and_a_command_does_not_work_beside_it(
    saved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "WAIT_ALONE", 0)
    monkeypatch.setattr(limits, "WAIT_SECONDS", 0)
    for alone in (False, True):
        process = held(alone=alone)
        with pytest.raises(BusyDataError, match="khác dùng"):
            keeping.restore(saved, force=True)
        if alone:
            with pytest.raises(BusyDataError, match="đang được khôi phục"), keeping.in_use():
                pass
        else:
            with keeping.in_use():
                pass
        process.communicate("\n")


def test_a_restoring_cut_off_between_its_renames_is_finished_by_the_next_command(
    saved: Path, data_folder: Path, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename = Path.rename

    def cut_off(self: Path, target: Path) -> Path:
        if target == data_folder.resolve():
            raise KeyboardInterrupt
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", cut_off)
    assert told("restore", saved, "--force")[0] == 130
    monkeypatch.undo()
    assert not data_folder.exists()

    monkeypatch.setenv("KCDOCS_DATA", str(data_folder))
    assert told("register", "list")[1] == "TTr-BQL/2025: số kế tiếp 10\nQĐ-BQL/2026: số kế tiếp 48\n"
    look_at_all(data_folder)


def test_a_folder_that_cannot_be_replaced_is_put_back(
    saved: Path, data_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename = Path.rename

    def held_open(self: Path, target: Path) -> Path:
        if self.name.endswith(".kcdocs-moi"):
            raise PermissionError(13, "in use")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", held_open)
    with pytest.raises(BusyDataError, match="không thay được"):
        keeping.restore(saved, force=True)
    look_at_all(data_folder)
    assert sorted(path.name for path in data_folder.parent.glob("du-lieu*")) == ["du-lieu"]


def test_a_disk_without_room_is_told_before_anything_is_written(
    saved: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("KCDOCS_DATA", str(tmp_path / "moi"))
    with zipfile.ZipFile(saved) as packed:
        size = sum(item.file_size for item in packed.infolist()) - packed.getinfo("muc-luc.json").file_size
    usage = type("Usage", (), {"free": size - 1})
    monkeypatch.setattr(restore.shutil, "disk_usage", lambda _: usage)
    with pytest.raises(NoRoomError):
        keeping.restore(saved)
    assert not (tmp_path / "moi").exists()


def test_data_of_a_newer_program_are_refused_by_every_command_and_old_ones_get_a_mark(
    home: Path, data_folder: Path, told: Told
) -> None:
    assert not (data_folder / MARK).exists()
    assert told("register", "list")[0] == 0
    assert (data_folder / MARK).read_text("utf-8").startswith("1 (kcdocs ")
    for said in ("2 (kcdocs 9.0)", "", "hai"):
        (data_folder / MARK).write_text(said, "utf-8")
        for command in (("register", "list"), ("decrees", "list"), ("backup", home / "a.zip"), ("serve",)):
            code, words = told(*command)
            assert (code, "KP201" in words) == (6, True)
        with pytest.raises(NewerDataError), keeping.in_use():
            pass


def test_a_folder_that_may_only_be_read_is_read(
    home: Path, data_folder: Path, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "/proc/khong-ghi-duoc")
    monkeypatch.setattr(
        "kcdocs.keep.form.write_whole", lambda *_: (_ for _ in ()).throw(OSError(30, "read only"))
    )
    assert told("decrees", "list")[0] == 0
