"""The one table of values: what a person wrote, or a cell holds, read as what a field asks for.

Every kind of file is read by it, so that the same value means the same, or is refused with the same words,
in YAML, JSON, CSV and XLSX. `docs/reference/values.md` is the table for people.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from functools import partial
from typing import Any, TypeAlias

from kcdocs.model.record import Value
from kcdocs.text.dates import day_of, parse_date, short_date
from kcdocs.text.normalise import bare
from kcdocs.text.numbers import read_number
from kcdocs.text.unclear import UnclearError

OPEN = "để trống"
"""The value that leaves a number or a date open for the registry office."""

Schema: TypeAlias = dict[str, Any]
"""A JSON Schema, or a part of one."""

ValueReader: TypeAlias = Callable[[Value], Value]
"""From a single value as its file holds it to the value a field asks for; raises `UnclearError`."""

_DATES = frozenset({"date", "ngay", "ngay-van-ban"})
_TRUE = frozenset({"có", "co", "đúng", "dung", "x", "true", "yes"})
_FALSE = frozenset({"không", "khong", "sai", "false", "no"})
"""Whole words only: with every mark left out "dừng" (stop) would be "đúng" (right)."""


class WrongKindError(UnclearError):
    """A value of another kind than its field: a day where a number belongs."""

    def __init__(self, value: Value, wanted: str, mend: str) -> None:
        super().__init__(f"Giá trị là {_said(value)}, trong khi ở đây cần {wanted}.", mend)


def reader(schema: Schema) -> ValueReader:
    """The reader of a field's values; texts come to it without spaces at their ends (see `single`).

    Args:
        schema: The field's part of a JSON Schema, references followed.
    """
    if "enum" in schema:
        return _choice(schema)
    if schema.get("format") in _DATES:
        return _date
    said = schema.get("type", "")
    types = [said] if isinstance(said, str) else [name for name in said if name != "null"]
    read = _READERS.get(types[0] if types else "", _as_it_stands)
    if read in (_integer, _number) and "unit" in schema:
        read = partial(read, unit=str(schema["unit"]))
    return _or_text(read) if "string" in types[1:] else read


def is_plain_text(schema: Schema) -> bool:
    """Whether a field takes any text: no date, and none of some values.

    Args:
        schema: The field's part of a JSON Schema, references followed.
    """
    return schema.get("type") == "string" and "enum" not in schema and schema.get("format") not in _DATES


def single(read: ValueReader, value: Value) -> Value:
    """A value read, a text without the spaces at its ends; a blank text is nothing, whatever is asked for.

    Raises:
        UnclearError: If it is not what the field asks for, or could be two things.
    """
    if isinstance(value, str):
        value = value.strip() or None
    return None if value is None else read(value)


def value_text(value: Value) -> str:
    """A single value as a message shows it."""
    if isinstance(value, bool):
        return "đúng" if value else "sai"
    if isinstance(value, datetime):
        return f"{value:%d/%m/%Y %H:%M}"
    if isinstance(value, date):
        return short_date(value)
    return str(value).replace(".", ",") if isinstance(value, Decimal) else str(value).strip()


def _as_it_stands(value: Value) -> Value:
    return value


def _text(value: Value) -> Value:
    if isinstance(value, str):
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    raise WrongKindError(
        value,
        "chữ",
        "ghi dưới dạng chữ, đúng như muốn in ra (bảng tính: ô dạng «Văn bản»; JSON: trong dấu nháy kép).",
    )


def _date(value: Value) -> Value:
    match value:
        case str():
            return _left_open(value) or parse_date(value)
        case datetime():
            return day_of(value)
        case date():
            return value
        case _:
            mend = "ghi ngày theo thứ tự ngày/tháng/năm, ví dụ 05/3/2026."
            raise WrongKindError(value, "ngày", mend)


def _integer(value: Value, unit: str = "") -> Value:
    number = _number_of(value, whole=True, unit=unit)
    if isinstance(number, Decimal):
        raise WrongKindError(value, "số nguyên", "ghi một số không có phần thập phân.")
    return number


def _number(value: Value, unit: str = "") -> Value:
    return _number_of(value, whole=False, unit=unit)


def _number_of(value: Value, *, whole: bool, unit: str) -> int | Decimal | str:
    if isinstance(value, str):
        return _left_open(value) or read_number(value, whole=whole, unit=unit)
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise WrongKindError(value, "số nguyên" if whole else "số", "chỉ ghi chữ số, ví dụ 1.234.567.")
    if isinstance(value, Decimal) and value == value.to_integral_value():
        return int(value)
    return value


def _boolean(value: Value) -> Value:
    if isinstance(value, bool):
        return value
    word = value.casefold() if isinstance(value, str) else ""
    if word in _TRUE or word in _FALSE:
        return word in _TRUE
    raise WrongKindError(value, "«có» hoặc «không»", "ghi có hoặc không.")


def _left_open(text: str) -> str:
    """The value that leaves a field open, if the text is it in any case of letters; else empty."""
    return OPEN if text.casefold() == OPEN else ""


def _or_text(read: ValueReader) -> ValueReader:
    """A reader of a field that takes a text too: what cannot be read is one."""

    def read_or_text(value: Value) -> Value:
        try:
            return read(value)
        except UnclearError:
            return _text(value)

    return read_or_text


def _choice(schema: Schema) -> ValueReader:
    """A reader of one of some values: by itself, or as the one that is written or labelled like it.

    "Sửa đổi, bổ sung" is "sua_doi_bo_sung", "Ký thay" and "KT." are "KT". What names none stays as it is.
    """
    labels = schema.get("labels", {})
    alike: dict[str, list[Value]] = {}
    for one in schema["enum"]:
        label = labels.get(one, "") if isinstance(one, str) else ""
        for key in {_letters(str(one)), _letters(str(label))} - {""}:
            alike.setdefault(key, []).append(one)

    def chosen(value: Value) -> Value:
        if not isinstance(value, str):
            return _text(value) if schema.get("type") == "string" else value
        meant = [value] if value in schema["enum"] else alike.get(_letters(value), [])
        return meant[0] if len(meant) == 1 else value

    return chosen


def _letters(text: str) -> str:
    return " ".join(re.findall("[a-z0-9]+", bare(text)))


def _said(value: Value) -> str:
    match value:
        case bool():
            return f"đúng/sai («{value_text(value)}»)"
        case datetime():
            return f"ngày giờ {value_text(value)}"
        case date():
            return f"ngày {value_text(value)}"
        case int() | Decimal():
            return f"số {value_text(value)}"
        case _:
            return f"«{value_text(value)}»"


_READERS: Mapping[str, ValueReader] = {
    "string": _text,
    "integer": _integer,
    "number": _number,
    "boolean": _boolean,
}


def texts_of(value: object) -> list[str]:
    """The texts of a field that the shipped sets have as a list; an office's own set may have it as one text.

    Args:
        value: What a record says; None if nothing.
    """
    items = value if isinstance(value, list | tuple) else [value]
    return [str(item) for item in items if item not in (None, "")]
