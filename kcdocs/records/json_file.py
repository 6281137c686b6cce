"""JSON files: records with the pointer (RFC 6901) of every value."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from kcdocs.model.finding import Finding, Place
from kcdocs.model.record import Record, Value
from kcdocs.records.errors import RecordSyntaxError
from kcdocs.records.faults import NAMED_TWICE, NO_OBJECT
from kcdocs.records.hygiene import clean
from kcdocs.records.hygiene import faults as text_faults
from kcdocs.records.source import RecordSource
from kcdocs.records.text_file import read_text
from kcdocs.text.json_reading import BadJsonError, read_json

if TYPE_CHECKING:
    from pathlib import Path


class Pairs(list[tuple[str, Any]]):
    """The members of an object, in order, before repeats are looked for."""

    __slots__ = ()


def read(path: Path) -> RecordSource:
    """Open a JSON file: a record, or a list of records.

    Raises:
        UnreadableRecordError: If the file cannot be read as text.
        RecordSyntaxError: If it is not JSON (RFC 8259), or exceeds a limit of `read_json`.
    """
    text = read_text(path)
    try:
        root = read_json(text, Pairs)
    except BadJsonError as fault:
        place = Place(file=str(path), line=fault.line)
        raise RecordSyntaxError("JSON", str(fault), place, MEND_LIMIT if fault.limit else MEND) from None
    faults: list[Finding] = []
    many = isinstance(root, list) and not isinstance(root, Pairs)
    numbered = ((f"/{n}" if many else "", item) for n, item in enumerate(root if many else [root]))
    file = Place(file=str(path))
    return RecordSource((record(item, file, pointer, faults) for pointer, item in numbered), faults)


MEND = "Xem lại dấu ngoặc, dấu nháy, dấu phẩy và dấu hai chấm ở chỗ nêu trên."
MEND_LIMIT = "Xem lại phần mềm đã xuất ra tệp này; dữ liệu của một văn bản không tới gần giới hạn ấy."


def record(item: object, base: Place, pointer: str, faults: list[Finding]) -> Record:
    """The record that a value of the JSON text is; an empty one, and a fault, where it is no object.

    Args:
        item: What the JSON reader gave, objects as `Pairs`.
        base: The file, and the line where each line is a text of its own.
        pointer: Where the value stands in the text (RFC 6901).
        faults: What is wrong; added to.
    """
    place = _place(base, pointer, "")
    if not isinstance(item, Pairs):
        faults.append(NO_OBJECT.at(place, form="một đối tượng JSON {…}"))
        return Record({}, {}, place)
    reading = _Reading(base, faults)
    return Record(reading.members(item, pointer, ""), reading.places, place)


@dataclass(slots=True)
class _Reading:
    """One record being read: the place of each value, and what is wrong."""

    base: Place
    faults: list[Finding]
    places: dict[str, Place] = field(default_factory=dict)

    def members(self, pairs: Pairs, pointer: str, path: str) -> dict[str, Value]:
        data: dict[str, Value] = {}
        for raw, inner in pairs:
            name = clean(raw)
            below, spot = f"{path}.{name}" if path else name, f"{pointer}/{_escape(name)}"
            if name in data:
                self.faults.append(NAMED_TWICE.at(_place(self.base, spot, below), name=name, spot=""))
            else:
                data[name] = self._value(inner, spot, below)
        return data

    def _value(self, item: Any, pointer: str, path: str) -> Value:
        self.places[path] = place = _place(self.base, pointer, path)
        if isinstance(item, Pairs):
            return self.members(item, pointer, path)
        if isinstance(item, list):
            return [self._value(inner, f"{pointer}/{n}", f"{path}[{n + 1}]") for n, inner in enumerate(item)]
        if isinstance(item, str):
            item = clean(item)
            self.faults += text_faults(item, place)
        value: Value = item
        return value


def _place(base: Place, pointer: str, path: str) -> Place:
    part = f"con trỏ {pointer}" if pointer else ""
    return Place(file=base.file, line=base.line, part=part, field=path)


def _escape(name: str) -> str:
    return name.replace("~", "~0").replace("/", "~1")
