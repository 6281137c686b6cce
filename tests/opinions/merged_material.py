"""Merges of drafts by plan, of paragraphs or of a table, each with what accepting and rejecting all must give."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import TYPE_CHECKING

import merging_material as clauses
import rows_material as rows
from wordml import docx, p

from kcdocs.api import merge
from kcdocs.word import audit
from kcdocs.word.package import Allow, open_package

if TYPE_CHECKING:
    from pathlib import Path

Said = list[str] | list[rows.Row]


@dataclass(frozen=True)
class MergedCase:
    """A merge by plan.

    Attributes:
        made: The merge.
        accepted: What accepting all must give.
        rejected: What rejecting all must give.
        clashes: Where drafts touch.
        tabled: Whether it is of a table.
    """

    made: merge.MergedDrafts
    accepted: Said
    rejected: Said
    clashes: set[str]
    tabled: bool

    def read(self, data: bytes, *, accept: bool = True) -> Said:
        """What a file says, as `accepted` tells it; empty paragraphs left out."""
        said = audit.side_texts(open_package(data, allow=Allow.ALL), accept=accept).body
        return rows.grid(said) if self.tabled else [item.text for item in said if item.text]


def of_clauses(seed: int, folder: Path) -> MergedCase:
    """Two to four drafts of paragraphs."""
    rng, base = random.Random(seed), clauses.base_words()
    drafts = [clauses.plans(rng, f"d{number}") for number in range(rng.randrange(2, 5))]
    goc = _write(folder, "goc", clauses.lines(base))
    files = [_write(folder, f"d{number}", clauses.made(base, own)) for number, own in enumerate(drafts)]
    wanted, pairs = clauses.expected(base, drafts)
    places = {
        f"dieu-{plan.clause // clauses.CLAUSES + 1}.khoan-{plan.clause % clauses.CLAUSES + 1}"
        for pair in pairs
        for plan in pair
    }
    return MergedCase(merge.merge(goc, files), wanted, clauses.lines(base), places, tabled=False)


def of_rows(seed: int, folder: Path) -> MergedCase:
    """Two to four drafts of a table."""
    rng = random.Random(seed)
    drafts = [rows.row_plans(rng, f"d{number}") for number in range(rng.randrange(2, 5))]
    goc = rows.write_table(folder, "goc", rows.base_rows())
    files = [rows.write_table(folder, f"d{number}", rows.made_rows(own)) for number, own in enumerate(drafts)]
    wanted, places = rows.expected_rows(drafts)
    return MergedCase(merge.merge(goc, files), wanted, rows.base_rows(), places, tabled=True)


def _write(folder: Path, name: str, text: list[str]) -> Path:
    path = folder / f"{name}.docx"
    path.write_bytes(docx(*map(p, text)))
    return path
