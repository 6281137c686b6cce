"""Tables in which an office writes its opinions: a row a provision, wishes in one cell, reasons in one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kcdocs.law.dossiers import OpinionOutcome
from kcdocs.model.address import SPOKEN, Kind
from kcdocs.opinions.asking import agrees, asks, without_bullet

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from kcdocs.model.line import Line

_PLACE, _DRAFT, _WISH, _REASON = "place", "draft", "wish", "reason"
_HEADS = {
    _DRAFT: tuple(
        f"{before}dự thảo"
        for before in ("", "nội dung ", "nội dung tại ", "nội dung trong ", "quy định tại ")
    ),
    _WISH: ("góp ý", "đề nghị", "kiến nghị", "đề xuất", "ý kiến"),
    _PLACE: (SPOKEN[Kind.ARTICLE].casefold(), SPOKEN[Kind.CLAUSE], "vị trí"),
    _REASON: ("lý do", "căn cứ", "cơ sở", "thuyết minh"),
}
"""What a column holds → words of its heading, the first column of each counting, in this order."""

_REWRITTEN = "Đề nghị sửa thành: "
_ANSWERED = (OpinionOutcome.ACCEPTED, OpinionOutcome.EXPLAINED)
_BECAUSE = "Lý do"
_EMPTY = re.compile(r"[\s.…()\d-]*")

_Cells = dict[int, list[str]]
"""The cells of a row by their column, each as its lines."""


@dataclass(frozen=True, slots=True)
class FormRow:
    """What one row of such a table asks.

    Attributes:
        place: What it says of the provision; empty where it does not say.
        quoted: The words of the draft that it quotes; empty where it quotes none.
        wishes: What is asked, an opinion each.
    """

    place: str
    quoted: str
    wishes: tuple[str, ...]


def form_rows(lines: Iterable[Line]) -> dict[int, tuple[FormRow, ...]]:
    """The rows of the tables of opinions among lines, by the number of the table."""
    held: dict[int, dict[int, _Cells]] = {}
    for line in lines:
        if line.cell:
            row = held.setdefault(line.cell.table, {}).setdefault(line.cell.row, {})
            row.setdefault(line.cell.column, []).extend(filter(None, map(str.strip, line.text.split("\n"))))
    found = {number: _asked([rows[place] for place in sorted(rows)]) for number, rows in held.items()}
    return {number: rows for number, rows in found.items() if rows is not None}


def _asked(rows: Sequence[_Cells]) -> tuple[FormRow, ...] | None:
    """The rows below the heading of a table of opinions; None where a table has no such heading."""
    for number, row in enumerate(rows):
        heads = {column: " ".join(cell).casefold() for column, cell in row.items()}
        if columns := _columns(heads):
            lead = _REWRITTEN if heads[columns[_WISH]].endswith("thành") else ""
            return tuple(_form_rows(rows[number + 1 :], columns, lead))
    return None


def _columns(heads: Mapping[int, str]) -> dict[str, int]:
    """What each column of a heading row holds; nothing where a table asks nothing, or answers already."""
    if any(word in head for word in _ANSWERED for head in heads.values()):
        return {}
    found: dict[str, int] = {}
    for what, words in _HEADS.items():
        free = (
            column
            for column, head in heads.items()
            if column not in found.values() and _is(what, head, words)
        )
        if (column := next(free, None)) is not None:
            found[what] = column
    return found if _WISH in found and found.keys() & {_PLACE, _DRAFT} else {}


def _is(what: str, head: str, words: Sequence[str]) -> bool:
    if what == _DRAFT:  # "Nội dung dự thảo", and not "Nội dung góp ý đối với dự thảo"
        return head.startswith(tuple(words))
    return any(word in head for word in words)


def _form_rows(rows: Iterable[_Cells], columns: Mapping[str, int], lead: str) -> Iterator[FormRow]:
    place = ""
    for row in rows:
        cells = {what: row.get(column, []) for what, column in columns.items()}
        quoted = " ".join(cells.get(_DRAFT, []))
        place = " ".join(cells.get(_PLACE, [])) or (
            "" if quoted else place
        )  # a cell may stand beside several rows
        wishes = [f"{lead if not asks(wish) else ''}{wish}" for wish in _wishes(cells[_WISH])]
        if wishes:
            reason = " ".join(line for line in cells.get(_REASON, []) if not _EMPTY.fullmatch(line))
            wishes[-1] += f" (Lý do: {reason})" if reason else ""
            yield FormRow(place, quoted, tuple(wishes))


def _wishes(lines: Iterable[str]) -> list[str]:
    """What a cell asks: a line each; one in small letters, or that gives a reason, belongs to the last."""
    found: list[str] = []
    for line in lines:
        if _EMPTY.fullmatch(line) or agrees(line):
            continue
        words = without_bullet(line)[1]
        if found and (words[0].islower() or words.startswith(_BECAUSE)):
            found[-1] += f" {words}"
        else:
            found.append(words)
    return found
