"""Which provisions of the old instrument became which of the new one."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from kcdocs.model.comparison import Pass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kcdocs.diff.tree import Unit
    from kcdocs.model.comparison import Match


_TURNED = {Pass.SPLIT: Pass.MERGED, Pass.MERGED: Pass.SPLIT}


@dataclass(frozen=True, slots=True, eq=False)
class Link:
    """Provisions taken for one another: one and one, one and several (split), several and one (merger).

    A link equals itself alone.
    """

    olds: tuple[Unit, ...]
    news: tuple[Unit, ...]
    match: Match

    def flipped(self) -> Link:
        """The same link seen from the other side."""
        return Link(self.news, self.olds, replace(self.match, by=_TURNED.get(self.match.by, self.match.by)))


@dataclass(slots=True)
class Links:
    """All links of one comparison, found by the index of a unit.

    Attributes:
        by_old: Index of an old unit → its link.
        by_new: Index of a new unit → its link.
        moved: The links whose provisions stand elsewhere.
    """

    by_old: dict[int, Link] = field(default_factory=dict)
    by_new: dict[int, Link] = field(default_factory=dict)
    moved: set[Link] = field(default_factory=set)

    def join(self, olds: Iterable[Unit], news: Iterable[Unit], match: Match) -> Link:
        """Link units; what they were linked to before must be among them."""
        link = Link(tuple(olds), tuple(news), match)
        self.by_old.update({unit.index: link for unit in link.olds})
        self.by_new.update({unit.index: link for unit in link.news})
        return link

    def free_olds(self, units: Iterable[Unit]) -> list[Unit]:
        """Those old units that have no partner."""
        return [unit for unit in units if unit.index not in self.by_old]

    def free_news(self, units: Iterable[Unit]) -> list[Unit]:
        """Those new units that have no partner."""
        return [unit for unit in units if unit.index not in self.by_new]

    def joined(self, old: Unit | None, new: Unit | None) -> bool:
        """Whether two units are linked to one another; two roots are."""
        if old is None or new is None or not (old.index and new.index):
            return (old is None or not old.index) and (new is None or not new.index)
        link = self.by_old.get(old.index)
        return link is not None and link is self.by_new.get(new.index)

    def __iter__(self) -> Iterator[Link]:
        yield from dict.fromkeys(self.by_old.values())

    def flipped(self) -> Links:
        """The same links seen from the other side."""
        turned = {link: link.flipped() for link in self}
        return Links(
            {index: turned[link] for index, link in self.by_new.items()},
            {index: turned[link] for index, link in self.by_old.items()},
            {turned[link] for link in self.moved},
        )
