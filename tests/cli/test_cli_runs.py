"""Whole commands, run as a user runs them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MODEL = ROOT / "decrees" / "mo-phong-lang-nghe"
OLD, NEW, AMENDING = (
    str(MODEL / f"{name}.txt") for name in ("van-ban", "du-thao-thay-the", "du-thao-sua-doi")
)
RECORD = str(ROOT / "templates" / "to-trinh" / "1.0.0" / "example.yaml")
PNG = b"\x89PNG\r\n\x1a\n" + bytes(64)
ENCRYPTED = (
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1016) + "EncryptedPackage".encode("utf-16-le") + bytes(600)
)


def run(*words: str, cwd: Path, encoding: str = "utf-8") -> subprocess.CompletedProcess[bytes]:
    env = {**os.environ, "PYTHONIOENCODING": encoding}
    return subprocess.run(
        [sys.executable, str(ROOT / "cli.py"), *words], capture_output=True, env=env, cwd=cwd, check=False
    )


JOBS = [
    (["generate", "to-trinh", RECORD, "--out", "ra"], 0),
    (["compare", OLD, NEW], 1),
    (["compare", OLD, NEW, "--format", "json"], 1),
    (["compare", OLD, NEW, "--format", "html"], 1),
    (["compare", OLD, OLD], 0),
    (["decrees", "list"], 0),
    (["decrees", "show", "999/2012/NĐ-CP", "--address", "khoản 1 Điều 2"], 0),
    (["amend", "read", AMENDING], 0),
    (["amend", "check", OLD, AMENDING], 1),
    (["amend", "apply", OLD, AMENDING], 0),
    (["show", OLD], 0),
    (["templates", "list"], 0),
    (["demo", "--out", "thu"], 0),
    (["compare", "45/2012/NĐ-CP", NEW], 6),
    (["compare", "khong-co.docx", NEW], 3),
]
"""Commands with their exit codes; they run by turns on two consoles, each of which lacks most Vietnamese letters."""


@pytest.mark.parametrize(
    ("words", "code", "encoding"),
    [(*job, ("ascii", "cp1252")[at % 2]) for at, job in enumerate(JOBS)],
    ids=[" ".join(words)[:40] for words, _ in JOBS],
)
def test_every_job_runs_on_any_console_with_its_exit_code(
    words: list[str], code: int, encoding: str, tmp_path: Path
) -> None:
    done = run(*words, cwd=tmp_path, encoding=encoding)

    assert b"Traceback" not in done.stderr
    assert done.returncode == code, done.stderr.decode("utf-8", "replace")


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("anh.docx", PNG, "ảnh"),
        ("rong.txt", b"", "không có chữ nào"),
        ("rong.docx", b"", "không có chữ nào"),
        ("khoa.docx", ENCRYPTED, "mật khẩu"),
        ("thu.txt", "Kính gửi anh.\nTrân trọng.".encode(), "điều nào"),
        ("thu-muc", None, "thư mục"),
        ("khong-co.docx", ..., "không"),
    ],
)
@pytest.mark.parametrize("side", ["old", "new"])
def test_a_wrong_file_gets_one_clear_sentence_and_what_to_do(
    name: str, content: object, told: str, side: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    if isinstance(content, bytes):
        path.write_bytes(content)
    elif content is None:
        path.mkdir()

    words = (str(path), NEW) if side == "old" else (OLD, str(path))
    done = run("compare", *words, cwd=tmp_path)

    lines = done.stderr.decode().splitlines()
    assert done.returncode == 3
    assert lines[0].startswith("Lỗi ")
    assert told in lines[0]
    assert any(line.strip().startswith("Cách sửa:") for line in lines)
    assert b"Traceback" not in done.stderr
    assert done.stdout == b""


def test_missing_and_unknown_fields_are_all_listed_with_their_lines_and_nothing_is_written(
    tmp_path: Path,
) -> None:
    record = tmp_path / "ho-so.yaml"
    text = Path(RECORD).read_text("utf-8")
    record.write_text(
        text.replace("\ndia_danh: Hà Nội", "\ndia_dan: Hà Nội").replace("\nkinh_gui:", "\nkinh_gửi:"), "utf-8"
    )

    done = run("generate", "to-trinh", str(record), "--out", "ra", cwd=tmp_path)

    told = done.stderr.decode()
    assert done.returncode == 4
    for field in ("dia_danh", "dia_dan", "kinh_gui", "kinh_gửi"):
        assert field in told
    line = next(
        number
        for number, words in enumerate(record.read_text("utf-8").splitlines(), 1)
        if words.startswith("dia_dan:")
    )
    assert f"dòng {line}" in told
    assert not list((tmp_path / "ra").glob("*")) if (tmp_path / "ra").exists() else True


def test_a_decree_of_the_store_is_compared_by_its_number(tmp_path: Path) -> None:
    done = run("compare", "999/2012/NĐ-CP", NEW, cwd=tmp_path)

    assert done.returncode == 1
    assert "Điều 6. Thẩm định thực tế tại làng nghề" in done.stdout.decode()


def test_a_batch_says_where_its_documents_stand_together(tmp_path: Path) -> None:
    example = str(ROOT / "docs" / "examples" / "cong-bo-hai-linh-vuc.xlsx")
    words = ["batch", "quyet-dinh-cong-bo-tthc", example, "--out", "ra", "--series", "QĐ-BCT/2025"]
    assert run("register", "open", "QĐ-BCT/2025", cwd=tmp_path).returncode == 0
    done = run(*words, "--zip", "goi.zip", "--merge", "gop.docx", cwd=tmp_path)
    assert done.returncode == 0
    assert [line for line in done.stdout.decode().splitlines() if "trong một tệp" in line] == [
        "Tất cả văn bản trong một tệp: goi.zip",
        "Tất cả văn bản trong một tệp: gop.docx",
    ]
