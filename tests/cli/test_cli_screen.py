"""Nothing that a file, its name or a cell holds acts on the screen."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from kcdocs.cli import console

ROOT = Path(__file__).parents[2]
ACTING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
OLD = "NGHỊ ĐỊNH\nSố: 7/2020/NĐ-CP\nĐiều 1. Phí\nPhí là 100\x1b[8m ẩn\x1b[0m đồng.\n"
NEW = "NGHỊ ĐỊNH\nĐiều 1. Phí\nPhí là \u202e001\u202c đồng.\n"
NAME = "a\x1b]0;x\u202eb\n.txt"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("cu.txt").write_text(OLD, "utf-8")
    Path("moi.txt").write_text(NEW, "utf-8")
    Path("hong.yaml").write_text("so: [\u202e\n", "utf-8")
    Path("hong.csv").write_text("so,ngay\u202e\n1,\x1b[8m99\x1b[0m/99\n", "utf-8")
    return tmp_path


def run(*words: str) -> tuple[int, str, str]:
    env = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [sys.executable, str(ROOT / "cli.py"), *words], capture_output=True, env=env, check=False
    )
    return done.returncode, done.stdout.decode(), done.stderr.decode()


@pytest.mark.parametrize(
    "words",
    [
        ["show", "cu.txt"],
        ["show", "moi.txt", "--format", "text"],
        ["show", "moi.txt", "--format", "json"],
        ["compare", "cu.txt", "moi.txt"],
        ["compare", "cu.txt", "moi.txt", "--format", "html"],
        ["compare", "cu.txt", "moi.txt", "--format", "json"],
        ["amend", "check", "cu.txt", "moi.txt"],
        ["show", NAME],
        ["compare", "cu.txt", NAME],
        ["show", "cu.txt", "--format", "\x1b[8m"],
        ["\x1b[8m"],
        ["--\x1b[8m"],
        ["generate", "to-trinh", "hong.yaml", "--out", "ra"],
        ["batch", "to-trinh", "hong.csv", "--out", "ra"],
        ["templates", "show", "\x1b[8m"],
        ["decrees", "cite", "1/2020/\u202eNĐ-CP"],
        ["register", "list", "QĐ\x1b[8m/2020"],
        ["verify", NAME],
    ],
    ids=lambda words: repr(" ".join(words)),
)
def test_no_command_prints_a_character_that_acts(words: list[str]) -> None:
    _, out, err = run(*words)

    assert out + err
    assert ACTING.findall(out + err) == []


@pytest.mark.parametrize("name", ["cu.txt", "moi.txt"])
def test_such_characters_are_findings(name: str) -> None:
    code, out, _ = run("show", name, "--format", "findings")

    assert code == 1
    assert "SR20" in out


def test_in_a_page_they_are_signs_set_apart(tmp_path: Path) -> None:
    run("compare", "cu.txt", "moi.txt", "--out", "trang.html")
    page = Path("trang.html").read_text("utf-8")

    assert ACTING.findall(page) == []
    assert "<bdi class=" in page
    assert ">‹U+202E›</bdi>" in page
    assert "␛[8m" in page


def test_json_says_the_same_without_the_characters_themselves() -> None:
    _, out, _ = run("show", "moi.txt", "--format", "json")

    assert "\\u202e" in out
    assert "\u202e001\u202c" in json.dumps(json.loads(out), ensure_ascii=False)


def test_a_line_feed_in_a_name_makes_no_line_of_its_own() -> None:
    _, _, err = run("show", "khong\nLỗi KC000: giả.txt")

    assert not any(line.startswith("Lỗi KC000") for line in err.splitlines())


def test_only_the_colours_of_a_report_pass_the_door(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = io.StringIO()
    monkeypatch.setattr(sys, "stdout", screen)

    console.say("\x1b[31mbỏ\x1b[0m \x1b[8mẩn", colours=True)
    console.say("\x1b[31mbỏ\x1b[0m")

    assert screen.getvalue() == "\x1b[31mbỏ\x1b[0m ␛[8mẩn\n␛[31mbỏ␛[0m\n"
