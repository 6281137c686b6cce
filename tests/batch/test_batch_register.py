"""Batches that share a register, on SQLite and on a PostgreSQL of the test's own."""

from __future__ import annotations

import json
import multiprocessing
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from batch_material import SERIES, make, open_book, states, write_rows

from kcdocs.api import register
from kcdocs.batch.errors import BatchBrokenError, RegisterLostError
from kcdocs.register.errors import RegisterFailedError
from kcdocs.register.register import Register

ROWS, BATCHES = 60, 3

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="processes are forked")


def _child(records: str, out: str) -> None:
    make(Path(records), Path(out), again=True)


def run_at_once(folder: Path) -> list[tuple[int, str]]:
    """Run batches in processes of their own at once; the numbers that came of it."""
    open_book()
    records = write_rows(folder / "a.csv", ROWS)
    context = multiprocessing.get_context("fork")
    workers = [
        context.Process(target=_child, args=(str(records), str(folder / f"ra{n}"))) for n in range(BATCHES)
    ]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert [worker.exitcode for worker in workers] == [0] * BATCHES
    return states()


def _whole(folder: Path, numbers: list[tuple[int, str]]) -> None:
    assert numbers == [(number, "đã cấp") for number in range(41, 41 + ROWS * BATCHES)]
    files = [path.name for n in range(BATCHES) for path in (folder / f"ra{n}").glob("*.docx")]
    assert sorted(files) == sorted(f"to-trinh-{number}-TTr-BCT.docx" for number, _ in numbers)


def test_batches_at_once_never_share_a_number_nor_leave_one_out_on_sqlite(tmp_path: Path) -> None:
    _whole(tmp_path, run_at_once(tmp_path))


def test_batches_at_once_never_share_a_number_nor_leave_one_out_on_postgresql(
    tmp_path: Path, postgresql: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KCDOCS_REGISTER", postgresql)
    _whole(tmp_path, run_at_once(tmp_path))


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of two megabytes."""
    folder = tmp_path / "dia"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=2m", "kcdocs", str(folder)]
    if os.getuid() != 0 or subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("a small tmpfs cannot be mounted here")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_on_a_full_disk_the_batch_stops_whole_and_goes_on_when_there_is_room(
    tmp_path: Path, small_disk: Path
) -> None:
    open_book()
    records = write_rows(tmp_path / "a.csv", 300)
    with pytest.raises(BatchBrokenError) as fault:
        make(records, small_disk / "ra")
    assert "--resume" in fault.value.mend
    assert not list(small_disk.rglob("*.tmp"))

    subprocess.run(["mount", "-o", "remount,size=64m", str(small_disk)], check=True)
    assert make(records, small_disk / "ra", resume=True).whole
    assert states() == [(number, "đã cấp") for number in range(41, 341)]


def test_a_register_lost_midway_stops_the_batch_and_its_return_lets_it_go_on(
    tmp_path: Path, data_folder: Path, small_groups: int
) -> None:
    open_book()
    records = write_rows(tmp_path / "a.csv", 60)
    book = data_folder / "so-dang-ky.sqlite"

    def hide(rename: str) -> None:
        with closing(sqlite3.connect(book, timeout=30)) as database:
            database.execute(f"ALTER TABLE {rename}")

    def lose(step: str, done: int, total: int) -> None:
        if step == "lap" and done < total:
            hide("numbers RENAME TO mat")

    with pytest.raises(RegisterLostError) as fault:
        make(records, tmp_path / "ra", tell=lose)
    assert f"xong {small_groups}/60" in fault.value.message
    hide("mat RENAME TO numbers")

    assert make(records, tmp_path / "ra", resume=True).whole
    assert states() == [(number, "đã cấp") for number in range(41, 101)]


def test_a_register_lost_while_it_gives_the_numbers_leaves_the_journal_to_find_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_book()
    records = write_rows(tmp_path / "a.csv", 3)
    reserve = Register.reserve

    def lost(self: Register, *words: Any, **named: Any) -> range:
        reserve(self, *words, **named)
        raise RegisterFailedError("sổ", "máy chủ đã ngắt kết nối")

    with monkeypatch.context() as patch:
        patch.setattr(Register, "reserve", lost)
        with pytest.raises(RegisterLostError):
            make(records, tmp_path / "ra")

    assert make(records, tmp_path / "ra", resume=True).whole
    assert states() == [(41, "đã cấp"), (42, "đã cấp"), (43, "đã cấp")]


def test_a_block_reserved_just_before_the_end_is_found_again(tmp_path: Path) -> None:
    open_book()
    records = write_rows(tmp_path / "a.csv", 5)
    make(records, tmp_path / "mot", again=True)
    journal = tmp_path / "mot" / "nhat-ky.jsonl"
    start = journal.read_text("utf-8").splitlines()[0].replace(journal_id(journal), "khac0001")
    (tmp_path / "hai").mkdir()
    (tmp_path / "hai" / "nhat-ky.jsonl").write_text(start + '\n{"step":"reser', "utf-8")
    register.reserve(SERIES, 5, "đợt mot (khac0001)")

    assert make(records, tmp_path / "hai", again=True, resume=True).whole
    assert states() == [(number, "đã cấp") for number in range(41, 51)]


def journal_id(journal: Path) -> str:
    """The id of a batch, from its journal."""
    return str(json.loads(journal.read_text("utf-8").splitlines()[0])["batch"])


def test_numbers_taken_while_a_batch_is_checked_are_not_its_own(tmp_path: Path) -> None:
    open_book()

    def take(step: str, done: int, _total: int) -> None:
        if step == "kiem-tra" and done == 1 and not states():
            register.reserve(SERIES, 2, "văn thư")

    make(write_rows(tmp_path / "a.csv", 3), tmp_path / "ra", tell=take)

    assert states() == [
        (41, "đang giữ"),
        (42, "đang giữ"),
        (43, "đã cấp"),
        (44, "đã cấp"),
        (45, "đã cấp"),
    ]
    assert sorted(path.name for path in (tmp_path / "ra").glob("*.docx")) == [
        f"to-trinh-{number}-TTr-BCT.docx" for number in (43, 44, 45)
    ]


def test_a_folder_that_may_not_be_written_takes_no_number(tmp_path: Path) -> None:
    open_book()
    records = write_rows(tmp_path / "a.csv", 3)
    closed = tmp_path / "khoa"
    closed.mkdir()
    closed.chmod(0o555)
    if os.access(closed, os.W_OK):
        command = ["mount", "-t", "tmpfs", "-o", "ro", "kcdocs", str(closed)]
        if subprocess.run(command, check=False, capture_output=True).returncode:
            pytest.skip("no folder is closed to this user")
    try:
        with pytest.raises(OSError, match="ra"):
            make(records, closed / "ra")
    finally:
        subprocess.run(["umount", str(closed)], check=False, capture_output=True)
    assert states() == []
