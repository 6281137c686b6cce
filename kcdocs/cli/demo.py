"""`kcdocs demo`: a first look."""

from __future__ import annotations

from pathlib import Path

import click

from kcdocs.cli import console
from kcdocs.cli.base import VietnameseCommand
from kcdocs.cli.output import force_option, open_in_program, open_option

_EXAMPLES = {
    "cu.docx": "nghị định mô phỏng, bản đang có",
    "moi.docx": "dự thảo viết lại toàn văn nghị định đó",
    "du-thao.docx": "dự thảo nghị định sửa đổi, bổ sung nghị định đó",
    "ho-so.yaml": "dữ liệu của một tờ trình",
    "ho-so.xlsx": "bảng dữ liệu của hai quyết định công bố thủ tục hành chính",
    "so-cu.xlsx": "một sổ giấy mời, để nhận vào sổ đăng ký số",
    "nam.yaml": "văn bản của cả một năm, để lập bằng một lệnh dossier build",
    "mau.docx": "mẫu tờ trình, có các thẻ để điền",
}


@click.command(
    cls=VietnameseCommand,
    help="Xem thử: lập một tờ trình, so sánh một dự thảo, và để lại tệp ví dụ cho các lệnh khác.\n\n"
    "Ví dụ ở cuối các trang trợ giúp chạy được trong thư mục này.",
    epilog="Ví dụ: kcdocs demo --out xem-thu",
)
@click.option(
    "--out",
    metavar="THƯ-MỤC",
    type=click.Path(path_type=Path),
    default=Path("xem-thu"),
    help="Thư mục ghi kết quả; mặc định xem-thu.",
)
@force_option
@open_option
def command(out: Path, force: bool, opens: bool) -> None:
    """Make the examples and say what to open first."""
    from kcdocs.api.demo import demo

    shown = demo(out, force=force)
    console.say("Đã làm xong hai việc mẫu:")
    console.say(f"  1. Tờ trình (Word), lập từ dữ liệu ví dụ: {shown.submission}")
    console.say(f"  2. Trang so sánh nghị định mô phỏng với dự thảo thay thế: {shown.page}")
    console.say(f"     ({shown.changed} điều khoản thay đổi)")
    console.say(f"Trong thư mục {out} còn có tệp ví dụ để anh, chị tự gõ thử các lệnh:")
    for path in shown.examples:
        console.say(f"  {path.name:<14}{_EXAMPLES[path.name]}")
    console.say("")
    console.say(f"Xin mở trước trang so sánh bằng trình duyệt: {shown.page.resolve().as_uri()}")
    if opens:
        open_in_program(shown.page)
