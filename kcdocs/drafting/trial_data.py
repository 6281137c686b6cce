"""Data to try a template on that is in no set: what its tags ask tells what the columns of a sheet are."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from kcdocs.drafting.lines import LINES
from kcdocs.model.finding import Severity
from kcdocs.records.errors import RecordFaultsError
from kcdocs.records.faults import NO_COLUMN, UNKNOWN_COLUMN
from kcdocs.records.reading import SHEETS, open_records, read_records
from kcdocs.sets.derive import contract_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from kcdocs.model.finding import Finding
    from kcdocs.model.record import Record, Value
    from kcdocs.sets.schema import Contract


def read_for_template(path: Path, template: bytes) -> tuple[list[Mapping[str, Value]], list[Finding]]:
    """The data for a template.

    Args:
        path: A file of any kind.
        template: A DOCX file whose tags can be read.

    Returns:
        The data of each record, and a warning for each column that the template does not ask for. A column it
        asks for and that is not there is no fault of the file: the check of the template tells it.

    Raises:
        RecordFaultsError: If values cannot be taken as they stand; all faults at once.
        KcdocsError: If the file cannot be read.
    """
    if path.suffix.lower() not in SHEETS:
        return [record.data for record in read_records(path)], []
    contract = contract_of(template, LINES)
    stream = open_records(path, contract.schema)
    pairs = list(stream.pairs())
    faults = [*stream.loose, *(fault for _, found in pairs for fault in found)]
    if wrong := [fault for fault in faults if fault.code not in {NO_COLUMN.code, UNKNOWN_COLUMN.code}]:
        raise RecordFaultsError(wrong)
    unasked = [fault for fault in faults if fault.code == UNKNOWN_COLUMN.code]
    return [_with_empty_cells(record, contract) for record, _ in pairs], [
        replace(fault, severity=Severity.WARNING) for fault in unasked
    ]


def _with_empty_cells(record: Record, contract: Contract) -> Mapping[str, Value]:
    """The typed data of a row, with an empty text for each cell that is empty."""
    data: dict[str, Any] = dict(contract.typed(record.data))
    for path in record.places:
        inner: Any = data
        *groups, name = re.findall(r"[^.\[\]]+", path)  # "thu_tuc[2].ten" → thu_tuc, 2, ten
        for step in groups:
            inner = inner[int(step) - 1] if isinstance(inner, list) else inner.setdefault(step, {})
        if isinstance(inner, dict):
            inner.setdefault(name, "")
    return data
