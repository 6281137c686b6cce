"""The table of opinions of a paper: how many it lists, and what became of each."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kcdocs.dossier.sayings import Measure
from kcdocs.law.dossiers import OpinionOutcome

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kcdocs.lint.pieces import PaperLine

_TAKEN, _PARTLY, _REASONED = OpinionOutcome.ACCEPTED, OpinionOutcome.PARTLY, OpinionOutcome.EXPLAINED
_ANSWERS = (
    (Measure.PARTLY, re.compile(rf"(?:đã |xin )?{_PARTLY}")),
    (Measure.EXPLAINED, re.compile(rf"(?:xin )?(?:{_REASONED}|bảo lưu|giữ nguyên|không {_TAKEN})")),
    (Measure.ACCEPTED, re.compile(rf"(?:đã |xin )?{_TAKEN}(?!/|, {_REASONED})")),
)
_MARK = re.compile(r"(?:[-–+*]|\(?\d{1,3}[.)])\s*")
_NUMBERED = re.compile(r"\(?\d{1,3}[.)]\s")


@dataclass(frozen=True, slots=True)
class OpinionLine:
    """A row of the table of opinions.

    Attributes:
        asked: The lines of its opinion.
        answer: The lines of its answer; none where the cell is empty.
        outcomes: What the answer says became of the opinion: one where the row is in order.
    """

    asked: tuple[PaperLine, ...]
    answer: tuple[PaperLine, ...]
    outcomes: tuple[Measure, ...]

    @property
    def count(self) -> int:
        """How many opinions it holds: those it numbers, else one."""
        return max(sum(bool(_NUMBERED.match(line.text)) for line in self.asked), 1)


@dataclass(frozen=True, slots=True)
class OpinionRows:
    """A table of opinions.

    Attributes:
        rows: Its rows.
        by_office: Whether it goes by office, so that an opinion of two stands there twice.
    """

    rows: tuple[OpinionLine, ...]
    by_office: bool

    @property
    def count(self) -> int:
        """How many opinions it lists."""
        return sum(row.count for row in self.rows)


def opinion_rows(lines: Sequence[PaperLine]) -> OpinionRows | None:
    """The first table of opinions in a paper; None where it has no such table.

    Args:
        lines: All lines of the paper.
    """
    cells: dict[tuple[int, int], dict[int, list[PaperLine]]] = {}
    for line in lines:
        spot = line.paragraph.spot
        if spot.table:
            cells.setdefault((spot.table, spot.row), {}).setdefault(spot.column, []).append(line)
    for place, row in cells.items():
        heads = {number: " ".join(line.plain for line in cell).casefold() for number, cell in row.items()}
        asked, answered = _columns(heads)
        if asked and answered:
            by_office = any(words.startswith("cơ quan") for words in heads.values())
            return OpinionRows(tuple(_rows(cells, place, asked, answered)), by_office)
    return None


def _columns(heads: dict[int, str]) -> tuple[int, int]:
    """Which columns of a heading row hold opinions and answers; 0 for none."""
    answered = next((n for n, words in heads.items() if _TAKEN in words or _REASONED in words), 0)
    asked = next((n for n, words in heads.items() if n != answered and "nội dung góp ý" in words), 0)
    return asked, answered


def _rows(
    cells: dict[tuple[int, int], dict[int, list[PaperLine]]],
    heading: tuple[int, int],
    asked: int,
    answered: int,
) -> Iterator[OpinionLine]:
    table, first = heading
    for (number, row), columns in cells.items():
        if number == table and row > first and asked in columns and not _is_numbering(columns):
            answer = tuple(columns.get(answered, ()))
            yield OpinionLine(tuple(columns[asked]), answer, _outcomes(answer))


def _is_numbering(columns: dict[int, list[PaperLine]]) -> bool:
    """Whether a row numbers the columns: "(1)", "(2)", …."""
    texts = [line.text.strip("() ") for lines in columns.values() for line in lines]
    return len(texts) > 1 and texts == [str(n) for n in range(1, len(texts) + 1)]


def _outcomes(answer: Sequence[PaperLine]) -> tuple[Measure, ...]:
    """What the lines of an answer say became of the opinion, by how each begins."""
    found = (_outcome(_MARK.sub("", line.plain.casefold(), count=1)) for line in answer)
    return tuple(dict.fromkeys(one for one in found if one))


def _outcome(text: str) -> Measure | None:
    return next((measure for measure, pattern in _ANSWERS if pattern.match(text)), None)
