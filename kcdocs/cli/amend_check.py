"""`kcdocs amend check`: examine an amending draft."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from kcdocs.cli import console
from kcdocs.cli.amend_options import form_option, original_options
from kcdocs.cli.base import Command
from kcdocs.errors import ExitCode

if TYPE_CHECKING:
    from kcdocs.api.amend import Examined


@click.command(
    cls=Command,
    help="Soát dự thảo sửa đổi: lệnh không làm được, số hiệu sai, dẫn chiếu gãy, căn cứ hết hiệu lực…",
    epilog="Ví dụ: kcdocs amend check 45/2012/NĐ-CP du-thao.docx",
)
@original_options
@form_option
def command(original: str, draft: str, number: str, as_of: date | None, form: str, **how: str) -> int:
    """Print the findings; 1 if there are any."""
    from kcdocs.api import amend  # noqa: PLC0415 - help pages do not need it
    from kcdocs.api.reading import reading  # noqa: PLC0415 - the same

    examined = amend.check(original, draft, number=number, as_of=as_of, how=reading(**how))
    if form == "json":
        console.emit(amend.as_json(examined).removesuffix("\n"))
    else:
        _tell(examined)
    return ExitCode.DIFFERENCES if examined.findings else ExitCode.OK


def _tell(examined: Examined) -> None:
    for finding in examined.findings:
        for line in console.finding_lines(finding):
            console.say(line)
    console.say(f"{len(examined.consolidation.log)} lệnh, {len(examined.findings)} phát hiện.")
