"""What a person typed into a form → a record: cleaned, and with the same faults as in a file."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kcdocs.model.finding import Place
from kcdocs.model.record import Record
from kcdocs.records.hygiene import clean
from kcdocs.records.hygiene import faults as text_faults
from kcdocs.records.source import RecordSource, Stream

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kcdocs.model.finding import Finding
    from kcdocs.model.record import Value

FORM_PART = "biểu mẫu"
"""Part of each place in a form: by it a message calls a field by its title alone."""


def typed_values(values: Mapping[str, Any]) -> Stream:
    """The one record that a form holds.

    Args:
        values: Name of a field → text, list, group or number, as a form sends it.
    """
    reading = _Reading()
    data = reading.members(values, "")
    record = Record(data, reading.places, Place(part=FORM_PART))
    return Stream(Path(FORM_PART), RecordSource(iter([record]), reading.faults))


@dataclass(slots=True)
class _Reading:
    """A form being read: the place of each value, and what is wrong."""

    faults: list[Finding] = field(default_factory=list)
    places: dict[str, Place] = field(default_factory=dict)

    def members(self, values: Mapping[str, Any], path: str) -> dict[str, Value]:
        return {name: self._value(item, f"{path}.{name}" if path else name) for name, item in values.items()}

    def _value(self, item: Any, path: str) -> Value:
        self.places[path] = place = Place(part=FORM_PART, field=path)
        if isinstance(item, dict):
            return self.members(item, path)
        if isinstance(item, list):
            return [self._value(inner, f"{path}[{n}]") for n, inner in enumerate(item, 1)]
        if isinstance(item, str):
            item = clean(item)
            self.faults += text_faults(item, place)
        value: Value = item
        return value
