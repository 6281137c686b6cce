"""Starter spreadsheets: headed, commented, validated columns for a set's data, with examples filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from kcdocs.records.table_layout import PARENT_KEY, RECORD_KEY, ROW_KEY, SheetLayout, layout
from kcdocs.records.table_sheets import sheet_names
from kcdocs.sheet.write import Column, ColumnKind, Table, workbook

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kcdocs.model.record import Record, Value
    from kcdocs.records.table_layout import Leaf
    from kcdocs.records.values import Schema

_DATES = frozenset({"date", "ngay", "ngay-van-ban"})
_KINDS = {"integer": ColumnKind.INTEGER, "number": ColumnKind.NUMBER, "boolean": ColumnKind.BOOLEAN}


def spreadsheet(schema: Schema, examples: Sequence[Record]) -> bytes:
    """An XLSX file to fill in.

    Args:
        schema: JSON Schema of a record.
        examples: Records of the schema; each fills a row, its repeated groups rows of their own sheets.

    Returns:
        The file; the same bytes for the same arguments.
    """
    main = layout(schema)
    rows: _Rows = {part: [] for part in main.walk()}
    for n, record in enumerate(examples, 1):
        _fill(rows, main, record.data, own=str(n), upper="")
    tables = [Table(name, _columns(part, main), rows[part], form=True) for part, name in sheet_names(main)]
    return workbook(tables, title=str(schema.get("title", "")))


_Rows: TypeAlias = "dict[SheetLayout, list[list[Any]]]"


def _fill(rows: _Rows, part: SheetLayout, data: Mapping[str, Value], *, own: str, upper: str) -> None:
    """Add a row, and the rows of its groups; `own` is its key, `upper` that of the row it belongs to."""
    keys = [own] if part.groups else []
    rows[part].append([*keys, *([upper] if upper else []), *row_cells(part, data)])
    for group in part.groups:
        items = _at(data, group.path)
        for item in items if isinstance(items, list) else ():
            if isinstance(item, dict):
                key = f"{own}.{len(rows[group]) + 1}"
                _fill(rows, group, item, own=key, upper=own)


def row_cells(part: SheetLayout, data: Mapping[str, Value]) -> list[Any]:
    """What stands in the cells of a row: the labels of choices, an item of a list a line."""
    return [_cell(_at(data, leaf.path), leaf.schema) for leaf in part.leaves]


def _columns(part: SheetLayout, main: SheetLayout) -> tuple[Column, ...]:
    keys = []
    if part.groups:
        words = "Mã riêng của dòng, để các trang tính khác chỉ tới."
        keys.append(_key(RECORD_KEY if part is main else ROW_KEY, words))
    if part is not main:
        above = RECORD_KEY if part in main.groups else PARENT_KEY
        keys.append(_key(above, "Mã của dòng mà dòng này thuộc về."))
    return (*keys, *(_column(leaf) for leaf in part.leaves))


def _key(title: str, comment: str) -> Column:
    return Column(title, 14, comment=comment, required=True)


def _column(leaf: Leaf) -> Column:
    schema = leaf.schema
    choices = tuple(_label(schema, one) for one in schema.get("enum", ()))
    wide = schema.get("type") == "array" or int(schema.get("minLength", 0)) > 10
    return Column(leaf.header, 40 if wide else 20, _kind(schema), _comment(leaf), choices, leaf.required)


def _kind(schema: Schema) -> ColumnKind:
    if schema.get("format") in _DATES:
        return ColumnKind.DATE
    return _KINDS.get(str(schema.get("type", "")), ColumnKind.TEXT)


def _comment(leaf: Leaf) -> str:
    listed = leaf.schema.get("type") == "array"
    lines = ["Bắt buộc." if leaf.required else "Không bắt buộc."]
    lines += [str(leaf.schema["description"])] if "description" in leaf.schema else []
    lines += ["Mỗi mục một dòng trong ô (Alt+Enter)."] if listed else []
    return "\n".join(lines)


def _at(data: Value, path: Sequence[str]) -> Value:
    for name in path:
        data = data.get(name) if isinstance(data, dict) else None
    return data


def _cell(value: Value, schema: Schema) -> Any:
    if isinstance(value, str) and "enum" in schema:
        return _label(schema, value)
    return "\n".join(map(str, value)) if isinstance(value, list) else value


def _label(schema: Schema, value: object) -> str:
    """What a person calls a value: its label, else itself."""
    return str(schema.get("labels", {}).get(value, value))
