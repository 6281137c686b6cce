"""Writing files: whole or not at all."""

from __future__ import annotations

import errno
import os
import re
import stat
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TypeAlias, TypeVar

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
_WHY_ON_WINDOWS = {
    5: "không có quyền, hoặc tệp đang mở trong chương trình khác",
    32: "tệp đang mở trong chương trình khác",
    33: "tệp đang mở trong chương trình khác",
    53: "mất kết nối với ổ mạng",
    59: "mất kết nối với ổ mạng",
    64: "mất kết nối với ổ mạng",
    67: "mất kết nối với ổ mạng",
    206: "tên hoặc đường dẫn quá dài",
}
"""Error codes of Windows (winerror.h) whose errno says something else, or less."""

PATIENCE = 2.0
"""Seconds for which Windows is asked again: another program, as one that looks for viruses, has the file."""

_PAUSE = 0.02  # seconds between two tries
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)", re.IGNORECASE)
_Done = TypeVar("_Done")
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
    """A file to write into, and to read back, that appears when all of it is written.

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
        with os.fdopen(handle, "w+b") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            name.chmod(mode)
        patiently(lambda: name.replace(path))
        _finished[path.parent] += 1
    except BaseException as fault:
        name.unlink(missing_ok=True)
        if isinstance(fault, OSError) and fault.errno == errno.ENOSPC and fault.filename is None:
            fault.filename = str(path)  # a full disk tells no name
        raise


def patiently(act: Callable[[], _Done]) -> _Done:
    """Do something with a file, again for a moment where Windows says that another program has it.

    There a file cannot be replaced while it is read, nor read while it is being replaced.

    Raises:
        OSError: As the action does, in the end.
    """
    end = time.monotonic() + PATIENCE
    while True:
        try:
            return act()
        except PermissionError:
            if os.name != "nt" or time.monotonic() >= end:
                raise
        time.sleep(_PAUSE)


def reserved(name: str) -> bool:
    """Whether Windows keeps a file's name for a device ("con", "lpt1.txt"), whatever its ending."""
    return _RESERVED.match(name) is not None


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
    return os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR | getattr(os, "O_BINARY", 0), mode), path


def trouble(fault: OSError) -> str:
    """What could not be read or written and why, in Vietnamese: "«a.docx» (hết chỗ trên đĩa)".

    A file that was to take the place of another is told by the name of that other.
    """
    name = fault.filename2 or fault.filename or "tệp"
    return f"«{os.fsdecode(name) if isinstance(name, bytes) else name}» ({reason(fault)})"


def reason(fault: OSError) -> str:
    """Why the system refused, in Vietnamese where we know the words."""
    words = _WHY_ON_WINDOWS.get(getattr(fault, "winerror", None) or 0) or _WHY.get(fault.errno or 0)
    return words or fault.strerror or type(fault).__name__
