"""What goes wrong when a template is compiled or filled."""

from __future__ import annotations

from typing import ClassVar

from kcdocs.codes import Declared
from kcdocs.errors import ExitCode, FindingsError, KcdocsError
from kcdocs.model.finding import Place, Severity


class TemplateError(KcdocsError):
    """A fault of the template itself."""

    exit_code: ClassVar[ExitCode] = ExitCode.TEMPLATE


class SyntaxFaultError(TemplateError):
    """A tag cannot be read."""

    reason: str
    place: Place

    code = "TP101"
    words = "Thẻ viết sai: {reason}."
    mend = "Chạy «kcdocs templates check» để xem mọi lỗi của mẫu cùng vị trí, rồi sửa trong Word."


class UnknownFilterError(TemplateError):
    """A filter or test that does not exist."""

    name: str
    place: Place
    kind: str = "bộ lọc hay phép thử"

    code = "TP102"
    words = "Không có {kind} «{name}»."
    mend = "Xem danh sách bộ lọc trong docs/reference/filters.md và sửa tên trong mẫu."


class ForbiddenTagError(TemplateError):
    """A tag that reaches outside the template."""

    tag: str
    place: Place

    code = "TP103"
    words = "Mẫu không được dùng lệnh «{tag}»."
    mend = "Bỏ thẻ này; mẫu chỉ dùng dữ liệu của hồ sơ."


class BrokenStructureError(TemplateError):
    """The tags tear the document apart: what comes out is not well formed."""

    reason: str
    place: Place

    code = "TP104"
    words = "Thẻ trong mẫu làm vỡ cấu trúc văn bản ({reason}), thường do cắt ngang đoạn, ô hay hàng."
    mend = "Đặt thẻ mở và thẻ đóng trong cùng một đoạn, hoặc dùng {{%p %}} và {{%tr %}}."


class CrossingError(TemplateError):
    """A loop or condition begins in one cell, row or table and ends in another."""

    element: str
    place: Place

    code = "TP106"
    words = "Vòng lặp hoặc điều kiện mở trong một {element} của bảng nhưng đóng ở {element} khác."
    mend = "Đặt thẻ mở và thẻ đóng trong cùng một ô, hoặc dùng {{%tc %}} cho ô và {{%tr %}} cho hàng."


class OutsideFieldError(TemplateError):
    """A field of Word reaches outside the document."""

    kind: str
    place: Place

    code = "TP107"
    words = "Mẫu có {named} của Word lấy nội dung từ bên ngoài, nên không được dùng."
    mend = "Trong Word, nhấn Alt+F9 để thấy mã trường, rồi xóa hoặc đổi thành chữ (Ctrl+Shift+F9)."

    @property
    def named(self) -> str:
        return f"trường «{self.kind}»" if self.kind else "một trường không rõ loại"


class TrackedTemplateError(TemplateError):
    """A template with tracked changes, which every document would show."""

    count: int
    part: str
    place: Place

    code = "TP144"
    words = "Mẫu còn {count} vết sửa (Track Changes) ở {part}; văn bản lập ra sẽ mang theo các vết sửa đó."
    mend = "Trong Word: Review > Accept > Accept All Changes, tắt Track Changes rồi lưu."


class FillError(KcdocsError):
    """A record cannot be put into a template."""

    exit_code: ClassVar[ExitCode] = ExitCode.DATA


class MissingFieldError(FillError):
    """The template asks for something the record does not have."""

    name: str
    place: Place
    owner: str = ""
    source: str = "dữ liệu"

    code = "TP201"
    words = "Mẫu dùng «{name}» nhưng {source} không có{inside}."
    mend = (
        "Bổ sung «{name}» vào hồ sơ hoặc sửa tên trong mẫu; trường mới của một bộ mẫu thì thêm bằng lệnh "
        "«kcdocs templates update»."
    )

    @property
    def inside(self) -> str:
        return f" trong «{self.owner}»" if self.owner else ""


class EmptyValueError(FillError):
    """A field that is printed has no value."""

    field: str
    place: Place

    code = "TP202"
    words = "Trường «{field}» được in ra nhưng không có giá trị."
    mend = "Điền «{field}», hoặc trong mẫu dùng {{% if {field} %}} để bỏ qua khi trống."


class NotTextError(FillError):
    """A list or a group of fields stands where a text should."""

    field: str
    kind: str
    place: Place

    code = "TP203"
    words = "Trường «{field}» là {kind}, không in ra thành chữ được."
    mend = "Dùng vòng lặp {{% for %}} cho danh sách, hoặc ghi rõ trường con, ví dụ «co_quan.ten»."


FORBIDDEN_CHARACTER = Declared(
    "TP204",
    Severity.ERROR,
    "A value holds a character that no document may hold.",
    "Trường «{field}» chứa ký tự không hợp lệ {name}.",
    expected="chữ, số, dấu câu, xuống dòng hoặc dấu tab",
    mend="Xóa ký tự đó rồi nhập lại.",
)


class ForbiddenCharacterError(FindingsError):
    """Values that hold characters no document may hold; all of them at once."""

    code = "TP209"
    exit_code = ExitCode.DATA
    words = "Dữ liệu có ký tự điều khiển hoặc ký tự không hợp lệ ở {fields}."
    mend = "Xóa ký tự đó (thường do chép từ PDF hoặc phần mềm cũ) rồi nhập lại."

    @property
    def fields(self) -> str:
        return ", ".join(f"«{finding.place.field}»" for finding in self.every)


class MisplacedValueError(FillError):
    """A typed object stands where it cannot."""

    field: str
    kind: str
    place: Place

    code = "TP205"
    words = "Trường «{field}» là {kind}, không đặt được ở chỗ này của mẫu."
    mend = "Dùng {{{{p ...}}}} cho tài liệu con và đoạn, {{{{r ...}}}} cho chữ có định dạng."


class UnsafeTemplateError(TemplateError):
    """The template tries to reach what it may not."""

    what: str
    place: Place

    code = "TP206"
    words = "Mẫu bị từ chối vì truy cập phần không được phép: {what}."
    mend = "Chỉ dùng dữ liệu của hồ sơ và các bộ lọc có sẵn; kiểm tra lại nguồn gốc của mẫu."


class LimitError(FillError):
    """The template asks for more work than one document may need."""

    what: str
    place: Place

    code = "TP207"
    words = "Mẫu vượt giới hạn: {what}."
    mend = "Kiểm tra lại mẫu và dữ liệu; một văn bản bình thường không tới gần giới hạn này."


class CalculationError(FillError):
    """A filter, a comparison or a calculation fails on a value."""

    reason: str
    place: Place

    code = "TP208"
    words = "Không tính được giá trị trong mẫu: {reason}."
    mend = "Kiểm tra kiểu của dữ liệu (số, ngày, chữ) và bộ lọc dùng trong thẻ."
