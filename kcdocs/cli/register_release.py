"""`kcdocs register release`: give held numbers up, with the reason."""

from __future__ import annotations

import click

from kcdocs.cli.base import Command
from kcdocs.cli.console import say


@click.command(
    "release",
    cls=Command,
    help="Bỏ trống các số đang giữ; lý do được ghi mãi trong sổ.",
    epilog='Ví dụ: kcdocs register release "QĐ-BCT/2025" 2981 --reason "rút hồ sơ"',
)
@click.argument("series", metavar="DÃY-SỐ")
@click.argument("numbers", metavar="SỐ...", type=click.IntRange(1, 999_999), nargs=-1, required=True)
@click.option("--reason", metavar="LÝ-DO", required=True, help="Vì sao bỏ trống.")
def command(series: str, numbers: tuple[int, ...], reason: str) -> None:
    """Release the numbers."""
    from kcdocs.api import register  # noqa: PLC0415 - help pages do not need it

    register.release(series, numbers, reason)
    say(f"Đã bỏ trống số {', '.join(map(str, numbers))} của dãy {series}; lý do: {reason}.")
