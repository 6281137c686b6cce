"""Rows of a table that stand at another place in it now: told as moved, not as taken out and put in."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict, deque
from dataclasses import replace
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz.distance import Indel

from kcdocs.codes import Declared
from kcdocs.diff.lexicon import Words
from kcdocs.model.address import Kind
from kcdocs.model.comparison import ChangeClass, Edit
from kcdocs.model.finding import Finding, Place, Severity
from kcdocs.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kcdocs.model.comparison import Row
    from kcdocs.model.instrument import Node

_MOVED = Declared(
    "DF216",
    Severity.NOTE,
    "Rows of a table that stand at another place in it now.",
    "Trong {table}, hàng đổi chỗ: {moves}.",
    mend="Xem thứ tự các hàng: ở chỗ mới, nghĩa của hàng có thể khác.",
)

_ORDINAL = re.compile(r"\s*(\d{1,3})[.)]?\s*")


class FilledRow(NamedTuple):
    """A row of a table.

    Attributes:
        place: Which row it is, from 0.
        cells: Columns and words of its cells, its running number left out.
        span: Its characters in the words of the table, the line feed behind it included.
        number: The end of its running number, or its start where it has none.
    """

    place: int
    cells: tuple[tuple[int, str], ...]
    span: Span
    number: int

    @property
    def words(self) -> str:
        """Its words, cell by cell."""
        return " | ".join(words for _, words in self.cells)


MovedRow = tuple[FilledRow, FilledRow]
"""A row as it stood and as it stands."""


def moved_rows(olds: Sequence[Node], news: Sequence[Node]) -> list[MovedRow]:
    """The rows of a table that say the same at another place among those that stayed.

    Args:
        olds: The table in the old instrument; any other provisions have no rows.
        news: The same in the new one.
    """
    if not _are_tables(olds, news) or olds[0].text == news[0].text:
        return []
    before, after = _rows(olds[0]), _rows(news[0])
    turned = [row.cells for row in after] < [row.cells for row in before]
    left, right = (after, before) if turned else (before, after)
    stayed = Indel.opcodes([row.cells for row in left], [row.cells for row in right])
    lost, came = [], defaultdict[tuple[tuple[int, str], ...], "deque[FilledRow]"](deque)
    for block in stayed:
        if block.tag != "equal":
            lost += left[block.src_start : block.src_end]
            for row in right[block.dest_start : block.dest_end]:
                came[row.cells].append(row)
    pairs = [(row, came[row.cells].popleft()) for row in lost if came.get(row.cells)]
    return sorted((new, old) if turned else (old, new) for old, new in pairs)


def moved_row_findings(rows: Iterable[Row], name: str) -> Iterator[Finding]:
    """A note for each table in which rows moved.

    Args:
        rows: The rows of the comparison.
        name: Name of the new instrument.
    """
    for row in rows:
        moved = moved_rows(row.olds, row.news) if ChangeClass.MOVED in row.changes else []
        if moved:
            told = "; ".join(
                f"“{new.words}” từ hàng {old.place + 1} sang hàng {new.place + 1}" for old, new in moved
            )
            place = Place(file=name, address=str(row.address))
            yield _MOVED.at(place, table=row.address.spoken(), moves=told)


def without_rows(words: Words, rows: Iterable[FilledRow]) -> Words:
    """The words of a table without those of some rows."""
    spans = _cuts(rows, len(words.text))
    starts = [span.start for span in spans]
    before = [0, *accumulate(span.end - span.start for span in spans)]
    places: dict[int, int] = {}
    stretches: list[tuple[int, int]] = []
    for index, (start, end) in enumerate(words.stretches):
        at = bisect_right(starts, start)
        if not at or spans[at - 1].end <= start:
            places[index] = len(stretches)
            stretches.append((start - before[at], end - before[at]))
    ends = [0, *(point for span in spans for point in (span.start, span.end)), len(words.text)]
    text = "".join(words.text[ends[at] : ends[at + 1]] for at in range(0, len(ends), 2))
    references = tuple((places[index], item) for index, item in words.references if index in places)
    return Words(text, tuple(stretches), "".join(words.code[index] for index in places), references)


def with_rows(edits: Sequence[Edit], moved: Sequence[MovedRow], old: str, new: str) -> list[Edit]:
    """Edits of a table without its moved rows, with those put in again as moved.

    Args:
        edits: What tiles the two texts without the rows.
        moved: The rows.
        old: The old text, whole.
        new: The new one.
    """
    left = _with_old(edits, _cuts((row for row, _ in moved), len(old)))
    right = _with_old(map(_flipped, left), _cuts((row for _, row in moved), len(new)))
    return list(map(_flipped, right))


def renumbered(edits: Iterable[Edit], olds: Sequence[Node], news: Sequence[Node]) -> list[Edit]:
    """Edits of a table, those of running numbers told as such where both tables number their rows.

    Args:
        edits: What tiles the words of a provision; only those of tables are looked at.
        olds: The provision in the old instrument.
        news: The same in the new one.
    """
    found = list(edits)
    if not _are_tables(olds, news):
        return found
    old, new = (_numbers(nodes[0]) for nodes in (olds, news))
    return [
        replace(edit, change=ChangeClass.TECHNICAL)
        if edit.change is ChangeClass.SUBSTANCE
        and edit.old.end == old.get(edit.old.start)
        and edit.new.end == new.get(edit.new.start)
        else edit
        for edit in found
    ]


def _numbers(table: Node) -> dict[int, int]:
    """Where running numbers begin in the words of a table, and where they end."""
    return {row.span.start: row.number for row in _rows(table) if row.number > row.span.start}


def _are_tables(olds: Sequence[Node], news: Sequence[Node]) -> bool:
    return len(olds) == len(news) == 1 and olds[0].kind is news[0].kind is Kind.TABLE


def _rows(table: Node) -> list[FilledRow]:
    cells: dict[int, list[tuple[int, str, int, int]]] = defaultdict(list)
    start = 0
    for line, span in zip(table.lines, table.slices, strict=True):
        if line.cell is not None and span.end > span.start:
            end = start + span.end - span.start
            cells[line.cell.row].append((line.cell.column, span.of(line.text), start, end))
            start = end + 1
    first = min((line.cell.row for line in table.lines if line.cell), default=0)
    numbered = _is_numbered([row[0] for row in cells.values()])
    found = []
    for place, row in sorted(cells.items()):
        said = row[1:] if numbered and _ORDINAL.fullmatch(row[0][1]) else row
        if said:
            words = tuple((column, " ".join(text.split())) for column, text, _, _ in said)
            span = Span(row[0][2], row[-1][3] + 1)
            found.append(FilledRow(place - first, words, span, span.start if said is row else row[0][3]))
    return found


def _is_numbered(firsts: Iterable[tuple[int, str, int, int]]) -> bool:
    """Whether the first cells number the rows, so that a row that moves takes another number."""
    numbers = [int(found[1]) for _, text, _, _ in firsts if (found := _ORDINAL.fullmatch(text))]
    return len(numbers) > 1 and all(after == before + 1 for before, after in pairwise(numbers))


def _cuts(rows: Iterable[FilledRow], length: int) -> list[Span]:
    """The characters of rows in order; the last row of a table takes the line feed before it."""
    spans: list[Span] = []
    for row in sorted(rows):
        span = row.span
        if span.end > length:
            free = not spans or spans[-1].end < span.start
            span = Span(max(span.start - free, 0), length)
        if spans and spans[-1].end == span.start:
            spans[-1] = Span(spans[-1].start, span.end)
        else:
            spans.append(span)
    return spans


def _with_old(edits: Iterable[Edit], cuts: Sequence[Span]) -> list[Edit]:
    """The edits with stretches that only the old text has put in where they stand."""
    found: list[Edit] = []
    pending, at_new = list(reversed(cuts)), 0
    shift = 0
    for edit in edits:
        rest = edit
        while pending and pending[-1].start - shift < rest.old.end:
            span = pending.pop()
            head, rest = _split(rest, span.start - shift)
            found += [_shifted(head, shift)] if head else []
            found.append(Edit(span, Span(rest.new.start, rest.new.start), ChangeClass.MOVED))
            shift += span.end - span.start
        found.append(_shifted(rest, shift))
        at_new = rest.new.end
    found += [Edit(span, Span(at_new, at_new), ChangeClass.MOVED) for span in reversed(pending)]
    return [edit for edit in found if edit.old.end > edit.old.start or edit.new.end > edit.new.start]


def _split(edit: Edit, place: int) -> tuple[Edit | None, Edit]:
    """An edit in two at a place of the old text; what differs keeps all its new words in the first part."""
    length = place - edit.old.start
    if length <= 0:
        return None, edit
    new = edit.new.start + length if edit.change is None else edit.new.end
    head = replace(edit, old=Span(edit.old.start, place), new=Span(edit.new.start, new))
    return head, replace(edit, old=Span(place, edit.old.end), new=Span(new, edit.new.end))


def _shifted(edit: Edit, by: int) -> Edit:
    return replace(edit, old=Span(edit.old.start + by, edit.old.end + by))


def _flipped(edit: Edit) -> Edit:
    return replace(edit, old=edit.new, new=edit.old)
