"""The faults of a template as lines on a screen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kcdocs.cli import console
from kcdocs.model.finding import Severity

if TYPE_CHECKING:
    from kcdocs.api import Report, TemplateFault


def report_lines(report: Report) -> list[str]:
    """What a check found in a template: how many faults of each weight, then each fault."""
    words = {Severity.ERROR: "lỗi", Severity.WARNING: "cảnh báo", Severity.NOTE: "ghi chú"}
    counts = [
        f"{report.count(severity)} {word}" for severity, word in words.items() if report.count(severity)
    ]
    head = f"{report.name}: {', '.join(counts) or 'không có lỗi'} ({report.tags} thẻ)"
    return [head, *(line for fault in report.faults for line in fault_lines(fault))]


def fault_lines(fault: TemplateFault) -> list[str]:
    """A fault as lines: what and where, the words it stands in with a mark under it, how to mend it."""
    finding = fault.finding
    shown = replace(finding, place=replace(finding.place, file="", field=""), found="")
    lines = ["", *console.finding_lines(shown)]
    if fault.shown:
        margin = "      "
        marks = " " * len(fault.before) + "^" * len(fault.shown)
        lines[3:3] = [f"{margin}{fault.before}{fault.shown}{fault.after}", margin + marks]
    return lines
