"""The proof of a redline: accepted it is the draft, rejected the original, character for character."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING

from kcdocs.word.audit.lint import AUTHORED, lint, word_parts
from kcdocs.word.audit.texts import PICTURE, SideParagraph, SideTexts, margin_pairs, side_texts
from kcdocs.word.package.wml import W, local

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


def prove(
    redline: Package, old: SideTexts, new: SideTexts, kept: Package | None = None
) -> tuple[Unproven, ...]:
    """Hold a redline against the texts it stands between.

    Args:
        redline: The file as it would be delivered.
        old: What the original says.
        new: What the draft says.
        kept: The original, where its own tracked changes must stand in the redline as they stood.

    Returns:
        The first difference of each side, and what the lint of tracked changes says; nothing if it is proven.
    """
    found = []
    for accept, wanted in ((True, new), (False, old)):
        made = side_texts(redline, accept=accept)
        found += [Unproven(accept, *place) for place in _first(made, wanted)]
    had = lint(kept) if kept else ()
    faults = [Unproven(True, "", 0, fault, "") for fault in lint(redline) if fault not in had]
    lost = _marks(kept) - _marks(redline) if kept else Counter()
    return (*found, *faults, *(Unproven(False, part, 0, "", words) for part, words in lost))


def _marks(package: Package) -> Counter[tuple[str, str]]:
    """Each tracked change with its part: kind, id, author, date and words."""
    found: Counter[tuple[str, str]] = Counter()
    for name, root in word_parts(package).items():
        for mark in root.iter(*(W + kind for kind in AUTHORED)):
            said = "".join(item.text or "" for item in mark.iter(W + "t", W + "delText"))
            signed = (mark.get(W + key) or "" for key in ("id", "author", "date"))
            found[name, " ".join((local(mark), *signed, said))] += 1
    return found


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
