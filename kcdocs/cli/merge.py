"""`kcdocs merge`: several drafts of one base in one Word file with tracked changes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import click

from kcdocs.cli import console
from kcdocs.cli.base import VietnameseCommand
from kcdocs.cli.office_option import offices_option
from kcdocs.cli.output import Output, output_options
from kcdocs.cli.reading_options import reading_options
from kcdocs.errors import ExitCode
from kcdocs.model.format import Format

_FORMS = {
    Format.TERMINAL: "các chỗ trái nhau trên màn hình",
    Format.JSON: "các chỗ trái nhau, cho máy đọc",
    Format.TRACKED: "bản gốc có chỗ sửa theo dõi của mọi bản; mặc định với tệp .docx",
}


@click.command(
    "merge",
    cls=VietnameseCommand,
    help="Gộp nhiều bản sửa của một văn bản gốc vào một tệp Word, mỗi người một tên; nêu chỗ trái nhau.\n\n"
    "GỐC là văn bản đã gửi đi; BẢN-SỬA là các tệp gửi về. Mỗi bản sửa đứng tên riêng trong chỗ sửa theo dõi, "
    "sửa giống nhau thì ghi một lần, kể đủ tên. Nơi hai bản sửa chạm nhau, bản gốc được giữ nguyên, kèm "
    "bình luận nêu từng đề nghị: máy không chọn thay người. Chỗ sửa đang theo dõi trong bản sửa là đề nghị "
    "của bản ấy, trừ khi ghi --revisions reject. "
    "Mã thoát: 0 gộp đủ, 1 có chỗ các bản trái nhau hoặc cần xem lại.",
    epilog="Ví dụ: kcdocs merge GỐC BẢN-SỬA BẢN-SỬA --out TỆP",
)
@click.argument("base", metavar="GỐC")
@click.argument("drafts", metavar="BẢN-SỬA...", nargs=-1, required=True)
@offices_option
@reading_options
@output_options(_FORMS)
def command(
    base: str, drafts: Sequence[str], offices: Sequence[tuple[str, str]], output: Output, **how: Any
) -> ExitCode:
    """Merge, give the file, and say by the exit code whether drafts clash."""
    from kcdocs.api import merge as api
    from kcdocs.api.reading import reading

    made = api.merge(base, drafts, offices=dict(offices), how=reading(**how))
    console.print_findings(made.findings)
    if output.form is Format.TRACKED:
        console.print_findings(api.clash_findings(made, base))
    output.give(api.render(made, output.form))
    return ExitCode.DIFFERENCES if made.clashes or made.findings else ExitCode.OK
