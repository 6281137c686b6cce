"""What a rule finds at the start of a line."""

from __future__ import annotations

import re
from typing import NamedTuple

from kcdocs.law.vocabulary import LEGAL, alternation, names
from kcdocs.model.address import SPOKEN, Kind
from kcdocs.text.late import late

BEHIND = r"(?!\w)\s*([.:]|[-–](?=\s))?\s*"
"""A pattern for what stands between a label and its heading: one group, the mark that separates them."""

_NAMES_INSTRUMENT = late(
    rf"(?:của|và|hoặc|này|ban hành|{alternation(LEGAL)})\b|(?:{alternation(names())})\s+(?:này|số|ban hành)\b"
)
"""What goes on behind a label as a sentence does: "Điều 5 Nghị định này", "Chương II Quy chế này"."""


class Opening(NamedTuple):
    """A label at the start of a line.

    Attributes:
        kind: What it opens.
        label: The label itself.
        start: Where the words begin.
        plain: False where the form is unusual (no dot, a note's number stuck to the label), so that it
            counts only if it is the label expected next.
        inner: Whether it is a Roman number, which may also open a section inside an article.
    """

    kind: Kind
    label: str
    start: int
    plain: bool = True
    inner: bool = False


def opened(kind: Kind) -> str:
    """A pattern for a unit's name at the start of a line: "Chương" or "CHƯƠNG"."""
    return f"{SPOKEN[kind]}|{SPOKEN[kind].upper()}"


def heading_follows(rest: str, separator: str | None) -> bool:
    """Whether what stands behind a label can be its heading, and not the rest of a sentence."""
    if not rest or separator or rest.isupper():
        return True
    return not rest[0].islower() and _NAMES_INSTRUMENT.match(rest) is None


def titled(kind: Kind, found: re.Match[str] | None, text: str) -> Opening | None:
    """The opening of a part, chapter, section or subsection.

    Args:
        kind: Which of them.
        found: Groups 1 and 2 are the label and what separates it from the heading.
        text: The line.
    """
    if found is None or not heading_follows(text[found.end() :], found.group(2)):
        return None
    return Opening(kind, found.group(1), found.end())
