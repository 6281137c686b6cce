"""What stops a batch, each under its code."""

from __future__ import annotations

import json
from concurrent.futures import BrokenExecutor
from pathlib import Path

import pytest
from batch_material import SERIES, make, open_book, write_rows

from kcdocs.api import batch, register
from kcdocs.batch.errors import (
    BatchVoidError,
    BusyBatchError,
    NoClusterError,
    OtherRegisterError,
    WorkerLostError,
)
from kcdocs.batch.journal import _lock


def test_a_batch_that_another_process_holds_is_left_alone(tmp_path: Path) -> None:
    journal = tmp_path / "nhat-ky.jsonl"
    journal.write_bytes(b"")
    with journal.open("rb+") as first, journal.open("rb+") as second:
        _lock(first, journal)
        with pytest.raises(BusyBatchError, match="Một tiến trình khác"):
            _lock(second, journal)


def test_a_batch_whose_numbers_are_void_is_not_gone_on_with(tmp_path: Path) -> None:
    open_book()
    records = write_rows(tmp_path / "a.csv", 1)
    make(records, tmp_path / "ra")
    register.void_batch(str(tmp_path / "ra"), "sai bảng dữ liệu")

    with pytest.raises(BatchVoidError, match="sai bảng dữ liệu"):
        make(records, tmp_path / "ra", resume=True)


def test_a_register_that_does_not_know_the_batch_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_book()
    records = write_rows(tmp_path / "a.csv", 1)
    make(records, tmp_path / "ra")
    monkeypatch.setenv("KCDOCS_REGISTER", f"sqlite:///{tmp_path / 'so-khac.sqlite'}")
    open_book()

    with pytest.raises(OtherRegisterError, match=SERIES):
        make(records, tmp_path / "ra", resume=True)


def test_a_manifest_that_names_a_file_outside_the_folder_is_told(tmp_path: Path) -> None:
    open_book()
    make(write_rows(tmp_path / "a.csv", 1), tmp_path / "ra")
    listed = tmp_path / "ra" / "bang-ke.json"
    told = json.loads(listed.read_text("utf-8"))
    (line,) = [item for item in told["documents"] if item["file"]]
    line["file"] = "../ngoai.docx"
    listed.write_text(json.dumps(told), "utf-8")

    assert "BT304" in {item.code for item in batch.verify(tmp_path / "ra").findings}


def test_a_lost_worker_ends_the_batch_with_what_is_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from kcdocs.batch import run

    def dies(*_: object, **__: object) -> None:
        raise BrokenExecutor

    open_book()
    monkeypatch.setattr(run.Run, "_make", dies)
    with pytest.raises(WorkerLostError, match="xong 0/1"):
        make(write_rows(tmp_path / "a.csv", 1), tmp_path / "ra")


def test_a_cluster_s_address_is_told_without_its_login(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("distributed", reason="the extra kcdocs[cluster] is not installed")
    monkeypatch.setattr("kcdocs.batch.executors._WAIT", "1s")
    open_book()

    with pytest.raises(NoClusterError) as caught:
        make(write_rows(tmp_path / "a.csv", 1), tmp_path / "ra", cluster="tcp://toi:bimat@127.0.0.1:9")

    assert "«tcp://***@127.0.0.1:9»" in str(caught.value)
