"""The schema of a version as its files hold it, with the definitions that all sets share."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from kcdocs.sets.schema import Contract

if TYPE_CHECKING:
    from kcdocs.records.values import Schema

SHARED = "khoi.json#/$defs/"
"""How a set's schema refers to a definition shared by all sets, before composing copies it in."""


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
