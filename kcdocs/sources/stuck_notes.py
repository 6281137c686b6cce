"""Notes of saved pages: their marks in the words, and the notes themselves at the very end.

Portals print an official consolidated text without raised marks: "Điều 1. Phạm vi điều chỉnh2", "4.17 Bố trí
kinh phí", and behind the last annex the lines "2 Điều này được sửa đổi, bổ sung theo quy định tại …". Others
put them in brackets: "Phạm vi điều chỉnh[2]", and at the end "[2] Điều này …"; so does `kcdocs show`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from kcdocs.codes import Declared
from kcdocs.law.kinds import capital_units
from kcdocs.law.vocabulary import LEGAL, alternation
from kcdocs.model.address import SPOKEN, Kind
from kcdocs.model.finding import Place, Severity
from kcdocs.model.line import Line, Mark, Note, Reading, SourceKind
from kcdocs.sources import limits
from kcdocs.text.labels import ARABIC
from kcdocs.text.scripts import RAISED_FIGURES, on_line, raised
from kcdocs.text.seen import seen

_FIGURE = rf"[\d{RAISED_FIGURES}]"
_NOTE = re.compile(
    rf"({_FIGURE}{{1,3}}) "
    rf"(?=(?:{alternation(capital_units())}|Cụm từ|Từ|Tên|Tiêu đề|Các|{alternation(LEGAL)})\b)"
)
_LABEL = rf"^(?:{ARABIC}\.|[a-zđ]\d?\)|(?i:{SPOKEN[Kind.ANNEX]}) [IVXLC]+)"
_WORD = rf"(?:[^\W\d_{RAISED_FIGURES}]{{2}}|[”)])"
_YEAR = rf"(?<!{_FIGURE})(?:19|20)\d\d"


_LABELLED = r"\[(?P<label>[^\[\]\n]{0,30}\d[^\[\]\n]{0,10}|\*{1,3}|[ivxlc]{1,6})\]"
_OPENED = re.compile(rf"{_LABELLED} ")
_MARK = re.compile(_LABELLED)


_UNMARKED = Declared(
    "SR211",
    Severity.WARNING,
    "A footnote whose mark was not found in the text.",
    "Không tìm thấy trong lời văn số của chú thích {label}.",
    mend="Đối chiếu với bản gốc: số chú thích có thể còn dính vào chữ, số trong lời văn.",
)


def tied(reading: Reading) -> Reading:
    """The reading with such notes taken out of its lines and tied to their marks.

    Args:
        reading: Any reading; one that has notes of its own, or whose last lines are no run of numbered
            notes, or where less than half of their marks are found, comes back as it is.
    """
    if reading.notes:
        return reading
    start = _start(reading.lines)
    if start is None:
        return _bracketed(reading)
    notes = _notes(reading.lines[start:])
    lines = with_marks(reading.lines[:start], [note.label for note in notes])
    if 2 * sum(len(line.marks) for line in lines) < len(notes):
        return reading
    return replace(reading, lines=tuple(lines), notes=notes)


def with_unmarked_told(reading: Reading) -> Reading:
    """A reading with a finding for each note of which no line bears the mark."""
    noted = (line for note in reading.notes for line in note.lines)
    marked = {mark.note for line in (*reading.lines, *noted) for mark in line.marks}
    lost = [note for note in reading.notes if note.label not in marked]
    told = (_UNMARKED.at(_place(note, reading), _first_words(note), label=note.label) for note in lost)
    return replace(reading, findings=(*reading.findings, *told)) if lost else reading


def _first_words(note: Note) -> str:
    return note.lines[0].text[:120] if note.lines else ""


def _place(note: Note, reading: Reading) -> Place:
    if not note.lines:
        return Place(file=reading.name)
    source = note.lines[0].source
    if reading.kind is SourceKind.TEXT:
        return Place(file=reading.name, line=source.paragraph + 1)
    return Place(file=reading.name, part=source.part, paragraph=source.paragraph + 1)


def _bracketed(reading: Reading) -> Reading:
    """The reading with notes in brackets tied, where at least half have marks above them all, in their order.

    The notes begin at the first line that begins with a bracket that stood inside a line before; what else
    stands behind that goes on a note.
    """
    lines = reading.lines
    start = _first_note(lines)
    if start is None:
        return reading
    opened = [(at, found) for at in range(start, len(lines)) if (found := _OPENED.match(lines[at].text))]
    labels = [found["label"] for _, found in opened]
    known = frozenset(labels)
    marks = dict.fromkeys(found["label"] for line in lines[:start] for found in _MARK.finditer(line.text))
    marked = [mark for mark in marks if mark in known]
    in_order = marked == [label for label in labels if label in marks]
    if not in_order or len(known) < len(labels) or 2 * len(marked) < len(labels):
        return reading
    ends = [place for place, _ in opened[1:]] + [len(lines)]
    notes = tuple(
        Note(found["label"], _without_label(lines[place:end], found))
        for (place, found), end in zip(opened, ends, strict=True)
    )
    return replace(reading, lines=tuple(_unbracketed(line, known) for line in lines[:start]), notes=notes)


def _first_note(lines: Sequence[Line]) -> int | None:
    marked: set[str] = set()
    for place, line in enumerate(lines):
        opened = _OPENED.match(line.text)
        if opened is not None and opened["label"] in marked:
            return place
        marked |= {found["label"] for found in _MARK.finditer(line.text) if found.start()}
    return None


def _without_label(lines: Sequence[Line], found: re.Match[str]) -> tuple[Line, ...]:
    first = replace(lines[0], text=lines[0].text[found.end() :])
    return (first, *(line for line in lines[1:] if line.text.strip()))


def _unbracketed(line: Line, labels: Collection[str]) -> Line:
    """The line with the brackets of known notes taken out as marks."""
    for found in reversed([item for item in _MARK.finditer(line.text) if item["label"] in labels]):
        text = line.text[: found.start()] + line.text[found.end() :]
        moved = (replace(mark, offset=mark.offset - len(found[0])) for mark in line.marks)
        line = replace(line, text=text, marks=(Mark(found.start(), found["label"]), *moved))
    return line


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
