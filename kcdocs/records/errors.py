"""What can be wrong with a file of records."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kcdocs.errors import ExitCode, FindingsError, KcdocsError
from kcdocs.model.finding import Place

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


class UnknownRecordFormatError(KcdocsError):
    """The file's name does not say what kind of file it is."""

    path: Path
    known: Sequence[str]

    code = "RC101"
    exit_code = ExitCode.FILE
    words = "Không biết đọc dữ liệu từ tệp «{path.name}»: phần đuôi phải là {known}."
    mend = "Lưu dữ liệu vào một trong các loại tệp ấy."

    def where(self) -> Place:
        return Place(file=str(self.path))


class UnreadableRecordError(KcdocsError):
    """The file is not there, is a folder, is too large or is no text."""

    path: Path
    reason: str
    advice: str

    code = "RC102"
    exit_code = ExitCode.FILE
    words = "Không đọc được tệp dữ liệu «{path.name}»: {reason}."
    mend = "{advice}"

    def where(self) -> Place:
        return Place(file=str(self.path))


class RecordSyntaxError(KcdocsError):
    """The text is not YAML or JSON, or goes beyond what a file of records ever holds."""

    kind: str
    reason: str
    place: Place
    advice: str

    code = "RC103"
    exit_code = ExitCode.DATA
    words = "Tệp dữ liệu không đúng cú pháp {kind}: {reason}."
    mend = "{advice}"


class EmptyRecordsError(KcdocsError):
    """The file holds no record."""

    path: Path

    code = "RC104"
    exit_code = ExitCode.DATA
    words = "Tệp dữ liệu «{path.name}» không có hồ sơ nào."
    mend = "Điền dữ liệu theo tệp mẫu do lệnh «kcdocs templates form» tạo ra."

    def where(self) -> Place:
        return Place(file=str(self.path))


class RecordFaultsError(FindingsError):
    """Values of the file cannot be taken as they stand."""

    code = "RC110"
    exit_code = ExitCode.DATA
    words = "Tệp dữ liệu có {count} lỗi; chưa tạo tệp nào."
    mend = "Sửa các chỗ nêu trên trong tệp dữ liệu rồi chạy lại."


class UnknownFormError(KcdocsError):
    """A starter file of another kind was asked for."""

    path: Path

    code = "RC105"
    exit_code = ExitCode.USAGE
    words = (
        "Không lập được tệp dữ liệu «{path.name}»: phần đuôi phải là .xlsx, .csv, .yaml, .json hoặc .jsonl."
    )
    mend = "Đặt lại tên, ví dụ --out ho-so.xlsx."


class FormNeedsSheetsError(KcdocsError):
    """A CSV file has one table, and the records have groups that repeat."""

    path: Path
    name: str
    groups: Sequence[str]

    code = "RC106"
    exit_code = ExitCode.USAGE
    words = "Tệp «{path.name}» chỉ có một bảng, còn hồ sơ của {name} có nhóm lặp lại: {listed}."
    mend = "Lập tệp .xlsx: mỗi nhóm có một trang tính riêng."

    @property
    def listed(self) -> str:
        return ", ".join(f"«{group}»" for group in self.groups)
