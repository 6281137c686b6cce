"""Footnotes at the foot of pages, in a text copied from print."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import NamedTuple

from kcdocs.sources.page_ends import TextRow

_OPENS = re.compile(r"(\d{1,3}) (?=\S)")


class TextNote(NamedTuple):
    """A footnote.

    Attributes:
        label: Its number.
        rows: Its rows, the number left out.
        places: Places of its rows in the text.
    """

    label: str
    rows: list[TextRow]
    places: list[int]


def page_notes(rows: Sequence[TextRow], ends: Collection[int]) -> list[TextNote]:
    """The footnotes of a text, which are numbered through.

    Args:
        rows: Its lines with words.
        ends: Places of those that belong to the pages: there, and at a form feed, the notes of a page end.

    Returns:
        What stands from a line of spaces to the end of its page, if the next note begins there; behind the
        first such, also the rest of a note from the page before.
    """
    notes: list[TextNote] = []
    below = False
    for place, row in enumerate(rows):
        if place in ends:
            below = False
            continue
        turned = place > 0 and row.page != rows[place - 1].page
        opens = _opens(row, len(notes) + 1)
        below = (below and not turned) or (row.ruled and (opens or bool(notes)))
        if below and opens:
            _, words = row.words.split(maxsplit=1)
            _, text = row.text.split(maxsplit=1)
            notes.append(TextNote(str(len(notes) + 1), [replace(row, words=words, text=text)], [place]))
        elif below:
            notes[-1].rows.append(replace(row, apart=row.apart and not row.ruled))
            notes[-1].places.append(place)
    return notes


def _opens(row: TextRow, number: int) -> bool:
    found = _OPENS.match(row.text)
    return found is not None and int(found[1]) == number
