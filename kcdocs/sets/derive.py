"""The contract that a template's own tags make: its fields, their types, and which must be given."""

from __future__ import annotations

import copy
import json
import re
from typing import TYPE_CHECKING, Any

from kcdocs import settings
from kcdocs.engine.asked import Asked, asked_of
from kcdocs.sets import versions
from kcdocs.sets.schema import FORM
from kcdocs.sets.schema_file import SHARED, load_contract
from kcdocs.sets.wording import phrases

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kcdocs.records.values import Schema
    from kcdocs.sets.schema import Contract, LineContract

_SHAPES = {"object": "nhóm", "array": "danh sách"}


def contract_of(template: bytes, lines: Mapping[str, LineContract]) -> Contract:
    """The contract that a template's own tags make, as of a set that would be started from it.

    Args:
        template: A DOCX file whose tags can be read.
        lines: The lines that can be made, by name.
    """
    shared = versions.shared_schema(settings.user_templates())
    schema = schema_for("mau@1.0.0", "Mẫu", template, json.loads(shared)["$defs"], lines)
    return load_contract(json.dumps(schema), shared)


def schema_for(
    name: str, title: str, template: bytes, shared: Mapping[str, Schema], lines: Mapping[str, LineContract]
) -> Schema:
    """A schema for what a template asks: shared definitions where the name is one of theirs and the use fits.

    Args:
        name: Name of the set and its version.
        title: Title of the document.
        template: The template, shared blocks composed in.
        shared: The definitions all sets share.
        lines: The lines that can be made, by name.
    """
    fields = asked_fields(template, lines)
    titles = phrases(template, {path.rpartition(".")[2] for path, _ in Asked(fields=fields).below()})
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"kcdocs:{name}",
        "title": title,
        **_Making(shared, titles).group(fields),
    }


def asked_fields(template: bytes, lines: Mapping[str, LineContract]) -> dict[str, Asked]:
    """The fields of a record that a template asks for, those its printed lines are made of first.

    Args:
        template: The template, shared blocks composed in.
        lines: The lines that can be made, by name.
    """
    asked = asked_of(template)
    printed = asked.fields.pop(FORM, Asked()).fields
    needs = sorted({need for line in printed if line in lines for need in lines[line].needs})
    fields = {name: asked.fields.get(name, Asked()) for name in (*needs, *asked.fields)}
    fields.setdefault("ngay", Asked(kinds={"ngay"}))
    for name in (*needs, "ngay"):
        fields[name].needed = True
    return fields


def torn_fields(template: bytes) -> tuple[str, ...]:
    """Paths of the fields that some tags use as a day and others as a number."""
    return tuple(path for path, asked in asked_of(template).below() if asked.torn)


class _Making:
    """One schema being made."""

    def __init__(self, shared: Mapping[str, Schema], titles: Mapping[str, str]) -> None:
        self._shared, self._titles = shared, titles

    def group(self, fields: Mapping[str, Asked], *, top: bool = True) -> Schema:
        return {
            "type": "object",
            "additionalProperties": False,
            "required": [name for name, asked in fields.items() if asked.needed],
            "properties": {name: self._part(name, asked, top=top) for name, asked in fields.items()},
        }

    def _part(self, name: str, asked: Asked, *, top: bool) -> Schema:
        if top and name in self._shared and _fits(self._shared[name], asked):
            return self._common(name, asked)
        return {"title": self._titles.get(name) or _spelled(name), **self._typed(asked)}

    def _typed(self, asked: Asked) -> Schema:
        if asked.item:
            return {"type": "array", "minItems": 1, "items": {"title": "Mục", **self._typed(asked.item)}}
        return self.group(asked.fields, top=False) if asked.fields else _single(asked)

    def _common(self, name: str, asked: Asked) -> Schema:
        """A shared definition by its name; a copy of it where the template asks for more of the group."""
        known = self._shared[name].get("properties", {})
        more = {inner: part for inner, part in asked.fields.items() if inner not in known}
        if not more:
            return {"$ref": SHARED + name}
        own, added = copy.deepcopy(self._shared[name]), self.group(more, top=False)
        own["properties"] |= added["properties"]
        own["required"] = [*own.get("required", ()), *added["required"]]
        return own


def _fits(schema: Schema, asked: Asked) -> bool:
    """Whether a definition is of the shape that the template asks for."""
    shape = str(schema.get("type", ""))
    if asked.fields or asked.item:
        inner = schema.get("items", {})
        return shape == ("object" if asked.fields else "array") and not (
            asked.item and bool(asked.item.fields) != ("properties" in inner) and asked.item.printed
        )
    return shape not in _SHAPES or not (asked.printed or asked.kinds or asked.tested)


def _spelled(name: str) -> str:
    return re.sub("_+", " ", name).strip().capitalize() or name


def _single(asked: Asked) -> dict[str, Any]:
    if asked.yes_or_no:
        return {"type": "boolean", "description": "Ghi có hoặc không"}
    match asked.kind:
        case "ngay":
            return {"type": "string", "format": "ngay"}
        case "so":
            return {"type": "number"} | ({"unit": asked.unit} if asked.unit else {})
        case _:
            return {"type": "string", "minLength": 1}
