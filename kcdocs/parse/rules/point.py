"""Points: "đ) ", inserted "d1) "."""

from __future__ import annotations

import re

from kcdocs.model.address import Kind
from kcdocs.parse.rules.opening import Opening
from kcdocs.text.labels import POINT

_OPENING = re.compile(rf"({POINT})(?:\s?\)(?:(\d{{1,3}})(?=\s))?|(\.)(?=\s))\s*")


def read(text: str) -> Opening | None:
    """The point that a line opens; a dot in place of the bracket counts only where it is expected."""
    found = _OPENING.match(text)
    if found is None:
        return None
    return Opening(Kind.POINT, found.group(1), found.end(), found.group(3) is None)


def write(label: str, words: str) -> tuple[str, ...]:
    """The line of a point: a letter and a closing bracket."""
    return (f"{label}) {words}".rstrip(),)
