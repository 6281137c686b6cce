"""Scanned pages are recognised when that is asked for, and say so wherever they go."""

from __future__ import annotations

import functools
import json
import zipfile
from dataclasses import replace
from pathlib import Path

import pdf_bytes
import pytest
from scans import need_tesseract, scan

from kcdocs.cli import root
from kcdocs.cli.base import _exit_code
from kcdocs.convert import tesseract
from kcdocs.convert.errors import NoTesseractError, RecognitionFailedError
from kcdocs.convert.tesseract import SeenWord, seen_words
from kcdocs.decrees.fingerprint import differences, outline
from kcdocs.parse.instrument import parse
from kcdocs.sources.options import Options
from kcdocs.sources.pdf import scans
from kcdocs.sources.read import read_bytes

CIRCULAR = [
    "Số: 11/2030/TT-BTN",
    "THÔNG TƯ",
    "Quy định về hồ sơ hỗ trợ nghề dệt",
    "Điều 1. Hồ sơ",
    "1. Cơ sở dệt gửi hồ sơ về Trung tâm nơi có xưởng.",
    "2. Mức hỗ trợ tối đa là 250.000.000 đồng.",
    "Điều 2. Hiệu lực thi hành",
    "Thông tư này có hiệu lực từ ngày 01 tháng 01 năm 2031.",
]
ASKED = Options("quet.pdf", recognise=True)
_seen_once, _drawn_once = functools.cache(seen_words), functools.cache(scans.picture)


@pytest.fixture
def scanned(soffice: str, monkeypatch: pytest.MonkeyPatch) -> bytes:
    """A scan of the circular; Tesseract reads it once for all tests."""
    del soffice
    need_tesseract()
    monkeypatch.setattr(scans, "seen_words", _seen_once)
    monkeypatch.setattr(scans, "picture", _drawn_once)
    return scan(*CIRCULAR)


@pytest.fixture
def folder(scanned: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the scan and the same text typed, in which commands run."""
    (tmp_path / "quet.pdf").write_bytes(scanned)
    (tmp_path / "go.txt").write_text("\n".join(CIRCULAR), "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(words: list[str]) -> int:
    """Run a command in this process; its exit code."""
    return int(_exit_code(root, words))


def test_a_scan_is_refused_with_the_way_to_have_it_recognised(folder, capsys):
    assert run(["show", "quet.pdf"]) == 3

    told = capsys.readouterr().err
    assert "SR112" in told
    assert "--ocr" in told


def test_the_words_of_a_scanned_page_are_recognised_and_the_page_named(scanned):
    told: list[tuple[int, int]] = []
    found = read_bytes(scanned, replace(ASKED, told=lambda done, total: told.append((done, total))))

    assert [line.text for line in found.lines] == CIRCULAR
    assert "trang 1 do máy nhận dạng" in found.findings[0].message
    assert told == [(1, 1)]


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.docx", "a.xlsx", "a.json"])
def test_a_comparison_says_in_every_medium_that_words_were_recognised(folder, name):
    run(["compare", "go.txt", "quet.pdf", "--ocr", "--out", name])

    said = (folder / name).read_bytes()
    if zipfile.is_zipfile(folder / name):
        with zipfile.ZipFile(folder / name) as file:
            said = b"".join(map(file.read, file.namelist()))
    assert "do máy nhận dạng từ ảnh quét" in said.decode("utf-8", "ignore")


def test_a_comparison_with_a_scan_never_says_that_nothing_differs(folder, capsys):
    assert run(["compare", "go.txt", "quet.pdf", "--ocr"]) == 1
    assert "không có gì khác nhau" not in capsys.readouterr().out


def test_fingerprints_do_not_agree_with_recognised_words_even_where_they_are_right(scanned):
    found = parse(read_bytes(scanned, ASKED))

    assert [item.code for item in differences(outline(found), found)] == ["DC215"]


def test_no_fingerprints_are_made_from_a_scan(folder, capsys):
    assert run(["decrees", "outline", "quet.pdf", "--ocr"]) == 4
    assert "DC111" in capsys.readouterr().err


def test_a_scan_in_the_store_says_so_when_it_is_added_and_whenever_it_is_used(folder, capsys):
    assert run(["decrees", "add", "quet.pdf", "--ocr"]) == 0
    assert "SR203" in capsys.readouterr().err
    assert run(["decrees", "show", "11/2030/TT-BTN"]) == 0
    assert "SR203" in capsys.readouterr().err
    assert run(["compare", "go.txt", "11/2030/TT-BTN", "--format", "json"]) == 1
    assert "SR203" in [finding["code"] for finding in json.loads(capsys.readouterr().out)["findings"]]


def test_words_of_which_the_program_is_not_sure_are_named(scanned, monkeypatch):
    row = ("1", "1", "1", "1")
    words = [SeenWord("Điêu", row, 300, 300, 80, 40, 69.0), SeenWord("1.", row, 400, 300, 40, 40, 70.0)]
    monkeypatch.setattr(scans, "seen_words", lambda *_: words)

    found = read_bytes(scanned, ASKED)

    assert [line.text for line in found.lines] == ["Điêu 1."]
    assert [item.message for item in found.findings if item.code == "SR212"] == [
        "Trang 1: máy không chắc 1 chữ đã nhận dạng: «Điêu»."
    ]


def test_without_tesseract_a_person_is_told_what_to_install(monkeypatch):
    monkeypatch.setattr(tesseract.shutil, "which", lambda _: None)

    with pytest.raises(NoTesseractError, match="Chưa cài Tesseract") as caught:
        read_bytes(pdf_bytes.scanned(), ASKED)
    assert "tesseract-ocr-vie" in caught.value.mend


def test_without_vietnamese_a_person_is_told_so(monkeypatch):
    monkeypatch.setattr(tesseract, "_languages", lambda _: frozenset({"eng"}))
    monkeypatch.setattr(tesseract.shutil, "which", lambda _: "tesseract")

    with pytest.raises(NoTesseractError, match="chưa có dữ liệu tiếng Việt"):
        read_bytes(pdf_bytes.scanned(), ASKED)


def test_what_is_no_picture_is_told_as_a_fault_of_the_page():
    need_tesseract()
    with pytest.raises(RecognitionFailedError, match="không nhận dạng được"):
        seen_words(b"chu", 300)
