"""Explanations carried from an earlier comparison table into a new one, by address and across renumbering."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from rapidfuzz import fuzz

from kcdocs.report import limits

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


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


class CarryTarget(Protocol):
    """A row of the new table, as an explanation looks for it."""

    @property
    def old_keys(self) -> tuple[str, ...]:
        """The old provisions; none if it is new."""

    @property
    def new_key(self) -> str:
        """The first new provision; empty if there is none."""

    @property
    def new_text(self) -> str:
        """The draft's words."""


@dataclass(frozen=True, slots=True)
class Carried(Generic[T]):
    """Explanations and their places.

    Attributes:
        placed: Index of an entry of the new table → explanations, in the order of the earlier table.
        lost: Those that found no place.
    """

    placed: dict[int, list[T]]
    lost: list[Earlier[T]]


def carry(entries: Sequence[CarryTarget], earlier: Iterable[Earlier[T]]) -> Carried[T]:
    """Put each explanation of an earlier table beside its provision in the new one.

    A provision of the old text keeps its address from draft to draft, so that its explanation follows it
    however the draft renumbers; where it has no row any more, the explanation goes to what holds it. A
    provision that is new in the draft is found by its words, its address deciding between like ones.

    Args:
        entries: The rows of the new table.
        earlier: Explanations that are not empty.
    """
    by_old: dict[str, int] = {}
    for index, entry in enumerate(entries):
        for key in entry.old_keys:
            by_old.setdefault(key, index)
    carried: Carried[T] = Carried({}, [])
    for one in earlier:
        place = _kept(by_old, one.old_key) if one.old_key else _added(entries, one)
        if place is None:
            carried.lost.append(one)
        else:
            carried.placed.setdefault(place, []).append(one.written)
    return carried


def _kept(by_old: dict[str, int], key: str) -> int | None:
    """The entry of the old provision, or of the nearest that holds it."""
    while key and key not in by_old:
        key = key.rpartition("_")[0]
    return by_old.get(key)


def _added(entries: Sequence[CarryTarget], one: Earlier[T]) -> int | None:
    """The entry of an added provision: the likest, of equals the one with the same address."""
    scores = {
        index: (fuzz.ratio(entry.new_text, one.new_text), entry.new_key == one.new_key)
        for index, entry in enumerate(entries)
        if not entry.old_keys
    }
    alike = {index: score for index, score in scores.items() if score[0] >= limits.LIKE}
    return max(alike, key=lambda index: alike[index]) if alike else None
