"""Quantities: sums, shares, dates, time limits and numbers that changed."""

from __future__ import annotations

import re
from itertools import groupby, zip_longest
from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel

from kcdocs.law.kinds import GROUPING, unit_pattern
from kcdocs.law.vocabulary import either_case
from kcdocs.model.address import FORMS, Kind
from kcdocs.model.comparison import ChangeClass, QuantityChange, QuantityKind
from kcdocs.text import limits as text_limits
from kcdocs.text.late import late
from kcdocs.text.variants import encoding_form

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kcdocs.model.comparison import Row
    from kcdocs.model.instrument import Node
    from kcdocs.model.span import Span

_NUMBER = (
    rf"(?:\d{{1,3}}+(?: \d{{3}}){{1,{text_limits.SPACED_GROUPS}}}(?!\d)"
    rf"|\d++(?:[.,]\d++){{0,{text_limits.MOST_GROUPS}}})(?: \([^()]*\))?"
)
_SCALE = r"(?: (?:trăm|nghìn|ngàn|triệu|tỷ|tỉ))*"
_PATTERNS: dict[QuantityKind, str] = {
    QuantityKind.DATE: r"ngày \d{1,2} tháng \d{1,2}(?: năm \d{4})?|tháng \d{1,2} năm \d{4}|năm \d{4}"
    r"|\d{1,2}[/-]\d{1,2}[/-]\d{4}",
    QuantityKind.MONEY: rf"{_NUMBER}{_SCALE} (?:đồng(?:/[\w ]+?)?|VND|USD)\b",
    QuantityKind.PERCENT: rf"{_NUMBER} ?(?:%|phần trăm)",
    QuantityKind.PERIOD: rf"{_NUMBER} (?:ngày làm việc|ngày|tuần|tháng|quý|năm|giờ|phút)\b",
    QuantityKind.NUMBER: rf"{_NUMBER}{_SCALE}(?: (?:m2|m²|m3|km2|km|ha|kg|tấn|mét|người|lao động|lần|bộ|bản"
    r"|cơ sở|đề án|hộ|đơn vị|sản phẩm|thành viên)\b)?",
}
_LABELLED = unit_pattern(*(GROUPING - {Kind.SUBSECTION}), Kind.ARTICLE, Kind.CLAUSE, Kind.ANNEX)
_OTHER = rf"\d+/\d{{4}}/[\w-]+|(?:{_LABELLED}|(?:{either_case(FORMS)}) số|[Ss]ố) ?\d[\w./-]*|[cdk]?m[23]\b"
# A number may stick to the word before it, where the space between them was lost.
_QUANTITY = late(
    rf"(?<![\d/.,_A-ZĐ-])(?<!\b[^\W\d_])(?:(?P<none>{_OTHER})|"
    + "|".join(f"(?P<{kind.name}>{pattern})" for kind, pattern in _PATTERNS.items())
    + ")"
)
_FIGURE = re.compile(r"\d")
_GROUPED = re.compile(r"(?<=\d)[. ](?=\d{3}(?!\d))")
_WORDS = frozenset({ChangeClass.SUBSTANCE, ChangeClass.PHRASE})

Quantity = tuple[QuantityKind, str]
"""What is measured, and how it is written."""


def quantities(text: str) -> list[Quantity]:
    """The quantities in a text, in order.

    Args:
        text: Any text; labels of provisions and numbers of instruments are passed over.
    """
    if not _FIGURE.search(text):  # for speed only
        return []
    found = _QUANTITY.finditer(encoding_form(text))
    return [
        (QuantityKind[match.lastgroup], match[0]) for match in found if match.lastgroup not in (None, "none")
    ]


def changed_quantities(rows: Iterable[Row]) -> Iterator[QuantityChange]:
    """The quantities that changed within provisions that stand on both sides.

    Args:
        rows: The rows of a comparison.
    """
    for row in rows:
        if row.olds and row.news and _WORDS & set(row.changes):
            yield from _changed(row)


def _changed(row: Row) -> Iterator[QuantityChange]:
    moved = [edit for edit in row.edits if edit.change is ChangeClass.MOVED]
    gone, came = [edit.old for edit in moved], [edit.new for edit in moved]
    olds = [item for node in row.olds for item in quantities(_own_words(node, gone))]
    news = [item for node in row.news for item in quantities(_own_words(node, came))]
    codes = Indel.opcodes([_form(item) for item in olds], [_form(item) for item in news])
    for same, run in groupby(codes, key=lambda code: code.tag == "equal"):
        if not same:
            blocks = list(run)
            left = olds[blocks[0].src_start : blocks[-1].src_end]
            right = news[blocks[0].dest_start : blocks[-1].dest_end]
            for kind, before, after in _pairs(left, right):
                yield QuantityChange(kind, before, after, row.address)


def _pairs(olds: Sequence[Quantity], news: Sequence[Quantity]) -> Iterator[tuple[QuantityKind, str, str]]:
    """Pair quantities of one kind in order; what is left was removed or added."""
    for kind in QuantityKind:
        left = [words for of, words in olds if of is kind]
        right = [words for of, words in news if of is kind]
        for before, after in zip_longest(left, right, fillvalue=""):
            yield kind, before, after


def _form(item: Quantity) -> str:
    return f"{item[0]} {_GROUPED.sub('', item[1].lower())}"


def _own_words(node: Node, moved: Iterable[Span]) -> str:
    """The words of a provision without references, and without rows of a table that only moved."""
    pieces, start = [], 0
    for span in sorted((*(reference.span for reference in node.references), *moved)):
        pieces.append(node.text[start : max(span.start, start)])
        start = max(span.end, start)
    return " … ".join((*pieces, node.text[start:]))
