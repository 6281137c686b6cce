"""`kcdocs amend apply`: the amended text."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from kcdocs.cli import console
from kcdocs.cli.amend_options import original_options
from kcdocs.cli.base import Command
from kcdocs.errors import ExitCode


@click.command(
    cls=Command,
    help="Áp các lệnh của dự thảo vào văn bản gốc, ghi ra toàn văn sau khi sửa đổi.",
    epilog="Ví dụ: kcdocs amend apply 45/2012/NĐ-CP du-thao.docx --out sau-sua-doi.txt",
)
@original_options
@click.option("--out", type=click.Path(path_type=Path), help="Tệp ghi toàn văn; bỏ trống thì in ra màn hình.")
def command(original: str, draft: str, number: str, as_of: date | None, out: Path | None) -> int:
    """Write the amended text; the log goes to stderr; 1 if an operation was refused."""
    from kcdocs.api import amend  # noqa: PLC0415 - help pages do not need it
    from kcdocs.model.operation import Verdict  # noqa: PLC0415 - the same
    from kcdocs.report.operations import log_lines  # noqa: PLC0415 - the same

    done = amend.apply(original, draft, number=number, as_of=as_of)
    for line in log_lines(done.log):
        console.warn(line)
    text = amend.text(done)
    if out is None:
        console.say(text.removesuffix("\n"))
    else:
        amend.save(text, out)
        console.warn(f"Đã ghi: {out}")
    refused = any(item.verdict is Verdict.REFUSED for item in done.log)
    return ExitCode.DIFFERENCES if refused else ExitCode.OK
