"""`kcdocs decrees verify`: check the texts at hand by their fingerprints."""

from __future__ import annotations

import click

from kcdocs.cli import console
from kcdocs.cli.base import Command
from kcdocs.errors import ExitCode


@click.command(
    cls=Command,
    help="Đối chiếu các toàn văn trong kho với dấu vân tay.",
    epilog="Ví dụ: kcdocs decrees verify",
)
def command() -> int:
    """Tell each text's state; 1 if any differs."""
    from kcdocs.api import decrees  # noqa: PLC0415 - help pages do not need it

    differs = False
    for entry, findings in decrees.verify():
        number = entry.citation.number
        if findings is None:
            console.say(f"{number}: không có dấu vân tay để đối chiếu")
        elif findings:
            differs = True
            console.say(f"{number}: khác dấu vân tay ở {len(findings)} chỗ")
            console.tell_findings(findings)
        else:
            console.say(f"{number}: khớp")
        for finding in decrees.told(entry):
            console.say(f"    lưu ý {finding.code}: {finding.message}")
    return ExitCode.DIFFERENCES if differs else ExitCode.OK
