"""A set's schema as rows of a sheet that a person changes, and the schema that the changed rows make."""

from __future__ import annotations

import copy
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from kcdocs.records.field_sheet import FieldRow, parted
from kcdocs.sets import field_kinds as kinds
from kcdocs.sets.schema_file import SHARED

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kcdocs.records.values import Schema
    from kcdocs.sets.form_file import FormWords


def rows_of(
    schema: Schema, shared: Mapping[str, Schema], words: FormWords | None = None
) -> tuple[FieldRow, ...]:
    """A row for each field, a group before what is in it; what a shared definition holds has no rows.

    Args:
        schema: The schema of a version, its references to shared definitions not followed.
        shared: The definitions all sets share.
        words: How people know the fields; None if nothing is said of it.
    """
    rows = _rows(schema, "", {**shared, **schema.get("$defs", {})})
    return tuple(_known(row, words) if words else row for row in rows)


def _known(row: FieldRow, words: FormWords) -> FieldRow:
    groups = [group.title for group in words.groups if row.path in group.fields]
    said = words.fields.get(row.path)
    return replace(row, group=groups[0] if groups else "", search=said.search if said else ())


def _rows(group: Schema, path: str, shared: Mapping[str, Schema]) -> Iterator[FieldRow]:
    required = group.get("required", ())
    for name, part in group.get("properties", {}).items():
        inside = f"{path}.{name}" if path else name
        yield _row(inside, part, shared, required=name in required)
        yield from _rows(part, inside, shared)
        yield from _rows(part.get("items", {}), f"{inside}[]", shared)


def _row(path: str, part: Schema, shared: Mapping[str, Schema], *, required: bool) -> FieldRow:
    told = {**shared.get(str(part.get("$ref", "")).rpartition("/")[2], {}), **part}
    examples = told.get("examples") or [""]
    return FieldRow(
        path,
        str(told.get("title", path)),
        kinds.kind_of(part),
        required,
        tuple(map(str, part.get("enum", ()))),
        _shown(examples[0]),
        str(told.get("description", "")),
    )


def _shown(example: Any) -> str:
    return "; ".join(map(str, example)) if isinstance(example, list) else str(example)


def schema_of(rows: Sequence[FieldRow], schema: Schema, shared: Mapping[str, Schema]) -> Schema:
    """The schema with what the rows say, in their order; what no row can say stays as it was.

    Args:
        rows: The rows, whose faults were told before (see `row_faults`).
        schema: The schema that the rows were written from, or a later one of the same template.
        shared: The definitions all sets share.
    """
    before = {row.path: row for row in rows_of(schema, shared)}
    return {**schema, **_group(rows, "", schema, before)}


def _group(
    rows: Sequence[FieldRow], prefix: str, schema: Schema, before: Mapping[str, FieldRow]
) -> dict[str, Any]:
    """What is in a group: the fields whose rows stand under its path."""
    own = [
        row for row in rows if row.path.startswith(prefix) and not {".", "["} & set(row.path[len(prefix) :])
    ]
    named = {row.path[len(prefix) :]: row for row in own}
    old = schema.get("properties", {})
    return {
        "required": [name for name, row in named.items() if row.required],
        "properties": {name: _part(rows, row, old.get(name, {}), before) for name, row in named.items()},
    }


def _part(rows: Sequence[FieldRow], row: FieldRow, old: Schema, before: Mapping[str, FieldRow]) -> Schema:
    was = before.get(row.path)
    if (
        was
        and replace(was, required=row.required, group=row.group, search=row.search) == row
        and not _holds(row)
    ):
        return copy.deepcopy(old)
    part = _typed(row, old, was)
    if row.kind == kinds.GROUP:
        part |= _group(rows, f"{row.path}.", old, before)
    if row.kind == kinds.ROWS:
        inner = {"title": row.title, **old.get("items", {}), **kinds.CORE[kinds.GROUP]}
        part["items"] = inner | _group(rows, f"{row.path}[].", old.get("items", {}), before)
    return _told(row, part, was)


def _holds(row: FieldRow) -> bool:
    return row.kind in {kinds.GROUP, kinds.ROWS}


def _typed(row: FieldRow, old: Schema, was: FieldRow | None) -> Schema:
    """The old part if it is of the type; else one of the type that keeps what says nothing of types."""
    if was and (was.kind, was.choices) == (row.kind, row.choices):
        return copy.deepcopy(old)
    kept = {key: value for key, value in old.items() if key not in kinds.CORE_KEYS | {"examples"}}
    if row.kind == kinds.SHARED:
        return kept | {"$ref": old.get("$ref") or SHARED + row.path}
    part = kept | copy.deepcopy(kinds.CORE[row.kind])
    return part | {"enum": list(row.choices)} if row.choices else part


def _told(row: FieldRow, part: Schema, was: FieldRow | None) -> Schema:
    """The part with the title, the example and the hint of the row; what is empty there is taken away."""
    listed = row.kind.startswith(kinds.LIST)
    example: Any = list(parted(row.example)) if listed else row.example
    said = {"title": row.title, "description": row.hint, "examples": [example] if row.example else []}
    unchanged = {
        key
        for key, same in (
            ("title", was and was.title == row.title),
            ("description", was and was.hint == row.hint),
            ("examples", was and was.example == row.example and was.kind == row.kind),
        )
        if same
    }
    kept = {key: value for key, value in part.items() if key not in said or key in unchanged}
    return {**{key: value for key, value in said.items() if value and key not in unchanged}, **kept}
