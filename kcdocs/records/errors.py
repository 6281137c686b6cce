"""What can be wrong with a file of records."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kcdocs.errors import ExitCode, FindingsError, KcdocsError
from kcdocs.model.finding import Place

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from kcdocs.model.finding import Finding


class UnknownRecordFormatError(KcdocsError):
    """The file's name does not say what kind of file it is."""

    code = "RC101"
    exit_code = ExitCode.FILE

    def __init__(self, path: Path, known: Sequence[str]) -> None:
        super().__init__(
            f"Không biết đọc dữ liệu từ tệp «{path.name}»: phần đuôi phải là {', '.join(known)}.",
            mend="Lưu dữ liệu vào tệp YAML (.yaml), JSON (.json) hoặc bảng tính (.xlsx, .csv).",
            place=Place(file=str(path)),
        )


class UnreadableRecordError(KcdocsError):
    """The file is not there, is a folder, is too large or is no text."""

    code = "RC102"
    exit_code = ExitCode.FILE

    def __init__(self, path: Path, reason: str, mend: str) -> None:
        super().__init__(
            f"Không đọc được tệp dữ liệu «{path.name}»: {reason}.", mend=mend, place=Place(file=str(path))
        )


class RecordSyntaxError(KcdocsError):
    """The text is not YAML or JSON, or goes beyond what a file of records ever holds."""

    code = "RC103"
    exit_code = ExitCode.DATA

    def __init__(self, kind: str, reason: str, place: Place, mend: str) -> None:
        super().__init__(f"Tệp dữ liệu không đúng cú pháp {kind}: {reason}.", mend=mend, place=place)


class EmptyRecordsError(KcdocsError):
    """The file holds no record."""

    code = "RC104"
    exit_code = ExitCode.DATA

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"Tệp dữ liệu «{path.name}» không có hồ sơ nào.",
            mend="Điền dữ liệu theo tệp mẫu do lệnh «kcdocs templates form» tạo ra.",
            place=Place(file=str(path)),
        )


class RecordFaultsError(FindingsError):
    """Values of the file cannot be taken as they stand."""

    code = "RC110"
    exit_code = ExitCode.DATA

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__(
            f"Tệp dữ liệu có {len(findings)} lỗi; chưa tạo tệp nào.",
            findings,
            mend="Sửa các chỗ nêu trên trong tệp dữ liệu rồi chạy lại.",
        )
