"""Which command of an amending draft made a row what it is."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from kcdocs.model.address import Address

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

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
        self._words = {address: _words(items) for address, items in self._by_address.items()}

    def of(self, row: Row) -> tuple[Commanded, ...]:
        """The commands on a row's own provision, or else on the nearest one around it."""
        address = self._commanded(row)
        return tuple(self._by_address[address]) if address else ()

    def words_of(self, row: Row) -> str:
        """The commands of a row in words ("theo khoản 1 Điều 1 của văn bản sửa đổi"); empty if none."""
        address = self._commanded(row)
        return self._words[address] if address else ""

    def _commanded(self, row: Row) -> Address | None:
        if not row.changes or not self._by_address:
            return None
        return next((address for address in _outwards(row.address) if address in self._by_address), None)


def _words(commands: Iterable[Commanded]) -> str:
    places = dict.fromkeys(item.origin.spoken() for item in commands)
    return f"theo {', '.join(places)} của văn bản sửa đổi"


def _outwards(address: Address) -> Iterator[Address]:
    while address.steps:
        yield address
        address = address.parent
