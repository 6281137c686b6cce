"""The old machine, and commands run as a person types them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from old_machine import unpack

Told = Callable[..., tuple[int, str]]


@pytest.fixture
def home(data_folder: Path) -> Path:
    """The old machine's disk; its data folder is the test's own."""
    assert unpack(data_folder.parent) == data_folder
    return data_folder.parent
