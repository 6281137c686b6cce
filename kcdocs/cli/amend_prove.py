"""`kcdocs amend prove`: hold the result against the official consolidated text."""

from __future__ import annotations

from datetime import date

import click

from kcdocs.cli.amend_options import SCREEN, original_options
from kcdocs.cli.base import Command
from kcdocs.cli.output import Output, output_options
from kcdocs.errors import ExitCode


@click.command(
    cls=Command,
    help="Chứng minh: áp hết các lệnh, không sót đoạn nào, và (nếu có) đúng như văn bản hợp nhất.",
    epilog="Ví dụ: kcdocs amend prove cu.docx du-thao.docx hop-nhat.docx",
)
@original_options
@click.argument("consolidated", metavar="[HỢP-NHẤT]", default="")
@output_options(SCREEN)
def command(
    original: str, draft: str, consolidated: str, number: str, as_of: date | None, output: Output, **how: str
) -> int:
    """Print what is left unexplained; 1 if anything is."""
    from kcdocs.api import amend  # noqa: PLC0415 - help pages do not need it
    from kcdocs.api.reading import reading  # noqa: PLC0415 - the same

    proof = amend.prove(original, draft, consolidated, number=number, as_of=as_of, how=reading(**how))
    output.give(amend.as_json(proof) if output.form == "json" else "\n".join(amend.proof_lines(proof)))
    return ExitCode.OK if proof.holds else ExitCode.DIFFERENCES
