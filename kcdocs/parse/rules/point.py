"""Points: "đ) ", inserted "d1) "; "đ/ " in older texts, "- đ) " where a program made a list of them."""

from __future__ import annotations

import re

from kcdocs.model.address import Kind
from kcdocs.parse.rules.opening import Opening
from kcdocs.text.labels import POINT

_OPENING = re.compile(rf"([-–+•*]\s)?({POINT})(?:\s?\)(?:(\d{{1,3}})(?=\s))?|([./])(?=\s))\s*")


def read(text: str) -> Opening | None:
    """The point that a line opens; other signs than the bracket alone count only where it is expected."""
    found = _OPENING.match(text)
    if found is None or (found.group(1) and found.group(4)):
        return None
    plain = found.group(1) is None and found.group(4) is None
    return Opening(Kind.POINT, found.group(2), found.end(), plain)


def write(label: str, words: str) -> tuple[str, ...]:
    """The line of a point: a letter and a closing bracket."""
    return (f"{label}) {words}".rstrip(),)
