"""What goes wrong with a source before its text is read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from kcdocs.errors import ExitCode, KcdocsError
from kcdocs.text.legacy import SPOKEN, Encoding

_SUPPORTED = "Các loại tệp đọc được: Word (.docx, .doc), PDF có lớp chữ, HTML, TXT và Markdown."


class SourceError(KcdocsError):
    """A source that cannot be read."""

    exit_code: ClassVar[ExitCode] = ExitCode.FILE

    def __init__(self, name: str, message: str, *, mend: str = _SUPPORTED) -> None:
        super().__init__(f"«{name}»: {message}", mend=mend)


class EmptySourceError(SourceError):
    """The file holds no text at all."""

    code = "SR104"

    def __init__(self, name: str) -> None:
        super().__init__(
            name,
            "tệp không có chữ nào.",
            mend="Xin lấy lại bản gốc; có thể tệp đã hỏng khi sao chép hoặc tải về.",
        )


class UnsupportedSourceError(SourceError):
    """The file is of a kind that holds no readable text.

    Args:
        name: The file as the user named it.
        kind: What it is, in Vietnamese.
        mend: What to do instead.
    """

    code = "SR106"

    def __init__(self, name: str, kind: str, mend: str = "") -> None:
        super().__init__(name, f"đây là {kind}, không phải tệp văn bản đọc được.", mend=mend or _SUPPORTED)


class PasswordSourceError(SourceError):
    """The file is encrypted."""

    code = "SR107"

    def __init__(self, name: str) -> None:
        super().__init__(
            name,
            "tệp được bảo vệ bằng mật khẩu nên không đọc được.",
            mend="Xin mở bằng chương trình soạn thảo, bỏ mật khẩu, lưu lại rồi thử lại.",
        )


class BinarySourceError(SourceError):
    """The file holds bytes that are no text and no known format."""

    code = "SR108"

    def __init__(self, name: str) -> None:
        super().__init__(name, "tệp chứa dữ liệu nhị phân không rõ loại, không phải văn bản.")


class UndecodableSourceError(SourceError):
    """The bytes of a text file fit no encoding that can be told."""

    code = "SR109"

    def __init__(self, name: str, encoding: Encoding, offset: int) -> None:
        super().__init__(
            name,
            f"không đọc được chữ theo bảng mã {SPOKEN[encoding]} (sai từ byte thứ {offset + 1}).",
            mend="Xin mở bằng trình soạn thảo và lưu lại theo UTF-8, hoặc chỉ rõ bảng mã bằng --encoding.",
        )


class LegacySourceError(SourceError):
    """The text is written in a code page from before Unicode, and nobody asked for conversion."""

    code = "SR110"

    def __init__(self, name: str, encoding: Encoding, sample: str, where: str = "") -> None:
        super().__init__(
            name,
            f"chữ{where} dùng bảng mã cũ {SPOKEN[encoding]}; chuyển mã thì đọc được: «{sample}».",
            mend=f"Nếu câu trên đúng là nội dung văn bản, xin chạy lại với --encoding {encoding}; "
            "nếu không, xin chạy lại với --encoding utf-8.",
        )


class TrackedChangesError(SourceError):
    """The document holds tracked changes, and nobody said what to do with them."""

    code = "SR111"

    def __init__(self, name: str, count: int) -> None:
        super().__init__(
            name,
            f"tệp còn {count} chỗ sửa đang theo dõi (Track Changes), nên có hai cách đọc.",
            mend="Chạy lại chính lệnh này, thêm --revisions accept (đọc như đã chấp nhận hết) hoặc "
            "--revisions reject (đọc như đã từ chối hết); hoặc xử lý hết trong Word rồi lưu lại.",
        )


class ScannedPdfError(SourceError):
    """The pages are pictures without a text layer."""

    code = "SR112"

    def __init__(self, name: str, pages: Sequence[int]) -> None:
        super().__init__(
            name,
            f"{_pages(pages)} là ảnh quét, không có lớp chữ.",
            mend="Xin dùng bản Word hoặc bản PDF có lớp chữ; nếu chỉ có bản quét, xin nhận dạng chữ (OCR) "
            "và rà soát lại từng chữ trước.",
        )


class DamagedPdfError(SourceError):
    """The PDF cannot be opened."""

    code = "SR113"

    def __init__(self, name: str) -> None:
        super().__init__(
            name, "tệp PDF bị hỏng hoặc không đúng định dạng.", mend="Xin lấy lại bản gốc rồi thử lại."
        )


class TooManyPagesError(SourceError):
    """The PDF has more pages than any text of law."""

    code = "SR114"

    def __init__(self, name: str, found: int, limit: int) -> None:
        super().__init__(
            name,
            f"tệp PDF có {found} trang, nhiều hơn mức cho phép là {limit} trang.",
            mend="Xin tách riêng những trang chứa văn bản cần đọc.",
        )


class CrowdedPdfError(SourceError):
    """A page, or the whole PDF, holds more characters than any text of law."""

    code = "SR119"

    def __init__(self, name: str, page: int, limit: int) -> None:
        super().__init__(
            name,
            f"đến trang {page}, số ký tự vượt mức cho phép là {limit}; tệp không giống một văn bản.",
            mend="Xin tách riêng những trang chứa văn bản cần đọc, hoặc dùng bản Word.",
        )


class SeveralInstrumentsError(SourceError):
    """The page holds many instruments, and nobody said which one is meant."""

    code = "SR115"

    def __init__(self, name: str, numbers: Sequence[str]) -> None:
        super().__init__(
            name,
            f"trang này chứa {len(numbers)} văn bản: {', '.join(numbers)}.",
            mend=f"Xin chỉ rõ văn bản cần đọc, ví dụ --instrument {numbers[0]}.",
        )


class NoSuchInstrumentError(SourceError):
    """The page holds many instruments, and not the one asked for."""

    code = "SR116"

    def __init__(self, name: str, asked: str, numbers: Sequence[str]) -> None:
        super().__init__(
            name,
            f"không có văn bản {asked}; trang này chứa: {', '.join(numbers)}.",
            mend="Xin kiểm tra lại số, ký hiệu văn bản.",
        )


class FetchError(SourceError):
    """The address gives no file within the limits."""

    code = "SR117"

    def __init__(self, address: str, reason: str) -> None:
        super().__init__(
            address,
            f"không tải được ({reason}).",
            mend="Xin kiểm tra địa chỉ và kết nối mạng, hoặc tải tệp về bằng trình duyệt rồi đọc tệp đó.",
        )


class TooManyLinesError(SourceError):
    """The text has more lines than any text of law."""

    code = "SR120"

    def __init__(self, name: str, limit: int) -> None:
        super().__init__(
            name,
            f"nhiều dòng hơn mức cho phép là {limit}; tệp không giống một văn bản.",
            mend="Xin tách riêng phần văn bản cần đọc ra một tệp.",
        )


class DamagedMarkupError(SourceError):
    """A page nested deeper, or broken worse, than a parser can follow."""

    code = "SR118"

    def __init__(self, name: str) -> None:
        super().__init__(
            name, "trang HTML bị hỏng, không đọc được.", mend="Xin lưu lại trang từ trình duyệt."
        )


def _pages(pages: Sequence[int]) -> str:
    shown = ", ".join(map(str, pages[:10])) + ("…" if len(pages) > 10 else "")
    return f"trang {shown}"
