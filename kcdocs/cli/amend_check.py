"""`kcdocs amend check`: examine an amending draft."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from kcdocs.cli import console
from kcdocs.cli.amend_options import SCREEN, original_options
from kcdocs.cli.base import Command
from kcdocs.cli.output import Output, output_options
from kcdocs.errors import ExitCode

if TYPE_CHECKING:
    from kcdocs.api.amend import Examined


@click.command(
    cls=Command,
    help="Soát dự thảo sửa đổi: lệnh không làm được, số hiệu sai, dẫn chiếu gãy, căn cứ hết hiệu lực…",
    epilog="Ví dụ: kcdocs amend check cu.docx du-thao.docx",
)
@original_options
@output_options(SCREEN)
def command(original: str, draft: str, number: str, as_of: date | None, output: Output, **how: str) -> int:
    """Print the findings; 1 if there are any."""
    from kcdocs.api import amend  # noqa: PLC0415 - help pages do not need it
    from kcdocs.api.reading import reading  # noqa: PLC0415 - the same

    examined = amend.check(original, draft, number=number, as_of=as_of, how=reading(**how))
    output.give(amend.as_json(examined) if output.form == "json" else _told(examined))
    return ExitCode.DIFFERENCES if examined.findings else ExitCode.OK


def _told(examined: Examined) -> str:
    lines = [line for finding in examined.findings for line in console.finding_lines(finding)]
    count = f"{len(examined.consolidation.log)} lệnh, {len(examined.findings)} phát hiện."
    return "\n".join([*lines, count])
