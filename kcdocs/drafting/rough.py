"""A document of data that are not complete yet, to look at while they are filled in; never one to issue."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from kcdocs.drafting import context, limits
from kcdocs.drafting.doubling import surroundings_of
from kcdocs.engine.fill import fill
from kcdocs.records.values import OPEN
from kcdocs.sets.contract import data_faults
from kcdocs.sets.naming import part_at

if TYPE_CHECKING:
    from datetime import date

    from kcdocs.model.catalogue import Catalogue
    from kcdocs.model.record import Record, Value
    from kcdocs.sets.schema import SchemaPart
    from kcdocs.sets.versions import Version

GAP = "……"
"""What stands for a text that is missing."""

_STEP = re.compile(r"[^.\[\]]+")


def rough_document(version: Version, record: Record, on: date, known: Catalogue) -> bytes:
    """The Word file of a record with gaps in the place of what is missing or wrong.

    Args:
        version: The version of the set.
        record: The record.
        on: The document's date, or the date given for it.
        known: Instruments and institutions with their dates.

    Raises:
        KcdocsError: If the template cannot be filled even so.
    """
    template = version.compiled()
    whole = with_gaps(version, record, on)
    filled = context.build(version, whole, on, known, surroundings_of(template))
    return fill(template, filled.values)


def with_gaps(version: Version, record: Record, on: date) -> Record:
    """The record with gaps in the place of what is missing or wrong.

    A gap may ask for others: a group that was missing has fields, each round finds those one floor further
    down.
    """
    contract = version.contract
    data: Any = _plain(contract.typed(record.data))
    for _ in range(limits.GAP_FLOORS):
        found = replace(record, data=contract.typed(data))
        faults = [fault.place.field for fault in data_faults(contract, found)]
        if not faults:
            break
        for path in faults:
            _put(data, path, _gap(part_at(contract, path), on))
        if not any(faults):  # one of several groups must stand: any will do
            _put(data, _first_group(version), [{}])
    return replace(record, data=contract.typed(data).mended(data))


def _first_group(version: Version) -> str:
    groups = version.contract.schema.get("anyOf", ({},))
    return str(next(iter(groups[0].get("required", ())), ""))


def _gap(part: SchemaPart, on: date) -> Value:
    schema = part.schema
    if "enum" in schema:
        first: Value = schema["enum"][0]
        return first
    if part.listed:
        return [{}] if part.lists_groups else [GAP]
    if part.members:
        return {}
    if part.schema.get("format") == "ngay-van-ban":
        return OPEN
    return on if part.schema.get("format") in {"ngay", "date"} else GAP


def _put(data: Any, path: str, value: Value) -> None:
    """Put a value where a path leads ("nguoi_ky.ho_ten", "can_cu[2]"); nowhere if there is no such place."""
    steps = [int(step) - 1 if step.isdigit() else step for step in _STEP.findall(path)]
    for step in steps[:-1]:
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            return
    if steps and isinstance(data, dict if isinstance(steps[-1], str) else list):
        data[steps[-1]] = value


def _plain(value: Any) -> Any:
    """A copy that can be written into."""
    if isinstance(value, dict):
        return {name: _plain(item) for name, item in value.items()}
    return [_plain(item) for item in value] if isinstance(value, list) else value
