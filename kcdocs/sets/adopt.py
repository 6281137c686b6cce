"""A set of the user's own from a Word file: the fields its tags ask for become a contract to fill out."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from kcdocs.engine.asked import Asked
from kcdocs.sets.lines import FORM
from kcdocs.sets.schema import SHARED

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kcdocs.sets.lines import LineContract


def schema_for(
    name: str, title: str, asked: Asked, shared: Mapping[str, Any], lines: Mapping[str, LineContract]
) -> str:
    """A schema for what a template asks: shared definitions where the name is one of theirs.

    Args:
        name: Name of the set.
        title: Title of the document.
        asked: What its template asks.
        shared: The definitions all sets share.
        lines: The lines that can be made, by name.
    """
    printed = asked.fields.pop(FORM, Asked()).fields
    needed = {need for line in printed if line in lines for need in lines[line].needs}
    fields = {need: asked.fields.get(need, Asked()) for need in (*sorted(needed), *asked.fields)}
    fields.setdefault("ngay", Asked(kind="ngay"))
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"kcdocs:{name}@1.0.0",
        "title": title,
        **_group(fields, shared),
    }
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _group(fields: Mapping[str, Asked], shared: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "additionalProperties": False,
        "required": list(fields),
        "properties": {name: _part(name, asked, shared) for name, asked in fields.items()},
    }


def _part(name: str, asked: Asked, shared: Mapping[str, Any]) -> dict[str, Any]:
    if name in shared:
        return {"$ref": SHARED + name}
    title = {"title": re.sub("_+", " ", name).capitalize()}
    if asked.item:
        return {**title, "type": "array", "minItems": 1, "items": _part("muc", asked.item, {})}
    if asked.fields:
        return {**title, **_group(asked.fields, {})}
    return {**title, **_single(asked)}


def _single(asked: Asked) -> dict[str, Any]:
    if asked.tested and not asked.printed:
        return {"type": "boolean", "description": "Ghi có hoặc không"}
    match asked.kind:
        case "ngay":
            return {"type": "string", "format": "ngay"}
        case "so":
            return {"type": "number"}
        case _:
            return {"type": "string", "minLength": 1}
