"""`kcdocs templates list`: every version of every set."""

from __future__ import annotations

import click

from kcdocs.cli.base import Command
from kcdocs.cli.console import say


@click.command(
    "list",
    cls=Command,
    help="Liệt kê các bộ mẫu và phiên bản, ngày áp dụng, đã phát hành hay chưa.",
    epilog="Ví dụ: kcdocs templates list",
)
def command() -> None:
    """Tell each version on two lines."""
    from kcdocs.api.templates import list_versions  # noqa: PLC0415 - help pages do not need it

    for version in list_versions():
        say(f"{version.name}  ({version.status})")
        say(f"  {version.title}; dùng cho văn bản {version.period}")
