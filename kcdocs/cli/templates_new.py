"""`kcdocs templates new`: a set of the user's own from a Word file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from kcdocs.cli.base import Command
from kcdocs.cli.console import say
from kcdocs.cli.types import Day


@click.command(
    "new",
    cls=Command,
    help="Lập bộ mẫu của đơn vị từ một tệp Word có thẻ {{ tên_trường }}.",
    epilog='Ví dụ: kcdocs templates new to-trinh-rieng --from mau.docx --title "Tờ trình của Cục"',
)
@click.argument("name", metavar="TÊN-BỘ-MẪU")
@click.option(
    "--from",
    "template",
    metavar="TỆP.docx",
    required=True,
    type=click.Path(path_type=Path),
    help="Tệp Word có thẻ.",
)
@click.option("--title", metavar="TÊN", help="Tên văn bản, như «Giấy mời họp»; mặc định là tên bộ mẫu.")
@click.option("--since", metavar="NGÀY", type=Day(), help="Dùng cho văn bản từ ngày này; mặc định 05/3/2020.")
def command(name: str, template: Path, title: str | None, since: date | None) -> None:
    """Make the set and say what comes next."""
    from kcdocs.api.templates import start_set  # noqa: PLC0415 - help pages do not need it

    folder = start_set(name, template, title or name, since or date(2020, 3, 5))
    say(f"Đã lập bộ mẫu «{name}» tại: {folder}")
    say("Việc tiếp theo:")
    say(f"  1. Mở {folder / 'schema.json'}, sửa tên và kiểu của từng trường.")
    say(f"  2. Lập tệp dữ liệu: kcdocs templates form {name} --out ho-so.yaml")
    say(f"  3. Lập thử văn bản: kcdocs generate {name} ho-so.yaml --out ket-qua")
