"""Laying a backup down as the data folder: looked at wholly, put in place by one rename, nothing lost."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kcdocs import settings
from kcdocs.files import patiently, reason, write_whole
from kcdocs.keep.backup import BACKUP
from kcdocs.keep.contents import KeptCounts, count_kept, kept_files
from kcdocs.keep.errors import BusyDataError, DataStandsError, NoRoomError
from kcdocs.keep.form import MARK, READY, has_data, in_use, mark_text
from kcdocs.register.copying import FILE as REGISTER
from kcdocs.register.copying import books_in
from kcdocs.register.errors import RegisterFailedError
from kcdocs.sealed.reading import Sealed, open_sealed

_FILLING = ".kcdocs-dang-khoi-phuc"
"""What the name of a data folder ends with that is being filled; of no use if that was cut off."""

_ASIDE = ".cu-"
"""What stands between the name of a data folder that was set aside and the time of that."""


@dataclass(frozen=True, slots=True)
class Restored:
    """A data folder that was restored.

    Attributes:
        folder: The folder.
        made: When the backup was made, as its list says.
        counts: What it holds now.
        aside: Where the folder that stood there before was put; None if there was none.
        behind: Books that had come further in that folder: name → next number there and here, where 0 means
            that the backup has not got the book.
    """

    folder: Path
    made: str
    counts: KeptCounts
    aside: Path | None
    behind: Mapping[str, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class BackupOutlook:
    """What a backup would bring, all of it read and held against its sums.

    Attributes:
        made: When it was made, as its list says.
        counts: What it holds.
        behind: See `Restored`.
    """

    made: str
    counts: KeptCounts
    behind: Mapping[str, tuple[int, int]]


def look_at(path: Path) -> BackupOutlook:
    """What restoring a backup would bring; nothing is changed. Errors of the file as for `restore`."""
    with tempfile.TemporaryDirectory(prefix="kcdocs-") as place, open_sealed(path, BACKUP) as sealed:
        folder = Path(place) / "du-lieu"
        _fill(folder, sealed)
        counts = _counts(folder)
        made = str(sealed.contents.facts.get("made", ""))
        return BackupOutlook(made, counts, _behind(settings.data_folder(), counts))


def restore(path: Path, *, force: bool = False) -> Restored:
    """Lay a backup down as the data folder.

    Args:
        path: The backup.
        force: Whether a folder that has data may be set aside; it stays beside the new one, whole.

    Raises:
        DataStandsError: If the folder has data and may not be set aside.
        BusyDataError: If a command or the page is at work with it.
        NotSealedError, NewerSealedError, SpoiltSealedError: If the file is no backup that can be used.
        RegisterFailedError: If the register in it is damaged.
        NoRoomError: If the disk is too small.
        OSError: If it cannot be written; the folder is what it was.
    """
    with in_use(alone=True) as folder:
        if has_data(folder) and not force:
            raise DataStandsError(folder)
        place = folder.resolve()
        filling, ready = (place.with_name(place.name + ending) for ending in (_FILLING, READY))
        for left in (filling, ready):  # by a restoring that was cut off
            shutil.rmtree(left, ignore_errors=True)
        try:
            with open_sealed(path, BACKUP) as sealed:
                _fill(filling, sealed)
                made = str(sealed.contents.facts.get("made", ""))
            counts = _counts(filling)
            behind = _behind(place, counts)
            return Restored(folder, made, counts, _take_place(filling, place), behind)
        finally:
            shutil.rmtree(filling, ignore_errors=True)


def _fill(folder: Path, sealed: Sealed) -> None:
    free = shutil.disk_usage(_standing(folder)).free
    if sealed.size > free:
        raise NoRoomError(folder.parent, sealed.size, free)
    folder.mkdir(mode=0o700, parents=True)
    sealed.take_out(folder)
    write_whole(folder / MARK, mark_text())
    if hasattr(os, "sync"):
        os.sync()  # once for all files: a power cut must not find the names in place and the bytes not


def _standing(folder: Path) -> Path:
    """The nearest folder above that is there."""
    return next(above for above in folder.parents if above.exists())


def _counts(folder: Path) -> KeptCounts:
    register = folder / REGISTER
    return count_kept(kept_files(folder).files, books_in(register) if register.is_file() else {})


def _behind(old: Path, counts: KeptCounts) -> dict[str, tuple[int, int]]:
    """Books that have come further in the folder that stands there: their numbers would be given again."""
    if not (old / REGISTER).is_file():
        return {}
    found = {}
    with suppress(RegisterFailedError):  # a damaged register is what one restores for; nothing is known of it
        for name, (following, _) in books_in(old / REGISTER).items():
            here = counts.books.get(name, (0, 0))[0]
            if here < following:
                found[name] = (following, here)
    return found


def _take_place(filled: Path, place: Path) -> Path | None:
    """Put a folder in the place of another, which is set aside; where it is, if there was one.

    Cut off between the renames, the next command finds the new folder waiting under a name that only a whole
    one has, and takes it.
    """
    ready, aside = place.with_name(place.name + READY), None
    try:
        patiently(lambda: filled.rename(ready))
        if has_data(place):
            aside = patiently(lambda: place.rename(_free(place)))
        elif place.exists():
            (place / MARK).unlink(missing_ok=True)
            place.rmdir()
        patiently(lambda: ready.rename(place))
    except OSError as fault:
        if aside:
            aside.rename(place)
        shutil.rmtree(ready, ignore_errors=True)
        raise BusyDataError(place, f"không thay được bằng thư mục mới ({reason(fault)})") from None
    return aside


def _free(place: Path) -> Path:
    now = datetime.now().astimezone()
    wanted = place.with_name(f"{place.name}{_ASIDE}{now:%Y%m%d-%H%M%S}")
    number, free = 1, wanted
    while free.exists():
        number += 1
        free = wanted.with_name(f"{wanted.name}-{number}")
    return free
