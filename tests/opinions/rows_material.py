"""Tables of drafts made from plans of rows, and what putting all plans into the base's table must give.

What comes of plans is worked out on lists of words alone. No two rows share words, so that no plan can be told in two ways.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from wordml import docx, p, tbl, tc, tr

from kcdocs.word.audit import ROW

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from kcdocs.word.audit import SideParagraph

ROWS, COLUMNS = 6, 3
Row = tuple[str, ...]
AROUND = ("NGHỊ ĐỊNH", "Quy định về nghề rèn", "Điều 1. Mức chi", "Mức chi theo bảng:", "Điều 2. Hiệu lực")


@dataclass(frozen=True)
class RowPlan:
    """One edit: a cell of a row ("cell"), a row taken out ("drop"), new rows behind a row ("add").

    Attributes:
        row: The row, from 0; behind -1 stand new rows in front of all.
        kind: What is done.
        column: The cell that changes.
        said: What the cell says, or the new rows.
    """

    row: int
    kind: str
    column: int = 0
    said: tuple[Row, ...] = ()


def base_rows() -> list[Row]:
    """The base's table."""
    return [tuple(f"h{row}c{column} h{row}n h{row}m" for column in range(COLUMNS)) for row in range(ROWS)]


def made_rows(plans: list[RowPlan]) -> list[Row]:
    """The table with plans put into it that do not touch."""
    told: list[Row] = []
    for number, row in enumerate([(), *base_rows()], -1):
        own = dict.fromkeys(plan for plan in plans if plan.row == number)
        cells = {plan.column: plan.said[0][0] for plan in own if plan.kind == "cell"}
        if row and not any(plan.kind == "drop" for plan in own):
            told.append(tuple(cells.get(column, words) for column, words in enumerate(row)))
        told += [new for plan in own if plan.kind == "add" for new in plan.said]
    return told


def touch(one: RowPlan, other: RowPlan) -> bool:
    """Whether two edits cannot both be made: of one cell, of a row that goes, of rows at one place."""
    if one == other or one.row != other.row or (one.kind == "add") is not (other.kind == "add"):
        return False
    return one.kind != "cell" or other.kind != "cell" or one.column == other.column


def row_plans(rng: random.Random, mark: str) -> list[RowPlan]:
    """The edits of one draft, a row that stays as it is between any two."""
    plans = []
    for row in rng.sample(range(0, ROWS, 2), rng.randrange(1, 4)):
        kind = rng.choice(("cell", "cell", "drop", "add"))
        if kind == "add":
            new = [tuple(f"{mark}{row}x{n}{k}" for k in range(COLUMNS)) for n in range(rng.randrange(1, 3))]
            plans.append(RowPlan(row - rng.randrange(2), kind, said=tuple(new)))
        else:
            column = rng.randrange(COLUMNS)
            said = ((f"{mark}{row} h{row}n h{row}m",),) if kind == "cell" else ()
            plans.append(RowPlan(row, kind, column if kind == "cell" else 0, said))
    return plans


def expected_rows(drafts: list[list[RowPlan]]) -> tuple[list[Row], set[str]]:
    """What accepting all must give, and where drafts clash."""
    pairs = [
        (left, right)
        for one, other in combinations(drafts, 2)
        for left in one
        for right in other
        if touch(left, right)
    ]
    clashing = {plan for pair in pairs for plan in pair}
    standing = [plan for draft in drafts for plan in draft if plan not in clashing]
    return made_rows(standing), {_place(plan) for plan in clashing}


def _place(plan: RowPlan) -> str:
    if plan.row < 0:
        return "trước hàng 1"
    return f"{'sau ' if plan.kind == 'add' else ''}hàng {plan.row + 1}"


def write_table(folder: Path, name: str, rows: list[Row]) -> Path:
    """A Word file with the table between paragraphs."""
    table = tbl(*(tr(*(tc(p(cell)) for cell in row)) for row in rows))
    path = folder / f"{name}.docx"
    path.write_bytes(docx(*map(p, AROUND[:-1]), table, p(AROUND[-1])))
    return path


def grid(said: Iterable[SideParagraph]) -> list[Row]:
    """The rows of the table among what a file says."""
    rows: list[list[str]] = []
    for item in said:
        if item.text == ROW:
            rows.append([])
        elif item.paragraph and rows and item.text not in AROUND:
            rows[-1].append(item.text)
    return [tuple(row) for row in rows]
