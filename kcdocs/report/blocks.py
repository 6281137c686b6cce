"""A comparison cut into the rows of a comparison table: a clause with its points, an article's own words."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kcdocs.model.address import Kind
from kcdocs.model.comparison import Outcome
from kcdocs.report.marks import changes_of
from kcdocs.report.titles import title
from kcdocs.report.units import HEADINGS, units

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kcdocs.model.comparison import ChangeClass, Comparison, Row
    from kcdocs.model.instrument import Node
    from kcdocs.report.selection import Selection
from kcdocs.report.units import Unit

_CODES = {
    Kind.PART: "P",
    Kind.CHAPTER: "C",
    Kind.SECTION: "M",
    Kind.SUBSECTION: "T",
    Kind.ARTICLE: "D",
    Kind.CLAUSE: "K",
    Kind.POINT: "I",
    Kind.ANNEX: "L",
}
_LONGEST_KEY = 32


@dataclass(frozen=True)
class Block:
    """Rows that make up one row of a comparison table.

    Attributes:
        rows: At least one; the first names the block.
    """

    rows: tuple[Row, ...]

    @property
    def head(self) -> Row:
        """The row that names the block."""
        return self.rows[0]

    @property
    def heading(self) -> bool:
        """Whether it is the heading of a chapter or the like."""
        return (self.head.news or self.head.olds)[0].kind in HEADINGS

    @property
    def old_keys(self) -> tuple[str, ...]:
        """Names of the old provisions that a file can carry; empty if there are none."""
        return tuple(map(_key, self.head.olds))

    @property
    def new_key(self) -> str:
        """The same for the first new provision; empty if there is none."""
        return _key(self.head.news[0]) if self.head.news else ""

    @property
    def new_text(self) -> str:
        """All new words, labels left out."""
        return "\n".join(row.new_text for row in self.rows if row.news)

    @property
    def changes(self) -> frozenset[ChangeClass]:
        """All classes in the block."""
        return frozenset(change for row in self.rows for change in changes_of(row))


@dataclass(frozen=True)
class Untouched:
    """Articles in a run that nothing changed."""

    units: tuple[Unit, ...]

    @property
    def old_keys(self) -> tuple[str, ...]:
        """Names of the articles in the old text."""
        return tuple(_key(node) for unit in self.units for node in unit.head.olds)

    @property
    def new_key(self) -> str:
        """The name of the first of them in the new text."""
        return _key(self.units[0].head.news[0])

    @property
    def new_text(self) -> str:
        """Their titles, one a line."""
        return "\n".join(map(title, self.units))


Entry = Block | Untouched


def blocks(comparison: Comparison, selection: Selection) -> Iterator[Entry]:
    """The blocks of a table, in order.

    Articles that changed, or that hold a reference to be looked at, come whole, clause by clause; the
    others as one entry for each run of them; other parts of the text only where they changed, save headings
    of chapters, which lead the reader.
    """
    run: list[Unit] = []
    amiss = {str(one.address) for one in comparison.impacts if one.outcome is not Outcome.FOLLOWED}
    for unit in units(comparison):
        if not any(map(selection.has, (*unit.rows, *unit.departed))):
            continue
        if unit.kind is Kind.ARTICLE and not unit.changes and not _holds(unit, amiss):
            run.append(unit)
            continue
        if run:
            yield Untouched(tuple(run))
            run = []
        if unit.changes or unit.kind in HEADINGS or unit.kind is Kind.ARTICLE:
            yield from map(Block, _cut(unit.rows))
    if run:
        yield Untouched(tuple(run))


def _holds(unit: Unit, addresses: set[str]) -> bool:
    return any(str(node.address) in addresses for row in unit.rows for node in row.news)


def _cut(rows: Iterable[Row]) -> Iterator[tuple[Row, ...]]:
    """Rows cut before each clause; what stands below a clause or beside it stays with it."""
    part: list[Row] = []
    for row in rows:
        if part and (row.news or row.olds)[0].kind is Kind.CLAUSE:
            yield tuple(part)
            part = []
        part.append(row)
    yield tuple(part)


def _key(node: Node) -> str:
    """Letters, digits and underscores: "D5a_K2" for khoản 2 Điều 5a; long ones end in a digest."""
    steps = [_CODES.get(step.kind, step.kind.value) + step.label for step in node.address.steps]
    key = re.sub(r"\W+", "", "_".join(steps))
    if len(key) <= _LONGEST_KEY:
        return key
    return f"{key[: _LONGEST_KEY - 9]}_{hashlib.sha256(key.encode()).hexdigest()[:8]}"
