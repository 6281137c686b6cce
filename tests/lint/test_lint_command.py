"""`kcdocs check` as a person runs it."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import jsonschema_rs
import pytest
from breaches import BREACHES
from docx import Document
from good_papers import PAPERS, saved

from kcdocs.cli import root
from kcdocs.cli.base import run as run_command

SCHEMA = Path(__file__).parents[2] / "docs/reference/form-check.schema.json"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("KCDOCS_DATA", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "dung.docx").write_bytes(saved(PAPERS["công văn"]()))
    document = PAPERS["quyết định"]()
    for name in ("lề left 25", "học vị"):
        next(item for item in BREACHES if item.name == name).do(document)
    (tmp_path / "sai.docx").write_bytes(saved(document))
    return tmp_path


class Done(NamedTuple):
    exit_code: int
    stdout: str
    stderr: str


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., Done]:
    def check(*words: str) -> Done:
        monkeypatch.setattr(sys, "argv", ["kcdocs", "check", *words])
        with pytest.raises(SystemExit) as left:
            run_command(root)
        told = capsys.readouterr()
        return Done(int(left.value.code or 0), told.out, told.err)

    return check


def test_a_good_document_is_said_to_be_good_and_the_command_ends_well(
    folder: Path, run: Callable[..., Done]
) -> None:
    done = run("dung.docx")
    assert done.exit_code == 0
    assert done.stdout == "dung.docx: văn bản 27/NNT-VP, theo Nghị định số 30/2020/NĐ-CP; không có lỗi\n"


def test_findings_say_place_rule_and_mend_and_the_exit_code_tells(
    folder: Path, run: Callable[..., Done]
) -> None:
    done = run("sai.docx")
    assert done.exit_code == 1
    assert "Lề trái ở phần 1 là 25 mm." in done.stdout
    assert "Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I, phần I, mục 3" in done.stdout


def test_a_folder_gives_one_line_a_file_and_copies_into_folders(
    folder: Path, run: Callable[..., Done]
) -> None:
    done = run(".", "--annotate", "chu-thich", "--fix", "da-sua")
    assert done.exit_code == 1
    assert done.stdout.splitlines()[-1] == "2 tệp, 1 tệp đúng thể thức."
    assert sorted(path.name for path in (folder / "chu-thich").iterdir()) == ["dung.docx", "sai.docx"]
    assert [path.name for path in (folder / "da-sua").iterdir()] == ["sai.docx"]
    assert len(list(Document(folder / "chu-thich" / "sai.docx").comments)) == 2


def test_the_mended_copy_is_told_mend_by_mend_with_what_is_left(
    folder: Path, run: Callable[..., Done]
) -> None:
    done = run("sai.docx", "--fix", "moi.docx")
    assert "LT102: Lề trái ở phần 1 là 25 mm." in done.stderr
    assert "Còn 1 lỗi, cảnh báo cần người sửa." in done.stderr
    assert run("moi.docx").exit_code == 1


def test_no_copy_is_written_over_its_original(folder: Path, run: Callable[..., Done]) -> None:
    before = (folder / "sai.docx").read_bytes()
    assert run("sai.docx", "--fix", "sai.docx").exit_code == 2
    assert (folder / "sai.docx").read_bytes() == before


def test_json_follows_its_schema(folder: Path, run: Callable[..., Done]) -> None:
    told = json.loads(run("sai.docx", "dung.docx", "--format", "json").stdout)
    jsonschema_rs.Draft202012Validator(json.loads(SCHEMA.read_text("utf-8"))).validate(told)
    assert [[finding["code"] for finding in file["findings"]] for file in told["files"]] == [
        ["LT102", "LT340"],
        [],
    ]


def test_the_page_names_each_file_and_finding(folder: Path, run: Callable[..., Done]) -> None:
    assert run(".", "--out", "trang.html").exit_code == 1
    page = (folder / "trang.html").read_text("utf-8")
    assert "Lề trái ở phần 1 là 25 mm." in page
    assert "<script" not in page


def test_what_is_no_word_file_is_told_beside_the_others(folder: Path, run: Callable[..., Done]) -> None:
    (folder / "hong.docx").write_bytes(b"PK\x03\x04 hong")
    done = run("hong.docx", "dung.docx")
    assert done.exit_code == 3
    assert "hong.docx: không đọc được; 1 lỗi" in done.stdout
    assert "dung.docx: văn bản 27/NNT-VP" in done.stdout


def test_an_empty_folder_is_told(folder: Path, run: Callable[..., Done]) -> None:
    (folder / "rong").mkdir()
    assert run("rong").exit_code == 2
