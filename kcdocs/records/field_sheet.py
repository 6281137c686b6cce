"""The sheet in which a person says what the fields of a set are: a row a field, written and read back."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from kcdocs.codes import Declared
from kcdocs.errors import ExitCode, FindingsError, KcdocsError
from kcdocs.model.finding import Place, Severity
from kcdocs.records.values import value_text
from kcdocs.sheet.grid import cell_name
from kcdocs.sheet.write import Column, Table, workbook
from kcdocs.sheet.xlsx import open_workbook
from kcdocs.text.nearest import nearest
from kcdocs.text.normalise import bare

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from kcdocs.model.finding import Finding
    from kcdocs.sheet.grid import CellValue

SHEET = "Các trường"

PATH, TITLE, KIND, REQUIRED, CHOICES, EXAMPLE, HINT, GROUP, SEARCH = (
    "Trường",
    "Tên gọi",
    "Kiểu",
    "Bắt buộc",
    "Chỉ nhận một trong",
    "Ví dụ",
    "Giải thích",
    "Phần của tờ khai",
    "Từ hay tìm",
)
"""The heads of the columns."""

_HEADS = (PATH, TITLE, KIND, REQUIRED, CHOICES, EXAMPLE, HINT, GROUP, SEARCH)
_NEEDED = _HEADS[:4]
_YES, _NO = "có", "không"
_LEAD = (
    "Sửa thẳng vào bảng này rồi lưu. Thứ tự các hàng là thứ tự khi điền.",
    "Cột «Trường» là tên trong thẻ của tệp Word nên giữ nguyên.",
)

NO_FIELD_COLUMNS = Declared(
    "RC160",
    Severity.ERROR,
    "A sheet of fields without its columns.",
    "Trang tính đầu không có hàng tiêu đề với các cột {missing}.",
    mend="Lập lại bảng bằng lệnh «kcdocs templates fields», rồi sửa trong bảng ấy.",
)
NEITHER_YES_NOR_NO = Declared(
    "RC161",
    Severity.ERROR,
    "A word in the column of required fields that is neither yes nor no.",
    "Cột «Bắt buộc» ghi «{said}».",
    mend="Ghi có hoặc không.",
)
TWICE = Declared(
    "RC162",
    Severity.ERROR,
    "A field in two rows.",
    "Trường «{path}» có hai hàng ({other} và hàng này).",
    mend="Bỏ một trong hai hàng.",
)


class NoFieldSheetError(KcdocsError):
    """The file of fields is no XLSX workbook by its name."""

    path: Path

    code = "RC163"
    exit_code = ExitCode.USAGE
    words = "Bảng trường phải là tệp .xlsx, không phải «{path.name}»."
    mend = "Lập bảng bằng lệnh «kcdocs templates fields», rồi lưu dưới dạng .xlsx."


class FieldSheetError(FindingsError):
    """Rows of a sheet of fields cannot be taken as they stand."""

    code = "RC164"
    exit_code = ExitCode.DATA
    words = "Bảng trường có {count} lỗi; chưa sửa bộ mẫu."
    mend = "Sửa các chỗ nêu trên trong bảng trường rồi chạy lại."


@dataclass(frozen=True, slots=True)
class FieldRow:
    """What a row says of a field.

    Attributes:
        path: Its path in a record ("nguoi_ky.ho_ten", "ds[].ten").
        title: What it is called.
        kind: Its type, in the words of the sheet.
        required: Whether it must be given.
        choices: The values it may have; empty for any.
        example: An example of its value; may be empty.
        hint: What to write, in a sentence; may be empty.
        group: The part of the page's form it stands in; may be empty.
        search: Words by which a person may look for it; may be empty.
        cells: Head of a column → where the row has its cell.
    """

    path: str
    title: str
    kind: str
    required: bool
    choices: tuple[str, ...] = ()
    example: str = ""
    hint: str = ""
    group: str = ""
    search: tuple[str, ...] = ()
    cells: dict[str, Place] = field(default_factory=dict, compare=False, repr=False)

    def at(self, head: str) -> Place:
        """Where the row has the cell of a column."""
        return self.cells.get(head, Place())


def field_sheet(rows: Iterable[FieldRow], kinds: Sequence[str], title: str) -> bytes:
    """An XLSX file with a row for each field; the same bytes for the same arguments.

    Args:
        rows: The fields in their order.
        kinds: The words for types, offered as a list.
        title: What the document is.
    """
    yes_no = (_YES, _NO)
    columns = (
        Column(PATH, 26, comment="Tên trong thẻ của tệp Word; giữ nguyên.", required=True),
        Column(TITLE, 30, comment="Tên người điền nhìn thấy.", required=True),
        Column(KIND, 22, comment="Chọn trong danh sách.", choices=tuple(kinds), required=True),
        Column(REQUIRED, 12, choices=yes_no, comment="Hồ sơ không có thì có báo lỗi không.", required=True),
        Column(
            CHOICES, 30, comment="Các giá trị được nhận, cách nhau bằng dấu chấm phẩy; để trống là tùy ý."
        ),
        Column(EXAMPLE, 30, comment="Một giá trị làm ví dụ; danh sách thì cách nhau bằng dấu chấm phẩy."),
        Column(HINT, 40, comment="Lời dặn người điền, một câu."),
        Column(GROUP, 22, comment="Các trường cùng phần đứng chung một khung trên trang điền."),
        Column(SEARCH, 30, comment="Từ người điền hay gọi trường này, cách nhau bằng dấu chấm phẩy."),
    )
    cells = [_cells(row) for row in rows]
    return workbook([Table(SHEET, columns, cells, form=True, lead=_LEAD)], title=title)


def _cells(row: FieldRow) -> list[str]:
    said = (row.path, row.title, row.kind, _YES if row.required else _NO, "; ".join(row.choices))
    return [*said, row.example, row.hint, row.group, "; ".join(row.search)]


def read_field_rows(path: Path) -> tuple[FieldRow, ...]:
    """The rows of a sheet of fields.

    Args:
        path: An XLSX file that `field_sheet` wrote and a person changed.

    Raises:
        NoFieldSheetError: If the file is no XLSX file by its name.
        FieldSheetError: If it has not its columns, or rows cannot be taken; all faults at once.
        KcdocsError: If it cannot be read.
    """
    if path.suffix.lower() != ".xlsx":
        raise NoFieldSheetError(path)
    book = open_workbook(path)
    sheet = SHEET if SHEET in book.sheets else book.sheets[0]
    place = Place(file=str(path), sheet=sheet)
    rows = enumerate(map(list, book.grid(sheet).rows), 1)
    heads = _heads(rows)
    if missing := [f"«{head}»" for head in _NEEDED if head not in heads]:
        raise FieldSheetError([NO_FIELD_COLUMNS.at(place, missing=", ".join(missing))])
    faults: list[Finding] = []
    found = [row for row in _read(rows, heads, place, faults) if row.path]
    faults += _twice(found)
    if faults:
        raise FieldSheetError(faults)
    return tuple(found)


def _heads(rows: Iterator[tuple[int, list[CellValue]]]) -> dict[str, int]:
    """Head → column from 0, of the first row that has that of the paths."""
    for _, cells in rows:
        said = [bare(_said(cell)) for cell in cells]
        if bare(PATH) in said:
            return {head: said.index(bare(head)) for head in _HEADS if bare(head) in said}
    return {}


def _read(
    rows: Iterable[tuple[int, list[CellValue]]], heads: dict[str, int], place: Place, faults: list[Finding]
) -> Iterator[FieldRow]:
    for number, cells in rows:
        said = {head: _said(cells[at]) if at < len(cells) else "" for head, at in heads.items()}
        cell = {
            head: Place(place.file, sheet=place.sheet, cell=cell_name(number, at + 1))
            for head, at in heads.items()
        }
        required = {_YES: True, _NO: False}.get(nearest(said[REQUIRED], (_YES, _NO)))
        if said[PATH] and required is None:
            faults.append(NEITHER_YES_NOR_NO.at(cell[REQUIRED], said=said[REQUIRED]))
        texts = {head: said.get(head, "") for head in _HEADS}
        yield FieldRow(
            texts[PATH],
            texts[TITLE],
            texts[KIND],
            bool(required),
            parted(texts[CHOICES]),
            texts[EXAMPLE],
            texts[HINT],
            texts[GROUP],
            parted(texts[SEARCH]),
            cell,
        )


def parted(text: str) -> tuple[str, ...]:
    """The values that a cell holds, parted by semicolons or lines."""
    return tuple(part.strip() for part in text.replace("\n", ";").split(";") if part.strip())


def _said(cell: CellValue) -> str:
    """What a cell shows: a number without a needless ".0", a day as people write it."""
    match cell:
        case float():
            return str(int(cell)) if cell.is_integer() else str(cell).replace(".", ",")
        case bool() | date() | str():
            return value_text(cell)
        case _:
            return str(cell)


def _twice(rows: Sequence[FieldRow]) -> Iterator[Finding]:
    first: dict[str, FieldRow] = {}
    for row in rows:
        if row.path in first:
            yield TWICE.at(row.at(PATH), row.path, path=row.path, other=f"ô {first[row.path].at(PATH).cell}")
        first.setdefault(row.path, row)
