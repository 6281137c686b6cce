"""`kcdocs templates release`: a version frozen by its hash."""

from __future__ import annotations

from datetime import datetime

import click

from kcdocs.cli.base import Command
from kcdocs.cli.console import say


@click.command(
    "release",
    cls=Command,
    help="Phát hành một phiên bản mẫu: ghép khối dùng chung, ghi mã băm; từ đó không sửa nữa.",
    epilog="Ví dụ: kcdocs templates release to-trinh-rieng@1.0.0",
)
@click.argument("name", metavar="BỘ-MẪU@PHIÊN-BẢN")
def command(name: str) -> None:
    """Freeze the version and tell its hash."""
    from kcdocs.api.templates import release_version  # noqa: PLC0415 - help pages do not need it

    digest = release_version(name, datetime.now().astimezone().date())
    say(f"Đã phát hành {name}; mã băm SHA-256: {digest}")
