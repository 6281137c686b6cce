"""Files that only this user can have written: what a program may trust as if it were its own."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path, PurePath

from kcdocs.files import write_whole

_NO_LINK = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


def read_private(path: Path) -> bytes | None:
    """The bytes of a file in a folder of this user's own.

    Args:
        path: The file; its folder must be no link, belong to this user and be closed to all others.

    Returns:
        None if there is no such file, or anyone else might have written it.
    """
    if not is_private(path.parent):
        return None
    try:
        with os.fdopen(os.open(path, os.O_RDONLY | _NO_LINK), "rb") as file:
            facts = os.fstat(file.fileno())
            return file.read() if stat.S_ISREG(facts.st_mode) and _own(facts) else None
    except OSError:
        return None


def write_private(path: Path, data: bytes) -> None:
    """Write a file for `read_private`; its folder is made if absent, and nothing is written to one of others.

    Raises:
        OSError: If the disk is full or the place may not be written.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if is_private(path.parent):
        write_whole(path, data)


def is_private(folder: Path) -> bool:
    """Whether a folder belongs to this user and is closed to all others.

    On Windows the user's local data folder is so by its access list; a folder on a share never counts.
    """
    try:
        facts = folder.lstat()
    except OSError:
        return False
    closed = (
        not on_share(folder.absolute())
        if sys.platform == "win32"
        else _own(facts) and not facts.st_mode & 0o077
    )
    return stat.S_ISDIR(facts.st_mode) and closed


def on_share(folder: PurePath) -> bool:
    r"""Whether a path of Windows leads to another machine (\\server\share)."""
    return folder.drive.removeprefix("\\\\?\\").startswith(("\\\\", "UNC"))


def _own(facts: os.stat_result) -> bool:
    return sys.platform == "win32" or facts.st_uid == os.geteuid()
