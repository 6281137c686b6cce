"""Writing files whole or not at all."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from kcdocs.files import trouble, whole_file, write_whole


def test_a_file_is_written_whole_and_nothing_else_is_left(tmp_path: Path) -> None:
    path = write_whole(tmp_path / "moi" / "x.docx", b"abc")

    assert path.read_bytes() == b"abc"
    assert [item.name for item in path.parent.iterdir()] == ["x.docx"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
@pytest.mark.parametrize(("umask", "mode"), [(0o077, 0o600), (0o022, 0o644), (0o007, 0o660)])
def test_a_new_file_has_the_permissions_that_the_umask_leaves(tmp_path: Path, umask: int, mode: int) -> None:
    before = os.umask(umask)
    try:
        path = write_whole(tmp_path / "x", b"abc")
    finally:
        os.umask(before)

    assert path.stat().st_mode & 0o777 == mode


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o666])
def test_a_replaced_file_keeps_its_permissions(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "x"
    path.write_bytes(b"cu")
    path.chmod(mode)

    write_whole(path, b"moi")

    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"moi", mode)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_the_temporary_file_of_a_secret_file_is_secret_and_its_name_is_new_each_time(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_bytes(b"cu")
    path.chmod(0o600)
    seen = set()
    for _ in range(3):
        with whole_file(path):
            (temporary,) = tmp_path.glob(".kcdocs-*")
            seen.add(temporary.name)
            assert temporary.stat().st_mode & 0o777 == 0o600

    assert len(seen) == 3
    assert all(len(name) >= len(".kcdocs-.tmp") + 16 for name in seen)


def test_a_link_in_the_place_of_the_file_is_replaced_and_not_followed(tmp_path: Path) -> None:
    victim = tmp_path / "nan-nhan"
    victim.write_bytes(b"cua nguoi khac")
    path = tmp_path / "x"
    path.symlink_to(victim)

    write_whole(path, b"abc")

    assert victim.read_bytes() == b"cua nguoi khac"
    assert not path.is_symlink()


def test_a_full_disk_is_told_with_the_name_of_the_file(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="x") as caught, whole_file(tmp_path / "x"):
        raise OSError(errno.ENOSPC, "No space left on device")

    assert trouble(caught.value) == f"«{tmp_path / 'x'}» (hết chỗ trên đĩa)"
    assert list(tmp_path.iterdir()) == []


def test_where_it_cannot_be_written_the_old_file_stays_and_nothing_is_left(tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()

    with pytest.raises(OSError, match="x"):
        write_whole(tmp_path / "x", b"abc")
    assert [item.name for item in tmp_path.iterdir() if item.name != "du-lieu"] == ["x"]
