"""`kcdocs register`: the register of outgoing numbers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kcdocs.cli.base import CommandGroup
from kcdocs.cli.console import say
from kcdocs.cli.output import chosen, force_option, open_in_program, open_option
from kcdocs.cli.usage import Usage
from kcdocs.model.format import Format

if TYPE_CHECKING:
    from collections.abc import Iterable


group = CommandGroup(
    "register",
    help="Sổ đăng ký số văn bản đi: mở dãy số, giữ, bỏ trống, hủy số có lý do, nhận sổ cũ, xuất sổ.",
    epilog="Ví dụ: kcdocs register list",
)


@group.command(
    "open",
    help="Mở một dãy số mới, hoặc tiếp nối sổ đang dùng từ số kế tiếp.",
    epilog='Ví dụ: kcdocs register open "QĐ-BCT/2025" --next 2981',
)
@click.argument("series", metavar="DÃY-SỐ")
@click.option(
    "--next", "following", metavar="N", type=click.IntRange(1, 999_999), default=1, help="Số kế tiếp sẽ cấp."
)
def open_book(series: str, following: int) -> None:
    """Open the book."""
    from kcdocs.api import register

    opened = register.open_series(series, following)
    say(f"Đã mở dãy số {opened}; số kế tiếp: {following}.")


@group.command(
    "import",
    help="Nhận sổ đang dùng từ bảng tính hay tệp dữ liệu có các cột như sổ xuất ra; chỉ cột «Số» bắt buộc.",
    epilog="Ví dụ: kcdocs register import so-cu.xlsx",
)
@click.argument("path", metavar="TỆP", type=click.Path(path_type=Path))
@click.option("--series", metavar="DÃY-SỐ", help="Dãy số, khi bảng không có cột «Dãy số».")
@click.option("--dry-run", "dry", is_flag=True, help="Chỉ kiểm tra, không ghi gì.")
def take_in(path: Path, series: str | None, dry: bool) -> None:
    """Take the book in, or only check it."""
    from kcdocs.api import register

    for book, numbers in register.take_in(path, series, dry=dry).items():
        told = register.ranges(number.number for number in numbers)
        say(f"{'Nhận được' if dry else 'Đã nhận'} {len(numbers)} số của dãy {book}: {told}.")
    if dry:
        say("Chỉ kiểm tra: chưa ghi gì vào sổ đăng ký.")


@group.command(
    "list",
    help="Liệt kê các dãy số, hoặc từng số của một dãy và văn bản mang số đó.",
    epilog='Ví dụ: kcdocs register list "QĐ-BCT/2025"',
)
@click.argument("series", metavar="[DÃY-SỐ]", required=False)
def list_books(series: str | None) -> None:
    """List books or numbers."""
    from kcdocs.api import register

    if series is None:
        for book, following in register.every_series():
            say(f"{book}: số kế tiếp {following}")
        return
    for number in register.numbers(series):
        told = " · ".join(part for part in (number.document, number.holder, number.reason) if part)
        say(f"{number.number}  {number.state}  {told}".rstrip())


@group.command(
    "reserve",
    help="Giữ một hoặc nhiều số kế tiếp, liền nhau.",
    epilog='Ví dụ: kcdocs register reserve "QĐ-BCT/2025" --count 3 --for "Phòng Khuyến công"',
)
@click.argument("series", metavar="DÃY-SỐ")
@click.option("--count", metavar="N", type=click.IntRange(1, 999_999), default=1, help="Bao nhiêu số.")
@click.option("--for", "holder", metavar="NGƯỜI-GIỮ", required=True, help="Giữ cho ai, cho việc gì.")
def reserve(series: str, count: int, holder: str) -> None:
    """Reserve and name the numbers."""
    from kcdocs.api import register

    numbers = register.reserve(series, count, holder)
    shown = f"số {numbers[0]}" if count == 1 else f"các số từ {numbers[0]} đến {numbers[-1]}"
    say(f"Đã giữ {shown} của dãy {series}.")


@group.command(
    "release",
    help="Bỏ trống các số đang giữ; lý do được ghi mãi trong sổ.",
    epilog='Ví dụ: kcdocs register release "QĐ-BCT/2025" 2981 --reason "rút hồ sơ"',
)
@click.argument("series", metavar="DÃY-SỐ")
@click.argument("numbers", metavar="SỐ...", type=click.IntRange(1, 999_999), nargs=-1, required=True)
@click.option("--reason", metavar="LÝ-DO", required=True, help="Vì sao bỏ trống.")
def release(series: str, numbers: tuple[int, ...], reason: str) -> None:
    """Release the numbers."""
    from kcdocs.api import register

    register.release(series, numbers, reason)
    say(f"Đã bỏ trống số {', '.join(map(str, numbers))} của dãy {series}; lý do: {reason}.")


@group.command(
    "void",
    help="Hủy số đã cấp, hoặc cả một đợt; số hủy vẫn nằm trong sổ kèm lý do, hồ sơ được cấp số mới.",
    epilog='Ví dụ: kcdocs register void "GM-BCT/2025" 2 --reason "ghi nhầm người nhận"',
)
@click.argument("series", metavar="[DÃY-SỐ]", required=False)
@click.argument("numbers", metavar="[SỐ...]", type=click.IntRange(1, 999_999), nargs=-1)
@click.option("--batch", metavar="ĐỢT", help="Hủy cả một đợt: thư mục của đợt, hoặc mã đợt trong sổ.")
@click.option("--reason", metavar="LÝ-DO", required=True, help="Vì sao hủy.")
def void(series: str | None, numbers: tuple[int, ...], batch: str | None, reason: str) -> None:
    """Make the numbers void."""
    from kcdocs.api import State, register

    if batch is not None:
        if series or numbers:
            raise Usage(
                "Hủy cả đợt thì chỉ ghi --batch, không ghi dãy số và số.", click.get_current_context()
            )
        found = register.void_batch(batch, reason)
        issued = [item.number for item in found if item.state is State.CONFIRMED]
        held = [item.number for item in found if item.state is State.RESERVED]
        say(f"Đã hủy đợt «{batch}»: {_numbered(issued, 'hủy')}{_numbered(held, 'bỏ trống')}lý do: {reason}.")
        return
    if series is None or not numbers:
        raise Usage(
            "Ghi dãy số và các số cần hủy, hoặc --batch THƯ-MỤC để hủy cả đợt.", click.get_current_context()
        )
    register.void(series, numbers, reason)
    say(f"Đã hủy số {register.ranges(numbers)} của dãy {series}; lý do: {reason}.")


def _numbered(numbers: Iterable[int], what: str) -> str:
    from kcdocs.api.register import ranges

    shown = ranges(numbers)
    return f"{what} số {shown}; " if shown else ""


@group.command(
    "export",
    help="Xuất sổ đăng ký văn bản đi ra bảng tính, mỗi dãy số một trang tính.",
    epilog="Ví dụ: kcdocs register export --out so-van-ban-di.xlsx",
)
@click.argument("series", metavar="[DÃY-SỐ]", required=False)
@click.option(
    "--out", metavar="TỆP.xlsx", required=True, type=click.Path(path_type=Path), help="Tệp bảng tính."
)
@force_option
@open_option
def export(series: str | None, out: Path, force: bool, opens: bool) -> None:
    """Write the workbook."""
    chosen((Format.XLSX,), None, out)
    from kcdocs.api import register

    say(f"Đã xuất: {register.export(out, series, force=force)}")
    if opens:
        open_in_program(out)
