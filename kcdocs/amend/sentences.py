"""Sentences of a paragraph."""

from __future__ import annotations

import re

from kcdocs.model.span import Span

_STOP = re.compile(r"(?<![.?!])[.?!]+[”\"]?(?=\s|\Z)")
_OPENS = '“"( '
_TITLES = frozenset({"ths", "ts", "pgs", "gs", "tp", "tx", "tt", "v.v"})
"""What stands abbreviated before a name; a single letter does too ("Nguyễn V. A")."""


def sentences(text: str) -> list[Span]:
    """The sentences of a paragraph, in order, without the space between them.

    A full stop, question or exclamation mark ends one where a capital or nothing follows; a semicolon, the
    stop of a number ("1.000"), a label ("khoản 2.c") or an abbreviated title ("TP. Huế") does not.
    """
    found: list[Span] = []
    start = 0
    for stop in _STOP.finditer(text):
        rest = text[stop.end() :].lstrip(_OPENS)
        if rest and (not rest[0].isupper() or _abbreviated(text[start : stop.start()])):
            continue
        found.append(Span(start, stop.end()))
        start = len(text) - len(text[stop.end() :].lstrip())
    if text[start:].strip():
        found.append(Span(start, len(text.rstrip())))
    return found


def _abbreviated(words: str) -> bool:
    last = words.rsplit(maxsplit=1)[-1].lstrip("(“") if words.split() else ""
    return last.lower() in _TITLES or (len(last) == 1 and last.isalpha())
