"""The contract of a set's data: JSON Schema 2020-12, by which the values of a record are read."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from kcdocs.model.record import Value
from kcdocs.records.values import reader, single, value_text
from kcdocs.text.unclear import UnclearError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from kcdocs.engine.shapes import DataShape
    from kcdocs.records.values import Schema, ValueReader

DAY = "ngay"
"""The field that holds a document's date."""

TRANSITION = "che_do_chuyen_tiep"
"""The field by which a record declares that the form of the law before still applies to it."""

FORM = "the_thuc"
"""The name under which templates find the printed lines."""


class SchemaPart:
    """What a schema says of one field.

    Parts below it and the reader of its values are made when first asked for and then kept: a batch asks for
    them once a value.

    Args:
        schema: The field's part of a JSON Schema.
        definitions: What its references ("#/$defs/…") lead to, by name.

    Attributes:
        schema: The same with its own reference followed; those further down are not.
    """

    def __init__(self, schema: Schema, definitions: Mapping[str, Schema]) -> None:
        self._definitions = definitions
        self.schema = _followed(schema, definitions)

    @cached_property
    def reader(self) -> ValueReader:
        """What reads the field's values."""
        return reader(self.schema)

    @cached_property
    def members(self) -> dict[str, SchemaPart]:
        """The fields of a group, by name."""
        named = self.schema.get("properties", {})
        return {name: SchemaPart(inner, self._definitions) for name, inner in named.items()}

    def member(self, name: str) -> SchemaPart:
        """A field of a group; of one that the schema does not know nothing is said."""
        return self.members.get(name, _UNKNOWN)

    @property
    def listed(self) -> bool:
        """Whether it is a list."""
        return bool(self.schema.get("type") == "array")

    @cached_property
    def item(self) -> SchemaPart:
        """An item of a list."""
        return SchemaPart(self.schema.get("items", {}), self._definitions)

    @property
    def lists_groups(self) -> bool:
        """Whether it is a list of groups, which a spreadsheet holds on a sheet of its own."""
        return self.listed and "properties" in self.item.schema


def _followed(schema: Schema, definitions: Mapping[str, Schema]) -> Schema:
    if "$ref" not in schema:
        return schema
    target = definitions[schema["$ref"].rpartition("/")[2]]
    own = {key: value for key, value in schema.items() if key != "$ref"}
    return {**_followed(target, definitions), **own}


_UNKNOWN = SchemaPart({}, {})
"""A field that no schema knows."""


class Typed(dict[str, Value]):
    """Data that a contract has typed, so that it need not do so again.

    Attributes:
        by: The contract.
        raw: The data as the file holds them; another contract types these.
        unclear: Path of each value that could not be read ("thu_tuc[2].phi") → the text that stands in its
            place, and why.
    """

    __slots__ = ("by", "raw", "unclear")

    def __init__(self, by: Contract, raw: Mapping[str, Value]) -> None:
        self.by, self.raw = by, raw
        self.unclear: dict[str, tuple[str, UnclearError]] = {}
        super().__init__(_Typing(self.unclear).members(raw, by.whole, ""))

    def mended(self, values: Mapping[str, Value]) -> Typed:
        """The same data with other values, which the contract need not type again."""
        other = Typed.__new__(Typed)
        other.by, other.raw, other.unclear = self.by, self.raw, self.unclear
        other.update(values)
        return other


@dataclass(frozen=True, slots=True)
class _Typing:
    """One record being typed."""

    unclear: dict[str, tuple[str, UnclearError]]

    def members(self, data: Mapping[str, Value], part: SchemaPart, path: str) -> dict[str, Value]:
        """The fields of a group that have a value."""
        typed: dict[str, Value] = {}
        for name, item in data.items():
            found = self._value(item, part.member(name), path, name)
            if found is not None:
                typed[name] = found
        return typed

    def _value(self, value: Value, part: SchemaPart, path: str, name: str) -> Value:
        """A field of the group at a path, or an item ("[2]") of the list there."""
        if isinstance(value, dict | list):
            return self._nested(value, part, _below(path, name))
        try:
            return single(part.reader, value)
        except UnclearError as fault:
            text = value_text(value)
            self.unclear[_below(path, name)] = (text, fault)
            return text

    def _nested(self, value: dict[str, Value] | list[Value], part: SchemaPart, path: str) -> Value:
        if isinstance(value, dict):
            return self.members(value, part, path)
        return [self._value(item, part.item, path, f"[{n}]") for n, item in enumerate(value, 1)]


def _below(path: str, name: str) -> str:
    """The path of a field; put together only where it is asked for, as few values have faults."""
    return f"{path}.{name}" if path and not name.startswith("[") else path + name


@dataclass(frozen=True, eq=False)
class Contract:
    """What a record of one version of a set may and must hold.

    It equals itself alone: what is kept by contract is looked up for each record of a batch.

    Attributes:
        schema: The JSON Schema, shared definitions composed in.
    """

    schema: Schema

    @cached_property
    def whole(self) -> SchemaPart:
        """What it says of the record itself."""
        return SchemaPart(self.schema, self.schema.get("$defs", {}))

    @cached_property
    def fields(self) -> tuple[FieldInfo, ...]:
        """Every field, groups before what is in them, in the schema's order."""
        return tuple(_fields(self.whole, ""))

    def typed(self, data: Mapping[str, Value]) -> Typed:
        """The data with every value read as what the schema says it is (see `kcdocs.records.values`).

        What cannot be read stays as text, and the result says why. Fields without a value are left out.
        """
        if isinstance(data, Typed):
            return data if data.by is self else Typed(self, data.raw)
        return Typed(self, data)

    def complete(self, data: Mapping[str, Value]) -> dict[str, Value]:
        """Typed data with every optional field that was not given: an empty list, or None."""
        whole = _complete(data, self.whole)
        return whole if isinstance(whole, dict) else {}


def _complete(value: Value, part: SchemaPart) -> Value:
    if isinstance(value, dict):
        absent = {key: _absent(inner) for key, inner in part.members.items() if key not in value}
        return {key: _complete(item, part.member(key)) for key, item in value.items()} | absent
    if isinstance(value, list):
        return [_complete(item, part.item) for item in value]
    return value


def _absent(part: SchemaPart) -> Value:
    return [] if part.listed else part.schema.get("default")


def _fields(part: SchemaPart, path: str) -> Iterator[FieldInfo]:
    required = frozenset(part.schema.get("required", ()))
    for name, inner in part.members.items():
        below = f"{path}.{name}" if path else name
        yield FieldInfo(below, inner.schema, name in required)
        yield from _fields(inner, below)
        if inner.listed:
            yield from _fields(inner.item, below + "[]")


@dataclass(frozen=True, slots=True)
class FieldInfo:
    """One field of a contract.

    Attributes:
        path: "nguoi_ky.ho_ten"; "[]" stands for any item of a list.
        schema: Its part of the schema.
        required: Whether its group must hold it.
    """

    path: str
    schema: Schema
    required: bool

    @property
    def title(self) -> str:
        """Its Vietnamese title."""
        return str(self.schema.get("title", self.path))


class LineContract(Protocol):
    """A printed line or list of lines."""

    @property
    def needs(self) -> frozenset[str]:
        """The fields it is made of; it exists only where a set's contract has them all."""

    @property
    def shape(self) -> Callable[[Mapping[str, DataShape]], DataShape] | None:
        """What a template may ask of it, given the shapes of the contract's fields; None for plain text."""
