"""Folders of batches whose journal or manifest was lost, changed or made by somebody else, and links in them."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from pathlib import Path

import pytest
from batch_material import make, open_book, states, write_rows

from kcdocs.api import batch
from kcdocs.batch.errors import BrokenJournalError, JournalLostError, LinkInsideError, NoManifestError
from kcdocs.batch.journal import Journal
from kcdocs.batch.making import _written
from kcdocs.loading import UnreadableFileError

JOURNAL = "nhat-ky.jsonl"


@pytest.fixture
def done(tmp_path: Path) -> Path:
    """The folder of a finished batch of four."""
    open_book()
    make(write_rows(tmp_path / "a.csv", 4), tmp_path / "ra")
    return tmp_path / "ra"


def refused(out: Path, words: str) -> None:
    """See that going on is refused and changes nothing."""
    before = {path: path.read_bytes() for path in out.rglob("*") if path.is_file()}
    numbers = states()
    with pytest.raises(JournalLostError, match=words):
        make(out.parent / "a.csv", out, resume=True)
    assert {path: path.read_bytes() for path in out.rglob("*") if path.is_file()} == before
    assert states() == numbers == [(number, "đã cấp") for number in (41, 42, 43, 44)]


def test_an_emptied_journal_beside_documents_is_refused(done: Path) -> None:
    (done / JOURNAL).write_bytes(b"")
    refused(done, "nhật ký trống")


def test_an_emptied_journal_is_refused_where_only_the_manifest_is_left(done: Path) -> None:
    for path in done.glob("*.docx"):
        path.unlink()
    (done / JOURNAL).write_bytes(b"")
    refused(done, "nhật ký trống")


def test_a_deleted_journal_beside_documents_is_refused(done: Path) -> None:
    (done / JOURNAL).unlink()
    refused(done, "không thấy tệp này, mà thư mục có 7 tệp của đợt")


@pytest.mark.parametrize("kept", [1, 2, 3, 4, 6])
def test_a_journal_that_lost_its_end_is_refused_by_the_manifest(done: Path, kept: int) -> None:
    lines = (done / JOURNAL).read_bytes().splitlines(keepends=True)
    (done / JOURNAL).write_bytes(b"".join(lines[:kept]))
    refused(done, "bảng kê có 4 văn bản")


@pytest.mark.parametrize("kept", [1, 2, 3, 5])
def test_a_journal_that_lost_its_end_is_refused_by_the_register(done: Path, kept: int) -> None:
    for path in done.glob("bang-ke.*"):
        path.unlink()
    lines = (done / JOURNAL).read_bytes().splitlines(keepends=True)
    (done / JOURNAL).write_bytes(b"".join(lines[:kept]))
    refused(done, "sổ đã cấp 4 số cho đợt")


def test_a_journal_without_its_first_line_is_refused(done: Path) -> None:
    lines = (done / JOURNAL).read_bytes().splitlines(keepends=True)
    (done / JOURNAL).write_bytes(b"".join(lines[1:]))
    refused(done, "mất phần đầu")


START = {
    "batch": "ab",
    "set": "x",
    "records": "x",
    "date": "",
    "pattern": "",
    "series": "",
    "keep_going": False,
}
WRITTEN = {
    **dict.fromkeys(("row", "number", "symbol", "set", "template", "record", "sha256", "verdict"), "x"),
    "step": "written",
    "index": 0,
    "file": "a.docx",
    "remarks": [],
}


@pytest.mark.parametrize(
    "line",
    [
        b"[]",
        b"null",
        b'"start"',
        b"[" * 100_000,
        b"\xff\xfe",
        b'{"step":"start"}',
        b'{"step":"start","batch":7}',
        b'{"step":"la"}',
        b'{"step":["written"]}',
        b'{"step":"plan","count":"4","digest":"x"}',
        b'{"step":"reserve","first":0,"count":4}',
        b'{"step":"reserve","first":1,"count":-4}',
        b'{"step":"reserve","first":1e9,"count":4}',
        b'{"step":"reserve","first":999999,"count":4}',
        b'{"step":"confirm","until":9000000000}',
        b'{"step":"written"}',
        *(json.dumps({**WRITTEN, "index": index}).encode() for index in (-1, 1, 9_000_000_000, True, "0")),
        *(
            json.dumps({**WRITTEN, "file": file}).encode()
            for file in ("", "/etc/passwd", "../a.docx", "a/../b", "a\0b", "C:\\a", "a/b/c", ".", 7)
        ),
        json.dumps({**WRITTEN, "remarks": "x"}).encode(),
    ],
)
def test_a_line_that_no_program_of_ours_writes_is_told_with_its_number(tmp_path: Path, line: bytes) -> None:
    path = tmp_path / JOURNAL
    path.write_bytes(json.dumps({"step": "start", **START}).encode() + b"\n" + line + b"\n")
    with pytest.raises(BrokenJournalError, match="hỏng ở dòng 2"):
        Journal(path)


@pytest.mark.parametrize(
    "documents",
    [
        [None],
        [{}],
        ["a"],
        [7],
        [{**WRITTEN, "file": "a\0b"}],
        [{**WRITTEN, "file": 7}],
        [{**WRITTEN, "remarks": "x"}],
        [{**WRITTEN, "verdict": None}],
    ],
)
def test_a_manifest_that_no_program_of_ours_writes_is_told(tmp_path: Path, documents: list[object]) -> None:
    _write_manifest(tmp_path, [WRITTEN])
    assert batch.verify(tmp_path).documents == 1

    _write_manifest(tmp_path, [WRITTEN, *documents])
    with pytest.raises(NoManifestError):
        batch.verify(tmp_path)


def test_a_manifest_that_another_program_laid_out_is_read(tmp_path: Path) -> None:
    told = {"schema": "kcdocs-manifest/1", "documents": [WRITTEN, WRITTEN]}
    (tmp_path / "bang-ke.json").write_text(json.dumps(told, indent=2), "utf-8")

    assert batch.verify(tmp_path).documents == 2


def _write_manifest(folder: Path, documents: Sequence[object]) -> None:
    lines = ",\n".join(json.dumps(line) for line in documents)
    text = f'{{"schema": "kcdocs-manifest/1", "documents": [\n{lines}\n]}}\n'
    (folder / "bang-ke.json").write_text(text, "utf-8")


@pytest.mark.parametrize("data", [b"", b"[" * 100_000, b"\xff", b"7", b"null", b"[]", b'{"schema":[]}'])
def test_a_manifest_that_cannot_be_read_is_told(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "bang-ke.json").write_bytes(data)
    with pytest.raises(NoManifestError):
        batch.verify(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
@pytest.mark.parametrize("name", [JOURNAL, "bang-ke.json"])
def test_a_pipe_in_the_place_of_a_list_is_refused_and_not_waited_for(done: Path, name: str) -> None:
    (done / name).unlink()
    os.mkfifo(done / name)
    if name == JOURNAL:
        with pytest.raises(UnreadableFileError):
            Journal(done / name)
    else:
        with pytest.raises(NoManifestError):
            batch.verify(done)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_in_the_place_of_a_document_is_left_there(done: Path) -> None:
    document = sorted(done.glob("*.docx"))[1]
    document.unlink()
    os.mkfifo(document)

    assert not make(done.parent / "a.csv", done, resume=True).whole
    assert document.is_fifo()


def test_a_broken_manifest_is_no_reason_not_to_go_on_and_is_written_anew(done: Path) -> None:
    (done / "bang-ke.json").write_text("{", "utf-8")
    assert make(done.parent / "a.csv", done, resume=True).whole
    assert not batch.verify(done).findings


def test_a_link_in_the_place_of_a_document_is_not_followed(done: Path, tmp_path: Path) -> None:
    victim = tmp_path / "cua-toi.txt"
    victim.write_text("của tôi", "utf-8")
    document = sorted(done.glob("*.docx"))[1]
    document.unlink()
    document.symlink_to(victim)

    result = make(done.parent / "a.csv", done, resume=True, bundle=tmp_path / "tat-ca.zip")

    assert victim.read_text("utf-8") == "của tôi"
    assert result.verdicts["giữ tệp lạ cùng tên"] == 1
    assert "của tôi".encode() not in (tmp_path / "tat-ca.zip").read_bytes()


def test_a_journal_that_is_a_link_is_not_followed(done: Path, tmp_path: Path) -> None:
    (done / JOURNAL).rename(tmp_path / "nhat-ky-khac")
    (done / JOURNAL).symlink_to(tmp_path / "nhat-ky-khac")
    with pytest.raises(LinkInsideError, match="liên kết"):
        make(done.parent / "a.csv", done, resume=True)


def test_a_link_planted_under_the_name_of_an_unfinished_file_is_not_followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    victim = tmp_path / "cua-toi.txt"
    victim.write_text("của tôi", "utf-8")
    monkeypatch.setattr("kcdocs.batch.making.secrets.token_hex", lambda _count: "doan-duoc")
    (tmp_path / ".kcdocs-doan-duoc.tmp").symlink_to(victim)

    with pytest.raises(FileExistsError):
        _written(tmp_path / "a.docx", tmp_path, b"x")
    assert victim.read_text("utf-8") == "của tôi"
