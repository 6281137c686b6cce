"""The value of a cell, by what the schema says its column holds."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import TypeAlias

from kcdocs.model.record import Value
from kcdocs.records.table_layout import Schema
from kcdocs.records.values import clean
from kcdocs.sheet.grid import Cell
from kcdocs.text.dates import day_of, parse_date
from kcdocs.text.normalise import bare
from kcdocs.text.numbers import read_number
from kcdocs.text.unclear import UnclearError

Converter: TypeAlias = Callable[[Cell], Value]

_OPEN = bare("để trống")
_DATES = frozenset({"date", "ngay", "ngay-van-ban"})
_TRUE, _FALSE = frozenset({"co", "dung", "x", "true", "yes"}), frozenset({"khong", "sai", "false", "no"})
_EXACT = 10**15


class BadCellError(UnclearError):
    """A cell that does not hold what its column asks for."""


def converter(schema: Schema) -> Converter:
    """The reader of a column's cells.

    Args:
        schema: The field's part of the schema, references followed.

    Returns:
        A function from a cell that is not empty to a value; it raises `UnclearError`.
    """
    if schema.get("format") in _DATES:
        return _date
    match _type(schema):
        case "integer":
            return _integer
        case "number":
            return _number
        case "boolean":
            return _boolean
        case "array":
            return _items(converter(schema.get("items", {})))
        case _:
            return _text


def _type(schema: Schema) -> str:
    kind = schema.get("type", "string")
    return str(kind if isinstance(kind, str) else next(name for name in kind if name != "null"))


def plain_text(cell: Cell) -> str:
    """What a cell says as a key: its text, or its whole number in digits."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return clean(str(cell)).strip()


def _text(cell: Cell) -> Value:
    if isinstance(cell, str):
        return clean(cell).strip()
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < _EXACT:
        return str(int(cell))
    raise BadCellError(
        f"Ô chứa {_said(cell)}, trong khi cột này là chữ.",
        "đổi định dạng ô sang «Văn bản» (Text) rồi gõ lại đúng như muốn in ra.",
    )


def _date(cell: Cell) -> Value:
    match cell:
        case datetime():
            return day_of(cell)
        case date():
            return cell
        case str():
            return cell.strip() if bare(cell.strip()) == _OPEN else parse_date(cell)
        case _:
            raise BadCellError(
                f"Ô chứa {_said(cell)}, trong khi cột này là ngày.",
                "gõ lại ngày theo thứ tự ngày/tháng/năm, ví dụ 05/3/2026.",
            )


def _integer(cell: Cell) -> Value:
    number = _number_of(cell, whole=True)
    if isinstance(number, Decimal):
        raise BadCellError(f"Ô chứa {_said(cell)}, trong khi cột này là số nguyên.", "nhập một số nguyên.")
    return number


def _number(cell: Cell) -> Value:
    return _number_of(cell, whole=False)


def _number_of(cell: Cell, *, whole: bool) -> int | Decimal | str:
    if isinstance(cell, float) and abs(cell) < _EXACT:
        return int(cell) if cell.is_integer() else Decimal(repr(cell))
    if isinstance(cell, float):
        raise BadCellError(
            "Số có hơn 15 chữ số nên bảng tính đã làm mất các chữ số cuối.", "nhập lại số, ngắn hơn."
        )
    if not isinstance(cell, str):
        raise BadCellError(
            f"Ô chứa {_said(cell)}, trong khi cột này là số.", "đổi định dạng ô rồi gõ lại số."
        )
    return cell.strip() if bare(cell.strip()) == _OPEN else read_number(cell, whole=whole)


def _boolean(cell: Cell) -> Value:
    if isinstance(cell, bool):
        return cell
    word = bare(cell).strip() if isinstance(cell, str) else ""
    if word in _TRUE | _FALSE:
        return word in _TRUE
    raise BadCellError(
        f"Ô chứa {_said(cell)}, trong khi cột này chỉ nhận «có» hoặc «không».", "ghi có hoặc không."
    )


def _items(convert: Converter) -> Converter:
    """A list in one cell, one item a line; a semicolon may stand within an item, so it separates nothing."""

    def convert_items(cell: Cell) -> Value:
        if not isinstance(cell, str):
            return [convert(cell)]
        return [convert(part) for part in map(str.strip, clean(cell).split("\n")) if part]

    return convert_items


def _said(cell: Cell) -> str:
    match cell:
        case bool():
            return "giá trị đúng/sai"
        case datetime():
            return f"ngày giờ {cell:%d/%m/%Y %H:%M}"
        case date():
            return f"ngày {cell:%d/%m/%Y}"
        case time() | timedelta():
            return "giờ hoặc khoảng thời gian"
        case float():
            return f"số {cell:g}".replace(".", ",") if abs(cell) < _EXACT else "số có hơn 15 chữ số"
        case str():
            return f"«{cell}»"
