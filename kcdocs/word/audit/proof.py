"""The proof of a redline: accepted it is the draft, rejected the original, character for character."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING

from kcdocs.word.audit.lint import lint
from kcdocs.word.audit.texts import PICTURE, SideParagraph, SideTexts, margin_pairs, side_texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kcdocs.word.package.docx import Package


@dataclass(frozen=True, slots=True)
class Unproven:
    """The first place where a redline does not lead to what it should.

    Attributes:
        accepted: Whether it is the side of all changes accepted.
        part: Name of the part.
        paragraph: Ordinal of the paragraph on that side, from 1; 0 where there is none.
        found: What stands there.
        expected: What should.
    """

    accepted: bool
    part: str
    paragraph: int
    found: str
    expected: str


def prove(redline: Package, old: SideTexts, new: SideTexts) -> tuple[Unproven, ...]:
    """Hold a redline against the texts it stands between.

    Args:
        redline: The file as it would be delivered.
        old: What the original says.
        new: What the draft says.

    Returns:
        The first difference of each side, and what the lint of tracked changes says; nothing if it is proven.
    """
    found = []
    for accept, wanted in ((True, new), (False, old)):
        made = side_texts(redline, accept=accept)
        found += [Unproven(accept, *place) for place in _first(made, wanted)]
    faults = [Unproven(True, "", 0, fault, "") for fault in lint(redline)]
    return (*found, *faults)


def _first(made: SideTexts, wanted: SideTexts) -> Iterator[tuple[str, int, str, str]]:
    pairs = [(made.body, wanted.body), *margin_pairs(made, wanted)]
    for own, other in pairs:
        for here, there in zip_longest(_shown(own, wanted), other):
            if here != there:
                place = here or there
                yield place.part, place.paragraph, here.text if here else "", there.text if there else ""
                return


def _shown(own: tuple[SideParagraph, ...], wanted: SideTexts) -> Iterator[SideParagraph]:
    """What is said, without pictures where the other text can hold none."""
    for item in own:
        yield (
            item
            if wanted.pictures
            else SideParagraph(item.text.replace(PICTURE, ""), item.part, item.paragraph)
        )
