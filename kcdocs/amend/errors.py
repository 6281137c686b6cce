"""What goes wrong before a draft's commands can be applied."""

from __future__ import annotations

from collections.abc import Sequence

from kcdocs.errors import ExitCode, KcdocsError


class OtherInstrumentError(KcdocsError):
    """A draft that amends other instruments than the one given."""

    draft: str
    number: str
    named: Sequence[str]

    code = "AM001"
    exit_code = ExitCode.DATA
    words = "Dự thảo «{draft}» không sửa đổi {number}; dự thảo sửa đổi: {named}."
    mend = "Chọn đúng văn bản gốc, hoặc nói rõ bằng --as nếu tệp gốc ghi số khác."


class UnnamedTargetError(KcdocsError):
    """A draft that amends several instruments, and an original that does not say which it is."""

    original: str
    named: Sequence[str]

    code = "AM002"
    exit_code = ExitCode.USAGE
    words = "Dự thảo sửa đổi nhiều văn bản ({named}) mà «{original}» không ghi số, ký hiệu."
    mend = "Nói rõ văn bản gốc là văn bản nào, ví dụ: --as {named[0]}"


class NotAmendingError(KcdocsError):
    """A text without a single amending command."""

    draft: str

    code = "AM003"
    exit_code = ExitCode.DATA
    words = "Không đọc được lệnh sửa đổi, bổ sung nào trong «{draft}»."
    mend = "Nếu đây là bản viết lại toàn văn, dùng kcdocs compare với --draft whole."


class UndecidedDraftError(KcdocsError):
    """A text that commands in places and not elsewhere: taken for either, a change could be lost."""

    draft: str
    places: Sequence[str]

    code = "AM010"
    exit_code = ExitCode.USAGE
    words = "Chưa rõ «{draft}» là toàn văn hay văn bản sửa đổi, bổ sung: chỉ có lệnh sửa đổi ở {spots}."
    mend = (
        "Nói rõ: --draft whole để so sánh như toàn văn, --draft amending để áp các lệnh vào văn bản cũ rồi "
        "so sánh."
    )

    @property
    def spots(self) -> str:
        return ", ".join(self.places)


class UnplannableError(KcdocsError):
    """A draft that no commands can make of the original."""

    draft: str
    places: Sequence[str]

    code = "AM004"
    exit_code = ExitCode.DATA
    words = "Không viết được lệnh sửa đổi để ra đúng «{draft}» ở: {spots}."
    mend = "Soạn các điều đó bằng tay, hoặc ban hành văn bản thay thế."

    @property
    def spots(self) -> str:
        return ", ".join(self.places) or "nhiều nơi"


class NothingToAmendError(KcdocsError):
    """A rewritten text that says what the original says."""

    draft: str

    code = "AM008"
    exit_code = ExitCode.DATA
    words = "«{draft}» không khác văn bản gốc ở điều khoản nào, nên không có lệnh sửa đổi để soạn."
    mend = "Kiểm tra lại có đúng là bản viết lại không."
