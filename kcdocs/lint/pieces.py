"""Pieces: the lines of a document as a reader sees them, each with how its letters are set."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from kcdocs.model.finding import Place
from kcdocs.text.casing import SMALLS
from kcdocs.text.normalise import fold_tones
from kcdocs.word.read import LetterLook, SetParagraph

_BREAK = re.compile(
    r"\n|(?<![\t ,])(?>(?: {0,3}\t| {4} *\t)[\t ]*)(?!/|tháng|năm)"
    rf"|(?<![\t ,])(?> {{4}} *)(?![\t/{SMALLS}])"
)
"""What parts two components on one line: a break, tabs, a row of spaces; not where a number is left open, nor
behind a comma, nor within a sentence."""


_OLD_FONT = re.compile(r"\.Vn|VNI[- ]|VnTime", re.IGNORECASE)


def is_old_font(font: str) -> bool:
    """Whether a font is of a code page before Unicode."""
    return _OLD_FONT.match(font) is not None


@dataclass(frozen=True, slots=True)
class PaperLine:
    """A line of a document, or what stands on it between tabs.

    Attributes:
        paragraph: The paragraph it stands in.
        start: Offset in the paragraph's own characters; negative for its list's label.
        text: Its words, without space at the ends.
        looks: How its letters are set, with how many letters are set so; spaces and signs left out.
        first: How its first letter is set; None if it has none.
    """

    paragraph: SetParagraph
    start: int
    text: str
    looks: tuple[tuple[LetterLook, int], ...]
    first: LetterLook | None

    @property
    def plain(self) -> str:
        """Its words with tones at one place and single spaces."""
        return fold_tones(" ".join(self.text.split()))

    def place(self, file: str) -> Place:
        """Where it stands.

        Args:
            file: The file, as the user named it.
        """
        spot = self.paragraph.spot
        cell = f"bảng {spot.table}, hàng {spot.row}, cột {spot.column}" if spot.table else ""
        return Place(file, "thân văn bản", paragraph=self.paragraph.number, cell=cell)

    def share(self, holds: Callable[[LetterLook], bool]) -> float:
        """The share of its letters that are set so, from 0 to 1; 0 where it has none."""
        every = sum(count for _, count in self.looks)
        return sum(count for look, count in self.looks if holds(look)) / every if every else 0.0

    @property
    def sizes(self) -> dict[float, int]:
        """Size in points → how many letters are set in it."""
        found: dict[float, int] = {}
        for look, count in self.looks:
            found[look.size] = found.get(look.size, 0) + count
        return found


def pieces_of(paragraph: SetParagraph, *, apart: bool) -> Iterator[PaperLine]:
    """The pieces of a paragraph.

    Args:
        paragraph: The paragraph.
        apart: Whether tabs and rows of spaces part it too, as in a head without a table.
    """
    characters = [(letter, run.look) for run in paragraph.runs for letter in run.text if not run.look.hidden]
    text = "".join(letter for letter, _ in characters)
    places = [found.span() for found in _BREAK.finditer(text) if apart or found.group() == "\n"]
    starts = [0, *(end for _, end in places)]
    ends = [*(start for start, _ in places), len(text)]
    for start, end in zip(starts, ends, strict=True):
        words = "".join(letter.upper() if look.caps else letter for letter, look in characters[start:end])
        label = paragraph.label if start == 0 else ""
        if words.strip() or label.strip():
            stripped = len(words) - len(words.lstrip())
            yield PaperLine(
                paragraph,
                start + stripped,
                f"{label}{words.strip()}",
                _looks(characters[start:end]),
                next((look for letter, look in characters[start:end] if letter.isalnum()), None),
            )


def _looks(characters: Iterable[tuple[str, LetterLook]]) -> tuple[tuple[LetterLook, int], ...]:
    found: dict[LetterLook, int] = {}
    for letter, look in characters:
        if letter.isalnum():
            found[look] = found.get(look, 0) + 1
    return tuple(found.items())
