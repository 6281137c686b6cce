"""Amending commands and what they quote."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kcdocs.codes import Declared
from kcdocs.law import layout
from kcdocs.law.commanding import AMENDS
from kcdocs.lint.papers import CheckedPaper
from kcdocs.lint.telling import FormBreach, breach
from kcdocs.model.address import SPOKEN, Kind
from kcdocs.model.finding import Severity

_NO_COLON = Declared(
    "LT336",
    Severity.WARNING,
    "A command that new text follows does not end in a colon.",
    "Câu lệnh sửa đổi kết thúc bằng «như sau» mà không có dấu hai chấm.",
    expected="dấu hai chấm sau «như sau»",
    mend="Thêm dấu hai chấm ở cuối dòng.",
)
_OPEN = Declared(
    "LT337",
    Severity.WARNING,
    "A quotation is opened and not closed.",
    "Ngoặc kép mở mà không đóng.",
    expected="mỗi dấu “ có một dấu ”",
    mend="Đóng ngoặc kép ở cuối phần trích.",
)
_LOOSE = re.compile(
    rf"(?:(?:\d{{1,3}}[a-zđ]?\.|[a-zđ]\d?\)|{SPOKEN[Kind.ARTICLE]} \d{{1,3}}[a-zđ]?\.)\s?)?"
    rf"(?:{AMENDS})\b.{{1,300}}{layout.FOLLOWS}[.;,]?",
    re.IGNORECASE,
)


def check(paper: CheckedPaper) -> Iterator[FormBreach]:
    """Commands without their colon, and quotations without an end."""
    loose = [piece for piece in paper.body if _LOOSE.fullmatch(piece.text)]
    if loose:
        yield breach(paper, _NO_COLON, layout.CUSTOM, loose)
    opened = None
    depth = 0
    for piece in (*paper.body, *paper.annexed):
        before = depth
        depth = max(0, depth + piece.text.count("“") - piece.text.count("”"))
        if not before and depth:
            opened = piece
    if depth and opened is not None:
        yield breach(paper, _OPEN, layout.CUSTOM, [opened])
