"""Numbers that drafts typed by hand, each for itself, and that are out of order once all is accepted.

The merged file keeps them as typed: a number that no draft wrote would be nobody's change, and the file could
not be proven any more. So they are told, and a person numbers anew.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from kcdocs.model.finding import Place
from kcdocs.opinions import errors
from kcdocs.text.normalise import content_form

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kcdocs.model.finding import Finding
    from kcdocs.model.instrument import Instrument

_NUMBER = re.compile(r"(\d{1,4}) ?[.)]?")
_LABELS = frozenset({"PA101", "PA102", "PA103"})
"""Findings of a reader: a label is missing, stands twice, or comes too late."""


class NumberedRow(NamedTuple):
    """A row of a table whose first cell is a number.

    Attributes:
        place: The table, as a person names it.
        row: Its ordinal, from 1.
        number: The number.
        words: All that it says.
    """

    place: str
    row: int
    number: int
    words: str


def misnumbered(merged: Instrument, before: Iterable[Instrument], name: str) -> Iterator[Finding]:
    """Where typed numbers of rows and provisions do not follow one another, though they do in the drafts.

    Args:
        merged: The merged text, all changes accepted.
        before: Base and drafts: what is out of order in one of them already is no fault of merging.
        name: What the findings are told of.
    """
    texts = [*before]
    known = {(one.words, other.words) for text in texts for one, other in _next_rows(text)}
    for one, other in _next_rows(merged):
        if other.number != one.number + 1 and (one.words, other.words) not in known:
            yield errors.MISNUMBERED_ROW.at(
                Place(file=name), table=other.place, row=other.row, number=other.number, before=one.number
            )
    told = {_label_fault(found) for text in texts for found in text.findings}
    for found in merged.findings:
        if found.code in _LABELS and _label_fault(found) not in told:
            address = found.place.address
            yield errors.MISNUMBERED.at(Place(file=name, address=address), what=found.message.rstrip("."))


def _label_fault(found: Finding) -> tuple[str, str]:
    return found.code, found.message


def _next_rows(text: Instrument) -> Iterator[tuple[NumberedRow, NumberedRow]]:
    """Every two rows of a table that follow one another and are numbered both."""
    rows = pairwise(_rows(text))
    return ((one, other) for one, other in rows if one.place == other.place and other.row == one.row + 1)


def _rows(text: Instrument) -> Iterator[NumberedRow]:
    held: dict[tuple[int, int], list[str]] = {}
    numbers: dict[tuple[int, int], int] = {}
    places: dict[int, str] = {}
    for node in text.walk():
        for line in node.lines:
            if line.cell is None:
                continue
            key = line.cell.table, line.cell.row
            spoken = node.address.spoken()
            places.setdefault(line.cell.table, f"{spoken[:1].upper()}{spoken[1:]}")
            held.setdefault(key, []).append(content_form(line.text))
            if line.cell.column == 0 and (found := _NUMBER.fullmatch(line.text.strip())):
                numbers[key] = int(found[1])
    for table, row in sorted(numbers):
        words = "\n".join(held[table, row])
        yield NumberedRow(places[table], row + 1, numbers[table, row], words)
