"""`kcdocs decrees outline`: make the fingerprints of a text."""

from __future__ import annotations

from pathlib import Path

import click

from kcdocs.cli import console
from kcdocs.cli.base import Command


@click.command(
    cls=Command,
    help="Lập dấu vân tay (outline.toml) của một văn bản từ bản chính thức.",
    epilog="Ví dụ: kcdocs decrees outline nghi-dinh-45.txt > outline.toml",
)
@click.argument("file", metavar="TỆP", type=click.Path(path_type=Path))
def command(file: Path) -> None:
    """Print the fingerprints as TOML."""
    from kcdocs.api import decrees  # noqa: PLC0415 - help pages do not need it

    console.emit(decrees.outline(file))
