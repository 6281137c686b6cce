"""What can be wrong with a file whose form is to be mended or told of."""

from __future__ import annotations

from kcdocs.errors import ExitCode, KcdocsError
from kcdocs.model.finding import Place


class TrackedChangesInFormError(KcdocsError):
    """A document with tracked changes is to be mended."""

    name: str
    count: int

    code = "LT901"
    exit_code = ExitCode.FILE
    words = "«{name}» còn {count} chỗ sửa đang theo dõi (Track Changes), nên không sửa thể thức; chưa ghi gì."
    mend = "Chấp nhận hoặc bác bỏ hết các chỗ sửa trong Word, lưu lại, rồi chạy lại."

    def where(self) -> Place:
        """The file."""
        return Place(file=self.name)
