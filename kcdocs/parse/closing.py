"""Whether what looks like a signature ends an instrument: not where its numbering goes on behind it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from kcdocs.law.layout import MOTTO, NATIONAL
from kcdocs.model.address import Kind
from kcdocs.parse import limits
from kcdocs.parse.openings import annex_opening, opening
from kcdocs.parse.rules import annex, back
from kcdocs.parse.rules.front import is_rule
from kcdocs.parse.words import LineStretch
from kcdocs.text.dates import IN_WORDS
from kcdocs.text.labels import LabelStep, step


class Labels(NamedTuple):
    """The labels of an article and of a clause in it; empty where there is none."""

    article: str = ""
    clause: str = ""


class Ahead:
    """Which article, and which clause before it, come first behind a line and before the next annex.

    Looked up from the first line asked about to the end, once: closing parts stand near the end.

    Args:
        rows: All lines of the reading.
    """

    def __init__(self, rows: Sequence[LineStretch]) -> None:
        self._rows = rows
        self._first = len(rows)
        self._found: list[Labels] = []

    def goes_on(self, index: int, last: Labels) -> bool:
        """Whether the next article, or clause, behind a line follows the last one, or is the first of all."""
        if index < self._first:
            self._look(index)
        coming = self._found[index - self._first]
        if not last.article:
            return bool(coming.article)
        return any(step(*pair) is LabelStep.NEXT for pair in zip(last, coming, strict=True))

    def _look(self, start: int) -> None:
        found: list[Labels] = []
        coming = Labels()
        for row in reversed(self._rows[start:]):
            found.append(coming)
            coming = _with(row, coming)
        self._first, self._found = start, found[::-1]


def authentications(rows: Sequence[LineStretch]) -> frozenset[int]:
    """Where the blocks begin by which consolidated texts are authenticated: issuer and number stand above.

    In print they stand beside the signature, in a table of their own; a plain text has them one below the
    other.
    """
    found = set()
    for row in rows:
        if back.is_authentication(row.text):
            start = row.index
            for above in reversed(rows[max(row.index - limits.AUTHENTICATION, 0) : row.index]):
                if above.text and not (_same_table(above, row) and back.heads_signature(above.text)):
                    break
                start = above.index if above.text else start
            found.add(start)
    return frozenset(found)


def _same_table(row: LineStretch, other: LineStretch) -> bool:
    """Whether two lines stand in one table, or both in none."""
    one, two = row.line.cell, other.line.cell
    return one is two if one is None or two is None else one.table == two.table


def moved_heads(rows: Sequence[LineStretch]) -> frozenset[int]:
    """Where a head of an instrument begins that stands right above its recipients or signature.

    Saved pages have it there, since the table that held it was taken out of its place.
    """
    found = set()
    for row in rows:
        if _is_state(row.text) and row.line.cell is None:
            behind = next((below.text for below in rows[row.index :] if not _in_head(below)), "")
            above = list(takewhile(_in_head, reversed(rows[: row.index])))
            if back.read(behind) in _CLOSING_PARTS:
                found.add(above[-1].index if above else row.index)
    return frozenset(found)


_CLOSING_PARTS = (Kind.RECIPIENTS, Kind.SIGNATURE)


def _in_head(row: LineStretch) -> bool:
    """Whether a line can stand in a head: issuer, number, the state, its motto, place and day, a rule."""
    text = row.text
    told = _is_state(text) or MOTTO in text or _PLACE_AND_DAY.fullmatch(text)
    named = back.heads_signature(text) and back.read(text) is None
    return not text or bool(told) or named or is_rule(text)


def _is_state(text: str) -> bool:
    return NATIONAL in text.replace("HOÀ", "HÒA")


_PLACE_AND_DAY = re.compile(rf"[^,]*,\s*ngày\s+{IN_WORDS}")


def _with(row: LineStretch, coming: Labels) -> Labels:
    """What comes first from a line on, given what comes first behind it."""
    if row.line.cell is not None:
        return coming
    if annex_opening(row.text) is not None or annex.read_attached(row.text) is not None:
        return Labels()
    found = opening(row.text)
    if found is None or not found.plain:
        return coming
    if found.kind is Kind.ARTICLE:
        return Labels(found.label)
    return coming._replace(clause=found.label) if found.kind is Kind.CLAUSE else coming
