"""What goes wrong before a draft's commands can be applied."""

from __future__ import annotations

from collections.abc import Sequence

from kcdocs.errors import ExitCode, KcdocsError


class OtherInstrumentError(KcdocsError):
    """A draft that amends other instruments than the one given."""

    code = "AM001"
    exit_code = ExitCode.DATA

    def __init__(self, draft: str, number: str, named: Sequence[str]) -> None:
        super().__init__(
            f"Dự thảo «{draft}» không sửa đổi {number}; dự thảo sửa đổi: {', '.join(named)}.",
            mend="chọn đúng văn bản gốc, hoặc nói rõ bằng --as nếu tệp gốc ghi số khác.",
        )


class UnnamedTargetError(KcdocsError):
    """A draft that amends several instruments, and an original that does not say which it is."""

    code = "AM002"
    exit_code = ExitCode.USAGE

    def __init__(self, original: str, named: Sequence[str]) -> None:
        super().__init__(
            f"Dự thảo sửa đổi nhiều văn bản ({', '.join(named)}) mà «{original}» không ghi số, ký hiệu.",
            mend=f"nói rõ văn bản gốc là văn bản nào, ví dụ: --as {named[0]}",
        )


class NotAmendingError(KcdocsError):
    """A text without a single amending command."""

    code = "AM003"
    exit_code = ExitCode.DATA

    def __init__(self, draft: str) -> None:
        super().__init__(
            f"Không đọc được lệnh sửa đổi, bổ sung nào trong «{draft}».",
            mend="nếu đây là bản viết lại toàn văn, dùng kcdocs compare.",
        )


class UnplannableError(KcdocsError):
    """A draft that no commands can make of the original."""

    code = "AM004"
    exit_code = ExitCode.DATA

    def __init__(self, draft: str, places: Sequence[str]) -> None:
        where = ", ".join(places) or "nhiều nơi"
        super().__init__(
            f"Không viết được lệnh sửa đổi để ra đúng «{draft}» ở: {where}.",
            mend="soạn các điều đó bằng tay, hoặc ban hành văn bản thay thế.",
        )


class NoSetError(KcdocsError):
    """An amending instrument that no set of templates is for."""

    code = "AM005"
    exit_code = ExitCode.USAGE

    def __init__(self, type_: str) -> None:
        super().__init__(
            f"Chưa có bộ mẫu Word cho {type_.lower() or 'văn bản'} sửa đổi; mới có bộ mẫu nghị định sửa đổi.",
            mend="ghi ra tệp .txt rồi trình bày bằng tay.",
        )


class NoSingleRecordError(KcdocsError):
    """A file that should hold one record."""

    code = "AM006"
    exit_code = ExitCode.DATA

    def __init__(self, name: str, count: int) -> None:
        super().__init__(f"Tệp «{name}» có {count} hồ sơ; cần đúng một.", mend="tách hồ sơ ra một tệp riêng.")


class ForeignFieldsError(KcdocsError):
    """A record that gives what the commands themselves give."""

    code = "AM007"
    exit_code = ExitCode.DATA

    def __init__(self, name: str, fields: Sequence[str]) -> None:
        super().__init__(
            f"Tệp «{name}» ghi {', '.join(fields)}, nhưng các điều và phụ lục do lệnh sửa đổi lập ra.",
            mend="bỏ các trường đó khỏi tệp.",
        )


class NothingToAmendError(KcdocsError):
    """A rewritten text that says what the original says."""

    code = "AM008"
    exit_code = ExitCode.DATA

    def __init__(self, draft: str) -> None:
        super().__init__(
            f"«{draft}» không khác văn bản gốc ở điều khoản nào, nên không có lệnh sửa đổi để soạn.",
            mend="kiểm tra lại có đúng là bản viết lại không.",
        )
