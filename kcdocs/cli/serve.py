"""`kcdocs serve`: the page in the browser of this machine."""

from __future__ import annotations

from functools import partial

import click

from kcdocs.cli import console
from kcdocs.cli.base import VietnameseCommand


@click.command(
    "serve",
    cls=VietnameseCommand,
    alone=True,
    help="Mở trang kcdocs trong trình duyệt của máy này: thả tệp vào trang để so sánh, không cần gõ lệnh.\n\n"
    "Chỉ máy này mở được trang; không tệp nào ra khỏi máy. Trang đang chạy thì được mở lại. "
    "Bấm Ctrl+C trong cửa sổ này để dừng.",
    epilog="Ví dụ: kcdocs serve --no-browser",
)
@click.option(
    "--port",
    metavar="SỐ",
    type=click.IntRange(1024, 65535),
    default=None,
    help="Cổng của trang; bỏ trống thì kcdocs tự chọn, từ 8420.",
)
@click.option("--no-browser", is_flag=True, help="Không mở trình duyệt, chỉ in địa chỉ.")
@click.option("--shortcut", is_flag=True, help="Chỉ đặt lối tắt mở trang lên màn hình, rồi thoát.")
def command(port: int | None, no_browser: bool, shortcut: bool) -> None:
    """Serve until stopped, or put the shortcut on the desktop."""
    if shortcut:
        from kcdocs.web.shortcut import place_shortcut

        console.say(f"Đã đặt lối tắt: {place_shortcut()}")
        return
    from kcdocs.cli.door import unforeseen
    from kcdocs.web.start import serve

    crashed = partial(unforeseen, args=("serve",))
    serve(port=port, browser=not no_browser, tell=console.say, crashed=crashed)
