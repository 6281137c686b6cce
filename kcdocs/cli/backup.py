"""`kcdocs backup` and `kcdocs restore`: what a user keeps, in one file and back."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kcdocs.cli import console
from kcdocs.cli.base import VietnameseCommand
from kcdocs.cli.output import force_option, refuse_used_name
from kcdocs.cli.usage import Usage

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kcdocs.api import KeptCounts


@click.command(
    "backup",
    cls=VietnameseCommand,
    help="Sao lưu vào một tệp: sổ đăng ký số, kho văn bản, bộ mẫu riêng, thuyết minh, việc trên trang.\n\n"
    "Trang và các lệnh khác cứ chạy. Tệp được đọc lại, đối chiếu từng phần rồi mới báo xong.",
    epilog="Ví dụ: kcdocs backup sao-luu.zip",
)
@click.argument("out", metavar="TỆP.zip", type=click.Path(path_type=Path))
@force_option
def backup(out: Path, force: bool) -> None:
    """Write the backup and say what is in it, and what is not."""
    from kcdocs.api import keeping

    if out.suffix.lower() != ".zip":
        raise Usage(f"«{out}» cần đuôi .zip.", click.get_current_context())
    refuse_used_name(out)
    made = keeping.back_up(out, force=force)
    console.say(f"Đã sao lưu vào {made.path}; đã đọc lại, khớp từng tệp:")
    _say_counts(made.counts)
    console.say("Không có trong bản sao lưu:")
    _say_each((*made.left, *keeping.elsewhere()))


@click.command(
    "restore",
    cls=VietnameseCommand,
    alone=True,
    help="Khôi phục dữ liệu từ tệp sao lưu, trên máy này hay máy khác.\n\n"
    "Cả tệp được kiểm tra trước; hỏng một chỗ thì không thay đổi gì. Đóng trang kcdocs trước khi khôi phục.",
    epilog="Ví dụ: kcdocs restore sao-luu.zip --force",
)
@click.argument("path", metavar="TỆP.zip", type=click.Path(path_type=Path))
@click.option(
    "--force", is_flag=True, help="Máy đã có dữ liệu: cất nguyên thư mục ấy sang bên cạnh rồi khôi phục."
)
def restore(path: Path, force: bool) -> None:
    """Lay the backup down and say what is there now."""
    from kcdocs.api import keeping

    done = keeping.restore(path, force=force)
    console.say(f"Đã khôi phục vào {done.folder}, từ bản sao lưu lập lúc {_moment(done.made)}:")
    _say_counts(done.counts)
    if done.aside:
        console.say(f"Dữ liệu trước đó còn nguyên ở: {done.aside}")
    for name, (there, here) in done.behind.items():
        now = f"nay lùi về số {here}" if here else "không có trong bản sao lưu"
        console.warn(
            f"Chú ý: dãy số {name} trước khi khôi phục đã đến số {there}, {now}; số đã cấp có thể bị cấp lần "
            "nữa. Xin đối chiếu với sổ cũ trước khi lập văn bản."
        )


def _moment(said: str) -> str:
    """A moment as a person reads it, in the time of this machine; as it is where it is none."""
    try:
        return datetime.fromisoformat(said).astimezone().strftime("%H:%M ngày %d/%m/%Y")
    except ValueError:
        return said


def _say_counts(counts: KeptCounts) -> None:
    numbers = sum(count for _, count in counts.books.values())
    _say_each(
        (
            f"sổ đăng ký số: {len(counts.books)} dãy, {numbers} số",
            *(f"  {name}: số kế tiếp {following}" for name, (following, _) in counts.books.items()),
            f"kho văn bản: {counts.texts} toàn văn",
            f"bộ mẫu riêng: {counts.versions} phiên bản",
            f"thuyết minh: {counts.explanations} chỗ; việc trên trang: {counts.works}",
            f"tất cả {counts.files} tệp",
        )
    )


def _say_each(lines: Iterable[str]) -> None:
    for line in lines:
        console.say(f"  {line}")
