"""What a batch gives beside its documents: a ZIP file, PDF files; and how progress is told."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pypdfium2
import pytest
from batch_material import SERIES, make, open_book, row, write_csv, write_rows
from docx import Document

from kcdocs.batch.errors import BatchStoppedError
from kcdocs.convert.errors import NoLibreOfficeError
from kcdocs.convert.pool import to_pdf_beside

ROOT = Path(__file__).parents[2]


def test_a_zip_file_holds_every_document_and_the_manifest_the_same_each_time(tmp_path: Path) -> None:
    open_book()
    records = write_rows(tmp_path / "a.csv", 3)
    make(records, tmp_path / "ra", bundle=tmp_path / "a.zip")
    make(records, tmp_path / "ra", resume=True, bundle=tmp_path / "b.zip")

    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        assert set(archive.namelist()) == {
            "bang-ke.xlsx",
            "bang-ke.csv",
            "bang-ke.json",
            *(f"to-trinh-{n}-TTr-BCT.docx" for n in (41, 42, 43)),
        }
        one = archive.read("to-trinh-42-TTr-BCT.docx")
    assert one == (tmp_path / "ra" / "to-trinh-42-TTr-BCT.docx").read_bytes()
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()


def _letters(text: str) -> str:
    return "".join(char for char in text if char.isalnum())


@pytest.mark.usefixtures("soffice")
def test_pdf_files_say_what_the_word_files_say(tmp_path: Path) -> None:
    open_book()
    done = make(write_rows(tmp_path / "a.csv", 3), tmp_path / "ra", pdf=True, jobs=2)

    assert done.whole
    for number in (41, 42, 43):
        path = tmp_path / "ra" / f"to-trinh-{number}-TTr-BCT.docx"
        with pypdfium2.PdfDocument(path.with_suffix(".pdf")) as pdf:
            said = "".join(page.get_textpage().get_text_range() for page in pdf)
        body = [paragraph.text for paragraph in Document(str(path)).paragraphs if paragraph.text.strip()]
        assert all(_letters(text) in _letters(said) for text in body)


@pytest.mark.usefixtures("soffice")
def test_a_file_that_cannot_be_converted_costs_no_other_its_pdf(tmp_path: Path) -> None:
    Document().save(str(tmp_path / "tot.docx"))
    (tmp_path / "hong.docx").write_bytes((tmp_path / "tot.docx").read_bytes()[:2000])
    seen: list[tuple[int, int]] = []

    failed = to_pdf_beside(
        [tmp_path / "hong.docx", tmp_path / "tot.docx"], tell=lambda *told: seen.append(told)
    )

    assert [path.name for path, _ in failed] == ["hong.docx"]
    assert (tmp_path / "tot.pdf").read_bytes().startswith(b"%PDF")
    assert (seen[0], seen[-1]) == ((0, 2), (2, 2))
    assert sorted(seen) == seen


def test_without_libreoffice_pdf_files_are_refused_before_anything_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_book()
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NoLibreOfficeError, match="Chưa cài LibreOffice"):
        make(write_rows(tmp_path / "a.csv", 1), tmp_path / "ra", pdf=True)
    assert not (tmp_path / "ra").exists()


def _command(records: Path, out: Path, *words: str) -> list[str]:
    options = ["--out", str(out), "--series", SERIES, *words]
    return [sys.executable, str(ROOT / "cli.py"), "batch", "to-trinh", str(records), *options]


def test_progress_is_told_as_json_events(tmp_path: Path) -> None:
    open_book()
    words = _command(write_rows(tmp_path / "a.csv", 5), tmp_path / "ra", "--progress", "json")
    done = subprocess.run(words, capture_output=True, check=True)

    events = [json.loads(line) for line in done.stderr.decode().splitlines() if line.startswith("{")]
    assert {"lap"} <= {event["step"] for event in events}
    assert (events[-1]["step"], events[-1]["done"], events[-1]["total"]) == ("lap", 5, 5)
    assert "Đợt" in done.stdout.decode()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no SIGINT to one process")
def test_ctrl_c_stops_cleanly_and_says_how_to_go_on(tmp_path: Path) -> None:
    open_book()
    out = tmp_path / "ra"
    words = _command(write_rows(tmp_path / "a.csv", 601), out)
    heard = signal.signal(
        signal.SIGINT, signal.default_int_handler
    )  # else ignored if the tests are, with `&`
    process = subprocess.Popen(words, stderr=subprocess.PIPE, stdout=subprocess.PIPE)
    signal.signal(signal.SIGINT, heard)
    while process.poll() is None and not list(out.glob("*.docx")):
        time.sleep(0.005)
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=60)

    assert process.returncode == 130
    assert "--resume" in told.decode()
    assert not list(out.rglob("*.tmp"))
    again = subprocess.run([*words, "--resume"], capture_output=True, check=True, env=dict(os.environ))
    assert "601 văn bản (đã lập: 601)" in again.stdout.decode()


def test_faults_are_summed_up_by_kind_and_the_exit_code_says_data(tmp_path: Path) -> None:
    open_book()
    rows = [row(1, dia_danh=""), row(2, dia_danh=""), row(3, ngay="31/02/2026")]
    words = _command(write_csv(tmp_path / "a.csv", rows), tmp_path / "ra")
    done = subprocess.run(words, capture_output=True, check=False)

    assert done.returncode == 4
    assert "TP311: 2, RC211: 1" in done.stderr.decode()


def test_how_a_file_was_read_is_told_under_its_code(tmp_path: Path) -> None:
    open_book()
    words = _command(write_csv(tmp_path / "a.csv", [row(1)]), tmp_path / "ra")
    done = subprocess.run([*words, "--dry-run"], capture_output=True, check=True)

    assert "Lưu ý RC220: Đọc CSV theo" in done.stderr.decode()


def test_a_marked_copy_is_named_and_refused_for_data_that_is_no_sheet(tmp_path: Path) -> None:
    open_book()
    bad = write_csv(tmp_path / "a.csv", [row(1, dia_danh="")])
    marked = ["--marked", str(tmp_path / "dau.xlsx")]
    done = subprocess.run(_command(bad, tmp_path / "ra", *marked), capture_output=True, check=False)
    assert f"Bảng đã đánh dấu lỗi: {tmp_path / 'dau.xlsx'}" in done.stderr.decode()
    done = subprocess.run(
        _command(tmp_path / "a.jsonl", tmp_path / "ra", *marked), capture_output=True, check=False
    )
    assert (done.returncode, "--marked chỉ dùng được" in done.stderr.decode()) == (2, True)


@pytest.mark.usefixtures("soffice")
def test_stopped_while_pdf_files_are_made_the_batch_counts_those_that_are_missing(tmp_path: Path) -> None:
    open_book()

    def stop(step: str, done: int, total: int) -> None:
        if step == "pdf":
            assert (done, total) == (0, 3)
            raise KeyboardInterrupt

    with pytest.raises(BatchStoppedError, match="xong 3/3 văn bản, còn 3 tệp PDF chưa tạo"):
        make(write_rows(tmp_path / "a.csv", 3), tmp_path / "ra", pdf=True, tell=stop)
