"""Any file of records → Records; the file's name says which reader."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast

from kcdocs.records.errors import UnknownRecordFormatError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kcdocs.model.record import Record

READERS = {
    ".yaml": "kcdocs.records.yaml_file",
    ".yml": "kcdocs.records.yaml_file",
    ".json": "kcdocs.records.json_file",
}
"""Suffix → module whose `read` reads such a file; imported only when such a file comes."""


def read_records(path: Path) -> tuple[Record, ...]:
    """The records of a file, each value with its place.

    Args:
        path: A YAML file (one record, a list, or several documents) or a JSON file (an object or a list).

    Raises:
        UnknownRecordFormatError: If the suffix is none of `READERS`.
        KcdocsError: If the file cannot be read; see the reader.
    """
    module = READERS.get(path.suffix.lower())
    if module is None:
        raise UnknownRecordFormatError(path, (*READERS, ".xlsx", ".csv"))
    read = cast("Callable[[Path], tuple[Record, ...]]", import_module(module).read)
    return read(path)
