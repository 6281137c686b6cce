"""Starter YAML files: every field of a set's data with what it is, left empty to be filled in."""

from __future__ import annotations

import json
import textwrap
from typing import TYPE_CHECKING, Any

from kcdocs.records import limits

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kcdocs.records.values import Schema

_STEP = "  "


def yaml_form(schema: Schema, name: str) -> str:
    """A YAML file to fill in.

    Fields that must be given stand empty, so that one forgotten is told; the others stand behind a `#`.

    Args:
        schema: JSON Schema of a record.
        name: Set and version, for the head.
    """
    head = [
        f"# Tệp dữ liệu của bộ mẫu {name}: {schema.get('title', '')}.",
        "# Dòng bắt đầu bằng dấu # là ghi chú. Trường không bắt buộc đứng sau dấu #: muốn dùng thì",
        "# xóa dấu # và một dấu cách ở các dòng của trường ấy.",
        "# Danh sách: mỗi mục một dòng bắt đầu bằng dấu gạch.",
    ]
    return "\n".join([*head, *_Form(schema).fields(schema, "")]) + "\n"


class _Form:
    """The parts of one schema."""

    def __init__(self, root: Schema) -> None:
        self._definitions = root.get("$defs", {})

    def fields(self, schema: Schema, margin: str) -> Iterator[str]:
        required = schema.get("required", ())
        for name, raw in schema.get("properties", {}).items():
            part = self._followed(raw)
            needed = name in required
            yield from ("",) if not margin else ()
            yield from _notes(part, margin, needed=needed)
            lines = [f"{margin}{name}:", *self._value(part, margin + _STEP)]
            yield from lines if needed else (f"{margin}# {line[len(margin) :]}" for line in lines)

    def _value(self, part: Schema, margin: str) -> Iterator[str]:
        if "properties" in part:
            yield from self.fields(part, margin)
        elif part.get("type") == "array":
            yield from self._item(self._followed(part.get("items", {})), margin)

    def _item(self, item: Schema, margin: str) -> Iterator[str]:
        if "properties" not in item:
            yield f"{margin}-"
            return
        lines = list(self.fields(item, margin + _STEP))
        first = next(n for n, line in enumerate(lines) if not line.lstrip().startswith("#"))
        yield from lines[:first]
        yield f"{margin}- {lines[first].lstrip()}"
        yield from lines[first + 1 :]

    def _followed(self, schema: Schema) -> dict[str, Any]:
        if "$ref" not in schema:
            return dict(schema)
        target = self._definitions.get(str(schema["$ref"]).rpartition("/")[2], {})
        return {**self._followed(target), **{key: value for key, value in schema.items() if key != "$ref"}}


def _notes(part: Schema, margin: str, *, needed: bool) -> Iterator[str]:
    words = f"{part.get('title', '')} ({'bắt buộc' if needed else 'không bắt buộc'})"
    if "description" in part:
        words += f": {part['description']}"
    words += _choices(part)
    for line in textwrap.wrap(words, limits.NOTE_WIDTH):
        yield f"{margin}# {line}"


def _choices(part: Schema) -> str:
    if "enum" in part:
        labels = part.get("labels", {})
        values = (f"{one} ({labels[one]})" if one in labels else str(one) for one in part["enum"])
        return f". Chọn: {', '.join(values)}"
    examples = part.get("examples", ())
    return f". Ví dụ: {json.dumps(examples[0], ensure_ascii=False)}" if examples else ""
