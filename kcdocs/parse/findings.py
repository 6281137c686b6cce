"""What a reading found odd, worded once."""

from __future__ import annotations

from typing import Any

from kcdocs.codes import Declared
from kcdocs.model.address import SPOKEN, Address, Kind
from kcdocs.model.finding import Finding, Place, Severity
from kcdocs.model.line import Reading, SourceKind
from kcdocs.parse.words import LineStretch

_MISSING = Declared(
    "PA101",
    Severity.WARNING,
    "A label is missing before this one.",
    "Trước {spot} thiếu {kind} {label}.",
    expected="{kind} {label}",
    mend="Kiểm tra bản gốc: có thể thiếu một đoạn văn bản hoặc đánh số nhầm.",
)

_REPEATED = Declared(
    "PA102",
    Severity.WARNING,
    "A label occurs twice.",
    "Nhãn {spot} xuất hiện hai lần.",
    mend="Kiểm tra cách đánh số trong bản gốc.",
)

_DISORDERED = Declared(
    "PA103",
    Severity.WARNING,
    "A label comes after a later one.",
    "{spot} đứng sau {kind} {previous}.",
    expected="{kind} {label} đứng trước {kind} {previous}",
    mend="Kiểm tra cách đánh số trong bản gốc.",
)

_FOREIGN_LETTER = Declared(
    "PA104",
    Severity.WARNING,
    "A point bears a letter that is not used for points.",
    "Chữ “{label}” không dùng để đánh thứ tự điểm.",
    expected="Thứ tự điểm: a, b, c, d, đ, e, g, h, i, k, l, m, n, o, p, q, r, s, t, u, v, x, y",
    mend="Kiểm tra cách đánh thứ tự điểm trong bản gốc.",
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I",
)

_LOOSE_LABEL = Declared(
    "PA105",
    Severity.WARNING,
    "A number or letter at the start of a line continues no list and was read as words.",
    "Số hoặc chữ ở đầu dòng không nối tiếp thứ tự nào, được đọc như lời văn.",
    mend="Kiểm tra xem dòng này có phải là một khoản hoặc điểm hay không.",
)

_RESTARTED = Declared(
    "PA106",
    Severity.WARNING,
    "A list starts again inside a provision; its lines were read as paragraphs of it.",
    "Trong {parent}, thứ tự bắt đầu lại từ đầu; các dòng này được đọc như đoạn trong đơn vị đang mở.",
    mend="Kiểm tra xem phần này có bị mất dấu ngoặc kép hoặc tên điều hay không.",
)

_UNCLAIMED = Declared(
    "PA107",
    Severity.WARNING,
    "A line that no construct explains.",
    "Dòng này chưa xếp được vào thành phần nào của văn bản.",
    mend="Kiểm tra xem đây có phải là nội dung của văn bản hay không.",
)

_UNCLOSED = Declared(
    "PA108",
    Severity.WARNING,
    "A quotation opens and never closes.",
    "Dấu ngoặc kép mở nội dung trích nhưng không có dấu đóng.",
    expected="dấu ” ở cuối nội dung trích",
    mend="Bổ sung dấu đóng ngoặc kép ở cuối nội dung trích; dấu mở thừa thì bỏ.",
)

_NO_ARTICLES = Declared(
    "PA109",
    Severity.WARNING,
    "The text has no articles.",
    "Văn bản không có điều nào; được đọc theo mục, khoản, điểm và đoạn.",
    expected="ít nhất một dòng bắt đầu bằng “Điều 1.”",
    mend="Nếu văn bản có các điều, kiểm tra cách trình bày dòng “Điều …”.",
)


_CONTENTS = Declared(
    "PA110",
    Severity.NOTE,
    "A table of contents was set aside.",
    "Đã để riêng mục lục gồm {count} dòng; các dòng này không được đọc thành chương, điều.",
    mend="Nếu các dòng này là nội dung của văn bản, xóa số trang ở cuối dòng và chữ “Mục lục”.",
)


class Findings:
    """Findings of one reading, in the order they were met.

    Args:
        reading: Where the lines stand.
    """

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self.all: list[Finding] = []

    def missing(self, words: LineStretch, address: Address, expected: str) -> None:
        """A label is missing before this one."""
        kind = _spoken(address)
        self._add(_MISSING, words, address, spot=address.spoken(), kind=kind, label=expected)

    def repeated(self, words: LineStretch, address: Address) -> None:
        """A label occurs twice."""
        self._add(_REPEATED, words, address, spot=address.spoken())

    def disordered(self, words: LineStretch, address: Address, previous: str) -> None:
        """A label comes after a later one."""
        kind = _spoken(address)
        self._add(
            _DISORDERED,
            words,
            address,
            spot=address.spoken().capitalize(),
            kind=kind,
            previous=previous,
            label=address.label,
        )

    def foreign_letter(self, words: LineStretch, address: Address) -> None:
        """A point bears a letter that is not used for points."""
        self._add(_FOREIGN_LETTER, words, address, label=address.label)

    def loose_label(self, words: LineStretch, address: Address) -> None:
        """A number or letter at the start of a line continues no list and was read as words."""
        self._add(_LOOSE_LABEL, words, address)

    def restarted(self, words: LineStretch, address: Address) -> None:
        """A list starts again inside a provision; its lines were read as paragraphs of it."""
        self._add(_RESTARTED, words, address, parent=address.parent.spoken())

    def unclaimed(self, words: LineStretch, address: Address) -> None:
        """A line that no construct explains."""
        self._add(_UNCLAIMED, words, address)

    def unclosed(self, words: LineStretch, address: Address) -> None:
        """A quotation opens and never closes."""
        self._add(_UNCLOSED, words, address)

    def no_articles(self) -> None:
        """The text has no articles."""
        self.all.append(_NO_ARTICLES.at(Place(file=self._reading.name)))

    def contents(self, words: LineStretch, count: int) -> None:
        """A table of contents was set aside."""
        self._add(_CONTENTS, words, Address(), count=count)

    def _add(self, declared: Declared, words: LineStretch, address: Address, **facts: Any) -> None:
        found = words.view.text.strip()[:120]
        self.all.append(declared.at(self._place(words, address), found, **facts))

    def _place(self, words: LineStretch, address: Address) -> Place:
        source = words.line.source
        ordinal = source.paragraph + 1
        if self._reading.kind is SourceKind.TEXT:
            return Place(file=self._reading.name, line=ordinal, address=str(address), span=words.span())
        return Place(
            file=self._reading.name,
            part=source.part,
            paragraph=ordinal,
            address=str(address),
            span=words.span(),
        )


def _spoken(address: Address) -> str:
    return SPOKEN[address.kind or Kind.OTHER]
