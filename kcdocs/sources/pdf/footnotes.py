"""Footnotes of a page: what stands in small type below the short rule."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from kcdocs.sources.pdf import limits
from kcdocs.sources.pdf.glyphs import RuledLine
from kcdocs.sources.pdf.rows import PrintedRow, Raised
from kcdocs.sources.pdf.sheets import PrintedPage

_LABEL = re.compile(r"\d{1,3}|\*{1,3}")
_IN_FULL = re.compile(r"(\d{1,3})\s+(?=\S)")
_RECIPIENTS = re.compile(r"[-–]|Nơi nhận")
"""What stands in small type below a signature."""

_ENDS = (".", ";", "”", '"')


@dataclass(frozen=True, slots=True)
class PrintedNote:
    """A footnote as printed: its mark and its rows, the mark left out."""

    label: str
    rows: tuple[PrintedRow, ...]


@dataclass(frozen=True, slots=True)
class FootnoteFinder:
    """Tells the footnotes of a page from its text.

    Attributes:
        body_em: The size of the text of the file.
        go_on: Whether the page before has notes, so that the last of them may go on here.
        over: Whether the last of them ends there with a full stop or the like.
    """

    body_em: float
    go_on: bool
    over: bool = False

    def below_rule(self, rows: Sequence[PrintedRow], sheet: PrintedPage) -> list[PrintedRow]:
        """The rows below a rule at the left margin, all in smaller type.

        The rule is short; above a note that goes on from the page before, Word draws it over the whole line.
        """
        if not rows:
            return []
        left = min(row.x0 for row in rows)
        longest = sheet.width if self.go_on else limits.RULE_TO
        rules = [stroke.y0 for stroke in sheet.strokes if _is_rule(stroke, left, longest)]
        for y in sorted(rules, reverse=True):
            under = [row for row in rows if row.y < y]
            if under and all(map(self._is_small, under)):
                return under
        return []

    def below_text(self, rows: Sequence[PrintedRow]) -> list[PrintedRow]:
        """The rows in smaller type below the text, where a mark or the page before tells of notes.

        Some printers set the rule from spaces: then no line is drawn.
        """
        text = [index for index, row in enumerate(rows) if not self._is_small(row)]
        under = list(rows[text[-1] + 1 :]) if text else []
        first = next((place for place, row in enumerate(under) if _mark(row) is not None), len(under))
        return under if self._goes_on(under[:first]) else under[first:]

    def _goes_on(self, rows: Sequence[PrintedRow]) -> bool:
        """Whether rows before the first mark go on a note of the page before.

        The size is measured by the letters there are, and a short row of text may have low ones only: a
        single row goes on no note that has come to its end.
        """
        after = self.go_on and bool(rows) and _RECIPIENTS.match(rows[0].text) is None
        return after and (len(rows) > 1 or not self.over)

    def _is_small(self, row: PrintedRow) -> bool:
        return row.em <= limits.NOTE_SIZE * self.body_em


def is_ended(row: PrintedRow) -> bool:
    """Whether a note comes to its end with a row."""
    return row.text.rstrip().endswith(_ENDS)


def notes_of(rows: Sequence[PrintedRow], marks: Collection[str]) -> list[PrintedNote]:
    """The notes that footnote rows of all pages make; rows before the first mark make one without.

    Args:
        rows: The rows.
        marks: The superscripts of the text: a number in full size begins the first note if it is one of them,
            and any other if it follows the number of the note before, which has come to its end.
    """
    notes: list[tuple[str, list[PrintedRow]]] = []
    for row in rows:
        mark = _mark(row)
        before = notes[-1] if notes else ("", [])
        number = "" if mark is not None else _number(row, before, marks)
        if mark is not None:
            notes.append((mark, [_without_mark(row)]))
        elif number:
            notes.append((number, [_without_number(row, number)]))
        elif notes:
            before[1].append(row)
        else:
            notes.append(("", [row]))
    return [PrintedNote(label, tuple(own)) for label, own in notes]


def note_labels(raised: str, labels: Collection[str]) -> list[str]:
    """The marks of notes in one superscript: one, or two in sequence ("2728"); none if unknown."""
    if raised in labels:
        return [raised]
    pairs = ((raised[:cut], raised[cut:]) for cut in range(1, len(raised)))
    found = [pair for pair in pairs if pair[0] in labels and pair[1] in labels and pair[1] == _next(pair[0])]
    return list(found[0]) if found else []


def _next(label: str) -> str:
    return str(int(label) + 1) if label.isdecimal() else ""


def _mark(row: PrintedRow) -> str | None:
    """The raised mark that a row begins with."""
    mark = row.raised[0] if row.raised else None
    return mark.text if mark is not None and mark.offset == 0 and _LABEL.fullmatch(mark.text) else None


def _number(row: PrintedRow, before: tuple[str, Sequence[PrintedRow]], marks: Collection[str]) -> str:
    """The number in full size that begins a note, empty if none."""
    found = _IN_FULL.match(row.text)
    if found is None:
        return ""
    label, own = before
    if label.isdecimal():
        begins = found.group(1) == _next(label) and is_ended(own[-1])
    else:
        begins = found.group(1) in marks
    return found.group(1) if begins else ""


def _is_rule(stroke: RuledLine, left: float, longest: float) -> bool:
    width = stroke.x1 - stroke.x0
    begins = abs(stroke.x0 - left) < limits.RULE_OFF
    return stroke.y0 == stroke.y1 and limits.RULE_FROM <= width <= longest and begins


def _without_mark(row: PrintedRow) -> PrintedRow:
    return PrintedRow(row.page, row.glyphs, row.text, row.raised[1:])


def _without_number(row: PrintedRow, number: str) -> PrintedRow:
    text = row.text.removeprefix(number)
    gone = len(row.text) - len(text.lstrip())
    raised = tuple(Raised(mark.offset - gone, mark.text) for mark in row.raised)
    return PrintedRow(row.page, row.glyphs[len(number) :], text.lstrip(), raised)
