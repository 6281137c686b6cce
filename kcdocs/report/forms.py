"""What a check of the form of files found: on the screen, as a page, as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from kcdocs.model.checked_form import CheckedForm
from kcdocs.model.finding import Finding, Severity
from kcdocs.model.format import Format
from kcdocs.report import frame
from kcdocs.report.html import findings
from kcdocs.report.words import PROFILES, SEVERITIES

SCHEMA = "kcdocs/form-check/1"
"""Name and version of the form; the version changes only where a reader of the last one would break."""

_COUNTED = ((Severity.ERROR, "lỗi"), (Severity.WARNING, "cảnh báo"), (Severity.NOTE, "ghi chú"))


def render(checked: Sequence[CheckedForm], form: Format) -> str:
    """What was found.

    Args:
        checked: What was found of each file.
        form: HTML, JSON, or the words of the screen.
    """
    if form is Format.JSON:
        return json.dumps(_document(checked), ensure_ascii=False, indent=1) + "\n"
    if form is Format.HTML:
        return frame.page(
            "forms.html",
            title="Kiểm tra thể thức",
            style="page.css",
            files=[_shown(item) for item in checked],
            several=len(checked) > 1,
        )
    return "\n".join(_table(checked)) + "\n" if len(checked) > 1 else f"{head(checked[0])}\n"


def head(item: CheckedForm) -> str:
    """A file in one line: its name, what it is, how many findings of each kind."""
    return f"{item.file}: {kind(item)}; {counts(item)}"


def grade(finding: Finding) -> str:
    """How grave a finding is, in a word."""
    return SEVERITIES[finding.severity]


def kind(item: CheckedForm) -> str:
    """What a file is, and which rules it was held against."""
    if not item.read:
        return "không đọc được"
    named = " ".join(part for part in (item.type or "văn bản", item.number) if part)
    return f"{named}, theo {PROFILES[item.profile]}"


def counts(item: CheckedForm) -> str:
    """How many findings of each kind: "2 lỗi, 1 cảnh báo"."""
    told = [f"{item.count(severity)} {words}" for severity, words in _COUNTED if item.count(severity)]
    return ", ".join(told) or "không có lỗi"


def _table(checked: Sequence[CheckedForm]) -> Iterator[str]:
    """A line for each file, for those who check a folder."""
    yield from map(head, checked)
    good = sum(item.good for item in checked)
    yield f"{len(checked)} tệp, {good} tệp đúng thể thức."


def _shown(item: CheckedForm) -> dict[str, Any]:
    return {
        "name": item.file,
        "kind": kind(item),
        "counts": counts(item),
        "found": findings(item.findings),
    }


def _document(checked: Sequence[CheckedForm]) -> dict[str, Any]:
    files = [
        {**asdict(item), "findings": [_finding(item, place) for place in range(len(item.findings))]}
        for item in checked
    ]
    return {"schema": SCHEMA, "files": files}


def _finding(item: CheckedForm, place: int) -> dict[str, Any]:
    finding = item.findings[place]
    return {**asdict(finding), "severity": finding.severity.value}
