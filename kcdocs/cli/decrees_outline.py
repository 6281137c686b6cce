"""`kcdocs decrees outline`: make the fingerprints of a text."""

from __future__ import annotations

import click

from kcdocs.cli.base import Command
from kcdocs.cli.output import Output, output_options
from kcdocs.cli.reading_options import reading_options


@click.command(
    cls=Command,
    help="Lập dấu vân tay (outline.toml) của một văn bản từ bản chính thức.",
    epilog="Ví dụ: kcdocs decrees outline cu.docx --out outline.toml",
)
@click.argument("file", metavar="TỆP")
@reading_options
@output_options({"toml": "dấu vân tay"})
def command(file: str, output: Output, **how: str) -> None:
    """Print the fingerprints as TOML."""
    from kcdocs.api import decrees  # noqa: PLC0415 - help pages do not need it
    from kcdocs.api.reading import reading  # noqa: PLC0415 - the same

    output.give(decrees.outline(file, how=reading(**how)))
