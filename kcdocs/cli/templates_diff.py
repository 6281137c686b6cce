"""`kcdocs templates diff`: what differs between two versions."""

from __future__ import annotations

import click

from kcdocs.cli.base import Command
from kcdocs.cli.output import Output, output_options
from kcdocs.errors import ExitCode


@click.command(
    "diff",
    cls=Command,
    help="So sánh hai phiên bản mẫu: lời văn, trường dữ liệu, trình bày.",
    epilog="Ví dụ: kcdocs templates diff to-trinh@1.0.0 to-trinh@2.0.0 --out khac-nhau.html",
)
@click.argument("old", metavar="BỘ-MẪU@CŨ")
@click.argument("new", metavar="BỘ-MẪU@MỚI")
@output_options({"terminal": "màn hình", "html": "trang để xem"})
def command(old: str, new: str, output: Output) -> int:
    """Compare and tell; 1 if the versions differ."""
    from kcdocs.api.templates import compare_versions, comparison_page  # noqa: PLC0415 - help needs none

    found = compare_versions(old, new)
    output.give(comparison_page(found, output.form))
    return ExitCode.DIFFERENCES if found.any else ExitCode.OK
