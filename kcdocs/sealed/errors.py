"""What can be wrong with a sealed file."""

from __future__ import annotations

from pathlib import Path

from kcdocs.codes import Declared
from kcdocs.errors import ExitCode, FindingsError, KcdocsError
from kcdocs.model.finding import Place, Severity

WRONG = Declared(
    "KP110",
    Severity.ERROR,
    "A file in a sealed archive that is not what the archive's list says, or may not be there at all.",
    "{what}",
    mend="Lấy lại tệp này từ nơi đã lập nó.",
)


class NotSealedError(KcdocsError):
    """The file is no archive of that kind made by kcdocs."""

    path: Path
    what: str
    why: str

    code = "KP101"
    exit_code = ExitCode.FILE
    words = "«{path.name}» không phải {what} của kcdocs: {why}; chưa thay đổi gì."
    mend = "Chọn đúng tệp; tệp tải về dở thì tải lại."

    def where(self) -> Place:
        """The file."""
        return Place(file=str(self.path))


class NewerSealedError(KcdocsError):
    """A newer program made the archive."""

    path: Path
    what: str
    found: int
    known: int

    code = "KP102"
    exit_code = ExitCode.FILE
    words = (
        "«{path.name}» là {what} do bản kcdocs mới hơn lập (dạng {found}, bản này đọc đến dạng {known}); "
        "chưa thay đổi gì."
    )
    mend = "Cập nhật kcdocs trên máy này rồi chạy lại lệnh."

    def where(self) -> Place:
        """The file."""
        return Place(file=str(self.path))


class SpoiltSealedError(FindingsError):
    """An archive that is damaged, was changed by others, or holds what it may not."""

    path: Path
    what: str

    code = "KP103"
    exit_code = ExitCode.FILE
    words = "Tệp «{path.name}» ({what}) có {count} chỗ hỏng hoặc không an toàn; chưa thay đổi gì."
    mend = "Dùng một bản khác của tệp này, hoặc lấy lại từ nơi đã lập nó."
    most = 50
