"""How a field is called to the person whose file it stands in: a column of a sheet, or a line of a text."""

from __future__ import annotations

import re
from enum import Enum
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from kcdocs.records.form_values import FORM_PART
from kcdocs.records.values import OPEN

if TYPE_CHECKING:
    from kcdocs.model.finding import Place
    from kcdocs.records.values import Schema
    from kcdocs.sets.schema import Contract, SchemaPart

_KEY = re.compile("[a-z0-9]+(-[a-z0-9]+)+")
_STEP = re.compile(r"(?P<name>[^.\[\]]+)(?:\[(?P<number>\d+)\])?")


class RecordMedium(Enum):
    """What kind of file a record came from."""

    SHEET = "sheet"
    YAML = "yaml"
    JSON = "json"
    FORM = "form"


def medium_of(place: Place) -> RecordMedium:
    """The kind of file a place is in; what came from no file and no form is told as YAML is."""
    if place.part == FORM_PART:
        return RecordMedium.FORM
    suffix = PurePath(place.file).suffix.lower()
    if place.sheet or suffix in {".xlsx", ".csv"}:
        return RecordMedium.SHEET
    return RecordMedium.JSON if suffix in {".json", ".jsonl"} else RecordMedium.YAML


def steps_of(path: str) -> list[tuple[str, int]]:
    """The names of a path, each with the number of an item, 0 if none: "a.b[2]" → ("a", 0), ("b", 2)."""
    return [(step["name"], int(step["number"] or 0)) for step in _STEP.finditer(path)]


def part_at(contract: Contract, path: str) -> SchemaPart:
    """What the contract says of a field or an item; nothing if it knows none."""
    part = contract.whole
    for name, number in steps_of(path):
        part = part.member(name)
        part = part.item if number else part
    return part


def called(contract: Contract, place: Place, path: str) -> str:
    """A field as a message names it.

    Args:
        contract: The contract of its record.
        place: Where it stands.
        path: Its path in the record; empty for the record itself.

    Returns:
        "cột «Người ký: Họ và tên»" for a sheet, whose columns bear the titles of a group and its field;
        "«Họ và tên»" for a form; "«ho_ten» (Họ và tên)" for a text. An item of a list is told by its number.
    """
    steps = steps_of(path)
    if not steps:
        return f"«{path}»" if path else "hồ sơ"
    name, number = steps[-1]
    item = f", mục {number}" if number and "properties" not in part_at(contract, path).schema else ""
    if medium_of(place) is RecordMedium.SHEET:
        return f"{_in_sheet(contract, path)}{item}"
    if medium_of(place) is RecordMedium.FORM:
        row = f", dòng {number}" if number else ""
        return f"«{title_of(contract, path) or name}»{row}"
    title = title_of(contract, path)
    named = f"«{name}[{number}]»" if number and not item else f"«{name}»"
    return f"{named}{f' ({title})' if title else ''}{item}"


def title_of(contract: Contract, path: str) -> str:
    """The Vietnamese title of a field or of the list an item is in; empty if it has none."""
    return str(part_at(contract, re.sub(r"\[\d+\]$", "", path)).schema.get("title", ""))


def _in_sheet(contract: Contract, path: str) -> str:
    """A column by its head, or the rows of a group on a sheet of its own."""
    titles: list[str] = []
    walked = ""
    for name, number in steps_of(path):
        walked = f"{walked}.{name}" if walked else name
        titles.append(title_of(contract, walked) or name)
        walked += f"[{number}]" if number else ""
        if number and "properties" in part_at(contract, walked).schema:
            group, titles = titles[-1], []
    if not titles:
        return f"dòng của nhóm «{group}»"
    part = part_at(contract, path)
    if part.lists_groups:
        return f"nhóm «{titles[-1]}»"
    head = ": ".join(titles)
    return f"các cột «{head}: …»" if part.members else f"cột «{head}»"


def choices(part: Schema) -> dict[Any, str]:
    """The values a field may have → what a person calls each: its label, else itself."""
    labels = part.get("labels", {})
    return {value: str(labels.get(value, value)) for value in part.get("enum", ())}


def example_of(part: Schema) -> str:
    """An example of a field's value as a person writes it, no list and no key; empty if there is none."""
    told = [item for item in part.get("examples", ()) if isinstance(item, str | int)]
    plain = [item for item in told if item != OPEN and not _KEY.fullmatch(str(item))]
    named = choices(part)
    return named.get(plain[0], str(plain[0])) if plain else ""


def shown_value(value: object, medium: RecordMedium) -> str:
    """A value as the user's file has it; groups and lists are not told."""
    if value is None:
        return "chỗ trống"
    if isinstance(value, bool):
        people = medium in {RecordMedium.SHEET, RecordMedium.FORM}
        yes, no = ("có", "không") if people else ("true", "false")
        return yes if value else no
    return "" if isinstance(value, list | dict) else str(value)[:80]
