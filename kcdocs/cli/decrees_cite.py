"""`kcdocs decrees cite`: the sentence that names an instrument."""

from __future__ import annotations

from datetime import date, datetime

import click

from kcdocs.cli import console
from kcdocs.cli.base import Command
from kcdocs.cli.output import Output, output_options
from kcdocs.cli.types import Choice, Day
from kcdocs.errors import ExitCode


@click.command(
    cls=Command,
    help="In câu căn cứ của văn bản theo đúng loại và ngày, kèm văn bản sửa đổi và cảnh báo hiệu lực.",
    epilog="Ví dụ: kcdocs decrees cite 45/2012/NĐ-CP 40/2025/NĐ-CP --date 20/10/2025 --class quy-pham",
)
@click.argument("numbers", metavar="SỐ...", nargs=-1, required=True)
@click.option(
    "--date", "day", metavar="NGÀY", type=Day(), help="Ngày của văn bản viện dẫn; mặc định là hôm nay."
)
@click.option(
    "--effect",
    "effective",
    type=Day(),
    help="Ngày có hiệu lực của văn bản viện dẫn: căn cứ phải có hiệu lực chậm nhất vào ngày này.",
)
@click.option(
    "--class",
    "document",
    metavar="LOẠI",
    type=Choice(["hanh-chinh", "quy-pham"]),
    default="hanh-chinh",
    help="Loại văn bản viện dẫn: hành chính (mặc định), hoặc quy phạm pháp luật.",
)
@output_options({"text": "văn bản thuần"})
def command(
    numbers: tuple[str, ...], day: date | None, effective: date | None, document: str, output: Output
) -> ExitCode:
    """Print the sentences; warnings go to stderr."""
    from kcdocs.api.cite import cite  # noqa: PLC0415 - help pages do not need it
    from kcdocs.model.catalogue import DocumentClass  # noqa: PLC0415 - the same

    today = datetime.now().date()  # noqa: DTZ005 - the user's own calendar
    cited = cite(numbers, day=day or today, document=DocumentClass(document), effective=effective)
    output.give("\n".join(cited.lines))
    console.tell_findings(cited.findings)
    return ExitCode.DIFFERENCES if cited.findings else ExitCode.OK
