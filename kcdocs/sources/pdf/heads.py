"""Running heads and feet, whatever their words: what comes back at the edge of pages beside their number."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz

from kcdocs.sources.pdf import limits
from kcdocs.sources.pdf.rows import PrintedRow
from kcdocs.sources.pdf.sheets import PrintedPage

_NUMBERED = re.compile(r"(?P<before>\d{1,4}) (?P<words>\D.*)|(?P<first>.*\S) (?P<behind>\d{1,4})")
_SENTENCE = (".", ";", ":", ",")


class _Head(NamedTuple):
    """What may be a running head.

    Attributes:
        row: The row.
        offset: Its page number less the number of the sheet, None if it has none.
        words: All else it says.
    """

    row: PrintedRow
    offset: int | None
    words: str


def repeated_heads(pages: Sequence[tuple[PrintedPage, Sequence[PrintedRow]]]) -> list[PrintedRow]:
    """The rows at head and foot of pages that come back with the number of the page, or word for word.

    Args:
        pages: Each page with its rows from the top down.
    """
    heads: dict[int | None, list[_Head]] = defaultdict(list)
    for sheet, rows in pages:
        for head in _edges(sheet, rows):
            heads[head.offset].append(head)
    same = heads.pop(None, [])
    numbered = [head.row for group in heads.values() for head in group if _comes_back(head, group)]
    counted: dict[str, set[int]] = defaultdict(set)
    for head in same:
        counted[head.words].add(head.row.page)
    return numbered + [head.row for head in same if len(counted[head.words]) >= limits.HEAD_PAGES]


def _edges(sheet: PrintedPage, rows: Sequence[PrintedRow]) -> Iterator[_Head]:
    """The first row of a page if it stands in the upper margin, and the last if it stands in the lower."""
    margin = limits.MARGIN * sheet.height
    for row in {rows[0], rows[-1]} if rows else ():
        text = " ".join(row.text.split())
        in_margin = row.y > sheet.height - margin or row.y < margin
        if in_margin and len(text) >= limits.HEAD_LETTERS:
            yield from _read(row, text, sheet.number)


def _read(row: PrintedRow, text: str, page: int) -> Iterator[_Head]:
    found = _NUMBERED.fullmatch(text)
    if found is not None:
        number = int(found["before"] or found["behind"])
        yield _Head(row, number - page, found["words"] or found["first"])
    elif not text.endswith(_SENTENCE):
        yield _Head(row, None, text)


def _comes_back(head: _Head, group: Sequence[_Head]) -> bool:
    """Whether another page has nearly the same words beside its own number."""
    return any(
        other.row.page != head.row.page and fuzz.ratio(head.words, other.words) >= limits.HEAD_ALIKE
        for other in group[: limits.HEAD_GROUP]
    )
