"""The contract of a set's data: JSON Schema 2020-12, by which the values of a record are read."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from kcdocs.model.record import Value
from kcdocs.records.values import reader, shown, single
from kcdocs.text.unclear import UnclearError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kcdocs.records.values import Schema, ValueReader

_ANY: Schema = {}
"""What a schema says of a field it does not know; one object, so that readers are kept by its identity."""

TRANSITION = "che_do_chuyen_tiep"
"""The field by which a record declares that the form of the law before still applies to it."""

SHARED = "khoi.json#/$defs/"
"""How a set's schema refers to a definition shared by all sets, before composing copies it in."""


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
        super().__init__(_Typing(by, self.unclear).members(raw, by.schema, ""))


@dataclass(frozen=True, slots=True)
class _Typing:
    """One record being typed."""

    contract: Contract
    unclear: dict[str, tuple[str, UnclearError]]

    def members(self, data: Mapping[str, Value], schema: Schema, path: str) -> dict[str, Value]:
        """The fields of a group that have a value."""
        known: Mapping[str, Schema] = schema.get("properties", _ANY)
        typed: dict[str, Value] = {}
        for name, item in data.items():
            found = self._value(item, known.get(name, _ANY), path, name)
            if found is not None:
                typed[name] = found
        return typed

    def _value(self, value: Value, schema: Schema, path: str, name: str) -> Value:
        """A field of the group at a path, or an item ("[2]") of the list there."""
        if isinstance(value, dict | list):
            return self._nested(value, self.contract.part(schema), _below(path, name))
        try:
            return single(self.contract.reader(schema), value)
        except UnclearError as fault:
            text = shown(value)
            self.unclear[_below(path, name)] = (text, fault)
            return text

    def _nested(self, value: dict[str, Value] | list[Value], schema: Schema, path: str) -> Value:
        if isinstance(value, dict):
            return self.members(value, schema, path)
        inner = schema.get("items", _ANY)
        return [self._value(item, inner, path, f"[{n}]") for n, item in enumerate(value, 1)]


def _below(path: str, name: str) -> str:
    """The path of a field; put together only where it is asked for, as few values have faults."""
    return f"{path}.{name}" if path and not name.startswith("[") else path + name


@dataclass(frozen=True)
class Contract:
    """What a record of one version of a set may and must hold.

    Attributes:
        schema: The JSON Schema, shared definitions composed in.
    """

    schema: Schema

    def __hash__(self) -> int:
        return hash(self.schema.get("$id"))

    @cached_property
    def fields(self) -> tuple[FieldInfo, ...]:
        """Every field, groups before what is in them, in the schema's order."""
        return tuple(self._walk(self.schema, ""))

    def part(self, schema: Schema) -> Schema:
        """A part of the schema with its reference followed."""
        if "$ref" not in schema:
            return schema
        found = self._followed.get(id(schema))
        if found is None:
            target: Schema = self.schema["$defs"][schema["$ref"].rpartition("/")[2]]
            own = {key: value for key, value in schema.items() if key != "$ref"}
            found = self._followed[id(schema)] = (schema, {**self.part(target), **own})
        return found[1]

    @cached_property
    def _followed(self) -> dict[int, tuple[Schema, Schema]]:
        """Identity of a part with a reference → the part, kept lest another take its id, and what it says."""
        return {}

    def reader(self, schema: Schema) -> ValueReader:
        """What reads the values of a field, by its part of the schema."""
        found = self._readers.get(id(schema))
        if found is None:
            found = self._readers[id(schema)] = (schema, reader(self.part(schema)))
        return found[1]

    @cached_property
    def _readers(self) -> dict[int, tuple[Schema, ValueReader]]:
        """Identity of a part → the part, kept lest another take its id, and the reader of its values."""
        return {}

    def typed(self, data: Mapping[str, Value]) -> Typed:
        """The data with every value read as what the schema says it is (see `kcdocs.records.values`).

        What cannot be read stays as text, and the result says why. Fields without a value are left out.
        """
        if isinstance(data, Typed):
            return data if data.by is self else Typed(self, data.raw)
        return Typed(self, data)

    def complete(self, data: Mapping[str, Value]) -> dict[str, Value]:
        """Typed data with every optional field that was not given: an empty list, or None."""
        whole = self._complete(data, self.schema)
        return whole if isinstance(whole, dict) else {}

    def _complete(self, value: Value, schema: Schema) -> Value:
        schema = self.part(schema)
        if isinstance(value, dict):
            known: Mapping[str, Schema] = schema.get("properties", {})
            absent = {key: self._absent(part) for key, part in known.items() if key not in value}
            return {key: self._complete(item, known.get(key, {})) for key, item in value.items()} | absent
        if isinstance(value, list):
            return [self._complete(item, schema.get("items", {})) for item in value]
        return value

    def _absent(self, schema: Schema) -> Value:
        part = self.part(schema)
        return [] if part.get("type") == "array" else part.get("default")

    def _walk(self, schema: Schema, path: str) -> Iterator[FieldInfo]:
        required = frozenset(schema.get("required", ()))
        for name, raw in schema.get("properties", {}).items():
            part = self.part(raw)
            inner = f"{path}.{name}" if path else name
            yield FieldInfo(inner, part, name in required)
            yield from self._walk(part, inner)
            if part.get("type") == "array":
                yield from self._walk(self.part(part.get("items", {})), inner + "[]")


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


def load_contract(text: str, shared: str) -> Contract:
    """The contract in a schema's text, with the shared definitions it refers to composed in.

    Args:
        text: `schema.json` of a version.
        shared: `khoi/khoi.json`, whose `$defs` all sets may refer to.

    Raises:
        ValueError: If either is no JSON object, or refers to what is not there.
    """
    return Contract(_object(composed_schema(text, shared)))


def composed_schema(text: str, shared: str) -> str:
    """A schema's text with the shared definitions it refers to copied in, if it refers to any.

    Raises:
        ValueError: If it is no JSON object, or refers to what is not there.
    """
    schema = _object(text)
    if SHARED not in text:
        return text
    definitions = _object(shared)["$defs"]
    local = schema.setdefault("$defs", {})
    wanted = list(dict.fromkeys(re.findall(re.escape(SHARED) + r"(\w+)", text)))
    while wanted:
        name = wanted.pop(0)
        if name not in local and name not in definitions:
            raise ValueError(f"không có định nghĩa chung «{name}»")
        if name not in local:
            local[name] = definitions[name]
            wanted += re.findall(r"#/\$defs/(\w+)", json.dumps(definitions[name]))
    composed = json.dumps(schema, ensure_ascii=False, indent=2)
    return composed.replace(SHARED, "#/$defs/") + "\n"


def _object(text: str) -> Schema:
    """A JSON text that is a schema or holds definitions of some.

    Raises:
        ValueError: If it is not.
    """
    try:
        found: Schema = json.loads(text)
        if _is_schema(found):
            return found
    except RecursionError:
        raise ValueError("lồng quá sâu") from None
    raise ValueError("không phải một đối tượng JSON với các trường đúng kiểu")


def _is_schema(found: object) -> bool:
    if not isinstance(found, dict):
        return False
    named = [found.get(group, {}) for group in ("$defs", "properties")]
    shapes = (("required", list), ("enum", list), ("labels", dict), ("type", str | list))
    if not all(isinstance(found[name], shape) for name, shape in shapes if name in found):
        return False
    if not all(isinstance(group, dict) for group in named):
        return False
    inner = [part for group in named for part in group.values()]
    return all(map(_is_schema, inner)) and ("items" not in found or _is_schema(found["items"]))
