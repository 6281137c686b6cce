"""A data folder that the version before left is opened as it stands."""

from __future__ import annotations

from pathlib import Path

import pytest
from old_machine import look_at_all, look_at_batches, unpack


@pytest.fixture
def home(data_folder: Path) -> Path:
    assert unpack(data_folder.parent) == data_folder
    return data_folder.parent


def test_everything_an_earlier_version_kept_is_there_and_its_batches_are_gone_on_with(
    home: Path, data_folder: Path
) -> None:
    look_at_all(data_folder)
    look_at_batches(home)
