"""What a Word document holds that a reader cannot see, or that reading cannot give as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kcdocs.codes import Declared
from kcdocs.model.finding import Severity
from kcdocs.word import limits

if TYPE_CHECKING:
    from kcdocs.model.finding import Finding, Place
    from kcdocs.word.read.fields import OutsideField

HIDDEN_TEXT = Declared(
    "WD201",
    Severity.WARNING,
    "Words set as hidden, which Word does not print.",
    "Có chữ ẩn; chữ ẩn không được đọc vào văn bản.",
    mend="Nếu chữ này thuộc văn bản, bỏ thuộc tính ẩn (Hidden) trong Word; nếu không, xóa đi.",
)

CHANGES_RESOLVED = Declared(
    "WD202",
    Severity.WARNING,
    "Tracked changes that were read as accepted or rejected.",
    "Tệp có {count} chỗ sửa đang theo dõi; văn bản được đọc như {resolved}.",
    mend="Đối chiếu các chỗ sửa ấy trong Word trước khi dùng kết quả.",
)

UNREAD = Declared(
    "WD203",
    Severity.WARNING,
    "A picture, an object, a formula or a private symbol among the words.",
    "Có {what} mà máy không đọc được thành chữ.",
    mend="Xem phần này trong tệp gốc; nếu nó chứa nội dung quy định, gõ lại thành chữ.",
)

STRUCK_TEXT = Declared(
    "WD204",
    Severity.WARNING,
    "Words struck through by hand, which are read like any others.",
    "Có chữ bị gạch ngang; chữ này vẫn được đọc như thường.",
    mend="Nếu chữ này đã bị bỏ, xóa hẳn khỏi tệp.",
)

COVERED_TEXT = Declared(
    "WD205",
    Severity.WARNING,
    "Words in a cell that a merged cell covers.",
    "Có chữ trong ô bảng bị ô gộp che mất; chữ này không được đọc vào văn bản.",
    mend="Bỏ gộp ô trong Word để xem, rồi xóa hoặc chuyển chữ này sang ô nhìn thấy được.",
)

MISSING_NOTE = Declared(
    "WD206",
    Severity.WARNING,
    "A note mark without its note.",
    "Có dấu chú thích nhưng không có nội dung chú thích.",
    mend="Xóa dấu này hoặc chèn lại chú thích trong Word.",
)

CHUNK = Declared(
    "WD207",
    Severity.ERROR,
    "Another file imported whole, which is not read.",
    "Có một tệp khác chèn nguyên vào văn bản (altChunk); phần đó chưa được đọc.",
    mend="Mở tệp bằng Word và lưu lại, Word sẽ hòa phần đó vào văn bản.",
)

COMMENTS = Declared(
    "WD209",
    Severity.NOTE,
    "Comments in the margin, which are no part of the text.",
    "Tệp có {count} bình luận bên lề; bình luận không được đọc vào văn bản, cũng không được so sánh.",
    mend="Xem các bình luận ấy trong Word.",
)

_OUTSIDE = Declared(
    "WD208",
    Severity.WARNING,
    "A field that brings something in from outside the document, or runs something.",
    "Có trường «{kind}» lấy nội dung từ bên ngoài văn bản, hoặc chạy macro.",
    mend="Đừng cho Word cập nhật trường này; chọn nó rồi nhấn Ctrl+Shift+F9 để đổi thành chữ.",
)


def shortened(text: str) -> str:
    """As much of words as tells which they are."""
    return text if len(text) <= limits.WORDS_SHOWN else text[: limits.WORDS_SHOWN - 1] + "…"


def outside_finding(place: Place, found: OutsideField) -> Finding:
    """The finding that a field reaches outside the document."""
    return _OUTSIDE.at(place, shortened(found.code), kind=found.kind or "không rõ loại")
