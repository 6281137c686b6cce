"""`kcdocs generate`: documents from a set of templates and a file of data."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from kcdocs.cli.base import Command, Day
from kcdocs.cli.console import say


@click.command(
    "generate",
    cls=Command,
    help="Lập văn bản Word từ bộ mẫu và tệp dữ liệu; phiên bản mẫu chọn theo ngày văn bản.",
    epilog="Ví dụ: kcdocs generate to-trinh ho-so.yaml --out ket-qua",
)
@click.argument("set_name", metavar="BỘ-MẪU")
@click.argument("records", metavar="TỆP-DỮ-LIỆU", type=click.Path(path_type=Path))
@click.option(
    "--out", metavar="THƯ-MỤC", required=True, type=click.Path(path_type=Path), help="Thư mục ghi văn bản."
)
@click.option(
    "--date", "day", metavar="NGÀY", type=Day(), help="Ngày văn bản khi hồ sơ để trống, như 2024-12-27."
)
def command(set_name: str, records: Path, out: Path, day: date | None) -> None:
    """Make the documents and name them."""
    from kcdocs.api.generate import generate  # noqa: PLC0415 - Word libraries load only when they are needed

    for produced in generate(set_name, records, out, day=day):
        say(f"Đã lập: {produced.path} (bộ mẫu {produced.set_name})")
        for remark in produced.remarks:
            say(f"  Lưu ý: {remark}")
