"""Checking a record against its contract: every fault at once, with its place."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import jsonschema_rs

from kcdocs.records.values import OPEN
from kcdocs.sets import contract_words as words
from kcdocs.sets.naming import called, part_at
from kcdocs.sets.totals import total_faults
from kcdocs.text.dates import NotADateError, parse_date

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kcdocs.model.finding import Finding
    from kcdocs.model.record import Record, Value
    from kcdocs.records.values import Schema
    from kcdocs.sets.schema import Contract

MARK = "(Minh họa)"
"""How every invented sentence of the examples begins."""


def data_faults(contract: Contract, record: Record) -> list[Finding]:
    """What keeps a record from being filled in.

    A demand that hangs on another field ("only for an amending decree") is not told while that field itself
    is at fault.

    Returns:
        Missing and unknown fields, values that cannot be read or are not allowed, totals that the rows do not
        give, ordered by their place.
    """
    typed = contract.typed(record.data)
    errors = list(_validator(contract).iter_errors(_plain(typed)))
    totals = list(total_faults(contract, record, typed))
    if not errors and not typed.unclear:
        return totals
    errors = [error for error in errors if typed.unclear.keys().isdisjoint(_at_fault(error))]
    unsure = {path for error in errors if not _conditional(error) for path in _at_fault(error)}
    unsure |= typed.unclear.keys()
    certain = [error for error in errors if not (_conditional(error) and _hangs_on(contract, error, unsure))]
    faults = [fault for error in certain for fault in _findings(contract, record, error)]
    faults += [words.unclear(words.At(contract, record, path), *told) for path, told in typed.unclear.items()]
    faults += totals
    return sorted(dict.fromkeys(faults), key=lambda fault: (fault.place.line, fault.place.field))


def proven(contract: Contract) -> Contract:
    """The contract, if data can be checked against it.

    Raises:
        ValueError: If it is no JSON Schema; says where, in Vietnamese.
    """
    try:
        _validator(contract)
    except jsonschema_rs.ValidationError as fault:
        place = "/".join(map(str, fault.instance_path))
        lost = "có mục dẫn ($ref) tới chỗ không có"
        raise ValueError(f"giá trị tại «{place}» không dùng được" if place else lost) from None
    return contract


def is_missing(fault: Finding) -> bool:
    """Whether a fault says that a field is missing."""
    return fault.code == words.MISSING.code


@lru_cache(maxsize=64)
def _validator(contract: Contract) -> jsonschema_rs.Draft202012Validator:
    formats = {"ngay": _is_date, "ngay-van-ban": _is_date_or_open}
    return jsonschema_rs.Draft202012Validator(contract.schema, validate_formats=True, formats=formats)


def _conditional(error: jsonschema_rs.ValidationError) -> bool:
    return not {"then", "else"}.isdisjoint(error.schema_path)


def _at_fault(error: jsonschema_rs.ValidationError) -> Iterator[str]:
    """The field an error is about."""
    path, kind = dotted(error.instance_path), _kind(error)
    yield _join(path, kind.property) if kind.name == "required" else path


def _hangs_on(contract: Contract, error: jsonschema_rs.ValidationError, unsure: set[str]) -> bool:
    """Whether a field that decides about a demand is at fault."""
    steps = error.instance_path
    for end in range(len(steps) + 1):
        group = dotted(steps[:end])
        names = (name for rule in _rules(part_at(contract, group).schema) for name in _asked(rule))
        if any(_join(group, name) in unsure for name in names):
            return True
    return False


def _rules(schema: Schema) -> list[Schema]:
    """The conditions of a group."""
    every = (schema, *schema.get("allOf", ()))
    return [part["if"] for part in every if "if" in part]


def _asked(rule: Schema) -> set[str]:
    return {*rule.get("properties", {}), *rule.get("required", ())}


def _findings(contract: Contract, record: Record, error: jsonschema_rs.ValidationError) -> list[Finding]:
    path, kind = dotted(error.instance_path), _kind(error)
    at = words.At(contract, record, path)
    match kind.name:
        case "required":
            return [words.missing(at, kind.property)]
        case "additionalProperties" | "unevaluatedProperties":
            return [words.unknown(at, name) for name in kind.unexpected]
        case "anyOf":
            return [words.none_of(at)]
        case "type":
            return [words.wrong_type(at, error.instance, kind.types)]
        case _:
            return [words.wrong(at, error.instance, kind)]


def _kind(error: jsonschema_rs.ValidationError) -> Any:
    return error.kind


def dotted(steps: Sequence[str | int]) -> str:
    """The path of a field from the steps that lead to it; items count from 1: "can_cu[2].so"."""
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
    try:
        parse_date(text)
    except NotADateError:
        return False
    return True


def _is_date_or_open(text: str) -> bool:
    return text == OPEN or _is_date(text)


def sample_remarks(contract: Contract, record: Record) -> tuple[str, ...]:
    """What a user should know of a record that still says what the example said, in Vietnamese."""
    found = list(dict.fromkeys(_named(contract, record, path) for path in _sampled(record.data, "")))
    if not found:
        return ()
    shown = ", ".join(found[:3]) + (f" và {len(found) - 3} chỗ khác" if len(found) > 3 else "")
    return (
        f"Văn bản còn nội dung mẫu {MARK} ở {shown}: đây là dữ liệu minh họa, cần thay bằng dữ liệu thật.",
    )


def _named(contract: Contract, record: Record, path: str) -> str:
    return called(contract, replace(record.where(path), field=path), path).partition(", mục ")[0]


def _sampled(value: Value, path: str) -> Iterator[str]:
    if isinstance(value, str) and MARK in value:
        yield path
    elif isinstance(value, dict):
        for name, item in value.items():
            yield from _sampled(item, f"{path}.{name}" if path else name)
    elif isinstance(value, list):
        for number, item in enumerate(value, 1):
            yield from _sampled(item, f"{path}[{number}]")
