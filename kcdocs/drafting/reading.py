"""The data of documents: a file of any kind, read with the contract of the set it is for."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from kcdocs.drafting import choice, limits
from kcdocs.drafting.choice import in_all
from kcdocs.drafting.context import document_date
from kcdocs.records.faults import NO_COLUMN
from kcdocs.records.reading import SHEETS, open_records
from kcdocs.sets import versions
from kcdocs.sets.contract import is_missing
from kcdocs.sets.errors import ContractError, RecordError
from kcdocs.sets.schema import TRANSITION

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from kcdocs.model.finding import Finding, Place
    from kcdocs.model.record import Record
    from kcdocs.records.source import ReadRecord, Stream
    from kcdocs.records.values import Schema
    from kcdocs.sets.versions import Version

NUMBER = "so"
"""The field that holds a document's number."""

_READER = "RC1"
"""How the codes begin of what the readers of texts find."""


def open_data(set_name: str, path: Path, day: date | None, *, numbered: bool = False) -> Stream:
    """Open a file of data.

    Args:
        set_name: Name of the set or of a version; a spreadsheet is read by the contract of the version its
            first dated record chooses.
        path: A YAML, JSON, JSONL, XLSX or CSV file.
        day: The documents' date, where the records leave it open.
        numbered: Whether a register gives the numbers, so that the data need not.

    Raises:
        KcdocsError: If there is no such set or version, or the file cannot be read.
    """
    name, _, number = set_name.partition("@")
    every = versions.of_set(name)
    version = (
        versions.numbered(every, number) if number else versions.inforce(every, day) if day else every[-1]
    )
    stream = open_records(path, _schema(version, numbered=numbered))
    if number or day or path.suffix.lower() not in SHEETS:
        return stream
    chosen = _first_choice(every, version, stream)
    if chosen is None:
        return _undecided([open_records(path, _schema(item, numbered=numbered)) for item in every])
    if chosen is version:
        return stream
    stream.close()
    return open_records(path, _schema(chosen, numbered=numbered))


def _first_choice(every: Sequence[Version], version: Version, stream: Stream) -> Version | None:
    """The version that the first dated record chooses; what was read of the stream is put back."""
    seen: list[ReadRecord] = []
    chosen = None
    for pair in islice(stream.pairs(), limits.MOST_UNDATED):
        seen.append(pair)
        chosen = _chosen(every, version, pair[0])
        if chosen:
            break
    stream.put_back(seen)
    return chosen


def _undecided(readings: Sequence[Stream]) -> Stream:
    """A spreadsheet in which no record chooses a version: the best of its readings by each version.

    The best finds the fewest faults in its headers, and is the latest of several. Only those that all find
    stay in it.
    """
    for reading in readings:
        reading.put_back(list(islice(reading.pairs(), 1)))  # before the first record the headers are read
    told = [list(reading.loose) for reading in readings]
    best = min(range(len(readings)), key=lambda n: (len(told[n]), -n))
    for reading in (*readings[:best], *readings[best + 1 :]):
        reading.close()
    readings[best].loose = list(in_all([*told, told[best]]).values())
    return readings[best]


def _chosen(every: Sequence[Version], version: Version, record: Record) -> Version | None:
    """The version a record chooses by itself; None if it names no date, or one that no version is for."""
    typed = replace(record, data=version.contract.typed(record.data))
    if not (typed.data.get(TRANSITION) or document_date(typed.data)):
        return None
    try:
        return choice.choose_among(every, "", typed, None).version
    except (ContractError, RecordError):
        return None


def _schema(version: Version, *, numbered: bool) -> Schema:
    schema = version.contract.schema
    if not numbered:
        return schema
    return {**schema, "required": [name for name in schema.get("required", ()) if name != NUMBER]}


def without_repeats(faults: Sequence[Finding]) -> list[Finding]:
    """The faults without those that tell a second time of a cell, or row by row of a missing column.

    Args:
        faults: Faults of one file, the reader's before the contract's.
    """
    missing = {
        (fault.place.sheet, name)
        for fault in faults
        if fault.code == NO_COLUMN.code
        for name in _with_groups(fault.place.field)
    }
    met = {_spot(fault.place) for fault in faults if fault.code.startswith(_READER)}
    kept: dict[object, Finding] = {}
    for number, fault in enumerate(faults):
        place = fault.place
        if is_missing(fault) and (place.sheet, place.field.rpartition("].")[2]) in missing:
            continue
        if not fault.code.startswith(_READER) and _is_met(fault, met):
            continue
        kept.setdefault((place.sheet, place.line, place.cell) if place.cell else number, fault)
    return list(kept.values())


def _is_met(fault: Finding, met: set[tuple[int, str, str]]) -> bool:
    """Whether a reader found something in the value of a text, or in its line, whose field it need not know.

    A field that is missing stands nowhere; its line is that of its group.
    """
    place = fault.place
    if place.cell or place.sheet or not place.field:
        return False
    return _spot(place) in met or (not is_missing(fault) and (place.line, place.part, "") in met)


def _spot(place: Place) -> tuple[int, str, str]:
    return place.line, place.part, place.field


def _with_groups(field: str) -> list[str]:
    """A field and the groups it is in: "nguoi_ky.ho_ten", "nguoi_ky"."""
    steps = field.split(".")
    return [".".join(steps[:end]) for end in range(len(steps), 0, -1)]
