"""`kcdocs opinions`: the opinions of many on one draft, as the table that answers them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import click

from kcdocs.cli import console
from kcdocs.cli.base import VietnameseCommand
from kcdocs.cli.office_option import offices_option
from kcdocs.cli.output import Output, output_options
from kcdocs.cli.reading_options import reading_options
from kcdocs.cli.types import Choice
from kcdocs.errors import ExitCode
from kcdocs.model.format import Format

_FORMS = {
    Format.TERMINAL: "màn hình",
    Format.JSON: "cho máy đọc",
    Format.DOCX: "bản tổng hợp dạng Word",
    Format.XLSX: "bảng Excel",
}
_TABLES = (Format.DOCX, Format.XLSX)


@click.command(
    "opinions",
    cls=VietnameseCommand,
    help="Tổng hợp ý kiến góp ý: đọc các bản dự thảo gửi về, lập bảng tổng hợp, tiếp thu, giải trình.\n\n"
    "GỐC là dự thảo đã gửi lấy ý kiến; GÓP-Ý là các tệp gửi về: có chỗ sửa theo dõi, có bình luận, hay sửa "
    "thẳng không đánh dấu; công văn góp ý nêu từng điều khoản cũng đọc được. "
    "Ý kiến giống nhau được gộp, ý kiến trái nhau được đánh dấu. Lập lại ra tệp cũ thì "
    "phần tiếp thu, giải trình đã viết được giữ. "
    "Mã thoát: 0 tổng hợp đủ, 1 còn tệp chưa tổng hợp được hoặc cần xem lại.",
    epilog="Ví dụ: kcdocs opinions GỐC GÓP-Ý --out TỆP",
)
@click.argument("base", metavar="GỐC")
@click.argument("returned", metavar="GÓP-Ý...", nargs=-1, required=True)
@offices_option
@click.option(
    "--group",
    metavar="CÁCH",
    type=Choice(("article", "office")),
    default="article",
    help="Bảng xếp theo gì: article (theo điều, khoản, bốn cột; mặc định), office (theo cơ quan, ba cột).",
)
@click.option(
    "--next",
    "next_draft",
    metavar="DỰ-THẢO-MỚI",
    help="Dự thảo đã chỉnh lý sau góp ý: dòng nào đã thể hiện trong đó thì bảng gợi ý tiếp thu, kèm nơi.",
)
@reading_options
@output_options(_FORMS)
def command(
    base: str,
    returned: Sequence[str],
    offices: Sequence[tuple[str, str]],
    group: str,
    next_draft: str | None,
    output: Output,
    **how: Any,
) -> ExitCode:
    """Collect, report, and say by the exit code whether anything was left out."""
    from kcdocs.api import opinions as api
    from kcdocs.api.reading import reading

    table = api.collect(base, returned, offices=dict(offices), next_draft=next_draft, how=reading(**how))
    found = [*table.refused, *(finding for one in table.returned for finding in one.findings)]
    console.print_findings(found)
    made = api.render(
        table, output.form, by_office=group == "office", earlier=output.path, force=output.force
    )
    output.give(made, carried=output.form in _TABLES)
    return ExitCode.DIFFERENCES if found else ExitCode.OK
