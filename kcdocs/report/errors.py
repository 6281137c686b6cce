"""What goes wrong with reports."""

from __future__ import annotations

from collections.abc import Sequence

from kcdocs.errors import ExitCode, FindingsError, KcdocsError
from kcdocs.model.finding import Place


class ForeignTableError(KcdocsError):
    """The file to be written over is no comparison table of this product: somebody's other work."""

    name: str

    code = "RP101"
    exit_code = ExitCode.FILE
    words = "Tệp «{name}» đã có nhưng không phải bản so sánh, thuyết minh do kcdocs lập, nên không ghi đè."
    mend = "Chọn tên khác với --out, dời tệp cũ đi chỗ khác, hoặc thêm --force để ghi đè."

    def where(self) -> Place:
        return Place(file=self.name)


class ForeignOpinionsError(KcdocsError):
    """The file to be written over is no table of opinions of this product: somebody's other work."""

    name: str

    code = "RP115"
    exit_code = ExitCode.FILE
    words = "Tệp «{name}» đã có nhưng không phải bản tổng hợp ý kiến do kcdocs lập, nên không ghi đè."
    mend = "Chọn tên khác với --out, dời tệp cũ đi chỗ khác, hoặc thêm --force để ghi đè."

    def where(self) -> Place:
        return Place(file=self.name)


class BadFixesError(FindingsError):
    """A reviewer's file of pairs that cannot be understood; every fault of it at once."""

    name: str

    code = "RP102"
    exit_code = ExitCode.DATA
    words = "Tệp ghép cặp «{name}» có {count} chỗ chưa đúng."
    mend = (
        "Mỗi cặp ghi cu (nơi trong văn bản cũ) và moi (nơi trong văn bản mới), như «khoản 2 Điều 5»; để "
        "trống cu nếu là quy định mới, để trống moi nếu bị bỏ."
    )


class BadAnswersError(FindingsError):
    """A person's file of answers that cannot be understood; every fault of it at once."""

    name: str

    code = "RP111"
    exit_code = ExitCode.DATA
    words = "Tệp trả lời «{name}» có {count} chỗ chưa đúng."
    mend = (
        "Mỗi mục ghi noi (nơi trong văn bản sửa đổi, như «khoản 2 Điều 1»), lenh (lời của lệnh) và tra_loi "
        "(lời lệnh đã rõ)."
    )


class AbsentArticleError(KcdocsError):
    """Articles asked for that none of the texts has."""

    labels: Sequence[str]

    code = "RP112"
    exit_code = ExitCode.USAGE
    words = "Không văn bản nào được so sánh có {spots}."
    mend = "Xem lại số của điều ghi ở --article."

    @property
    def spots(self) -> str:
        return ", ".join(f"Điều {label}" for label in self.labels)


class NothingTrackedError(KcdocsError):
    """One file given to compare, and no tracked changes in it."""

    name: str

    code = "RP105"
    exit_code = ExitCode.USAGE
    words = "Chỉ có một tệp, và «{name}» không có chỗ sửa đang theo dõi làm thay đổi nội dung."
    mend = "Ghi thêm văn bản để so sánh: kcdocs compare CŨ MỚI."


class UnprovenRedlineError(KcdocsError):
    """A file with tracked changes that does not lead from the original to the draft: it is not delivered."""

    name: str
    accepted: bool
    part: str
    paragraph: int
    found: str
    expected: str

    code = "RP113"
    exit_code = ExitCode.DATA
    words = (
        "Chưa lập được bản đánh dấu sửa đổi đúng từng chữ nên không ghi tệp nào: khi {side} hết, đoạn "
        "{paragraph} ({part}) là «{found}», lẽ ra là «{expected}»."
    )
    mend = "Dùng dạng html hoặc docx để xem so sánh; gửi hai tệp này cho người bảo trì kcdocs."

    def where(self) -> Place:
        return Place(file=self.name, part=self.part, paragraph=self.paragraph)

    @property
    def side(self) -> str:
        return "chấp nhận" if self.accepted else "bác bỏ"
