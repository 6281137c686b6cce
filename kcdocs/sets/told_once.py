"""Each fault of the data told once, though the reading and the contract may both have met it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kcdocs.model.finding import Finding

_COLUMN, _FIELD = "RC202", "TP311"


def told_once(faults: Sequence[Finding]) -> list[Finding]:
    """The faults without those that tell a second time of a cell, or row by row of a missing column.

    Args:
        faults: Faults of one file, the reader's before the contract's.
    """
    missing = {
        (fault.place.sheet, name)
        for fault in faults
        if fault.code == _COLUMN
        for name in _with_groups(fault.place.field)
    }
    kept: dict[object, Finding] = {}
    for number, fault in enumerate(faults):
        place = fault.place
        if fault.code == _FIELD and (place.sheet, place.field.rpartition("].")[2]) in missing:
            continue
        kept.setdefault((place.sheet, place.line, place.cell) if place.cell else number, fault)
    return list(kept.values())


def _with_groups(field: str) -> list[str]:
    """A field and the groups it is in: "nguoi_ky.ho_ten", "nguoi_ky"."""
    steps = field.split(".")
    return [".".join(steps[:end]) for end in range(len(steps), 0, -1)]
