"""`kcdocs dossier`: all papers of one dossier."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from kcdocs.cli.base import CommandGroup
from kcdocs.cli.console import print_findings, print_remark, say
from kcdocs.cli.output import force_option, open_in_program, open_option
from kcdocs.cli.types import Day

group = CommandGroup(
    "dossier",
    help="Hồ sơ của một việc: lập mọi văn bản từ một tệp, các văn bản khớp với nhau.",
    epilog="Ví dụ: kcdocs dossier build nam.yaml --out nam",
)


@group.command(
    "build",
    help="Lập mọi văn bản của một hồ sơ từ một tệp YAML hoặc JSON, cùng danh mục của hồ sơ.",
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
def build(record: Path, out: Path, day: date | None, force: bool, opens: bool) -> None:
    """Make the papers, name them, and tell what to look at."""
    from kcdocs.api.dossier import build_dossier

    made = build_dossier(record, out, day=day, force=force)
    for path in made.papers:
        say(f"Đã lập: {path}")
    say(f"Danh mục hồ sơ: {made.listed}")
    for remark in made.remarks:
        print_remark(remark)
    print_findings(made.findings)
    if opens:
        open_in_program(out)
