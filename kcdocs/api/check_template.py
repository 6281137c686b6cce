"""Checking a template: a Word file by itself or against data, or every version of a set."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from kcdocs import results
from kcdocs.drafting.lines import LINES
from kcdocs.engine import check_json
from kcdocs.engine.check import check
from kcdocs.engine.check_faults import unused_field
from kcdocs.engine.check_report import Report, TemplateFault
from kcdocs.engine.check_trial import trial_faults
from kcdocs.engine.shapes import shape_of
from kcdocs.files import AnyPath
from kcdocs.loading import load
from kcdocs.model.finding import Place
from kcdocs.model.span import Span
from kcdocs.records.reading import read_records
from kcdocs.sets import versions as sets
from kcdocs.sets.coverage import template_shape, unfilled, unused_fields
from kcdocs.word.package.docx import open_package
from kcdocs.word.write.comments import WordComment, with_comments


def check_file(path: AnyPath, records: AnyPath | None = None) -> Report:
    """Check a template file.

    Args:
        path: A `.docx` file.
        records: A file of records it should go with: fields they do not have are errors, and a template
            without errors is tried on each.

    Raises:
        PackageError: The file is no Word document that may be opened.
        KcdocsError: The records cannot be read.
    """
    name, data = os.fspath(path), _read(Path(path))
    if records is None:
        return check(data, name=name)
    source = Path(records)
    contexts = [record.data for record in read_records(source)]
    report = check(data, name=name, shape=shape_of(contexts), source=f"tệp dữ liệu «{source.name}»")
    if report.broken:
        return report
    return replace(report, faults=(*report.faults, *trial_faults(data, contexts, name=name)))


def check_set(name: str) -> tuple[Report, ...]:
    """Check a set both ways: what its template asks for against its contract, and its example.

    Args:
        name: "to-trinh" for every version, "to-trinh@1.0.0" for one.

    Returns:
        A report for each version, the earliest in force first.

    Raises:
        KcdocsError: There is no such set or version, or it is damaged.
    """
    set_name, _, number = name.partition("@")
    chosen = (sets.version(set_name, number),) if number else sets.versions(set_name)
    return tuple(_check_version(version) for version in chosen)


def as_json(reports: Iterable[Report]) -> str:
    """Reports as JSON ending in a line feed; the schema is `docs/reference/template-check.schema.json`."""
    return check_json.as_json(reports)


def _check_version(version: sets.Version) -> Report:
    contract, file = version.contract, version.template_path.name
    report = check(
        version.template, name=version.name, shape=template_shape(contract, LINES), source="lược đồ"
    )
    examples = [record for path in version.examples for record in read_records(path)]
    found = [
        unused_field(Place(file, field=info.path), info.title)
        for info in unused_fields(contract, report.used, LINES)
    ]
    found += unfilled(contract, examples, "example.yaml")
    return replace(report, faults=(*report.faults, *map(TemplateFault, found)))


def write_commented(path: AnyPath, report: Report, out: AnyPath, *, force: bool = False) -> int:
    """Write a copy of a template with a Word comment at each fault.

    Args:
        path: The template.
        report: What a check of it found.
        out: Where to write the copy.
        force: Whether another file that stands there may be replaced.

    Returns:
        How many comments it bears.
    """
    remarks = [_remark(fault) for fault in report.faults]
    copy = with_comments(open_package(Path(path)), remarks)
    results.write(Path(out), copy, "templates check docx", others=[Path(path)], force=force)
    return len(remarks)


def _read(path: Path) -> bytes:
    data = load(path)
    open_package(data, name=str(path))  # tells in Vietnamese what is wrong with the file
    return data


def _remark(fault: TemplateFault) -> WordComment:
    finding, place = fault.finding, fault.finding.place
    where = " · ".join(part for part in (place.part, place.cell, f"đoạn {place.paragraph}") if part)
    lines = [f"{finding.code}. {finding.message}", finding.mend, f"({where})"]
    return WordComment(
        fault.part, place.paragraph, place.span or Span(0, 0), [line for line in lines if line]
    )
