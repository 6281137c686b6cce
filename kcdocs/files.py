"""Writing files: whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TypeAlias

AnyPath: TypeAlias = str | os.PathLike[str]
"""How a caller may name a file or a folder."""

_WHY = {
    errno.EACCES: "không có quyền, hoặc tệp đang mở trong chương trình khác",
    errno.EPERM: "không có quyền, hoặc tệp đang mở trong chương trình khác",
    errno.ENOENT: "không có tệp hoặc thư mục này",
    errno.EISDIR: "đây là một thư mục",
    errno.ENOTDIR: "đường dẫn đi qua một tệp",
    errno.ENOSPC: "hết chỗ trên đĩa",
    errno.EROFS: "đĩa chỉ cho đọc",
    errno.EIO: "lỗi đọc, ghi của đĩa hoặc ổ mạng",
    errno.ENOTCONN: "mất kết nối với ổ mạng",
    errno.ENAMETOOLONG: "tên hoặc đường dẫn quá dài",
    errno.ELOOP: "liên kết chạy vòng quanh",
    errno.ENXIO: "không phải tệp thường",
}
_finished: Counter[Path] = Counter()


def finished() -> Counter[Path]:
    """How many files this process has written whole so far, by folder."""
    return _finished.copy()


def write_whole(path: Path, data: bytes) -> Path:
    """Write a file whole or not at all: to a temporary file beside it, flushed, then renamed.

    Args:
        path: The file; its folder is made if absent, an existing file is replaced.
        data: Its bytes.

    Returns:
        The path.

    Raises:
        OSError: If the disk is full or the place may not be written; nothing is left behind.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with whole_file(path) as file:
        file.write(data)
    return path


@contextmanager
def whole_file(path: Path) -> Iterator[IO[bytes]]:
    """A file to write into that appears when all of it is written.

    It has the permissions of the file it replaces, else those that the umask leaves. A link that stands in
    its place is replaced, not followed.

    Args:
        path: Where it will stand; its folder is there.

    Raises:
        OSError: If it cannot be written; what stood there before still stands.
    """
    mode = _mode(path)
    handle, name = _temporary(path.parent, 0o666 if mode is None else 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            name.chmod(mode)
        name.replace(path)
        _finished[path.parent] += 1
    except BaseException:
        name.unlink(missing_ok=True)
        raise


def _mode(path: Path) -> int | None:
    """The permissions of a file that stands there; None if there is none."""
    try:
        found = path.lstat().st_mode
    except OSError:
        return None
    return stat.S_IMODE(found) if stat.S_ISREG(found) else None


def _temporary(folder: Path, mode: int) -> tuple[int, Path]:
    """A new file of a name that nobody can guess or have put there, of the mode that the umask leaves."""
    path = folder / f".kcdocs-{os.urandom(8).hex()}.tmp"
    return os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0), mode), path


def trouble(fault: OSError) -> str:
    """What could not be read or written and why, in Vietnamese: "«a.docx» (hết chỗ trên đĩa)".

    A file that was to take the place of another is told by the name of that other.
    """
    name = fault.filename2 or fault.filename or "tệp"
    return f"«{os.fsdecode(name) if isinstance(name, bytes) else name}» ({reason(fault)})"


def reason(fault: OSError) -> str:
    """Why the system refused, in Vietnamese where we know the words."""
    return _WHY.get(fault.errno or 0) or fault.strerror or type(fault).__name__
