"""Characters of a source that act, or that nobody can read: told, and control characters made visible."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from kcdocs.codes import Declared
from kcdocs.model.finding import Finding, Place, Severity
from kcdocs.model.line import Line, Reading, SourceKind
from kcdocs.text import unseen

_MEND = "Xóa ký tự này trong tệp gốc, và xem lại chữ, số ở chỗ đó."

_CONTROL = Declared(
    "SR206",
    Severity.WARNING,
    "Control characters in the text.",
    "Có ký tự điều khiển {character} trong {count} dòng; ký tự này không nhìn thấy, đã được hiện thành "
    "dấu như ␛.",
    mend=_MEND,
)

_TURNING = Declared(
    "SR207",
    Severity.WARNING,
    "Characters that turn the direction of the text.",
    "Có ký tự đảo chiều chữ {character} trong {count} dòng; ký tự này không nhìn thấy, làm chữ, số hiện "
    "ra khác với thứ tự thật.",
    mend=_MEND,
)


_UNREADABLE = Declared(
    "SR215",
    Severity.WARNING,
    "Signs of a font of its own, which the file gives no name.",
    "Có ký hiệu không đọc được {character} trong {count} dòng: tệp không cho biết đó là chữ gì.",
    mend="Xem các dòng này trong tệp gốc, nhất là ô đánh dấu và ký hiệu trong bảng, biểu mẫu.",
)


def tamed(reading: Reading) -> Reading:
    """A reading with a picture in the place of each control character.

    What turns the direction of the text stays, since it is part of the text.

    Args:
        reading: As its reader made it.

    Returns:
        The same, with a finding for each kind of character: how many lines it is in, and the first of them.
    """
    told = [
        *_acting_characters(reading, unseen.controls, _CONTROL),
        *_acting_characters(reading, unseen.directions, _TURNING),
    ]
    if reading.kind not in (SourceKind.DOCX, SourceKind.DOC):  # whose own reader tells of each place
        told += _acting_characters(reading, unseen.unreadable, _UNREADABLE)
    if not told:
        return reading
    notes = tuple(replace(note, lines=_plain(note.lines)) for note in reading.notes)
    headers = None if reading.headers is None else _plain(reading.headers)
    findings = (*reading.findings, *told)
    return replace(reading, lines=_plain(reading.lines), notes=notes, headers=headers, findings=findings)


def _plain(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    return tuple(replace(line, text=unseen.without_controls(line.text)) for line in lines)


def _acting_characters(
    reading: Reading, kinds: Callable[[str], list[str]], declared: Declared
) -> Iterator[Finding]:
    noted = (line for note in reading.notes for line in note.lines)
    every = (*reading.lines, *noted, *(reading.headers or ()))
    lines = [line for line in every if kinds(line.text)]
    for char in dict.fromkeys(char for line in lines for char in kinds(line.text)):
        within = [line for line in lines if char in line.text]
        first = unseen.shown(within[0].text)[:120]
        place = _place(within[0], reading)
        yield declared.at(place, first, character=unseen.sign_name(char), count=len(within))


def _place(line: Line, reading: Reading) -> Place:
    ordinal = line.source.paragraph + 1
    if reading.kind is SourceKind.TEXT:
        return Place(file=reading.name, line=ordinal)
    return Place(file=reading.name, part=line.source.part, paragraph=ordinal)
