"""Writing files whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from kcdocs.files import write_whole


def test_a_file_is_written_whole_and_nothing_else_is_left(tmp_path: Path) -> None:
    path = write_whole(tmp_path / "moi" / "x.docx", b"abc")

    assert path.read_bytes() == b"abc"
    assert path.stat().st_mode & 0o777 == 0o644
    assert [item.name for item in path.parent.iterdir()] == ["x.docx"]


def test_where_it_cannot_be_written_the_old_file_stays_and_nothing_is_left(tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()

    with pytest.raises(OSError, match="x"):
        write_whole(tmp_path / "x", b"abc")
    assert [item.name for item in tmp_path.iterdir() if item.name != "du-lieu"] == ["x"]
