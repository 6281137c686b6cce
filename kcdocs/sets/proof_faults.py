"""The wording of what speaks against a document: one function a fault, each with a stable code."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from kcdocs import settings
from kcdocs.model.finding import Finding, Place, Severity

if TYPE_CHECKING:
    from kcdocs.errors import KcdocsError
    from kcdocs.sets.proof import Claims, Difference

TOLD = 20
"""Differing paragraphs that are told one by one."""


def told(found: Sequence[Difference], place: Place) -> Iterator[Finding]:
    """What differs from the document made again, paragraph by paragraph."""
    if not found:
        yield Finding(
            "TP408",
            Severity.NOTE,
            place,
            "Chữ trong văn bản đúng như khi lập lại; chỉ khác ở định dạng hoặc cách lưu tệp.",
        )
    for item in found[:TOLD]:
        yield Finding(
            "TP407",
            Severity.ERROR,
            Place(file=place.file, part=item.part, paragraph=item.paragraph),
            "Đoạn này khác văn bản lập lại từ bộ mẫu và dữ liệu.",
            found=item.found or "(không có đoạn này)",
            expected=item.expected or "(không có đoạn này)",
        )
    if len(found) > TOLD:
        yield Finding("TP407", Severity.ERROR, place, f"Còn {len(found) - TOLD} đoạn khác nữa.")


def foreign(place: Place) -> Finding:
    """The document says nothing of its making."""
    return Finding(
        "TP401",
        Severity.ERROR,
        place,
        "Văn bản không mang dấu của kcdocs: không do kcdocs lập, hoặc dấu đã bị xóa.",
        mend="Nếu văn bản vốn do kcdocs lập, lấy lại bản gốc trong thư mục kết quả.",
    )


def edited(place: Place) -> Finding:
    """The content is no longer what the digest says."""
    return Finding(
        "TP402",
        Severity.ERROR,
        place,
        "Văn bản đã bị sửa tay, hoặc được lưu lại bằng phần mềm khác, sau khi lập.",
        mend="Thêm --record TỆP-DỮ-LIỆU để xem những đoạn nào đã khác.",
    )


def other_maker(place: Place, claims: Claims) -> Finding:
    """Another version of kcdocs made it."""
    return Finding(
        "TP403",
        Severity.WARNING,
        place,
        f"Văn bản do kcdocs {claims.maker} lập; máy này dùng kcdocs {settings.VERSION}.",
        mend=f"Muốn lập lại giống hệt, dùng kcdocs {claims.maker}.",
    )


def no_template(place: Place, claims: Claims, error: KcdocsError) -> Finding:
    """The set is not here, so the document cannot be made again."""
    return Finding(
        "TP404",
        Severity.WARNING,
        place,
        f"Máy này không lấy được bộ mẫu {claims.set_name} để lập lại văn bản: {error.message}",
        mend=error.mend,
    )


def other_template(place: Place, claims: Claims) -> Finding:
    """The template here is not the one it was made with."""
    return Finding(
        "TP405",
        Severity.ERROR,
        place,
        f"Bộ mẫu {claims.set_name} trên máy này không phải bộ mẫu đã dùng để lập văn bản (mã băm khác nhau).",
        mend="Khôi phục bộ mẫu đã phát hành; bộ mẫu đã dùng thì không được sửa, chỉ lập phiên bản mới.",
    )


def other_record(place: Place, count: int) -> Finding:
    """No record is the one it was made from."""
    return Finding(
        "TP406",
        Severity.ERROR,
        place,
        f"Không hồ sơ nào trong {count} hồ sơ của tệp dữ liệu là hồ sơ đã dùng để lập văn bản.",
        mend="Chọn đúng tệp dữ liệu; nếu dữ liệu đã sửa sau khi lập văn bản thì phải lập lại văn bản.",
    )
