"""Printed rows: the characters of one baseline, with their spaces, and superscripts taken out as marks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from kcdocs.sources.pdf import limits
from kcdocs.sources.pdf.glyphs import Glyph


@dataclass(frozen=True, slots=True)
class Raised:
    """A superscript that stood before the character `offset` of a row."""

    offset: int
    text: str


@dataclass(frozen=True, slots=True, eq=False)
class PrintedRow:
    """One printed row, or the part of one that stands in a column; equal to itself alone.

    Attributes:
        page: Its page, from 1.
        glyphs: Its characters from left to right, superscripts left out.
        text: Its words.
        raised: Its superscripts.
    """

    page: int
    glyphs: tuple[Glyph, ...]
    text: str
    raised: tuple[Raised, ...] = ()

    @property
    def x0(self) -> float:
        """Its left edge."""
        return self.glyphs[0].x0

    @property
    def x1(self) -> float:
        """Its right edge."""
        return max(glyph.x1 for glyph in self.glyphs)

    @property
    def y(self) -> float:
        """Its baseline."""
        return self.glyphs[0].y

    @property
    def em(self) -> float:
        """The size most of it is set in."""
        return median(glyph.em for glyph in self.glyphs)

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all(glyph.bold for glyph in self.glyphs)

    @property
    def italic(self) -> bool:
        """Whether all of it leans."""
        return all(glyph.italic for glyph in self.glyphs)

    def first_word(self) -> float:
        """The width of its first word."""
        end = 1
        while end < len(self.glyphs) and not spaced(self.glyphs[end - 1], self.glyphs[end]):
            end += 1
        return self.glyphs[end - 1].x1 - self.x0


def rows_of(glyphs: Iterable[Glyph], page: int) -> list[PrintedRow]:
    """The rows that some characters make, from the top down."""
    lines = _baselines(glyphs)
    rows = []
    for base, raised in _with_superscripts(lines):
        rows.append(make_row(base, raised, page))
    return sorted(rows, key=lambda row: -row.y)


def make_row(base: Sequence[Glyph], raised: Sequence[Glyph], page: int) -> PrintedRow:
    """A row of characters on one baseline and the superscripts above it; a wide gap in it is a tab."""
    ordered = sorted(base, key=lambda glyph: glyph.x0)
    groups = _adjacent(raised)
    text, starts = "", []
    for index, glyph in enumerate(ordered):
        if index:
            text += _gap(ordered[index - 1], glyph, groups)
        starts.append(len(text))
        text += glyph.char
    marks = tuple(_mark(group, ordered, starts, text) for group in groups)
    return PrintedRow(page, tuple(ordered), text, marks)


def split(row: PrintedRow, x: float) -> tuple[PrintedRow | None, PrintedRow | None]:
    """The parts of a row left and right of `x`; None for a side without characters."""
    left = [glyph for glyph in row.glyphs if (glyph.x0 + glyph.x1) / 2 < x]
    right = [glyph for glyph in row.glyphs if (glyph.x0 + glyph.x1) / 2 >= x]
    parts = (make_row(part, (), row.page) if part else None for part in (left, right))
    return next(parts), next(parts)


def _gap(left: Glyph, right: Glyph, raised: Sequence[Sequence[Glyph]]) -> str:
    """What stands between two neighbours; superscripts between them fill the gap."""
    inside = [group for group in raised if left.x1 - left.em / 4 <= group[0].x0 < right.x0]
    reach = max([left.x1, *(glyph.x1 for group in inside for glyph in group)])
    width = (right.x0 - reach) / max(left.em, right.em)
    if width <= limits.SPACE:
        return ""
    return "\t" if width > limits.WIDE_SPACE else " "


def _mark(group: Sequence[Glyph], ordered: Sequence[Glyph], starts: Sequence[int], text: str) -> Raised:
    before = next(
        (i for i, glyph in enumerate(ordered) if glyph.x0 >= group[0].x0 - limits.BESIDE), len(ordered)
    )
    offset = starts[before] if before < len(ordered) else len(text)
    clings = before > 0 and not spaced(ordered[before - 1], group[0])
    if clings and before < len(ordered) and text[offset - 1].isspace():
        offset -= 1
    return Raised(offset, "".join(glyph.char for glyph in group))


def spaced(left: Glyph, right: Glyph) -> bool:
    """Whether a space stands between two neighbours."""
    return right.x0 - left.x1 > limits.SPACE * max(left.em, right.em)


def _baselines(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    lines: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda item: (-item.y, item.x0)):
        if lines and abs(lines[-1][0].y - glyph.y) <= limits.SAME_LINE * max(glyph.em, lines[-1][0].em):
            lines[-1].append(glyph)
        else:
            lines.append([glyph])
    return lines


def _with_superscripts(lines: list[list[Glyph]]) -> list[tuple[list[Glyph], list[Glyph]]]:
    """Each line with the smaller characters raised above it, whose own line is then gone."""
    raised: dict[int, list[Glyph]] = {}
    gone: set[int] = set()
    for index, line in enumerate(lines[:-1]):
        base = lines[index + 1]
        if _is_raised(line, base):
            raised[index + 1] = line
            gone.add(index)
    return [(line, raised.get(index, [])) for index, line in enumerate(lines) if index not in gone]


def _is_raised(line: Sequence[Glyph], base: Sequence[Glyph]) -> bool:
    size, height = median(glyph.em for glyph in base), line[0].y - base[0].y
    raised = limits.RAISED_FROM * size <= height <= limits.RAISED_TO * size
    if not raised or len(line) > limits.MOST_RAISED:
        return False
    left = min(glyph.x0 for glyph in base) - limits.MARK_BEFORE * size
    right = max(glyph.x1 for glyph in base) + size
    return all(glyph.em <= limits.SMALL * size and left <= glyph.x0 <= right for glyph in line)


def _adjacent(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    groups: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda item: item.x0):
        if groups and not spaced(groups[-1][-1], glyph):
            groups[-1].append(glyph)
        else:
            groups.append([glyph])
    return groups
