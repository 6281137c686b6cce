"""`kcdocs decrees add`: keep the text of an instrument."""

from __future__ import annotations

from datetime import date

import click

from kcdocs.cli import console
from kcdocs.cli.base import Command
from kcdocs.cli.reading_options import number_option, reading_options
from kcdocs.cli.types import Day


@click.command(
    cls=Command,
    help="Thêm toàn văn một văn bản vào kho, sau khi đối chiếu với dấu vân tay.\n\n"
    "TỆP là tệp (.docx, .doc, .pdf, .html, .txt, .md) hoặc địa chỉ http(s).",
    epilog="Ví dụ: kcdocs decrees add cu.docx --as 999/2012/NĐ-CP",
)
@click.argument("file", metavar="TỆP")
@number_option
@click.option(
    "--edition", metavar="NGÀY", type=Day(), help="Ngày bản này bắt đầu có hiệu lực, khi không phải bản gốc."
)
@click.option("--accept-differences", is_flag=True, help="Vẫn thêm dù có điều khoản khác dấu vân tay.")
@reading_options
def command(
    file: str,
    number: str,
    edition: date | None,
    revisions: str,
    encoding: str | None,
    instrument: str,
    *,
    accept_differences: bool,
) -> None:
    """Add a text and say what was checked."""
    from kcdocs.api import decrees  # noqa: PLC0415 - help pages do not need it
    from kcdocs.api.reading import reading  # noqa: PLC0415 - the same

    how = reading(revisions=revisions, encoding=encoding, instrument=instrument or number)
    added = decrees.add(
        file, number=number or instrument, since=edition, accept_differences=accept_differences, how=how
    )
    console.say(f"Đã thêm {added.citation.number} vào kho: {added.path}")
    if added.said:
        console.warn(
            f"Lưu ý: tệp tự ghi số {added.said}; xin kiểm tra đây có đúng là {added.citation.number} không."
        )
    if not added.checked:
        console.say("Kho không có dấu vân tay để đối chiếu bản này; xin tự kiểm tra với bản chính thức.")
    elif added.differences:
        console.say(f"Đã chấp nhận {len(added.differences)} chỗ khác với dấu vân tay:")
        console.tell_findings(added.differences)
    else:
        console.say("Mọi điều khoản khớp với dấu vân tay.")
