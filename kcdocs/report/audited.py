"""What an audit of tracked changes found, as findings."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from kcdocs.codes import Declared
from kcdocs.model.finding import Finding, Place, Severity
from kcdocs.report.json_text import finding_data, json_text
from kcdocs.report.limits import AROUND_SHOWN
from kcdocs.text.stretches import stretches
from kcdocs.text.variants import encoding_form
from kcdocs.word.audit import (
    CELL,
    NOTE,
    PAGES,
    PICTURE,
    ROW,
    TABLE,
    Hidden,
    HiddenKind,
    RedlineRemark,
    RemarkKind,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

_UNMARKED = Declared(
    "RP214",
    Severity.ERROR,
    "Words of a redline differ from the text it was made of, with no mark on them.",
    "{side}, chỗ này {told} mà không có dấu sửa đổi nào ghi.",
    expected="{expected}",
    mend="Hỏi người gửi; đối chiếu đoạn này với văn bản còn lại.",
)

_FALSE = Declared(
    "RP215",
    Severity.ERROR,
    "A mark of a redline says other words than those of the text it was made of.",
    "{side}, chữ trong dấu sửa đổi ở đây không đúng: {told}.",
    expected="{expected}",
    mend="Hỏi người gửi; đối chiếu đoạn này với văn bản còn lại.",
)

_NESTED = Declared(
    "RP216",
    Severity.WARNING,
    "Words of a redline stand in a mark within another, so they are in neither text.",
    "Chữ được chèn rồi lại bị xóa: không có ở bản gốc, cũng không có ở bản mới.",
    mend="Đọc kỹ chỗ này trong Word, với mọi dấu sửa đổi được hiện.",
)

_UNSEEN = Declared(
    "RP217",
    Severity.WARNING,
    "A redline holds hidden words.",
    "Có chữ bị ẩn, người đọc trong Word không thấy.",
    mend="Trong Word, cho hiện chữ ẩn (Home, ¶) rồi xem.",
)

_ROW = Declared(
    "RP218",
    Severity.WARNING,
    "Words in a row that is added or removed lack their own mark.",
    "Hàng của bảng được đánh dấu thêm hoặc xóa nhưng chữ trong hàng không có dấu.",
    mend="Xem hàng này trong Word.",
)

_AUTHOR = Declared(
    "RP219",
    Severity.NOTE,
    "Whose the marks of a redline are.",
    "Người ghi các dấu sửa đổi: {words}.",
)

_LINT = Declared(
    "RP220",
    Severity.WARNING,
    "Tracked changes are stored in a way that Word may not open or understand.",
    "Dấu sửa đổi được ghi trong tệp theo cách Word có thể không mở được hoặc hiểu khác.",
    mend="Mở bằng Word, lưu thành tệp mới, rồi xác minh lại.",
)

_UNSHOWN = Declared(
    "RP221",
    Severity.WARNING,
    "A header or footer of the draft stands in a section that the original has not, so it bears no mark.",
    "{what} của bản mới thuộc một phần ngắt trang mà bản gốc không có, nên không được đánh dấu.",
    mend="Xem riêng chỗ này trong bản mới.",
)
SCHEMA = "kcdocs/redline-audit/1"
"""Name and version of the form; the version changes only where a reader of the last one would break."""

_SIDES = {"bản gốc": "goc", "bản mới": "moi"}
_MARGINS = {"header": "Đầu trang", "footer": "Chân trang"}

_REMARKS = {RemarkKind.NESTED: _NESTED, RemarkKind.UNSEEN: _UNSEEN, RemarkKind.ROW: _ROW}
_SIGNS = str.maketrans(
    {NOTE: "[chú thích]", PICTURE: "[hình]", "\n": "↵", "\t": "→", "\f": "⤓"}
    | dict.fromkeys(PAGES, "[số trang]")
)
_TABLE_SIGNS = str.maketrans({TABLE: "[bảng]", ROW: "[hàng]", CELL: "[ô]"})


def audit_findings(
    name: str,
    hidden: Iterable[Hidden],
    remarks: Iterable[RedlineRemark],
    faults: Iterable[str],
    titles: Mapping[str, str],
) -> Iterator[Finding]:
    """The findings of an audit, what is hidden first.

    Args:
        name: The redline as the user named it.
        hidden: What it hides.
        remarks: What else a person should look at.
        faults: What the lint of tracked changes says.
        titles: Part → what it is called.
    """
    for item in hidden:
        yield _hidden(name, item, titles)
    for remark in remarks:
        if remark.kind is RemarkKind.AUTHOR:
            yield _AUTHOR.at(Place(name), words=remark.words)
        else:
            yield _REMARKS[remark.kind].at(Place(name), remark.words)
    for fault in faults:
        yield _LINT.at(Place(name), fault)


def audit_json(
    name: str, findings: Iterable[Finding], marks: int, against: Iterable[str], *, honest: bool
) -> str:
    """An audit for a program.

    Args:
        name: The redline as the user named it.
        findings: What was found.
        marks: How many marks it bears.
        against: What it was held against, in words.
        honest: Whether it hides nothing.
    """
    return json_text(
        {
            "schema": SCHEMA,
            "file": name,
            "marks": marks,
            "against": [_SIDES[side] for side in against],
            "honest": honest,
            "findings": [finding_data(item) for item in findings],
        }
    )


def unshown_margins(name: str, margins: Iterable[str]) -> Iterator[Finding]:
    """What is said of headers and footers of a draft that a redline cannot show.

    Args:
        name: The draft as the user named it.
        margins: Kind, pages and turn of each ("header default 2").
    """
    for what in margin_names(margins):
        yield _UNSHOWN.at(Place(name), what=what)


def margin_names(margins: Iterable[str]) -> Iterator[str]:
    """Headers and footers as people name them, each once; arguments as for `unshown_margins`."""
    for kind, turn in dict.fromkeys((kind, turn) for kind, _, turn in map(str.split, margins)):
        yield f"{_MARGINS[kind]} thứ {turn}"


def _hidden(name: str, item: Hidden, titles: Mapping[str, str]) -> Finding:
    kind = _FALSE if item.kind is HiddenKind.FALSE_MARK else _UNMARKED
    side = (
        "So với bản gốc (bác bỏ hết các chỗ sửa)"
        if item.rejected
        else "So với bản mới (chấp nhận hết các chỗ sửa)"
    )
    place = Place(name, titles.get(item.part, item.part), paragraph=item.paragraph)
    found, expected = _shown(item.found), _shown(item.expected)
    alike = _look_alike(found, expected)
    if alike:
        found, expected = _coded(found, expected)
    return kind.at(
        place,
        found or f"(không có) trong đoạn «{_shown(item.around)[:AROUND_SHOWN]}»",
        expected=expected or "(không có chữ này)",
        side=side,
        told="trông như nhau nhưng khác mã chữ" if alike else _told(item),
    )


def _told(item: Hidden) -> str:
    if not item.expected:
        return "thừa chữ"
    return "khác chữ" if item.found else "thiếu chữ"


def _look_alike(found: str, expected: str) -> bool:
    """Whether a reader may see no difference between two different texts."""
    return encoding_form(found) == encoding_form(expected) or any(map(_is_foreign, found + expected))


def _is_foreign(sign: str) -> bool:
    """Whether a sign is a letter of another script, of which many look as Latin ones do."""
    return sign.isalpha() and not unicodedata.name(sign, "").startswith("LATIN")


def _coded(found: str, expected: str) -> tuple[str, str]:
    """Both texts, the signs in which they differ told by their codes."""
    left, right = "", ""
    for equal, a, b, c, d in stretches(list(found), list(expected)):
        left += found[a:b] if equal else _codes(found[a:b])
        right += expected[c:d] if equal else _codes(expected[c:d])
    return left, right


def _codes(signs: str) -> str:
    return "".join(f"‹U+{ord(sign):04X}›" for sign in signs)


def _shown(words: str) -> str:
    return words.translate(_SIGNS).translate(_TABLE_SIGNS)
