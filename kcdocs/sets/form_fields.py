"""The fields of a set as a form shows them: what each is filled in with, and when it is asked for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from kcdocs.records.values import OPEN, value_text
from kcdocs.sets import limits
from kcdocs.sets.naming import choices, example_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kcdocs.records.values import Schema
    from kcdocs.sets.form_file import FormWords
    from kcdocs.sets.schema import SchemaPart


class Control(StrEnum):
    """What a field is filled in with; LINES holds an item of a list a line."""

    TEXT = "text"
    LONG = "long"
    LINES = "lines"
    CHOICE = "choice"
    DATE = "date"
    NUMBER = "number"
    GROUP = "group"
    ROWS = "rows"


@dataclass(frozen=True, slots=True)
class AskedWhile:
    """When a field is asked for: while a field beside it has one of these values.

    Attributes:
        beside: Name of that field.
        values: The values.
        within: Whether it must have one of them; False where it must have another.
    """

    beside: str
    values: tuple[str, ...]
    within: bool

    def holds(self, group: Mapping[str, Any]) -> bool:
        """Whether it is asked for in a group with such values; while nothing is chosen it is not."""
        said = group.get(self.beside)
        return bool(said) and (said in self.values) == self.within


@dataclass(frozen=True, slots=True)
class FormField:
    """A field of a form.

    Attributes:
        name: Its name in the record.
        title: What it is called.
        help: What to write, in a sentence; may be empty.
        required: Whether it must be filled in, where it is asked for.
        control: What it is filled in with.
        example: A value as an example; may be empty.
        open: Whether it may be left to the registry office.
        choices: Value → what a person calls it.
        kind: Format of its values ("ten-co-quan"), by which values can be offered; may be empty.
        asked: When it is asked for; None for always.
        fields: What is in it, of a group or of each row.
        part: Title of the part of the form that it stands in; empty if there is none.
    """

    name: str
    title: str
    help: str
    required: bool
    control: Control
    example: str = ""
    open: bool = False
    choices: tuple[tuple[str, str], ...] = ()
    kind: str = ""
    asked: AskedWhile | None = None
    fields: tuple[FormField, ...] = ()
    part: str = ""


def form_fields(whole: SchemaPart) -> tuple[FormField, ...]:
    """The fields of a record, or of a group in one, in the schema's order.

    Args:
        whole: What a contract says of it.
    """
    schema = whole.schema
    required = set(schema.get("required", ()))
    asked = _conditions(schema)
    return tuple(
        _field(name, part, required=name in required or name in asked, asked=asked.get(name))
        for name, part in whole.members.items()
    )


def worded(fields: tuple[FormField, ...], words: FormWords, path: str = "") -> tuple[FormField, ...]:
    """The fields as their set calls them: their own titles and hints, and the parts of the form in order.

    Args:
        fields: The fields of a record, or of a group in one.
        words: What the set says of its form.
        path: Where they stand: "" for a record, "nguoi_ky." or "bai_bo[]." for a group.
    """
    named = tuple(_worded(field, words, path) for field in fields)
    if path:
        return named
    parts = {
        name: (number, place, part.title)
        for number, part in enumerate(words.groups)
        for place, name in enumerate(part.fields)
    }
    last = (len(words.groups), 0, "")
    in_order = sorted(named, key=lambda field: parts.get(field.name, last)[:2])
    return tuple(replace(field, part=parts.get(field.name, last)[2]) for field in in_order)


def _worded(field: FormField, words: FormWords, path: str) -> FormField:
    at = path + field.name
    said = words.fields.get(at)
    inner = worded(field.fields, words, f"{at}[]." if field.control is Control.ROWS else f"{at}.")
    if said is None:
        return replace(field, fields=inner)
    return replace(field, title=said.title or field.title, help=said.hint or field.help, fields=inner)


def values_asked_for(fields: tuple[FormField, ...], group: Mapping[str, Any]) -> dict[str, Any]:
    """The values of a form as a record holds them: none that is empty, none of a field that is not asked for.

    Args:
        fields: The fields of the record or group.
        group: Name → what the form holds; lines of a list are one text.
    """
    found = {}
    for field in fields:
        if field.asked is None or field.asked.holds(group):
            value = _kept(field, group.get(field.name))
            if value not in (None, "", [], {}):
                found[field.name] = value
            elif field.control is Control.GROUP and field.required:
                found[field.name] = {}  # so that what is missing in it is told field by field
    return found


def form_values(fields: tuple[FormField, ...], data: Mapping[str, Any]) -> dict[str, Any]:
    """The values of a record as a form holds them, the inverse of `values_asked_for`.

    Args:
        fields: The fields of the record or group.
        data: Its values as texts, lists and groups; those that no field has are left out.
    """
    return {field.name: _shown(field, data[field.name]) for field in fields if field.name in data}


def _kept(field: FormField, value: Any) -> Any:
    match field.control, value:
        case Control.GROUP, dict():
            return values_asked_for(field.fields, value)
        case Control.ROWS, list():
            rows = [values_asked_for(field.fields, row) for row in value if isinstance(row, dict)]
            return [row for row in rows if row]
        case Control.LINES, str():
            return [line.strip() for line in value.splitlines() if line.strip()]
        case _, str():
            return value.strip()
    return value


def _shown(field: FormField, value: Any) -> Any:
    match field.control, value:
        case Control.GROUP, dict():
            return form_values(field.fields, value)
        case Control.ROWS, list():
            return [form_values(field.fields, row) for row in value if isinstance(row, dict)]
        case Control.LINES, list():
            return "\n".join(" ".join(value_text(item).split()) for item in value)
        case _, bool():
            return "có" if value else "không"
    return value if isinstance(value, dict | list) else value_text(value)


def _field(name: str, part: SchemaPart, *, required: bool, asked: AskedWhile | None) -> FormField:
    schema = part.schema
    inner = part.item if part.listed else part
    named = choices(schema) if "enum" in schema else {}
    if schema.get("type") == "boolean":
        named = {"có": "có", "không": "không"}
    return FormField(
        name,
        str(schema.get("title", name)),
        str(schema.get("description", "")),
        required,
        _control(part, named),
        example_of(schema),
        OPEN in schema.get("examples", ()),
        tuple((str(value), label) for value, label in named.items()),
        str(inner.schema.get("format", "")) if inner.schema.get("type") == "string" else "",
        asked,
        form_fields(inner) if inner.members else (),
    )


def _control(part: SchemaPart, named: Mapping[Any, str]) -> Control:
    schema = part.schema
    if named:
        return Control.CHOICE
    if part.listed:
        return Control.ROWS if part.item.members else Control.LINES
    if part.members:
        return Control.GROUP
    if schema.get("type") in {"integer", "number"}:
        return Control.NUMBER
    if schema.get("format") in {"ngay", "ngay-van-ban", "date"}:
        return Control.DATE
    return Control.LONG if schema.get("minLength", 0) >= limits.LONG_TEXT else Control.TEXT


def _conditions(schema: Schema) -> dict[str, AskedWhile]:
    """The fields that are demanded for some values of another, by name, and no others."""
    always = set(schema.get("required", ()))
    found: dict[str, AskedWhile] = {}
    for rule in (schema, *schema.get("allOf", ())):
        told = _decided(rule.get("if", {}))
        then, other = (set(rule.get(branch, {}).get("required", ())) for branch in ("then", "else"))
        if told:
            beside, values = told
            found |= {name: AskedWhile(beside, values, within=True) for name in then - other - always}
            found |= {name: AskedWhile(beside, values, within=False) for name in other - then - always}
    return found


def _decided(rule: Schema) -> tuple[str, tuple[str, ...]] | None:
    """The one field whose value decides, and its values; None where more decide, or something else does."""
    told = list(_valued(rule.get("properties", {})))
    return told[0] if len(told) == 1 == len(rule.get("properties", {})) else None


def _valued(properties: Mapping[str, Schema]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for name, part in properties.items():
        if "enum" in part:
            yield name, tuple(map(str, part["enum"]))
        elif "const" in part:
            yield name, (str(part["const"]),)
