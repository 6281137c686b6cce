"""Twins: a text that both instruments hold once is the same provision, wherever it stands."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from kcdocs.diff import limits
from kcdocs.diff.lexicon import own_references
from kcdocs.diff.tree import END_SIGNS
from kcdocs.model.address import Kind

if TYPE_CHECKING:
    from kcdocs.diff.links import Links
    from kcdocs.diff.tree import Unit


def find_twins(old: Unit, new: Unit, links: Links) -> None:
    """Note with every unit of running text its twin: then it can become no other.

    Equal text that stands once on each side is stronger proof than a number that was kept.

    Args:
        old: Root of the one instrument.
        new: Root of the other.
        links: What a reviewer decided, who may part twins.
    """
    groups: dict[int, tuple[list[Unit], list[Unit]]] = defaultdict(lambda: ([], []))
    for side, root in enumerate((old, new)):
        for unit in root.walk():
            if unit.index and unit.family is Kind.PARAGRAPH:
                groups[unit.whole][side].append(unit)
    for lefts, rights in groups.values():
        if len(lefts) == len(rights) == 1 and telling(lefts[0], rights[0]):
            left, right = lefts[0], rights[0]
            if left.index not in links.by_old and right.index not in links.by_new:
                left.twin, right.twin = right, left


def telling(old: Unit, new: Unit) -> bool:
    """Whether the equal words of two units say enough to prove that they are one provision.

    A text that is little more than its references says something else once these are others.

    Args:
        old: A unit.
        new: One of the same words, references aside.
    """
    if not own_references(old.node) and len(old.node.text) >= limits.FAR_WEIGHT:
        return True
    size, words = _without_references(old)
    if words < limits.FAR_WORDS:
        return False
    return size >= limits.FAR_WEIGHT or _texts(old) == _texts(new)


def _without_references(unit: Unit) -> tuple[int, int]:
    """Characters and words of a unit with all below it, those of references left out."""
    size = words = 0
    for below in unit.walk():
        cited = [reference.span.of(below.node.text) for reference in own_references(below.node)]
        size += len(below.node.text) - sum(map(len, cited))
        words += len(below.node.text.split()) - sum(len(text.split()) for text in cited)
    return size, words


def _texts(unit: Unit) -> list[str]:
    return [below.node.text.rstrip(END_SIGNS) for below in unit.walk()]
