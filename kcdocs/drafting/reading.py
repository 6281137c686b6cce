"""The data of documents: a file of any kind, read with the contract of the set it is for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kcdocs.drafting import choice
from kcdocs.drafting.choice import in_all
from kcdocs.drafting.context import document_date
from kcdocs.records.reading import SHEETS, open_records
from kcdocs.sets import versions as sets
from kcdocs.sets.errors import ContractError, RecordError
from kcdocs.sets.schema import TRANSITION

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from kcdocs.model.record import Record
    from kcdocs.records.source import Pair, Stream
    from kcdocs.sets.schema import Schema
    from kcdocs.sets.versions import Version

NUMBER = "so"
"""The field that holds a document's number."""


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
    every = sets.versions(name)
    version = sets.numbered(every, number) if number else sets.inforce(every, day) if day else every[-1]
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
    seen: list[Pair] = []
    chosen = None
    for pair in stream.pairs():
        seen.append(pair)
        chosen = _chosen(every, version, pair[0])
        if chosen:
            break
    stream.put_back(seen)
    return chosen


def _undecided(readings: Sequence[Stream]) -> Stream:
    """A spreadsheet in which no record chooses a version: the best of its readings by each version.

    The best has the fewest faults, and is the latest of several. Only the faults that all find stay in it.
    """
    pairs = [list(reading.pairs()) for reading in readings]
    told = [
        [*reading.loose, *(fault for _, found in read for fault in found)]
        for reading, read in zip(readings, pairs, strict=True)
    ]
    best = min(range(len(readings)), key=lambda n: (len(told[n]), -n))
    sure = in_all([*told, told[best]])
    stream = readings[best]
    stream.loose = [sure[fault] for fault in stream.loose if fault in sure]
    stream.put_back(
        [(record, [sure[fault] for fault in found if fault in sure]) for record, found in pairs[best]]
    )
    return stream


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
