"""What data a template may ask for: a tree of fields, made of records or by whoever knows their contract."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kcdocs.model.record import Value


@dataclass(frozen=True, slots=True)
class DataShape:
    """What is known of a value; with neither fields nor items, nothing is.

    Attributes:
        path: Where it stands ("can_cu[].so"); empty for the whole record.
        fields: Its fields, if it is a group of fields.
        item: What its items are, if it is a list.
    """

    path: str = ""
    fields: Mapping[str, DataShape] = field(default_factory=dict)
    item: DataShape | None = None

    def below(self) -> Iterator[DataShape]:
        """This shape and all that it holds."""
        yield self
        for part in (*self.fields.values(), *([self.item] if self.item else [])):
            yield from part.below()


ANY = DataShape()
"""A value of which nothing is known."""


def shape_of(records: Iterable[Mapping[str, Value]]) -> DataShape:
    """The fields that any of the records has."""
    return _merged([_of_value(record, "") for record in records], "")


def _of_value(value: Value, path: str) -> DataShape:
    if isinstance(value, Mapping):
        return DataShape(path, {key: _of_value(item, _join(path, key)) for key, item in value.items()})
    if isinstance(value, Sequence) and not isinstance(value, str):
        return DataShape(path, item=_merged([_of_value(item, f"{path}[]") for item in value], f"{path}[]"))
    return DataShape(path)


def _merged(shapes: Sequence[DataShape], path: str) -> DataShape:
    names = dict.fromkeys(name for shape in shapes for name in shape.fields)
    fields = {
        name: _merged([shape.fields[name] for shape in shapes if name in shape.fields], _join(path, name))
        for name in names
    }
    items = [shape.item for shape in shapes if shape.item]
    return DataShape(path, fields, _merged(items, f"{path}[]") if items else None)


def _join(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name
