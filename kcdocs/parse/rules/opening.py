"""What a rule finds at the start of a line."""

from __future__ import annotations

import re
from typing import NamedTuple

from kcdocs.model.address import Kind

_NAMES_INSTRUMENT = re.compile(
    r"(?:của|và|hoặc|Luật|Bộ luật|Pháp lệnh|Nghị (?:định|quyết)|Thông tư|Quyết định|Quy chế|này|ban hành)\b"
)


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
