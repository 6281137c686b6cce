"""`kcdocs templates check` as a process: output, exit codes, wrong use."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from docx import Document

ROOT = Path(__file__).parents[2]


def run(*words: str | Path) -> tuple[int, str, str]:
    """Exit code, stdout and stderr of the command."""
    env = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, str(ROOT / "cli.py"), "templates", "check", *map(str, words)]
    done = subprocess.run(command, capture_output=True, env=env, check=False)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


@pytest.fixture
def template(tmp_path: Path) -> Path:
    document = Document()
    document.add_paragraph("Số: {{ so }}/QĐ-BCT")
    document.add_paragraph("ngày {{ ngay_hieu_lục }}")
    document.save(str(tmp_path / "mau.docx"))
    return tmp_path / "mau.docx"


@pytest.fixture
def record(tmp_path: Path) -> Path:
    path = tmp_path / "ho-so.yaml"
    path.write_text('so: "05"\nngay_hieu_luc: 01/3/2026\n', encoding="utf-8")
    return path


def test_a_template_without_faults_exits_0(template):
    code, out, _ = run(template)
    assert code == 0
    assert out == f"{template}: không có lỗi (2 thẻ)\n"


def test_a_fault_exits_5_and_is_told_with_place_words_and_guess(template, record):
    code, out, _ = run(template, "--record", record)
    assert code == 5
    assert out.splitlines()[1:] == [
        "",
        "Lỗi TP201 · thân văn bản · đoạn 2",
        "  Mẫu dùng «ngay_hieu_lục» nhưng tệp dữ liệu «ho-so.yaml» không có.",
        "      ngày {{ ngay_hieu_lục }}",
        "              ^^^^^^^^^^^^^",
        "  Cách sửa: Có phải là «ngay_hieu_luc»?",
    ]


def test_warnings_alone_exit_1(tmp_path):
    document = Document()
    document.add_paragraph("{{ so|default(“05”) }}")
    document.save(str(tmp_path / "mau.docx"))
    code, out, _ = run(tmp_path / "mau.docx")
    assert code == 1
    assert "1 cảnh báo" in out


def test_json_goes_to_stdout_alone(template, record):
    code, out, _ = run(template, "--record", record, "--format", "json")
    document = json.loads(out)
    assert code == 5
    assert [fault["code"] for fault in document["templates"][0]["faults"]] == ["TP201"]


def test_a_commented_copy_is_written_and_said(template, record, tmp_path):
    copy = tmp_path / "ghi-chu.docx"
    code, _, err = run(template, "--record", record, "--comments", copy)
    assert code == 5
    assert err == f"Đã ghi bản sao có 1 chú thích: {copy}\n"
    [comment] = Document(str(copy)).comments
    assert [paragraph.text for paragraph in comment.paragraphs] == [
        "TP201. Mẫu dùng «ngay_hieu_lục» nhưng tệp dữ liệu «ho-so.yaml» không có.",
        "Có phải là «ngay_hieu_luc»?",
        "(thân văn bản · đoạn 2)",
    ]


def test_a_set_is_checked_in_every_version():
    code, out, _ = run("to-trinh")
    assert code in {0, 1}
    assert "to-trinh@1.0.0: " in out
    assert "to-trinh@2.0.0: " in out
    assert "lỗi (" not in out.replace("không có lỗi (", "")


def test_an_unknown_set_and_a_missing_file_are_told(tmp_path):
    code, _, err = run("to-trin")
    assert code == 5
    assert "Không có bộ mẫu «to-trin». Có phải là «to-trinh»?" in err
    code, _, err = run(tmp_path / "khong-co.docx")
    assert code == 3
    assert "SR101" in err


def test_a_record_goes_with_a_file_only(record):
    code, _, err = run("to-trinh", "--record", record)
    assert code == 2
    assert "--record và --comments chỉ dùng khi kiểm tra một tệp .docx." in err


@pytest.mark.parametrize(
    ("rows", "exit_code", "told"),
    [
        ("so;ngay_hieu_luc\n05;01/3/2026\n", 0, "không có lỗi"),
        ("so;ngay_hieu_luc;ghi\n05;01/3/2026;x\n", 1, "RC201"),
        ("so\n05\n", 5, "«ngay_hieu_luc»"),
        ("so;ngay_hieu_luc\n05;hôm qua\n", 5, "«hôm qua» không phải một ngày"),
    ],
)
def test_a_spreadsheet_is_read_by_what_the_template_asks_for(tmp_path, rows, exit_code, told):
    document = Document()
    document.add_paragraph("Số: {{ so }}/QĐ-BCT, ngày {{ ngay_hieu_luc | ngay_so }}")
    document.save(str(tmp_path / "mau.docx"))
    (tmp_path / "ho-so.csv").write_text(rows, encoding="utf-8")

    code, out, _ = run(tmp_path / "mau.docx", "--record", tmp_path / "ho-so.csv")

    assert (code, told in out) == (exit_code, True)


def test_a_spreadsheet_is_no_help_to_a_template_whose_tags_cannot_be_read(tmp_path):
    document = Document()
    document.add_paragraph("Số: {{ so }")
    document.save(str(tmp_path / "mau.docx"))
    (tmp_path / "ho-so.csv").write_text("so\n05\n", encoding="utf-8")

    code, out, _ = run(tmp_path / "mau.docx", "--record", tmp_path / "ho-so.csv")

    assert code == 5
    assert "1 lỗi" in out
