"""What goes wrong with a source before its text is read."""

from __future__ import annotations

from collections.abc import Sequence

from kcdocs.errors import KcdocsError
from kcdocs.text.legacy import SPOKEN, Encoding

_SUPPORTED = "Các loại tệp đọc được: Word (.docx, .doc), PDF có lớp chữ, HTML, TXT và Markdown."


class SourceError(KcdocsError):
    """A source that cannot be read."""

    name: str

    mend = _SUPPORTED


class EmptySourceError(SourceError):
    """The file holds no text at all."""

    code = "SR104"
    words = "«{name}»: tệp không có chữ nào."
    mend = "Lấy lại bản gốc; có thể tệp đã hỏng khi sao chép hoặc tải về."


class UnsupportedSourceError(SourceError):
    """The file is of a kind that holds no readable text.

    Args:
        name: The file as the user named it.
        kind: What it is, in Vietnamese.
        otherwise: What to do instead.
    """

    kind: str
    otherwise: str = ""

    code = "SR106"
    words = "«{name}»: đây là {kind}, không phải tệp văn bản đọc được."
    mend = "{advice}"

    @property
    def advice(self) -> str:
        return self.otherwise or _SUPPORTED


class PasswordSourceError(SourceError):
    """The file is encrypted."""

    code = "SR107"
    words = "«{name}»: tệp được bảo vệ bằng mật khẩu nên không đọc được."
    mend = "Mở bằng chương trình soạn thảo, bỏ mật khẩu, lưu lại rồi thử lại."


class BinarySourceError(SourceError):
    """The file holds bytes that are no text and no known format."""

    code = "SR108"
    words = "«{name}»: tệp chứa dữ liệu nhị phân không rõ loại, không phải văn bản."


class UndecodableSourceError(SourceError):
    """The bytes of a text file fit no encoding that can be told."""

    encoding: Encoding
    offset: int

    code = "SR109"
    words = "«{name}»: không đọc được chữ theo bảng mã {code_page} (sai từ byte thứ {byte})."
    mend = "Mở bằng trình soạn thảo và lưu lại theo UTF-8, hoặc chỉ rõ bảng mã bằng --encoding."

    @property
    def code_page(self) -> str:
        return SPOKEN[self.encoding]

    @property
    def byte(self) -> int:
        return self.offset + 1


class LegacySourceError(SourceError):
    """The text is written in a code page from before Unicode, and nobody asked for conversion."""

    encoding: Encoding
    sample: str
    spot: str = ""

    code = "SR110"
    words = "«{name}»: chữ{spot} dùng bảng mã cũ {code_page}; chuyển mã thì đọc được: «{sample}»."
    mend = (
        "Nếu câu trên đúng là nội dung văn bản, chạy lại với --encoding {encoding}; nếu không, chạy lại "
        "với --encoding utf-8."
    )

    @property
    def code_page(self) -> str:
        return SPOKEN[self.encoding]


class TrackedChangesError(SourceError):
    """The document holds tracked changes, and nobody said what to do with them."""

    count: int

    code = "SR111"
    words = "«{name}»: tệp còn {count} chỗ sửa đang theo dõi (Track Changes), nên có hai cách đọc."
    mend = (
        "Chạy lại chính lệnh này, thêm --revisions accept (đọc như đã chấp nhận hết) hoặc --revisions "
        "reject (đọc như đã từ chối hết); hoặc xử lý hết trong Word rồi lưu lại."
    )


class ScannedPdfError(SourceError):
    """The pages are pictures without a text layer."""

    pages: Sequence[int]

    code = "SR112"
    words = "«{name}»: {shown} là ảnh quét, không có lớp chữ."
    mend = (
        "Dùng bản Word hoặc bản PDF có lớp chữ; nếu chỉ có bản quét, chạy lại với --ocr để máy nhận dạng "
        "chữ, rồi rà soát từng chữ."
    )

    @property
    def shown(self) -> str:
        return _pages(self.pages)


class DamagedPdfError(SourceError):
    """The PDF cannot be opened."""

    code = "SR113"
    words = "«{name}»: tệp PDF bị hỏng hoặc không đúng định dạng."
    mend = "Lấy lại bản gốc rồi thử lại."


class TooManyPagesError(SourceError):
    """The PDF has more pages than any text of law."""

    found: int
    limit: int

    code = "SR114"
    words = "«{name}»: tệp PDF có {found} trang, nhiều hơn mức cho phép là {limit} trang."
    mend = "Tách riêng những trang chứa văn bản cần đọc."


class CrowdedPdfError(SourceError):
    """A page, or the whole PDF, holds more characters than any text of law."""

    page: int
    limit: int

    code = "SR119"
    words = "«{name}»: đến trang {page}, số ký tự vượt mức cho phép là {limit}; tệp không giống một văn bản."
    mend = "Tách riêng những trang chứa văn bản cần đọc, hoặc dùng bản Word."


class TangledPdfError(SourceError):
    """The PDF unfolds to far more than a text of law has: forms within forms, drawings, packed contents."""

    code = "SR121"
    words = (
        "«{name}»: bung ra thì trang PDF quá lớn hoặc lồng nhau quá nhiều lớp; tệp không giống một văn bản."
    )
    mend = "Dùng bản Word, hoặc in lại tệp ra PDF bằng trình duyệt rồi đọc bản đó."


class SeveralInstrumentsError(SourceError):
    """The page holds many instruments, and nobody said which one is meant."""

    numbers: Sequence[str]

    code = "SR115"
    words = "«{name}»: trang này chứa {count} văn bản: {numbers}."
    mend = "Chỉ rõ văn bản cần đọc, ví dụ --instrument {numbers[0]}."

    @property
    def count(self) -> int:
        return len(self.numbers)


class NoSuchInstrumentError(SourceError):
    """The page holds many instruments, and not the one asked for."""

    asked: str
    numbers: Sequence[str]

    code = "SR116"
    words = "«{name}»: không có văn bản {asked}; trang này chứa: {numbers}."
    mend = "Kiểm tra lại số, ký hiệu văn bản."


class FetchError(SourceError):
    """The address gives no file within the limits."""

    reason: str

    code = "SR117"
    words = "«{name}»: không tải được ({reason})."
    mend = "Kiểm tra địa chỉ và kết nối mạng, hoặc tải tệp về bằng trình duyệt rồi đọc tệp đó."


class TooManyLinesError(SourceError):
    """The text has more lines than any text of law."""

    limit: int

    code = "SR120"
    words = "«{name}»: nhiều dòng hơn mức cho phép là {limit}; tệp không giống một văn bản."
    mend = "Tách riêng phần văn bản cần đọc ra một tệp."


class DamagedMarkupError(SourceError):
    """A page nested deeper, or broken worse, than a parser can follow."""

    code = "SR118"
    words = "«{name}»: trang HTML bị hỏng, không đọc được."
    mend = "Lưu lại trang từ trình duyệt."


def _pages(pages: Sequence[int]) -> str:
    shown = ", ".join(map(str, pages[:10])) + ("…" if len(pages) > 10 else "")
    return f"trang {shown}"
