"""What a database says when it fails, in words a user understands and without a password."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Engine
from sqlalchemy.exc import IntegrityError, SQLAlchemyError

from kcdocs.register.errors import RegisterFailedError

_USER = re.compile(r"^([^:]*:(?://)?[^:@]*):.*@")
_QUERY = re.compile(r"(password=)[^&\s]*", re.IGNORECASE)
_WORDS = {
    "file is not a database": "tệp không phải cơ sở dữ liệu SQLite",
    "database disk image is malformed": "tệp cơ sở dữ liệu hỏng",
    "unable to open database file": "không mở được tệp",
    "readonly database": "không có quyền ghi vào tệp",
    "database is locked": "chương trình khác giữ sổ quá lâu",
    "disk is full": "hết chỗ trên đĩa",
    "disk i/o error": "lỗi đọc, ghi của đĩa",
    "password authentication failed": "sai tên hoặc mật khẩu",
    "no password supplied": "địa chỉ thiếu mật khẩu",
    "connection refused": "máy chủ không nhận kết nối",
    "timeout expired": "máy chủ không trả lời",
    "could not translate host name": "không tìm thấy máy chủ",
    "failed to resolve host": "không tìm thấy máy chủ",
    "server closed the connection": "máy chủ đã ngắt kết nối",
    "terminating connection": "máy chủ đã ngắt kết nối",
    "permission denied": "không có quyền",
    "could not parse": "không hiểu địa chỉ này",
    "can't load plugin": "không có loại cơ sở dữ liệu này",
    "no module named": "chưa cài phần nối với loại cơ sở dữ liệu này (kcdocs[postgres])",
    "no such table": "sổ thiếu bảng",
    "no such column": "bảng của sổ thiếu cột",
    "does not exist": "sổ thiếu bảng, cột hoặc cơ sở dữ liệu",
    "isoformat": "sổ có ngày giờ không đọc được",
    "datetime string": "sổ có ngày giờ không đọc được",
    "is not a valid state": "sổ có số ở trạng thái không rõ",
}
"""What a database's words hold → what a user is told."""


def why(fault: Exception) -> str:
    """Why a database fails, in Vietnamese where we know the words; never with a password."""
    lines = str(fault).splitlines() or [type(fault).__name__]
    told = next((words for sign, words in _WORDS.items() if sign in str(fault).lower()), "")
    return told or f"cơ sở dữ liệu báo «{masked(lines[0])}»"


def masked(address: str) -> str:
    """An address as it may be shown: without a password."""
    return _QUERY.sub(r"\1***", _USER.sub(r"\1:***@", address))


def shown(engine: Engine) -> str:
    """Where a database is, as it may be shown."""
    return masked(engine.url.render_as_string(hide_password=True))


@contextmanager
def failing(engine: Engine) -> Iterator[None]:
    """Tell what fails inside as a failing register.

    Raises:
        RegisterFailedError: If the database is lost, or holds what no program of ours writes.
    """
    try:
        yield
    except IntegrityError:
        raise
    except (SQLAlchemyError, ValueError, TypeError, OverflowError) as fault:
        raise RegisterFailedError(shown(engine), why(fault)) from fault
