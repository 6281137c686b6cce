"""Chapters: "Chương I", "Chương IIa"."""

from __future__ import annotations

import re

from kcdocs.model.address import Kind
from kcdocs.parse.rules.opening import BEHIND, Opening, opened, titled
from kcdocs.text.labels import ARABIC, ROMAN

_OPENING = re.compile(rf"(?:{opened(Kind.CHAPTER)})\s+({ROMAN}|{ARABIC})(?:\d{{1,3}})?{BEHIND}")


def read(text: str) -> Opening | None:
    """The chapter that a line opens."""
    return titled(Kind.CHAPTER, _OPENING.match(text), text)


def write(label: str, heading: str) -> tuple[str, ...]:
    """The lines of a chapter: its number, then its heading in capitals."""
    return (f"Chương {label}", *([heading] if heading else []))
