"""`kcdocs register open`: a new book of numbers, or one continued."""

from __future__ import annotations

import click

from kcdocs.cli.base import Command
from kcdocs.cli.console import say


@click.command(
    "open",
    cls=Command,
    help="Mở một dãy số mới, hoặc tiếp nối sổ đang dùng từ số kế tiếp.",
    epilog='Ví dụ: kcdocs register open "QĐ-BCT/2025" --next 2981',
)
@click.argument("series", metavar="DÃY-SỐ")
@click.option(
    "--next", "following", metavar="N", type=click.IntRange(1, 999_999), default=1, help="Số kế tiếp sẽ cấp."
)
def command(series: str, following: int) -> None:
    """Open the book."""
    from kcdocs.api import register  # noqa: PLC0415 - help pages do not need it

    opened = register.open_series(series, following)
    say(f"Đã mở dãy số {opened}; số kế tiếp: {following}.")
