"""A set's schema brought up to a template that changed: what a person set is kept, what is new is added."""

from __future__ import annotations

import copy
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from kcdocs.sets import field_kinds as kinds

if TYPE_CHECKING:
    from kcdocs.records.values import Schema

_TOLD = ("title", "description")


@dataclass(slots=True)
class Merged:
    """A schema brought up to a template.

    Attributes:
        schema: The schema.
        added: Paths of the fields that are new.
        unused: Paths of the fields that the template no longer uses; they need not be given any more.
        reshaped: Paths of the fields that became or ceased to be a list or a group.
    """

    schema: Schema
    added: list[str] = field(default_factory=list)
    unused: list[str] = field(default_factory=list)
    reshaped: list[str] = field(default_factory=list)


def merged(old: Schema, new: Schema, kept: frozenset[str] = frozenset()) -> Merged:
    """A set's schema with what its changed template asks for.

    Args:
        old: The schema of the set.
        new: The schema that the template's own tags make.
        kept: Fields that are used outside the template, such as in the names of files.
    """
    result = Merged({})
    result.schema = {**old, **_group(old, new, "", result, kept)}
    return result


def _group(old: Schema, new: Schema, path: str, result: Merged, kept: frozenset[str]) -> dict[str, Any]:
    """The fields of a group: the old ones in their order, then the new ones."""
    before, after = old.get("properties", {}), new.get("properties", {})
    fields: dict[str, Schema] = {}
    for name in (*before, *(name for name in after if name not in before)):
        inside = f"{path}.{name}" if path else name
        if name not in before:
            result.added.append(inside)
        elif name not in after and name not in kept:
            result.unused.append(inside)
        fields[name] = _part(before.get(name), after.get(name), inside, result)
    required = {*old.get("required", ())} | {name for name in new.get("required", ()) if name not in before}
    needed = [name for name in fields if name in required and (name in after or name in kept)]
    return {"required": needed, "properties": fields}


def _part(old: Schema | None, new: Schema | None, path: str, result: Merged) -> Schema:
    if old is None or new is None:
        return copy.deepcopy(old or new or {})
    was, now = kinds.kind_of(old), kinds.kind_of(new)
    if kinds.SHARED in {was, now} or was == kinds.OTHER:
        return copy.deepcopy(old)
    if _shape(was) != _shape(now):
        result.reshaped.append(path)
        return {**copy.deepcopy(new), **{key: old[key] for key in _TOLD if key in old}}
    if was == kinds.GROUP:
        return {**old, **_group(old, new, path, result, frozenset())}
    if was == kinds.ROWS:
        items = _group(old["items"], new["items"], f"{path}[]", result, frozenset())
        return {**old, "items": {**old["items"], **items}}
    return copy.deepcopy(old)


def _shape(kind: str) -> str:
    """Single values are alike, and lists of them; groups and lists of groups are not."""
    if kind in {kinds.GROUP, kinds.ROWS}:
        return kind
    return kinds.LIST if kind.startswith(kinds.LIST) else ""
