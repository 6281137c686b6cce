"""The table of opinions of a paper: how many it lists, and what became of each."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kcdocs.dossier.offices import Office, offices_in_cell
from kcdocs.dossier.sayings import Measure
from kcdocs.law.dossiers import OpinionOutcome, outcomes
from kcdocs.model.finding import Place

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kcdocs.lint.pieces import PaperLine

_MEASURES = {
    OpinionOutcome.ACCEPTED: Measure.ACCEPTED,
    OpinionOutcome.PARTLY: Measure.PARTLY,
    OpinionOutcome.EXPLAINED: Measure.EXPLAINED,
}
_ANSWERED = (OpinionOutcome.ACCEPTED, OpinionOutcome.EXPLAINED)
"""What the heading of the column of answers names."""
_ASKED = re.compile(r"(?:nội dung|ý kiến) góp ý|nội dung ý kiến|^ý kiến$")
_WHO = re.compile(r"chủ thể|cơ quan|đơn vị|tổ chức|nơi góp ý|^nơi|người góp ý")
_NUMBERED = re.compile(r"\(?\d{1,3}[.)]\s")


@dataclass(frozen=True, slots=True)
class OpinionLine:
    """A row of the table of opinions.

    Attributes:
        asked: The lines of its opinion.
        answer: The lines of its answer; none where the cell is empty.
        voices: How many hold it: those that the cell names, at least one.
        outcomes: What the answer says became of the opinion: one where the row is in order.
        offices: Who hold it; none where the table does not say.
    """

    asked: tuple[PaperLine, ...]
    answer: tuple[PaperLine, ...]
    outcomes: tuple[Measure, ...]
    voices: int = 1
    offices: tuple[Office, ...] = ()

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

    @property
    def offices(self) -> tuple[Office, ...]:
        """Who hold them, each once."""
        found: list[Office] = []
        for office in (office for row in self.rows for office in row.offices):
            if not any(office.is_same(one) for one in found):
                found.append(office)
        return tuple(found)

    def place(self, file: str) -> Place:
        """Where it stands: at its first row.

        Args:
            file: The file, as the user named it.
        """
        return self.rows[0].asked[0].place(file) if self.rows else Place(file)


Cells = dict[int, list["PaperLine"]]
"""The lines of a table's row, by the number of their cell."""


def opinion_rows(lines: Sequence[PaperLine]) -> OpinionRows | None:
    """The rows of all tables of opinions in a paper; None where it has no such table.

    Args:
        lines: All lines of the paper.
    """
    tables: dict[int, dict[int, Cells]] = {}
    for line in lines:
        spot = line.paragraph.spot
        if spot.table:
            rows = tables.setdefault(spot.table, {})
            rows.setdefault(spot.row, {}).setdefault(spot.column, []).append(line)
    found = [one for one in map(_opinions, tables.values()) if one]
    if not found:
        return None
    return OpinionRows(tuple(row for one in found for row in one.rows), found[0].by_office)


def _opinions(table: dict[int, Cells]) -> OpinionRows | None:
    """The rows below the heading of a table of opinions; None where a table has no such heading."""
    rows = list(table.values())
    for place, row in enumerate(rows):
        heads = {number: " ".join(line.plain for line in cell).casefold() for number, cell in row.items()}
        asked, answered, who = _columns(heads)
        if asked and answered:
            by_office = any(words.startswith("cơ quan") for words in heads.values())
            return OpinionRows(tuple(_rows(rows[place + 1 :], asked, answered, who)), by_office)
    return None


def _columns(heads: dict[int, str]) -> tuple[int, int, int]:
    """Which columns of a heading row hold opinions, answers and who holds them; 0 for none."""
    answered = next((n for n, words in heads.items() if any(one in words for one in _ANSWERED)), 0)
    asked = next((n for n, words in heads.items() if n != answered and _ASKED.search(words)), 0)
    others = {n: words for n, words in heads.items() if n not in (asked, answered)}
    return asked, answered, next((n for n, words in others.items() if _WHO.search(words)), 0)


def _rows(rows: Sequence[Cells], asked: int, answered: int, who: int) -> Iterator[OpinionLine]:
    offices: tuple[Office, ...] = ()
    for cells in rows:
        if asked in cells and not _is_numbering(cells):
            answer = tuple(cells.get(answered, ()))
            became = tuple(_MEASURES[one] for one in outcomes(line.plain for line in answer))
            holders = offices_in_cell(line.text for line in cells.get(who, ()))
            offices = holders or offices
            yield OpinionLine(tuple(cells[asked]), answer, became, max(len(holders), 1), offices)


def _is_numbering(columns: Cells) -> bool:
    """Whether a row numbers the columns: "(1)", "(2)", …."""
    texts = [line.text.strip("() ") for lines in columns.values() for line in lines]
    return len(texts) > 1 and texts == [str(n) for n in range(1, len(texts) + 1)]
