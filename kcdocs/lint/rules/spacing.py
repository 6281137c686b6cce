"""The running text: how it is aligned, indented and spaced."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kcdocs.codes import Declared
from kcdocs.law import layout
from kcdocs.law.layout import Profile, Role
from kcdocs.lint import limits
from kcdocs.lint.papers import CheckedPaper
from kcdocs.lint.pieces import PaperLine
from kcdocs.lint.signs import ends_sentence
from kcdocs.lint.telling import FormBreach, breach, figure
from kcdocs.model.finding import Severity

_JUSTIFIED = Declared(
    "LT120",
    Severity.WARNING,
    "Running text is not justified.",
    "Nội dung không canh đều hai lề.",
    expected="canh đều cả hai lề",
    mend="Chọn phần nội dung, bấm Ctrl+J.",
)
_INDENT = Declared(
    "LT121",
    Severity.WARNING,
    "First lines go in by another measure than 1 or 1.27 cm.",
    "Dòng đầu đoạn lùi vào {measures} mm.",
    expected="lùi vào 10 mm hoặc 12,7 mm",
    mend="Chọn phần nội dung, vào Paragraph, Special, First line, đặt 1 cm hoặc 1,27 cm.",
)
_GAP = Declared(
    "LT122",
    Severity.WARNING,
    "Paragraphs stand closer than 6 points.",
    "Các đoạn cách nhau {measures} pt.",
    expected="từ 6 pt trở lên",
    mend="Chọn phần nội dung, vào Paragraph, Spacing, đặt Before hoặc After từ 6 pt.",
)
_LINES = Declared(
    "LT123",
    Severity.WARNING,
    "Lines stand closer than single or wider than one and a half.",
    "Khoảng cách dòng là {measures}.",
    expected="từ dòng đơn đến 1,5 dòng",
    mend="Chọn phần nội dung, vào Paragraph, Line spacing, chọn từ Single đến 1,5 lines.",
)


def check(paper: CheckedPaper) -> Iterator[FormBreach]:
    """What is wrong with how the running text is set; of legal instruments: is it a block."""
    if aside := [piece for piece in _sentences(paper) if not _runs_on(piece)]:
        yield breach(paper, _JUSTIFIED, layout.general(5), aside)
    if paper.profile is not Profile.ADMINISTRATIVE:
        return
    running = [
        piece
        for piece in (*paper.of(Role.ARTICLE), *paper.of(Role.HEADING), *paper.of(Role.BODY))
        if _runs_on(piece)
    ]
    rule = layout.general(5)
    yield from _odd(paper, _JUSTIFIED, [piece for piece in running if not _justified(piece)])
    yield from _measured(
        paper, _INDENT, [piece for piece in running if not _is_listed(piece)], _first_line, _indented
    )
    yield from _measured(paper, _GAP, running, _gap, _far_enough)
    spaced = [piece for piece in running if not _spaced(piece)]
    if spaced:
        yield breach(paper, _LINES, rule, spaced, measures=", ".join(dict.fromkeys(map(_distance, spaced))))


def _sentences(paper: CheckedPaper) -> list[PaperLine]:
    """Lines that are surely running text wherever they stand: bases, and plain sentences of the body."""
    body = paper.of(Role.BODY) if paper.profile is Profile.ADMINISTRATIVE else ()
    plain = [
        piece
        for piece in body
        if len(piece.text) >= limits.SENTENCE
        and not (piece.text.endswith(":") and paper.type in layout.INVITING)
        and ends_sentence(piece)
        and not piece.text.startswith(("(", "[", "*"))
        and not piece.share(lambda look: look.bold or look.italic)
    ]
    return [piece for piece in (*paper.of(Role.BASIS), *plain) if piece.looks]


def _runs_on(piece: PaperLine) -> bool:
    """Whether a line is running text: no centred line, no list of a letter's fields."""
    return bool(piece.looks) and piece.paragraph.block.align not in ("center", "right", "end")


def _is_listed(piece: PaperLine) -> bool:
    """Whether Word itself puts a sign before a line: its text hangs behind the sign."""
    label = piece.paragraph.label
    return bool(label) and not any(map(str.isalnum, label))


def _odd(paper: CheckedPaper, declared: Declared, pieces: list[PaperLine]) -> Iterator[FormBreach]:
    if pieces:
        yield breach(paper, declared, layout.general(5), pieces)


def _measured(
    paper: CheckedPaper,
    declared: Declared,
    pieces: list[PaperLine],
    measure: Callable[[PaperLine], float],
    holds: Callable[[float], bool],
) -> Iterator[FormBreach]:
    off = [piece for piece in pieces if not holds(measure(piece))]
    if off:
        told = ", ".join(dict.fromkeys(figure(measure(piece)) for piece in off))
        yield breach(paper, declared, layout.general(5), off, measures=told)


def _justified(piece: PaperLine) -> bool:
    short = len(piece.text) < limits.SHORT_LINE
    return piece.paragraph.block.align in ("both", "distribute") or short


def _first_line(piece: PaperLine) -> float:
    return piece.paragraph.block.left + piece.paragraph.block.first


def _indented(measure: float) -> bool:
    return any(abs(measure - wanted) <= limits.TOLERANCE for wanted in layout.running().indents)


def _gap(piece: PaperLine) -> float:
    return piece.paragraph.block.before + piece.paragraph.block.after


def _far_enough(gap: float) -> bool:
    return gap >= layout.running().gap - limits.POINT_TOLERANCE


def _spaced(piece: PaperLine) -> bool:
    block = piece.paragraph.block
    if block.lines:
        least, most = layout.running().lines
        return least - limits.POINT_TOLERANCE <= block.lines <= most + limits.POINT_TOLERANCE
    size = max(piece.sizes, default=0.0)
    return limits.LEAST_EXACT <= block.exact / size <= limits.MOST_EXACT if size else True


def _distance(piece: PaperLine) -> str:
    block = piece.paragraph.block
    return f"{figure(block.lines)} dòng" if block.lines else f"{figure(block.exact)} pt"
