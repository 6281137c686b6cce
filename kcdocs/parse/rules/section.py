"""Sections: "Mục 1", "Mục 2a"; in an annex also "I."."""

from __future__ import annotations

import re

from kcdocs.model.address import Kind
from kcdocs.parse.rules.opening import BEHIND, Opening, opened, titled
from kcdocs.text.labels import ARABIC, ROMAN
from kcdocs.text.roman import from_roman

_OPENING = re.compile(rf"(?:{opened(Kind.SECTION)})\s+({ARABIC}|{ROMAN})(?:\d{{1,3}})?{BEHIND}")
_ROMAN = re.compile(r"([IVXL]{1,8})\.\s*(?!\w\.)")


def read(text: str) -> Opening | None:
    """The section that a line opens."""
    return titled(Kind.SECTION, _OPENING.match(text), text)


def read_roman(text: str) -> Opening | None:
    """The section that a Roman number and a dot open, in an annex or inside an article of a decision."""
    found = _ROMAN.match(text)
    if found is None or not from_roman(found.group(1)):
        return None
    return Opening(Kind.SECTION, found.group(1), found.end(), inner=True)


def write(label: str, heading: str) -> tuple[str, ...]:
    """The lines of a section: its number, then its heading in capitals."""
    return (f"Mục {label}", *([heading] if heading else []))
