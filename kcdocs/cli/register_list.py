"""`kcdocs register list`: the books, or the numbers of one."""

from __future__ import annotations

import click

from kcdocs.cli.base import Command
from kcdocs.cli.console import say


@click.command(
    "list",
    cls=Command,
    help="Liệt kê các dãy số, hoặc từng số của một dãy và văn bản mang số đó.",
    epilog='Ví dụ: kcdocs register list "QĐ-BCT/2025"',
)
@click.argument("series", metavar="[DÃY-SỐ]", required=False)
def command(series: str | None) -> None:
    """List books or numbers."""
    from kcdocs.api import register  # noqa: PLC0415 - help pages do not need it

    if series is None:
        for book, following in register.every_series():
            say(f"{book}: số kế tiếp {following}")
        return
    for number in register.numbers(series):
        told = " · ".join(part for part in (number.document, number.holder, number.reason) if part)
        say(f"{number.number}  {number.state}  {told}".rstrip())
