"""Footnotes of a page: what stands in small type below the short rule."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kcdocs.sources.pdf import limits
from kcdocs.sources.pdf.rows import PrintedRow
from kcdocs.sources.pdf.sheets import PrintedPage, RuledLine

_LABEL = re.compile(r"\d{1,3}|\*{1,3}")


@dataclass(frozen=True, slots=True)
class PrintedNote:
    """A footnote as printed: its mark and its rows, the mark left out."""

    label: str
    rows: tuple[PrintedRow, ...]


def below_rule(rows: Sequence[PrintedRow], sheet: PrintedPage, body_em: float) -> list[PrintedRow]:
    """The rows of a page that are footnotes: all in smaller type, below a short rule at the left margin."""
    if not rows:
        return []
    left = min(row.x0 for row in rows)
    rules = [stroke.y0 for stroke in sheet.strokes if _is_rule(stroke, left)]
    for y in sorted(rules, reverse=True):
        under = [row for row in rows if row.y < y]
        if under and all(row.em <= limits.NOTE_SIZE * body_em for row in under):
            return under
    return []


def notes_of(rows: Sequence[PrintedRow]) -> list[PrintedNote]:
    """The notes that footnote rows of all pages make; rows before the first mark make one without."""
    notes: list[tuple[str, list[PrintedRow]]] = []
    for row in rows:
        mark = row.raised[0] if row.raised else None
        if mark is not None and mark.offset == 0 and _LABEL.fullmatch(mark.text):
            notes.append((mark.text, [_without_mark(row)]))
        elif notes:
            notes[-1][1].append(row)
        else:
            notes.append(("", [row]))
    return [PrintedNote(label, tuple(own)) for label, own in notes]


def _is_rule(stroke: RuledLine, left: float) -> bool:
    width = stroke.x1 - stroke.x0
    begins = abs(stroke.x0 - left) < limits.RULE_OFF
    return stroke.y0 == stroke.y1 and limits.RULE_FROM <= width <= limits.RULE_TO and begins


def _without_mark(row: PrintedRow) -> PrintedRow:
    return PrintedRow(row.page, row.glyphs, row.text, row.raised[1:])
