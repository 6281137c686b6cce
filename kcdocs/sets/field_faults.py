"""What can be wrong with the rows in which a person says what the fields of a set are."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from kcdocs.codes import Declared
from kcdocs.model.finding import Severity
from kcdocs.records import field_sheet as heads
from kcdocs.records.values import reader, single
from kcdocs.sets import field_kinds as kinds
from kcdocs.text.nearest import nearest
from kcdocs.text.unclear import UnclearError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from kcdocs.engine.asked import Asked
    from kcdocs.model.finding import Finding
    from kcdocs.records.field_sheet import FieldRow

UNKNOWN_KIND = Declared(
    "TP371",
    Severity.ERROR,
    "A type of field that there is not.",
    "Không có kiểu «{said}».",
    mend="Chọn một kiểu trong danh sách của ô{near}.",
)
MISSING_ROW = Declared(
    "TP372",
    Severity.ERROR,
    "A field that the template asks for and the sheet of fields does not have.",
    "Mẫu dùng trường «{path}» nhưng bảng không có hàng của trường ấy.",
    mend="Lập lại bảng bằng lệnh «kcdocs templates fields»; hoặc bỏ thẻ ấy trong tệp Word.",
)
UNKNOWN_ROW = Declared(
    "TP373",
    Severity.ERROR,
    "A row for a field that neither the template nor the set has.",
    "Không thẻ nào của mẫu dùng trường «{path}».",
    mend="{guess}Bỏ hàng này, hoặc gõ thẻ ấy vào tệp Word.",
)
WRONG_SHAPE = Declared(
    "TP374",
    Severity.ERROR,
    "A type that the template's use of the field rules out.",
    "Trường «{path}» ghi kiểu «{said}», nhưng mẫu dùng nó như {used}.",
    mend="Chọn {fitting}.",
)
BAD_EXAMPLE = Declared(
    "TP375",
    Severity.ERROR,
    "An example that is no value of its field.",
    "Ví dụ «{said}» không phải giá trị của kiểu «{kind}»: {why}",
    mend="Sửa ví dụ, hoặc chọn kiểu khác.",
)
CHOICES_NOT_TEXT = Declared(
    "TP376",
    Severity.ERROR,
    "Values to choose from in a field that is no text.",
    "Chỉ trường kiểu «chữ» mới ghi được các giá trị để chọn; trường «{path}» có kiểu «{kind}».",
    mend="Chọn kiểu «chữ», hoặc để trống ô này.",
)
EXAMPLE_NOT_CHOSEN = Declared(
    "TP377",
    Severity.ERROR,
    "An example that is none of the values to choose from.",
    "Ví dụ «{said}» không nằm trong các giá trị được nhận.",
    mend="Sửa ví dụ, hoặc thêm giá trị ấy.",
)
NO_TITLE = Declared(
    "TP378",
    Severity.ERROR,
    "A field without a name for people.",
    "Trường «{path}» chưa có tên gọi.",
    mend="Ghi tên mà người điền nhìn thấy.",
)

_SHAPES = {
    "list": ("một danh sách", "một kiểu «danh sách …»"),
    "rows": ("một danh sách có các trường con", "kiểu «danh sách nhóm»"),
    "group": ("một nhóm có các trường con", "kiểu «nhóm»"),
    "single": ("một giá trị", "một kiểu không phải nhóm, không phải danh sách"),
    "so": ("một số", "kiểu số, số nguyên, số tiền hoặc phần trăm"),
    "ngay": ("một ngày", "kiểu «ngày»"),
}
_FITTING = {
    "so": {"số", "số nguyên", "số tiền", "phần trăm", "chữ"},
    "ngay": {"ngày", "chữ"},
}
"""What a value used as a number or a day may be: a text too, which the filters read."""


def row_faults(
    rows: Sequence[FieldRow], asked: Mapping[str, Asked], known: Mapping[str, FieldRow]
) -> list[Finding]:
    """What keeps the rows from being a set's fields.

    Args:
        rows: The rows of the sheet.
        asked: Path → what the template asks of the field there, those of shared definitions left out.
        known: Path → the row of each field that the set has now.
    """
    paths = {row.path for row in rows}
    found = [fault for row in rows for fault in _of_row(row, asked.get(row.path), known)]
    if rows:
        place = rows[0].at("")
        absent = [path for path in asked if path in known and path not in paths and _above(path, paths)]
        found += [MISSING_ROW.at(place, path, path=path) for path in absent]
    return found


def _above(path: str, paths: Iterable[str]) -> bool:
    """Whether the group that a field is in has a row; if not, it alone is told."""
    group = path.rpartition(".")[0].removesuffix("[]")
    return not group or group in paths


def _of_row(row: FieldRow, asked: Asked | None, known: Mapping[str, FieldRow]) -> Iterator[Finding]:
    if row.path not in known:
        near = nearest(row.path, known)
        guess = f"Có phải là «{near}»? " if near else ""
        yield UNKNOWN_ROW.at(row.at(heads.PATH), row.path, path=row.path, guess=guess)
        return
    if not row.title:
        yield NO_TITLE.at(row.at(heads.TITLE), path=row.path)
    fixed = {kinds.SHARED, kinds.OTHER}
    if row.kind not in kinds.CORE and not (row.kind in fixed and known[row.path].kind == row.kind):
        near = nearest(row.kind, kinds.CORE)
        told = f"; có phải là «{near}»?" if near else ""
        yield UNKNOWN_KIND.at(row.at(heads.KIND), row.kind, said=row.kind, near=told)
        return
    yield from (make(row.at(heads.KIND)) for make in _shape(row, asked))
    yield from _values(row)


def _shape(row: FieldRow, asked: Asked | None) -> Iterator[Callable[..., Finding]]:
    if not asked or row.kind in {kinds.SHARED, kinds.OTHER}:
        return
    used = _used(asked)
    if used in _FITTING:
        fits = row.kind in _FITTING[used]
    else:
        fits = _shape_of(row.kind) == used or (used == "list" and row.kind.startswith(kinds.LIST))
    if not fits:
        words, fitting = _SHAPES[used]
        yield partial(
            WRONG_SHAPE.at, found=row.kind, path=row.path, said=row.kind, used=words, fitting=fitting
        )


def _used(asked: Asked) -> str:
    if asked.item:
        return "rows" if asked.item.fields else "list"
    return "group" if asked.fields else asked.kind or "single"


def _shape_of(kind: str) -> str:
    if kind.startswith(kinds.LIST):
        return "rows" if kind == kinds.ROWS else "list"
    return "group" if kind == kinds.GROUP else "single"


def _values(row: FieldRow) -> Iterator[Finding]:
    """What is wrong with the choices and the example."""
    single_kind = row.kind.removeprefix(f"{kinds.LIST} ")
    if row.choices and row.kind != kinds.TEXT and row.kind not in {kinds.OTHER, kinds.SHARED}:
        yield CHOICES_NOT_TEXT.at(row.at(heads.CHOICES), path=row.path, kind=row.kind)
    elif row.choices and row.example and row.example not in row.choices:
        yield EXAMPLE_NOT_CHOSEN.at(row.at(heads.EXAMPLE), row.example, said=row.example)
    schema = kinds.CORE.get(single_kind)
    if not schema or single_kind == kinds.GROUP or not row.example:
        return
    read = reader(schema)
    for said in heads.parted(row.example) if row.kind.startswith(kinds.LIST) else (row.example,):
        try:
            single(read, said)
        except UnclearError as fault:
            yield BAD_EXAMPLE.at(row.at(heads.EXAMPLE), said, said=said, kind=row.kind, why=str(fault))
