"""A paragraph's pieces put together to the lines a reader sees."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import groupby

from kcdocs.model.line import Align, Cell, Line, Mark, Source
from kcdocs.word.read.inline import Break, InlinePiece, NoteMark, StyledText


@dataclass(frozen=True, slots=True)
class ParagraphSetting:
    """What the lines of one paragraph share.

    Attributes:
        source: Where the paragraph stands.
        cell: Its table cell, if any.
        align: How it is set.
        label: Its automatic number with the gap behind it.
    """

    source: Source
    cell: Cell | None
    align: Align
    label: str


def assemble(
    pieces: Iterable[InlinePiece], setting: ParagraphSetting, mark_label: Callable[[NoteMark], str]
) -> list[Line]:
    """The lines of a paragraph, divided at manual line breaks.

    A page or column break divides only if words stand on both sides.

    Args:
        pieces: What stands in it, hidden text included (it is left out).
        setting: What the lines share.
        mark_label: Gives the label of each note mark, asked in reading order.
    """
    segments = _divided(list(pieces))
    lines = []
    for index, segment in enumerate(segments):
        label = setting.label if index == 0 else ""
        lines.append(_line(segment, setting, index, label, mark_label))
    return lines


def _divided(pieces: list[InlinePiece]) -> list[list[InlinePiece]]:
    segments: list[list[InlinePiece]] = [[]]
    pages = 0
    for index, piece in enumerate(pieces):
        if not isinstance(piece, Break):
            segments[-1].append(piece)
        elif not piece.page or (_prints(segments[-1]) and _prints(_until_break(pieces[index + 1 :]))):
            segments.append([])
            pages += piece.page
    return segments


def _until_break(pieces: list[InlinePiece]) -> list[InlinePiece]:
    groups = groupby(pieces, key=lambda piece: isinstance(piece, Break))
    return next((list(group) for is_break, group in groups if not is_break), [])


def _prints(pieces: Iterable[InlinePiece]) -> bool:
    return any(isinstance(piece, StyledText) and piece.text and not piece.look.hidden for piece in pieces)


def _line(
    pieces: Iterable[InlinePiece],
    setting: ParagraphSetting,
    index: int,
    label: str,
    mark_label: Callable[[NoteMark], str],
) -> Line:
    text, marks, shown = label, [], []
    for piece in pieces:
        if isinstance(piece, NoteMark):
            marks.append(Mark(len(text), mark_label(piece)))
        elif isinstance(piece, StyledText) and not piece.look.hidden:
            text += piece.text
            if piece.text.strip():
                shown.append(piece.look)
    source = setting.source
    return Line(
        text.rstrip(" ") if text == label else text,
        Source(source.file, source.part, source.paragraph, index),
        setting.cell,
        tuple(marks),
        numbered=len(label.rstrip(" ") if text == label else label),
        bold=bool(shown) and all(look.bold for look in shown),
        italic=bool(shown) and all(look.italic for look in shown),
        align=setting.align,
    )
