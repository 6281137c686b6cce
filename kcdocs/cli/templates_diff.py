"""`kcdocs templates diff`: what differs between two versions."""

from __future__ import annotations

from pathlib import Path

import click

from kcdocs.cli.base import Choice, Command
from kcdocs.cli.console import emit, say
from kcdocs.errors import ExitCode


@click.command(
    "diff",
    cls=Command,
    help="So sánh hai phiên bản mẫu: lời văn, trường dữ liệu, trình bày.",
    epilog="Ví dụ: kcdocs templates diff to-trinh@1.0.0 to-trinh@2.0.0 --format html --out khac-nhau.html",
)
@click.argument("old", metavar="BỘ-MẪU@CŨ")
@click.argument("new", metavar="BỘ-MẪU@MỚI")
@click.option(
    "--format",
    "form",
    type=Choice(["terminal", "html"]),
    default="terminal",
    help="Dạng kết quả: terminal hoặc html.",
)
@click.option("--out", metavar="TỆP", type=click.Path(path_type=Path), help="Ghi kết quả vào tệp này.")
def command(old: str, new: str, form: str, out: Path | None) -> int:
    """Compare and tell; 1 if the versions differ."""
    from kcdocs.api.templates import compare_versions, comparison_page  # noqa: PLC0415 - help needs none
    from kcdocs.files import write_whole  # noqa: PLC0415 - the same

    found = compare_versions(old, new)
    document = comparison_page(found, form)
    if out:
        write_whole(out, document.encode())
        say(f"Đã ghi: {out}")
    elif form == "html":
        emit(document.rstrip("\n"))
    else:
        say(document.rstrip("\n"))
    return ExitCode.DIFFERENCES if found.any else ExitCode.OK
