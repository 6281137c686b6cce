"""`kcdocs templates show`: a set's versions, sources and fields."""

from __future__ import annotations

import click

from kcdocs.cli.base import Command
from kcdocs.cli.console import say


@click.command(
    "show",
    cls=Command,
    help="Xem một bộ mẫu: các phiên bản, nguồn, điều chưa kiểm chứng, các trường dữ liệu và ví dụ.",
    epilog="Ví dụ: kcdocs templates show to-trinh@1.0.0",
)
@click.argument("name", metavar="BỘ-MẪU[@PHIÊN-BẢN]")
def command(name: str) -> None:
    """Print the page of the set."""
    from kcdocs.api.templates import show  # noqa: PLC0415 - help pages do not need it

    say(show(name).rstrip("\n"))
