"""The form of the data folder: which version of kcdocs reads it, and who is at work with it.

This is the one place that tells the form of all that is kept. A version of kcdocs that keeps something in
another way raises `FORM`, and brings older folders up to date in `in_use`, before any command reads them. The
register tells its own form besides (`kcdocs.register.form`), since an office may share it.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager, suppress
from pathlib import Path

from kcdocs import settings
from kcdocs.files import patiently, write_whole
from kcdocs.keep import limits
from kcdocs.keep.errors import BusyDataError, NewerDataError
from kcdocs.loading import MissingFileError, load
from kcdocs.locking import shared_lock

FORM = 1
"""The form that this program writes. Folders that do not tell theirs are of form 1 too."""

MARK = "phien-ban.txt"
"""The file in the data folder that tells its form and the program that first wrote so."""

READY = ".kcdocs-moi"
"""What the name of a data folder ends with that was restored whole and waits to take its place."""


@contextmanager
def in_use(*, alone: bool = False) -> Iterator[Path]:
    """Work with the data folder: its form is known, and nobody lays another in its place meanwhile.

    Args:
        alone: Whether nobody else may be at work with it.

    Returns:
        The folder; it need not exist.

    Raises:
        NewerDataError: If a newer program wrote it.
        BusyDataError: If another puts it in place, or for `alone`, is at work with it.
    """
    folder = settings.data_folder().absolute()
    with ExitStack() as held:
        try:
            held.enter_context(_lock(folder, alone=alone))
        except TimeoutError:
            why = "đang được lệnh hoặc trang kcdocs khác dùng" if alone else "đang được khôi phục"
            raise BusyDataError(folder, why) from None
        except OSError:  # no room for locks: commands work as before there were any, restoring does not
            if alone:
                raise
        _finish_restoring(folder)
        _know_form(folder)
        yield folder


def has_data(folder: Path) -> bool:
    """Whether a folder holds more than the mark of its form."""
    return folder.is_dir() and any(path.name != MARK for path in folder.iterdir())


def mark_text() -> bytes:
    """What a folder of this program's form bears."""
    return f"{FORM} (kcdocs {settings.VERSION})\n".encode()


def _lock(folder: Path, *, alone: bool) -> AbstractContextManager[None]:
    """The lock of a data folder: outside it, since it is renamed while the lock is held."""
    place = hashlib.sha256(os.fsencode(folder.resolve())).hexdigest()[:16]
    seconds = limits.WAIT_ALONE if alone else limits.WAIT_SECONDS
    return shared_lock(settings.cache_folder() / "khoa" / place, seconds, alone=alone)


def _finish_restoring(folder: Path) -> None:
    """Lay a restored folder in place, where that was cut off between the two last renames."""
    ready = folder.with_name(folder.name + READY)
    if not folder.exists() and ready.is_dir():
        with suppress(OSError):  # another command was faster
            patiently(lambda: ready.rename(folder))


def _know_form(folder: Path) -> None:
    mark = folder / MARK
    try:
        said = load(mark).decode("utf-8", "replace").split()
    except MissingFileError:
        if has_data(folder):
            with suppress(OSError):  # a folder that may only be read tells nothing, and is read all the same
                write_whole(mark, mark_text())
        return
    form = said[0] if said else ""
    if not (form.isascii() and form.isdigit() and len(form) < 9 and int(form) <= FORM):
        raise NewerDataError(folder, form[:20] or "không rõ", FORM)
