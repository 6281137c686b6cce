"""What goes wrong with opinions, and what is worth telling of a returned file."""

from __future__ import annotations

from kcdocs.codes import Declared
from kcdocs.errors import ExitCode, FindingsError, KcdocsError
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
    mend="Mở tệp xem có đúng là văn bản không, lưu lại dạng .docx rồi chạy lại. Bản quét thì thêm --ocr.",
)

OTHER_DRAFT = Declared(
    "OP107",
    Severity.ERROR,
    "A letter of opinion is about another draft than the base, so nothing of it stands in the table.",
    "Văn bản góp ý này nói về «dự thảo {named}», không phải «{base}».",
    expected="văn bản góp ý cho dự thảo đã gửi lấy ý kiến",
    mend="Tìm đúng tệp của cơ quan ấy. Nếu cơ quan ghi nhầm tên thì sửa tên trong một bản sao rồi chạy lại.",
)

DOUBTFUL_DRAFT = Declared(
    "OP204",
    Severity.WARNING,
    "It is not certain that a letter of opinion is about the base: what it names or quotes differs.",
    "Chưa chắc văn bản này góp ý cho «{base}»: văn bản nêu «{named}».",
    mend="Mở văn bản xem có đúng dự thảo ấy không; nếu không thì bỏ tệp ra rồi lập lại bảng.",
)

OTHER_STATE = Declared(
    "OP201",
    Severity.WARNING,
    "A returned draft differs at many places without a mark: it may stem from another state of the base.",
    "Tệp có {count} điều khoản khác văn bản gốc mà không đánh dấu sửa: có thể tệp được sửa trên một bản khác "
    "của dự thảo.",
    mend="So sánh tệp với văn bản gốc (kcdocs compare … --revisions reject) rồi quyết định.",
)


CLASH = Declared(
    "OP202",
    Severity.WARNING,
    "Drafts that are merged change one place, each in its own way; the base stands there, with comments.",
    "Các bản sửa không thể cùng ghi vào «{where}»: {wishes}.",
    mend="Chỗ này trong tệp gộp vẫn là lời của bản gốc, kèm bình luận nêu từng đề nghị; chọn rồi sửa tay.",
)

UNSHOWN_MARGIN = Declared(
    "OP203",
    Severity.WARNING,
    "Headers or footers that drafts change in different ways, or for which the base has no section.",
    "{what}: các bản sửa ghi khác nhau, hoặc bản gốc không có phần ngắt trang ấy; tệp gộp giữ như bản gốc.",
    mend="Xem riêng chỗ này trong các bản sửa.",
)


MISNUMBERED_ROW = Declared(
    "OP205",
    Severity.WARNING,
    "Drafts typed numbers of rows each for itself: once all is accepted, they are out of order.",
    "{table}: chấp nhận hết thì hàng {row} ghi số {number} ngay sau số {before}, vì các bản sửa tự gõ số.",
    mend="Chấp nhận các chỗ sửa rồi đánh lại số thứ tự của bảng.",
)

MISNUMBERED = Declared(
    "OP206",
    Severity.WARNING,
    "Drafts typed labels of provisions each for itself: once all is accepted, they are out of order.",
    "Chấp nhận hết thì thứ tự lệch: {what}.",
    mend="Chấp nhận các chỗ sửa rồi đánh lại số điều, khoản, điểm ở đó và các chỗ viện dẫn.",
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


class SameNameError(KcdocsError):
    """Two drafts that are to be merged would sign with one name."""

    names: tuple[str, ...]

    code = "OP104"
    exit_code = ExitCode.USAGE
    words = "Mỗi bản sửa cần đứng tên một người hay cơ quan riêng, nhưng nhiều bản cùng tên: {told}."
    mend = "Ghi --office TỆP=TÊN cho từng bản."

    @property
    def told(self) -> str:
        """The names."""
        return ", ".join(f"«{name}»" for name in self.names)


class OtherBaseError(FindingsError):
    """Files that are to be merged are drafts of other texts than the base, so nothing is merged."""

    code = "OP105"
    exit_code = ExitCode.DATA
    words = "Chưa gộp: {count} tệp không phải bản sửa của văn bản gốc đã nêu."
    mend = "Bỏ các tệp ấy khỏi lệnh, hoặc gộp với đúng bản gốc của chúng."


class UnprovenMergeError(KcdocsError):
    """A merged file that does not lead from the base to each draft: it is not delivered."""

    name: str
    draft: str
    part: str
    paragraph: int
    found: str
    expected: str

    code = "OP106"
    exit_code = ExitCode.DATA
    words = (
        "Chưa gộp được đúng từng chữ nên không ghi tệp nào: theo {draft}, đoạn {paragraph} ({part}) là "
        "«{found}», lẽ ra là «{expected}»."
    )
    mend = "Lập bản tổng hợp bằng kcdocs opinions; gửi các tệp này cho người bảo trì kcdocs."

    def where(self) -> Place:
        """The paragraph."""
        return Place(file=self.name, part=self.part, paragraph=self.paragraph)
