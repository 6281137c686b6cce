"""The plan of a batch: every record checked, named and numbered before the first file is written."""

from __future__ import annotations

import hashlib
from array import array
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from kcdocs.batch.checks import Twins, number_faults, series_faults, written_number
from kcdocs.batch.errors import BatchFaultsError
from kcdocs.batch.reading import NUMBER, open_data
from kcdocs.batch.spool import Item, Spool
from kcdocs.decrees import catalogue
from kcdocs.errors import KcdocsError
from kcdocs.model.finding import Finding, Severity
from kcdocs.records.errors import EmptyRecordsError
from kcdocs.templating import trace
from kcdocs.templating.desk import Desk, Draft
from kcdocs.templating.set_errors import ContractError, RecordError
from kcdocs.templating.told_once import told_once

if TYPE_CHECKING:
    from kcdocs.batch.order import Order
    from kcdocs.batch.reading import Reading
    from kcdocs.model.finding import Place
    from kcdocs.model.record import Record
    from kcdocs.templating.sets import Version

MOST_FAULTS = 20_000
"""Faults that are told at once; data with more is not what the batch is about."""

Tell = Callable[[int], None]
"""Told how many records have been looked at."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """A record that is left out.

    Attributes:
        row: Where it stands, in words.
        faults: Why.
    """

    row: str
    faults: tuple[Finding, ...]


@dataclass(slots=True)
class Plan:
    """What will be made.

    Attributes:
        items: The documents, in the order of the records.
        first: The number the first of them gets from the series.
        given: The numbers the data gives, where a series is named and the data numbers its records.
        skipped: Records left out.
        remarks: What the user should know of the data.
        templates: Set and version → SHA-256 of its template, of those the documents are made by.
        digest: SHA-256 over all that decides the documents and their names.
    """

    items: Spool = field(default_factory=Spool)
    first: int = 1
    given: array[int] = field(default_factory=lambda: array("Q"))
    skipped: list[Skipped] = field(default_factory=list)
    remarks: tuple[str, ...] = ()
    templates: dict[str, str] = field(default_factory=dict)
    digest: str = ""

    @property
    def count(self) -> int:
        """How many documents."""
        return self.items.count


def plan(order: Order, following: int = 1, tell: Tell = lambda _: None) -> Plan:
    """Check and plan a whole batch.

    Args:
        order: What was asked for.
        following: The number the series is expected to give first.
        tell: Told of progress.

    Raises:
        BatchFaultsError: If records have faults and the order does not say to keep going, or no record is
            good, or the faults concern no one record.
        KcdocsError: If the data or the set cannot be read.
    """
    return _Planner(order, following).run(tell)


class _Planner:
    """One plan in the making."""

    def __init__(self, order: Order, following: int) -> None:
        self._order = order
        self._next = following
        self._desk = Desk(order.set_name, catalogue.load())
        self._plan = Plan(first=following)
        self._twins = Twins()
        self._digest = hashlib.sha256()
        self._faults = 0
        self._numbered: bool | None = None  # whether the data gives numbers; the first record decides

    def run(self, tell: Tell) -> Plan:
        order, plan = self._order, self._plan
        reading = open_data(order.set_name, order.records, order.day, numbered=order.series is not None)
        seen = 0
        for seen, (record, faults) in enumerate(reading.records(), 1):
            self._take(record, faults, reading.version)
            tell(seen)
            if self._faults > MOST_FAULTS:
                raise BatchFaultsError(self._told(reading), plan.count, row_words(record.place))
        plan.items.close()
        every = self._told(reading)
        if reading.loose or (every and not (order.keep_going and plan.count)):
            raise BatchFaultsError(every, plan.count)
        if not seen:
            raise EmptyRecordsError(order.records)
        plan.remarks = tuple(dict.fromkeys(reading.remarks))
        self._digest.update(repr(sorted(plan.templates.items())).encode())
        plan.digest = self._digest.hexdigest()
        return plan

    def _told(self, reading: Reading) -> list[Finding]:
        """All faults, each once."""
        return told_once([*reading.loose, *(fault for item in self._plan.skipped for fault in item.faults)])

    def _take(self, record: Record, faults: list[Finding], version: Version | None) -> None:
        """Plan a record, or put its faults with those of the others."""
        row = row_words(record.place)
        number, numbered, wrong = self._number(record)
        draft, found = self._drafted(numbered, version)
        faults = [*faults, *wrong, *found]
        if draft and self._order.series:
            faults += series_faults(draft, self._order.series, record)
        if draft and not faults:
            item = self._item(draft, row, number)
            faults = self._twins.faults(item, draft, record) or self._trial(draft, record)
            if not faults:
                self._keep(item, draft)
                return
        self._plan.skipped.append(Skipped(row, tuple(told_once(faults))))
        self._faults += len(self._plan.skipped[-1].faults)

    def _number(self, record: Record) -> tuple[int, Record, list[Finding]]:
        """The number of a record, the record with it, and what is wrong about it."""
        if self._order.series is None:
            return 0, record, []
        if wrong := number_faults(record):
            return 0, record, wrong
        own = written_number(record)
        number = self._next if own is None else own
        numbered = replace(record, data={**record.data, NUMBER: str(number)})
        if self._numbered is None:
            self._numbered = own is not None
        if self._numbered == (own is not None):
            return number, numbered, []
        words, mend = "Có hồ sơ ghi số, có hồ sơ để trống số.", "ghi số cho mọi hồ sơ, hoặc để trống hết."
        place = replace(record.where(NUMBER), field=NUMBER)
        return number, numbered, [Finding("BT201", Severity.ERROR, place, words, mend=mend)]

    def _drafted(self, record: Record, version: Version | None) -> tuple[Draft | None, list[Finding]]:
        try:
            return self._desk.draft(record, self._order.day, version), []
        except ContractError as fault:
            return None, list(fault.findings)
        except RecordError as fault:
            return None, [fault.finding]

    def _trial(self, draft: Draft, record: Record) -> list[Finding]:
        """What the template has against the record: it is filled, and the document thrown away."""
        try:
            self._desk.trial(draft)
        except KcdocsError as fault:
            place = fault.place or record.place
            return [Finding(fault.code, Severity.ERROR, place, fault.message, mend=fault.mend)]
        return []

    def _item(self, draft: Draft, row: str, number: int) -> Item:
        name = draft.file_name(self._order.pattern, {"stt": self._plan.count + 1})
        record = trace.record_hash(draft.typed)
        return Item(
            row,
            draft.version.name,
            draft.choice.on,
            draft.context.values,
            record,
            name,
            number,
            draft.remarks,
        )

    def _keep(self, item: Item, draft: Draft) -> None:
        self._plan.items.add(item)
        self._plan.templates[item.version] = self._desk.template(draft.version).hash
        self._next += 1
        if self._numbered:
            self._plan.given.append(item.number)
        told = (item.version, item.on.isoformat(), item.name, item.record)
        self._digest.update("\0".join(told).encode())


def row_words(place: Place) -> str:
    """Where a record stands: "hàng 5", "dòng 7", or its place in the file."""
    return place.part or (f"dòng {place.line}" if place.line else place.file)
