"""What a person types: version, help, near names, options of one meaning, the form of a result."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from kcdocs.cli import root
from kcdocs.cli.base import _exit_code
from kcdocs.cli.output import ENDINGS, chosen
from kcdocs.cli.usage import Usage
from kcdocs.settings import VERSION

ROOT = Path(__file__).parents[2]
MODEL = ROOT / "decrees" / "mo-phong-lang-nghe"
OLD, NEW = (str(MODEL / f"{name}.txt") for name in ("van-ban", "du-thao-thay-the"))


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _commands(group: click.Group, path: str = "kcdocs") -> Iterator[tuple[str, click.Command]]:
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        if isinstance(command, click.Group):
            yield from _commands(command, f"{path} {name}")
        else:
            yield f"{path} {name}", command


COMMANDS = dict(_commands(root))


def options(command: click.Command) -> dict[str, click.Option]:
    """Every long name of an option → the option."""
    return {name: item for item in command.params if isinstance(item, click.Option) for name in item.opts}


def told(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str]:
    code = int(_exit_code(root, words))
    captured = capsys.readouterr()
    return code, captured.out + captured.err


def test_the_module_is_the_program_and_tells_its_version() -> None:
    command = [sys.executable, "-m", "kcdocs", "--version"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=True)

    assert done.stdout == f"kcdocs {VERSION}\n"


@pytest.mark.parametrize("words", ["-h", "help", "--help"])
def test_every_way_to_ask_for_help_gives_the_same_page(
    words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert told(capsys, words) == told(capsys, "--help")
    assert told(capsys, "help", "amend", "check") == told(capsys, "amend", "check", "-h")
    assert told(capsys, "amend", "help") == told(capsys, "amend", "--help")


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("comapre a b", "«kcdocs compare»"),
        ("template list", "«kcdocs templates»"),
        ("amend chek a b", "«kcdocs amend check»"),
        ("Compare a b", "«kcdocs compare»"),
        ("apply a b", "«kcdocs amend apply»"),
        ("cite 45/2012", "«kcdocs decrees cite»"),
        ("compare a b --fromat html", "«--format»"),
        ("compare a b --encodng utf-8", "«--encoding»"),
        ("--verison", "«--version»"),
        ("compare a b --format exel", ""),
        ("compare a b --format docxx", "«docx»"),
        ("compare a b --only noidung", "«noi-dung»"),
        ("show a --revisions acept", "«accept»"),
    ],
)
def test_a_mistyped_word_is_answered_with_what_may_be_meant(
    words: str, meant: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, text = told(capsys, *words.split())

    assert code == 2
    assert (f"Có phải là {meant}" in text) == bool(meant)


def test_a_form_is_still_known_by_the_name_it_had(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "cu.txt").write_text("Điều 1. Một\nHai ba bốn.\n", "utf-8")
    (tmp_path / "moi.txt").write_text("Điều 1. Một\nHai ba năm.\n", "utf-8")
    texts = [str(tmp_path / "cu.txt"), str(tmp_path / "moi.txt")]

    assert (
        told(capsys, "compare", *texts, "--format", "table-docx", "--out", str(tmp_path / "a.docx"))[0] == 1
    )
    assert (tmp_path / "a.docx").read_bytes().startswith(b"PK")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("batch a b --out c --jobs 0", "Tùy chọn --jobs: cần một số nguyên từ 1 đến 64."),
        ("batch a b --out c --jobs hai", "Tùy chọn --jobs: cần một số nguyên từ 1 đến 64."),
        ("register release s x --reason a", "Tham số SỐ...: cần một số nguyên từ 1 đến 999999."),
        ("compare a b --force=1", "Tùy chọn --force không nhận giá trị."),
        ("compare a b --out", "Tùy chọn --out cần đúng một giá trị."),
    ],
)
def test_a_wrong_value_is_told_in_vietnamese(
    words: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, text = told(capsys, *words.split())

    assert code == 2
    assert text.startswith(f"Lỗi KC902: {said}\n")


def test_the_help_tells_a_range_in_words() -> None:
    command = COMMANDS["kcdocs batch"]

    assert "[từ 1 đến 64]" in command.get_help(click.Context(command))


def test_a_word_that_is_near_nothing_gets_the_list_and_no_guess(capsys: pytest.CaptureFixture[str]) -> None:
    code, text = told(capsys, "xyzzy")

    assert code == 2
    assert "Có phải" not in text
    assert "Các lệnh: generate, " in text


@pytest.mark.parametrize(
    ("typed", "there"),
    [("du-thoa.docx", "du-thao.docx"), ("du-thao", "du-thao.docx"), ("dự thảo.docx", "du-thao.docx")],
)
def test_a_missing_file_is_answered_with_one_beside_it(
    typed: str, there: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path(there).write_text("x")
    Path("khac-han.pdf").write_text("x")

    code, text = told(capsys, "compare", OLD, typed)

    assert code == 3
    assert f"Có phải là «{there}»?" in text
    assert "khac-han" not in text


def test_a_result_that_is_not_there_yet_is_no_missing_file(capsys: pytest.CaptureFixture[str]) -> None:
    Path("ket-qua-1.txt").write_text("x")

    _, text = told(capsys, "compare", OLD, "khong-co.docx", "--out", "ket-qua.txt")

    assert "ket-qua" not in text


@pytest.mark.parametrize("name", COMMANDS)
def test_every_value_has_a_vietnamese_name_in_the_help(name: str) -> None:
    command = COMMANDS[name]
    context = click.Context(command)
    for parameter in command.params:
        metavar = parameter.make_metavar(context)
        if isinstance(parameter, click.Argument) or not parameter.is_flag:
            assert not re.search(r"PATH|TEXT|INTEGER|FLOAT|CHOICE|\[\w+\|", metavar), metavar
            assert "_" not in metavar


@pytest.mark.parametrize("name", COMMANDS)
def test_options_of_one_meaning_come_together(name: str) -> None:
    found = options(COMMANDS[name])
    reads = {"--revisions", "--encoding", "--instrument"}

    assert reads <= found.keys() or not reads & found.keys()
    if "--format" in found:
        assert {"--out", "--force", "--open"} <= found.keys()
    if "--out" in found:
        assert {"--force", "--open"} <= found.keys()
    if name.startswith(("kcdocs amend", "kcdocs compare", "kcdocs show")):
        assert reads <= found.keys()
    if name.startswith("kcdocs amend") and not name.endswith("read"):
        assert {"--as", "--as-of"} <= found.keys()


def test_an_option_has_one_explanation_of_its_value_everywhere() -> None:
    every: dict[str, set[str]] = {}
    for command in COMMANDS.values():
        for name, option in options(command).items():
            every.setdefault(name, set()).add(str(option.metavar))

    assert every["--as"] == {"SỐ"}
    assert every["--as-of"] == every["--date"] == every["--edition"] == {"NGÀY"}
    assert every["--format"] == {"DẠNG"}
    assert every["--record"] == {"TỆP-DỮ-LIỆU"}


def test_help_does_not_break_what_is_typed() -> None:
    command = COMMANDS["kcdocs compare"]
    page = command.get_help(command.make_context("compare", [OLD, NEW]))
    lines = page.splitlines()

    assert not [line for line in lines if line.endswith("-")]
    for word in ("noi-dung", "chuyen-vi-tri", "windows-1258"):
        assert word in page


@pytest.mark.parametrize("label", ["Nội dung", "nội dung", "noi dung", "noi-dung", "NỘI DUNG"])
def test_a_class_is_named_as_the_pages_show_it(label: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert told(capsys, "compare", OLD, NEW, "--only", label) == told(
        capsys, "compare", OLD, NEW, "--only", "noi-dung"
    )


FORMS = ("terminal", "html", "json", "docx", "xlsx")


@pytest.mark.parametrize(
    ("asked", "out", "form"),
    [
        (None, None, "terminal"),
        ("html", None, "html"),
        (None, "a.docx", "docx"),
        (None, "A.DOCX", "docx"),
        (None, "a.htm", "html"),
        (None, "a.txt", "terminal"),
        (None, "x.y/a.json", "json"),
        ("docx", "a.docx", "docx"),
        ("terminal", "a.txt", "terminal"),
    ],
)
def test_the_form_is_what_is_asked_else_what_the_ending_says(
    asked: str | None, out: str | None, form: str
) -> None:
    assert chosen(FORMS, asked, Path(out) if out else None) == form


@pytest.mark.parametrize(
    ("asked", "out", "words"),
    [
        ("html", "a.docx", "mà dạng html cần đuôi .html hoặc .htm"),
        ("docx", "a.txt", "mà dạng docx cần đuôi .docx"),
        (None, "a.pdf", "lệnh này ghi được: .txt, .html, .htm, .json, .docx, .xlsx"),
        (None, "a", "không có đuôi"),
        ("xlsx", None, "thêm --out TỆP.xlsx"),
        ("docx", None, "thêm --out TỆP.docx"),
    ],
)
def test_a_contradiction_or_an_ending_without_a_form_is_refused(
    asked: str | None, out: str | None, words: str
) -> None:
    with pytest.raises(Usage, match=re.escape(words)):
        chosen(FORMS, asked, Path(out) if out else None)


@pytest.mark.parametrize(
    ("name", "begins"),
    [("a.docx", b"PK"), ("a.xlsx", b"PK"), ("a.html", b"<!doctype html>"), ("a.json", b"{"), ("a.txt", None)],
)
def test_the_ending_decides_what_stands_in_the_file(name: str, begins: bytes | None) -> None:
    assert _exit_code(root, ("compare", OLD, NEW, "--out", name)) == 1
    data = Path(name).read_bytes()

    assert data.startswith(begins) if begins else b"[-" in data


def test_a_refused_ending_writes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    code, _ = told(capsys, "compare", OLD, NEW, "--format", "html", "--out", "a.docx")

    assert code == 2
    assert list(Path().glob("*.docx")) == []


def test_every_form_of_every_command_has_an_ending() -> None:
    forms = {
        form
        for command in COMMANDS.values()
        if "--format" in options(command)
        for form in options(command)["--format"].type.choices
    }

    assert forms - ENDINGS.keys() == {"terminal", "plain", "text", "tree", "references", "findings"}


def test_amend_write_reads_a_draft_with_tracked_changes_and_a_text_without_a_number(
    capsys: pytest.CaptureFixture[str],
) -> None:
    text = Path(OLD).read_text("utf-8")
    Path("goc.txt").write_text(re.sub(r"(?m)^Số:.*\n|\d+/\d{4}/NĐ-CP", "", text), "utf-8")

    code, without = told(capsys, "amend", "write", "goc.txt", NEW)
    assert code == 2
    assert "--as" in without
    code, named = told(
        capsys, "amend", "write", "goc.txt", NEW, "--as", "999/2012/NĐ-CP", "--revisions", "accept"
    )
    assert code == 0
    assert "999/2012/NĐ-CP" in named


def test_open_needs_a_file_and_fails_softly(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", "/khong-co")

    assert told(capsys, "show", OLD, "--open")[0] == 2
    code, text = told(capsys, "show", OLD, "--out", "a.txt", "--open")
    assert code == 0
    assert "Không mở tự động được" in text


@pytest.mark.skipif(sys.platform != "linux", reason="xdg-open is the program of Linux desktops")
def test_open_hands_the_result_to_the_desktop(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    program = folder / "xdg-open"
    program.write_text('#!/bin/sh\nprintf %s "$1" > da-mo\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")

    assert _exit_code(root, ("show", OLD, "--out", "a.txt", "--open")) == 0
    assert (folder / "da-mo").read_text() == str(folder / "a.txt")


def test_completion_offers_commands_options_and_their_values() -> None:
    def completed(words: str, count: int) -> set[str]:
        env = {"COMP_WORDS": words, "COMP_CWORD": str(count), "_KCDOCS_COMPLETE": "bash_complete"}
        code = "from kcdocs.cli import main; main()"
        done = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, env=env, check=True
        )
        return {line.partition(",")[2] for line in done.stdout.splitlines()}

    assert completed("kcdocs comp", 1) == {"compare"}
    assert {"--format", "--force"} == completed("kcdocs compare a b --fo", 4)
    assert completed("kcdocs compare a b --format ", 5) == {*FORMS, "tracked-docx"}


def test_a_set_is_shown_in_plain_lines_that_fit_the_screen(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "80")

    _, text = told(capsys, "templates", "show", "to-trinh")

    assert not re.search(r"[`|]|^#|\*\*", text, re.MULTILINE)
    assert max(map(len, text.splitlines())) <= 80
    assert "  ky_hieu: Ký hiệu văn bản (bắt buộc; chữ)\n" in text
    assert told(capsys, "templates", "show", "to-trinh", "--format", "markdown")[1].startswith("# ")
