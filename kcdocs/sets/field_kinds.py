"""The types of fields in a person's words, and what each is in a schema."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kcdocs.text.numbers import MONEY, SHARE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kcdocs.records.values import Schema

_SINGLE: Mapping[str, Schema] = {
    "chữ": {"type": "string", "minLength": 1},
    "ngày": {"type": "string", "format": "ngay"},
    "số": {"type": "number"},
    "số nguyên": {"type": "integer"},
    "số tiền": {"type": "number", "unit": MONEY},
    "phần trăm": {"type": "number", "unit": SHARE},
    "có/không": {"type": "boolean"},
    "tên cơ quan": {"type": "string", "format": "ten-co-quan", "minLength": 3},
}
LIST, GROUP = "danh sách", "nhóm"
SHARED = "dùng chung"
"""A field that the shared definitions say all of."""

OTHER = "theo lược đồ"
"""A field whose part of the schema was written by hand and is of none of these types."""

TEXT = "chữ"
ROWS = f"{LIST} {GROUP}"

CORE: Mapping[str, Schema] = {
    **_SINGLE,
    **{
        f"{LIST} {kind}": {"type": "array", "minItems": 1, "items": {"title": "Mục", **part}}
        for kind, part in _SINGLE.items()
        if kind != "có/không"
    },
    GROUP: {"type": "object", "additionalProperties": False},
    ROWS: {"type": "array", "minItems": 1},
}
"""Type in words → what it is in a schema, titles and what is in a group left aside."""

CORE_KEYS = frozenset(
    {
        *("type", "format", "unit", "minLength", "minItems", "items", "properties", "required"),
        *("additionalProperties", "enum", "labels", "pattern", "minimum", "maximum", "$ref"),
    }
)
"""The keys by which a schema says of what type a value is."""

_TELLING = ("type", "format", "unit")


def kind_of(part: Schema) -> str:
    """The type of a field in a person's words.

    Args:
        part: Its part of a schema, its reference not followed.
    """
    if "$ref" in part:
        return SHARED
    if part.get("type") == "array":
        inner = part.get("items", {})
        return ROWS if "properties" in inner else _listed(kind_of(inner))
    if "properties" in part:
        return GROUP
    told = [part.get(key) for key in _TELLING]
    return next(
        (kind for kind, core in _SINGLE.items() if [core.get(key) for key in _TELLING] == told), OTHER
    )


def _listed(kind: str) -> str:
    return f"{LIST} {kind}" if f"{LIST} {kind}" in CORE else OTHER
