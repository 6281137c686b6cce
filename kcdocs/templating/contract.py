"""Checking a record against its contract: every fault at once, in Vietnamese, with its place."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import jsonschema_rs

from kcdocs.model.finding import Finding, Severity
from kcdocs.templating.schema import OPEN, read_date
from kcdocs.text.nearest import nearest

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kcdocs.model.finding import Place
    from kcdocs.model.record import Record, Value
    from kcdocs.templating.schema import Contract, Schema

_TYPES = {
    "string": "một đoạn chữ",
    "integer": "một số nguyên",
    "number": "một số (phần nghìn cách bằng dấu chấm, phần thập phân bằng dấu phẩy)",
    "boolean": "«có» hoặc «không»",
    "array": "một danh sách (mỗi mục một dòng bắt đầu bằng dấu gạch)",
    "object": "một nhóm trường",
}


def data_faults(contract: Contract, record: Record) -> list[Finding]:
    """What keeps a record from being filled in.

    Returns:
        Missing and unknown fields, wrong types, values that are not allowed, ordered by their place.
    """
    instance = _plain(contract.typed(record.data))
    errors = _validator(contract).iter_errors(instance)
    faults = [fault for error in errors for fault in _findings(contract, record, error)]
    return sorted(dict.fromkeys(faults), key=lambda fault: (fault.place.line, fault.place.field))


@lru_cache(maxsize=64)
def _validator(contract: Contract) -> jsonschema_rs.Draft202012Validator:
    formats = {"ngay": _is_date, "ngay-van-ban": _is_date_or_open}
    return jsonschema_rs.Draft202012Validator(contract.schema, validate_formats=True, formats=formats)


def _findings(contract: Contract, record: Record, error: jsonschema_rs.ValidationError) -> list[Finding]:
    path = _dotted(error.instance_path)
    kind: Any = error.kind
    match kind.name:
        case "required":
            return [_missing(contract, record, path, kind.property)]
        case "additionalProperties" | "unevaluatedProperties":
            return [_unknown(contract, record, path, name) for name in kind.unexpected]
        case "anyOf":
            return [_none_of(contract, record, path)]
        case _:
            return [_wrong(contract, record, path, error.instance, kind)]


def _missing(contract: Contract, record: Record, path: str, name: str) -> Finding:
    field = _join(path, name)
    part = _schema_at(contract, field)
    empty = field in record.places
    title = part.get("title", name)
    message = f"Trường «{name}» ({title}) chưa có giá trị." if empty else f"Thiếu trường «{name}» ({title})."
    example = part.get("examples", [""])[0]
    expected = str(part.get("description", ""))
    shown = (
        f"Ghi thêm, ví dụ: {name}: {example}"
        if isinstance(example, str | int) and example
        else "Ghi thêm trường này."
    )
    return Finding("TP311", Severity.ERROR, _place(record, field), message, expected=expected, mend=shown)


def _unknown(contract: Contract, record: Record, path: str, name: str) -> Finding:
    known = tuple(_schema_at(contract, path).get("properties", {}))
    near = nearest(name, known)
    mend = f"Có phải ý bạn là «{near}»?" if near else f"Các trường dùng được: {', '.join(known)}."
    return Finding(
        "TP312", Severity.ERROR, _place(record, _join(path, name)), f"Không có trường «{name}».", mend=mend
    )


def _none_of(contract: Contract, record: Record, path: str) -> Finding:
    """No group of those of which one at least must stand (`anyOf` of `required`)."""
    groups = _schema_at(contract, path).get("anyOf", ())
    names = [str(name) for group in groups for name in group.get("required", ())]
    message = "Thiếu dữ liệu: phải có ít nhất một trong các trường sau."
    return Finding("TP321", Severity.ERROR, _place(record, path), message, expected=", ".join(names))


def _wrong(contract: Contract, record: Record, path: str, value: object, kind: Any) -> Finding:
    code, message, expected = _WORDS.get(kind.name, _OTHER)
    found = _shown(value)
    words = message.format(name=path or "hồ sơ")
    needed = (kind.name == "pattern" and _in_words(_schema_at(contract, path))) or expected(kind, value)
    return Finding(code, Severity.ERROR, _place(record, path), words, found=found, expected=needed)


def _in_words(part: Schema) -> str:
    """What a field holds as a person would say it; empty if its schema does not."""
    told = [str(part.get("description", "")), *(f"ví dụ: {item}" for item in part.get("examples", ())[:1])]
    return "; ".join(filter(None, told))


def _shown(value: object) -> str:
    """A value as the user's file has it; groups and lists are not told."""
    if value is None:
        return "chỗ trống"
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if isinstance(value, list | dict) else str(value)


def _types(kind: Any, _: object) -> str:
    return " hoặc ".join(_TYPES.get(name, name) for name in kind.types)


def _options(kind: Any, value: object) -> str:
    near = nearest(str(value), map(str, kind.options))
    return ", ".join(map(str, kind.options)) + (f" (có phải ý bạn là «{near}»?)" if near else "")


def _day(kind: Any, _: object) -> str:
    opened = f", hoặc «{OPEN}»" if kind.format == "ngay-van-ban" else ""
    return f"ngày như 27/12/2024 hoặc 2024-12-27{opened}"


_Words = tuple[str, str, "Callable[[Any, object], str]"]

_WORDS: dict[str, _Words] = {
    "type": ("TP313", "Giá trị của «{name}» không đúng kiểu.", _types),
    "enum": ("TP314", "Giá trị của «{name}» không nằm trong các giá trị cho phép.", _options),
    "format": ("TP315", "«{name}» không phải một ngày có trong lịch.", _day),
    "pattern": ("TP316", "Giá trị của «{name}» không đúng dạng.", lambda kind, _: f"dạng {kind.pattern}"),
    "minItems": ("TP317", "Danh sách «{name}» có quá ít mục.", lambda kind, _: f"ít nhất {kind.limit} mục"),
    "maxItems": (
        "TP317",
        "Danh sách «{name}» có quá nhiều mục.",
        lambda kind, _: f"nhiều nhất {kind.limit} mục",
    ),
    "minLength": ("TP318", "Giá trị của «{name}» quá ngắn.", lambda kind, _: f"ít nhất {kind.limit} ký tự"),
    "maxLength": ("TP318", "Giá trị của «{name}» quá dài.", lambda kind, _: f"nhiều nhất {kind.limit} ký tự"),
    "minimum": ("TP319", "Giá trị của «{name}» quá nhỏ.", lambda kind, _: f"từ {kind.limit} trở lên"),
    "maximum": ("TP319", "Giá trị của «{name}» quá lớn.", lambda kind, _: f"không quá {kind.limit}"),
}
"""Keyword of JSON Schema → code, message, and what was expected."""

_OTHER: _Words = (
    "TP320",
    "Giá trị của «{name}» trái với lược đồ của bộ mẫu.",
    lambda kind, _: f"quy tắc {kind.name}",
)


def _schema_at(contract: Contract, path: str) -> Schema:
    schema = contract.part(contract.schema)
    for name, index in _steps(path):
        schema = contract.part(schema.get("properties", {}).get(name, {}))
        schema = contract.part(schema.get("items", {})) if index else schema
    return schema


def _steps(path: str) -> list[tuple[str, bool]]:
    return [(step.partition("[")[0], "[" in step) for step in path.split(".") if step]


def _place(record: Record, path: str) -> Place:
    return replace(record.where(path), field=path)


def _dotted(steps: Sequence[str | int]) -> str:
    path = ""
    for step in steps:
        path = f"{path}[{step + 1}]" if isinstance(step, int) else _join(path, step)
    return path


def _join(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name


def _plain(value: Value) -> Any:
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    return float(value) if isinstance(value, Decimal) else value


def _is_date(text: str) -> bool:
    return read_date(text) is not None


def _is_date_or_open(text: str) -> bool:
    return text == OPEN or _is_date(text)
