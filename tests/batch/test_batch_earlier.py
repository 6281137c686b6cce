"""Batches and data folders that an earlier version left: gone on with, proven, added to."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kcdocs.api import BatchResult, batch, register
from kcdocs.batch.errors import RecordsIssuedError

ROOT = Path(__file__).parents[2]
EARLIER = ROOT / "tests" / "data" / "earlier"
BOOK = "QĐ-BCT/2026"


@pytest.fixture(autouse=True)
def earlier(tmp_path: Path, data_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What the earlier version left, in a folder of the test's own."""
    shutil.copytree(EARLIER / "du-lieu", data_folder)
    for name in ("dot-xong", "dot-do"):
        shutil.copytree(EARLIER / name, tmp_path / name)
    for name in ("ho-so-xong.csv", "ho-so-do.csv"):
        shutil.copy(EARLIER / name, tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def make(records: str, out: str, *, resume: bool = False, again: bool = False) -> BatchResult:
    asked = batch.order("ho-tro-nho", Path(records), Path(out), series=BOOK, pattern="qd-{so}", again=again)
    return batch.run(asked, resume=resume)


def states() -> dict[int, str]:
    return {item.number: item.state.value for item in register.numbers(BOOK)}


def test_a_half_done_batch_is_gone_on_with_and_keeps_its_numbers() -> None:
    before = {path.name: path.read_bytes() for path in Path("dot-do").glob("*.docx")}
    assert sorted(before) == ["qd-44.docx", "qd-45.docx"]

    done = make("ho-so-do.csv", "dot-do", resume=True)

    assert done.whole
    assert sorted(path.name for path in Path("dot-do").glob("*.docx")) == [
        f"qd-{number}.docx" for number in (44, 45, 46, 47)
    ]
    assert all((Path("dot-do") / name).read_bytes() == data for name, data in before.items())
    assert [states()[number] for number in (44, 45, 46, 47)] == ["đã cấp"] * 4
    assert not batch.verify(Path("dot-do")).findings


def test_a_finished_batch_is_proven_and_gone_on_with_without_a_change() -> None:
    documents = {path: path.read_bytes() for path in Path("dot-xong").glob("qd-*.docx")}
    numbers = states()

    assert not batch.verify(Path("dot-xong")).findings
    assert make("ho-so-xong.csv", "dot-xong", resume=True).whole
    assert {path: path.read_bytes() for path in documents} == documents
    assert states() == numbers


def test_a_finished_batch_is_made_void_by_its_folder_and_its_records_get_new_numbers() -> None:
    assert [item.number for item in register.void_batch("dot-xong", "sai mức hỗ trợ")] == [41, 42, 43]
    assert [states()[number] for number in (41, 42, 43)] == ["hủy"] * 3

    assert make("ho-so-xong.csv", "dot-moi").whole
    assert [number for number, state in states().items() if state == "đã cấp"] == [51, 52, 53]


def test_records_numbered_from_now_on_get_no_second_number_in_a_register_of_an_earlier_version() -> None:
    make("ho-so-do.csv", "dot-moi")
    with pytest.raises(RecordsIssuedError, match="51–54 của dãy QĐ-BCT/2026"):
        make("ho-so-do.csv", "dot-nua")


def test_the_set_and_the_instrument_in_a_data_folder_of_an_earlier_version_are_found() -> None:
    told = ""
    for room in ("templates", "decrees"):
        command = [sys.executable, str(ROOT / "cli.py"), room, "list"]
        told += subprocess.run(command, check=True, capture_output=True).stdout.decode()
    assert "ho-tro-nho" in told
    assert "bản từ 01/07/2012" in told
