"""Which command of an amending draft made a row what it is."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from kcdocs.model.address import Address

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kcdocs.model.comparison import Commanded, Comparison, Row


class CommandIndex:
    """The commands behind a comparison, by provision.

    Args:
        comparison: The comparison; of a draft that is no amending one there are none.
    """

    def __init__(self, comparison: Comparison) -> None:
        self._by_address: dict[Address, list[Commanded]] = defaultdict(list)
        for item in comparison.commands:
            self._by_address[item.address].append(item)

    def of(self, row: Row) -> tuple[Commanded, ...]:
        """The commands on a row's own provision, or else on the nearest one around it."""
        if not row.changes or not self._by_address:
            return ()
        for address in _outwards(row.address):
            if address in self._by_address:
                return tuple(self._by_address[address])
        return ()

    def told(self, row: Row) -> str:
        """The commands of a row in words ("theo khoản 1 Điều 1 của văn bản sửa đổi"); empty if none."""
        places = dict.fromkeys(item.origin.spoken() for item in self.of(row))
        return f"theo {', '.join(places)} của văn bản sửa đổi" if places else ""


def _outwards(address: Address) -> Iterator[Address]:
    while address.steps:
        yield address
        address = address.parent
