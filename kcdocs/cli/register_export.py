"""`kcdocs register export`: the outgoing register as XLSX."""

from __future__ import annotations

from pathlib import Path

import click

from kcdocs.cli.base import Command
from kcdocs.cli.console import say
from kcdocs.cli.output import chosen, force_option, open_in_program, open_option


@click.command(
    "export",
    cls=Command,
    help="Xuất sổ đăng ký văn bản đi ra bảng tính, mỗi dãy số một trang tính.",
    epilog="Ví dụ: kcdocs register export --out so-van-ban-di.xlsx",
)
@click.argument("series", metavar="[DÃY-SỐ]", required=False)
@click.option(
    "--out", metavar="TỆP.xlsx", required=True, type=click.Path(path_type=Path), help="Tệp bảng tính."
)
@force_option
@open_option
def command(series: str | None, out: Path, force: bool, opens: bool) -> None:
    """Write the workbook."""
    chosen(("xlsx",), None, out)
    from kcdocs.api import register  # noqa: PLC0415 - help pages do not need it

    say(f"Đã xuất: {register.export(out, series, force=force)}")
    if opens:
        open_in_program(out)
