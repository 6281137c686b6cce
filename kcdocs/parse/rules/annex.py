"""Annexes: "Phụ lục", "PHỤ LỤC I", and an attached regulation."""

from __future__ import annotations

import re

from kcdocs.model.address import Kind
from kcdocs.parse.rules.opening import Opening

_OPENING = re.compile(
    r"(?:Phụ lục|PHỤ LỤC)(?:\s+(?:số\s+|SỐ\s+)?([IVXLC]+[a-hđ]?|\d{1,3}[a-zđ]?|[A-HĐ]))?(?:\d{1,3})?(?!\w)"
    r"\s*([.:]|[-–](?=\s))?\s*"
)
_ATTACHED = re.compile(
    r"(?:QUY CHẾ|QUY ĐỊNH|ĐIỀU LỆ|CHƯƠNG TRÌNH|DANH MỤC|ĐỀ ÁN|KẾ HOẠCH|QUY CHUẨN|QUY TRÌNH|HƯỚNG DẪN|"
    r"BIỂU MẪU)\b"
)


def read(text: str) -> Opening | None:
    """The annex that a line opens: nothing but the number, or the number and a heading in capitals."""
    found = _OPENING.match(text)
    if found is None:
        return None
    rest = text[found.end() :]
    if rest and not rest.isupper() and not rest.startswith("("):
        return None
    return Opening(Kind.ANNEX, found.group(1) or "", found.end())


def read_attached(text: str) -> Opening | None:
    """The attached text that a line behind the signature opens with its type in capitals."""
    if not text.isupper() or _ATTACHED.match(text) is None:
        return None
    return Opening(Kind.ANNEX, "", 0)


def write(label: str, heading: str) -> tuple[str, ...]:
    """The lines of an annex: its number, then its heading in capitals."""
    return (f"Phụ lục {label}".rstrip(), *([heading] if heading else []))
