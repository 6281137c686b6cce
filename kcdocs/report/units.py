"""A comparison's rows gathered under the articles, headings and annexes they belong to."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from kcdocs.law.kinds import HEADED
from kcdocs.model.address import Kind
from kcdocs.model.comparison import ChangeClass
from kcdocs.report.marks import changes_of
from kcdocs.report.words import NOISE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kcdocs.model.comparison import Comparison, Row
    from kcdocs.model.instrument import Instrument, Node


@dataclass(frozen=True)
class RowUnit:
    """An article with all it holds, or a heading, an annex, the opening or the closing part.

    Attributes:
        rows: Its rows in reading order, at least one; an article's own row comes first.
        departed: Rows that stood here in the old text and stand in another unit now.
    """

    rows: tuple[Row, ...]
    departed: tuple[Row, ...] = ()

    @property
    def head(self) -> Row:
        """The row of the article, heading or annex itself."""
        return self.rows[0]

    @property
    def kind(self) -> Kind:
        """The kind of the provision that heads the unit."""
        return (self.head.news or self.head.olds)[0].kind

    @cached_property
    def changes(self) -> tuple[ChangeClass, ...]:
        """All classes in the unit, gravest first; a provision that left it counts as moved."""
        found = {change for row in self.rows for change in changes_of(row)}
        found |= {ChangeClass.MOVED} if self.departed else set()
        return tuple(change for change in ChangeClass if change in found)

    @property
    def touched(self) -> bool:
        """Whether law changes here: not merely numbers, spelling or encoding."""
        return any(change not in NOISE for change in self.changes)


def units(comparison: Comparison) -> tuple[RowUnit, ...]:
    """Gather the rows of a comparison.

    A row belongs to the article its new provision stands in; a removed one to the article that its old
    article became. Rows outside articles make up one unit for each run of them.

    Returns:
        Units in the order in which their first rows come; every row stands in exactly one.
    """
    gathering = _Gathering({**_heads(comparison.old), **_heads(comparison.new)})
    inner = [(row, gathering.last) for row in comparison.rows if not gathering.took(row)]
    for row, before in inner:
        gathering.place(row, before)
    return tuple(
        RowUnit(tuple(rows), tuple(departed))
        for rows, departed in zip(gathering.bins, gathering.departed, strict=True)
        if rows
    )


@dataclass
class _Gathering:
    """Rows on their way into units; `heads` says which node heads the unit a node stands in."""

    heads: dict[int, Node]
    homes: dict[int, int] = field(default_factory=dict)
    bins: list[list[Row]] = field(default_factory=list)
    departed: list[list[Row]] = field(default_factory=list)
    loose: int = -1

    @property
    def last(self) -> int:
        return len(self.bins) - 1

    def took(self, row: Row) -> bool:
        """Whether the row heads a unit or stands outside all articles, and so was put away at once."""
        nodes = (*row.news, *row.olds)
        if self._is_head(nodes):
            self._open()
            self.homes.update((node.key, self.last) for node in nodes)
        elif self._head(nodes) is None:
            if self.loose != self.last or not self.bins:
                self._open()
                self.loose = self.last
        else:
            return False
        self.bins[self.last].append(row)
        return True

    def place(self, row: Row, before: int) -> None:
        """Put an inner row where its new article is, or what its old article became."""
        home = self._home(row.news or row.olds, max(before, 0))
        self.bins[home].append(row)
        old_home = self._home(row.olds, home)
        if old_home != home:
            self.departed[old_home].append(row)

    def _home(self, nodes: Sequence[Node], otherwise: int) -> int:
        head = self._head(nodes)
        return otherwise if head is None else self.homes.get(head.key, otherwise)

    def _head(self, nodes: Sequence[Node]) -> Node | None:
        return self.heads.get(nodes[0].key) if nodes else None

    def _is_head(self, nodes: Sequence[Node]) -> bool:
        return self._head(nodes) is nodes[0]

    def _open(self) -> None:
        self.bins.append([])
        self.departed.append([])


def _heads(instrument: Instrument) -> dict[int, Node]:
    return dict(pair for node in instrument.nodes for pair in _heads_below(node, None))


def _heads_below(node: Node, head: Node | None) -> Iterator[tuple[int, Node]]:
    """Each node with the node that heads its unit; what stands inside an article heads none."""
    if node.kind in HEADED and (head is None or head.kind is not Kind.ARTICLE):
        head = node
    if head is not None:
        yield node.key, head
    for child in node.children:
        yield from _heads_below(child, head)
