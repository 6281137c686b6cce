"""Editions built from law: the texts people added, and what amending instruments in the store make of them.

How the data walks. The store keeps only what people gave it: texts, and answers on unclear commands. Every
kept text names at its head the instruments that its commands are on. When an instrument is asked for, the
last text added for it on or before the day is its base; the kept instruments that amend it give their
commands, each as its own text stands on the day the commands begin; `amend.enact` makes an edition a day.
Nothing that was built is kept. So no order of adding matters, an instrument that arrives late is simply there
the next time, no file can be out of step with another, and a better reading of a command reaches old texts.

A text that a person added for a later day than the instrument's own first day of force holds all that was in
force by then: only later commands are done to it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from kcdocs.amend.answering import commands_as_answered, read_again
from kcdocs.amend.effect import effective_date, endings, first_day_without
from kcdocs.amend.enact import Amending, days, enact
from kcdocs.amend.ending import ended_instruments
from kcdocs.amend.errors import NotAmendingError
from kcdocs.decrees import kept
from kcdocs.decrees.catalogue import load_catalogue
from kcdocs.decrees.entries import Edition, StoreEntry
from kcdocs.law.commanding import may_amend
from kcdocs.model.address import Address
from kcdocs.model.answer import Answer
from kcdocs.model.citation import Citation
from kcdocs.model.comparison import EndedInstrument
from kcdocs.model.edition import EditionText
from kcdocs.model.instrument import Instrument, UnclearSpot
from kcdocs.parse.instrument import parse
from kcdocs.sources.read import read

_AFTERWARDS = (
    "Lệnh này sửa {spot} của {number} sau khi chỗ ấy đã có hiệu lực; kcdocs không đoán điều đó đổi gì trong "
    "{base}."
)

_ENDED = "Quy định này chỉ có hiệu lực đến ngày ấy; kcdocs không đoán sau đó lời nào của {base} có hiệu lực."

_NO_COMMAND = "Không đọc được lệnh nào của văn bản này đối với {base}."

Amenders = Callable[[Citation], Sequence[StoreEntry]]
"""The kept instruments whose commands are on one, in no order."""


def naming_keys(citation: Citation) -> tuple[tuple[str, ...], ...]:
    """What commands may name an instrument by: its number; its type and title, where they give no number."""
    title = (citation.type, citation.title.lower())
    return ((citation.number,), title) if citation.number else (title,)


@dataclass(frozen=True)
class Course:
    """The editions of one instrument that its kept texts and the kept amending instruments make.

    Attributes:
        entry: The instrument.
        amenders: Finds the kept instruments that amend one.
        within: Instruments whose editions are being built, so that two that amend each other come to an end.
    """

    entry: StoreEntry
    amenders: Amenders
    within: frozenset[str] = frozenset()

    def editions(self) -> Iterator[EditionText]:
        """All editions, earliest first."""
        for base in self.entry.editions:
            yield from self.built_from(base)

    def on(self, day: date) -> EditionText:
        """The edition of a day, or the first where that is later."""
        begun = [base for base in self.entry.editions if base.since <= day]
        built = self.built_from(begun[-1] if begun else self.entry.editions[0])
        return [edition for place, edition in enumerate(built) if place == 0 or edition.since <= day][-1]

    def built_from(self, base: Edition) -> list[EditionText]:
        """A text that was added, and the editions that commands make of it until the next one added."""
        text = _text(base, self.entry.citation)
        first = EditionText(base.since, text, holds=self._holds(base, text))
        later = [edition.since for edition in self.entry.editions if edition.since > base.since]
        end = min(later, default=date.max)
        sources = [_Source(item, self._of(item), text) for item in self._amenders]
        begins = [begin for source in sources for begin in source.begins if first.holds < begin[0] < end]
        editions = [first, *enact(first, begins)]
        for day, doubt in (late for source in sources for late in source.doubts()):
            if first.holds < day < end:
                editions = _doubted(editions, max(day, base.since), doubt)
        return editions

    def _holds(self, base: Edition, text: Instrument) -> date:
        """Up to which day a text holds amendments: none if it stands so since the instrument has force."""
        facts = self.entry.facts
        begins = (facts.in_force_from if facts else None) or effective_date(text)
        return date.min if begins and base.since <= begins else base.since

    @cached_property
    def _amenders(self) -> list[StoreEntry]:
        skipped = {*self.within, self.entry.citation.number}
        return [item for item in self.amenders(self.entry.citation) if item.citation.number not in skipped]

    def _of(self, other: StoreEntry) -> Course:
        return Course(other, self.amenders, self.within | {self.entry.citation.number})


@dataclass(frozen=True)
class _Source:
    """An amending instrument as the source of commands on a text, itself perhaps amended.

    Attributes:
        entry: The amending instrument.
        course: Its own editions.
        base: The text it amends.
    """

    entry: StoreEntry
    course: Course
    base: Instrument

    @cached_property
    def begins(self) -> list[tuple[date, Amending]]:
        """The days on which its commands begin, with the instrument as it stands on that day."""
        first = self._on(self._since)
        then = ((day, self._on(day)) for day in (days(self.base, first) if first else ()))
        return [(day, one) for day, one in then if one is not None]

    def doubts(self) -> Iterator[tuple[date, UnclearSpot]]:
        """What nobody can tell of it: no command on the base, unclear in itself, or amended afterwards."""
        if not self.begins:
            why = _NO_COMMAND.format(base=self.base.citation.number)
            yield self._since, UnclearSpot(self.entry.citation.number, Address(), "", why)
        for edition in self._editions:
            yield from ((edition.since, doubt) for doubt in edition.doubts)
            for place, words, day in endings(edition.instrument):
                why = _ENDED.format(base=self.base.citation.number)
                yield day, UnclearSpot(self.entry.citation.number, place, words, why)
        done = {item.origin.address: day for day, one in self.begins for item in one.amendment.operations}
        for edition in self._editions:
            for item in edition.enacted[-1].consolidation.log if edition.enacted else ():
                target, origin = item.operation.target, item.operation.origin
                for spot, day in done.items():
                    if day < edition.since and (spot.starts_with(target) or target.starts_with(spot)):
                        by = edition.enacted[-1].amendment.instrument.citation.number
                        why = _AFTERWARDS.format(
                            spot=spot.spoken(),
                            number=self.entry.citation.number,
                            base=self.base.citation.number,
                        )
                        yield edition.since, UnclearSpot(by, origin.address, origin.words, why)

    @property
    def _since(self) -> date:
        return self.entry.editions[0].since

    @cached_property
    def _editions(self) -> list[EditionText]:
        return list(self.course.editions())

    def _on(self, day: date) -> Amending | None:
        begun = [place for place, item in enumerate(self._editions) if place == 0 or item.since <= day]
        if begun[-1] not in self._known:
            self._known[begun[-1]] = self._amending(self._editions[begun[-1]])
        return self._known[begun[-1]]

    @cached_property
    def _known(self) -> dict[int, Amending | None]:
        """Its commands as each of its editions has them, once read: to read them takes longest."""
        return {}

    def _amending(self, edition: EditionText) -> Amending | None:
        text = read_again(edition.instrument) if edition.enacted else edition.instrument
        answers = kept.head(self.entry.editions[0].path).answers
        try:
            return Amending(commands_as_answered(text, answers), self._since)
        except NotAmendingError:
            return None


def amended_instruments(instrument: Instrument, answers: Sequence[Answer]) -> tuple[Citation, ...]:
    """The instruments that a text has commands on, once each; those it only may mean are none.

    Args:
        instrument: The text.
        answers: What a person answered on its unclear commands.
    """
    if not may_amend(instrument):
        return ()
    try:
        operations = commands_as_answered(instrument, answers).operations
    except NotAmendingError:
        return ()
    found = {item.amends.number or item.amends.title: item.amends for item in operations if item.amends}
    return tuple(item for item in found.values() if item.number != instrument.citation.number)


def ended_by(instrument: Instrument) -> tuple[EndedInstrument, ...]:
    """The instruments that a text says cease as a whole, itself where it says until when it has force."""
    without = first_day_without(instrument)
    own = (EndedInstrument(instrument.citation, since=without),) if without else ()
    return (*ended_instruments(instrument), *own)


def _text(base: Edition, citation: Citation) -> Instrument:
    """A text as it was added, under the instrument's own name."""
    path = base.path
    reading = kept.read(path).reading if path.suffix == ".json" else read(path)
    return replace(parse(reading, catalogue=load_catalogue()), citation=citation, name=citation.number)


def _doubted(editions: Sequence[EditionText], day: date, doubt: UnclearSpot) -> list[EditionText]:
    """The editions with a doubt from a day on, which begins an edition of its own."""
    before = [item for item in editions if item.since < day]
    after = [item for item in editions if item.since >= day]
    if not after or after[0].since > day:
        after.insert(0, replace(before[-1], since=day))
    return [*before, *(replace(item, doubts=tuple(dict.fromkeys((*item.doubts, doubt)))) for item in after)]
