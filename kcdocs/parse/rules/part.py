"""Parts: "Phần thứ nhất", "Phần I"."""

from __future__ import annotations

import re

from kcdocs.model.address import Kind
from kcdocs.parse.rules.opening import Opening, heading_follows

_ORDINAL = "nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười"
_OPENING = re.compile(
    rf"(?:Phần|PHẦN)\s+(thứ\s+(?:{_ORDINAL})|THỨ\s+(?:{_ORDINAL.upper()})|[IVXLC]+[a-hđ]?|\d{{1,2}}[a-zđ]?)"
    r"(?!\w)\s*([.:]|[-–](?=\s))?\s*"
)


def read(text: str) -> Opening | None:
    """The part that a line opens."""
    found = _OPENING.match(text)
    if found is None or not heading_follows(text[found.end() :], found.group(2)):
        return None
    label = found.group(1)
    return Opening(Kind.PART, " ".join(label.lower().split()) if label[0] in "tT" else label, found.end())


def write(label: str, heading: str) -> tuple[str, ...]:
    """The lines of a part: its number, then its heading in capitals (Decree 30/2020, Annex I, II.6)."""
    return (f"Phần {label}", *([heading] if heading else []))
