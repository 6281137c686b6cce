"""`kcdocs amend write`: the amending instrument that makes a rewritten draft of an original."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from kcdocs.cli import console
from kcdocs.cli.base import Command, Day
from kcdocs.files import write_whole


@click.command(
    cls=Command,
    help="Từ bản viết lại toàn văn, soạn văn bản sửa đổi, bổ sung với các lệnh tương ứng.",
    epilog="Ví dụ: kcdocs amend write 45/2012/NĐ-CP ban-viet-lai.docx --out sua-doi.txt",
)
@click.argument("original", metavar="GỐC")
@click.argument("draft", metavar="BẢN_VIẾT_LẠI")
@click.option("--effective", type=Day(), help="Ngày có hiệu lực; bỏ trống thì để chỗ cho văn thư.")
@click.option("--out", type=click.Path(path_type=Path), help="Tệp ghi kết quả; bỏ trống thì in ra màn hình.")
def command(original: str, draft: str, effective: date | None, out: Path | None) -> None:
    """Write the instrument; what keeps another label than in the draft goes to stderr."""
    from kcdocs.api import amend  # noqa: PLC0415 - help pages do not need it

    drafted = amend.plan(original, draft, effective=effective)
    if out is None:
        console.say(drafted.text().removesuffix("\n"))
    else:
        write_whole(out, drafted.text().encode())
        console.warn(f"Đã ghi: {out}")
    moved = [(old, new) for old, new in drafted.plan.addresses.items() if old != new]
    if moved:
        console.warn("Văn bản sửa đổi không đánh số lại, nên trong văn bản sau sửa đổi:")
    for old, new in moved:
        console.warn(f"  {old.spoken()} của bản viết lại là {new.spoken()}")
