"""`kcdocs amend write`: the amending instrument that makes a rewritten draft of an original."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kcdocs.cli import console
from kcdocs.cli.base import Command, Day, Usage
from kcdocs.files import write_whole

if TYPE_CHECKING:
    from kcdocs.api.amend_write import Drafted


@click.command(
    cls=Command,
    help="Từ bản viết lại toàn văn, soạn văn bản sửa đổi, bổ sung với các lệnh tương ứng.",
    epilog="Ví dụ: kcdocs amend write 45/2012/NĐ-CP ban-viet-lai.docx --out sua-doi.docx",
)
@click.argument("original", metavar="GỐC")
@click.argument("draft", metavar="BẢN_VIẾT_LẠI")
@click.option("--effective", type=Day(), help="Ngày có hiệu lực; bỏ trống thì để chỗ cho văn thư.")
@click.option(
    "--record",
    type=click.Path(path_type=Path),
    help="Tệp YAML, JSON ghi căn cứ, người đề nghị, nơi nhận, người ký…; thiếu gì thì để chỗ cho người soạn.",
)
@click.option("--date", "day", type=Day(), help="Ngày văn bản, để chọn mẫu; bỏ trống là hôm nay.")
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    help="Tệp ghi kết quả: .docx theo bộ mẫu nghị định sửa đổi, tên khác: văn bản thuần; bỏ trống thì in ra.",
)
def command(
    original: str, draft: str, effective: date | None, record: Path | None, day: date | None, out: Path | None
) -> None:
    """Write the instrument; what keeps another label than in the draft goes to stderr."""
    word = out is not None and out.suffix.lower() == ".docx"
    if record and not word:
        raise Usage("--record chỉ dùng khi ghi ra Word: thêm --out TỆP.docx.")
    from kcdocs.api import amend_write  # noqa: PLC0415 - help pages do not need it

    drafted = amend_write.plan(original, draft, effective=effective)
    if out is None:
        console.say(drafted.text().removesuffix("\n"))
    elif word:
        today = datetime.now().date()  # noqa: DTZ005 - the user's own calendar
        document = amend_write.word(drafted, record, day or today)
        write_whole(out, document.data)
        console.warn(f"Đã ghi: {out} (bộ mẫu {document.set_name})")
        for remark in document.remarks:
            console.warn(f"Lưu ý: {remark}")
    else:
        write_whole(out, drafted.text().encode())
        console.warn(f"Đã ghi: {out}")
    _tell_moved(drafted)


def _tell_moved(drafted: Drafted) -> None:
    moved = [(old, new) for old, new in drafted.plan.addresses.items() if old != new]
    if moved:
        console.warn("Văn bản sửa đổi không đánh số lại, nên trong văn bản sau sửa đổi:")
    for old, new in moved:
        console.warn(f"  {old.spoken()} của bản viết lại là {new.spoken()}")
