"""The plan of a batch: every record checked, named and numbered before the first file is written."""

from __future__ import annotations

import hashlib
from array import array
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from kcdocs.batch import limits
from kcdocs.batch.checks import Twins, number_faults, series_faults, written_number
from kcdocs.batch.errors import BatchFaultsError, RecordsIssuedError
from kcdocs.batch.numbering import ISSUED, ahead_fault, fingerprint, issued_fault, taken_fault
from kcdocs.batch.spool import PlannedItem, Spool
from kcdocs.codes import Declared
from kcdocs.decrees import catalogue
from kcdocs.drafting.drafter import Draft, Drafter
from kcdocs.drafting.reading import NUMBER, open_data, without_repeats
from kcdocs.errors import KcdocsError
from kcdocs.model.finding import Finding, Severity
from kcdocs.records.source import was_read
from kcdocs.register.register import first_hole
from kcdocs.sets import trace
from kcdocs.sets.errors import ContractError, RecordError

if TYPE_CHECKING:
    from kcdocs.batch.numbering import Numbers
    from kcdocs.batch.order import Order
    from kcdocs.model.finding import Place
    from kcdocs.model.record import Record
    from kcdocs.records.source import Stream
    from kcdocs.register.nouns import Number

_MARK = 32
"""Bytes of a fingerprint."""


TellCount = Callable[[int], None]
"""Called with how many records have been looked at."""


_MIXED = Declared(
    "BT201",
    Severity.ERROR,
    "Some records give a number and others do not.",
    "Có hồ sơ ghi số, có hồ sơ để trống số.",
    mend="Ghi số cho mọi hồ sơ, hoặc để trống hết.",
)


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
class BatchPlan:
    """All documents that a batch will make, before the first is made.

    Attributes:
        items: The documents, in the order of the records.
        first: The number the first of them gets from the series.
        given: The numbers the data gives, where a series is named and the data numbers its records.
        skipped: Records left out.
        remarks: What the user should know of the data.
        marks: The fingerprint of each record, 32 bytes after 32 bytes, where a series is named.
        templates: Set and version → SHA-256 of its template, of those the documents are made by.
        digest: SHA-256 over all that decides the documents and their names.
    """

    items: Spool = field(default_factory=Spool)
    first: int = 1
    given: array[int] = field(default_factory=lambda: array("Q"))
    skipped: list[Skipped] = field(default_factory=list)
    remarks: tuple[str, ...] = ()
    marks: bytearray = field(default_factory=bytearray)
    templates: dict[str, str] = field(default_factory=dict)
    digest: str = ""

    @property
    def count(self) -> int:
        """How many documents."""
        return self.items.count

    @property
    def records(self) -> list[str]:
        """The fingerprint of each record, hexadecimal."""
        return [self.marks[at : at + _MARK].hex() for at in range(0, len(self.marks), _MARK)]


def plan_batch(
    order: Order, first: int = 1, tell: TellCount = lambda _: None, numbers: Numbers | None = None
) -> BatchPlan:
    """Check and plan a whole batch.

    Args:
        order: What was asked for.
        first: The number the series is expected to give first.
        tell: Told of progress.
        numbers: The register that records and their numbers are checked against; None where the batch has
            its numbers already, or needs none.

    Raises:
        RecordsIssuedError: If nothing is wrong but that records have a number already.
        BatchFaultsError: If records have faults and the order does not say to keep going, or no record is
            good, or the faults concern no one record.
        KcdocsError: If the data or the set cannot be read.
    """
    planner = _Planner(order, first, numbers)
    try:
        found = planner.run(tell)
    except BatchFaultsError:
        if planner.hole is None:
            raise
    else:
        if planner.hole is None:
            return found
    return _Planner(order, first, numbers, planner.hole).run(tell)


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A record that was looked at by itself, before it is seen beside the others and the register.

    Attributes:
        record: With the number it will have if none before it is left out.
        row: Where it stands, in words.
        own: The number the data gives it; None if it leaves it open.
        draft: What its document says; None if it has faults that forbid one.
        faults: What is wrong with it.
        mark: Its fingerprint; empty where no series gives numbers.
    """

    record: Record
    row: str
    own: int | None
    draft: Draft | None
    faults: list[Finding]
    mark: str


class _Planner:
    """One plan in the making.

    Attributes:
        hole: The first number that the data leaves out; None if it leaves none.
    """

    def __init__(self, order: Order, first: int, numbers: Numbers | None, beyond: int | None = None) -> None:
        self._order = order
        self._next = first
        self._numbers = numbers
        self._beyond = beyond  # a hole found before: numbers behind it cannot be given
        self._drafter = Drafter(order.set_name, catalogue.load_catalogue())
        self._plan = BatchPlan(first=first)
        self._twins = Twins()
        self._digest = hashlib.sha256()
        self._faults = 0
        self._issued: list[Number] = []
        self._written = array("Q")
        self._unclear = False
        self._numbered: bool | None = None  # whether the data gives numbers; the first record decides
        self.hole: int | None = None

    def run(self, tell: TellCount) -> BatchPlan:
        order, plan = self._order, self._plan
        stream = open_data(order.set_name, order.records, order.day, numbered=order.series is not None)
        self._read(stream, tell)
        plan.items.close()
        self._find_hole()
        every = self._all_faults(stream)
        if stream.loose or (every and not (order.keep_going and plan.count)):
            raise self._refused(every)
        begins = self._numbers is not None and self._numbers.begins
        opened = (f"Dãy số «{order.series}» là dãy của năm mới: mở từ số 1.",) if begins else ()
        plan.remarks = (*dict.fromkeys(stream.remarks), *opened)
        self._digest.update(repr(sorted(plan.templates.items())).encode())
        plan.digest = self._digest.hexdigest()
        return plan

    def _read(self, stream: Stream, tell: TellCount) -> None:
        """Look at all records."""
        waiting: list[_Candidate] = []
        good = bad = seen = 0
        for seen, (record, faults) in enumerate(stream.pairs(), 1):
            waiting.append(self._candidate(record, faults, good))
            good += not waiting[-1].faults
            bad += len(waiting[-1].faults)
            if len(waiting) == limits.GROUP or self._faults + bad > limits.MOST_FAULTS:
                self._settle(waiting, tell, seen)
                waiting, good, bad = [], 0, 0
            if self._faults > limits.MOST_FAULTS:
                raise self._refused(self._all_faults(stream), row_words(record.place))
        self._settle(waiting, tell, seen)

    def _refused(self, every: list[Finding], until: str = "") -> BatchFaultsError:
        if every and all(fault.code == ISSUED.code for fault in every):
            return RecordsIssuedError(every, self._plan.count, until, self._issued)
        return BatchFaultsError(every, self._plan.count, until)

    def _find_hole(self) -> None:
        """See whether the numbers of the data follow one another from the next one of the series."""
        if self._numbers is None or self._beyond is not None or not self._written:
            return
        if self._unclear and not self._order.keep_going:
            return  # what cannot be read may be the very number that seems to be left out
        following = self._numbers.following
        counted = self._plan.given if self._order.keep_going else self._written
        ahead = sorted({number for number in counted if number >= following})
        self.hole = first_hole(ahead, following)

    def _all_faults(self, stream: Stream) -> list[Finding]:
        """All faults, each once."""
        return without_repeats(
            [*stream.loose, *(fault for item in self._plan.skipped for fault in item.faults)]
        )

    def _candidate(self, record: Record, faults: list[Finding], before: int) -> _Candidate:
        """A record by itself; so many good ones wait before it."""
        row, series = row_words(record.place), self._order.series
        if not was_read(record, faults):
            return _Candidate(record, row, None, None, faults, "")
        if series is None:
            draft, found = self._drafted(record)
            return _Candidate(record, row, None, draft, [*faults, *found], "")
        own, wrong = written_number(record), number_faults(record) or self._mixed(record)
        self._unclear = self._unclear or bool(wrong)
        numbered = _numbered(record, self._next + before if own is None else own)
        draft, found = self._drafted(numbered)
        faults = [*faults, *wrong, *found]
        if draft is None:
            return _Candidate(numbered, row, own, None, faults, "")
        faults += series_faults(draft, series, record)
        return _Candidate(numbered, row, own, draft, faults, fingerprint(self._order.set_name, draft.typed))

    def _settle(self, waiting: Sequence[_Candidate], tell: TellCount, seen: int) -> None:
        """Plan the records that waited, or put their faults with those of the others."""
        issued: Mapping[str, Number] = {}
        taken: Mapping[int, str] = {}
        if self._numbers:
            issued = self._numbers.issued([item.mark for item in waiting if item.mark])
            taken = self._numbers.taken([item.own for item in waiting if item.own])
        for at, candidate in enumerate(waiting, seen - len(waiting) + 1):
            before = issued.get(candidate.mark)
            faults = [*candidate.faults, *self._of_register(candidate, before, taken)]
            if candidate.own:
                self._written.append(candidate.own)
            if faults := self._planned(candidate, faults):
                self._skip(candidate.row, faults)
            tell(at)

    def _of_register(
        self, candidate: _Candidate, before: Number | None, taken: Mapping[int, str]
    ) -> list[Finding]:
        """What the register has against a record."""
        record, own, numbers = candidate.record, candidate.own, self._numbers
        if before:
            self._issued.append(before)
            return [issued_fault(record, before)]
        if numbers is None or own is None:
            return []
        if own in taken:
            return [taken_fault(record, numbers.series, own, taken[own])]
        if self._beyond is not None and own > self._beyond:
            return [ahead_fault(record, numbers, own, self._beyond)]
        return []

    def _planned(self, candidate: _Candidate, faults: list[Finding]) -> list[Finding]:
        """Plan a record that has no faults; those it has, or turns out to have beside the others."""
        draft, record = candidate.draft, candidate.record
        if draft is None or candidate.faults or (faults and candidate.own is None):
            return faults  # one that is left out takes no number of the series
        if self._order.series and candidate.own is None and record.data[NUMBER] != str(self._next):
            record = _numbered(record, self._next)  # a record before it was left out
            draft, found = self._drafted(record)
            if draft is None:
                return [*faults, *found]
        item = self._item(draft, candidate)
        if candidate.mark and not self._order.again:
            faults = faults or self._twins.same_record(candidate.mark, candidate.row, record)
        faults = [*faults, *self._twins.faults(item, draft, record, dealt=self._deals(candidate))]
        faults = faults or self._trial(draft, record)
        if not faults:
            self._keep(item, draft, candidate.mark)
        return faults

    def _deals(self, candidate: _Candidate) -> bool:
        """Whether the register gives a record its number."""
        return self._order.series is not None and candidate.own is None

    def _skip(self, row: str, faults: list[Finding]) -> None:
        self._plan.skipped.append(Skipped(row, tuple(without_repeats(faults))))
        self._faults += len(self._plan.skipped[-1].faults)

    def _mixed(self, record: Record) -> list[Finding]:
        """That some records give a number and others do not."""
        given = written_number(record) is not None
        if self._numbered is None:
            self._numbered = given
        if self._numbered == given:
            return []
        return [_MIXED.at(replace(record.where(NUMBER), field=NUMBER))]

    def _drafted(self, record: Record) -> tuple[Draft | None, list[Finding]]:
        try:
            return self._drafter.draft(record, self._order.day), []
        except ContractError as fault:
            return None, list(fault.findings)
        except RecordError as fault:
            return None, [fault.as_finding()]

    def _trial(self, draft: Draft, record: Record) -> list[Finding]:
        """What the template has against the record: it is filled, and the document thrown away."""
        try:
            self._drafter.trial(draft)
        except KcdocsError as fault:
            return [_of_record(fault, record)]
        return []

    def _item(self, draft: Draft, candidate: _Candidate) -> PlannedItem:
        name = draft.file_name(self._order.pattern, {"stt": self._plan.count + 1})
        record = trace.record_hash(draft.typed)
        number = 0 if self._order.series is None else candidate.own or self._next
        return PlannedItem(
            candidate.row,
            draft.version.name,
            draft.choice.on,
            draft.context.values,
            record,
            name,
            number,
            draft.remarks,
        )

    def _keep(self, item: PlannedItem, draft: Draft, mark: str) -> None:
        self._plan.items.add(item)
        self._twins.keep(item)
        self._plan.marks += bytes.fromhex(mark)
        self._plan.templates[item.version] = self._drafter.template(draft.version).hash
        self._next += 1
        if self._numbered:
            self._plan.given.append(item.number)
        told = (item.version, item.on.isoformat(), item.name, item.record)
        self._digest.update("\0".join(told).encode())


def _of_record(fault: KcdocsError, record: Record) -> Finding:
    """What a template has against a record, told at the record: which of many it is, no template tells."""
    finding = fault.as_finding(record.place)
    if fault.place is None or not fault.place.paragraph:
        return finding
    where = f"{Path(fault.place.file).name}, đoạn {fault.place.paragraph}"
    return replace(finding, place=record.place, message=f"{finding.message.rstrip('.')} (mẫu {where}).")


def _numbered(record: Record, number: int) -> Record:
    return replace(record, data={**record.data, NUMBER: str(number)})


def row_words(place: Place) -> str:
    """Where a record stands: "hàng 5", "dòng 7", or its place in the file."""
    return place.part or (f"dòng {place.line}" if place.line else place.file)
