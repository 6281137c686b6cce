"""`kcdocs amend read`: the commands of an amending draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kcdocs.cli.amend_options import SCREEN
from kcdocs.cli.base import Command
from kcdocs.cli.output import Output, output_options
from kcdocs.cli.reading_options import reading_options
from kcdocs.errors import ExitCode

if TYPE_CHECKING:
    from kcdocs.model.operation import Amendment


@click.command(
    cls=Command,
    help="Liệt kê từng lệnh sửa đổi, bổ sung, bãi bỏ trong dự thảo, và đoạn nào chưa đọc được.",
    epilog="Ví dụ: kcdocs amend read du-thao.docx",
)
@click.argument("draft", metavar="DỰ-THẢO")
@reading_options
@output_options(SCREEN)
def command(draft: str, output: Output, **how: str) -> int:
    """Print the operations; 1 if something is not understood."""
    from kcdocs.api import amend  # noqa: PLC0415 - help pages do not need it
    from kcdocs.api.reading import reading  # noqa: PLC0415 - the same

    amendment = amend.read(draft, how=reading(**how))
    output.give(amend.as_json(amendment) if output.form == "json" else "\n".join(amend.lines(amendment)))
    return _code(amendment)


def _code(amendment: Amendment) -> int:
    from kcdocs.model.operation import Claim  # noqa: PLC0415 - help pages do not need it

    odd = any(item.reason for item in amendment.operations)
    odd = odd or any(item.claim is Claim.UNCLAIMED for item in amendment.claims)
    return ExitCode.DIFFERENCES if odd else ExitCode.OK
