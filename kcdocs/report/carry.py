"""Explanations carried from an earlier comparison table into a new one, by address and across renumbering."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from rapidfuzz import fuzz

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kcdocs.report.blocks import Block

_LIKE = 60.0
"""How alike (of 100) the words of two added provisions must be to be taken for one that was renumbered."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Earlier(Generic[T]):
    """What people wrote beside a provision in an earlier table.

    Attributes:
        old_key: The old provision it stood beside; empty if there was none.
        new_key: The new provision; empty if there was none.
        new_text: The draft's words then.
        written: What people wrote.
    """

    old_key: str
    new_key: str
    new_text: str
    written: T


def carry(
    blocks: Sequence[Block], earlier: Iterable[Earlier[T]]
) -> tuple[dict[int, list[T]], list[Earlier[T]]]:
    """Give each explanation its place.

    A provision of the old text keeps its address from draft to draft, so that its explanation follows it
    however the draft renumbers. One that is new in the draft is found by its address if its words are
    alike, else by its words.

    Args:
        blocks: The blocks of the new table.
        earlier: Explanations that are not empty.

    Returns:
        Index of a block → explanations, and those that found no place.
    """
    placed: dict[int, list[T]] = {}
    lost: list[Earlier[T]] = []
    by_old = {block.old_key: index for index, block in enumerate(blocks) if block.old_key}
    for one in earlier:
        index = by_old.get(one.old_key) if one.old_key else _added(blocks, one)
        if index is None:
            lost.append(one)
        else:
            placed.setdefault(index, []).append(one.written)
    return placed, lost


def _added(blocks: Sequence[Block], one: Earlier[T]) -> int | None:
    """The added block an explanation of an added provision belongs to."""
    scores = {
        index: (fuzz.ratio(block.new_text, one.new_text), block.new_key == one.new_key)
        for index, block in enumerate(blocks)
        if not block.old_key
    }
    alike = {index: (score, same) for index, (score, same) in scores.items() if score >= _LIKE}
    return max(alike, key=lambda index: alike[index]) if alike else None
