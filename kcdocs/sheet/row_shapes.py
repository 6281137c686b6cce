"""Rows of a sheet by their shape: which columns, types and styles follow one another.

Programs write the rows of a table alike, so one pattern reads a row at a time, and what stands in a column
is turned into values a column at a time: that is what makes reading fast. A row in any other form is
rewritten by `odd_rows` first, and then read in the same way.

ECMA-376 Part 1, 18.3.1.73 (rows) and 18.3.1.4 (cells).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise, repeat
from typing import NamedTuple, TypeAlias

from kcdocs.sheet import limits
from kcdocs.sheet.cell_values import Values, text
from kcdocs.sheet.grid import CellValue, column_number
from kcdocs.sheet.odd_rows import as_programs_write, next_row
from kcdocs.sheet.xml_parts import BadSheetError, Head
from kcdocs.text.dates import short_date

Rows: TypeAlias = tuple[Sequence[int], Iterable[Sequence[CellValue]], int]
"""Numbers of rows, the cells of each from column A on, and how many the longest has."""


UNCALCULATED = "Ô có công thức nhưng tệp không lưu kết quả."

_START = rb'<row r="(\d{1,9}+)"[^<>]*+>'
_FORMULA = rb"<f[^<>]*+(?:(?<=/)>|(?<!/)>[^<]*+</f>)"
_OPENING = rb'<v>|<is><t(?: xml:space="preserve"|)>'
_CLOSING = rb"</v>|</t></is>"
# An alternative to nothing is decided by its first letter, which an optional group is not.
_CELL = re.compile(
    rb'<c r="([A-Z]{1,3})(\d++)"(?: s="(\d{1,9}+)"|)(?: t="(\w++)"|)(?:(/)>|>('
    rb"%b|)(?:(%b)([^<]*+)(?:%b)|)</c>)" % (_FORMULA, _OPENING, _CLOSING)
)
_ROW = re.compile(_START + rb"((?>(?:%b)*))</row>" % re.sub(rb"\((?!\?)", b"(?:", _CELL.pattern))
_NUMBER = rb"[-+.\deE]++"
_WRITTEN = {b"": _NUMBER, b"n": _NUMBER, b"s": rb"\d{1,9}+"}
_NEVER = re.compile(rb"(?!)")
_NUMERIC = (b"", b"n")
_ROW_TAG = re.compile(rb"<row [^<>]*>")
_HIDDEN = re.compile(rb'\shidden="(?:1|true)"')
_ROW_NUMBER = re.compile(rb'\sr="(\d{1,9})"')


class Slot(NamedTuple):
    """A cell of a shape, in the bytes it is written in.

    Attributes:
        letters: Its column.
        style: Number of its style; empty if it has none.
        kind: Its type; empty for a number.
        closed: "/" if its tag has no end tag.
        formula: Whether it has a formula.
        opening: The tags before its value; empty if it has none.
    """

    letters: bytes
    style: bytes
    kind: bytes
    closed: bytes
    formula: bool
    opening: bytes

    @property
    def pattern(self) -> bytes:
        """What matches such a cell in a row whose number is the first group; a group for its value."""
        style = b' s="' + self.style + b'"' if self.style else b""
        kind = b' t="' + self.kind + b'"' if self.kind else b""
        tag = b'<c r="' + self.letters + rb'\1"' + style + kind
        if self.closed:
            return tag + b"/>"
        closing = b"</v>" if self.opening == b"<v>" else b"</t></is>"
        value = self.opening + b"(" + self.written + b")" + closing if self.opening else b""
        return tag + b">" + (_FORMULA if self.formula else b"") + value + b"</c>"

    @property
    def written(self) -> bytes:
        """A pattern for the value as the file writes it."""
        return _WRITTEN.get(self.kind, rb"[^<]*+")


@dataclass(frozen=True, slots=True)
class Remarks:
    """What is to be said of cells, by (row, column); it grows as rows are read.

    Attributes:
        broken: Why a cell's value cannot be had, in Vietnamese.
        words: Cell → what its format shows beside the number.
        percent: Cells that show a number times a hundred.
        padded: How many digits a number shows at least.
        places: How many decimals a number with decimals shows.
        other: Cells that show another number than they hold.
        dressed: Cells that show a number as more than its digits.
        hidden: Numbers of the rows that nobody sees.
    """

    broken: dict[tuple[int, int], str] = field(default_factory=dict)
    percent: set[tuple[int, int]] = field(default_factory=set)
    words: dict[tuple[int, int], str] = field(default_factory=dict)
    padded: dict[tuple[int, int], int] = field(default_factory=dict)
    places: dict[tuple[int, int], int] = field(default_factory=dict)
    other: set[tuple[int, int]] = field(default_factory=set)
    dressed: set[tuple[int, int]] = field(default_factory=set)
    hidden: set[int] = field(default_factory=set)


class RowShape:
    """Rows that are written alike.

    Args:
        slots: Their cells.
        values: The values of the workbook.

    Attributes:
        pattern: Matches such a row, with groups for its number and for each value; nothing until it was
            learnt.
        after: The shape that last followed it.

    Raises:
        BadSheetError: If the cells do not follow one another, or have a type that there is not.
    """

    __slots__ = ("_cells", "_values", "_width", "after", "pattern")

    def __init__(self, slots: Sequence[Slot], values: Values) -> None:
        places = [column_number(slot.letters.decode()) for slot in slots]
        if any(first >= second for first, second in pairwise(places)):
            raise BadSheetError("có hàng mà các ô không theo thứ tự")
        self._cells = [
            (place, slot, values.column(slot.kind.decode(), int(slot.style or 0)))
            for place, slot in zip(places, slots, strict=True)
        ]
        self._values = values
        self._width = max(places, default=0)
        self.pattern = _NEVER
        self.after: RowShape = self

    def learn(self) -> None:
        """Make its pattern, if it is not too wide to be worth one."""
        if self.pattern is _NEVER and len(self._cells) <= limits.WIDEST_SHAPE:
            cells = b"".join(slot.pattern for _, slot, _ in self._cells)
            self.pattern = re.compile(_START + cells + b"</row>")

    def rows(self, found: Sequence[Sequence[bytes]], remarks: Remarks) -> Rows:
        """The rows.

        Args:
            found: The groups of its pattern for each row.
            remarks: Where to put what is to be said of cells.
        """
        written = zip(*found, strict=True)
        numbers = list(map(int, next(written)))
        columns: list[Iterable[CellValue]] = [("",) * len(found)] * self._width
        for place, slot, column in self._cells:
            values = next(written) if slot.opening else ()
            if values:
                columns[place - 1] = cells = column(values)
                self._no_days(numbers, place, slot, cells, remarks)
            self._remark(numbers, place, slot, values, remarks)
        rows = zip(*columns, strict=True) if columns else repeat((), len(found))
        return numbers, rows, self._width

    def _no_days(
        self, numbers: Sequence[int], place: int, slot: Slot, cells: Sequence[CellValue], remarks: Remarks
    ) -> None:
        """Note the cells of a date style or type that hold no day: a telephone number, a damaged date."""
        for index in self._values.misfits(slot.kind.decode(), int(slot.style or 0), cells):
            cell = cells[index]
            said = f"{cell:.15g}" if isinstance(cell, float) else cell[:40] if isinstance(cell, str) else ""
            remarks.broken[numbers[index], place] = (
                f"Ô định dạng ngày nhưng chứa «{said}», không phải ngày nào."
            )
        if int(slot.style or 0) in self._values.formats.partial:
            for number, cell in zip(numbers, cells, strict=True):
                if isinstance(cell, date):
                    said = f"Ô chứa ngày {short_date(cell)} nhưng chỉ hiển thị một phần."
                    remarks.broken[number, place] = said

    def _remark(
        self, numbers: Sequence[int], place: int, slot: Slot, values: Sequence[bytes], remarks: Remarks
    ) -> None:
        """Note what is wrong or peculiar with the cells of a column."""
        style, formats = int(slot.style or 0), self._values.formats
        if slot.kind == b"e":
            remarks.broken.update(
                ((number, place), f"Ô có giá trị lỗi {text(value)}.")
                for number, value in zip(numbers, values, strict=False)
            )
        if slot.formula and not slot.opening:
            remarks.broken.update(((number, place), UNCALCULATED) for number in numbers)
        if style in formats.percent:
            remarks.percent.update((number, place) for number in numbers)
        if width := formats.padded.get(style):
            remarks.padded.update(((number, place), width) for number in numbers)
        if slot.kind not in _NUMERIC:
            return
        written = zip(numbers, values, strict=False)
        if (shown := formats.places.get(style)) is not None:
            remarks.places.update(((number, place), shown) for number, value in written if _fractional(value))
        if said := formats.words.get(style):
            remarks.words.update(((number, place), said) for number in numbers)
        remarks.other.update((number, place) for number in self._otherwise(numbers, values, style))
        if style in formats.dressed:
            remarks.dressed.update(zip(numbers, repeat(place)))
        elif style in formats.general and values and max(map(len, values)) > limits.GENERAL_DIGITS:
            lengths = zip(numbers, map(len, values), strict=False)
            remarks.dressed.update((number, place) for number, n in lengths if n > limits.GENERAL_DIGITS)

    def _otherwise(self, numbers: Sequence[int], values: Sequence[bytes], style: int) -> Iterator[int]:
        """The rows whose cells show another number than they hold."""
        formats, written = self._values.formats, zip(numbers, values, strict=False)
        if style in formats.other:
            yield from numbers
        if style in formats.unsigned:
            yield from (number for number, value in written if value.startswith(b"-"))
        if style in formats.zeroless:
            yield from (number for number, value in zip(numbers, values, strict=False) if not float(value))


class RowReader:
    """Reads the rows of one sheet.

    Args:
        head: What stands before them.
        values: The values of the workbook.
        remarks: Where to put what is to be said of cells.
    """

    def __init__(self, head: Head, values: Values, remarks: Remarks) -> None:
        self._head, self._values, self._remarks = head, values, remarks
        self._shapes: dict[tuple[Slot, ...], RowShape] = {}
        self._last = RowShape((), values)
        self._number = 0

    def rows(self, piece: bytes) -> Rows:
        """The rows of a piece that holds whole ones, in their order.

        Raises:
            BadSheetError: If the XML is damaged, or a cell holds what its type does not.
        """
        if b' hidden="' in piece:
            self._remarks.hidden.update(_hidden(piece))
        order: list[RowShape] = []
        found: dict[RowShape, list[Sequence[bytes]]] = {}
        for shape, groups in self._groups(piece):
            order.append(shape)
            found.setdefault(shape, []).append(groups)
        made = {shape: shape.rows(groups, self._remarks) for shape, groups in found.items()}
        if len(made) == 1:
            return made[order[0]]
        numbers = {shape: iter(rows[0]) for shape, rows in made.items()}
        cells = {shape: iter(rows[1]) for shape, rows in made.items()}
        widest = max((rows[2] for rows in made.values()), default=0)
        return [next(numbers[shape]) for shape in order], (next(cells[shape]) for shape in order), widest

    def _groups(self, piece: bytes) -> Iterator[tuple[RowShape, Sequence[bytes]]]:
        """The shape of each row, and what its pattern finds in it."""
        position, shape = 0, self._last
        while position < len(piece):
            match = shape.pattern.match(piece, position)
            if not match and (match := shape.after.pattern.match(piece, position)):
                shape = shape.after
            if match:
                groups: Sequence[bytes] = match.groups()
                position = match.end()
            else:
                row, position = next_row(piece, position)
                if not row:
                    break
                before, (shape, groups) = shape, self._looked_over(row)
                before.after = shape
            if (number := int(groups[0])) <= self._number:
                raise BadSheetError(f"có hàng {number} đứng sau hàng {self._number}")
            self._number = number
            yield shape, groups
        self._last = shape

    def _looked_over(self, row: bytes) -> tuple[RowShape, Sequence[bytes]]:
        """The shape of a row of which no pattern is known."""
        match = _ROW.fullmatch(row) or _ROW.fullmatch(as_programs_write(self._head, row, self._number))
        if not match:
            raise BadSheetError("có hàng không rõ nghĩa")
        number, cells = match.groups()
        slots, values = [], [number]
        for letters, place, style, kind, closed, formula, opening, value in _CELL.findall(cells):
            if place != number:
                raise BadSheetError(f"hàng {number.decode()} có ô ghi vị trí không rõ ràng")
            slot = Slot(letters, style, kind, closed, bool(formula), opening)
            if not value and kind in _WRITTEN:
                slot = slot._replace(opening=b"")
            elif opening:
                _check(slot, value)
                values.append(value)
            slots.append(slot)
        return self._shape(tuple(slots)), values

    def _shape(self, slots: tuple[Slot, ...]) -> RowShape:
        if known := self._shapes.get(slots):
            known.learn()
            return known
        shape = RowShape(slots, self._values)
        if len(self._shapes) < limits.MOST_SHAPES:
            self._shapes[slots] = shape
        return shape


def _fractional(written: bytes) -> bool:
    """Whether a number may have decimals, by how it is written."""
    return b"." in written or b"E" in written or b"e" in written


def _hidden(piece: bytes) -> Iterator[int]:
    """The numbers of the rows that are hidden, by hand or by a filter."""
    for tag in _ROW_TAG.findall(piece):
        if _HIDDEN.search(tag) and (number := _ROW_NUMBER.search(tag)):
            yield int(number[1])


def _check(slot: Slot, value: bytes) -> None:
    if not re.fullmatch(slot.written, value):
        said = value[:20].decode("utf-8", "replace")
        raise BadSheetError(f"cột {slot.letters.decode()} có ô ghi «{said}», không đúng kiểu của ô")
