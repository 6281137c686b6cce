"""What goes wrong with opinions, and what is worth telling of a returned file."""

from __future__ import annotations

from kcdocs.codes import Declared
from kcdocs.errors import ExitCode, KcdocsError
from kcdocs.model.finding import Place, Severity

OTHER_BASE = Declared(
    "OP101",
    Severity.ERROR,
    "A returned file is a draft of another text than the base, so nothing of it stands in the table.",
    "Tệp này không phải bản góp ý cho văn bản gốc «{base}»: chỉ {share} % điều khoản của văn bản gốc có "
    "nguyên văn trong tệp.",
    expected="bản dự thảo đã gửi lấy ý kiến, có hoặc không có chỗ sửa",
    mend="Tìm đúng tệp của cơ quan ấy, hoặc đối chiếu với đúng bản gốc mà tệp này góp ý.",
)

UNREAD = Declared(
    "OP102",
    Severity.ERROR,
    "A returned file could not be read, so nothing of it stands in the table.",
    "Không đọc được tệp góp ý: {reason}",
    mend="Mở tệp xem có đúng là văn bản không, lưu lại dạng .docx rồi chạy lại.",
)

OTHER_STATE = Declared(
    "OP201",
    Severity.WARNING,
    "A draft that tracks its changes has many without a mark: it may stem from another state of the base.",
    "Ngoài chỗ sửa theo dõi, tệp còn {count} điều khoản khác văn bản gốc mà không đánh dấu: có thể tệp được "
    "sửa trên một bản khác của dự thảo.",
    mend="So sánh tệp với văn bản gốc (kcdocs compare … --revisions reject) rồi quyết định.",
)


class UnknownFileError(KcdocsError):
    """An office was named for files that are not among the returned ones."""

    files: tuple[str, ...]

    code = "OP103"
    exit_code = ExitCode.USAGE
    words = "Đã ghi tên cơ quan cho tệp không có trong các tệp góp ý: {names}."
    mend = "Ghi --office TỆP=TÊN với TỆP đúng như đã ghi trong lệnh."

    @property
    def names(self) -> str:
        """The files."""
        return ", ".join(f"«{name}»" for name in self.files)

    def where(self) -> Place:
        """The first of them."""
        return Place(file=self.files[0])
