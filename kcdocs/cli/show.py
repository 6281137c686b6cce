"""`kcdocs show`: one text, read and taken apart."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import click

from kcdocs.cli import console
from kcdocs.cli.base import Choice, Command, Day, Usage
from kcdocs.cli.reading_options import reading_options
from kcdocs.errors import ExitCode

_VIEWS = ("tree", "text", "json", "references", "findings", "akn")


@click.command(
    "show",
    cls=Command,
    help="Xem một văn bản đã đọc: cây điều khoản, toàn văn, viện dẫn, chỗ bất thường.\n\n"
    "VĂN_BẢN là tệp (.docx, .doc, .pdf, .html, .txt, .md), địa chỉ http(s), hoặc số của văn bản trong kho "
    "như 45/2012/NĐ-CP. "
    "Với --format findings, mã thoát 1 nghĩa là có chỗ bất thường.",
    epilog='Ví dụ: kcdocs show du-thao.docx --format references --address "Điều 5"',
)
@click.argument("text", metavar="VĂN_BẢN")
@click.option(
    "--format",
    "view",
    metavar="DẠNG",
    type=Choice(_VIEWS),
    default="tree",
    help="tree (cây điều khoản, mặc định), text (toàn văn), json, references (viện dẫn), "
    "findings (chỗ bất thường), akn (Akoma Ntoso 3.0, XML).",
)
@click.option("--address", metavar="ĐỊA_CHỈ", default="", help='Chỉ một điều khoản: "khoản 2 Điều 1".')
@click.option("--out", metavar="TỆP", type=click.Path(path_type=Path), help="Ghi ra tệp thay vì màn hình.")
@click.option("--as-of", metavar="NGÀY", type=Day(), help="Lấy bản trong kho có hiệu lực vào ngày này.")
@reading_options
def command(
    text: str,
    view: str,
    address: str,
    out: Path | None,
    as_of: date | None,
    revisions: str,
    encoding: str | None,
    instrument: str,
) -> ExitCode:
    """Open the text and print the view."""
    from kcdocs.api import show as api  # noqa: PLC0415 - help pages do not need it

    if view == "akn" and address:
        raise Usage("--format akn viết cả văn bản, nên không đi cùng --address.")
    shown = api.show(
        text,
        address=address,
        as_of=as_of,
        revisions=revisions,
        encoding=encoding or "",
        instrument=instrument,
    )
    if view == "findings":
        lines = [line for item in shown.instrument.findings for line in console.finding_lines(item)]
        rendered = "\n".join(lines)
    else:
        rendered = api.render(shown, api.View(view), width=shutil.get_terminal_size().columns)
    if out is not None:
        api.save(out, rendered.rstrip("\n") + "\n")
        console.warn(f"Đã ghi: {out}")
    elif rendered:
        (console.emit if view in {"json", "akn"} else console.say)(rendered.rstrip("\n"))
    odd = view == "findings" and shown.instrument.findings
    return ExitCode.DIFFERENCES if odd else ExitCode.OK
