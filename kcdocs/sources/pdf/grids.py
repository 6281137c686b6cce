"""Ruled tables: the lattice that lines make, and the characters in each of its cells."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from operator import neg

from kcdocs.sources.pdf import limits
from kcdocs.sources.pdf.glyphs import Glyph, RuledLine


@dataclass(frozen=True, slots=True)
class RuledTable:
    """A ruled table on one page.

    Attributes:
        page: Its page, from 1.
        xs: The columns' edges, from left to right.
        ys: The rows' edges, from the top down.
        cells: (row, column) of each cell's upper left corner → its characters; merged cells count once.
        rights: (row, column) → the cell's right edge.
    """

    page: int
    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cells: Mapping[tuple[int, int], tuple[Glyph, ...]]
    rights: Mapping[tuple[int, int], float]

    @property
    def top(self) -> float:
        """Its upper edge."""
        return self.ys[0]

    def repeated(self, first: RuledTable) -> int:
        """How many rows at its top are the head of the table that it goes on, printed again.

        Args:
            first: The table as it begins, pages before.
        """
        own, head = self.row_words(), first.row_words()
        alike = list(takewhile(lambda pair: pair[0] == pair[1], zip(own, head, strict=False)))
        worded = bool(head) and any(words for _, words in head[0])
        return len(alike) if worded and len(alike) < len(own) else 0

    def row_words(self) -> list[list[tuple[int, str]]]:
        """Row by row the column and the signs of each cell, spaces left out."""
        rows: list[list[tuple[int, str]]] = [[] for _ in self.ys[1:]]
        for (row, column), glyphs in sorted(self.cells.items()):
            rows[row].append((column, "".join(glyph.char for glyph in glyphs if not glyph.char.isspace())))
        return rows


def find_grids(
    strokes: Sequence[RuledLine], glyphs: Iterable[Glyph], page: int
) -> tuple[list[RuledTable], list[Glyph]]:
    """The tables of a page, and the characters that stand in none."""
    drawn = strokes if len(strokes) <= limits.MOST_STROKES else ()
    lattices = [lattice for group in _connected(drawn) if (lattice := _lattice(group)) is not None]
    inside: list[list[Glyph]] = [[] for _ in lattices]
    outside: list[Glyph] = []
    for glyph in glyphs:
        index = next((i for i, lattice in enumerate(lattices) if lattice.holds(glyph)), None)
        (outside if index is None else inside[index]).append(glyph)
    grids = [lattice.grid(held, page) for lattice, held in zip(lattices, inside, strict=True) if held]
    return grids, outside


@dataclass(frozen=True, slots=True)
class _Lattice:
    """The edges of a table and the lines that draw them."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    strokes: tuple[RuledLine, ...]

    def holds(self, glyph: Glyph) -> bool:
        x, y = _centre(glyph)
        return self.xs[0] <= x <= self.xs[-1] and self.ys[-1] <= y <= self.ys[0]

    def grid(self, glyphs: Iterable[Glyph], page: int) -> RuledTable:
        owners = self._owners()
        held: dict[tuple[int, int], list[Glyph]] = {owner: [] for owner in sorted(set(owners.values()))}
        for glyph in glyphs:
            x, y = _centre(glyph)
            column = bisect_right(self.xs, x, 1, len(self.xs) - 1) - 1
            row = bisect_right(self.ys, -y, 1, len(self.ys) - 1, key=neg) - 1
            held[owners[row, column]].append(glyph)
        rights: dict[tuple[int, int], float] = {}
        for (_, column), owner in owners.items():
            rights[owner] = max(rights.get(owner, 0.0), self.xs[column + 1])
        return RuledTable(
            page, self.xs, self.ys, {owner: tuple(items) for owner, items in held.items()}, rights
        )

    def _owners(self) -> dict[tuple[int, int], tuple[int, int]]:
        """Each elementary cell → the upper left one of the merged cell it belongs to."""
        cells = [(row, column) for row in range(len(self.ys) - 1) for column in range(len(self.xs) - 1)]
        owners = {cell: cell for cell in cells}
        walls = _by_edge(self.xs, [(s.x0, s.y0, s.y1) for s in self.strokes if s.x0 == s.x1])
        floors = _by_edge(self.ys, [(s.y0, s.x0, s.x1) for s in self.strokes if s.y0 == s.y1])

        def top(cell: tuple[int, int]) -> tuple[int, int]:
            while owners[cell] != cell:
                cell = owners[cell]
            return cell

        for row, column in cells:
            y, x = (self.ys[row] + self.ys[row + 1]) / 2, (self.xs[column] + self.xs[column + 1]) / 2
            if column + 2 < len(self.xs) and not _drawn_at(y, walls[column + 1]):
                _join(owners, top((row, column)), top((row, column + 1)))
            if row + 2 < len(self.ys) and not _drawn_at(x, floors[row + 1]):
                _join(owners, top((row, column)), top((row + 1, column)))
        return {cell: top(cell) for cell in cells}


def _by_edge(
    edges: Sequence[float], lines: Iterable[tuple[float, float, float]]
) -> list[list[tuple[float, float]]]:
    """For each edge the stretches of the lines that lie on it; a cell asks those of its own edges only."""
    found: list[list[tuple[float, float]]] = [[] for _ in edges]
    for place, start, end in lines:
        for index, edge in enumerate(edges):
            if abs(edge - place) <= limits.NEAR:
                found[index].append((start, end))
    return found


def _drawn_at(place: float, stretches: Iterable[tuple[float, float]]) -> bool:
    return any(start <= place <= end for start, end in stretches)


def _join(
    owners: dict[tuple[int, int], tuple[int, int]], one: tuple[int, int], other: tuple[int, int]
) -> None:
    owners[max(one, other)] = min(one, other)


def _centre(glyph: Glyph) -> tuple[float, float]:
    return (glyph.x0 + glyph.x1) / 2, glyph.y + limits.MIDDLE * glyph.em


def _lattice(strokes: Sequence[RuledLine]) -> _Lattice | None:
    """The lattice of lines that cross; None if they make fewer than two cells."""
    xs = _edges([stroke.x0 for stroke in strokes if stroke.x0 == stroke.x1])
    ys = _edges([stroke.y0 for stroke in strokes if stroke.y0 == stroke.y1])
    if min(len(xs), len(ys)) < 2 or len(xs) + len(ys) < 5:
        return None
    return _Lattice(xs, ys[::-1], tuple(strokes))


def _edges(values: Iterable[float]) -> tuple[float, ...]:
    edges: list[float] = []
    for value in sorted(values):
        if not edges or value - edges[-1] > limits.NEAR:
            edges.append(value)
    return tuple(edges)


def _connected(strokes: Sequence[RuledLine]) -> list[list[RuledLine]]:
    """The lines in groups, each line meeting or crossing another of its group."""
    owner = list(range(len(strokes)))

    def top(index: int) -> int:
        while owner[index] != index:
            owner[index] = owner[owner[index]]
            index = owner[index]
        return index

    for index, stroke in enumerate(strokes):
        for before in range(index):
            if _touch(stroke, strokes[before]):
                owner[top(index)] = top(before)
    groups: dict[int, list[RuledLine]] = {}
    for index, stroke in enumerate(strokes):
        groups.setdefault(top(index), []).append(stroke)
    return list(groups.values())


def _touch(one: RuledLine, other: RuledLine) -> bool:
    return (
        one.x0 - limits.NEAR <= other.x1
        and other.x0 - limits.NEAR <= one.x1
        and one.y0 - limits.NEAR <= other.y1
        and other.y0 - limits.NEAR <= one.y1
    )
