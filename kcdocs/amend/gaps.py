"""Gaps: what no command makes stands open in the draft, and is never read as done."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from kcdocs.model.address import Address
from kcdocs.model.operation import Act, Operation

SPACE = "…………"
"""What stands where somebody is to write."""

UNWRITTEN = f"{SPACE} (chưa soạn được lệnh này; người soạn ghi vào đây)"
"""What stands in a draft in place of new text that could not be written so that it is read back."""


def has_space(words: str) -> bool:
    """Whether a row of dots stands among words as a place left to write in ("khoản … Điều 5" is none)."""
    return SPACE[:2] in words or "....." in words


def left_open(
    operations: Sequence[Operation], gaps: Collection[Address]
) -> tuple[tuple[Operation, ...], frozenset[Address]]:
    """The operations with one gap in place of all that act on a provision that is left open.

    A command brings its new text whole or not at all, so the gap is as wide as the command.

    Args:
        operations: What was to be commanded.
        gaps: Provisions of the amended instrument that are left open.

    Returns:
        The operations, a gap being one with a reason against it, and the provisions left open, outermost
        only.
    """
    wide = {_widest(operations, gap) for gap in gaps}
    outer = frozenset(gap for gap in wide if not any(within(gap, other) for other in wide - {gap}))
    open_ = {gap: _gap(operations, gap) for gap in outer}
    made: list[Operation] = []
    for operation in operations:
        gap = next((gap for gap in outer if within(operation.target, gap)), None)
        if gap is None:
            made.append(operation)
        elif gap in open_:
            made.append(open_.pop(gap))
    return (*made, *open_.values()), outer


def within(address: Address, other: Address) -> bool:
    """Whether an address is another, or stands below it."""
    return address.steps[: len(other.steps)] == other.steps


def _widest(operations: Sequence[Operation], gap: Address) -> Address:
    """The target of the widest command that brings the provision as a part of its new text; else itself."""
    around = [item.target for item in operations if item.content and within(gap, item.target)]
    return min(around, key=lambda target: len(target.steps), default=gap)


def _gap(operations: Sequence[Operation], address: Address) -> Operation:
    """The command that is still to be written, its act that of the one that could not be."""
    own = next((item for item in operations if item.target == address), operations[0])
    if own.target == address and own.act is Act.INSERT:
        return replace(own, content=(), reason=UNWRITTEN)
    return Operation(Act.REPLACE, address, own.origin, reason=UNWRITTEN)
