"""`kcdocs templates show`: a set's versions, sources and fields."""

from __future__ import annotations

import shutil

import click

from kcdocs.cli.base import Command
from kcdocs.cli.output import Output, output_options

_WIDEST = 100


@click.command(
    "show",
    cls=Command,
    help="Xem một bộ mẫu: các phiên bản, nguồn, điều chưa kiểm chứng, các trường dữ liệu và ví dụ.",
    epilog="Ví dụ: kcdocs templates show to-trinh@1.0.0",
)
@click.argument("name", metavar="BỘ-MẪU[@PHIÊN-BẢN]")
@output_options({"terminal": "màn hình", "markdown": "trang Markdown"})
def command(name: str, output: Output) -> None:
    """Print the page of the set."""
    from kcdocs.api import templates  # noqa: PLC0415 - help pages do not need it

    width = min(shutil.get_terminal_size().columns, _WIDEST) if output.path is None else 80
    output.give(templates.show(name) if output.form == "markdown" else templates.show_on_screen(name, width))
