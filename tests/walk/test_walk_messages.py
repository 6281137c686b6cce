"""What the program's own words tell a person to type is there to be typed."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import click
import pytest
from pages import ROOT, command_of, leaves

from kcdocs.cli import COMMANDS

NAMED = re.compile(rf"kcdocs (?:{'|'.join(COMMANDS)})\b[^»;,.()`]*")
OPTION = re.compile(r"(?<![\w-])--[a-z][a-z0-9-]+")


def _words() -> Iterator[tuple[str, str]]:
    """Every text in the program's code, with its place; but docstrings, and what other programs are told."""
    for path in sorted((ROOT / "kcdocs").rglob("*.py")):
        if path.parent.name == "convert":
            continue
        nodes = list(ast.walk(ast.parse(path.read_text("utf-8"))))
        bare = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
        for node in nodes:
            if isinstance(node, ast.JoinedStr):
                yield f"{path.name}:{node.lineno}", "".join(_piece(value) for value in node.values)
            elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in bare:
                yield f"{path.name}:{node.lineno}", node.value


def _piece(value: ast.expr) -> str:
    return str(value.value) if isinstance(value, ast.Constant) else "X"


WORDS = list(_words())
NAMES = sorted({(place, found) for place, text in WORDS for found in NAMED.findall(text)})


@pytest.mark.parametrize(("place", "words"), NAMES, ids=[f"{place} {words}" for place, words in NAMES])
def test_a_command_named_in_a_message_is_there_with_its_options(place: str, words: str) -> None:
    path, command, rest = command_of(words.rstrip(":,"))
    options = {name for parameter in command.params for name in (*parameter.opts, "--help")}

    assert path
    assert not isinstance(command, click.Group) or not rest or not re.fullmatch("[a-z]+", rest[0])
    assert [option for option in OPTION.findall(" ".join(rest)) if option not in options] == []


def test_an_option_named_in_a_message_is_one_of_a_command() -> None:
    known = {name for path in leaves() for item in _command(path).params for name in item.opts}
    known |= {"--help", "--version", "--debug"}

    told = {(place, option) for place, text in WORDS for option in OPTION.findall(text)}
    assert sorted((place, option) for place, option in told if option not in known) == []


def _command(path: tuple[str, ...]) -> click.Command:
    return command_of(" ".join(("kcdocs", *path)))[1]
