"""`kcdocs register void`: make issued numbers void, or all numbers of a batch."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kcdocs.cli.base import Command
from kcdocs.cli.console import say
from kcdocs.cli.usage import Usage

if TYPE_CHECKING:
    from collections.abc import Iterable


@click.command(
    "void",
    cls=Command,
    help="Hủy số đã cấp, hoặc cả một đợt; số hủy vẫn nằm trong sổ kèm lý do, hồ sơ được cấp số mới.",
    epilog='Ví dụ: kcdocs register void "GM-BCT/2025" 2 --reason "ghi nhầm người nhận"',
)
@click.argument("series", metavar="[DÃY-SỐ]", required=False)
@click.argument("numbers", metavar="[SỐ...]", type=click.IntRange(1, 999_999), nargs=-1)
@click.option("--batch", metavar="ĐỢT", help="Hủy cả một đợt: thư mục của đợt, hoặc mã đợt trong sổ.")
@click.option("--reason", metavar="LÝ-DO", required=True, help="Vì sao hủy.")
def command(series: str | None, numbers: tuple[int, ...], batch: str | None, reason: str) -> None:
    """Make the numbers void."""
    from kcdocs.api import register  # noqa: PLC0415 - help pages do not need it

    if batch is not None:
        if series or numbers:
            raise Usage(
                "Hủy cả đợt thì chỉ ghi --batch, không ghi dãy số và số.", click.get_current_context()
            )
        found = register.void_batch(batch, reason)
        issued = [item.number for item in found if item.state is register.State.CONFIRMED]
        held = [item.number for item in found if item.state is register.State.RESERVED]
        say(f"Đã hủy đợt «{batch}»: {_told(issued, 'hủy')}{_told(held, 'bỏ trống')}lý do: {reason}.")
        return
    if series is None or not numbers:
        raise Usage(
            "Ghi dãy số và các số cần hủy, hoặc --batch THƯ-MỤC để hủy cả đợt.", click.get_current_context()
        )
    register.void(series, numbers, reason)
    say(f"Đã hủy số {register.ranges(numbers)} của dãy {series}; lý do: {reason}.")


def _told(numbers: Iterable[int], what: str) -> str:
    from kcdocs.api.register import ranges  # noqa: PLC0415 - help pages do not need it

    shown = ranges(numbers)
    return f"{what} số {shown}; " if shown else ""
