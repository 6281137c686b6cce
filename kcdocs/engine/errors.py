"""What goes wrong when a template is compiled or filled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from kcdocs.errors import ExitCode, FindingsError, KcdocsError
from kcdocs.model.finding import Finding, Place, Severity


class TemplateError(KcdocsError):
    """A fault of the template itself."""

    exit_code: ClassVar[ExitCode] = ExitCode.TEMPLATE


class SyntaxFaultError(TemplateError):
    """A tag cannot be read."""

    code = "TP101"

    def __init__(self, reason: str, place: Place) -> None:
        super().__init__(
            f"Thẻ trong mẫu viết sai: {reason}.",
            mend="Xin chạy «kcdocs templates check» để xem mọi lỗi của mẫu cùng vị trí, rồi sửa trong Word.",
            place=place,
        )


class UnknownFilterError(TemplateError):
    """A filter or test that does not exist."""

    code = "TP102"

    def __init__(self, name: str, place: Place) -> None:
        super().__init__(
            f"Không có bộ lọc hay phép thử «{name}».",
            mend="Xin xem danh sách bộ lọc trong docs/reference/engine.md và sửa tên trong mẫu.",
            place=place,
        )


class ForbiddenTagError(TemplateError):
    """A tag that reaches outside the template."""

    code = "TP103"

    def __init__(self, tag: str, place: Place) -> None:
        super().__init__(
            f"Mẫu không được dùng thẻ «{tag}».",
            mend="Xin bỏ thẻ này; mẫu chỉ được dùng dữ liệu của bản ghi.",
            place=place,
        )


class BrokenStructureError(TemplateError):
    """The tags tear the document apart: what comes out is not well formed."""

    code = "TP104"

    def __init__(self, reason: str, place: Place) -> None:
        super().__init__(
            f"Thẻ trong mẫu làm vỡ cấu trúc văn bản ({reason}), thường do cắt ngang đoạn, ô hay hàng.",
            mend="Xin đặt thẻ mở và thẻ đóng trong cùng một đoạn, hoặc dùng {%p %} và {%tr %}.",
            place=place,
        )


class CrossingError(TemplateError):
    """A loop or condition begins in one cell, row or table and ends in another."""

    code = "TP106"

    def __init__(self, element: str, place: Place) -> None:
        super().__init__(
            f"Vòng lặp hoặc điều kiện mở trong một {element} của bảng nhưng đóng ở {element} khác.",
            mend="Xin đặt thẻ mở và thẻ đóng trong cùng một ô, hoặc dùng {%tc %} cho ô và {%tr %} cho hàng.",
            place=place,
        )


class OutsideFieldError(TemplateError):
    """A field of Word reaches outside the document."""

    code = "TP107"

    def __init__(self, kind: str, place: Place) -> None:
        named = f"trường «{kind}»" if kind else "một trường không rõ loại"
        super().__init__(
            f"Mẫu có {named} của Word lấy nội dung từ bên ngoài, nên không được dùng.",
            mend="Trong Word, nhấn Alt+F9 để thấy mã trường, rồi xóa hoặc đổi thành chữ (Ctrl+Shift+F9).",
            place=place,
        )


class FillError(KcdocsError):
    """A record cannot be put into a template."""

    exit_code: ClassVar[ExitCode] = ExitCode.DATA


class MissingFieldError(FillError):
    """The template asks for something the record does not have."""

    code = "TP201"

    def __init__(self, name: str, place: Place, *, owner: str = "") -> None:
        where = f" trong {owner}" if owner else ""
        super().__init__(
            f"Mẫu cần «{name}» nhưng dữ liệu không có{where}.",
            mend=f"Xin bổ sung «{name}» vào bản ghi hoặc sửa tên trong mẫu.",
            place=place,
        )
        self.name = name


class EmptyValueError(FillError):
    """A field that is printed has no value."""

    code = "TP202"

    def __init__(self, field: str, place: Place) -> None:
        super().__init__(
            f"Trường «{field}» được in ra nhưng không có giá trị.",
            mend=f"Xin điền «{field}», hoặc trong mẫu dùng {{% if {field} %}} để bỏ qua khi trống.",
            place=place,
        )


class NotTextError(FillError):
    """A list or a group of fields stands where a text should."""

    code = "TP203"

    def __init__(self, field: str, kind: str, place: Place) -> None:
        super().__init__(
            f"Trường «{field}» là {kind}, không in ra thành chữ được.",
            mend="Xin dùng vòng lặp {% for %} cho danh sách, hoặc ghi rõ trường con, ví dụ «co_quan.ten».",
            place=place,
        )


class ForbiddenCharacterError(FindingsError):
    """Values that hold characters no document may hold; all of them at once."""

    code = "TP204"
    exit_code: ClassVar[ExitCode] = ExitCode.DATA

    def __init__(self, findings: Sequence[Finding]) -> None:
        fields = ", ".join(f"«{finding.place.field}»" for finding in findings)
        super().__init__(
            f"Dữ liệu có ký tự điều khiển hoặc ký tự không hợp lệ ở {fields}.",
            findings,
            mend="Xin xóa ký tự đó (thường do chép từ PDF hoặc phần mềm cũ) rồi nhập lại.",
        )


def forbidden_character(field: str, character: str, place: Place) -> Finding:
    """The finding that one field holds one forbidden character.

    Args:
        field: Path of the field.
        character: The character.
        place: Where in the template it would have stood.
    """
    name = f"U+{ord(character):04X}"
    return Finding(
        ForbiddenCharacterError.code,
        Severity.ERROR,
        replace(place, field=field),
        f"Trường «{field}» chứa ký tự không hợp lệ {name}.",
        found=name,
        expected="chữ, số, dấu câu, xuống dòng hoặc dấu tab",
        mend="Xin xóa ký tự đó rồi nhập lại.",
    )


class MisplacedValueError(FillError):
    """A typed object stands where it cannot."""

    code = "TP205"

    def __init__(self, field: str, kind: str, place: Place) -> None:
        super().__init__(
            f"Trường «{field}» là {kind}, không đặt được ở chỗ này của mẫu.",
            mend="Xin dùng {{p ...}} cho tài liệu con và đoạn, {{r ...}} cho chữ có định dạng.",
            place=place,
        )


class UnsafeTemplateError(TemplateError):
    """The template tries to reach what it may not."""

    code = "TP206"

    def __init__(self, what: str, place: Place) -> None:
        super().__init__(
            f"Mẫu bị từ chối vì truy cập phần không được phép: {what}.",
            mend="Xin chỉ dùng dữ liệu của bản ghi và các bộ lọc có sẵn; kiểm tra lại nguồn gốc của mẫu.",
            place=place,
        )


class LimitError(FillError):
    """The template asks for more work than one document may need."""

    code = "TP207"

    def __init__(self, what: str, place: Place) -> None:
        super().__init__(
            f"Mẫu vượt giới hạn: {what}.",
            mend="Xin kiểm tra lại mẫu và dữ liệu; một văn bản bình thường không tới gần giới hạn này.",
            place=place,
        )


class CalculationError(FillError):
    """A filter, a comparison or a calculation fails on a value."""

    code = "TP208"

    def __init__(self, reason: str, place: Place) -> None:
        super().__init__(
            f"Không tính được giá trị trong mẫu: {reason}.",
            mend="Xin kiểm tra kiểu của dữ liệu (số, ngày, chữ) và bộ lọc dùng trong thẻ.",
            place=place,
        )
