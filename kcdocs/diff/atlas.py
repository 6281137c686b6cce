"""The address map: what became of each old address."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kcdocs.diff.ranges import between
from kcdocs.diff.siblings import repealed
from kcdocs.model.address import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kcdocs.diff.order import Sides
    from kcdocs.diff.tree import Unit
    from kcdocs.model.address import Address
    from kcdocs.model.instrument import Reference


class Atlas:
    """Old addresses, new addresses, and which became which.

    Args:
        rows: The sides of all rows; what stands inside quotations is left out.
    """

    def __init__(self, rows: Iterable[Sides]) -> None:
        self._after: dict[Address, tuple[Address, ...]] = {}
        self._before: dict[Address, tuple[Address, ...]] = {}
        self.moves: list[tuple[Address, Address]] = []
        for olds, news in rows:
            lefts = _addresses(olds)
            rights = _addresses(news)
            heads = (
                lefts if len(olds) < 2 else _addresses(_heads(olds)),
                rights if len(news) < 2 else _addresses(_heads(news)),
            )
            for left in lefts:
                self._after.setdefault(left, heads[1])
            for right in rights:
                self._before.setdefault(right, lefts)
            self.moves += [(left, right) for left in heads[0] for right in heads[1] if left != right]

    def after(self, old: Address) -> tuple[Address, ...] | None:
        """Where the provision at an old address stands now: nowhere if it is gone, several places if split.

        None if the old instrument has no such address.
        """
        return self._after.get(old)

    def stands(self, new: Address) -> bool:
        """Whether the new instrument has a provision in force at an address."""
        return not new.steps or new in self._before

    def follow(self, reference: Reference, words: str) -> tuple[Address, ...] | None:
        """New addresses of the targets of an old reference; None unless each went to exactly one place.

        An address that the old instrument never had stays as it is. What is gone from inside a range
        ("từ Điều 2 đến Điều 9") is passed over.

        Args:
            reference: The reference.
            words: The reference as written.
        """
        found = []
        for target in self.lasting(reference, words):
            places = self._after.get(target, (target,))
            if len(places) != 1:
                return None
            found.append(places[0])
        return tuple(found)

    def leads(self, old: tuple[Reference, str], new: tuple[Reference, str]) -> bool:
        """Whether a new reference points at nothing but what an old one pointed at, and at all of it.

        Of a provision that was split, one part is enough.

        Args:
            old: A reference of the old instrument and its words.
            new: One of the new instrument.
        """
        targets = set(self.meant(*new))
        places = [set(self._after.get(target, (target,))) for target in self.lasting(*old)]
        return all(targets & found for found in places) and targets <= set().union(*places)

    def lasting(self, reference: Reference, words: str) -> tuple[Address, ...]:
        """The targets of an old reference without those gone from inside a range."""
        return tuple(
            target
            for target in reference.targets
            if self._after.get(target) != () or not between(target, words)
        )

    def meant(self, reference: Reference, words: str) -> tuple[Address, ...]:
        """The targets of a new reference without those added inside a range."""
        return tuple(
            target
            for target in reference.targets
            if self._before.get(target) != () or not between(target, words)
        )

    def taken_in(self, new: Reference, words: str) -> tuple[Address, ...]:
        """The provisions added inside a range that a new reference names ("Điều 1 đến Điều 3")."""
        kept = set(self.meant(new, words))
        return tuple(target for target in new.targets if target not in kept)


def _heads(units: tuple[Unit, ...]) -> tuple[Unit, ...]:
    """The units without the paragraphs into which the first was broken: one reference names them all."""
    if not units or units[0].node.kind is Kind.PARAGRAPH:
        return units
    return tuple(unit for unit in units if unit.node.kind is not Kind.PARAGRAPH)


def _addresses(units: tuple[Unit, ...]) -> tuple[Address, ...]:
    return tuple([unit.node.address for unit in units if not (unit.quoted or repealed(unit.node.text))])
