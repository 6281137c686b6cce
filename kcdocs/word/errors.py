"""What goes wrong with a Word file before its words are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kcdocs.errors import ExitCode, KcdocsError
from kcdocs.model.finding import Place
from kcdocs.word import limits

if TYPE_CHECKING:
    from collections.abc import Sequence

_RESAVE = "Mở tệp bằng Word, chọn «Lưu thành» (Save As), kiểu «Word Document (*.docx)», rồi thử lại."


class PackageError(KcdocsError):
    """A file that is no Word document the product may open."""

    name: str

    mend = _RESAVE

    def where(self) -> Place:
        return Place(file=self.name, part=getattr(self, "part", ""))  # not every fault is of one part

    @property
    def head(self) -> str:
        return f"Tệp «{self.name}»: " if self.name else ""


class EmptyFileError(PackageError):
    """The file holds no byte."""

    code = "WD103"
    words = "{head}tệp rỗng (0 byte)."
    mend = "Lấy lại bản gốc; có thể tệp đã bị hỏng khi sao chép hoặc tải về."


class ImageFileError(PackageError):
    """The file is a picture."""

    kind: str

    code = "WD104"
    words = "{head}đây là ảnh {kind}, không phải tệp Word."
    mend = "Dùng bản Word (.docx) của văn bản; ảnh chụp, bản quét cần được nhận dạng chữ trước."


class PasswordError(PackageError):
    """The document is encrypted with a password."""

    code = "WD105"
    words = "{head}tài liệu được bảo vệ bằng mật khẩu nên không đọc được."
    mend = "Mở bằng Word, vào Tệp > Thông tin > Bảo vệ tài liệu, bỏ mật khẩu, lưu lại rồi thử lại."


class OldWordError(PackageError):
    """The file is in the binary format of Word 97–2003."""

    code = "WD106"
    words = "{head}đây là tệp Word đời cũ (.doc), không phải .docx."


class NotWordError(PackageError):
    """The file is something else than a ZIP archive."""

    kind: str

    code = "WD107"
    words = "{head}đây là {kind}, không phải tệp Word (.docx)."


class DamagedArchiveError(PackageError):
    """The archive is cut short, or a checksum does not hold."""

    part: str = ""

    code = "WD108"
    words = "{head}tệp .docx bị hỏng{spot}, không giải nén được."
    mend = "Lấy lại bản gốc; nếu Word còn mở được thì mở rồi lưu thành tệp mới."

    @property
    def spot(self) -> str:
        return f" (phần «{self.part}»)" if self.part else ""


class MissingMainPartError(PackageError):
    """The archive has no main document, or it is not a Word document's."""

    found: str

    code = "WD109"
    words = "{head}tệp nén không chứa văn bản Word: {found}."


class TooManyPartsError(PackageError):
    """The archive holds too many parts."""

    found: int
    limit: int

    code = "WD110"
    words = "{head}có {found} phần bên trong, nhiều hơn mức cho phép là {limit}."


class TooLargeError(PackageError):
    """The archive would unpack to too many bytes."""

    found: int
    limit: int

    code = "WD111"
    words = "{head}giải nén ra {size:.0f} MB, lớn hơn mức cho phép là {most:.0f} MB."
    mend = "Bỏ bớt ảnh hoặc chia nhỏ văn bản, rồi lưu lại bằng Word."

    @property
    def size(self) -> float:
        return self.found / 2**20

    @property
    def most(self) -> float:
        return self.limit / 2**20


class TooCompressedError(PackageError):
    """The archive is packed so tightly that it looks like a trap."""

    part: str
    found: float
    limit: int

    code = "WD112"
    words = (
        "{head}tỷ lệ nén bất thường ({found:.0f} lần, mức cho phép là {limit} lần){spot}; tệp giống "
        "«bom nén»."
    )
    mend = "Chỉ dùng tệp do Word hoặc LibreOffice tạo ra, lấy từ nguồn tin cậy."

    @property
    def spot(self) -> str:
        return f" ở phần «{self.part}»" if self.part else ""


class DoctypeError(PackageError):
    """A part declares a document type or an entity."""

    part: str

    code = "WD113"
    words = "{head}phần «{part}» khai báo DTD hoặc thực thể XML, điều Word không bao giờ làm."
    mend = "Chỉ dùng tệp do Word hoặc LibreOffice tạo ra, lấy từ nguồn tin cậy."


class BrokenPartError(PackageError):
    """A part is not well-formed XML."""

    part: str
    reason: str

    code = "WD114"
    words = "{head}phần «{part}» không phải XML hợp lệ ({reason})."
    mend = "Mở bằng Word để Word sửa, rồi lưu thành tệp mới."


class MacrosError(PackageError):
    """The document carries macros."""

    part: str

    code = "WD115"
    words = "{head}có chứa macro (phần «{part}»)."


class EmbeddedObjectError(PackageError):
    """The document carries an OLE object or an ActiveX control."""

    part: str

    code = "WD116"
    words = "{head}có nhúng đối tượng OLE hoặc ActiveX (khai báo ở phần «{part}»)."
    mend = "Xóa đối tượng nhúng trong Word hoặc thay bằng ảnh, rồi lưu lại."


class ExternalLinkError(PackageError):
    """The document fetches something from outside itself."""

    part: str
    target: str

    code = "WD117"
    words = "{head}có liên kết ra bên ngoài tới «{target}» (khai báo ở phần «{part}»)."
    mend = "Nhúng hẳn ảnh vào văn bản, bỏ mẫu đính kèm (Developer > Document Template) rồi lưu."


class ChunkError(PackageError):
    """The document imports another file whole (altChunk)."""

    part: str

    code = "WD118"
    words = (
        "{head}chèn nguyên một tệp khác chưa được Word hòa vào văn bản (altChunk, khai báo ở phần «{part}»)."
    )


class DuplicatePartError(PackageError):
    """Two different parts bear one name."""

    part: str

    code = "WD119"
    words = "{head}có hai phần khác nhau cùng tên «{part}»."


class CrowdedPackageError(PackageError):
    """The parts hold more elements than any document."""

    limit: int

    code = "WD123"
    words = "{head}có nhiều hơn {limit} thẻ XML, không giống một văn bản."
    mend = "Chia nhỏ văn bản thành nhiều tệp, rồi lưu lại bằng Word."


class UnknownPictureError(KcdocsError):
    """A picture is in no format that Word shows."""

    code = "WD120"
    exit_code = ExitCode.DATA
    words = "Ảnh đưa vào văn bản không thuộc loại PNG, JPEG, GIF, BMP hay TIFF."
    mend = "Lưu lại ảnh ở dạng PNG hoặc JPEG."


class JoinConflictError(KcdocsError):
    """Two documents cannot stand in one file, for a file has such a thing only once.

    Args:
        first: The document whose definition stands.
        second: The document that defines it otherwise.
        what: What they define differently, in words.
    """

    first: str
    second: str
    what: Sequence[str]

    code = "WD121"
    words = (
        "Không gộp được «{first}» và «{second}» vào một tệp Word: hai tệp định nghĩa khác nhau "
        "{shown}{more}, mà một tệp Word chỉ có một định nghĩa."
    )
    mend = (
        "In riêng các văn bản khác mẫu hoặc đã lưu lại bằng chương trình khác; muốn in liền cả đợt thì "
        "dùng --pdf."
    )

    def where(self) -> Place:
        return Place(file=self.second)

    @property
    def shown(self) -> str:
        return ", ".join(self.what[: limits.CONFLICTS_SHOWN])

    @property
    def more(self) -> str:
        return (
            f" và {len(self.what) - limits.CONFLICTS_SHOWN} mục khác"
            if len(self.what) > limits.CONFLICTS_SHOWN
            else ""
        )


class StrictWordError(PackageError):
    """The document is in the strict dialect of OOXML."""

    code = "WD122"
    words = "{head}lưu theo dạng «Strict Open XML» nên không gộp với tệp khác được."


class OwnChangesTouchedError(PackageError):
    """A change would stand in a paragraph that holds tracked changes which are to stay."""

    words_touched: str

    code = "WD124"
    words = (
        "{head}đoạn «{shown}» đang có chỗ sửa theo dõi của người khác mà bản mới cũng sửa, nên không đánh "
        "dấu chồng lên được."
    )
    mend = "Chấp nhận hoặc bác bỏ các chỗ sửa đó trước (trong Word, hoặc bằng --revisions accept, reject)."

    @property
    def shown(self) -> str:
        return self.words_touched[: limits.WORDS_SHOWN]


class UnmarkablePictureError(PackageError):
    """The draft shows something that cannot be taken over into another document."""

    code = "WD125"
    words = "{head}có hình, biểu đồ hoặc đối tượng mới mà không chép được sang bản đánh dấu sửa đổi."
    mend = "Chép hình, biểu đồ đó sang bản gốc bằng Word rồi làm lại, hoặc bỏ nó khỏi bản mới."
