"""The text of a small data file, with limits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kcdocs.records import limits
from kcdocs.records.errors import UnreadableRecordError

if TYPE_CHECKING:
    from pathlib import Path


def no_file(path: Path) -> str:
    """Why a path leads to no file that can be read."""
    if path.is_dir():
        return "đây là một thư mục"
    return "đây là ống dẫn hoặc thiết bị, không phải tệp" if path.exists() else "không có tệp này"


def read_text(path: Path) -> str:
    """The text of a UTF-8 file, with or without a byte order mark.

    Raises:
        UnreadableRecordError: If there is no such file, or it is a folder, too large or not UTF-8.
    """
    if not path.is_file():
        raise UnreadableRecordError(path, no_file(path), "Kiểm tra lại tên tệp và thư mục.")
    if path.stat().st_size > limits.MOST_BYTES:
        raise UnreadableRecordError(
            path,
            f"tệp lớn hơn {limits.MOST_BYTES // 1024 // 1024} MB",
            "Chia dữ liệu thành nhiều tệp, hoặc dùng CSV.",
        )
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        reason = f"không phải văn bản UTF-8 (byte thứ {fault.start + 1})"
        raise UnreadableRecordError(
            path, reason, "Mở tệp bằng Notepad, chọn «Lưu thành…» với mã hóa UTF-8."
        ) from None
