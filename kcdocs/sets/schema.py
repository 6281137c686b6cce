"""The contract of a set's data: JSON Schema 2020-12, types read from text, faults told in Vietnamese."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Any

from kcdocs.model.record import Value
from kcdocs.text.amounts import NotANumberError, parse_number
from kcdocs.text.dates import NotADateError, parse_date
from kcdocs.text.normalise import bare

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Schema = dict[str, Any]
"""A JSON Schema, or a part of one."""

OPEN = "để trống"
"""The value that leaves a number or a date open for the registry office."""

TRANSITION = "che_do_chuyen_tiep"
"""The field by which a record declares that the form of the law before still applies to it."""

SHARED = "khoi.json#/$defs/"
"""How a set's schema refers to a definition shared by all sets, before composing copies it in."""

_TRUE, _FALSE = frozenset({"true", "có", "đúng", "yes"}), frozenset({"false", "không", "sai", "no"})


class _Typed(dict[str, Value]):
    """Data that a contract has typed, so that it need not do so again."""

    __slots__ = ("by",)

    def __init__(self, by: Contract, data: Mapping[str, Value]) -> None:
        super().__init__(data)
        self.by = by


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

    def typed(self, data: Mapping[str, Value]) -> dict[str, Value]:
        """The data with every text turned into what the schema says it is, where it can be.

        Dates may be written 27/12/2024 or 2024-12-27, numbers 1.234,5; what cannot be read stays text. Fields
        without a value are left out.
        """
        if isinstance(data, _Typed) and data.by is self:
            return data
        typed = self._typed(data, self.schema)
        return _Typed(self, typed if isinstance(typed, dict) else {})

    def complete(self, data: Mapping[str, Value]) -> dict[str, Value]:
        """Typed data with every optional field that was not given: an empty list, or None."""
        whole = self._complete(data, self.schema)
        return whole if isinstance(whole, dict) else {}

    def _typed(self, value: Value, schema: Schema) -> Value:
        schema = self.part(schema)
        if isinstance(value, dict):
            known = schema.get("properties", {})
            pairs = ((key, self._typed(item, known.get(key, {}))) for key, item in value.items())
            return {key: item for key, item in pairs if item is not None}
        if isinstance(value, list):
            return [self._typed(item, schema.get("items", {})) for item in value]
        return _scalar(value, schema)

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
    if not all(isinstance(group, dict) for group in named) or not isinstance(found.get("required", []), list):
        return False
    inner = [part for group in named for part in group.values()]
    return all(map(_is_schema, inner)) and ("items" not in found or _is_schema(found["items"]))


def read_date(text: str) -> date | None:
    """A date written 27/12/2024 or 2024-12-27 (see `kcdocs.text.dates`); None for anything else."""
    try:
        return parse_date(text)
    except NotADateError:
        return None


def _scalar(value: Value, schema: Schema) -> Value:
    if isinstance(value, int | Decimal) and not isinstance(value, bool) and schema.get("type") == "string":
        return str(value)
    return _read(value, schema) if isinstance(value, str) else value


def _read(value: str, schema: Schema) -> Value:
    """A text as what the schema says it is; as it stands where it cannot be read so."""
    if schema.get("format") in {"ngay", "ngay-van-ban"}:
        return read_date(value) or value.strip()
    if "enum" in schema:
        return _choice(value.strip(), schema)
    match schema.get("type"):
        case "integer" | "number":
            number = _number(value)
            return value if number is None else number
        case "boolean":
            word = value.strip().lower()
            return True if word in _TRUE else False if word in _FALSE else value
        case _:
            return value.strip()


def _choice(text: str, schema: Schema) -> str:
    """The value that a text names: itself, or the one value that is written or labelled like it.

    "Sửa đổi, bổ sung" is "sua_doi_bo_sung", "Ký thay" and "KT." are "KT".
    """
    values, labels = schema["enum"], schema.get("labels", {})
    if text in values:
        return text
    key = _letters(text)
    meant = [one for one in values if key and key in (_letters(str(one)), _letters(labels.get(one, "")))]
    return str(meant[0]) if len(meant) == 1 else text


def _letters(text: str) -> str:
    return " ".join(re.findall("[a-z0-9]+", bare(text)))


def _number(text: str) -> int | Decimal | None:
    try:
        number = parse_number(text)
    except NotANumberError:
        return None
    return int(number) if number == number.to_integral_value() else number
