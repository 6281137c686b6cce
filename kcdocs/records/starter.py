"""Starter files: what a person fills in to get a file of records that a set can read."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

from kcdocs.records.errors import FormNeedsSheetsError, UnknownFormError
from kcdocs.records.table_layout import layout

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from kcdocs.model.record import Record, Value
    from kcdocs.records.table_layout import SheetLayout
    from kcdocs.records.values import Schema


def starter_file(path: Path, schema: Schema, name: str, examples: Sequence[Record]) -> bytes:
    """A file to fill in; its name says of which kind.

    A YAML file stands empty, each field under what it is; the others hold the examples, to be written over.
    JSON of a set without examples holds one record whose fields are empty.

    Args:
        path: A .xlsx, .csv, .yaml, .yml, .json or .jsonl file.
        schema: JSON Schema of a record.
        name: Set and version.
        examples: Records of the schema.

    Returns:
        The same bytes for the same arguments.

    Raises:
        UnknownFormError: If the suffix is none of these.
        FormNeedsSheetsError: If a CSV file cannot hold the records.
    """
    match path.suffix.lower():
        case ".xlsx":
            from kcdocs.records.starter_sheet import spreadsheet  # noqa: PLC0415 - one kind is needed, not all

            return spreadsheet(schema, examples)
        case ".csv":
            return _csv(path, schema, name, examples)
        case ".yaml" | ".yml":
            from kcdocs.records.starter_yaml import yaml_form  # noqa: PLC0415 - the same

            return yaml_form(schema, name).encode()
        case ".json":
            return (json.dumps(_texts(schema, examples), ensure_ascii=False, indent=2) + "\n").encode()
        case ".jsonl":
            lines = (json.dumps(item, ensure_ascii=False) for item in _texts(schema, examples))
            return "".join(f"{line}\n" for line in lines).encode()
        case _:
            raise UnknownFormError(path)


def _texts(schema: Schema, examples: Sequence[Record]) -> list[dict[str, Value]]:
    """The examples' data; of a set without any a record whose fields are empty."""
    return [dict(record.data) for record in examples] or [_blank(layout(schema))]


def _blank(part: SheetLayout) -> dict[str, Value]:
    data: dict[str, Value] = {}
    empty: list[tuple[tuple[str, ...], Value]] = [
        (leaf.path, [""] if leaf.listed else "") for leaf in part.leaves
    ]
    for path, value in (*empty, *((group.path, [_blank(group)]) for group in part.groups)):
        inner = data
        for name in path[:-1]:
            step = inner.setdefault(name, {})
            inner = step if isinstance(step, dict) else {}
        inner[path[-1]] = value
    return data


def _csv(path: Path, schema: Schema, name: str, examples: Sequence[Record]) -> bytes:
    """The one table of a set without groups; with the mark by which Excel knows UTF-8."""
    from kcdocs.records.starter_sheet import row_cells  # noqa: PLC0415 - one kind is needed, not all

    main = layout(schema)
    if main.groups:
        raise FormNeedsSheetsError(path, name, [group.title for group in main.groups])
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([leaf.header for leaf in main.leaves])
    writer.writerows(row_cells(main, record.data) for record in examples)
    return text.getvalue().encode("utf-8-sig")
