"""`kcdocs register import`: take in a book that was kept in a spreadsheet."""

from __future__ import annotations

from pathlib import Path

import click

from kcdocs.cli.base import Command
from kcdocs.cli.console import say


@click.command(
    "import",
    cls=Command,
    help="Nhận sổ đang dùng từ bảng tính (.xlsx, .csv) có các cột như sổ xuất ra; chỉ cột «Số» bắt buộc.",
    epilog="Ví dụ: kcdocs register import so-cu.xlsx",
)
@click.argument("path", metavar="TỆP", type=click.Path(path_type=Path))
@click.option("--series", metavar="DÃY-SỐ", help="Dãy số, khi bảng không có cột «Dãy số».")
@click.option("--dry-run", "dry", is_flag=True, help="Chỉ kiểm tra, không ghi gì.")
def command(path: Path, series: str | None, dry: bool) -> None:
    """Take the book in, or only check it."""
    from kcdocs.api import register  # noqa: PLC0415 - help pages do not need it

    for book, numbers in register.take_in(path, series, dry=dry).items():
        told = register.ranges(number.number for number in numbers)
        say(f"{'Nhận được' if dry else 'Đã nhận'} {len(numbers)} số của dãy {book}: {told}.")
    if dry:
        say("Chỉ kiểm tra: chưa ghi gì vào sổ đăng ký.")
