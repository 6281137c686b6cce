"""`kcdocs register reserve`: hold the next numbers."""

from __future__ import annotations

import click

from kcdocs.cli.base import Command
from kcdocs.cli.console import say


@click.command(
    "reserve",
    cls=Command,
    help="Giữ một hoặc nhiều số kế tiếp, liền nhau.",
    epilog='Ví dụ: kcdocs register reserve "QĐ-BCT/2025" --count 3 --for "Phòng Khuyến công"',
)
@click.argument("series", metavar="DÃY-SỐ")
@click.option("--count", metavar="N", type=click.IntRange(1, 999_999), default=1, help="Bao nhiêu số.")
@click.option("--for", "holder", metavar="NGƯỜI-GIỮ", required=True, help="Giữ cho ai, cho việc gì.")
def command(series: str, count: int, holder: str) -> None:
    """Reserve and name the numbers."""
    from kcdocs.api import register  # noqa: PLC0415 - help pages do not need it

    numbers = register.reserve(series, count, holder)
    shown = f"số {numbers[0]}" if count == 1 else f"các số từ {numbers[0]} đến {numbers[-1]}"
    say(f"Đã giữ {shown} của dãy {series}.")
