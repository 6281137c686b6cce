"""`kcdocs templates check`: everything that is wrong with a template, at once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kcdocs.cli import console
from kcdocs.cli.base import Choice, Command, Usage
from kcdocs.errors import ExitCode

if TYPE_CHECKING:
    from kcdocs.api.check_template import Fault, Report

_INDENT = 6


@click.command(
    cls=Command,
    help="Kiểm tra một mẫu Word, hoặc mọi phiên bản của một bộ mẫu; nêu mọi lỗi trong một lần.",
    epilog="Ví dụ: kcdocs templates check mau.docx --record ho-so.yaml --comments mau-co-ghi-chu.docx",
)
@click.argument("target", metavar="TỆP-MẪU|BỘ-MẪU")
@click.option(
    "--record",
    metavar="TỆP-DỮ-LIỆU",
    type=click.Path(path_type=Path),
    help="Đối chiếu mẫu với dữ liệu này và lập thử.",
)
@click.option(
    "--format", "form", type=Choice(["text", "json"]), default="text", help="Dạng kết quả: text hoặc json."
)
@click.option(
    "--comments",
    metavar="TỆP.docx",
    type=click.Path(path_type=Path),
    help="Ghi bản sao của mẫu có chú thích Word.",
)
def command(target: str, record: Path | None, form: str, comments: Path | None) -> int:
    """Check and tell; 5 if a template has errors, 1 if it has warnings or notes only."""
    from kcdocs.api import check_template as api  # noqa: PLC0415 - help pages do not need it

    if not _is_file(target):
        if record or comments:
            raise Usage("--record và --comments chỉ dùng khi kiểm tra một tệp .docx.")
        reports = api.check_set(target)
    else:
        reports = (api.check_file(Path(target), record),)
    if form == "json":
        console.emit(api.as_json(reports).rstrip("\n"))
    else:
        for report in reports:
            _tell(report)
    if comments:
        count = api.write_commented(Path(target), reports[0], comments)
        console.warn(f"Đã ghi bản sao có {count} chú thích: {comments}")
    return _exit_code(reports)


def _is_file(target: str) -> bool:
    return target.lower().endswith((".docx", ".dotx")) or Path(target).is_file()


def _exit_code(reports: tuple[Report, ...]) -> int:
    if any(report.broken for report in reports):
        return ExitCode.TEMPLATE
    return ExitCode.DIFFERENCES if any(report.faults for report in reports) else ExitCode.OK


def _tell(report: Report) -> None:
    from kcdocs.model.finding import Severity  # noqa: PLC0415 - help pages do not need it

    words = {Severity.ERROR: "lỗi", Severity.WARNING: "cảnh báo", Severity.NOTE: "ghi chú"}
    counts = [
        f"{report.count(severity)} {word}" for severity, word in words.items() if report.count(severity)
    ]
    console.say(f"{report.name}: {', '.join(counts) or 'không có lỗi'} ({report.tags} thẻ)")
    for fault in report.faults:
        for line in fault_lines(fault):
            console.say(line)


def fault_lines(fault: Fault) -> list[str]:
    """A fault as lines: what and where, the words it stands in with a mark under it, how to mend it."""
    from dataclasses import replace  # noqa: PLC0415 - help pages do not need it

    finding = fault.finding
    shown = replace(finding, place=replace(finding.place, file="", field=""), found="")
    lines = ["", *console.finding_lines(shown)]
    if fault.shown:
        margin = " " * _INDENT
        marks = " " * len(fault.before) + "^" * len(fault.shown)
        lines[3:3] = [f"{margin}{fault.before}{fault.shown}{fault.after}", margin + marks]
    return lines
