"""`kcdocs amend apply`: the amended text."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from kcdocs.cli import console
from kcdocs.cli.amend_options import original_options
from kcdocs.cli.base import Choice, Command, Usage
from kcdocs.errors import ExitCode
from kcdocs.files import write_whole


@click.command(
    cls=Command,
    help="Áp các lệnh của dự thảo vào văn bản gốc: toàn văn sau sửa đổi, hoặc văn bản hợp nhất.",
    epilog="Ví dụ: kcdocs amend apply 45/2012/NĐ-CP du-thao.docx --format docx --out hop-nhat.docx",
)
@original_options
@click.option(
    "--format",
    "form",
    type=Choice(["plain", "text", "html", "docx", "json"]),
    default="plain",
    help="plain: toàn văn; text, html, docx: văn bản hợp nhất có chú thích; json: dạng máy đọc.",
)
@click.option("--out", type=click.Path(path_type=Path), help="Tệp ghi toàn văn; bỏ trống thì in ra màn hình.")
def command(
    original: str, draft: str, number: str, as_of: date | None, form: str, out: Path | None, **how: str
) -> int:
    """Write the amended text; the log goes to stderr; 1 if an operation was refused."""
    if form == "docx" and out is None:
        raise Usage("Dạng docx cần nơi ghi: thêm --out TỆP.docx.")
    from kcdocs.api import amend  # noqa: PLC0415 - help pages do not need it
    from kcdocs.api.reading import reading  # noqa: PLC0415 - the same
    from kcdocs.model.operation import Verdict  # noqa: PLC0415 - the same

    done = amend.apply(original, draft, number=number, as_of=as_of, how=reading(**how))
    for line in amend.log_lines(done):
        console.warn(line)
    written = amend.consolidated(done, form)
    if out is None:
        console.emit(written.decode().removesuffix("\n"))
    else:
        write_whole(out, written)
        console.warn(f"Đã ghi: {out}")
    refused = any(item.verdict is Verdict.REFUSED for item in done.consolidation.log)
    return ExitCode.DIFFERENCES if refused else ExitCode.OK
