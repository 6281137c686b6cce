"""The address map: what became of each old address."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kcdocs.diff.siblings import repealed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kcdocs.diff.order import Sides
    from kcdocs.diff.tree import Unit
    from kcdocs.model.address import Address


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
            for left in lefts:
                self._after.setdefault(left, rights)
            for right in rights:
                self._before.setdefault(right, lefts)
            self.moves += [(left, right) for left in lefts for right in rights if left != right]

    def after(self, old: Address) -> tuple[Address, ...] | None:
        """Where the provision at an old address stands now: nowhere if it is gone, several places if split.

        None if the old instrument has no such address.
        """
        return self._after.get(old)

    def before(self, new: Address) -> tuple[Address, ...] | None:
        """Where the provision at a new address came from; None if the new instrument has no such address."""
        return self._before.get(new)

    def stands(self, new: Address) -> bool:
        """Whether the new instrument has a provision in force at an address."""
        return not new.steps or new in self._before

    def follow(self, targets: tuple[Address, ...]) -> tuple[Address, ...] | None:
        """New addresses of the targets of a reference; None unless each went to exactly one place.

        An address that the old instrument never had stays as it is.
        """
        found = []
        for target in targets:
            places = self._after.get(target, (target,))
            if len(places) != 1:
                return None
            found.append(places[0])
        return tuple(found)


def _addresses(units: tuple[Unit, ...]) -> tuple[Address, ...]:
    return tuple(unit.node.address for unit in units if not (unit.quoted or repealed(unit.node.text)))
