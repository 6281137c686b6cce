"""What a user keeps: saved in one file, laid down on another machine."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from kcdocs import settings
from kcdocs.files import AnyPath
from kcdocs.keep.form import in_use

if TYPE_CHECKING:
    from kcdocs.keep.backup import BackedUp
    from kcdocs.keep.restore import BackupOutlook, Restored

__all__ = ["back_up", "elsewhere", "in_use", "look_at", "restore"]


def back_up(out: AnyPath, *, force: bool = False) -> BackedUp:
    """Write all that the data folder keeps into one file, and read it back; others may go on working.

    Args:
        out: The file (`.zip`).
        force: Whether a file that stands there may be replaced.

    Raises:
        KcdocsError: If there is nothing to save, a file stands there, or something cannot be read.
    """
    from kcdocs.keep import backup  # noqa: PLC0415 - every command asks for `in_use`, few for this

    return backup.back_up(Path(out), force=force)


def restore(path: AnyPath, *, force: bool = False) -> Restored:
    """Lay a backup down as the data folder; nothing is changed before all of it was looked at.

    Args:
        path: The backup.
        force: Whether a data folder that has data may be set aside; it is never taken away.

    Raises:
        KcdocsError: If the folder has data or is at work, or the file is no backup that can be used.
    """
    from kcdocs.keep import restore as restoring  # noqa: PLC0415 - as above

    return restoring.restore(Path(path), force=force)


def look_at(path: AnyPath) -> BackupOutlook:
    """What restoring a backup would bring, all of it read; nothing is changed.

    Args:
        path: The backup.

    Raises:
        KcdocsError: If the file is no backup that can be used.
    """
    from kcdocs.keep import restore as restoring  # noqa: PLC0415 - as above

    return restoring.look_at(Path(path))


def elsewhere() -> Iterator[str]:
    """What a user may keep outside the data folder, which no backup of it holds; in Vietnamese."""
    from kcdocs.register.opening import the_place  # noqa: PLC0415 - as above

    place = the_place()
    if place.shared:
        yield f"Sổ đăng ký số dùng chung ở {place.address}: người quản trị máy chủ ấy sao lưu."
    elif place.fixed or place.address.startswith("sqlite"):
        yield f"Sổ đăng ký số đang dùng ở {place.address}: chép tệp ấy riêng."
    documents, data = settings.documents_folder(), settings.data_folder()
    if documents.is_dir() and not documents.is_relative_to(data):
        yield f"Văn bản đã lập trên trang, ở «{documents}»: chép thư mục ấy riêng."
    folders = (*settings.template_folders()[:-2], *settings.decree_folders()[:-1])
    yield from (f"Thư mục dùng thêm «{folder}»: chép riêng." for folder in folders)
    yield "Văn bản ghi bằng lệnh (--out) nằm ở thư mục anh, chị đã chọn: chép riêng."
