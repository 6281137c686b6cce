"""`kcdocs amend write`: the amending instrument that makes a rewritten draft of an original."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kcdocs.cli import console
from kcdocs.cli.base import Command
from kcdocs.cli.output import Output, output_options
from kcdocs.cli.reading_options import as_of_option, number_option, reading_options
from kcdocs.cli.types import Day
from kcdocs.cli.usage import Usage

if TYPE_CHECKING:
    from kcdocs.api.amend_write import Drafted


@click.command(
    cls=Command,
    help="Từ bản viết lại toàn văn, soạn văn bản sửa đổi, bổ sung với các lệnh tương ứng.",
    epilog="Ví dụ: kcdocs amend write cu.docx moi.docx --out sua-doi.docx",
)
@click.argument("original", metavar="GỐC")
@click.argument("draft", metavar="BẢN-VIẾT-LẠI")
@click.option(
    "--effective", metavar="NGÀY", type=Day(), help="Ngày có hiệu lực; bỏ trống thì để chỗ cho văn thư."
)
@click.option(
    "--record",
    metavar="TỆP-DỮ-LIỆU",
    type=click.Path(path_type=Path),
    help="Tệp YAML, JSON ghi căn cứ, người đề nghị, nơi nhận, người ký…; thiếu gì thì để chỗ cho người soạn.",
)
@click.option(
    "--date", "day", metavar="NGÀY", type=Day(), help="Ngày văn bản, để chọn mẫu; bỏ trống là hôm nay."
)
@number_option
@as_of_option
@reading_options
@output_options({"text": "văn bản thuần", "docx": "dạng Word theo bộ mẫu nghị định sửa đổi"})
def command(
    original: str,
    draft: str,
    effective: date | None,
    record: Path | None,
    day: date | None,
    number: str,
    as_of: date | None,
    output: Output,
    **how: str,
) -> None:
    """Write the instrument; what keeps another label than in the draft goes to stderr."""
    word = output.form == "docx"
    if record and not word:
        raise Usage("--record chỉ dùng khi ghi ra Word: thêm --out TỆP.docx.", click.get_current_context())
    from kcdocs.api import amend_write  # noqa: PLC0415 - help pages do not need it
    from kcdocs.api.reading import reading  # noqa: PLC0415 - the same

    drafted = amend_write.plan(
        original, draft, effective=effective, number=number, as_of=as_of, how=reading(**how)
    )
    console.tell_findings(drafted.findings)
    if word:
        today = datetime.now().date()  # noqa: DTZ005 - the user's own calendar
        document = amend_write.word(drafted, record, day or today)
        output.give(document.data)
        for remark in (f"Bộ mẫu: {document.set_name}.", *document.remarks):
            console.warn(f"Lưu ý: {remark}")
    else:
        output.give(drafted.text())
    _tell_moved(drafted)


def _tell_moved(drafted: Drafted) -> None:
    moved = [(old, new) for old, new in drafted.plan.addresses.items() if old != new]
    if moved:
        console.warn("Văn bản sửa đổi không đánh số lại, nên trong văn bản sau sửa đổi:")
    for old, new in moved:
        console.warn(f"  {old.spoken()} của bản viết lại là {new.spoken()}")
