"""One process at a time: a lock on a file, held until it is given back or the process ends."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_PAUSE = 0.02  # seconds between two tries


@contextmanager
def locked(path: Path, seconds: float) -> Iterator[None]:
    """Hold a lock; other processes, and other callers in this one, wait for it.

    Args:
        path: The lock's file, empty; made if absent with its folder, and left where it is.
        seconds: How long to wait for it.

    Raises:
        TimeoutError: If another holds it all that time.
        OSError: If the file cannot be made.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o666)
    try:
        end = time.monotonic() + seconds
        while not _taken(handle):
            if time.monotonic() >= end:
                raise TimeoutError
            time.sleep(_PAUSE)
        yield
    finally:
        os.close(handle)


def _taken(handle: int) -> bool:
    """Take the lock if it is free; closing the file gives it back."""
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415 - exists only on Windows

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # noqa: PLC0415 - exists only on Unix

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
