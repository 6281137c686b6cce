"""The old machine, and commands run as a person types them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from old_machine import unpack

from kcdocs.cli import root
from kcdocs.cli.base import _exit_code

Told = Callable[..., tuple[int, str]]


@pytest.fixture
def home(data_folder: Path) -> Path:
    """The old machine's disk; its data folder is the test's own."""
    assert unpack(data_folder.parent) == data_folder
    return data_folder.parent


@pytest.fixture
def told(capsys: pytest.CaptureFixture[str]) -> Told:
    """Runs a command in this process: its exit code, and all that it says."""

    def run(*words: object) -> tuple[int, str]:
        code = int(_exit_code(root, [str(word) for word in words]))
        captured = capsys.readouterr()
        return code, captured.out + captured.err

    return run
