"""What a check of a template found: faults with the words they stand in; as JSON, and as comments in Word.

The form of the JSON is published in docs/reference/template-check.schema.json.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kcdocs.engine import limits
from kcdocs.model.finding import Finding, Severity
from kcdocs.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from kcdocs.model.finding import Place

SCHEMA = "kcdocs/template-check/1"

_SIGNS = {"\n": "↵", "\t": "→"}


@dataclass(frozen=True, slots=True)
class TemplateFault:
    """A finding with the words it stands in.

    Attributes:
        finding: What was found, and where.
        part: Name of the part in the package ("word/document.xml"); empty if it has none.
        before: Up to `limits.CONTEXT` characters before it.
        shown: The characters that are at fault; empty if there are none to show.
        after: Up to `limits.CONTEXT` characters after it.
    """

    finding: Finding
    part: str = ""
    before: str = ""
    shown: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """What checking a template found.

    Attributes:
        name: The template as the user named it.
        faults: What is wrong or worth knowing, in reading order.
        used: Paths of the fields that the template uses ("can_cu[].so").
        tags: How many tags it has.
    """

    name: str
    faults: tuple[TemplateFault, ...]
    used: frozenset[str]
    tags: int

    @property
    def broken(self) -> bool:
        """Whether there is an error among them."""
        return bool(self.errors)

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The errors among them, in reading order."""
        return self._of(Severity.ERROR)

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """The warnings among them, in reading order."""
        return self._of(Severity.WARNING)

    def count(self, severity: Severity) -> int:
        """How many faults of that severity there are."""
        return len(self._of(severity))

    def _of(self, severity: Severity) -> tuple[Finding, ...]:
        return tuple(one.finding for one in self.faults if one.finding.severity is severity)


def excerpt(text: str, span: Span) -> tuple[str, str, str]:
    """The characters before a span, in it and after it, on one line."""
    start, end = max(span.start - limits.CONTEXT, 0), min(span.end + limits.CONTEXT, len(text))
    before = ("…" if start else "") + text[start : span.start]
    after = text[span.end : end] + ("…" if end < len(text) else "")
    return _line(before), _line(span.of(text)), _line(after)


def _line(text: str) -> str:
    return "".join(_SIGNS.get(sign, sign) for sign in text)


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


def with_remarks(template: Path, report: Report) -> bytes:
    """A copy of a template with a Word comment at each fault.

    Args:
        template: The `.docx` file.
        report: What a check of it found.
    """
    from kcdocs.word.package import open_package  # noqa: PLC0415 - Word only where a copy is wanted
    from kcdocs.word.write.comments import WordComment, with_comments  # noqa: PLC0415 - the same

    comments = [
        WordComment(
            fault.part, fault.finding.place.paragraph, fault.finding.place.span or Span(0, 0), _remark(fault)
        )
        for fault in report.faults
    ]
    return with_comments(open_package(template), comments)


def _remark(fault: TemplateFault) -> list[str]:
    finding, place = fault.finding, fault.finding.place
    where = " · ".join(part for part in (place.part, place.cell, f"đoạn {place.paragraph}") if part)
    lines = [f"{finding.code}. {finding.message}", finding.mend, f"({where})"]
    return [line for line in lines if line]
