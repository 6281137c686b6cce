"""Files are trusted only where nobody else can have written them."""

from __future__ import annotations

import os
import stat

import pytest

from kcdocs.private import read_private, write_private

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows keeps access lists, not modes")


def test_a_file_is_read_back_from_a_folder_that_is_closed_to_others(tmp_path):
    path = tmp_path / "dem" / "a"

    write_private(path, b"ok")

    assert read_private(path) == b"ok"
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


@pytest.mark.parametrize("mode", [0o777, 0o770, 0o750, 0o701])
def test_a_folder_open_to_others_is_neither_read_nor_written(tmp_path, mode):
    path = tmp_path / "dem" / "a"
    write_private(path, b"ok")
    path.parent.chmod(mode)

    write_private(path.with_name("b"), b"ok")

    assert read_private(path) is None
    assert [item.name for item in path.parent.iterdir()] == ["a"]


def test_links_are_not_followed(tmp_path):
    write_private(tmp_path / "that" / "a", b"ok")
    (tmp_path / "lien-ket").symlink_to(tmp_path / "that")
    (tmp_path / "that" / "b").symlink_to(tmp_path / "that" / "a")

    assert read_private(tmp_path / "lien-ket" / "a") is None
    assert read_private(tmp_path / "that" / "b") is None


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only root may give a file to another")
def test_what_another_user_owns_is_not_read(tmp_path):
    path = tmp_path / "dem" / "a"
    write_private(path, b"ok")
    os.chown(path, 12345, -1)

    assert read_private(path) is None
