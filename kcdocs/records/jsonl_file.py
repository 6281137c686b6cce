"""JSON Lines: a record a line, read one at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kcdocs.model.finding import Finding, Place
from kcdocs.model.record import Record
from kcdocs.records import json_file, limits
from kcdocs.records.errors import UnreadableRecordError
from kcdocs.records.faults import BAD_LINE
from kcdocs.records.source import RecordSource
from kcdocs.records.text_file import no_file
from kcdocs.text.json_reading import BadJsonError, read_json

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def read(path: Path) -> RecordSource:
    """Open a UTF-8 file with a JSON object on each line that is not empty.

    Raises:
        UnreadableRecordError: If there is no such file; at the line, if it is not UTF-8.
    """
    if not path.is_file():
        raise UnreadableRecordError(path, no_file(path), "Kiểm tra lại tên tệp và thư mục.")
    faults: list[Finding] = []
    return RecordSource(_records(path, faults), faults)


def _records(path: Path, faults: list[Finding]) -> Iterator[Record]:
    try:
        with path.open(encoding="utf-8-sig") as file:
            number = 0
            while line := file.readline(limits.LONGEST_LINE):
                number += 1
                if line.strip():
                    yield _record(line, Place(file=str(path), line=number), faults)
    except UnicodeDecodeError:
        mend = "Lưu lại tệp với mã hóa UTF-8."
        raise UnreadableRecordError(path, "không phải văn bản UTF-8", mend) from None


def _record(line: str, place: Place, faults: list[Finding]) -> Record:
    try:
        root = read_json(line, json_file.Pairs)
    except BadJsonError as fault:
        faults.append(BAD_LINE.at(place, reason=fault))
        return Record({}, {}, place)
    return json_file.record(root, place, "", faults)
