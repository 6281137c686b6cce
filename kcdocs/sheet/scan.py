"""A look over a sheet's XML before it is read: how far it reaches, and which cells hold no value.

python-calamine asks for the whole grid up to the outermost cell at once, and the process dies where that is
too much; it also gives an empty text for an error value and for a formula that was never calculated.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from kcdocs.sheet.grid import Area, column_number

ROW_BYTES = 1 << 24
"""Most bytes of one row."""

_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_BOUNDS = (
    (399_999, 52, rb"A?[A-Z][1-3]?\d{1,5}"),
    (999_999, 24, rb"[A-X]\d{1,6}"),
    (29_999, 702, rb"[A-Z]{1,2}[12]?\d{1,4}"),
)
"""Rows, columns, and a pattern for the references within them: a pass over the bytes proves a bound."""

_BEYOND = tuple(
    (rows, columns, re.compile(rb'<c(?! r="' + within + rb'"(?: s="\d++")?+(?: t="\w++")?+/?+>|\w)'))
    for rows, columns, within in _BOUNDS
)
"""A cell beyond a bound, or written otherwise than spreadsheet programs do, which may lie anywhere."""

_PREFIXED = re.compile(rb":c[\s/>]")
_MARKS = ((b"f", re.compile(rb"<f")), (b"e", re.compile(rb'"e"')), (b"'", re.compile(rb"'e'")))
"""A byte that most sheets do not have among their cells, and with it what tells of a cell without a value."""

_PREFIX = rb"(?:[^\s<>/!?]+:)?"


def _tags(pattern: bytes) -> re.Pattern[bytes]:
    """A pattern in which "@" stands for the prefix of a tag, if any."""
    return re.compile(pattern.replace(b"@", _PREFIX), re.DOTALL)


_OTHER = rb"""(?:\s+(?!r\b)[\w:.-]+\s*=\s*(?:"[^"<>]*"|'[^'<>]*'))*+"""
_REFERENCE = rb"""(?:\s+r\s*=\s*(?:"[^"<>]*"|'[^'<>]*'))?+"""
_TAG = _tags(rb"<@(?:c|row)(?=[\s/>])")
_PLAIN_TAG = _tags(rb"<@(?:c|row)" + _OTHER + _REFERENCE + _OTHER + rb"\s*/?>")
_SHEET_DATA = _tags(rb"<@sheetData\b")
_NO_AREAS = rb"<mergeCells></mergeCells>"
_ROW = _tags(rb"""<@row\b(?:[^>]*?\sr\s*=\s*["']\s*(\d+))?""")
_CELL = _tags(rb"""<@c(?=[\s/>])(?:[^>]*?\sr\s*=\s*["']\s*([A-Za-z]+)(\d+))?""")
_PLACE = re.compile(rb"""\br\s*=\s*["']\s*([A-Za-z]+)(\d+)""")
_ERROR = _tags(rb"""<@c\s([^>]*\bt\s*=\s*["']e["'][^>]*)>(?:(?!</@c>).)*?<@v[^>]*>([^<]*)""")
_UNCALCULATED = _tags(
    rb"<@c\s([^>]*[^/>])>\s*<@f\b(?:[^>]*/>|[^>]*>[^<]*</@f>)\s*"
    rb"(<@v\s*/>|<@v>\s*</@v>)?\s*</@c>"
)
_AREA = rb"([A-Za-z]{1,3})(\d{1,7})(?::([A-Za-z]{1,3})(\d{1,7}))?"
_MERGED = _tags(rb"""<@mergeCell\b(?:[^>]*?\sref\s*=\s*["']""" + _AREA + rb"""["'])?""")
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


@dataclass(slots=True)
class Look:
    """What one pass over a sheet's XML tells.

    Attributes:
        styles: The cell styles that are looked for.
        small: Whether all cells lie within the first of the bounds.
        broken: (row, column) → why the cell's value cannot be had, in Vietnamese.
        styled: (row, column) → style, of the cells that bear one of `styles`.
        merged: The merged areas.
    """

    styles: frozenset[int] = frozenset()
    small: bool = True
    broken: dict[tuple[int, int], str] = field(default_factory=dict)
    styled: dict[tuple[int, int], int] = field(default_factory=dict)
    merged: list[Area] = field(default_factory=list)

    def over(self, stream: Iterable[bytes]) -> Iterator[bytes]:
        """Look over a sheet as it passes.

        Yields:
            Its bytes, with an empty list of merged areas before the cells: python-calamine reads a sheet a
            second time for that list, and stops at the first one.

        Raises:
            BadSheetError: If a row is larger than `ROW_BYTES`, the part is UTF-16, or a merged area has no
                reference.
        """
        bearing = _bearing(self.styles)
        begun = False
        for piece in _whole_rows(stream):
            prefixed = bool(_PREFIXED.search(piece))
            self.small = self.small and not prefixed and not _BEYOND[0][2].search(piece)
            if prefixed or any(rare in piece and mark.search(piece) for rare, mark in _MARKS):
                self.broken |= _broken(piece)
            if bearing:
                self.styled |= {_where(match[1]): int(match[2]) for match in bearing.finditer(piece)}
            if b"m" in piece and b"mergeCell" in piece:
                self.merged += map(_area, _MERGED.finditer(piece))
            cells = None if begun else _SHEET_DATA.search(piece)
            yield piece[: cells.start()] + _NO_AREAS + piece[cells.start() :] if cells else piece
            begun = begun or cells is not None

    def reach(self, stream: Stream) -> Reach:
        """How far the sheet reaches, after it was looked over; see `reach`."""
        rows, columns, _ = _BEYOND[0]
        return Reach(rows, columns, exact=False) if self.small else reach(stream)


def reach(stream: Stream) -> Reach:
    """Bound the rows and columns of a sheet: in one pass over the bytes where it is small, else exactly.

    Raises:
        BadSheetError: If a row is larger than `ROW_BYTES`, the part is UTF-16, or a reference is unclear.
    """
    for rows, columns, beyond in _BEYOND:
        if not any(_PREFIXED.search(piece) or beyond.search(piece) for piece in _whole_rows(stream())):
            return Reach(rows, columns, exact=False)
    return _measured(_whole_rows(stream()))


def _broken(piece: bytes) -> dict[tuple[int, int], str]:
    """The cells whose value cannot be had."""
    found = dict.fromkeys(_uncalculated(piece), UNCALCULATED)
    return found | {_where(match[1]): _error_words(match[2]) for match in _ERROR.finditer(piece)}


def _bearing(styles: Iterable[int]) -> re.Pattern[bytes] | None:
    wanted = "|".join(map(str, sorted(styles)))
    form = rf"""<@c\s([^>]*?\bs\s*=\s*["']({wanted})["'][^>]*)>"""
    return _tags(form.encode()) if wanted else None


def _area(match: re.Match[bytes]) -> Area:
    left, top, right, bottom = (group and group.decode() for group in match.groups())
    if not left:
        raise BadSheetError("có vùng gộp ô không rõ từ ô nào tới ô nào")
    first, last = (int(top), column_number(left)), (int(bottom or top), column_number(right or left))
    return Area(*first, *last)


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
    """Measure cells in any form; one without a reference may stand anywhere in its row.

    Raises:
        BadSheetError: If a cell or row has two references, which XML forbids, or ">" in an attribute: the
            reader could see another reference than the one measured.
    """
    lowest = widest = nameless_rows = nameless_cells = 0
    for piece in pieces:
        if len(_TAG.findall(piece)) != len(_PLAIN_TAG.findall(piece)):
            raise BadSheetError("có ô hoặc hàng ghi vị trí không rõ ràng")
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
