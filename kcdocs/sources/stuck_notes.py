"""Notes of saved pages: numbers that stick to the words, and the notes themselves at the very end.

Portals print an official consolidated text without raised marks: "Điều 1. Phạm vi điều chỉnh2", "4.17 Bố trí
kinh phí", and behind the last annex the lines "2 Điều này được sửa đổi, bổ sung theo quy định tại …".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kcdocs.law.kinds import capital_units
from kcdocs.law.vocabulary import LEGAL, alternation
from kcdocs.model.address import SPOKEN, Kind
from kcdocs.model.line import Line, Mark, Note, Reading
from kcdocs.sources import limits
from kcdocs.text.labels import ARABIC
from kcdocs.text.scripts import RAISED_FIGURES, on_line, raised
from kcdocs.text.seen import seen

_FIGURE = rf"[\d{RAISED_FIGURES}]"
_NOTE = re.compile(
    rf"({_FIGURE}{{1,3}}) "
    rf"(?=(?:{alternation(capital_units())}|Cụm từ|Từ|Tên|Tiêu đề|Các|{alternation(LEGAL)})\b)"
)
_LABEL = rf"^(?:{ARABIC}\.|[a-zđ]\d?\)|{SPOKEN[Kind.ANNEX]} [IVXLC]+)"
_WORD = rf"(?:[^\W\d_{RAISED_FIGURES}]{{2}}|[”)])"
_YEAR = rf"(?<!{_FIGURE})(?:19|20)\d\d"


def tied(reading: Reading) -> Reading:
    """The reading with such notes taken out of its lines and tied to their marks.

    Args:
        reading: Any reading; one that has notes of its own, or whose last lines are no run of numbered
            notes, or where less than half of their marks are found, comes back as it is.
    """
    start = _start(reading.lines)
    if reading.notes or start is None:
        return reading
    notes = _notes(reading.lines[start:])
    lines = with_marks(reading.lines[:start], [note.label for note in notes])
    if 2 * sum(len(line.marks) for line in lines) < len(notes):
        return reading
    return replace(reading, lines=tuple(lines), notes=notes)


def _start(lines: Sequence[Line]) -> int | None:
    """Where the run "1 …", "2 …" begins that goes on to the end of the text."""
    found = [(place, int(on_line(match.group(1)))) for place, match in _openings(lines)]
    wanted, start = 0, None
    for place, number in reversed(found):
        if wanted and number != wanted - 1:
            return None
        wanted = number
        if number == 1:
            start = place
            break
    enough = start is not None and len([at for at, _ in found if at >= start]) >= limits.FEWEST_NOTES
    return start if enough else None


def _openings(lines: Sequence[Line]) -> list[tuple[int, re.Match[str]]]:
    matches = ((place, _NOTE.match(seen(line.text).text)) for place, line in enumerate(lines))
    return [(place, match) for place, match in matches if match and lines[place].cell is None]


def _notes(lines: Sequence[Line]) -> tuple[Note, ...]:
    places = _openings(lines)
    ends = [place for place, _ in places[1:]] + [len(lines)]
    notes = []
    for (place, match), end in zip(places, ends, strict=True):
        first = replace(lines[place], text=lines[place].text[match.end() :])
        more = [line for line in lines[place + 1 : end] if line.text.strip()]
        notes.append(Note(on_line(match.group(1)), (first, *more)))
    return tuple(notes)


def with_marks(lines: Sequence[Line], labels: Sequence[str]) -> list[Line]:
    """The lines with the numbers of notes taken out where they stick to a word or label.

    Args:
        lines: The lines.
        labels: The numbers in order. Behind one that is found nowhere none is looked for: a number of the
            text could be taken for it.
    """
    marked, start = list(lines), 0
    for label in labels:
        stuck = _stuck(label)
        found = next(
            (
                (place, mark)
                for place in range(start, len(marked))
                if (mark := stuck.search(marked[place].text))
            ),
            None,
        )
        if found is None:
            break
        start = found[0]
        marked[start] = _without(marked[start], found[1].span("mark"), label)
    return marked


def _without(line: Line, mark: tuple[int, int], label: str) -> Line:
    start, end = mark
    return replace(line, text=line.text[:start] + line.text[end:], marks=(*line.marks, Mark(start, label)))


def _stuck(label: str) -> re.Pattern[str]:
    behind = rf"(?:(?:{_LABEL}|{_WORD})(?={_FIGURE}+(?:$|[\s.,;:]))|{_YEAR}(?={_FIGURE}+(?:$|[.,;:])))"
    return re.compile(rf"{behind}(?P<mark>{label}|{raised(label)})(?!{_FIGURE})")
