"""What can be wrong with a set, its versions or the data given to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kcdocs.errors import ExitCode, FindingsError, KcdocsError
from kcdocs.model.finding import Finding, Place, Severity
from kcdocs.text.dates import short_date

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path


class UnknownSetError(KcdocsError):
    """No set bears the name."""

    code = "TP301"
    exit_code = ExitCode.TEMPLATE

    def __init__(self, name: str, known: Sequence[str], near: str = "") -> None:
        guess = f" Có phải là «{near}»?" if near else ""
        super().__init__(
            f"Không có bộ mẫu «{name}».{guess}",
            mend=f"Các bộ mẫu hiện có: {', '.join(known) or 'chưa có bộ nào'}.",
        )


class UnknownVersionError(KcdocsError):
    """The set has no such version."""

    code = "TP302"
    exit_code = ExitCode.TEMPLATE

    def __init__(self, name: str, version: str, known: Sequence[str]) -> None:
        super().__init__(
            f"Bộ mẫu «{name}» không có phiên bản «{version}».",
            mend=f"Các phiên bản hiện có: {', '.join(known)}.",
        )


class RecordError(KcdocsError):
    """Something about one record keeps its version from being chosen."""

    @property
    def finding(self) -> Finding:
        """The same as a finding, to be told with the faults of other records."""
        return Finding(self.code, Severity.ERROR, self.place or Place(), self.message, mend=self.mend)


class NoVersionInForceError(RecordError):
    """No version of the set is in force on the date."""

    code = "TP303"
    exit_code = ExitCode.TEMPLATE

    def __init__(self, name: str, on: date, periods: Sequence[str], place: Place | None = None) -> None:
        super().__init__(
            f"Bộ mẫu «{name}» không có phiên bản nào dùng cho văn bản ngày {short_date(on)}.",
            mend=f"Các phiên bản: {'; '.join(periods)}. Xem lại ngày, hoặc chọn «{name}@PHIÊN-BẢN».",
            place=place,
        )


class BrokenSetError(KcdocsError):
    """A file of the set is missing or cannot be read as what it should be."""

    code = "TP304"
    exit_code = ExitCode.TEMPLATE

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            f"Bộ mẫu có tệp hỏng hoặc thiếu: «{path}» ({reason}).",
            mend="Xem mô tả các tệp của một bộ mẫu trong hướng dẫn, hoặc cài lại kcdocs.",
        )


class ChangedReleaseError(KcdocsError):
    """A released version is no longer what was released."""

    code = "TP305"
    exit_code = ExitCode.TEMPLATE

    def __init__(self, name: str) -> None:
        super().__init__(
            f"Phiên bản đã phát hành «{name}» bị sửa: mã băm không khớp với templates/released.toml.",
            mend="Khôi phục các tệp của phiên bản ấy; muốn sửa mẫu thì lập phiên bản mới.",
        )


class DateNeededError(RecordError):
    """Neither the record nor the command says the document's date, so no version can be chosen."""

    code = "TP306"
    exit_code = ExitCode.DATA

    def __init__(self, place: Place) -> None:
        super().__init__(
            "Chưa biết ngày của văn bản nên không chọn được phiên bản mẫu.",
            mend="Ghi trường «ngay» trong hồ sơ, hoặc thêm --date, ví dụ --date 2024-12-27.",
            place=place,
        )


class DateConflictError(RecordError):
    """The record and the command name different dates."""

    code = "TP307"
    exit_code = ExitCode.DATA

    def __init__(self, recorded: date, asked: date, place: Place) -> None:
        super().__init__(
            f"Hồ sơ ghi ngày {short_date(recorded)} nhưng --date là {short_date(asked)}.",
            mend="Bỏ --date, hoặc sửa trường «ngay» (ghi «để trống» nếu văn thư điền ngày sau).",
            place=place,
        )


class NoTransitionError(RecordError):
    """The record declares the transitional regime, but the set has no version kept for it."""

    code = "TP308"
    exit_code = ExitCode.DATA

    def __init__(self, name: str, place: Place) -> None:
        super().__init__(
            f"Bộ mẫu «{name}» không có mẫu nào dùng cho quy định chuyển tiếp.",
            mend="Bỏ trường «che_do_chuyen_tiep», hoặc chỉ định phiên bản bằng tên «BỘ-MẪU@PHIÊN-BẢN».",
            place=place,
        )


class AlreadyReleasedError(KcdocsError):
    """The version was released before."""

    code = "TP309"
    exit_code = ExitCode.TEMPLATE

    def __init__(self, name: str) -> None:
        super().__init__(
            f"Phiên bản «{name}» đã phát hành nên không phát hành lại được.",
            mend="Muốn sửa mẫu thì lập phiên bản mới.",
        )


class BusySetsError(KcdocsError):
    """Another process is changing the folder of sets."""

    code = "TP355"
    exit_code = ExitCode.TEMPLATE

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"Một lệnh khác đang lập hoặc phát hành bộ mẫu trong thư mục «{folder}».",
            mend="Chờ lệnh ấy xong rồi chạy lại.",
        )


class ContractError(FindingsError):
    """The data is not what the set's version needs."""

    code = "TP310"
    exit_code = ExitCode.DATA

    def __init__(self, name: str, findings: Sequence[Finding]) -> None:
        super().__init__(
            f"Dữ liệu chưa đúng với bộ mẫu {name}: {len(findings)} lỗi; chưa tạo tệp nào.",
            findings,
            mend=f"Sửa các chỗ nêu trên; xem các trường bằng lệnh «kcdocs templates show {name}».",
        )


class UnknownFormError(KcdocsError):
    """A starter file of another kind was asked for."""

    code = "TP351"
    exit_code = ExitCode.USAGE

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"Không lập được tệp dữ liệu «{path.name}»: phần đuôi phải là .xlsx hoặc .yaml.",
            mend="Đặt lại tên, ví dụ --out ho-so.xlsx.",
        )


class BadSetNameError(KcdocsError):
    """The name of a new set will not do."""

    code = "TP352"
    exit_code = ExitCode.USAGE

    def __init__(self, name: str) -> None:
        super().__init__(
            f"Tên bộ mẫu «{name}» không dùng được.",
            mend="Dùng chữ thường không dấu, chữ số và dấu gạch nối, ví dụ giay-moi.",
        )


class SetExistsError(KcdocsError):
    """A set of the name is there."""

    code = "TP353"
    exit_code = ExitCode.USAGE

    def __init__(self, name: str) -> None:
        super().__init__(f"Đã có bộ mẫu «{name}».", mend="Chọn tên khác, hoặc thêm phiên bản vào bộ mẫu ấy.")


class BrokenTemplateError(KcdocsError):
    """The template has faults."""

    code = "TP354"
    exit_code = ExitCode.TEMPLATE

    def __init__(self, name: str) -> None:
        super().__init__(
            f"Mẫu «{name}» còn lỗi.",
            mend=f"Chạy «kcdocs templates check {name}» để xem từng lỗi và cách sửa.",
        )
