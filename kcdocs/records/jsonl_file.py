"""JSON Lines: a record a line, read one at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kcdocs.model.finding import Finding, Place, Severity
from kcdocs.model.record import Record
from kcdocs.records.errors import UnreadableRecordError
from kcdocs.records.json_file import Pairs, read_value
from kcdocs.text.json_reading import BadJsonError, read_json

if TYPE_CHECKING:
    from pathlib import Path

LONGEST = 1 << 22
"""Most characters of a line."""


@dataclass(frozen=True, slots=True)
class JsonLines:
    """A file being read.

    Attributes:
        records: Its records, in the order of the lines; read once.
        findings: What is to be said so far; what concerns a record is there before the record is given.
    """

    records: Iterator[Record]
    findings: list[Finding]


def stream_jsonl(path: Path) -> JsonLines:
    """The records of a UTF-8 file with a JSON object on each line that is not empty.

    Raises:
        UnreadableRecordError: If there is no such file; at the line, if it is not UTF-8.
    """
    if not path.is_file():
        raise UnreadableRecordError(path, "không có tệp này", "Kiểm tra lại tên tệp và thư mục.")
    findings: list[Finding] = []
    return JsonLines(_records(path, findings), findings)


def _records(path: Path, findings: list[Finding]) -> Iterator[Record]:
    try:
        with path.open(encoding="utf-8-sig") as file:
            number = 0
            while line := file.readline(LONGEST):
                number += 1
                if line.strip():
                    yield _record(line, Place(file=str(path), line=number), findings)
    except UnicodeDecodeError:
        mend = "Lưu lại tệp với mã hóa UTF-8."
        raise UnreadableRecordError(path, "không phải văn bản UTF-8", mend) from None


def _record(line: str, place: Place, findings: list[Finding]) -> Record:
    try:
        root = read_json(line, Pairs)
    except BadJsonError as fault:
        words = f"Dòng này không đúng cú pháp JSON: {fault}."
        findings.append(Finding("RC103", Severity.ERROR, place, words, mend="sửa dòng theo cú pháp JSON."))
        return Record({}, {}, place)
    if not isinstance(root, Pairs):
        findings.append(Finding("RC115", Severity.ERROR, place, "Một hồ sơ phải là một đối tượng JSON {…}."))
        return Record({}, {}, place)
    faults: list[Finding] = []
    places: dict[str, Place] = {}
    data = read_value(root, place.file, "", "", places, faults)
    findings += [replace(fault, place=replace(fault.place, line=place.line)) for fault in faults]
    return Record(data if isinstance(data, dict) else {}, {}, place)
