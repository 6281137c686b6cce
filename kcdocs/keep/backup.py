"""One file with all that a user keeps in the data folder."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from kcdocs import settings
from kcdocs.keep.contents import KeptCounts, KeptFiles, count_kept, kept_files
from kcdocs.keep.errors import BackupInsideError, NothingKeptError
from kcdocs.keep.form import FORM, has_data, in_use
from kcdocs.register.copying import FILE as REGISTER
from kcdocs.register.copying import books_in, copy_register
from kcdocs.results import FileDiffersError, refuse_used_file
from kcdocs.sealed.kinds import SealedKind
from kcdocs.sealed.writing import write_sealed

BACKUP = SealedKind("kcdocs-sao-luu", FORM, "bản sao lưu")
"""Backups; their form is that of the data folder."""


@dataclass(frozen=True, slots=True)
class BackedUp:
    """A backup that was written and read back.

    Attributes:
        path: The file.
        counts: What it holds.
        left: What of the data folder is not in it and why, in Vietnamese.
    """

    path: Path
    counts: KeptCounts
    left: tuple[str, ...]


def back_up(path: Path, *, force: bool = False) -> BackedUp:
    """Write all that the data folder keeps into one file, while others may go on working.

    Args:
        path: The file.
        force: Whether a file that stands there may be replaced.

    Raises:
        BackupInsideError: If it would lie in the data folder.
        NothingKeptError: If there is nothing to save.
        FileDiffersError: If a file stands there: an earlier backup too is never replaced unasked.
        NotAPlainFileError: If a link or a folder stands there.
        RegisterFailedError: If the register is damaged.
        LoadError: If a file of the folder cannot be read.
        OSError: If the disk is full; nothing is left behind.
    """
    with in_use() as folder, tempfile.TemporaryDirectory() as place:
        _refuse_place(path, folder, force=force)
        if not has_data(folder):
            raise NothingKeptError(folder)
        kept, register = kept_files(folder), Path(place) / REGISTER

        def facts() -> dict[str, Any]:
            counts = asdict(_counts(kept, register))
            made = datetime.now(UTC).isoformat(timespec="seconds")
            return {"kcdocs": settings.VERSION, "made": made, "counts": counts, "left_out": kept.left}

        path.parent.mkdir(parents=True, exist_ok=True)
        write_sealed(path, BACKUP, facts, _in_order(kept, folder, register), dated=True)
        return BackedUp(path, _counts(kept, register), kept.left)


def _in_order(kept: KeptFiles, folder: Path, register: Path) -> Iterator[tuple[str, Path]]:
    """The files, and the register last: no document may bear a number that the register does not know."""
    yield from kept.files.items()
    if (folder / REGISTER).is_file():
        copy_register(folder / REGISTER, register)
        yield REGISTER, register


def _counts(kept: KeptFiles, register: Path) -> KeptCounts:
    return count_kept(kept.files, books_in(register) if register.is_file() else {})


def _refuse_place(path: Path, folder: Path, *, force: bool) -> None:
    if path.resolve().is_relative_to(folder.resolve()):
        raise BackupInsideError(path)
    refuse_used_file(path, ())
    if path.exists() and not force:
        raise FileDiffersError([path])
