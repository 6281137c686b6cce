"""What goes wrong reaches a person with its code, whichever way it is told."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from kcdocs.cli import root
from kcdocs.cli.base import run

KCDOCS = Path(run.__code__.co_filename).parents[1]

_UNCLEAR = "why a value cannot be read: no error, told under RC211"
_OTHERS = "what a library found, told under a code of the room"
WITHOUT_CODE = {
    "cli/base.py:_exit_code": "tells the error with its code, then looks for a name in its words",
    "batch/old_book.py:_unclear": _UNCLEAR,
    "cli/door.py:_message_lines": "the code stands before it",
    "cli/usage.py:_arity": _OTHERS,
    "cli/usage.py:_words": _OTHERS,
    "decrees/update.py:_faults": "what the readers of facts found, told under DC216",
    "decrees/text_index.py:_read": "kept as the reason why a text cannot be searched",
    "engine/check.py:_names": _OTHERS,
    "engine/check_syntax.py:_fault": _OTHERS,
    "engine/compile.py:_fault": _OTHERS,
    "errors.py:__init__": "makes the message",
    "errors.py:__str__": "is the message",
    "loading.py:why": "the reason alone, for the message of another error",
    "records/table_rows.py:_value": _UNCLEAR,
    "report/cautions.py:_one": "a finding with more words, its code kept",
    "sets/contract_words.py:unclear": _UNCLEAR,
    "sources/html.py:_parse": _OTHERS,
    "text/unclear.py:__init__": _UNCLEAR,
    "web/gatherings.py:_by_name": "the finding itself with the name of its file, its code kept",
}
"""Functions that take the message of something without its code → why they may."""


def _functions(tree: ast.AST) -> Iterator[ast.FunctionDef]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


def _names(function: ast.FunctionDef) -> set[str]:
    return {node.attr for node in ast.walk(function) if isinstance(node, ast.Attribute)}


def test_no_message_is_taken_without_its_code() -> None:
    found = {
        f"{path.relative_to(KCDOCS).as_posix()}:{function.name}"
        for path in KCDOCS.rglob("*.py")
        for function in _functions(ast.parse(path.read_text("utf-8")))
        if "message" in (names := _names(function)) and not {"code", "as_finding"} & names
    }

    assert found == set(WITHOUT_CODE)


def test_the_word_for_an_error_is_written_where_its_code_is_put_behind_it() -> None:
    written = {
        path.relative_to(KCDOCS).as_posix()
        for path in KCDOCS.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.strip(": ") == "Lỗi"
    }

    assert written == {"cli/console.py", "cli/door.py", "report/words.py"}


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["comapre"],
        ["compare", "--khong-co"],
        ["compare", "a.txt"],
        ["batch", "a", "b", "--out", "c", "--jobs", "0"],
        ["show", "a.txt", "--format", "pdf"],
        ["show", "a.txt", "--out", "a.docx"],
        ["show", "khong-co.txt"],
        ["generate", "to-trin", "a.yaml", "--out", "ra"],
        ["amend", "chek"],
    ],
)
def test_whatever_is_wrong_begins_with_a_code(
    words: list[str],
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as left:
        run(root, words)

    told = [line for line in capsys.readouterr().err.splitlines() if line.startswith("Lỗi")]
    assert bool(told) is (left.value.code != 0 and bool(words))
    assert all(line.split()[1][:2].isalpha() and line.split()[1][2:5].isdigit() for line in told)
