"""The how-to of the amending commands: every command in it runs and prints what the page shows."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from kcdocs.cli import root
from kcdocs.cli.base import _exit_code

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "amend.md").read_text("utf-8")
MODEL = ROOT / "decrees" / "mo-phong-lang-nghe"
NAMES = {
    "goc.txt": "van-ban.txt",
    "du-thao.txt": "du-thao-sua-doi.txt",
    "viet-lai.txt": "du-thao-thay-the.txt",
}
BLOCKS = re.findall(r"```text\n(kcdocs [^\n]*)\n(.*?)```", PAGE, re.DOTALL)
RECORD = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)[0]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, source in NAMES.items():
        shutil.copy(MODEL / source, tmp_path / name)
    (tmp_path / "ho-so.yaml").write_text(RECORD, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(("command", "shown"), BLOCKS, ids=[command for command, _ in BLOCKS])
def test_a_command_of_the_page_prints_what_the_page_shows(
    command: str, shown: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = _run(command)

    printed = capsys.readouterr()
    lines = [line.rstrip() for line in (printed.out + printed.err).splitlines()]
    assert code in (0, 1)
    assert [line for line in shown.splitlines() if line not in lines] == []
    out = re.search(r"--out (\S+)", command)
    assert out is None or (folder / out.group(1)).stat().st_size > 1000


def test_the_record_of_the_page_leaves_nothing_open(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = _run("kcdocs amend write goc.txt viet-lai.txt --record ho-so.yaml --date 2026-12-01 --out a.docx")

    assert code == 0
    assert (folder / "a.docx").is_file()
    assert "người soạn" not in capsys.readouterr().err


def _run(command: str) -> int:
    return _exit_code(root, command.split()[1:])
