"""Clauses: "2. ", inserted "5a. "; "2/ " in older texts, "2) " where all of an article are written so.

A consolidated text from the web may show "4.17 " for clause 4 with the mark of note 17.
"""

from __future__ import annotations

import re

from kcdocs.model.address import Kind
from kcdocs.parse.rules.opening import Opening
from kcdocs.text.labels import ARABIC

_OPENING = re.compile(rf"({ARABIC})\s?\.(?:(\d{{1,3}})\s+(?=[^\W\d_]|\()|(?![\d.])\s*)")
_BRACKETED = re.compile(rf"({ARABIC})\)\s+(?=[^\W\d_])")
_SLASHED = re.compile(rf"({ARABIC})/\s+(?=[^\W\d_])")


def read(text: str) -> Opening | None:
    """The clause that a line opens."""
    slashed = _SLASHED.match(text)
    found = slashed or _OPENING.match(text)
    if found is None:
        return None
    label = found.group(1)
    plain = slashed is None and found.group(2) is None
    return Opening(Kind.CLAUSE, label.lstrip("0") or label, found.end(), plain)


def read_bracketed(text: str) -> Opening | None:
    """What a line with a bracket opens where clauses are written so; elsewhere it is an item of a list."""
    found = _BRACKETED.match(text)
    return Opening(Kind.CLAUSE, found.group(1), found.end(), plain=False) if found else None


def write(label: str, words: str) -> tuple[str, ...]:
    """The line of a clause: an Arabic number and a dot."""
    return (f"{label}. {words}".rstrip(),)
