"""A data folder that the version before left: opened as it stands, and moved to another machine."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from conftest import Told
from old_machine import look_at_all, look_at_batches

from kcdocs.web.batches import Batches
from kcdocs.web.jobs import Jobs
from kcdocs.web.session import path_of_user, private_folder


def test_everything_an_earlier_version_kept_is_there_and_its_batches_are_gone_on_with(
    home: Path, data_folder: Path
) -> None:
    look_at_all(data_folder)
    look_at_batches(home)


def test_everything_is_there_on_another_machine_after_backup_and_restore(
    home: Path, told: Told, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = path_of_user(home / "du-lieu" / "web")
    code, words = told("backup", home / "sao-luu.zip")
    assert code == 0
    assert "sổ đăng ký số: 2 dãy, 10 số" in words
    assert "QĐ-BQL/2026: số kế tiếp 48" in words
    assert "kho văn bản: 2 toàn văn" in words
    assert "bộ mẫu riêng: 1 phiên bản" in words
    assert "thuyết minh: 2 chỗ; việc trên trang: 3" in words

    other = tmp_path / "máy mới"
    for name in ("sao-luu.zip", "dot-xong", "dot-do", "nhom-hai.csv"):
        other.mkdir(exist_ok=True)
        shutil.move(home / name, other / name)
    shutil.rmtree(home / "du-lieu")
    monkeypatch.setenv("KCDOCS_DATA", str(other / "kho" / "dữ liệu"))

    code, again = told("restore", other / "sao-luu.zip")
    assert code == 0
    assert [line for line in again.splitlines() if ":" in line][1:7] == words.splitlines()[1:7]
    look_at_all(other / "kho" / "dữ liệu")
    look_at_batches(other)
    assert path_of_user(private_folder(other / "kho" / "dữ liệu" / "web")) == path


def test_a_batch_begun_on_the_page_of_another_machine_is_made_in_this_ones_folder(
    home: Path, data_folder: Path
) -> None:
    (batch,) = Batches(data_folder / "web", Jobs()).every()
    assert batch.file == "nhom-ba.csv"
    assert Path(batch.out) == data_folder / "van-ban" / "nhom-ba 2026-11-27"
