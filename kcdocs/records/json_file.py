"""JSON files: records with the pointer (RFC 6901) of every value."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kcdocs.model.finding import Finding, Place, Severity
from kcdocs.model.record import Record, Value
from kcdocs.records.errors import EmptyRecordsError, RecordFaultsError, RecordSyntaxError
from kcdocs.records.hygiene import faults as text_faults
from kcdocs.records.text_file import read_text
from kcdocs.records.values import clean, too_long
from kcdocs.text.json_reading import BadJsonError, read_json

if TYPE_CHECKING:
    from pathlib import Path


class Pairs(list[tuple[str, Any]]):
    """The members of an object, in order, before repeats are looked for."""

    __slots__ = ()


def read(path: Path) -> tuple[Record, ...]:
    """The records of a JSON file: an object, or a list of objects.

    Raises:
        UnreadableRecordError: If the file cannot be read as text.
        RecordSyntaxError: If it is not JSON (RFC 8259), or exceeds a limit of `read_json`.
        RecordFaultsError: If a name stands twice in an object or a text has letters no document can hold.
        EmptyRecordsError: If it holds no record.
    """
    text = read_text(path)
    try:
        root = read_json(text, Pairs)
    except BadJsonError as fault:
        place = Place(file=str(path), line=fault.line)
        raise RecordSyntaxError("JSON", str(fault), place, MEND_LIMIT if fault.limit else MEND) from None
    roots = root if isinstance(root, list) and not isinstance(root, Pairs) else [root]
    faults: list[Finding] = []
    many = roots is root
    records = [_record(item, str(path), f"/{n}" if many else "", faults) for n, item in enumerate(roots)]
    if faults:
        raise RecordFaultsError(faults)
    if not records:
        raise EmptyRecordsError(path)
    return tuple(records)


MEND = "Xem lại dấu ngoặc, dấu nháy, dấu phẩy và dấu hai chấm ở chỗ nêu trên."
MEND_LIMIT = "Xem lại phần mềm đã xuất ra tệp này; dữ liệu của một văn bản không tới gần giới hạn ấy."


def _record(item: object, file: str, pointer: str, faults: list[Finding]) -> Record:
    place = _place(file, pointer, "")
    if not isinstance(item, Pairs):
        faults.append(Finding("RC115", Severity.ERROR, place, "Một hồ sơ phải là một đối tượng JSON {…}."))
        return Record({}, {}, place)
    places: dict[str, Place] = {}
    data = read_value(item, file, pointer, "", places, faults)
    return Record(data if isinstance(data, dict) else {}, places, place)


def read_value(
    item: Any, file: str, pointer: str, path: str, places: dict[str, Place], faults: list[Finding]
) -> Value:
    """A value without repeated names, its texts cleaned.

    Args:
        item: What the JSON reader gave, objects as `Pairs`.
        file: The file as the user named it.
        pointer: Where the value stands in the file (RFC 6901).
        path: Where it stands in the record.
        places: Path → place; filled in.
        faults: What is wrong; added to.
    """
    places[path] = place = _place(file, pointer, path)
    if isinstance(item, Pairs):
        data: dict[str, Value] = {}
        for raw, inner in item:
            name = clean(raw)
            below, spot = f"{path}.{name}" if path else name, f"{pointer}/{_escape(name)}"
            if name in data:
                faults.append(
                    Finding(
                        "RC114", Severity.ERROR, _place(file, spot, below), f"Trường «{name}» ghi hai lần."
                    )
                )
                continue
            data[name] = read_value(inner, file, spot, below, places, faults)
        return data
    if isinstance(item, list):
        return [
            read_value(inner, file, f"{pointer}/{n}", f"{path}[{n + 1}]", places, faults)
            for n, inner in enumerate(item)
        ]
    if isinstance(item, str):
        text = clean(item)
        faults.extend((*too_long(text, place), *text_faults(text, place)))
        return text
    value: Value = item
    return value


def _place(file: str, pointer: str, path: str) -> Place:
    return Place(file=file, part=f"con trỏ {pointer}" if pointer else "", field=path)


def _escape(name: str) -> str:
    return name.replace("~", "~0").replace("/", "~1")
