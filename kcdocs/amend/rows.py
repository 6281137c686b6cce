"""Rows: the paragraphs and sentences a command gives for a part, held against those around the part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kcdocs.amend.bench import RefusedError
from kcdocs.amend.grafts import lines_of
from kcdocs.amend.sentences import sentences
from kcdocs.amend.spots import DASHES, Spot, paragraphs
from kcdocs.amend.twig import Twig
from kcdocs.amend.wrappers import alike, fresh
from kcdocs.law.kinds import HEADED
from kcdocs.law.parts import part_words
from kcdocs.model.operation import LAST, Operation, PartKind

_PLUS = "+"
_MORE = "Nội dung mới có {} {}, mà lệnh chỉ nói đến {}."
_NOTHING_NEW = "Mọi lời trong khối trích đều đã có như vậy ở cạnh {}; chưa rõ nội dung mới là lời nào."
_LABELLED = "Khối trích ghi «{}» sau số, ký hiệu, khác văn bản gốc; lệnh chỉ nói đến {}."
_NO_MARK = "Nội dung mới không có dấu đầu dòng: đã ghi dấu “{}” như các dòng bên cạnh."
_PLUSES_STAY = "Các dòng có dấu cộng dưới gạch đầu dòng này giữ nguyên."


@dataclass(frozen=True, slots=True)
class NewRows:
    """New paragraphs.

    Attributes:
        words: The paragraphs; of a sentence the one that it is to be.
        gone: Paragraphs of a list inside the old one, which they take the place of too.
        remarks: What there is to say of them, in Vietnamese.
    """

    words: tuple[str, ...]
    gone: tuple[Twig, ...] = ()
    remarks: tuple[str, ...] = ()


def replacing(operation: Operation, here: Spot) -> NewRows:
    """The paragraphs, or the sentence, that take the place of a part.

    Raises:
        RefusedError: If more or fewer are given than the command names, and something stands beside them.
    """
    if here.part is PartKind.SENTENCE or not here.pieces[0].whole:
        return NewRows((_sentence(operation, here),))
    listed = paragraphs(here.unit)
    begin, end = _stretch(listed, here.twigs)
    below = _below(listed[end:]) if here.part is PartKind.DASH else []
    rows = _fresh(operation, here, listed[:begin], listed[end:])
    if here.part in (PartKind.DASH, PartKind.PLUS):
        return _marked(operation, here.twigs[0].text, rows, below)
    _even(operation, rows, here.twigs, alone=here.twigs == listed)
    return NewRows(tuple(rows))


def adding(operation: Operation, unit: Twig, before: Sequence[Twig], behind: Sequence[Twig]) -> NewRows:
    """New paragraphs of a provision, without those beside them that a quotation repeats."""
    rows = _fresh(operation, Spot(unit, ()), before, behind)
    _as_many(operation, rows, (*before, *behind))
    if operation.part in (PartKind.DASH, PartKind.PLUS):
        marked = (
            twig.text for twig in (*reversed(before), *behind) if twig.text.startswith(_marks(operation))
        )
        return _all_marked(operation, next(marked, ""), rows)
    return NewRows(tuple(rows))


def _as_many(operation: Operation, rows: Sequence[str], beside: Sequence[Twig]) -> None:
    """One new paragraph for the one that is named; at the end there may be more, if none is an old one."""
    listed = operation.part is PartKind.DASH
    own = [row for row in rows if not (listed and row.startswith(_PLUS))]
    several = operation.part is PartKind.PARAGRAPH and operation.parts[-1].ordinal in (0, LAST)
    again = any(alike(row, twig.text) for row in own for twig in beside)
    if len(own) > 1 and (again or not several):
        raise RefusedError(_MORE.format(len(own), "đoạn", part_words(operation.parts)))


def adding_sentence(operation: Operation, own: str, place: int, unit: Twig) -> str:
    """A new sentence, without those beside it that a quotation repeats."""
    lines = _unlabelled(operation, unit)[0]
    if len(lines) > 1:
        raise RefusedError(f"Nội dung mới có {len(lines)} đoạn, mà lệnh bổ sung một câu.")
    olds = [(span, span.of(own)) for span in sentences(own)]
    before = [words for span, words in olds if span.end <= place]
    behind = [words for span, words in olds if span.end > place]
    words = _some(operation, fresh(_sentences(lines[0]), before, behind))
    if len(words) > 1:
        raise RefusedError(_MORE.format(len(words), "câu", part_words(operation.parts)))
    return words[0]


def _fresh(operation: Operation, here: Spot, before: Sequence[Twig], behind: Sequence[Twig]) -> list[str]:
    rows, labelled = _unlabelled(operation, here.unit)
    found = fresh(rows, [twig.text for twig in before], [twig.text for twig in behind])
    if labelled and found[:1] == rows[:1] and here.unit in before:
        raise RefusedError(_LABELLED.format(rows[0], part_words(operation.parts)))
    return _some(operation, found)


def _some(operation: Operation, rows: list[str]) -> list[str]:
    if not rows:
        raise RefusedError(_NOTHING_NEW.format(part_words(operation.parts)))
    return rows


def _unlabelled(operation: Operation, unit: Twig) -> tuple[list[str], bool]:
    """The paragraphs given, and whether the first repeats the label of its provision."""
    rows = lines_of(operation, unit, labelled=unit.kind not in HEADED)
    nodes = [node for top in operation.content for node in top.walk() if node.text]
    given = operation.new.split("\n")[0] if not nodes else ""
    return rows, bool(nodes and nodes[0].label and nodes[0].kind is unit.kind) or (given not in ("", rows[0]))


def _stretch(listed: Sequence[Twig], own: Sequence[Twig]) -> tuple[int, int]:
    """Where paragraphs stand among those of their provision; behind them all if deeper inside."""
    if own[0] not in listed:
        return len(listed), len(listed)
    begin = listed.index(own[0])
    return begin, begin + len(own)


def _even(operation: Operation, rows: Sequence[str], own: Sequence[Twig], *, alone: bool) -> None:
    """As many paragraphs as the command names; where nothing stands beside them they may be more or fewer."""
    if len(rows) != len(own) and not alone:
        raise RefusedError(_MORE.format(len(rows), "đoạn", part_words(operation.parts)))


def _below(behind: Sequence[Twig]) -> list[Twig]:
    """The list with plus signs right behind a dash."""
    stop = next((at for at, twig in enumerate(behind) if not twig.text.startswith(_PLUS)), len(behind))
    return list(behind[:stop])


def _marked(operation: Operation, old: str, rows: list[str], below: Sequence[Twig]) -> NewRows:
    """One row of a list, a dash with the rows below it that have plus signs."""
    first, *more = rows
    inner = operation.part is PartKind.DASH and all(row.startswith(_PLUS) for row in more)
    if more and not inner:
        raise RefusedError(_MORE.format(len(rows), "dòng", part_words(operation.parts)))
    made = _all_marked(operation, old, [first])
    stays = (_PLUSES_STAY,) if below and not more else ()
    return NewRows((*made.words, *more), tuple(below if more else ()), (*made.remarks, *stays))


def _marks(operation: Operation) -> tuple[str, ...]:
    return (_PLUS,) if operation.part is PartKind.PLUS else DASHES


def _all_marked(operation: Operation, beside: str, rows: Sequence[str]) -> NewRows:
    """Rows of a list, each with its mark; one alone gets that of the rows beside it."""
    marks = _marks(operation)
    if all(row.startswith((*marks, _PLUS)) for row in rows) and rows[0].startswith(marks):
        return NewRows(tuple(rows))
    other = any(row.startswith((*DASHES, _PLUS)) for row in rows)
    if len(rows) > 1 or other or not beside.startswith(marks):
        raise RefusedError(_MORE.format(len(rows), "đoạn", part_words(operation.parts)))
    mark = beside[0]
    return NewRows((f"{mark} {rows[0]}",), (), (_NO_MARK.format(mark),))


def _sentence(operation: Operation, here: Spot) -> str:
    """The new sentence; one that a quotation repeats beside it in its paragraph is none of it."""
    own = here.pieces[0]
    listed = paragraphs(here.unit)
    begin, end = _stretch(listed, here.twigs)
    rows = _fresh_lines(operation, here, listed[:begin], listed[end:])
    olds = sentences(own.twig.text)
    before = [span.of(own.twig.text) for span in olds if span.end <= own.span.start]
    behind = [span.of(own.twig.text) for span in olds if span.start >= own.span.end]
    words = _some(operation, fresh(_sentences(rows[0]), before, behind))
    if len(words) > 1 and (before or behind):
        raise RefusedError(_MORE.format(len(words), "câu", part_words(operation.parts)))
    return " ".join(words)


def _fresh_lines(
    operation: Operation, here: Spot, before: Sequence[Twig], behind: Sequence[Twig]
) -> list[str]:
    rows, _ = _unlabelled(operation, here.unit)
    found = fresh(rows, [twig.text for twig in before], [twig.text for twig in behind])
    if len(found) != 1:
        raise RefusedError(_MORE.format(len(found), "đoạn", part_words(operation.parts)))
    return found


def _sentences(words: str) -> list[str]:
    return [span.of(words) for span in sentences(words)]
