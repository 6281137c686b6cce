"""What a Word document holds that a reader cannot see, or that reading cannot give as text."""

from __future__ import annotations

from kcdocs.model.finding import Finding, Place, Severity
from kcdocs.word.read.inline import Unread
from kcdocs.word.read.revisions import Revisions

_SHOWN = 80
_RESOLVED = {Revisions.ACCEPT: "đã chấp nhận hết", Revisions.REJECT: "đã từ chối hết"}


def hidden_text(place: Place, text: str) -> Finding:
    """Words set as hidden, which Word does not print."""
    return Finding(
        "WD201",
        Severity.WARNING,
        place,
        "Có chữ ẩn; chữ ẩn không được đọc vào văn bản.",
        found=_short(text),
        mend="Nếu chữ này thuộc văn bản, xin bỏ thuộc tính ẩn (Hidden) trong Word; nếu không, xin xóa đi.",
    )


def changes_resolved(place: Place, count: int, revisions: Revisions) -> Finding:
    """Tracked changes that were read as accepted or rejected."""
    return Finding(
        "WD202",
        Severity.WARNING,
        place,
        f"Tệp có {count} chỗ sửa đang theo dõi; văn bản được đọc như {_RESOLVED[revisions]}.",
    )


def unread(place: Place, what: Unread) -> Finding:
    """A picture, an object, a formula or a private symbol among the words."""
    return Finding(
        "WD203",
        Severity.WARNING,
        place,
        f"Có {what} mà máy không đọc được thành chữ.",
        mend="Xin xem phần này trong tệp gốc; nếu nó chứa nội dung quy định, xin gõ lại thành chữ.",
    )


def struck_text(place: Place, text: str) -> Finding:
    """Words struck through by hand, which are read like any others."""
    return Finding(
        "WD204",
        Severity.WARNING,
        place,
        "Có chữ bị gạch ngang; chữ này vẫn được đọc như thường.",
        found=_short(text),
        mend="Nếu chữ này đã bị bỏ, xin xóa hẳn khỏi tệp.",
    )


def covered_text(place: Place, text: str) -> Finding:
    """Words in a cell that a merged cell covers."""
    return Finding(
        "WD205",
        Severity.WARNING,
        place,
        "Có chữ trong ô bảng bị ô gộp che mất; chữ này không được đọc vào văn bản.",
        found=_short(text),
        mend="Xin bỏ gộp ô trong Word để xem, rồi xóa hoặc chuyển chữ này sang ô nhìn thấy được.",
    )


def missing_note(place: Place, label: str) -> Finding:
    """A note mark without its note."""
    return Finding(
        "WD206",
        Severity.WARNING,
        place,
        "Có dấu chú thích nhưng không có nội dung chú thích.",
        found=label,
        mend="Xin xóa dấu này hoặc chèn lại chú thích trong Word.",
    )


def chunk(place: Place) -> Finding:
    """Another file imported whole, which is not read."""
    return Finding(
        "WD207",
        Severity.ERROR,
        place,
        "Có một tệp khác chèn nguyên vào văn bản (altChunk); phần đó chưa được đọc.",
        mend="Xin mở tệp bằng Word và lưu lại, Word sẽ hòa phần đó vào văn bản.",
    )


def outside(place: Place, kind: str, code: str) -> Finding:
    """A field that brings something in from outside the document, or runs something."""
    return Finding(
        "WD208",
        Severity.WARNING,
        place,
        f"Có trường «{kind or 'không rõ loại'}» lấy nội dung từ bên ngoài văn bản, hoặc chạy macro.",
        found=_short(code),
        mend="Xin đừng cho Word cập nhật trường này; chọn nó rồi nhấn Ctrl+Shift+F9 để đổi thành chữ.",
    )


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
