"""`kcdocs check` as a person runs it."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import jsonschema_rs
import pytest
from breaches import BREACHES, at
from docx import Document
from good_papers import PAPERS, saved

from kcdocs.api import check_form, generate
from kcdocs.cli import root
from kcdocs.cli.base import run as run_command
from kcdocs.cli.form_option import told_good
from kcdocs.decrees.catalogue import load_catalogue
from kcdocs.lint import check

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
    def ask(*words: str) -> Done:
        monkeypatch.setattr(sys, "argv", ["kcdocs", "check", *words])
        with pytest.raises(SystemExit) as left:
            run_command(root)
        told = capsys.readouterr()
        return Done(int(left.value.code or 0), told.out, told.err)

    return ask


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


def test_the_rules_may_be_named_as_they_are_listed(folder: Path, run: Callable[..., Done]) -> None:
    done = run("dung.docx", "--profile", "qppl_2016")
    assert "quy phạm pháp luật trước ngày 01/4/2025" in done.stdout
    assert done.exit_code == 0


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


def test_copies_stand_as_their_files_do_and_are_not_checked_again(
    folder: Path, run: Callable[..., Done]
) -> None:
    (folder / "quy-1").mkdir()
    (folder / "quy-1" / "sai.docx").write_bytes((folder / "sai.docx").read_bytes())
    for force in ((), ("--force",)):
        assert run(".", "--fix", "da-sua", *force).stdout.splitlines()[-1] == "3 tệp, 1 tệp đúng thể thức."
    copies = sorted(path.relative_to(folder).as_posix() for path in folder.glob("da-sua/**/*.docx"))
    assert copies == ["da-sua/quy-1/sai.docx", "da-sua/sai.docx"]


def test_two_files_of_one_name_do_not_share_a_copy(folder: Path, run: Callable[..., Done]) -> None:
    (folder / "quy-1").mkdir()
    (folder / "quy-1" / "sai.docx").write_bytes((folder / "sai.docx").read_bytes())
    done = run("sai.docx", "quy-1/sai.docx", "--fix", "da-sua")
    assert done.exit_code == 2
    assert not (folder / "da-sua").exists()


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


def test_what_was_made_is_checked_if_asked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good = tmp_path / "dung.docx"
    good.write_bytes(saved(PAPERS["công văn"]()))
    assert told_good([good], "full")
    assert "đã kiểm tra 1 trên 1 văn bản" in capsys.readouterr().out
    bad = tmp_path / "sai.docx"
    document = PAPERS["công văn"]()
    document.sections[0].left_margin = 0
    bad.write_bytes(saved(document))
    assert not told_good([good, bad], "full")
    assert "1 văn bản chưa đúng" in capsys.readouterr().out
    assert told_good([bad], None)


@pytest.mark.parametrize(("count", "checked"), [(20, 20), (21, 20)])
def test_a_sample_has_twenty_documents_spread_evenly(
    tmp_path: Path, count: int, checked: int, capsys: pytest.CaptureFixture[str]
) -> None:
    paths = [tmp_path / f"{place}.docx" for place in range(count)]
    for path in paths:
        path.write_bytes(b"")
    assert not told_good(paths, "sample")
    assert f"đã kiểm tra {checked} trên {count} văn bản" in capsys.readouterr().out


SETS = Path(__file__).parents[2] / "templates"
EXAMPLES = sorted(SETS.glob("*/*/example*.yaml"))


@pytest.mark.parametrize(
    "example", EXAMPLES, ids=lambda path: f"{path.parts[-3]}@{path.parts[-2]} {path.stem}"
)
def test_what_the_shipped_sets_make_of_their_examples_is_in_due_form(example: Path, tmp_path: Path) -> None:
    name = f"{example.parent.parent.name}@{example.parent.name}"
    for made in generate.generate(name, example, tmp_path):
        assert check_form.check(made.path).good


def test_a_basis_that_was_not_in_force_on_the_day_is_told() -> None:
    document = PAPERS["quyết định"]()
    for run in at(document, "Căn cứ Nghị").runs:
        run.text = "Căn cứ Nghị định số 34/2016/NĐ-CP ngày 14 tháng 5 năm 2016 của Chính phủ;"
    report = check.check_form(saved(document), "a.docx", catalogue=load_catalogue())
    assert [(finding.code, finding.message) for finding in report.findings] == [
        ("LT323", "Căn cứ là văn bản số 34/2016/NĐ-CP, không còn hiệu lực vào ngày 05/6/2026.")
    ]


FOUND = {
    # a copy of a website on Letter paper, 12 points throughout, at the left, its abstract in capitals
    "604-qd-ttg-700112.docx": {
        *("LT101", "LT102", "LT104", "LT112", "LT113", "LT115", "LT116", "LT120", "LT121", "LT203", "LT342"),
    },
    # two blanks in three places, "uỷ" beside "khóa", one line with combining marks
    "30-2020-nd-cp.docx": {"LT360", "LT362", "LT365"},
    # fifty-four lines with combining marks, "hoá" beside "thủy"
    "luat-61-2024-qh15.docx": {"LT362", "LT365"},
    # "huỷ" beside "Ủy"
    "luat-82-2025-qh15.docx": {"LT365"},
}
"""What is told of the real documents of the corpus, each looked at by hand: all of it is true."""


def test_nothing_that_is_not_so_is_told_of_a_real_document(corpus: Path) -> None:
    told = {}
    for path in sorted((corpus / "docx").glob("*.docx")):
        codes = {finding.code for finding in check_form.check(path).findings if finding.code < "LT4"}
        if codes:
            told[path.name] = codes
    assert told == FOUND
