"""Which columns and sheets a set's schema asks of a spreadsheet."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kcdocs.records.values import is_plain_text
from kcdocs.text.normalise import bare

if TYPE_CHECKING:
    from kcdocs.records.values import Schema

RECORD_KEY = "Mã hồ sơ"
"""Header of the column that names a record, on the main sheet and on the sheets of its groups."""

ROW_KEY = "Mã dòng"
"""Header of the column that names a row of a group, where that group has groups of its own."""

PARENT_KEY = "Thuộc mã dòng"
"""Header of the column that names the row a row of an inner group belongs to."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A column: a field with a value of its own, or a list of plain values.

    Attributes:
        path: Names from the sheet's top ("nguoi_ky", "ho_ten").
        titles: Their Vietnamese titles.
        schema: The field's part of the schema, references followed.
        required: Whether the sheet's records must have it.
        listed: Whether a cell holds a list, an item a line.
    """

    path: tuple[str, ...]
    titles: tuple[str, ...]
    schema: Schema
    required: bool
    listed: bool

    @property
    def field(self) -> str:
        """Its path in a record: "nguoi_ky.ho_ten"."""
        return ".".join(self.path)

    @property
    def header(self) -> str:
        """Its header: "Người ký: Họ và tên"."""
        return ": ".join(self.titles)

    @property
    def takes_text(self) -> bool:
        """Whether a number in its cell is printed as the digits that stand there."""
        return is_plain_text(self.schema.get("items", {}) if self.listed else self.schema)

    @property
    def former(self) -> tuple[str, ...]:
        """Titles that the field had in earlier forms, which people have filled and keep: `formerTitles`."""
        return tuple(map(str, self.schema.get("formerTitles", ())))


@dataclass(frozen=True, slots=True, eq=False)
class SheetLayout:
    """A sheet: its columns, and the sheets of the groups that repeat within its rows; equal to itself alone.

    Attributes:
        title: Its title: the schema's, or the group's.
        path: Names from the parent sheet's top; empty for the main sheet.
        leaves: Its columns, in the schema's order.
        groups: The groups that repeat within a row.
        required: Whether a row of the parent sheet must have one.
    """

    title: str
    path: tuple[str, ...]
    leaves: tuple[Leaf, ...]
    groups: tuple[SheetLayout, ...]
    required: bool = False

    @property
    def keyed(self) -> bool:
        """Whether its rows bear keys, or those of other rows, in columns of their own."""
        return bool(self.path or self.groups)

    def walk(self) -> Iterator[SheetLayout]:
        """This sheet and every sheet below it."""
        yield self
        for group in self.groups:
            yield from group.walk()


def layout(schema: Schema) -> SheetLayout:
    """The sheets and columns of a schema.

    Objects become columns ("Người ký: Họ và tên"), lists of plain values one column, lists of objects
    sheets of their own.

    Args:
        schema: JSON Schema of an object; references to its own "$defs" are followed.
    """
    return _Reader(schema).sheet(schema, str(schema.get("title", "")), (), required=True)


def header_key(header: str) -> str:
    """What counts of a header: its letters and digits, without case and marks."""
    return " ".join(re.findall(r"[a-z0-9]+", bare(header)))


def _told_apart(leaves: Sequence[Leaf], *, keyed: bool) -> tuple[Leaf, ...]:
    """The columns, the name of the field beside each title that could be taken for another column's."""
    often = Counter(header_key(leaf.header) for leaf in leaves)
    taken = {header_key(key) for key in (RECORD_KEY, ROW_KEY, PARENT_KEY)} if keyed else set()
    names = Counter(leaf.field for leaf in leaves)

    def is_vague(leaf: Leaf) -> bool:
        key = header_key(leaf.header)
        return not key or often[key] > 1 or key in taken or leaf.header in names - Counter([leaf.field])

    return tuple(
        replace(leaf, titles=(*leaf.titles[:-1], f"{leaf.titles[-1]} ({leaf.field})"))
        if is_vague(leaf)
        else leaf
        for leaf in leaves
    )


class _Reader:
    """The parts of one schema."""

    def __init__(self, root: Schema) -> None:
        self._definitions = root.get("$defs", {})

    def sheet(self, schema: Schema, title: str, path: tuple[str, ...], *, required: bool) -> SheetLayout:
        leaves: list[Leaf] = []
        groups: list[SheetLayout] = []
        for names, titles, part, needed in self._fields(self._followed(schema), (), (), needed=True):
            items = self._followed(part.get("items", {}))
            listed = part.get("type") == "array"
            if listed and "properties" in items:
                groups.append(self.sheet(items, titles[-1], names, required=needed))
            else:
                whole = {**part, "items": items} if items else part
                leaves.append(Leaf(names, titles, whole, needed, listed))
        return SheetLayout(
            title, path, _told_apart(leaves, keyed=bool(path or groups)), tuple(groups), required
        )

    def _fields(
        self, schema: Schema, path: tuple[str, ...], titles: tuple[str, ...], *, needed: bool
    ) -> Iterator[tuple[tuple[str, ...], tuple[str, ...], Schema, bool]]:
        required = schema.get("required", ())
        for name, raw in schema.get("properties", {}).items():
            part = self._followed(raw)
            names, words = (*path, name), (*titles, str(part.get("title", name)))
            if "properties" in part:
                yield from self._fields(part, names, words, needed=needed and name in required)
            else:
                yield names, words, part, needed and name in required

    def _followed(self, schema: Schema) -> Schema:
        if "$ref" not in schema:
            return schema
        target = self._definitions.get(str(schema["$ref"]).rpartition("/")[2], {})
        return {**self._followed(target), **{key: value for key, value in schema.items() if key != "$ref"}}
