"""`kcdocs decrees show`: the text of a stored instrument."""

from __future__ import annotations

from datetime import date

import click

from kcdocs.cli import console
from kcdocs.cli.base import Command
from kcdocs.cli.output import Output, output_options
from kcdocs.cli.reading_options import as_of_option


@click.command(
    cls=Command,
    help="Xem toàn văn, hoặc một điều khoản, của văn bản trong kho.",
    epilog='Ví dụ: kcdocs decrees show 999/2012/NĐ-CP --address "khoản 2 Điều 1"',
)
@click.argument("citation", metavar="SỐ")
@click.option("--address", metavar="ĐỊA-CHỈ", default="", help='Điều khoản cần xem: "khoản 2 Điều 1".')
@as_of_option
@output_options({"text": "văn bản thuần"})
def command(citation: str, address: str, as_of: date | None, output: Output) -> None:
    """Print the provision's lines as they stand in the text."""
    from kcdocs.api import decrees  # noqa: PLC0415 - help pages do not need it

    console.tell_findings(decrees.told_of(citation, as_of))
    nodes = decrees.show(citation, address=address, as_of=as_of)
    output.give("\n".join(line.text for top in nodes for node in top.walk() for line in node.lines))
