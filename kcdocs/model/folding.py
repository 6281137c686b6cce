"""The same fault in many cells of a column, told once with its cells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from kcdocs.model import limits
from kcdocs.model.finding import Finding, Place

_CELL = re.compile(r"([A-Z]{1,3})(\d{1,7})")


def folded(findings: Iterable[Finding]) -> list[Finding]:
    """The findings, those that differ only by their row in one column as one, where the first of each stood.

    Args:
        findings: Findings of cells, lines and other places; those of no cell stay as they are.

    Returns:
        One finding for each; the cells of several stand together ("C2:C301 (300 ô)").
    """
    groups: dict[object, list[Finding]] = {}
    for number, finding in enumerate(findings):
        column, row = _spot(finding.place)
        kind = replace(finding, place=replace(finding.place, cell=column, line=0)) if row else number
        groups.setdefault(kind, []).append(finding)
    return [group[0] if len(group) == 1 else _together(group) for group in groups.values()]


def stretches_of(numbers: Iterable[int], letters: str = "", mark: str = "–") -> str:
    """Rising numbers as stretches: "5–7, 9"; of many stretches the first are shown.

    Args:
        numbers: Rising, none twice.
        letters: What stands before each ("C" of "C5").
        mark: What stands between the first and the last of a stretch.
    """
    stretches: list[list[int]] = []
    for number in numbers:
        if stretches and number == stretches[-1][-1] + 1:
            stretches[-1][1:] = [number]
        else:
            stretches.append([number])
    shown = (
        mark.join(f"{letters}{number}" for number in stretch)
        for stretch in stretches[: limits.STRETCHES_SHOWN]
    )
    return ", ".join(shown) + (", …" if len(stretches) > limits.STRETCHES_SHOWN else "")


def _spot(place: Place) -> tuple[str, int]:
    """Column and row of a cell; row 0 for what is none."""
    if place.sheet and (found := _CELL.fullmatch(place.cell)):
        return found[1], int(found[2])
    return (place.cell, place.line) if place.cell and place.line else ("", 0)


def _together(group: Sequence[Finding]) -> Finding:
    first = group[0]
    column, _ = _spot(first.place)
    rows = sorted({_spot(finding.place)[1] for finding in group})
    if first.place.sheet:
        cells = stretches_of(rows, column, ":")
        return replace(first, place=replace(first.place, cell=f"{cells} ({len(rows)} ô)"))
    spot = f"{column}, dòng {stretches_of(rows)} ({len(rows)} ô)"
    return replace(first, place=replace(first.place, cell=spot, line=0))
