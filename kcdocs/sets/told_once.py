"""Each fault of the data told once, though the reading and the contract may both have met it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kcdocs.records.faults import NO_COLUMN
from kcdocs.sets.contract_words import MISSING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kcdocs.model.finding import Finding, Place

_COLUMN, _FIELD = NO_COLUMN.code, MISSING.code
_READER = "RC1"
"""How the codes begin of what the readers of texts find."""


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
    met = {_spot(fault.place) for fault in faults if fault.code.startswith(_READER)}
    kept: dict[object, Finding] = {}
    for number, fault in enumerate(faults):
        place = fault.place
        if fault.code == _FIELD and (place.sheet, place.field.rpartition("].")[2]) in missing:
            continue
        if not fault.code.startswith(_READER) and _is_met(fault, met):
            continue
        kept.setdefault((place.sheet, place.line, place.cell) if place.cell else number, fault)
    return list(kept.values())


def _is_met(fault: Finding, met: set[tuple[int, str, str]]) -> bool:
    """Whether a reader found something in the value of a text, or in its line, whose field it need not know.

    A field that is missing stands nowhere; its line is that of its group.
    """
    place = fault.place
    if place.cell or place.sheet or not place.field:
        return False
    return _spot(place) in met or (fault.code != _FIELD and (place.line, place.part, "") in met)


def _spot(place: Place) -> tuple[int, str, str]:
    return place.line, place.part, place.field


def _with_groups(field: str) -> list[str]:
    """A field and the groups it is in: "nguoi_ky.ho_ten", "nguoi_ky"."""
    steps = field.split(".")
    return [".".join(steps[:end]) for end in range(len(steps), 0, -1)]
