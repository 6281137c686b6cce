"""`kcdocs templates check`: everything that is wrong with a template, at once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kcdocs.cli import console
from kcdocs.cli.base import Command
from kcdocs.cli.output import Output, chosen, output_options, spare_others
from kcdocs.cli.usage import Usage
from kcdocs.errors import ExitCode

if TYPE_CHECKING:
    from kcdocs.api.check_template import Fault, Report

_INDENT = 6


@click.command(
    cls=Command,
    help="Kiểm tra một mẫu Word, hoặc mọi phiên bản của một bộ mẫu; nêu mọi lỗi trong một lần.",
    epilog="Ví dụ: kcdocs templates check mau.docx --comments mau-co-ghi-chu.docx",
)
@click.argument("target", metavar="TỆP-MẪU|BỘ-MẪU")
@click.option(
    "--record",
    metavar="TỆP-DỮ-LIỆU",
    type=click.Path(path_type=Path),
    help="Đối chiếu mẫu với dữ liệu này và lập thử.",
)
@click.option(
    "--comments",
    metavar="TỆP.docx",
    type=click.Path(path_type=Path),
    help="Ghi bản sao của mẫu có chú thích Word.",
)
@output_options({"terminal": "màn hình", "json": "cho máy đọc"})
def command(target: str, record: Path | None, comments: Path | None, output: Output) -> int:
    """Check and tell; 5 if a template has errors, 1 if it has warnings or notes only."""
    if comments:
        chosen(("docx",), None, comments)
        spare_others(comments)
    from kcdocs.api import check_template as api  # noqa: PLC0415 - help pages do not need it

    if not _is_file(target):
        if record or comments:
            raise Usage(
                "--record và --comments chỉ dùng khi kiểm tra một tệp .docx.", click.get_current_context()
            )
        reports = api.check_set(target)
    else:
        reports = (api.check_file(Path(target), record),)
    told = [line for report in reports for line in _lines(report)]
    output.give(api.as_json(reports) if output.form == "json" else "\n".join(told))
    if comments:
        count = api.write_commented(Path(target), reports[0], comments, force=output.force)
        console.warn(f"Đã ghi bản sao có {count} chú thích: {comments}")
    return _exit_code(reports)


def _is_file(target: str) -> bool:
    return target.lower().endswith((".docx", ".dotx")) or Path(target).is_file()


def _exit_code(reports: tuple[Report, ...]) -> int:
    if any(report.broken for report in reports):
        return ExitCode.TEMPLATE
    return ExitCode.DIFFERENCES if any(report.faults for report in reports) else ExitCode.OK


def _lines(report: Report) -> list[str]:
    from kcdocs.model.finding import Severity  # noqa: PLC0415 - help pages do not need it

    words = {Severity.ERROR: "lỗi", Severity.WARNING: "cảnh báo", Severity.NOTE: "ghi chú"}
    counts = [
        f"{report.count(severity)} {word}" for severity, word in words.items() if report.count(severity)
    ]
    head = f"{report.name}: {', '.join(counts) or 'không có lỗi'} ({report.tags} thẻ)"
    return [head, *(line for fault in report.faults for line in fault_lines(fault))]


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
