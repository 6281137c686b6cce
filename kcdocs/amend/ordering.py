"""Whether an amending draft keeps the labels and the order of what it amends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby, pairwise
from typing import Any

from kcdocs.amend import limits
from kcdocs.codes import Declared
from kcdocs.law.amending import ORDER
from kcdocs.law.numbering import NUMBERED, follows
from kcdocs.law.rule import Rule, of_day
from kcdocs.model.address import Address
from kcdocs.model.finding import Finding, Place, Severity
from kcdocs.model.instrument import Instrument
from kcdocs.model.operation import Act, Amendment, Operation, Side

_UNORDERED = frozenset({Act.REPLACE_WORDS, Act.INSERT_WORDS, Act.REMOVE_WORDS, Act.RENUMBER})

_MISNUMBERED = Declared(
    "AM105",
    Severity.ERROR,
    "A command that renumbers what is not amended.",
    "Văn bản sửa đổi không được đánh số lại điều khoản không sửa.",
    mend="Bỏ lệnh này; điều khoản bổ sung mang số kèm chữ (như 5a), các số khác giữ nguyên.",
)

_ODD_LABEL = Declared(
    "AM106",
    Severity.WARNING,
    "An inserted provision whose label does not follow its neighbour.",
    "{target} không phải số, ký hiệu kế tiếp sau {anchor}.",
    mend="Đánh số đơn vị chèn giữa theo đơn vị đứng trước kèm chữ cái (điểm: kèm chữ số).",
)

_OUT_OF_ORDER = Declared(
    "AM107",
    Severity.WARNING,
    "Commands out of the order of the amended provisions.",
    "Lệnh về {target} đứng sau lệnh về {before}.",
    expected="các lệnh theo thứ tự điều khoản của văn bản được sửa đổi",
    mend="Xếp các lệnh theo thứ tự điều khoản của văn bản được sửa đổi.",
)


def ordering_findings(amendment: Amendment, original: Instrument, day: date | None) -> Iterator[Finding]:
    """Labels that an amending text may not give, and commands out of order.

    Args:
        amendment: The draft, read.
        original: The instrument it amends.
        day: The draft's day of signing, which tells the rule; None asks today's.
    """
    ordering = _Ordering(amendment, original, day)
    yield from ordering.renumbered()
    yield from ordering.labels()
    yield from ordering.order()


@dataclass(frozen=True, slots=True)
class _Ordering:
    amendment: Amendment
    original: Instrument
    day: date | None

    def _of(self, declared: Declared, operation: Operation, rules: Sequence[Rule], **more: Any) -> Finding:
        origin = operation.origin
        place = Place(file=self.amendment.instrument.name, address=str(origin.address), span=origin.span)
        rule = of_day(rules, self.day)
        source = rule.source if rule else ""
        return declared.at(place, origin.words[: limits.WORDS_SHOWN], source=source, **more)

    def renumbered(self) -> Iterator[Finding]:
        """Commands that renumber."""
        for operation in self.amendment.operations:
            if operation.act is Act.RENUMBER:
                yield self._of(_MISNUMBERED, operation, NUMBERED)

    def labels(self) -> Iterator[Finding]:
        """Inserted provisions, each held against the neighbour named or the one inserted just before it."""
        for _, run in groupby(self.amendment.operations, key=_together):
            before: Address | None = None
            for operation in run:
                if operation.act is Act.INSERT and operation.anchor is not None and not operation.parts:
                    named = _beside(operation.anchor, operation.target)
                    fits = [item for item in (before, named, self._ahead(operation, named)) if item]
                    if not any(_follows(item, operation.target) for item in fits):
                        told = {"target": operation.target.spoken(), "anchor": fits[0].spoken()}
                        yield self._of(_ODD_LABEL, operation, NUMBERED, **told)
                    before = operation.target

    def _ahead(self, operation: Operation, anchor: Address) -> Address | None:
        """The sibling before the neighbour that something is put before."""
        if operation.side is Side.AFTER:
            return None
        level = (anchor.parent, anchor.kind)
        found = [node.address for node in self.original.provisions()]
        siblings = [item for item in found if (item.parent, item.kind) == level]
        return siblings[siblings.index(anchor) - 1] if anchor in siblings[1:] else None

    def order(self) -> Iterator[Finding]:
        """Commands on provisions that stand behind those of the command after them."""
        places = _Places(self.original)
        moving = [
            item for item in self.amendment.operations if item.act not in _UNORDERED and places.knows(item)
        ]
        for before, after in pairwise(moving):
            article = before.origin.address.steps[:1] == after.origin.address.steps[:1]
            repeal = Act.REPEAL in (before.act, after.act)
            if article and not repeal and places.of(after) < places.of(before):
                told = {"target": after.target.spoken(), "before": before.target.spoken()}
                yield self._of(_OUT_OF_ORDER, after, ORDER, **told)


class _Places:
    """Where commands act, counted in the provisions of the original."""

    def __init__(self, original: Instrument) -> None:
        addresses = [node.address for node in original.provisions()]
        self._starts = {address: place for place, address in enumerate(addresses)}
        self._ends = {
            around: place
            for place, address in enumerate(addresses)
            for around in (Address(address.steps[:size]) for size in range(1, len(address.steps) + 1))
        }

    def knows(self, operation: Operation) -> bool:
        """Whether the original has what a command names."""
        return operation.target in self._starts or operation.anchor in self._starts

    def of(self, operation: Operation) -> int:
        """Where a command's target stands; a new one stands behind all of the neighbour it is put after."""
        anchor = operation.anchor
        if anchor is None or operation.target in self._starts:
            return self._starts.get(operation.target, 0)
        return (self._ends if operation.side is Side.AFTER else self._starts).get(anchor, 0)


def _together(operation: Operation) -> object:
    return operation.origin.address, operation.anchor, operation.side


def _beside(anchor: Address, target: Address) -> Address:
    """The neighbour on the target's own level: "khoản 4a" after "điểm c khoản 4" stands beside khoản 4."""
    return Address(anchor.steps[: len(target.steps)])


def _follows(before: Address, target: Address) -> bool:
    return before.kind is target.kind and follows(before.label, target.label)
