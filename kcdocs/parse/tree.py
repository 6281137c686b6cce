"""Which provisions an instrument has: what references are held against."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kcdocs.law.kinds import CONTAINERS
from kcdocs.model.address import Address, Kind, Step
from kcdocs.text.labels import LabelStep, step

_Steps = tuple[Step, ...]
"""An address as a key: tuples are told apart in C, addresses in Python."""


class Tree:
    """The addresses of an instrument.

    Args:
        addresses: All of them, in reading order, quoted ones left out.
    """

    def __init__(self, addresses: Iterable[Address]) -> None:
        self._all: set[_Steps] = set()
        self._by_label: dict[tuple[Kind, str], list[Address]] = {}
        self._below: dict[tuple[_Steps, Kind], list[str]] = {}
        for address in addresses:
            self._add(address)

    def _add(self, address: Address) -> None:
        steps = address.steps
        if steps in self._all or not steps:
            return
        self._all.add(steps)
        last = steps[-1]
        self._below.setdefault((steps[:-1], last.kind), []).append(last.label)
        if last.kind in CONTAINERS:
            self._by_label.setdefault((last.kind, last.label), []).append(address)

    def __contains__(self, address: Address) -> bool:
        return address.steps in self._all

    def settle(self, address: Address) -> Address:
        """The one provision that a shortened address can mean.

        A section named without its chapter, a chapter named without its part, the annex named without a
        number: if just one provision fits, its full address, else the address as it is.
        """
        if address.steps in self._all or not address.steps or address.steps[0].kind not in CONTAINERS:
            return address
        head, *rest = address.steps
        tops = self._by_label.get((head.kind, head.label), [])
        if head.kind is Kind.ANNEX and not head.label:
            tops = [Address((Step(head.kind, label),)) for label in self._below.get(((), head.kind), [])]
        fits = [found for top in tops if (found := (*top.steps, *rest)) in self._all]
        return Address(fits[0]) if len(fits) == 1 else address

    def within(self, base: Address, kind: Kind, labels: Sequence[str]) -> list[str]:
        """A range of labels with those inserted between them that the instrument has."""
        present = self._below.get((base.steps, kind), [])
        found = list(labels)
        for label in present:
            if label not in found and _inside(labels[0], label, labels[-1]):
                place = sum(step(label, other) not in (LabelStep.NEXT, LabelStep.GAP) for other in found)
                found.insert(place, label)
        return found


def _inside(start: str, label: str, end: str) -> bool:
    return step(start, label) in (LabelStep.NEXT, LabelStep.GAP) and step(label, end) in (
        LabelStep.NEXT,
        LabelStep.GAP,
    )
