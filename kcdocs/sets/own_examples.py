"""The examples that are shown of a set's fields: those of its own records, not those that all sets share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kcdocs.records.values import OPEN
from kcdocs.sets import limits
from kcdocs.sets.schema import Contract, SchemaPart

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kcdocs.model.record import Value
    from kcdocs.records.values import Schema


def with_examples(contract: Contract, data: Mapping[str, Value]) -> Contract:
    """A contract whose fields have what a record says for their first example, where they have one at all.

    Args:
        contract: The contract.
        data: A record of the set.
    """
    return Contract(_shown(contract.whole, data))


def _stands_for(value: Value) -> bool:
    """Whether a value of an example only stands for one: "(Họ và tên người ký)"."""
    return isinstance(value, str) and value.startswith("(")


def _shown(part: SchemaPart, value: Value) -> Schema:
    """A field's part of the schema, what is below it written out as far as the value reaches."""
    if isinstance(value, dict) and part.members:
        named = {
            name: _shown(inner, value[name]) if name in value else inner.schema
            for name, inner in part.members.items()
        }
        return {**part.schema, "properties": named}
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return {**part.schema, "items": _shown(part.item, value[0])}
    own = value[: limits.EXAMPLE_ITEMS] if isinstance(value, list) else value
    others = part.schema.get("examples")
    if not others or own in (OPEN, []) or not isinstance(own, str | int | list) or _stands_for(own):
        return part.schema
    return {**part.schema, "examples": [own, *(one for one in others if one == OPEN)]}
