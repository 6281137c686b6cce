"""A look over a sheet's XML before it is read: how far it reaches, and which cells hold no value.

python-calamine asks for the whole grid up to the outermost cell at once, and the process dies where that is
too much; it also gives an empty text for an error value and for a formula that was never calculated.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from kcdocs.sheet.grid import column_number

ROW_BYTES = 1 << 24
"""Most bytes of one row."""

_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_OTHER_FORM = rb"""(?! r="|ol)"""
_BOUNDS = (
    (99_999, 52, rb"[A-Za-z]{3}|[B-Zb-z][A-Za-z]|[A-Za-z]{1,2}\d{6}"),
    (999_999, 24, rb"[A-Za-z]{2}|[YZyz]|[A-Za-z]\d{7}"),
    (9_999, 702, rb"[A-Za-z]{3}|[A-Za-z]{1,2}\d{5}"),
)
"""Rows, columns, and a pattern for the references beyond them: a pass over the bytes proves a bound."""

_BEYOND = tuple(
    (rows, columns, re.compile(rb'<c(?: r="(?:' + beyond + rb")|" + _OTHER_FORM + rb")"))
    for rows, columns, beyond in _BOUNDS
)
_ROW = re.compile(rb"""<(?:\w+:)?row\b(?:[^>]*?\sr\s*=\s*["']\s*(\d+))?""")
_CELL = re.compile(rb"""<(?:\w+:)?c(?=[\s/>])(?:[^>]*?\sr\s*=\s*["']\s*([A-Za-z]+)(\d+))?""")
_PLACE = re.compile(rb"""\br\s*=\s*["']\s*([A-Za-z]+)(\d+)""")
_ERROR = re.compile(
    rb"""<(?:\w+:)?c\s([^>]*\bt\s*=\s*["']e["'][^>]*)>(?:(?!</(?:\w+:)?c>).)*?<(?:\w+:)?v[^>]*>([^<]*)""",
    re.DOTALL,
)
_UNCALCULATED = re.compile(
    rb"<(?:\w+:)?c\s([^>]*[^/>])>\s*<(?:\w+:)?f\b(?:[^>]*/>|[^>]*>[^<]*</(?:\w+:)?f>)\s*"
    rb"(<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
_TEXT_RESULT = re.compile(rb"""\bt\s*=\s*["']str["']""")


UNCALCULATED = "Ô có công thức nhưng tệp không lưu kết quả."


class BadSheetError(ValueError):
    """XML that no spreadsheet program writes and that would be misread; the message is Vietnamese."""


Stream: TypeAlias = Callable[[], Iterable[bytes]]
"""A sheet's XML from its beginning, in blocks."""


@dataclass(frozen=True, slots=True)
class Reach:
    """How far a sheet reaches.

    Attributes:
        rows: Number of the lowest row, or more.
        columns: Number of the rightmost column, or more.
        exact: Whether each cell was looked at.
    """

    rows: int
    columns: int
    exact: bool


def reach(stream: Stream) -> Reach:
    """Bound the rows and columns of a sheet: in one pass over the bytes where it is small, else exactly.

    Raises:
        BadSheetError: If a row is larger than `ROW_BYTES`, or the part is UTF-16.
    """
    for rows, columns, beyond in _BEYOND:
        if not any(b":c" in piece or beyond.search(piece) for piece in _whole_rows(stream())):
            return Reach(rows, columns, exact=False)
    return _measured(_whole_rows(stream()))


def broken_cells(stream: Stream) -> dict[tuple[int, int], str]:
    """The cells whose value cannot be had: (row, column) → why, in Vietnamese.

    Raises:
        BadSheetError: If a row is larger than `ROW_BYTES`, or the part is UTF-16.
    """
    found: dict[tuple[int, int], str] = {}
    for piece in _whole_rows(stream()):
        prefixed = b":c" in piece
        if prefixed or b"<f" in piece:
            found |= dict.fromkeys(_uncalculated(piece), UNCALCULATED)
        if prefixed or b't="e"' in piece:
            found |= {_where(match[1]): _error_words(match[2]) for match in _ERROR.finditer(piece)}
    return found


def styled_cells(stream: Stream, styles: Iterable[int]) -> dict[tuple[int, int], int]:
    """The cells that bear one of some styles: (row, column) → style.

    Raises:
        BadSheetError: If a row is larger than `ROW_BYTES`, or the part is UTF-16.
    """
    wanted = "|".join(map(str, styles))
    if not wanted:
        return {}
    bearing = re.compile(rf"""<(?:\w+:)?c\s([^>]*?\bs\s*=\s*["']({wanted})["'][^>]*)>""".encode())
    found = (match for piece in _whole_rows(stream()) for match in bearing.finditer(piece))
    return {_where(match[1]): int(match[2]) for match in found}


def _whole_rows(stream: Iterable[bytes]) -> Iterator[bytes]:
    rest = b""
    for block in stream:
        if not rest and block.startswith(_UTF_16):
            raise BadSheetError("viết bằng UTF-16")
        rest += block
        end = rest.rfind(b"row>") + 4
        if end > 3:
            yield rest[:end]
            rest = rest[end:]
        elif len(rest) > ROW_BYTES:
            raise BadSheetError("có hàng dài vô lý")
    yield rest


def _measured(pieces: Iterable[bytes]) -> Reach:
    """Measure cells in any form; one without a reference may stand anywhere in its row."""
    lowest = widest = nameless_rows = nameless_cells = 0
    for piece in pieces:
        rows, cells = _ROW.findall(piece), _CELL.findall(piece)
        lowest = max([lowest, *(int(row) for row in rows if row), *(int(row) for _, row in cells if row)])
        widest = max([widest, *(column_number(letters.decode()) for letters, _ in cells)])
        nameless_rows += rows.count(b"")
        nameless_cells = max(nameless_cells, sum(1 for letters, _ in cells if not letters))
    return Reach(lowest + nameless_rows, widest + nameless_cells, exact=True)


def _uncalculated(piece: bytes) -> Iterator[tuple[int, int]]:
    for match in _UNCALCULATED.finditer(piece):
        attributes, empty = match.groups()
        if not (empty and _TEXT_RESULT.search(attributes)):
            yield _where(attributes)


def _error_words(value: bytes) -> str:
    return f"Ô có giá trị lỗi {value.decode('utf-8', 'replace')}."


def _where(attributes: bytes) -> tuple[int, int]:
    cell = _PLACE.search(attributes)
    return (int(cell[2]), column_number(cell[1].decode())) if cell else (0, 0)
