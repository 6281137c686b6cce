"""Two-column blocks without rules: the head of an instrument, and recipients beside the signature."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from kcdocs.law.vocabulary import PASSED, alternation
from kcdocs.model.address import SPOKEN, Kind
from kcdocs.sources.pdf import limits
from kcdocs.sources.pdf.glyphs import Glyph
from kcdocs.sources.pdf.rows import PrintedRow, split
from kcdocs.text.normalise import fold_tones, nfc

_MOTTO = re.compile(r"CỘNG\s+HÒA\s+XÃ\s+HỘI\s+CHỦ\s+NGHĨA\s+VIỆT\s+NAM")
_DATE = re.compile(r"[^,;]{0,40}[,.…\s]\s*ngày\b.{1,25}\btháng\b.{1,20}\bnăm\b.{0,25}", re.IGNORECASE)
_NUMBER = re.compile(rf"\s*(?:(?:{alternation(PASSED)})\s+)?Số\s*:?", re.IGNORECASE)
_RECIPIENTS = re.compile(r"\s*Nơi nhận\s*:?", re.IGNORECASE)
_ENDS = re.compile(rf"\s*(?:[-–+]\s*Lưu\b|{SPOKEN[Kind.ANNEX]}\b)", re.IGNORECASE)
_LABEL = re.compile(r"\W?\w{1,3}\W?|[-–+•*]")


@dataclass(frozen=True, slots=True)
class TwoColumns:
    """Rows set in two columns.

    Attributes:
        page: Its page, from 1.
        top: The baseline of its first row.
        bands: Its rows of cells, each with the rows of the left and of the right column.
    """

    page: int
    top: float
    bands: tuple[tuple[tuple[PrintedRow, ...], tuple[PrintedRow, ...]], ...]


def blocks_of(rows: Sequence[PrintedRow]) -> tuple[list[TwoColumns], list[PrintedRow]]:
    """The two-column blocks of a page, and the rows that stand in none.

    Args:
        rows: Free rows of the page, from the top down.
    """
    blocks: list[TwoColumns] = []
    rest = list(rows)
    for finder in (_head, _recipients, _wide):
        start = 0
        while start < len(rest):
            found = finder(rest, start)
            if found is None:
                start += 1
            else:
                blocks.append(_block(rest[found.first : found.last], found.gutter))
                del rest[found.first : found.last]
                start = found.first
    return blocks, rest


@dataclass(frozen=True, slots=True)
class _Found:
    """Rows `first` up to `last` are set in two columns left and right of `gutter`."""

    first: int
    last: int
    gutter: float


def _head(rows: Sequence[PrintedRow], index: int) -> _Found | None:
    """The head of an instrument whose motto stands in the row at `index`."""
    gutter = _motto_start(rows[index])
    if gutter is None:
        return None
    first = index
    while first and rows[first - 1].x1 < gutter and _near(rows[first - 1], rows[first]):
        first -= 1
    last = _head_end(rows, index, gutter)
    if all(split(row, gutter)[0] is None for row in rows[first:last]):
        return None
    return _Found(first, last, gutter)


def _motto_start(row: PrintedRow) -> float | None:
    text = fold_tones(nfc(row.text))
    found = _MOTTO.search(text) if len(text) == len(row.text) else None
    if found is None:
        return None
    before = len("".join(text[: found.start()].split()))
    return row.glyphs[before].x0 - row.em / 2


def _head_end(rows: Sequence[PrintedRow], index: int, gutter: float) -> int:
    """One after the row with the date, which closes a head; else one after the row below the motto."""
    last = index + 1
    end = min(index + 2, len(rows))
    while last < len(rows) and last < index + limits.HEAD_ROWS and not _crosses(rows[last], gutter):
        right = split(rows[last], gutter)[1]
        last += 1
        if right and _DATE.fullmatch(right.text):
            end = last
            break
    if end < len(rows) and _NUMBER.match(rows[end].text) and rows[end].x1 < gutter:
        end += 1
    return end


def _recipients(rows: Sequence[PrintedRow], index: int) -> _Found | None:
    """The recipients that start in the row at `index`, and the signature beside them."""
    gutter = _gutter(rows[index:]) if _RECIPIENTS.match(rows[index].text) else None
    if gutter is None:
        return None
    last = index + 1
    while last < len(rows) and not _crosses(rows[last], gutter):
        last += 1
    return _Found(index, last, gutter)


def _gutter(rows: Sequence[PrintedRow]) -> float | None:
    """Where the column beside the recipients starts; None if nothing stands beside them."""
    first = rows[0]
    left_end, starts = 0.0, []
    for row in rows:
        gaps = _wide_gaps(row)
        if row.x0 < first.x0 + limits.INDENTED * first.em:
            left_end = max(left_end, _left_end(row))
            starts += [right.x0 for _, right in gaps[:1]]
        elif row.x0 > left_end:
            starts.append(row.x0)
        if _ENDS.match(row.text):
            break
    return min(starts) - 1 if starts and min(starts) > left_end else None


def _left_end(row: PrintedRow) -> float:
    gaps = _wide_gaps(row)
    return gaps[0][0].x1 if gaps else row.x1


def _wide(rows: Sequence[PrintedRow], index: int) -> _Found | None:
    """The block that starts in the row at `index` with two parts far from one another."""
    gaps = _wide_gaps(rows[index])
    if len(gaps) != 1:
        return None
    gutter = gaps[0][1].x0 - 1
    left, _ = split(rows[index], gutter)
    if left is None or _LABEL.fullmatch(left.text):
        return None
    last, lowest_left = index + 1, rows[index]
    while last < len(rows) and not _crosses(rows[last], gutter):
        beside, right = split(rows[last], gutter)
        far = lowest_left.y - rows[last].y > limits.LINE * rows[last].em
        if right is None and far and not _NUMBER.match(rows[last].text):
            break
        lowest_left = rows[last] if beside else lowest_left
        last += 1
    return _Found(index, last, gutter)


def _wide_gaps(row: PrintedRow) -> list[tuple[Glyph, Glyph]]:
    width = limits.WIDE_GAP * row.em
    return [(left, right) for left, right in pairwise(row.glyphs) if right.x0 - left.x1 > width]


def _block(rows: Sequence[PrintedRow], gutter: float) -> TwoColumns:
    halves = [split(row, gutter) for row in rows]
    lower = next((i for i, half in enumerate(halves) if _is_number_or_date(half)), len(halves))
    ends = [0, lower, len(halves)]
    if lower < len(halves):
        ends.insert(2, next((i for i in range(lower, len(halves)) if not _is_low(halves[i])), len(halves)))
    parts = [halves[start:end] for start, end in pairwise(ends)]
    return TwoColumns(rows[0].page, rows[0].y, tuple(_band(part) for part in parts if part))


def _is_low(half: tuple[PrintedRow | None, PrintedRow | None]) -> bool:
    """Whether a row goes with number and date: it is one, or nothing but their rule."""
    return _is_number_or_date(half) or all(part is None or not part.text.strip("-_—. \t") for part in half)


def _is_number_or_date(half: tuple[PrintedRow | None, PrintedRow | None]) -> bool:
    left, right = half
    return bool((left and _NUMBER.match(left.text)) or (right and _DATE.fullmatch(right.text)))


def _crosses(row: PrintedRow, gutter: float) -> bool:
    """Whether a row runs over the gutter, so that it is no part of the block."""
    if any(glyph.x0 < gutter - 1 and glyph.x1 > gutter + 1 for glyph in row.glyphs):
        return True
    left, right = split(row, gutter)
    return bool(left and right and right.x0 - left.x1 < limits.APART * row.em)


def _near(above: PrintedRow, below: PrintedRow) -> bool:
    return above.y - below.y < limits.HEAD_LINE * below.em


def _band(
    halves: Sequence[tuple[PrintedRow | None, PrintedRow | None]],
) -> tuple[tuple[PrintedRow, ...], tuple[PrintedRow, ...]]:
    return tuple(left for left, _ in halves if left), tuple(right for _, right in halves if right)
