"""`kcdocs decrees list`: what the store knows."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from kcdocs.cli.base import Command
from kcdocs.cli.output import Output, output_options

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kcdocs.api.decrees import Entry
    from kcdocs.model.finding import Finding


@click.command(
    cls=Command,
    help="Liệt kê các văn bản kho biết, và văn bản nào đã có toàn văn.",
    epilog="Ví dụ: kcdocs decrees list",
)
@output_options({"text": "văn bản thuần"})
def command(output: Output) -> None:
    """List the instruments."""
    from kcdocs.api import decrees  # noqa: PLC0415 - help pages do not need it

    output.give("\n".join(line for entry in decrees.entries() for line in _lines(entry, decrees.told(entry))))


def _lines(entry: Entry, told: Iterable[Finding]) -> list[str]:
    said = entry.citation
    lines = [f"{said.number}  {said.type} {said.title}".rstrip()]
    facts = entry.facts
    if facts and facts.in_force_from:
        until = f" đến {_day(facts.in_force_to)}" if facts.in_force_to else ""
        lines.append(f"    hiệu lực: từ {_day(facts.in_force_from)}{until}")
    if facts and facts.amended_by:
        lines.append(f"    được sửa đổi, bổ sung bởi: {', '.join(facts.amended_by)}")
    if facts and facts.model:
        lines.append("    văn bản mô phỏng, không phải pháp luật")
    editions = ", ".join(_edition(edition.since) for edition in entry.editions)
    lines.append(f"    toàn văn: {editions or 'chưa có'}")
    return lines + [f"    lưu ý {finding.code}: {finding.message}" for finding in told]


def _edition(since: date) -> str:
    return "có" if since.year == 1 else f"bản từ {_day(since)}"


def _day(day: date) -> str:
    return day.strftime("%d/%m/%Y")
