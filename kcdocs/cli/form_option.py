"""`--check`: the form of what was just made, held against the rules."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kcdocs.cli import console, limits
from kcdocs.cli.types import Choice

if TYPE_CHECKING:
    from kcdocs.api import CheckedForm

FULL, SAMPLE = "full", "sample"

check_option = click.option(
    "--check",
    "how",
    metavar="CÁCH",
    type=Choice((SAMPLE, FULL)),
    help="Kiểm tra thể thức văn bản vừa lập: full (mọi văn bản, mọi quy tắc), sample"
    f" ({limits.CHECKED_SAMPLE} văn bản rải đều; bộ mẫu đã đúng thể thức khi phát hành thì chỉ kiểm tra phần"
    " điền vào).",
)


def told_good(paths: Sequence[Path], how: str | None) -> bool:
    """Check documents as asked and tell what was found; True if nothing speaks against them."""
    if how is None or not paths:
        return True
    from kcdocs.api import check_form

    found = check_form.check_made(paths, sample=limits.CHECKED_SAMPLE if how == SAMPLE else None)
    for item in found.bad:
        _tell(item)
    bad = f"{len(found.bad)} văn bản chưa đúng" if found.bad else "tất cả đúng"
    seconds = f"{found.seconds:.1f}".replace(".", ",")
    console.say(f"Thể thức: đã kiểm tra {found.checked} trên {found.of} văn bản trong {seconds} giây, {bad}.")
    if found.laid_out:
        console.say(
            f"Của {found.laid_out} văn bản chỉ kiểm tra phần điền vào: cách trình bày của bộ mẫu đã được kiểm"
            " tra khi phát hành."
        )
    return not found.bad


def _tell(item: CheckedForm) -> None:
    for finding in item.findings:
        for line in console.finding_lines(finding):
            console.say(line)
