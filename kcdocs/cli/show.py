"""`kcdocs show`: one text, read and taken apart."""

from __future__ import annotations

import shutil
from datetime import date
from typing import Any

import click

from kcdocs.cli import console
from kcdocs.cli.base import VietnameseCommand
from kcdocs.cli.output import Output, output_options
from kcdocs.cli.reading_options import as_of_option, reading_options
from kcdocs.cli.usage import Usage
from kcdocs.errors import ExitCode
from kcdocs.model.format import Format

_FORMS = {
    Format.TREE: "cây điều khoản",
    Format.TEXT: "toàn văn",
    Format.JSON: "cho máy đọc",
    Format.REFERENCES: "viện dẫn",
    Format.FINDINGS: "chỗ bất thường",
    Format.AKN: "Akoma Ntoso 3.0, XML",
}


@click.command(
    "show",
    cls=VietnameseCommand,
    help="Xem một văn bản đã đọc: cây điều khoản, toàn văn, viện dẫn, chỗ bất thường.\n\n"
    "VĂN-BẢN là tệp (.docx, .doc, .pdf, .html, .txt, .md), địa chỉ http(s), hoặc số của văn bản trong kho "
    "như 45/2012/NĐ-CP. "
    "Với --format findings, mã thoát 1 nghĩa là có chỗ bất thường.",
    epilog='Ví dụ: kcdocs show cu.docx --format references --address "Điều 12"',
)
@click.argument("text", metavar="VĂN-BẢN")
@click.option("--address", metavar="ĐỊA-CHỈ", default="", help='Chỉ một điều khoản: "khoản 2 Điều 1".')
@as_of_option
@reading_options
@output_options(_FORMS)
def command(text: str, address: str, as_of: date | None, output: Output, **how: Any) -> ExitCode:
    """Open the text and print the view."""
    if output.form is Format.AKN and address:
        raise Usage("--format akn viết cả văn bản, nên không đi cùng --address.", click.get_current_context())
    from kcdocs.api import show as api
    from kcdocs.api.reading import reading

    shown = api.show(text, address=address, as_of=as_of, how=reading(**how))
    console.print_findings(api.beside(shown, output.form))
    if output.form is Format.FINDINGS:
        lines = [line for item in shown.instrument.findings for line in console.finding_lines(item)]
        output.give("\n".join(lines))
    else:
        width = shutil.get_terminal_size().columns if output.path is None else 80
        output.give(api.render(shown, output.form, width=width))
    odd = output.form is Format.FINDINGS and shown.instrument.findings
    return ExitCode.DIFFERENCES if odd else ExitCode.OK
