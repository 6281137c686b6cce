"""Places in a template: line of the prepared source → part, paragraph, table row and cell."""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from typing import TYPE_CHECKING

from kcdocs.model.finding import Place
from kcdocs.word.package import Package, part_titles

if TYPE_CHECKING:
    from kcdocs.word.read import OutsideField, ParagraphPlace


def place_of(file: str, part: str, where: ParagraphPlace) -> Place:
    """The place of a paragraph as a finding bears it.

    Args:
        file: The template as the user named it.
        part: Vietnamese name of the part.
        where: The paragraph's place in the part.
    """
    return Place(file=file, part=part, paragraph=where.number, cell=where.cell, address=where.address)


def outside_fields_of(package: Package) -> list[tuple[OutsideField, Place]]:
    """The fields of a template that reach outside, with their places; see `kcdocs.word.read.fields`.

    Raises:
        BrokenPartError: If a part is nested deeper than any document is.
    """
    from kcdocs.word.read import outside_fields  # noqa: PLC0415 - the XML library is loaded only to compile

    titles = part_titles(package)
    return [
        (
            found,
            Place(package.name, titles.get(found.part, ""), paragraph=found.paragraph, cell=found.cell),
        )
        for found in outside_fields(package)
    ]


def find_place(places: Sequence[tuple[int, Place]], line: int) -> Place:
    """The place of a line of the prepared source.

    Args:
        places: Line → place, by rising line.
        line: From 1.
    """
    index = bisect.bisect_right(places, line, key=lambda pair: pair[0]) - 1
    return places[max(index, 0)][1] if places else Place()
