"""The files beside a record that its values name: pictures, Word files and tables of annexes."""

from __future__ import annotations

from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING, ClassVar

from kcdocs.drafting import limits
from kcdocs.engine.beside_files import BesideFile
from kcdocs.errors import ExitCode, KcdocsError
from kcdocs.loading import load
from kcdocs.records.reading import SHEETS

if TYPE_CHECKING:
    from kcdocs.engine.beside_files import BesideReader


class OutsideFolderError(KcdocsError):
    """A value names a file that is not beside the record."""

    name: str
    folder: Path

    code = "TP231"
    exit_code: ClassVar[ExitCode] = ExitCode.DATA
    words = "«{name}» không phải tên một tệp nằm trong thư mục của tệp dữ liệu."
    mend = "Chép tệp đó vào thư mục «{folder}» rồi chỉ ghi tên tệp, ví dụ phu-luc-1.docx."


class MissingBesideError(KcdocsError):
    """A value names a file that is not there."""

    name: str
    folder: Path

    code = "TP232"
    exit_code: ClassVar[ExitCode] = ExitCode.DATA
    words = "Không có tệp «{name}» trong thư mục của tệp dữ liệu."
    mend = "Chép tệp đó vào thư mục «{folder}», hoặc sửa tên tệp trong dữ liệu."


def files_beside(folder: Path) -> BesideReader:
    """What reads the files in the folder of a record.

    Args:
        folder: The folder of the file of data; nothing outside it is read.
    """

    def read(name: str) -> BesideFile:
        path = _inside(folder, name)
        if path.suffix.lower() in SHEETS:
            from kcdocs.records.plain_table import table_rows  # noqa: PLC0415 - few documents have one beside

            return BesideFile(b"", table_rows(path, name))
        return BesideFile(load(path, name=name, limit=limits.LARGEST_BESIDE))

    return read


def _inside(folder: Path, name: str) -> Path:
    named = PureWindowsPath(name)
    if named.is_absolute() or named.drive or named.root or ".." in named.parts:
        raise OutsideFolderError(name, folder.resolve())
    path = folder / PurePosixPath(*named.parts)
    if not path.exists():
        raise MissingBesideError(name, folder.resolve())
    if not path.resolve().is_relative_to(folder.resolve()):
        raise OutsideFolderError(name, folder.resolve())
    return path
