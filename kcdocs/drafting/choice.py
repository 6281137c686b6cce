"""Which version of a set a record is for: by its date, by name, or under the transitional regime."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kcdocs.drafting.context import document_date
from kcdocs.records.values import OPEN
from kcdocs.sets import versions as sets
from kcdocs.sets.contract import data_faults
from kcdocs.sets.errors import (
    ContractError,
    DateConflictError,
    DateNeededError,
    NoTransitionError,
)
from kcdocs.sets.schema import TRANSITION
from kcdocs.text.dates import short_date

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from kcdocs.model.record import Record
    from kcdocs.sets.versions import Version


@dataclass(frozen=True, slots=True)
class VersionChoice:
    """The version for a record.

    Attributes:
        version: The version.
        on: The document's date, or the date given for it.
        remarks: What the user should know about the choice, in Vietnamese.
    """

    version: Version
    on: date
    remarks: tuple[str, ...] = ()


def choose(name: str, record: Record, day: date | None, likely: Version | None = None) -> VersionChoice:
    """The version of a set for a record.

    Args:
        name: "to-trinh" chooses by date, "to-trinh@1.0.0" takes that version.
        record: The record.
        day: Its date, where the record leaves it open.
        likely: The version by which to tell the faults of a record without a date; None takes the one it
            fits best.

    Raises:
        UnknownSetError, UnknownVersionError: If there is none of that name.
        NoVersionInForceError: If no version is for that day.
        NoTransitionError: If the record declares the transitional regime and the set has no version for it.
        DateNeededError, DateConflictError: If no date is known, or two.
        ContractError: If the record lacks its date; all other faults with it.
    """
    set_name, _, number = name.partition("@")
    every = sets.versions(set_name)
    typed = replace(record, data=every[-1].contract.typed(record.data))
    return choose_among(every, number, typed, day, likely)


def choose_among(
    every: Sequence[Version], number: str, record: Record, day: date | None, likely: Version | None = None
) -> VersionChoice:
    """As `choose`, where the set's versions were read before.

    Args:
        every: All versions of the set, the earliest in force first.
        number: The version to take; empty chooses by date.
        record: The record, typed by one of their contracts.
        day: Its date, where the record leaves it open.
        likely: As for `choose`.
    """
    on = _day((likely,) if likely else every, record, day)
    if number:
        version = sets.numbered(every, number)
        return VersionChoice(version, on, () if version.covers(on) else (_disagree(version, on),))
    if record.data.get(TRANSITION):
        return _transitional(every, record, on)
    return VersionChoice(sets.inforce(every, on), on)


def _day(every: Sequence[Version], record: Record, day: date | None) -> date:
    recorded = document_date(record.data) or document_date(every[-1].contract.typed(record.data))
    place = replace(record.where("ngay"), field="ngay")
    if recorded and day and recorded != day:
        raise DateConflictError(recorded, day, place)
    found = recorded or day
    if found is None:
        if record.data.get("ngay") == OPEN:
            raise DateNeededError(place)
        version = max(every, key=lambda item: _known(item, record))
        raise ContractError(data_faults(version.contract, record), version.name)
    return found


def _known(version: Version, record: Record) -> tuple[int, date]:
    """How many of a record's fields a version knows; of two that know as many the later one counts more."""
    fields = version.contract.schema.get("properties", {})
    return sum(name in fields for name in record.data), version.effective_from


def _transitional(every: Sequence[Version], record: Record, on: date) -> VersionChoice:
    kept = [version for version in every if version.transitional and not on < version.effective_from]
    if not kept:
        raise NoTransitionError(every[0].set_name, replace(record.where(TRANSITION), field=TRANSITION))
    version = kept[-1]
    if version.covers(on):
        return VersionChoice(version, on)
    remark = (
        f"Hồ sơ khai áp dụng quy định chuyển tiếp nên dùng mẫu {version.name} ({version.period}). "
        f"Cơ sở: {version.transitional}; đề nghị pháp chế xác nhận."
    )
    return VersionChoice(version, on, (remark,))


def _disagree(version: Version, on: date) -> str:
    return (
        f"Mẫu {version.name} dùng cho văn bản {version.period}, còn văn bản này ghi ngày {short_date(on)}; "
        "vẫn lập theo mẫu được chỉ định."
    )
