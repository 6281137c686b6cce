"""Order: which linked provisions moved, and in which order the rows are told."""

from __future__ import annotations

from collections import defaultdict
from operator import lt
from typing import TYPE_CHECKING

from kcdocs.diff.moves import heaviest_run
from kcdocs.law.kinds import GROUPING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kcdocs.diff.links import Link, Links
    from kcdocs.diff.tree import Unit


def moved_links(links: Links) -> set[Link]:
    """Links whose provisions stand elsewhere; what only follows a provision above it is not among them.

    Siblings keep their order if they are in the heaviest run of increasing places. What was under a chapter
    that was added or dissolved is judged by its order in the entire instrument.

    Args:
        links: All links.

    Returns:
        The links that moved.
    """
    groups: dict[tuple[int, int], list[Link]] = defaultdict(list)
    moved = set()
    for link in links:
        left, right = link.olds[0].parent, link.news[0].parent
        if links.joined(left, right):
            groups[_index(left), _index(right)].append(link)
        elif _loose(left, right, links):
            groups[-1, -1].append(link)
        else:
            moved.add(link)
    loose = groups.pop((-1, -1), [])
    if loose:
        steady = [
            link
            for group in groups.values()
            for link in group
            if link.olds[0].family is loose[0].olds[0].family
        ]
        moved |= _out_of_order([*loose, *steady]) & set(loose)
    for group in groups.values():
        moved |= _out_of_order(group)
    return moved


def _index(unit: Unit | None) -> int:
    return unit.index if unit else 0


def _loose(left: Unit | None, right: Unit | None, links: Links) -> bool:
    """Whether the units' containers differ only because one was added or dissolved."""
    if _base(left) is None or _base(right) is None or not links.joined(_base(left), _base(right)):
        return False
    lefts = [unit for unit in _up(left) if unit.index in links.by_old]
    rights = [unit for unit in _up(right) if unit.index in links.by_new]
    depth = min(len(lefts), len(rights))
    return (
        all(links.joined(a, b) for a, b in zip(lefts[-depth:], rights[-depth:], strict=True))
        if depth
        else True
    )


def _up(unit: Unit | None) -> Iterator[Unit]:
    while unit is not None and unit.node.kind in GROUPING:
        yield unit
        unit = unit.parent


def _base(unit: Unit | None) -> Unit | None:
    while unit is not None and unit.index and unit.node.kind in GROUPING:
        unit = unit.parent
    return unit


def _out_of_order(group: Iterable[Link]) -> set[Link]:
    ordered = sorted(group, key=lambda link: link.news[0].index)
    places = [link.olds[0].index for link in ordered]
    if all(map(lt, places, places[1:])):  # for speed only
        return set()
    weights = [1 + sum(unit.weight for unit in (*link.olds, *link.news)) for link in ordered]
    kept = set(heaviest_run(places, weights))
    return {link for place, link in enumerate(ordered) if place not in kept}


Sides = tuple[tuple["Unit", ...], tuple["Unit", ...]]
"""The old and the new provisions of one row."""


def row_sides(old: Unit, new: Unit, links: Links) -> list[Sides]:
    """The sides of all rows: links and added units in the new order, removed units where they stood.

    Args:
        old: Root of the old instrument.
        new: Root of the new one.
        links: All links.
    """
    after = _removed_after(old, new, links)
    rows: list[Sides] = []
    seen: set[Link] = set()
    for unit in new.walk():
        link = links.by_new.get(unit.index)
        if link is None and unit.index:
            rows.append(((), (unit,)))
        elif link is not None and link not in seen:
            seen.add(link)
            rows.append((link.olds, link.news))
        rows += [((gone,), ()) for gone in after.get(unit.index, ())]
    return rows


def _removed_after(old: Unit, new: Unit, links: Links) -> dict[int, list[Unit]]:
    """For the index of a new unit the removed units that are told after it."""
    ends = _ends(new)
    after: dict[int, list[Unit]] = defaultdict(list)
    where: dict[int, int] = {}

    def visit(parent: Unit, start: int) -> None:
        for unit in parent.children:
            link = links.by_old.get(unit.index)
            if link is None:
                where[unit.index] = start
                after[start].append(unit)
            elif link not in links.moved and parent.index not in where:
                start = ends[link.news[-1].index]
            visit(unit, link.news[0].index if link else start)

    visit(old, 0)
    return after


def _ends(root: Unit) -> dict[int, int]:
    """For each unit the index of the last one below it."""
    ends: dict[int, int] = {}
    for unit in reversed(root.walk()):
        ends[unit.index] = ends[unit.children[-1].index] if unit.children else unit.index
    return ends
