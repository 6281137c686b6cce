"""What a check found, as JSON; the form is published in docs/reference/template-check.schema.json."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from kcdocs.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kcdocs.engine.check_report import Report, TemplateFault
    from kcdocs.model.finding import Place

SCHEMA = "kcdocs/template-check/1"


def as_json(reports: Iterable[Report]) -> str:
    """The reports as JSON text, ending in a line feed."""
    document = {"schema": SCHEMA, "templates": [_report(report) for report in reports]}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _report(report: Report) -> dict[str, Any]:
    return {
        "name": report.name,
        "tags": report.tags,
        "errors": report.count(Severity.ERROR),
        "warnings": report.count(Severity.WARNING),
        "notes": report.count(Severity.NOTE),
        "fields": sorted(path for path in report.used if path),
        "faults": [_fault(fault) for fault in report.faults],
    }


def _fault(fault: TemplateFault) -> dict[str, Any]:
    finding = fault.finding
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "place": _place(finding.place),
        "message": finding.message,
        "found": finding.found,
        "expected": finding.expected,
        "mend": finding.mend,
        "excerpt": {"before": fault.before, "shown": fault.shown, "after": fault.after},
    }


def _place(place: Place) -> dict[str, Any]:
    return {
        "file": place.file,
        "part": place.part,
        "address": place.address,
        "paragraph": place.paragraph,
        "cell": place.cell,
        "field": place.field,
        "start": place.span.start if place.span else None,
        "end": place.span.end if place.span else None,
    }
