"""What goes wrong in the register."""

from __future__ import annotations

from collections.abc import Sequence

from kcdocs.errors import ExitCode, KcdocsError


class RegisterUnreachableError(KcdocsError):
    """A register that cannot be opened."""

    code = "RG001"
    exit_code = ExitCode.ENVIRONMENT

    def __init__(self, address: str, why: str) -> None:
        super().__init__(
            f"Không mở được sổ đăng ký số «{address}»: {why}.",
            mend="kiểm tra địa chỉ sổ (biến KCDOCS_REGISTER), quyền ghi, và máy chủ PostgreSQL nếu có.",
        )


class NetworkDriveError(KcdocsError):
    """A SQLite register on a network drive, where locks do not hold."""

    code = "RG002"
    exit_code = ExitCode.ENVIRONMENT

    def __init__(self, path: str, kind: str) -> None:
        super().__init__(
            f"Sổ đăng ký số «{path}» nằm trên ổ mạng ({kind}); khóa tệp ở đó không bảo đảm,"
            " hai máy có thể lấy trùng số.",
            mend="để sổ trên ổ của máy này, hoặc dùng chung qua PostgreSQL: KCDOCS_REGISTER=postgresql://…",
        )


class SeriesUnknownError(KcdocsError):
    """A series that was never opened."""

    code = "RG101"
    exit_code = ExitCode.DATA

    def __init__(self, series: str) -> None:
        super().__init__(
            f"Sổ đăng ký chưa có dãy số «{series}».",
            mend=f'mở dãy số: kcdocs register open "{series}" --next 1 (hoặc số kế tiếp của sổ đang dùng).',
        )


class SeriesOpenError(KcdocsError):
    """A series that has given numbers already cannot be opened again."""

    code = "RG102"
    exit_code = ExitCode.DATA

    def __init__(self, series: str, following: int) -> None:
        super().__init__(
            f"Dãy số «{series}» đã mở; số kế tiếp là {following}.",
            mend="cứ lấy số tiếp theo; muốn bỏ một số, dùng kcdocs register release kèm lý do.",
        )


class NumbersTakenError(KcdocsError):
    """Numbers asked for that are already given."""

    code = "RG103"
    exit_code = ExitCode.DATA

    def __init__(self, series: str, numbers: Sequence[int]) -> None:
        super().__init__(
            f"Dãy số «{series}» đã cấp các số: {', '.join(map(str, numbers))}.",
            mend="sửa số trong dữ liệu, hoặc xóa cột số để kcdocs tự lấy số kế tiếp.",
        )


class NumbersAheadError(KcdocsError):
    """Numbers asked for that would leave a hole before them."""

    code = "RG104"
    exit_code = ExitCode.DATA

    def __init__(self, series: str, following: int, hole: int) -> None:
        super().__init__(
            f"Số kế tiếp của dãy «{series}» là {following}; các số xin cấp bỏ cách số {hole}.",
            mend=f"bắt đầu từ số {following}, hoặc bỏ trống một số có lý do: kcdocs register release.",
        )


class NotReservedError(KcdocsError):
    """Numbers that are not held, so can be neither confirmed nor released."""

    code = "RG105"
    exit_code = ExitCode.DATA

    def __init__(self, series: str, numbers: Sequence[int]) -> None:
        super().__init__(
            f"Dãy số «{series}» không giữ các số: {', '.join(map(str, numbers))}.",
            mend="xem các số và trạng thái: kcdocs register list.",
        )


class BadSeriesError(KcdocsError):
    """Words that name no series."""

    code = "RG106"
    exit_code = ExitCode.USAGE

    def __init__(self, said: str) -> None:
        super().__init__(
            f"«{said}» không phải tên một dãy số.",
            mend="ghi loại văn bản, cơ quan và năm, ví dụ «QĐ-BCT/2026».",
        )
