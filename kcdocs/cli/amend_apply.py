"""`kcdocs amend apply`: the amended text."""

from __future__ import annotations

from datetime import date

import click

from kcdocs.cli import console
from kcdocs.cli.amend_options import original_options
from kcdocs.cli.base import Command
from kcdocs.cli.output import Output, output_options
from kcdocs.errors import ExitCode

_FORMS = {
    "plain": "chỉ toàn văn",
    "text": "văn bản hợp nhất có chú thích, văn bản thuần",
    "html": "như trên, trang để xem",
    "docx": "như trên, dạng Word",
    "json": "cho máy đọc",
}


@click.command(
    cls=Command,
    help="Áp các lệnh của dự thảo vào văn bản gốc: toàn văn sau sửa đổi, hoặc văn bản hợp nhất.",
    epilog="Ví dụ: kcdocs amend apply cu.docx du-thao.docx --out hop-nhat.docx",
)
@original_options
@output_options(_FORMS)
def command(original: str, draft: str, number: str, as_of: date | None, output: Output, **how: str) -> int:
    """Write the amended text; the log goes to stderr; 1 if an operation was refused."""
    from kcdocs.api import amend  # noqa: PLC0415 - help pages do not need it
    from kcdocs.api.reading import reading  # noqa: PLC0415 - the same
    from kcdocs.model.operation import Verdict  # noqa: PLC0415 - the same

    done = amend.apply(original, draft, number=number, as_of=as_of, how=reading(**how))
    for line in amend.log_lines(done):
        console.warn(line)
    output.give(amend.consolidated(done, output.form))
    refused = any(item.verdict is Verdict.REFUSED for item in done.consolidation.log)
    return ExitCode.DIFFERENCES if refused else ExitCode.OK
