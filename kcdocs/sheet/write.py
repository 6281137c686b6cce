"""Write XLSX workbooks: plain tables with headed, commented, validated columns; the same bytes every time."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import IO, Any, TypeAlias

import xlsxwriter

from kcdocs.errors import ExitCode, KcdocsError
from kcdocs.model.finding import Place
from kcdocs.sheet import limits
from kcdocs.sheet.grid import cell_name

LISTS = "_danh_muc"
"""Name of the hidden sheet that holds the lists of allowed values."""


A4 = 9
"""Number of the paper size in the format; the only paper of a Vietnamese office."""

_EPOCH = datetime(2000, 1, 1, tzinfo=UTC)

_BOUNDS = {"criteria": "between", "minimum": -limits.MOST_ENTERED, "maximum": limits.MOST_ENTERED}
_FONT = {"font_name": "Times New Roman", "font_size": 12, "text_wrap": True, "valign": "top"}


class ColumnKind(StrEnum):
    """What a column holds."""

    TEXT = "chu"
    INTEGER = "so-nguyen"
    NUMBER = "so"
    DATE = "ngay"
    BOOLEAN = "co-khong"


class Look(StrEnum):
    """How a run of text looks; removed and added words differ in more than colour."""

    PLAIN = "thuong"
    BOLD = "dam"
    ITALIC = "nghieng"
    ADDED = "them"
    REMOVED = "bo"


Rich: TypeAlias = Sequence[tuple[str, Look]]
"""The text of a cell in runs of different look."""

Content: TypeAlias = "str | int | Decimal | date | bool | Rich | None"
"""What a cell can be given."""

_LOOKS: Mapping[Look, Mapping[str, Any]] = {
    Look.PLAIN: {},
    Look.BOLD: {"bold": True},
    Look.ITALIC: {"italic": True},
    Look.ADDED: {"font_color": "#1F4E9E", "underline": 1},
    Look.REMOVED: {"font_color": "#A61C1C", "font_strikeout": True},
}
_NUMBER_FORMATS = {
    ColumnKind.TEXT: "@",
    ColumnKind.INTEGER: "#,##0",
    ColumnKind.NUMBER: "General",
    ColumnKind.DATE: "dd/mm/yyyy",
    ColumnKind.BOOLEAN: "@",
}


class CellTooLongError(KcdocsError):
    """A text longer than a cell of an XLSX file can hold."""

    sheet: str
    cell: str
    length: int

    code = "SH201"
    exit_code = ExitCode.DATA
    words = "Nội dung dài {length} ký tự, một ô XLSX chỉ chứa được {most}."
    mend = "Chọn định dạng khác (HTML, DOCX, JSON) cho kết quả này."

    def where(self) -> Place:
        """The file, and where in it."""
        return Place(sheet=self.sheet, cell=self.cell)

    @property
    def most(self) -> int:
        """How long it may be."""
        return limits.LONGEST_TEXT


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table.

    Attributes:
        title: Its header.
        width: In characters of the default font.
        kind: What it holds; sets the cells' format and, with `choices`, their validation.
        comment: Shown when the pointer is over the header; empty for none.
        choices: The values allowed, shown as a list; empty for any.
        required: Whether the header is marked as one that must be filled in.
        hidden: Whether it is for the machine only, neither shown nor printed.
    """

    title: str
    width: float = 18
    kind: ColumnKind = ColumnKind.TEXT
    comment: str = ""
    choices: tuple[str, ...] = ()
    required: bool = False
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet with one table: a header row, then rows.

    Attributes:
        name: The sheet's name; see `sheet_name`.
        columns: Its columns.
        rows: Its rows, as long as `columns` at most; None leaves a cell empty.
        form: Whether people will fill it in: empty rows are formatted and validated.
        title: What the sheet is called, a row for each line across all columns, in the middle.
        lead: What stands between title and header, a row for each text across all columns.
        filtered: Whether the header lets rows be chosen by their values.
    """

    name: str
    columns: tuple[Column, ...]
    rows: Iterable[Sequence[Content]] = ()
    form: bool = False
    title: tuple[str, ...] = ()
    lead: tuple[str, ...] = ()
    filtered: bool = False


def workbook(tables: Sequence[Table], *, title: str = "") -> bytes:
    """An XLSX file.

    Text is written as text whatever it begins with, so no value becomes a formula. The same tables give the
    same bytes.

    Args:
        tables: Its sheets, in the order of the tabs; their names are unique.
        title: The document property of that name.

    Raises:
        CellTooLongError: If a text is longer than `limits.LONGEST_TEXT`.
    """
    target = io.BytesIO()
    _write(target, tables, title, {"in_memory": True})
    return target.getvalue()


def write_workbook(target: IO[bytes], tables: Sequence[Table], *, title: str = "") -> None:
    """Write an XLSX file row by row, so that a long table takes no more memory; else as `workbook`.

    Args:
        target: An open file.
        tables: Its sheets.
        title: The document property of that name.
    """
    _write(target, tables, title, {"constant_memory": True})


def _write(target: IO[bytes], tables: Sequence[Table], title: str, options: Mapping[str, bool]) -> None:
    book = xlsxwriter.Workbook(target, dict(options))
    book.set_properties({"title": title, "created": _EPOCH})
    book.formats[0].set_font_name("Times New Roman")
    writer = _Writer(book)
    for table in tables:
        writer.table(table)
    writer.lists()
    book.close()


def sheet_name(title: str, taken: Iterable[str] = ()) -> str:
    """A title as the name of a sheet: without the characters the format forbids, at most 31, unique.

    Args:
        title: For example "Thành phần hồ sơ: bản chính/bản sao".
        taken: Names already in use.
    """
    plain = " ".join("".join(" " if char in "[]:*?/\\" else char for char in title).split()).strip("'")
    used = {name.casefold() for name in taken}
    name, number = plain[: limits.LONGEST_SHEET_NAME].strip() or "Trang", 1
    while name.casefold() in used:
        number += 1
        name = f"{plain[: limits.LONGEST_SHEET_NAME - len(str(number)) - 1].strip()} {number}"
    return name


class _Writer:
    """One workbook being written."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._formats: dict[tuple[Any, ...], Any] = {}
        self._lists: list[tuple[str, ...]] = []

    def table(self, table: Table) -> None:
        head = len(table.title) + len(table.lead)
        sheet = self._book.add_worksheet(table.name)
        _set_page(sheet, head)
        self._lead(sheet, table)
        _raise_row(sheet, head, table.columns, [column.title for column in table.columns])
        for number, column in enumerate(table.columns):
            self._column(sheet, head, number, column, form=table.form)
        looks = [self._format(num_format=_NUMBER_FORMATS[column.kind]) for column in table.columns]
        row = head
        for row, cells in enumerate(table.rows, head + 1):
            _raise_row(sheet, row, table.columns, cells)
            for number, (look, content) in enumerate(zip(looks, cells, strict=False)):
                self._cell(sheet, row, number, look, content)
        if table.filtered:
            sheet.autofilter(head, 0, row, len(table.columns) - 1)

    def _lead(self, sheet: Any, table: Table) -> None:
        """Texts across the columns that are seen; those behind the last seen one stay empty."""
        seen = [number for number, column in enumerate(table.columns) if not column.hidden]
        width = sum(table.columns[number].width for number in seen)
        middle = self._format(bold=True, align="center", text_wrap=True)
        told = self._format(bold=True, italic=True, text_wrap=True)
        lines = [*((text, middle) for text in table.title), *((text, told) for text in table.lead)]
        for row, (text, look) in enumerate(lines):
            sheet.set_row(row, min(limits.HIGHEST_ROW, _lines(text, width) * limits.LINE))
            sheet.merge_range(row, 0, row, seen[-1], "", look)
            sheet.write_string(row, 0, text, look)

    def lists(self) -> None:
        if not self._lists:
            return
        sheet = self._book.add_worksheet(LISTS)
        sheet.hide()
        for number, choices in enumerate(self._lists):
            sheet.write_column(0, number, choices)

    def _column(self, sheet: Any, head: int, number: int, column: Column, *, form: bool) -> None:
        shade = "#DDEBF7" if column.required else "#F2F2F2"
        header = self._format(bold=True, bg_color=shade, border=1, align="center")
        sheet.write_string(head, number, column.title, header)
        look = self._format(num_format=_NUMBER_FORMATS[column.kind])
        sheet.set_column(number, number, column.width, look, {"hidden": column.hidden})
        if column.comment:
            sheet.write_comment(head, number, column.comment, {"x_scale": 2, "y_scale": 1.5})
        if form and (rule := self._rule(column)):
            sheet.data_validation(head + 1, number, head + limits.FORM_ROWS, number, rule)

    def _rule(self, column: Column) -> dict[str, Any] | None:
        stop = {"error_title": "Giá trị chưa đúng", "input_title": column.title[:32]}
        if column.choices:
            self._lists.append(column.choices)
            letters = cell_name(1, len(self._lists))[:-1]
            source = f"='{LISTS}'!${letters}$1:${letters}${len(column.choices)}"
            return stop | {
                "validate": "list",
                "source": source,
                "error_message": "Chọn một giá trị trong danh sách.",
            }
        match column.kind:
            case ColumnKind.INTEGER:
                return stop | _BOUNDS | {"validate": "integer", "error_message": "Nhập một số nguyên."}
            case ColumnKind.NUMBER:
                return stop | _BOUNDS | {"validate": "decimal", "error_message": "Nhập một số."}
            case _:
                return None

    def _cell(self, sheet: Any, row: int, number: int, look: Any, content: Content) -> None:
        match content:
            case None | "":
                return
            case str():
                _check(sheet.name, row, number, len(content))
                sheet.write_string(row, number, content, look)
            case bool():
                sheet.write_string(row, number, "có" if content else "không", look)
            case int() | Decimal() if abs(content) < 10**limits.EXACT_DIGITS:
                sheet.write_number(row, number, content, look)
            case int() | Decimal():
                sheet.write_string(row, number, str(content), look)
            case date():
                sheet.write_datetime(row, number, content, self._format(num_format="dd/mm/yyyy"))
            case _:
                self._rich(sheet, row, number, content)

    def _rich(self, sheet: Any, row: int, number: int, content: Rich) -> None:
        runs = _joined(content)
        _check(sheet.name, row, number, sum(len(text) for text, _ in runs))
        if len(runs) < 2:
            for text, look in runs:
                sheet.write_string(row, number, text, self._format(**_LOOKS[look]))
            return
        pieces = [piece for text, look in runs for piece in (self._format(**_LOOKS[look]), text)]
        sheet.write_rich_string(row, number, *pieces, self._format())

    def _format(self, **properties: Any) -> Any:
        key = tuple(sorted(properties.items()))
        if key not in self._formats:
            self._formats[key] = self._book.add_format({**_FONT, **properties})
        return self._formats[key]


def _joined(content: Rich) -> list[tuple[str, Look]]:
    """The runs, neighbours of one look in one: a cell of one look is no rich text, which takes long.

    A break of line has no look of its own.
    """
    runs: list[tuple[str, Look]] = []
    for text, look in content:
        if runs and (look is runs[-1][1] or text == "\n"):
            runs[-1] = (runs[-1][0] + text, runs[-1][1])
        elif text:
            runs.append((text, look))
    return runs


def _set_page(sheet: Any, head: int) -> None:
    """A4 across, all columns on one page; the header row stays in sight and is printed on every page."""
    sheet.freeze_panes(head + 1, 0)
    sheet.set_paper(A4)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(head)


def _raise_row(sheet: Any, row: int, columns: Sequence[Column], cells: Sequence[Content]) -> None:
    """Make a row as high as its longest text: LibreOffice does not, and lets lines lie over one another."""
    lines = max(map(_lines, cells, (column.width for column in columns)), default=1)
    if lines > 1:
        sheet.set_row(row, min(limits.HIGHEST_ROW, lines * limits.LINE))


def _lines(content: Content, width: float) -> int:
    """How many lines a text takes, rather one more than one less."""
    if not content or isinstance(content, (int, Decimal, date)):
        return 1
    words = content if isinstance(content, str) else "".join(run for run, _ in content)
    fit = max(width * limits.LEAST_FILLED, width - limits.RAGGED)
    if len(words) < fit and "\n" not in words:
        return 1
    return sum(1 + int(len(line) / fit) for line in words.split("\n"))


def _check(sheet: str, row: int, number: int, length: int) -> None:
    if length > limits.LONGEST_TEXT:
        raise CellTooLongError(sheet, cell_name(row + 1, number + 1), length)
