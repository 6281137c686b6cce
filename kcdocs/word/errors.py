"""What goes wrong with a Word file before its words are read."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from kcdocs.errors import ExitCode, KcdocsError
from kcdocs.model.finding import Place

if TYPE_CHECKING:
    from collections.abc import Sequence

_SHOWN = 5
_RESAVE = "Xin mở tệp bằng Word, chọn «Lưu thành» (Save As), kiểu «Word Document (*.docx)», rồi thử lại."


class PackageError(KcdocsError):
    """A file that is no Word document the product may open."""

    exit_code: ClassVar[ExitCode] = ExitCode.FILE

    def __init__(self, name: str, message: str, *, mend: str = _RESAVE, part: str = "") -> None:
        super().__init__(
            f"Tệp «{name}»: {message}" if name else message, mend=mend, place=Place(file=name, part=part)
        )


class EmptyFileError(PackageError):
    """The file holds no byte."""

    code = "WD103"

    def __init__(self, name: str) -> None:
        super().__init__(
            name,
            "tệp rỗng (0 byte).",
            mend="Xin lấy lại bản gốc; có thể tệp đã bị hỏng khi sao chép hoặc tải về.",
        )


class ImageFileError(PackageError):
    """The file is a picture."""

    code = "WD104"

    def __init__(self, name: str, kind: str) -> None:
        super().__init__(
            name,
            f"đây là ảnh {kind}, không phải tệp Word.",
            mend="Xin dùng bản Word (.docx) của văn bản; ảnh chụp, bản quét cần được nhận dạng chữ trước.",
        )


class PasswordError(PackageError):
    """The document is encrypted with a password."""

    code = "WD105"

    def __init__(self, name: str) -> None:
        super().__init__(
            name,
            "tài liệu được bảo vệ bằng mật khẩu nên không đọc được.",
            mend="Xin mở bằng Word, vào Tệp > Thông tin > Bảo vệ tài liệu, bỏ mật khẩu, lưu lại rồi thử lại.",
        )


class OldWordError(PackageError):
    """The file is in the binary format of Word 97–2003."""

    code = "WD106"

    def __init__(self, name: str) -> None:
        super().__init__(name, "đây là tệp Word đời cũ (.doc), không phải .docx.")


class NotWordError(PackageError):
    """The file is something else than a ZIP archive."""

    code = "WD107"

    def __init__(self, name: str, kind: str) -> None:
        super().__init__(name, f"đây là {kind}, không phải tệp Word (.docx).")


class DamagedArchiveError(PackageError):
    """The archive is cut short, or a checksum does not hold."""

    code = "WD108"

    def __init__(self, name: str, part: str = "") -> None:
        where = f" (phần «{part}»)" if part else ""
        super().__init__(
            name,
            f"tệp .docx bị hỏng{where}, không giải nén được.",
            mend="Xin lấy lại bản gốc; nếu Word còn mở được thì mở rồi lưu thành tệp mới.",
            part=part,
        )


class MissingMainPartError(PackageError):
    """The archive has no main document, or it is not a Word document's."""

    code = "WD109"

    def __init__(self, name: str, found: str) -> None:
        super().__init__(name, f"tệp nén không chứa văn bản Word: {found}.")


class TooManyPartsError(PackageError):
    """The archive holds too many parts."""

    code = "WD110"

    def __init__(self, name: str, found: int, limit: int) -> None:
        super().__init__(name, f"có {found} phần bên trong, nhiều hơn mức cho phép là {limit}.")


class TooLargeError(PackageError):
    """The archive would unpack to too many bytes."""

    code = "WD111"

    def __init__(self, name: str, found: int, limit: int) -> None:
        super().__init__(
            name,
            f"giải nén ra {found / 2**20:.0f} MB, lớn hơn mức cho phép là {limit / 2**20:.0f} MB.",
            mend="Xin bỏ bớt ảnh hoặc chia nhỏ văn bản, rồi lưu lại bằng Word.",
        )


class TooCompressedError(PackageError):
    """The archive is packed so tightly that it looks like a trap."""

    code = "WD112"

    def __init__(self, name: str, part: str, found: float, limit: int) -> None:
        super().__init__(
            name,
            f"tỷ lệ nén bất thường ({found:.0f} lần, mức cho phép là {limit} lần)"
            f"{f' ở phần «{part}»' if part else ''}; tệp giống «bom nén».",
            mend="Xin chỉ dùng tệp do Word hoặc LibreOffice tạo ra, lấy từ nguồn tin cậy.",
            part=part,
        )


class DoctypeError(PackageError):
    """A part declares a document type or an entity."""

    code = "WD113"

    def __init__(self, name: str, part: str) -> None:
        super().__init__(
            name,
            f"phần «{part}» khai báo DTD hoặc thực thể XML, điều Word không bao giờ làm.",
            mend="Xin chỉ dùng tệp do Word hoặc LibreOffice tạo ra, lấy từ nguồn tin cậy.",
            part=part,
        )


class BrokenPartError(PackageError):
    """A part is not well-formed XML."""

    code = "WD114"

    def __init__(self, name: str, part: str, reason: str) -> None:
        super().__init__(
            name,
            f"phần «{part}» không phải XML hợp lệ ({reason}).",
            mend="Xin mở bằng Word để Word sửa, rồi lưu thành tệp mới.",
            part=part,
        )


class MacrosError(PackageError):
    """The document carries macros."""

    code = "WD115"

    def __init__(self, name: str, part: str) -> None:
        super().__init__(name, f"có chứa macro (phần «{part}»).", part=part)


class EmbeddedObjectError(PackageError):
    """The document carries an OLE object or an ActiveX control."""

    code = "WD116"

    def __init__(self, name: str, part: str) -> None:
        super().__init__(
            name,
            f"có nhúng đối tượng OLE hoặc ActiveX (khai báo ở phần «{part}»).",
            mend="Xin xóa đối tượng nhúng trong Word hoặc thay bằng ảnh, rồi lưu lại.",
            part=part,
        )


class ExternalLinkError(PackageError):
    """The document fetches something from outside itself."""

    code = "WD117"

    def __init__(self, name: str, part: str, target: str) -> None:
        super().__init__(
            name,
            f"có liên kết ra bên ngoài tới «{target}» (khai báo ở phần «{part}»).",
            mend="Xin nhúng hẳn ảnh vào văn bản, bỏ mẫu đính kèm (Developer > Document Template) rồi lưu.",
            part=part,
        )


class ChunkError(PackageError):
    """The document imports another file whole (altChunk)."""

    code = "WD118"

    def __init__(self, name: str, part: str) -> None:
        super().__init__(
            name,
            f"chèn nguyên một tệp khác chưa được Word hòa vào văn bản (altChunk, khai báo ở phần «{part}»).",
            part=part,
        )


class DuplicatePartError(PackageError):
    """Two different parts bear one name."""

    code = "WD119"

    def __init__(self, name: str, part: str) -> None:
        super().__init__(name, f"có hai phần khác nhau cùng tên «{part}».", part=part)


class CrowdedPackageError(PackageError):
    """The parts hold more elements than any document."""

    code = "WD123"

    def __init__(self, name: str, limit: int) -> None:
        super().__init__(
            name,
            f"có nhiều hơn {limit} thẻ XML, không giống một văn bản.",
            mend="Xin chia nhỏ văn bản thành nhiều tệp, rồi lưu lại bằng Word.",
        )


class UnknownPictureError(KcdocsError):
    """A picture is in no format that Word shows."""

    code = "WD120"
    exit_code: ClassVar[ExitCode] = ExitCode.DATA

    def __init__(self) -> None:
        super().__init__(
            "Ảnh đưa vào văn bản không thuộc loại PNG, JPEG, GIF, BMP hay TIFF.",
            mend="Xin lưu lại ảnh ở dạng PNG hoặc JPEG.",
        )


class JoinConflictError(KcdocsError):
    """Two documents cannot stand in one file, for a file has such a thing only once.

    Args:
        first: The document whose definition stands.
        second: The document that defines it otherwise.
        what: What they define differently, in words.
    """

    code = "WD121"

    def __init__(self, first: str, second: str, what: Sequence[str]) -> None:
        more = f" và {len(what) - _SHOWN} mục khác" if len(what) > _SHOWN else ""
        super().__init__(
            f"Không gộp được «{first}» và «{second}» vào một tệp Word: hai tệp định nghĩa khác nhau "
            f"{', '.join(what[:_SHOWN])}{more}, mà một tệp Word chỉ có một định nghĩa.",
            mend="in riêng các văn bản khác mẫu hoặc đã lưu lại bằng chương trình khác; "
            "muốn in liền cả đợt thì dùng --pdf.",
            place=Place(file=second),
        )


class StrictWordError(PackageError):
    """The document is in the strict dialect of OOXML."""

    code = "WD122"

    def __init__(self, name: str) -> None:
        super().__init__(name, "lưu theo dạng «Strict Open XML» nên không gộp với tệp khác được.")
