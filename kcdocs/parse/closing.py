"""Whether what looks like a signature ends an instrument: not where its numbering goes on behind it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kcdocs.model.address import Kind
from kcdocs.parse import limits
from kcdocs.parse.openings import annex_opening, opening
from kcdocs.parse.rules import annex, back
from kcdocs.parse.words import LineStretch
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

    In print they stand beside the signature; a plain text has them one below the other.
    """
    found = set()
    for row in rows:
        if back.is_authentication(row.text) and row.line.cell is None:
            start = row.index
            for above in reversed(rows[max(row.index - limits.AUTHENTICATION, 0) : row.index]):
                if above.text and (above.line.cell is not None or not back.heads_signature(above.text)):
                    break
                start = above.index if above.text else start
            found.add(start)
    return frozenset(found)


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
