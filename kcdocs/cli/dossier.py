"""`kcdocs dossier`: all papers of one dossier."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from kcdocs.cli.base import CommandGroup
from kcdocs.cli.console import finding_lines, print_findings, print_remark, say
from kcdocs.cli.output import Output, force_option, open_in_program, open_option, output_options
from kcdocs.cli.types import Choice, Day
from kcdocs.cli.usage import Usage
from kcdocs.errors import ExitCode
from kcdocs.model.format import Format

_STAGES = ("lay-y-kien", "tham-dinh", "trinh")

group = CommandGroup(
    "dossier",
    help="Hồ sơ của một việc: lập mọi văn bản từ một tệp; kiểm tra các văn bản có khớp với nhau.",
    epilog="Ví dụ: kcdocs dossier build nam.yaml --out nam",
)


@group.command(
    "build",
    help="Lập mọi văn bản của một hồ sơ từ một tệp YAML hoặc JSON, cùng danh mục của hồ sơ.\n\n"
    "Mã thoát: 0 đã lập, 1 đã lập nhưng có chỗ các văn bản không khớp với nhau.",
    epilog="Ví dụ: kcdocs dossier build nam.yaml --out nam",
)
@click.argument("record", metavar="TỆP-HỒ-SƠ", type=click.Path(path_type=Path))
@click.option(
    "--out", metavar="THƯ-MỤC", required=True, type=click.Path(path_type=Path), help="Thư mục ghi văn bản."
)
@click.option(
    "--date", "day", metavar="NGÀY", type=Day(), help="Ngày văn bản khi hồ sơ để trống, như 2024-12-27."
)
@force_option
@open_option
def build(record: Path, out: Path, day: date | None, force: bool, opens: bool) -> ExitCode:
    """Make the papers, name them, and tell what to look at; 1 if they do not agree."""
    from kcdocs.api.dossier import build_dossier
    from kcdocs.model.finding import Severity

    made = build_dossier(record, out, day=day, force=force)
    for path in made.papers:
        say(f"Đã lập: {path}")
    say(f"Danh mục hồ sơ: {made.listed}")
    for remark in made.remarks:
        print_remark(remark)
    print_findings(made.findings)
    if opens:
        open_in_program(out)
    wrong = any(one.severity is Severity.ERROR for one in made.findings)
    return ExitCode.DIFFERENCES if wrong else ExitCode.OK


@group.command(
    "check",
    help="Kiểm tra các văn bản Word của một hồ sơ, kể cả tệp lập ở nơi khác hay đã sửa tay: tên dự thảo, "
    "số, ngày, số điều, số ý kiến, các nơi có ý kiến có khớp với nhau không; ngày có đúng thứ tự không; "
    "bước này còn thiếu văn bản gì.\n\n"
    "Mã thoát: 0 khớp, 1 có chỗ phải xem, 3 có tệp không đọc được.",
    epilog="Ví dụ: kcdocs dossier check nam",
)
@click.argument("files", metavar="TỆP|THƯ-MỤC|ZIP…", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--as-of",
    "day",
    metavar="NGÀY",
    type=Day(),
    help="Xét hồ sơ theo quy định vào ngày nào. Bỏ trống thì theo ngày của văn bản mới nhất.",
)
@click.option(
    "--stage",
    metavar="BƯỚC",
    type=Choice(_STAGES),
    help="Hồ sơ ở bước nào: lay-y-kien, tham-dinh, trinh. Bỏ trống thì theo các văn bản có trong hồ sơ.",
)
@output_options({Format.TERMINAL: "màn hình", Format.JSON: "cho máy đọc"})
def check(files: tuple[Path, ...], day: date | None, stage: str | None, output: Output) -> ExitCode:
    """Check and tell; 1 if anything but notes is told, 3 if a file could not be read."""
    from kcdocs.api.dossier import check_dossier, render
    from kcdocs.law.dossiers import Stage

    checked = check_dossier(files, day=day, stage=Stage(stage.replace("-", "_")) if stage else None)
    if not checked.papers:
        raise Usage("Ở nơi vừa ghi không có tệp .docx nào.", click.get_current_context())
    told = render(checked, output.form)
    if output.form is Format.TERMINAL:
        told += "".join(f"\n{line}" for one in checked.findings for line in ("", *finding_lines(one.finding)))
    output.give(told)
    if not all(paper.read for paper in checked.papers):
        return ExitCode.FILE
    return ExitCode.OK if checked.good else ExitCode.DIFFERENCES
