"""A sheet as a grid of values, and the names of its cells."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import TypeAlias

CellValue: TypeAlias = str | float | bool | date | datetime | time | timedelta
"""What a cell holds; "" for an empty one. A formula stands as its last value."""


@dataclass(frozen=True, slots=True)
class Area:
    """A merged area; rows and columns count from 1, both ends included."""

    top: int
    left: int
    bottom: int
    right: int

    def __str__(self) -> str:
        return f"{cell_name(self.top, self.left)}:{cell_name(self.bottom, self.right)}"


@dataclass(frozen=True, slots=True)
class Grid:
    """The values of one sheet, row by row.

    What is said of single cells is complete as far as the rows were read.

    Attributes:
        name: The sheet's name; empty for CSV.
        rows: Its rows from row 1 on, each from column A on; they may differ in length. Read once.
        merged: Its merged areas; the value stands in the top left cell.
        broken: (row, column) → what is wrong, in Vietnamese, of cells whose value cannot be had: an error
            value, a formula that was never calculated.
        words: (row, column) → what the format shows beside the number ("đồng", "triệu đồng").
        percent: (row, column) of cells formatted as percentages: a number in one shows as a hundred times it.
        padded: (row, column) → how many digits a number in the cell shows at least ("000": 7 as 007).
        places: (row, column) → how many decimals the cell shows of a number that has some.
        other: (row, column) of cells that show another number than they hold (thousands, powers, fractions).
        dressed: (row, column) of cells that show a number as more than its digits ("12,00", "1.234.567").
        hidden: Numbers of the rows that nobody sees: hidden, or filtered out.
        lines: For CSV the line of the file each row begins on, of the rows read so far.
    """

    name: str
    rows: Iterable[Sequence[CellValue]]
    merged: tuple[Area, ...] = ()
    broken: Mapping[tuple[int, int], str] = field(default_factory=dict)
    percent: AbstractSet[tuple[int, int]] = frozenset()
    words: Mapping[tuple[int, int], str] = field(default_factory=dict)
    padded: Mapping[tuple[int, int], int] = field(default_factory=dict)
    places: Mapping[tuple[int, int], int] = field(default_factory=dict)
    other: AbstractSet[tuple[int, int]] = frozenset()
    dressed: AbstractSet[tuple[int, int]] = frozenset()
    hidden: AbstractSet[int] = frozenset()
    lines: Sequence[int] = ()


def cell_name(row: int, column: int) -> str:
    """The name of a cell: (38, 8) → "H38".

    Args:
        row: From 1.
        column: From 1.
    """
    return f"{column_name(column)}{row}"


def column_name(column: int) -> str:
    """The letters of a column: 1 → "A", 27 → "AA"."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def column_number(letters: str) -> int:
    """The number of a column: "A" → 1, "AA" → 27."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
