"""`kcdocs decrees show`: the text of a stored instrument."""

from __future__ import annotations

from datetime import date

import click

from kcdocs.cli import console
from kcdocs.cli.base import Command, Day


@click.command(
    cls=Command,
    help="Xem toàn văn, hoặc một điều khoản, của văn bản trong kho.",
    epilog='Ví dụ: kcdocs decrees show 45/2012/NĐ-CP --address "khoản 2 Điều 1"',
)
@click.argument("citation", metavar="SỐ")
@click.option("--address", metavar="ĐỊA_CHỈ", default="", help='Điều khoản cần xem: "khoản 2 Điều 1".')
@click.option("--as-of", type=Day(), help="Xem bản có hiệu lực vào ngày này.")
def command(citation: str, address: str, as_of: date | None) -> None:
    """Print the provision's lines as they stand in the text."""
    from kcdocs.api import decrees  # noqa: PLC0415 - help pages do not need it

    for top in decrees.show(citation, address=address, as_of=as_of):
        for node in top.walk():
            for line in node.lines:
                console.say(line.text)
