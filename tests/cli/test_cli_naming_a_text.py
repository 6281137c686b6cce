"""`--as` names a text of any kind, and what a refusal tells to type can be typed there."""

from __future__ import annotations

import re
from pathlib import Path

import click
import docx
import pytest

from kcdocs.cli import root
from kcdocs.cli.base import _exit_code

LINES = [
    "Điều 1. Phạm vi",
    "1. Quy chế này quy định việc cho mượn sách.",
    "Điều 2. Thi hành",
    "Quy chế này thi hành ngay.",
]
CODED = "Điều 1. Phạm vi điều chỉnh của quy chế này là việc cho mượn sách.\nĐiều 2. Thi hành quy chế này.\n"
READERS = {
    "show": "a.txt",
    "compare": "a.txt b.txt",
    "amend read": "a.txt",
    "amend apply": "a.txt b.txt",
    "amend check": "a.txt b.txt",
    "amend prove": "a.txt b.txt",
    "amend write": "a.txt b.txt",
    "decrees add": "a.txt",
    "decrees outline": "a.txt",
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _run(words: str) -> int:
    return _exit_code(root, words.split())


def _lay(name: str) -> None:
    path = Path(name)
    if path.suffix == ".docx":
        document = docx.Document()
        for line in LINES:
            document.add_paragraph(line)
        document.save(name)
    elif path.suffix == ".html":
        path.write_text(
            "<html><body>" + "".join(f"<p>{line}</p>" for line in LINES) + "</body></html>", "utf-8"
        )
    else:
        path.write_text("\n".join(LINES) + "\n", "utf-8")


@pytest.mark.parametrize("name", ["quy-che.txt", "quy-che.md", "quy-che.docx", "quy-che.html"])
def test_a_text_that_does_not_say_its_number_is_added_under_the_one_given(
    name: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _lay(name)

    assert _run(f"decrees add {name} --as 8/2001/NĐ-CP") == 0
    assert "Đã thêm 8/2001/NĐ-CP" in capsys.readouterr().out
    assert _run("decrees show 8/2001/NĐ-CP") == 0
    assert "việc cho mượn sách" in capsys.readouterr().out


def test_a_file_that_says_another_number_is_added_with_a_warning(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "CHÍNH PHỦ\nSố: 7/2001/NĐ-CP\nNGHỊ ĐỊNH\nVề cho mượn sách\n" + "\n".join(LINES)
    Path("a.txt").write_text(text, "utf-8")

    assert _run("decrees add a.txt --as 8/2001/NĐ-CP") == 0
    assert "tệp tự ghi số 7/2001/NĐ-CP" in capsys.readouterr().err
    assert _run("decrees add a.txt --as 7/2001/NĐ-CP") == 0
    assert capsys.readouterr().err == ""


def test_an_instrument_of_a_page_is_compared_with_a_draft_that_is_a_plain_file(folder: Path) -> None:
    _lay("cu.html")
    Path("moi.txt").write_text("\n".join(LINES).replace("mượn", "thuê"), "utf-8")

    assert _run("compare cu.html moi.txt --instrument 8/2001/NĐ-CP") == 1


def test_an_amending_text_is_written_for_an_original_that_is_named_on_the_line(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _lay("cu.txt")
    Path("moi.txt").write_text("\n".join(LINES).replace("mượn", "thuê"), "utf-8")

    assert _run("amend write cu.txt moi.txt") == 2
    assert "--as 45/2012/NĐ-CP" in capsys.readouterr().err
    assert _run("amend write cu.txt moi.txt --as 8/2001/NĐ-CP") == 0
    assert "Nghị định số 8/2001/NĐ-CP" in capsys.readouterr().out


@pytest.mark.parametrize("command", READERS)
def test_what_a_refused_file_tells_to_type_can_be_typed_in_that_command(
    command: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("a.txt", "b.txt"):
        Path(name).write_bytes(CODED.encode("cp1258", "replace").replace(b"?", b"\xd0"))
    _run(f"{command} {READERS[command]}")

    told = set(re.findall(r"(?<= )--[a-z-]+", capsys.readouterr().err))
    assert told
    assert told <= set(_options(command))


def _options(command: str) -> list[str]:
    found: click.Command = root
    for name in command.split():
        assert isinstance(found, click.Group)
        found = found.get_command(click.Context(found), name) or found
    return [option for parameter in found.params for option in parameter.opts]
