"""The one door by which a file's bytes come in: a plain file that is there and is not too large.

A pipe would keep the program waiting, a device would never end; both are refused before anything is read.
"""

from __future__ import annotations

import os
import stat
from io import BufferedRandom, BufferedReader, FileIO
from pathlib import Path

from kcdocs.errors import KcdocsError
from kcdocs.files import reason

MAX_SIZE = 200 * 2**20
"""Most bytes of a file that is read whole: scans weigh tens of megabytes, and nothing of law weighs more."""

_BLOCK = 2**20


class LoadError(KcdocsError):
    """A file whose bytes do not come in."""

    name: str

    @property
    def why(self) -> str:
        """The reason alone, without the name of the file."""
        return self.message.removeprefix(f"«{self.name}»: ").removesuffix(".")


class MissingFileError(LoadError):
    """The path leads nowhere."""

    code = "SR101"
    words = "«{name}»: không có tệp này."
    mend = "Kiểm tra lại đường dẫn và tên tệp."


class FolderError(LoadError):
    """The path leads to a folder."""

    code = "SR102"
    words = "«{name}»: đây là thư mục, không phải tệp."
    mend = "Chỉ rõ một tệp trong thư mục này."


class UnreadableFileError(LoadError):
    """The system refuses to give the file's bytes, or it is no plain file."""

    reason: str

    code = "SR103"
    words = "«{name}»: không mở được tệp ({reason})."
    mend = "Kiểm tra quyền đọc, và đóng tệp nếu chương trình khác đang giữ."


class LargeFileError(LoadError):
    """The file has more bytes than it may.

    Args:
        name: The file as the user named it.
        size: Its bytes, as far as they are known.
        limit: Bytes it may have.
    """

    size: int
    limit: int

    code = "SR105"
    words = "«{name}»: tệp lớn {weight} MB, quá mức cho phép là {most} MB."
    mend = "Bỏ ảnh khỏi tệp hoặc chia nhỏ tệp rồi thử lại."

    @property
    def weight(self) -> str:
        """How large it is, in megabytes."""
        return _megabytes(self.size)

    @property
    def most(self) -> str:
        """How large it may be, in megabytes."""
        return _megabytes(self.limit)


def load(path: Path, *, name: str = "", limit: int = MAX_SIZE) -> bytes:
    """The bytes of a file.

    Args:
        path: Where it lies.
        name: How the user named it, for messages; the path if none is given.
        limit: Most bytes it may have; no more are read.

    Raises:
        MissingFileError, FolderError: There is no such file, or it is a folder.
        UnreadableFileError: The system does not give it, or it is a pipe, a device and the like.
        LargeFileError: It has more bytes than the limit.
    """
    shown = name or str(path)
    with open_file(path, name=shown) as file:
        size = os.fstat(file.fileno()).st_size
        if size > limit:
            raise LargeFileError(shown, size, limit)
        try:
            data = file.read(size + 1)
            if len(data) > size:  # a file may grow, or say nothing of its size
                data += file.read(limit - size)
        except OSError as fault:
            raise UnreadableFileError(shown, reason(fault)) from None
    if len(data) > limit:
        raise LargeFileError(shown, len(data), limit)
    return data


def open_file(path: Path, *, name: str = "") -> BufferedReader:
    """A plain file opened for reading, for what is too large to be read whole; raises as `load`."""
    return BufferedReader(FileIO(_opened(path, name or str(path), os.O_RDONLY)), _BLOCK)


def open_to_change(path: Path) -> BufferedRandom:
    """A plain file that is there, opened for reading and writing; raises as `load`."""
    return BufferedRandom(FileIO(_opened(path, str(path), os.O_RDWR), "r+"), _BLOCK)


def _opened(path: Path, shown: str, access: int) -> int:
    """The handle of a plain file."""
    try:
        _refuse_odd(path.stat(), shown)  # before opening, which may already do something to a device
        handle = os.open(path, access | _FLAGS)
    except (FileNotFoundError, NotADirectoryError, ValueError):
        raise MissingFileError(shown) from None
    except OSError as fault:
        raise UnreadableFileError(shown, reason(fault)) from None
    try:
        _refuse_odd(os.fstat(handle), shown)  # and after, for another may stand there by now
    except LoadError:
        os.close(handle)
        raise
    return handle


_FLAGS = getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)


def _refuse_odd(facts: os.stat_result, name: str) -> None:
    if stat.S_ISDIR(facts.st_mode):
        raise FolderError(name)
    if not stat.S_ISREG(facts.st_mode):
        raise UnreadableFileError(name, "không phải tệp thường")


def _megabytes(size: int) -> str:
    """Rounded up, so that a size over the limit never reads like the limit."""
    return str(-(-size // 2**20))
