"""What a reading found odd, worded once."""

from __future__ import annotations

from kcdocs.model.address import SPOKEN, Address, Kind
from kcdocs.model.finding import Finding, Place, Severity
from kcdocs.model.line import Reading, SourceKind
from kcdocs.parse.words import Words

_POINTS = "Thứ tự điểm: a, b, c, d, đ, e, g, h, i, k, l, m, n, o, p, q, r, s, t, u, v, x, y"


class Findings:
    """Findings of one reading, in the order they were met.

    Args:
        reading: Where the lines stand.
    """

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self.all: list[Finding] = []

    def missing(self, words: Words, address: Address, expected: str) -> None:
        """PA101: a label is missing before this one."""
        kind = _spoken(address)
        self._add(
            "PA101",
            words,
            address,
            f"Trước {address.spoken()} thiếu {kind} {expected}.",
            expected=f"{kind} {expected}",
            mend="Xin kiểm tra bản gốc: có thể thiếu một đoạn văn bản hoặc đánh số nhầm.",
        )

    def repeated(self, words: Words, address: Address) -> None:
        """PA102: a label occurs twice."""
        self._add(
            "PA102",
            words,
            address,
            f"Nhãn {address.spoken()} xuất hiện hai lần.",
            mend="Xin kiểm tra cách đánh số trong bản gốc.",
        )

    def disordered(self, words: Words, address: Address, previous: str) -> None:
        """PA103: a label comes after a later one."""
        kind = _spoken(address)
        self._add(
            "PA103",
            words,
            address,
            f"{address.spoken().capitalize()} đứng sau {kind} {previous}.",
            expected=f"{kind} {address.label} đứng trước {kind} {previous}",
            mend="Xin kiểm tra cách đánh số trong bản gốc.",
        )

    def foreign_letter(self, words: Words, address: Address) -> None:
        """PA104: a point bears a letter that is not used for points."""
        self._add(
            "PA104",
            words,
            address,
            f"Chữ “{address.label}” không dùng để đánh thứ tự điểm.",
            expected=_POINTS,
            mend="Xin kiểm tra cách đánh thứ tự điểm trong bản gốc.",
            source="Nghị định 30/2020/NĐ-CP, Phụ lục I",
        )

    def loose_label(self, words: Words, address: Address) -> None:
        """PA105: a number or letter at the start of a line continues no list and was read as words."""
        self._add(
            "PA105",
            words,
            address,
            "Số hoặc chữ ở đầu dòng không nối tiếp thứ tự nào, được đọc như lời văn.",
            mend="Xin kiểm tra xem dòng này có phải là một khoản hoặc điểm hay không.",
        )

    def restarted(self, words: Words, address: Address) -> None:
        """PA106: a list starts again inside a provision; its lines were read as paragraphs of it."""
        self._add(
            "PA106",
            words,
            address,
            f"Trong {address.parent.spoken()}, thứ tự bắt đầu lại từ đầu; các dòng này được đọc như đoạn "
            "trong đơn vị đang mở.",
            mend="Xin kiểm tra xem phần này có bị mất dấu ngoặc kép hoặc tên điều hay không.",
        )

    def unclaimed(self, words: Words, address: Address) -> None:
        """PA107: a line that no construct explains."""
        self._add(
            "PA107",
            words,
            address,
            "Dòng này chưa xếp được vào thành phần nào của văn bản.",
            mend="Xin kiểm tra xem đây có phải là nội dung của văn bản hay không.",
        )

    def unclosed(self, words: Words, address: Address) -> None:
        """PA108: a quotation opens and never closes."""
        self._add(
            "PA108",
            words,
            address,
            "Dấu ngoặc kép mở nội dung trích nhưng không có dấu đóng.",
            expected="dấu ” ở cuối nội dung trích",
            mend="Xin bổ sung dấu đóng ngoặc kép ở cuối nội dung trích.",
        )

    def no_articles(self) -> None:
        """PA109: the text has no articles."""
        self.all.append(
            Finding(
                "PA109",
                Severity.WARNING,
                Place(file=self._reading.name),
                "Văn bản không có điều nào; được đọc theo mục, khoản, điểm và đoạn.",
                expected="ít nhất một dòng bắt đầu bằng “Điều 1.”",
                mend="Nếu văn bản có các điều, xin kiểm tra cách trình bày dòng “Điều …”.",
            )
        )

    def _add(
        self,
        code: str,
        words: Words,
        address: Address,
        message: str,
        expected: str = "",
        mend: str = "",
        source: str = "",
    ) -> None:
        place = self._place(words, address)
        found = words.view.text.strip()[:120]
        self.all.append(Finding(code, Severity.WARNING, place, message, found, expected, mend, source))

    def _place(self, words: Words, address: Address) -> Place:
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
