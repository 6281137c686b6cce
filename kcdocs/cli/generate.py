"""`kcdocs generate`: documents from a set of templates and a file of data."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kcdocs.cli.base import VietnameseCommand
from kcdocs.cli.console import print_remark, say
from kcdocs.cli.form_option import check_option, told_good
from kcdocs.cli.output import force_option, open_in_program, open_option
from kcdocs.cli.types import Day
from kcdocs.errors import ExitCode

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kcdocs.api.generate import Produced


@click.command(
    "generate",
    cls=VietnameseCommand,
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
@click.option("--pattern", metavar="MẪU-TÊN", help="Cách đặt tên tệp, như «{so}-{ky_hieu}».")
@click.option("--pdf", is_flag=True, help="Tạo thêm tệp PDF (cần LibreOffice).")
@check_option
@force_option
@open_option
def command(
    set_name: str,
    records: Path,
    out: Path,
    day: date | None,
    pattern: str | None,
    pdf: bool,
    how: str | None,
    force: bool,
    opens: bool,
) -> int:
    """Make the documents and name them; 1 if their form was to be checked and is not right."""
    from kcdocs.api.generate import generate

    made = generate(set_name, records, out, day=day, pattern=pattern, pdf=pdf, force=force)
    for produced in made:
        _print_produced(produced)
    for remark in dict.fromkeys(remark for produced in made for remark in produced.remarks):
        print_remark(remark)
    if len(made) > 1:
        say(_summary(made))
    good = told_good([produced.path for produced in made], how)
    if opens:
        open_in_program(out if len(made) > 1 else made[0].path)
    return ExitCode.OK if good else ExitCode.DIFFERENCES


def _print_produced(produced: Produced) -> None:
    verb = "Đã lập" if produced.changed else "Đã có sẵn, không đổi"
    say(f"{verb}: {produced.path} (bộ mẫu {produced.set_name})")
    if produced.pdf:
        say(f"  PDF: {produced.pdf}")


def _summary(made: Sequence[Produced]) -> str:
    new = sum(produced.changed for produced in made)
    kept = len(made) - new
    sets = ", ".join(sorted({produced.set_name for produced in made}))
    return f"Tổng cộng {len(made)} văn bản: {new} tệp mới, {kept} tệp giữ nguyên; bộ mẫu {sets}."
