"""Any file of records → a stream of records; the file's name says which reader."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast

from kcdocs.records.errors import RecordFaultsError, UnknownRecordFormatError
from kcdocs.records.source import RecordSource, Stream

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kcdocs.model.record import Record
    from kcdocs.records.values import Schema

_TEXTS = {
    ".yaml": "kcdocs.records.yaml_file",
    ".yml": "kcdocs.records.yaml_file",
    ".json": "kcdocs.records.json_file",
    ".jsonl": "kcdocs.records.jsonl_file",
}
"""Suffix of a file that names its fields → module whose `read` reads it, imported when such a file comes."""

SHEETS = frozenset({".xlsx", ".csv"})
"""Suffixes of files whose columns only a contract can explain."""


def open_records(path: Path, schema: Schema) -> Stream:
    """Open a file of records of any kind.

    The values are given as the file holds them; `kcdocs.records.values` says what each is to a field.

    Args:
        path: A YAML file (one record, a list, or several documents), a JSON file (an object or a list), a
            JSONL file (an object a line), an XLSX or a CSV file (a row is a record).
        schema: JSON Schema of a record, which says what the columns of a spreadsheet are.

    Raises:
        UnknownRecordFormatError: If the suffix is none of these.
        KcdocsError: If the file cannot be read; see the reader.
    """
    if path.suffix.lower() in SHEETS:
        from kcdocs.records.tables import open_table  # noqa: PLC0415 - only where a spreadsheet comes

        return Stream(path, open_table(path, schema))
    return Stream(path, _text_source(path, (*_TEXTS, *sorted(SHEETS))))


def open_books(path: Path, schema: Schema) -> Stream:
    """Like `open_records`, but each sheet of a workbook is a table of records of its own, whatever its name.

    Args:
        path: A file of records of any kind.
        schema: JSON Schema of a record, without groups that repeat.

    Raises:
        UnknownRecordFormatError, KcdocsError: As for `open_records`.
    """
    if path.suffix.lower() == ".xlsx":
        from kcdocs.records.tables import open_every_sheet  # noqa: PLC0415 - only where a workbook comes

        return Stream(path, open_every_sheet(path, schema))
    return open_records(path, schema)


def read_records(path: Path, schema: Schema | None = None) -> tuple[Record, ...]:
    """All records of a file, each value with its place.

    Args:
        path: A YAML, JSON or JSONL file, as for `open_records`; a spreadsheet too where a schema is given.
        schema: JSON Schema of a record, which says what the columns of a spreadsheet are.

    Raises:
        UnknownRecordFormatError: If the suffix is none of these.
        RecordFaultsError: If values cannot be taken as they stand; all faults at once.
        EmptyRecordsError: If it holds no record.
        KcdocsError: If the file cannot be read; see the reader.
    """
    stream = open_records(path, schema) if schema else Stream(path, _text_source(path, tuple(_TEXTS)))
    pairs = list(stream.pairs())
    if faults := [*stream.loose, *(fault for _, found in pairs for fault in found)]:
        raise RecordFaultsError(faults)
    return tuple(record for record, _ in pairs)


def _text_source(path: Path, known: tuple[str, ...]) -> RecordSource:
    module = _TEXTS.get(path.suffix.lower())
    if module is None:
        raise UnknownRecordFormatError(path, known)
    read = cast("Callable[[Path], RecordSource]", import_module(module).read)
    return read(path)
