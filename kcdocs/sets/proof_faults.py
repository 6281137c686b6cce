"""What speaks against a document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from kcdocs.codes import Declared
from kcdocs.model.finding import Finding, Place, Severity
from kcdocs.sets import limits

if TYPE_CHECKING:
    from kcdocs.sets.proof import ChangedParagraph


FOREIGN = Declared(
    "TP401",
    Severity.ERROR,
    "The document says nothing of its making.",
    "Văn bản không mang dấu của kcdocs: không do kcdocs lập, hoặc dấu đã bị xóa.",
    mend="Nếu văn bản vốn do kcdocs lập, lấy lại bản gốc trong thư mục kết quả.",
)

EDITED = Declared(
    "TP402",
    Severity.ERROR,
    "The content is no longer what the digest says.",
    "Văn bản đã bị sửa tay, hoặc được lưu lại bằng phần mềm khác, sau khi lập.",
    mend="Thêm --record TỆP-DỮ-LIỆU để xem những đoạn nào đã khác.",
)

OTHER_MAKER = Declared(
    "TP403",
    Severity.WARNING,
    "Another version of kcdocs made it.",
    "Văn bản do kcdocs {maker} lập; máy này dùng kcdocs {ours}.",
    mend="Muốn lập lại giống hệt, dùng kcdocs {maker}.",
)

NO_TEMPLATE = Declared(
    "TP404",
    Severity.WARNING,
    "The set is not here, so the document cannot be made again.",
    "Máy này không lấy được bộ mẫu {set_name} để lập lại văn bản: {message}",
)

OTHER_TEMPLATE = Declared(
    "TP405",
    Severity.ERROR,
    "The template here is not the one it was made with.",
    "Bộ mẫu {set_name} trên máy này không phải bộ mẫu đã dùng để lập văn bản (mã băm khác nhau).",
    mend="Khôi phục bộ mẫu đã phát hành; bộ mẫu đã dùng thì không được sửa, chỉ lập phiên bản mới.",
)

OTHER_RECORD = Declared(
    "TP406",
    Severity.ERROR,
    "No record is the one it was made from.",
    "Không hồ sơ nào trong {count} hồ sơ của tệp dữ liệu là hồ sơ đã dùng để lập văn bản.",
    mend="Chọn đúng tệp dữ liệu; nếu dữ liệu đã sửa sau khi lập văn bản thì phải lập lại văn bản.",
)

_SAME_WORDS = Declared(
    "TP408",
    Severity.NOTE,
    "The words are the same; only the layout or the file differs.",
    "Chữ trong văn bản đúng như khi lập lại; chỉ khác ở định dạng hoặc cách lưu tệp.",
)

_DIFFERENT = Declared(
    "TP407",
    Severity.ERROR,
    "A paragraph that is not as the document made again has it.",
    "Đoạn này khác văn bản lập lại từ bộ mẫu và dữ liệu.",
)

_MORE = Declared(
    "TP409",
    Severity.ERROR,
    "How many more paragraphs differ than are told one by one.",
    "Còn {count} đoạn khác nữa.",
)


def difference_findings(found: Sequence[ChangedParagraph], place: Place) -> Iterator[Finding]:
    """What differs from the document made again, paragraph by paragraph."""
    if not found:
        yield _SAME_WORDS.at(place)
    for item in found[: limits.DIFFERENCES_TOLD]:
        yield _DIFFERENT.at(
            Place(file=place.file, part=item.part, paragraph=item.paragraph),
            item.found or "(không có đoạn này)",
            expected=item.expected or "(không có đoạn này)",
        )
    if len(found) > limits.DIFFERENCES_TOLD:
        yield _MORE.at(place, count=len(found) - limits.DIFFERENCES_TOLD)
