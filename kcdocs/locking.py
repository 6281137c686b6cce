"""One process at a time: a lock on a file, held until it is given back or the process ends."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
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
    with _held(path, seconds, _taken):
        yield


@contextmanager
def shared_lock(path: Path, seconds: float, *, alone: bool = False) -> Iterator[None]:
    """Hold a lock that many hold at once, or that one holds alone while nobody else does.

    Args:
        path: The lock's file, as for `locked`.
        seconds: How long to wait for it.
        alone: Whether to hold it alone.

    Raises:
        TimeoutError: If others hold it all that time.
        OSError: If the file cannot be made.
    """
    with _held(path, seconds, partial(_shared, alone=alone)):
        yield


@contextmanager
def _held(path: Path, seconds: float, take: Callable[[int], bool]) -> Iterator[None]:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o666)
    try:
        end = time.monotonic() + seconds
        while not take(handle):
            if time.monotonic() >= end:
                raise TimeoutError
            time.sleep(_PAUSE)
        yield
    finally:
        os.close(handle)


_SEATS = 64  # bytes of a lock's file on Windows, of which each holder takes one and who is alone takes all


def _shared(handle: int, *, alone: bool) -> bool:
    """Take a place at a lock that many hold, or all of it; closing the file gives it back."""
    if sys.platform == "win32":
        seats = [(0, _SEATS)] if alone else [(seat, 1) for seat in range(_SEATS)]
        return any(_seated(handle, first, count) for first, count in seats)
    else:  # noqa: RET505 - what the other system lacks is looked at there alone
        import fcntl  # noqa: PLC0415 - exists only on Unix

        try:
            fcntl.flock(handle, (fcntl.LOCK_EX if alone else fcntl.LOCK_SH) | fcntl.LOCK_NB)
        except OSError:
            return False
        return True


def _seated(handle: int, first: int, count: int) -> bool:
    """Take bytes of a lock's file on Windows, which has no lock that many hold."""
    import msvcrt  # noqa: PLC0415 - exists only on Windows

    os.lseek(handle, first, os.SEEK_SET)
    try:
        vars(msvcrt)["locking"](handle, vars(msvcrt)["LK_NBLCK"], count)  # other systems' stubs lack them
    except OSError:
        return False
    return True


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
