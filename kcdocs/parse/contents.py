"""Tables of contents: lines that name the provisions once more, with their pages or ahead of the text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kcdocs.parse import limits
from kcdocs.parse.openings import annex_opening, opening
from kcdocs.parse.rules.front import kind_of, type_name
from kcdocs.parse.words import LineStretch

_HEADING = re.compile(r"MỤC LỤC|Mục lục")
_PAGE = re.compile(r"(?<!\d)\d{1,4}$")
_LEADERS = ("\t", "…", "...", "___", "···")
_FILLING = " \t\u00a0.…_·"


def contents(rows: Sequence[LineStretch]) -> frozenset[int]:
    """Indexes of the lines that are tables of contents, their headings among them."""
    found: set[int] = set()
    for run in _paged_runs(rows):
        found.update(range(run[0], run[-1] + 1))
    headed = next((row.index for row in rows if _HEADING.fullmatch(row.text)), None)
    if headed is not None:
        found.update(range(headed, _listed_end(rows, headed) + 1))
    return frozenset(found)


def _paged_runs(rows: Sequence[LineStretch]) -> list[list[int]]:
    """Runs of lines that end in a page number, provisions among them; a heading may take a line more."""
    runs: list[list[int]] = []
    for row in rows:
        if row.text[-1:].isdecimal() and row.line.cell is None and _paged(row.line.text.strip()):
            near = runs and row.index - runs[-1][-1] <= limits.CONTENTS_GAP
            runs[-1].append(row.index) if near else runs.append([row.index])
    return [run for run in runs if sum(_opens(rows[index]) for index in run) >= limits.CONTENTS]


def _paged(text: str) -> bool:
    """Whether a line's words are led to the number of a page by dots or a tab."""
    page = _PAGE.search(text)
    before = text[: page.start()] if page else ""
    words = before.rstrip(_FILLING)
    return bool(words) and any(sign in before[len(words) :] for sign in _LEADERS)


def _opens(row: LineStretch) -> bool:
    return opening(row.text) is not None or annex_opening(row.text) is not None


def _listed_end(rows: Sequence[LineStretch], heading: int) -> int:
    """The last provision listed under the heading before the first comes back; the heading if none does."""
    first, last = None, heading
    for row in rows[heading + 1 :]:
        if type_name(row.text) or kind_of(row.text) is not None:
            break
        found = opening(row.text)
        if found is None:
            continue
        key = (found.kind, found.label)
        if key == first:
            return last
        first, last = first or key, row.index
    return last if first in {_key(row) for row in rows[last + 1 :]} else heading


def _key(row: LineStretch) -> tuple[object, str] | None:
    found = opening(row.text)
    return (found.kind, found.label) if found is not None else None
