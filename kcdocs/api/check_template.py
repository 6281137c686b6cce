"""Checking a template: a Word file by itself or against data, or every version of a set."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from kcdocs import results, settings
from kcdocs.drafting.lines import LINES
from kcdocs.drafting.trial_data import read_for_template
from kcdocs.engine import check_report
from kcdocs.engine.check import check_template, check_with
from kcdocs.engine.check_report import Report, TemplateFault
from kcdocs.files import AnyPath
from kcdocs.lint.check import check_package
from kcdocs.loading import load
from kcdocs.model.finding import Severity
from kcdocs.records.reading import SHEETS
from kcdocs.sets import versions
from kcdocs.sets.coverage import check_version
from kcdocs.sets.schema import DAY
from kcdocs.word.join.compose import compose
from kcdocs.word.package import open_package
from kcdocs.word.read import lines_of

_OF_PAGES = frozenset({"LT101", "LT102", "LT103", "LT104", "LT110"})
"""What the form says of every page whatever is filled in: paper, margins, page numbers, font."""


def check_file(path: AnyPath, records: AnyPath | None = None) -> Report:
    """Check a template file.

    Args:
        path: A `.docx` file.
        records: A file of records of any kind that it should go with: fields they do not have are errors,
            columns of a spreadsheet that it does not ask for are warnings, and a template without errors is
            tried on each.

    Raises:
        PackageError: The file is no Word document that may be opened.
        KcdocsError: The records cannot be read.
    """
    name, data = os.fspath(path), load(Path(path))
    blocks = versions.blocks(settings.user_templates())
    if records is None:
        return _on_its_page(check_template(data, name=name, blocks=blocks, own=(DAY,)), data, blocks)
    source = Path(records)
    if source.suffix.lower() in SHEETS and (alone := check_template(data, name=name, blocks=blocks)).broken:
        return alone  # what its tags ask of a sheet cannot be read
    contexts, unasked = read_for_template(source, data)
    told = f"tệp dữ liệu «{source.name}»"
    report = check_with(data, contexts, name=name, source=told, blocks=blocks)
    return replace(report, faults=(*report.faults, *map(TemplateFault, unasked)))


def _on_its_page(report: Report, data: bytes, blocks: Mapping[str, bytes]) -> Report:
    """A report with what of the page and of plain text is not as the form of papers has it.

    Only for a file with the head of an office's paper: others may have any page.
    """
    lines = [line.strip() for line in lines_of(data)]
    if report.broken or not any(line.startswith("[[khối dau-") for line in lines):
        return report
    paper = check_package(open_package(compose(data, blocks), name=report.name))
    found = [replace(one, severity=Severity.WARNING) for one in paper.findings if one.code in _OF_PAGES]
    return replace(report, faults=(*report.faults, *map(TemplateFault, found)))


def check_set(name: str) -> tuple[Report, ...]:
    """Check a set both ways: what its template asks for against its contract, its example, and its page.

    Args:
        name: "to-trinh" for every version, "to-trinh@1.0.0" for one.

    Returns:
        A report for each version, the earliest in force first.

    Raises:
        KcdocsError: There is no such set or version, or it is damaged.
    """
    blocks = versions.blocks(settings.user_templates())
    return tuple(
        _on_its_page(check_version(version, LINES), load(version.template_path), blocks)
        for version in versions.named(name)
    )


def as_json(reports: Iterable[Report]) -> str:
    """Reports as JSON ending in a line feed; the schema is `docs/reference/template-check.schema.json`."""
    return check_report.as_json(reports)


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
    copy = check_report.with_remarks(Path(path), report)
    results.write_result(Path(out), copy, "templates check docx", others=[Path(path)], force=force)
    return len(report.faults)
