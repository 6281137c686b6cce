"""The one rule of writing what a user asked for: never over an input, never over another's work.

A result may take the place of what this user's kcdocs wrote there before, of the same kind, if nobody has
touched it since. That is known by a list of SHA-256 sums in the data folder, not by a mark inside the file:
it holds for every medium, plain text too, and a document that a person went on writing is seen at once.
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from kcdocs import settings
from kcdocs.errors import ExitCode, KcdocsError
from kcdocs.files import write_whole
from kcdocs.model.finding import Place

LEDGER = "tep-da-ghi.txt"
"""The list in the data folder: a line for each result, its SHA-256 and its kind."""

_LINES = 20_000  # results remembered, about 2 MB; of older ones kcdocs asks before it replaces them


class OutputIsInputError(KcdocsError):
    """The file to be written is one that the command reads, by this name or another, or writes as well."""

    path: Path
    other: Path

    code = "RP104"
    exit_code = ExitCode.USAGE
    words = "Tệp «{path}»{same} được dùng trong chính lệnh này, nên không ghi kết quả đè lên; chưa ghi gì."
    mend = "Chọn tên khác cho kết quả."

    def where(self) -> Place:
        """The file, and where in it."""
        return Place(file=str(self.path))

    @property
    def same(self) -> str:
        """The other name of the file, if it has one."""
        return "" if str(self.other) == str(self.path) else f" (chính là «{self.other}»)"


class FileDiffersError(KcdocsError):
    """Files stand there that are no earlier result of this command, or were changed since."""

    paths: Sequence[Path]

    code = "TP350"
    exit_code = ExitCode.FILE
    words = "Thư mục «{paths[0].parent}» đã có tệp cùng tên, nội dung khác: {names}; chưa ghi đè tệp nào."
    mend = "Chọn tên hoặc thư mục khác, đổi tên tệp cũ, hoặc thêm --force (nếu lệnh có) để ghi đè."

    @property
    def names(self) -> str:
        """The files."""
        return ", ".join(f"«{path.name}»" for path in self.paths)


class NotAPlainFileError(KcdocsError):
    """A link, a folder or a device stands where the file is to be written."""

    path: Path
    what: str

    code = "KC910"
    exit_code = ExitCode.FILE
    words = "«{path}» là {what}, nên không ghi kết quả vào đó; chưa ghi gì."
    mend = "Ghi thẳng tên tệp cần lập, hoặc chọn tên khác."

    def where(self) -> Place:
        """The file, and where in it."""
        return Place(file=str(self.path))


def refuse_used_file(path: Path, others: Iterable[str | Path]) -> None:
    """Make sure that a result takes the place of no file that the command uses.

    Args:
        path: The file to be written.
        others: The command's inputs and its other results, as the user named them; what is no file (the
            number of an instrument, an address of the web) is passed over.

    Raises:
        OutputIsInputError: If it is one of them, be it through a link or under another name.
        NotAPlainFileError: If a link, a folder or a device stands there.
    """
    for other in map(Path, others):
        if _same(path, other):
            raise OutputIsInputError(path, other)
    if path.is_symlink():
        raise NotAPlainFileError(path, "một liên kết tới tệp khác")
    if path.is_dir():
        raise NotAPlainFileError(path, "một thư mục")
    if path.exists() and not stat.S_ISREG(path.stat().st_mode):
        raise NotAPlainFileError(path, "một thiết bị, không phải tệp")


def refuse_standing_files(paths: Sequence[Path], kind: str, *, force: bool = False) -> None:
    """Make sure that nothing stands in the way of results, where their bytes are not known yet.

    Args:
        paths: The files to be written.
        kind: What makes them and in what form ("compare html").
        force: Whether the user allows other files to be replaced.

    Raises:
        FileDiffersError: If one stands there that kcdocs did not write so, or that was changed since.
    """
    standing = [path for path in paths if path.exists() and not force]
    if not standing:
        return
    known = _remembered()
    if other := [path for path in standing if _line(path.read_bytes(), kind) not in known]:
        raise FileDiffersError(other)


def write_result(
    path: Path, data: bytes, kind: str, *, others: Iterable[str | Path] = (), force: bool = False
) -> bool:
    """Write a result whole or not at all, by the rule above; its folder is made if absent.

    Args:
        path: The file.
        data: Its bytes.
        kind: See `free`.
        others: See `spare`.
        force: See `free`; it never allows to write over an input.

    Returns:
        Whether anything was written: False if the same stands there already.

    Raises:
        OutputIsInputError: See `spare`.
        NotAPlainFileError: See `spare`.
        FileDiffersError: See `free`.
        OSError: If it cannot be written; what stood there still stands.
    """
    refuse_used_file(path, others)
    changed = not (path.exists() and path.read_bytes() == data)
    if changed:
        refuse_standing_files([path], kind, force=force)
        write_whole(path, data)
    _remember([_line(data, kind)])
    return changed


def write_all(
    paths: Sequence[Path],
    documents: Sequence[bytes],
    *,
    others: Iterable[str | Path] = (),
    force: bool = False,
) -> list[bool]:
    """Write documents that carry a number, none of them where anything but the very same stands.

    Args:
        paths: The files; their folders are made if absent.
        documents: Their bytes, in the same order.
        others: See `spare`.
        force: See `free`.

    Returns:
        For each whether it was written: False if the same stands there already.

    Raises:
        OutputIsInputError: See `spare`.
        NotAPlainFileError: See `spare`.
        FileDiffersError: If others stand there; all are named.
        OSError: If one cannot be written.
    """
    files = list(zip(paths, documents, strict=True))
    used = list(others)
    for path in paths:
        refuse_used_file(path, used)
    changed = [not (path.exists() and path.read_bytes() == data) for path, data in files]
    standing = [path for path, new in zip(paths, changed, strict=True) if new and path.exists()]
    if standing and not force:
        raise FileDiffersError(standing)
    for (path, data), new in zip(files, changed, strict=True):
        if new:
            write_whole(path, data)
    return changed


def remember(paths: Iterable[Path], kind: str) -> None:
    """Remember results that were written in another way; those that are not there are passed over."""
    _remember([_line(path.read_bytes(), kind) for path in paths if path.is_file()])


def _same(path: Path, other: Path) -> bool:
    with suppress(OSError, ValueError):  # an address or a number is no name of a file
        if path.exists() and other.exists():
            return path.samefile(other)
        return os.path.normcase(path.resolve()) == os.path.normcase(other.resolve())
    return False


def _line(data: bytes, kind: str) -> str:
    return f"{hashlib.sha256(data).hexdigest()} {kind}"


def _remembered() -> set[str]:
    try:
        return set((settings.data_folder() / LEDGER).read_text("utf-8", "replace").splitlines())
    except OSError:
        return set()


def _remember(lines: Sequence[str]) -> None:
    path = settings.data_folder() / LEDGER
    with suppress(OSError):  # a list that cannot be kept costs a question next time, not the result
        known = path.read_text("utf-8", "replace").splitlines() if path.exists() else []
        new = [line for line in lines if line not in known]
        if len(known) + len(new) > _LINES:
            write_whole(path, _text([*known, *new][-_LINES // 2 :]).encode())
        elif new:
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("a", encoding="utf-8", newline="\n") as file:
                file.write(_text(new))


def _text(lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in lines)
