"""`kcdocs templates form`: a starter file for a set's data."""

from __future__ import annotations

from pathlib import Path

import click

from kcdocs.cli.base import Command
from kcdocs.cli.console import say
from kcdocs.cli.output import force_option, open_in_program, open_option


@click.command(
    "form",
    cls=Command,
    help="Lập tệp dữ liệu để điền: bảng tính (.xlsx, có sẵn dòng ví dụ) hoặc YAML (.yaml, để trống).",
    epilog="Ví dụ: kcdocs templates form quyet-dinh-cong-bo-tthc --out bang-moi.xlsx",
)
@click.argument("name", metavar="BỘ-MẪU[@PHIÊN-BẢN]")
@click.option(
    "--out", metavar="TỆP", required=True, type=click.Path(path_type=Path), help="Tệp .xlsx hoặc .yaml."
)
@force_option
@open_option
def command(name: str, out: Path, force: bool, opens: bool) -> None:
    """Write the file and say what to do with it."""
    from kcdocs.api.templates import write_form  # noqa: PLC0415 - help pages do not need it

    say(f"Đã lập: {write_form(name, out, force=force)}")
    say(f"Điền xong thì chạy: kcdocs generate {name} {out} --out ket-qua")
    if opens:
        open_in_program(out)
