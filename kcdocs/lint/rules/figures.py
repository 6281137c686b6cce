"""How figures, money and quotations are written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kcdocs.codes import Declared
from kcdocs.law import layout
from kcdocs.lint.papers import CheckedPaper
from kcdocs.lint.telling import FormBreach, breach
from kcdocs.model.finding import Severity

_POINT = Declared(
    "LT380",
    Severity.WARNING,
    "A percentage or a measure is written with a decimal point.",
    "Số «{said}» dùng dấu chấm thập phân.",
    expected="dấu phẩy thập phân: «{wanted}»",
    mend="Sửa «{said}» thành «{wanted}».",
)
_THOUSANDS = Declared(
    "LT383",
    Severity.WARNING,
    "Commas stand between the thousands of a number.",
    "Số «{said}» dùng dấu phẩy phân cách hàng nghìn.",
    expected="dấu chấm: «{wanted}»",
    mend="Sửa «{said}» thành «{wanted}».",
)
_CURRENCY = Declared(
    "LT381",
    Severity.NOTE,
    "The currency is written as VNĐ.",
    "Đơn vị tiền ghi «VNĐ».",
    expected="«đồng», hoặc «VND»",
    mend="Ghi «đồng».",
)
_STRAIGHT = Declared(
    "LT382",
    Severity.NOTE,
    "Words stand in straight quotation marks.",
    "Có lời trích trong ngoặc kép thẳng.",
    expected="ngoặc kép cong “ ”",
    mend="Thay ngoặc kép thẳng bằng “ và ” (Ctrl+H).",
)

_MEASURES = (
    *(
        "ha",
        "km",
        "km2",
        "km²",
        "m",
        "m2",
        "m²",
        "m3",
        "m³",
        "cm",
        "mm",
        "kg",
        "tấn",
        "tạ",
        "tỷ",
        "tỉ",
        "triệu",
        "nghìn",
    ),
    *("lít", "kW", "kWh", "MW", "MWh", "kVA", "kV", "USD"),
)
_PERCENT = re.compile(rf"(?<![\d.,])\d{{1,3}}\.\d{{1,2}} ?(?:%|(?:{'|'.join(_MEASURES)})(?!\w))")
"""A point before one or two figures parts no thousands: of a share or a measure it is a decimal one."""

_MILLIONS = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3}){2,6}(?![\d,])")
_VND = re.compile(r"(?<!\w)(?:VNĐ|vnđ)(?!\w)")
_QUOTED = re.compile(r'(?<!\d)"[^"]{2,300}"')


def check(paper: CheckedPaper) -> Iterator[FormBreach]:
    """Figures, money and quotations that are written otherwise than offices write them."""
    for declared, pattern, sign, right in ((_POINT, _PERCENT, ".", ","), (_THOUSANDS, _MILLIONS, ",", ".")):
        first = next(
            ((piece, found[0]) for piece in paper.pieces if (found := pattern.search(piece.text))), None
        )
        if first is not None:
            facts = {"said": first[1], "wanted": first[1].replace(sign, right)}
            yield breach(paper, declared, layout.DECIMAL, [first[0]], **facts)
    for declared, pattern in ((_CURRENCY, _VND), (_STRAIGHT, _QUOTED)):
        hits = [piece for piece in paper.pieces if pattern.search(piece.text)]
        if hits:
            yield breach(paper, declared, layout.CUSTOM, hits)
