"""Help, usage faults and consoles."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from kcdocs.cli import COMMANDS as COMMANDS_OF_ROOT
from kcdocs.cli import root

ROOT = Path(__file__).parents[2]


def _commands(
    group: click.Group, path: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        yield (*path, name), command
        if isinstance(command, click.Group):
            yield from _commands(command, (*path, name))


COMMANDS = list(_commands(root))
IDS = [" ".join(path) for path, _ in COMMANDS]


def run(*words: str, encoding: str = "utf-8", cwd: Path | None = None) -> subprocess.CompletedProcess[bytes]:
    """Run kcdocs as a process of its own."""
    env = {**os.environ, "PYTHONIOENCODING": encoding}
    return subprocess.run(
        [sys.executable, str(ROOT / "cli.py"), *words], capture_output=True, env=env, cwd=cwd, check=False
    )


@pytest.mark.parametrize(("path", "command"), COMMANDS, ids=IDS)
def test_every_help_page_is_vietnamese_and_ends_in_an_example(
    path: tuple[str, ...], command: click.Command
) -> None:
    page = command.get_help(click.Context(command, info_name=" ".join(("kcdocs", *path))))

    last = page.rstrip().splitlines()[-1]
    assert last.startswith("Ví dụ: kcdocs " + " ".join(path))
    for english in ("Usage", "Options", "Show this message", "[default", "[required]", "Commands"):
        assert english not in page
    for parameter in command.params:
        assert not isinstance(parameter, click.Option) or parameter.help


def test_help_imports_neither_word_nor_a_template_engine() -> None:
    code = (
        "import sys; from kcdocs.cli import root; root.main(['--help'], standalone_mode=False);"
        "print([name for name in ('docx', 'docxtpl', 'jinja2', 'lxml', 'dataclasses', 'kcdocs.api') if name in sys.modules])"
    )

    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=True
    )

    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize("name", COMMANDS_OF_ROOT)
def test_the_first_help_page_says_of_a_command_what_its_own_page_says(name: str) -> None:
    lazy = COMMANDS_OF_ROOT[name]
    page = " ".join(lazy.load().get_help(click.Context(lazy.load(), info_name=name)).split())

    assert lazy.words in page


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["khong-co"], "Không có lệnh «khong-co»"),
        (["--sai"], "Không có tùy chọn --sai"),
        (["decrees", "add"], "Thiếu tham số TỆP"),
        (["decrees", "list", "thừa"], "Thừa tham số: thừa"),
        (["decrees", "show", "1/2020/NĐ-CP", "--as-of", "hôm qua"], "không phải một ngày"),
        (["decrees", "show", "1/2020/NĐ-CP", "--as-of"], "--as-of cần đúng một giá trị"),
    ],
)
def test_a_wrong_use_is_told_in_vietnamese_with_exit_code_2(words: list[str], told: str) -> None:
    done = run(*words)

    assert done.returncode == 2
    assert told in done.stderr.decode()
    assert b"Error" not in done.stderr


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
@pytest.mark.parametrize(("path", "command"), COMMANDS, ids=IDS)
def test_every_command_runs_on_a_console_that_cannot_show_vietnamese(
    path: tuple[str, ...], command: click.Command, encoding: str
) -> None:
    done = run(*path, "--help", encoding=encoding)

    assert done.returncode == 0
    assert b"Traceback" not in done.stderr
    assert done.stderr.count(b"khong hien duoc tieng Viet") == 1
    assert b"Vi du: kcdocs" in done.stdout.replace(b"V\xed", b"Vi")


def test_a_console_that_shows_vietnamese_is_told_nothing() -> None:
    done = run("decrees", "list")

    assert done.stderr == b""
    assert "45/2012/NĐ-CP" in done.stdout.decode()
