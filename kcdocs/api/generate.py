"""Making documents: records and a set of templates → Word files."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from kcdocs.records.reading import read_records
from kcdocs.templating import context, output, sets, trace
from kcdocs.templating.compile import compile_template
from kcdocs.templating.contract import data_faults
from kcdocs.templating.fill import fill
from kcdocs.templating.schema import OPEN
from kcdocs.templating.set_errors import ContractError, DateConflictError, DateNeededError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from kcdocs.model.finding import Finding
    from kcdocs.model.record import Record


@dataclass(frozen=True, slots=True)
class Produced:
    """A document that was made.

    Attributes:
        path: The file.
        set_name: Set and version it was made from ("to-trinh@1.0.0").
        remarks: What the user should know about it, in Vietnamese.
    """

    path: Path
    set_name: str
    remarks: tuple[str, ...] = ()


def generate(set_name: str, records: Path, out: Path, *, day: date | None = None) -> tuple[Produced, ...]:
    """Make a document for each record of a file; nothing is written unless all can be.

    Args:
        set_name: Name of the set.
        records: A YAML or JSON file.
        out: The folder to write into; made if absent.
        day: The documents' date, where the records leave it open.

    Raises:
        KcdocsError: If the records cannot be read, do not meet the contract (`ContractError`, all faults
            at once), name no date, or the template cannot be filled.
    """
    made = [_document(set_name, record, day) for record in read_records(records)]
    names = output.unique([name for name, *_ in made])
    out.mkdir(parents=True, exist_ok=True)
    return tuple(
        Produced(output.write(out / name, data), version.name)
        for name, (_, version, data) in zip(names, made, strict=True)
    )


def _document(set_name: str, record: Record, day: date | None) -> tuple[str, sets.Version, bytes]:
    version, on = _choose(set_name, record, day)
    faults = data_faults(version.contract, record)
    if faults:
        raise ContractError(version.name, faults)
    filled = context.build(version, record.data, on)
    template = compile_template(version.template, name=version.template_path.name)
    typed = version.contract.typed(record.data)
    data = fill(template, filled, properties=trace.properties(version.name, template.hash, typed))
    return output.file_name(version.facts.get("output", version.set_name), filled), version, data


def _choose(set_name: str, record: Record, day: date | None) -> tuple[sets.Version, date]:
    every = sets.versions(set_name)
    recorded = context.document_date(every[-1].contract.typed(record.data))
    place = replace(record.where("ngay"), field="ngay")
    if recorded and day and recorded != day:
        raise DateConflictError(recorded, day, place)
    on = recorded or day
    if on is None:
        nearest, faults = _nearest(every, record)
        raise DateNeededError(place) if record.data.get("ngay") == OPEN else ContractError(nearest, faults)
    return sets.version_on(set_name, on), on


def _nearest(every: Sequence[sets.Version], record: Record) -> tuple[str, list[Finding]]:
    """The version a record without a date fits best, and what keeps it from fitting whole."""
    told = [(version.name, data_faults(version.contract, record)) for version in every]
    return min(told, key=lambda item: len(item[1]))
