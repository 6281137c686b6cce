"""Enacting: an instrument as the commands of amending instruments make it, day after day.

The commands of one amending instrument that begin on one day are worked out together on the text as it was
the day before; of two instruments of one day, the one issued first goes first. What could not be followed, or
what the proof leaves unexplained, stays in the text as a doubt from that day on.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from kcdocs.amend.apply import apply
from kcdocs.amend.effect import doubtful_days
from kcdocs.amend.errors import OtherInstrumentError
from kcdocs.amend.prove import prove_amendment
from kcdocs.amend.target import only_on
from kcdocs.law.commanding import REPEALED
from kcdocs.model.address import Address, Step
from kcdocs.model.edition import EditionText, Enacted
from kcdocs.model.instrument import Instrument, UnclearSpot
from kcdocs.model.operation import Amendment, Consolidation, Operation, Verdict

_UNREAD = "kcdocs không nhận ra đoạn này là gì."
_SILENT = "Đoạn này ra lệnh, nhưng không đọc được lệnh nào."
_UNEXPLAINED = "Điều khoản đổi mà không do lệnh nào."
_OWN_DAY = "Chưa rõ phần nào của văn bản có hiệu lực từ ngày riêng."


@dataclass(frozen=True, slots=True)
class Amending:
    """An amending instrument that a text is made by.

    Attributes:
        amendment: All that it commands.
        since: Its first day of force.
    """

    amendment: Amendment
    since: date

    def day(self, operation: Operation) -> date:
        """The first day of a command's force: its own, or that of the instrument."""
        own = operation.effective
        return self.since if own is None or own == self.amendment.effective else own

    @property
    def order(self) -> tuple[date, str]:
        """Its place among those of one day."""
        said = self.amendment.instrument.citation
        return said.issued or self.since, said.number


def days(base: Instrument, amending: Amending) -> tuple[date, ...]:
    """The days on which an amending instrument changes a text, earliest first; none if it never does."""
    return tuple(sorted({amending.day(item) for item in _on(base, amending).operations}))


def enact(base: EditionText, amending: Sequence[tuple[date, Amending]]) -> Iterator[EditionText]:
    """The editions of a text that amending instruments make, one a day, earliest first.

    Args:
        base: The text that was added.
        amending: Days on which commands begin, each with the instrument as it stands on that day.

    Yields:
        An edition for each; commands that begin before the text has force are in it from its first day.
    """
    edition = base
    for day, one in sorted(amending, key=lambda item: (item[0], item[1].order)):
        done = _enacted(edition.instrument, day, one)
        edition = replace(
            edition,
            since=max(day, edition.since),
            instrument=done.consolidation.amended,
            enacted=(*edition.enacted, done),
            doubts=tuple(dict.fromkeys((*edition.doubts, *done.doubts))),
        )
        yield edition


def _on(base: Instrument, amending: Amending) -> Amendment:
    try:
        return only_on(base, amending.amendment, base.citation.number)
    except OtherInstrumentError:
        return replace(amending.amendment, operations=())


def _enacted(base: Instrument, day: date, amending: Amending) -> Enacted:
    every = _on(base, amending)
    own = [item for item in every.operations if amending.day(item) == day]
    done = apply(base, own)
    others = {item.origin.address for item in every.operations} - {item.origin.address for item in own}
    doubts = tuple(_doubts(amending.amendment, done, others))
    return Enacted(day, replace(every, operations=tuple(own)), done, doubts)


def _doubts(amendment: Amendment, done: Consolidation, others: set[Address]) -> Iterator[UnclearSpot]:
    """What is unclear in what an amending instrument did.

    Args:
        amendment: All it commands.
        done: The commands of the day, applied.
        others: Where commands on the same text stand that begin on other days.
    """
    proof = prove_amendment(amendment, done)
    number = amendment.instrument.citation.number
    own, foreign = _articles(amendment, done)
    yield from _undone(number, done)
    texts = {node.address: node.text for node in amendment.instrument.provisions()}
    unread = [(item.address, _SILENT) for item in proof.silent if item.address.steps[:1] not in foreign]
    unread += [(item.address, _UNREAD) for item in proof.unclaimed if item.address.steps[:1] in own]
    for place, why in unread:
        if place not in others and texts.get(place) != REPEALED:
            yield UnclearSpot(number, place, texts.get(place, ""), why)
    for found in proof.disagreements:
        if found.address not in others and found.address.steps[:1] not in foreign:
            yield UnclearSpot(number, found.address, found.words, "; ".join(found.why))
    for change in proof.unexplained:
        yield UnclearSpot(number, Address(), Address.parse(change.address).spoken(), _UNEXPLAINED)
    for place, words in doubtful_days(amendment.instrument):
        yield UnclearSpot(number, place, words, _OWN_DAY)


def _undone(number: str, done: Consolidation) -> Iterator[UnclearSpot]:
    """The commands that could not be done, once each, with all reasons."""
    why: dict[tuple[Address, str], dict[str, None]] = defaultdict(dict)
    for item in done.log:
        if item.verdict is Verdict.REFUSED:
            origin = item.operation.origin
            why[origin.address, origin.words][item.remark] = None
    for (place, words), reasons in why.items():
        yield UnclearSpot(number, place, words, " ".join(reasons))


def _articles(
    amendment: Amendment, done: Consolidation
) -> tuple[set[tuple[Step, ...]], set[tuple[Step, ...]]]:
    """The articles of an amending instrument that command on the one instrument, and those on others only."""
    own = {item.operation.origin.address.steps[:1] for item in done.log}
    return own, {item.origin.address.steps[:1] for item in amendment.operations} - own
