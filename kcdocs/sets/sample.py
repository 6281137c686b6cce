"""`example.yaml` of a user's own set, made of the examples that a person gave in the sheet of fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

import yaml

from kcdocs.model.finding import Place
from kcdocs.model.record import Record
from kcdocs.sets.contract import data_faults
from kcdocs.sets.schema import DAY
from kcdocs.text.dates import short_date

if TYPE_CHECKING:
    from datetime import date

    from kcdocs.model.record import Value
    from kcdocs.sets.schema import Contract, SchemaPart

SAMPLE_FILE = "example.yaml"

_HEAD = "# Hồ sơ ví dụ, lấy từ cột «Ví dụ» của bảng trường.\n"


def sample_file(contract: Contract, on: date) -> bytes:
    """One record in which each field holds its first example.

    Args:
        contract: What the set asks for.
        on: The day of the document, one that the version is for: the shared example need not be.

    Returns:
        A file of data in YAML; empty if a field that must be given has no example, or one cannot stand there.
    """
    data = _group(contract.whole)
    if DAY in data:
        data[DAY] = short_date(on)
    if data_faults(contract, Record(data, {}, Place(SAMPLE_FILE))):
        return b""
    written = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=120)
    return (_HEAD + written).encode()


def _group(part: SchemaPart) -> dict[str, Value]:
    values = {name: _value(member) for name, member in part.members.items()}
    return {name: value for name, value in values.items() if value not in (None, {}, [])}


def _value(part: SchemaPart) -> Value:
    examples = part.schema.get("examples")
    if examples:
        first: Value = examples[0]
        return first
    if part.members:
        return _group(part)
    if part.listed and (item := _value(part.item)) not in (None, {}):
        return [item]
    return None
