"""Subsections: "Tiểu mục 1"."""

from __future__ import annotations

import re

from kcdocs.model.address import Kind
from kcdocs.parse.rules.opening import BEHIND, Opening, opened, titled
from kcdocs.text.labels import ARABIC, ROMAN

_OPENING = re.compile(rf"(?:{opened(Kind.SUBSECTION)})\s+({ARABIC}|{ROMAN})(?:\d{{1,3}})?{BEHIND}")


def read(text: str) -> Opening | None:
    """The subsection that a line opens."""
    return titled(Kind.SUBSECTION, _OPENING.match(text), text)


def write(label: str, heading: str) -> tuple[str, ...]:
    """The lines of a subsection: its number, then its heading in capitals."""
    return (f"Tiểu mục {label}", *([heading] if heading else []))
