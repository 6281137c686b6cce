"""Printed rows joined to the paragraphs they were before they were wrapped."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from kcdocs.sources.pdf import limits
from kcdocs.sources.pdf.rows import PrintedRow, Raised
from kcdocs.sources.printed import ITEM, LABEL_ROW, TITLE_ROW, is_over, sticks


class RowPlace(Enum):
    """How a row is set between the margins."""

    BODY = auto()
    CENTERED = auto()
    RIGHT = auto()


@dataclass(frozen=True, slots=True)
class Margins:
    """The edges of the text on a page, and how far first rows are indented; in points."""

    left: float
    right: float
    indent: float


@dataclass(frozen=True, slots=True)
class PrintedParagraph:
    """Rows that belong together, and how they are set."""

    rows: tuple[PrintedRow, ...]
    place: RowPlace


def margins_of(rows: Sequence[PrintedRow], width: float) -> Margins:
    """The margins that most rows keep to.

    Where too few rows end at one place to show the right margin, the longest of them shows it: most may be
    paragraphs shorter than the page.

    Args:
        rows: Free rows, of one page or of pages set alike.
        width: The page's width.
    """
    if not rows:
        return Margins(0, width, 0)
    wide = [row for row in rows if row.x1 - row.x0 > width / 2] or list(rows)
    fewest = max(2, len(wide) // 20) if len(wide) > 2 else 1
    lefts, rights = _clusters(row.x0 for row in wide), _clusters(row.x1 for row in wide)
    left = min(x for x, count in lefts if count >= fewest or count == max(c for _, c in lefts))
    right = max(x for x, count in rights if count >= fewest or count == max(c for _, c in rights))
    if max(count for _, count in rights) < limits.JUSTIFIED:
        right = max(x for x, _ in rights)
    indents = [(count, x - left) for x, count in lefts if limits.INDENT_FROM < x - left < limits.INDENT_TO]
    return Margins(left, right, max(indents, default=(0, 0.0))[1])


def paragraphs(rows: Iterable[PrintedRow], margins: Margins | dict[int, Margins]) -> list[PrintedParagraph]:
    """Join rows in reading order.

    A row goes on a paragraph if it starts at the margin and its first word would not have fitted in the
    row before, and if it is not the next item of a list; centred rows go on if they look like the one before
    and that is no label ("Chương II").

    Args:
        rows: Rows of one column.
        margins: The column's margins, or those of each page.
    """
    found: list[_Draft] = []
    for row in rows:
        edges = margins[row.page] if isinstance(margins, dict) else margins
        before = found[-1] if found else None
        place = _place(row, edges, before)
        if before is not None and _goes_on(row, place, before, edges):
            before.rows.append(row)
        else:
            found.append(_Draft([row], place))
    return [PrintedParagraph(tuple(draft.rows), draft.place) for draft in found]


@dataclass(frozen=True, slots=True)
class _Draft:
    """A paragraph to which rows are still added."""

    rows: list[PrintedRow]
    place: RowPlace


def joined(rows: Sequence[PrintedRow]) -> tuple[str, list[Raised]]:
    """The text of rows wrapped from one paragraph, and its superscripts with offsets in it."""
    text, raised = "", []
    for row in rows:
        if text and not sticks(text, row.text):
            text += " "
        raised += [Raised(len(text) + mark.offset, mark.text) for mark in row.raised]
        text += row.text
    return text, raised


def fits(row: PrintedRow, last: PrintedRow, edges: Margins) -> bool:
    """Whether the row's first word would have had room in the row before."""
    room = limits.FIRST_WORD * row.em
    return last.x1 + room + row.first_word() < edges.right - room


def wraps(row: PrintedRow, last: PrintedRow, edges: Margins) -> bool:
    """Whether a row of a table cell goes on the row above it."""
    return not ITEM.match(row.text) and not fits(row, last, edges)


def same_heading(row: PrintedRow, last: PrintedRow) -> bool:
    """Whether a row of a head goes on the row above it: both look alike, and neither stands for itself."""
    return _alike(row, last) and row.bold and not LABEL_ROW.fullmatch(last.text.strip())


def _clusters(values: Iterable[float]) -> list[tuple[float, int]]:
    """Values that lie within `CLUSTER` points of one another: the middle one, and how many there are."""
    groups: list[list[float]] = []
    for value in sorted(values):
        if groups and value - groups[-1][0] <= limits.CLUSTER:
            groups[-1].append(value)
        else:
            groups.append([value])
    return [(Counter(round(item, 1) for item in group).most_common(1)[0][0], len(group)) for group in groups]


def _place(row: PrintedRow, edges: Margins, before: _Draft | None) -> RowPlace:
    left, right = row.x0 - edges.left, edges.right - row.x1
    even = abs(left - right) < limits.SAME_SIDE
    likely = (
        row.bold or row.italic or row.text.startswith("(") or abs(left - edges.indent) > limits.OFF_INDENT
    )
    if even and left > row.em and likely:
        return RowPlace.CENTERED
    heads = TITLE_ROW.match(row.text) or (before is not None and before.place is RowPlace.CENTERED)
    if even and left > limits.OFF_MARGIN and row.bold and heads:
        return RowPlace.CENTERED
    middle = (edges.left + edges.right) / 2
    return (
        RowPlace.RIGHT
        if left > (edges.right - edges.left) / 3 and (row.x0 + row.x1) / 2 > middle
        else RowPlace.BODY
    )


def _goes_on(row: PrintedRow, place: RowPlace, before: _Draft, edges: Margins) -> bool:
    last = before.rows[-1]
    if _closes(row, place, before):
        return True
    if place is not before.place or place is RowPlace.RIGHT or _far(row, last):
        return False
    if place is RowPlace.CENTERED:
        return _alike(row, last) and not LABEL_ROW.fullmatch(last.text.strip())
    opens = ITEM.match(row.text) or TITLE_ROW.match(row.text) or LABEL_ROW.fullmatch(row.text.strip())
    if opens and is_over(last.text):
        return False
    if row.x0 - edges.left > limits.INDENT * row.em:
        return _hangs(row, before) and not fits(row, last, edges)
    return not fits(row, last, edges)


def _closes(row: PrintedRow, place: RowPlace, before: _Draft) -> bool:
    """Whether a centred row closes the bracket that a line of a head opened ("(Kèm theo Thông tư số …")."""
    words = " ".join(item.text for item in before.rows)
    open_ = words.startswith("(") and words.count("(") > words.count(")")
    centred = RowPlace.CENTERED in (place, before.place)
    last = before.rows[-1]
    return open_ and centred and ")" in row.text and _alike(row, last) and not _far(row, last)


def _alike(row: PrintedRow, last: PrintedRow) -> bool:
    same_face = row.bold == last.bold and row.italic == last.italic
    same_letters = _in_capitals(row.text) == _in_capitals(last.text)
    return same_face and same_letters and abs(row.em - last.em) < limits.SAME_SIZE


def _in_capitals(text: str) -> bool:
    label = TITLE_ROW.match(text)
    return (text[label.end() - 1 :] if label else text).isupper()


def _far(row: PrintedRow, last: PrintedRow) -> bool:
    return row.page == last.page and last.y - row.y > limits.FAR * row.em


def _hangs(row: PrintedRow, before: _Draft) -> bool:
    """Whether a row starts below the words after the label of its paragraph's first row."""
    first = before.rows[0]
    if len(before.rows) > 1:
        second = before.rows[-1].x0
        return abs(row.x0 - second) < limits.HANGS < abs(first.x0 - second)
    label = ITEM.match(first.text)
    if label is None:
        return False
    signs = len("".join(label.group().split()))
    return signs < len(first.glyphs) and abs(first.glyphs[signs].x0 - row.x0) < limits.HANGS
