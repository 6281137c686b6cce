"""`kcdocs amend prove`: hold the result against the official consolidated text."""

from __future__ import annotations

import click

from kcdocs.cli import console
from kcdocs.cli.amend_options import form_option
from kcdocs.cli.base import Command
from kcdocs.cli.reading_options import reading_options
from kcdocs.errors import ExitCode


@click.command(
    cls=Command,
    help="Chứng minh: áp hết các lệnh, không sót đoạn nào, và (nếu có) đúng như văn bản hợp nhất.",
    epilog="Ví dụ: kcdocs amend prove goc.txt sua-doi.docx hop-nhat.pdf",
)
@click.argument("original", metavar="GỐC")
@click.argument("draft", metavar="DỰ_THẢO")
@click.argument("consolidated", metavar="[HỢP_NHẤT]", default="")
@click.option(
    "--as", "number", metavar="SỐ", default="", help="Số, ký hiệu văn bản gốc, khi tệp không tự nói."
)
@form_option
@reading_options
def command(original: str, draft: str, consolidated: str, number: str, form: str, **how: str) -> int:
    """Print what is left unexplained; 1 if anything is."""
    from kcdocs.api import amend  # noqa: PLC0415 - help pages do not need it
    from kcdocs.api.reading import reading  # noqa: PLC0415 - the same

    proof = amend.prove(original, draft, consolidated, number=number, how=reading(**how))
    if form == "json":
        console.emit(amend.as_json(proof).removesuffix("\n"))
    else:
        for line in amend.proof_lines(proof):
            console.say(line)
    return ExitCode.OK if proof.holds else ExitCode.DIFFERENCES
