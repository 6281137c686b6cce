"""A network share that goes away in the middle of a batch: nothing is written where it was."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from batch_material import contents, make, open_book, states, write_rows

from kcdocs.batch.errors import FolderLostError, NothingToResumeError

ROWS = 41


def _mounted(point: Path) -> bool:
    command = ["mount", "--bind", str(point.parent / "may-chu"), str(point)]
    return subprocess.run(command, check=False, capture_output=True).returncode == 0


def _lost(point: Path) -> None:
    """Take it away although files on it are open; an empty local folder is left."""
    subprocess.run(["umount", "--lazy", str(point)], check=False, capture_output=True)


@pytest.fixture
def share(tmp_path: Path) -> Iterator[Path]:
    """A folder that stands for the share of a server while it is mounted."""
    point = tmp_path / "o-mang"
    for folder in (point, tmp_path / "may-chu"):
        folder.mkdir()
    if os.name != "posix" or os.getuid() != 0 or not _mounted(point):
        pytest.skip("no folder can be mounted here")
    yield point
    _lost(point)


@pytest.mark.parametrize("folder", [".", "ra"])
def test_a_lost_share_stops_the_batch_whole_and_its_return_lets_it_go_on(
    tmp_path: Path, share: Path, folder: str, small_groups: int
) -> None:
    open_book()
    records, out = write_rows(tmp_path / "a.csv", ROWS), share / folder

    def lose(step: str, done: int, _total: int) -> None:
        if (step, done) == ("lap", small_groups):
            _lost(share)

    with pytest.raises(FolderLostError) as fault:
        make(records, out, tell=lose)

    assert f"xong {small_groups}/{ROWS} văn bản, không mất số nào" in fault.value.message
    assert "Nối lại ổ" in fault.value.mend
    assert not list(share.iterdir())
    assert states() == [(n, "đã cấp" if n < 41 + small_groups else "đang giữ") for n in range(41, 41 + ROWS)]
    with pytest.raises(NothingToResumeError, match="không có nhật ký"):
        make(records, out, resume=True)

    assert _mounted(share)
    assert make(records, out, resume=True).whole
    assert len([name for name in contents(out) if name.endswith(".docx")]) == ROWS
    assert states() == [(n, "đã cấp") for n in range(41, 41 + ROWS)]
