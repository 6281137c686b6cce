"""Which version of a set a record is for: by its date, by name, or under the transitional regime."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kcdocs.drafting.context import document_date
from kcdocs.sets import versions
from kcdocs.sets.contract import data_faults
from kcdocs.sets.errors import (
    ContractError,
    DateConflictError,
    DateNeededError,
    NoTransitionError,
)
from kcdocs.sets.schema import DAY, TRANSITION
from kcdocs.text.dates import short_date

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from kcdocs.model.finding import Finding
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


def choose(name: str, record: Record, day: date | None) -> VersionChoice:
    """The version of a set for a record.

    Args:
        name: "to-trinh" chooses by date, "to-trinh@1.0.0" takes that version.
        record: The record.
        day: Its date, where the record leaves it open.

    Raises:
        UnknownSetError, UnknownVersionError: If there is none of that name.
        NoVersionInForceError: If no version is for that day.
        NoTransitionError: If the record declares the transitional regime and the set has no version for it.
        DateNeededError, DateConflictError: If no date is known, or two.
        ContractError: If the date cannot be read or is missing; with it what is wrong by every version.
    """
    set_name, _, number = name.partition("@")
    every = versions.of_set(set_name)
    typed = replace(record, data=every[-1].contract.typed(record.data))
    return choose_among(every, number, typed, day)


def choose_among(every: Sequence[Version], number: str, record: Record, day: date | None) -> VersionChoice:
    """As `choose`, where the set's versions were read before.

    Args:
        every: All versions of the set, the earliest in force first.
        number: The version to take; empty chooses by date.
        record: The record, typed by one of their contracts.
        day: Its date, where the record leaves it open.
    """
    possible = (versions.numbered(every, number),) if number else tuple(every)
    on = _day(possible, record, day)
    if number:
        version = possible[0]
        return VersionChoice(version, on, () if version.covers(on) else (_disagree(version, on),))
    if record.data.get(TRANSITION):
        return _transitional(every, record, on)
    return VersionChoice(versions.inforce(every, on), on)


def _day(possible: Sequence[Version], record: Record, day: date | None) -> date:
    recorded = document_date(record.data) or document_date(possible[-1].contract.typed(record.data))
    told = {item for item in (recorded, day) if item}
    if len(told) == 1:
        return told.pop()
    place = replace(record.where(DAY), field=DAY)
    if recorded and day:
        raise DateConflictError(recorded, day, place)
    needed = DateNeededError(place)
    faults = _sure_faults(possible, record)
    if not any(fault.place.field == DAY for fault in faults):
        faults.append(needed.as_finding())
    if len(faults) == 1 and faults[0].code == needed.code:
        raise needed
    one = possible[0]
    raise ContractError(faults, one.name if len(possible) == 1 else one.set_name)


def _sure_faults(possible: Sequence[Version], record: Record) -> list[Finding]:
    """What is wrong with a record whichever version it is for, and what is wrong with its date.

    A demand of one version alone is no fault while it may not be the version.
    """
    told = [data_faults(version.shown, record) for version in possible]
    own = [fault for fault in told[-1] if fault.place.field == DAY]
    rest = in_all([[fault for fault in found if fault.place.field != DAY] for found in told])
    return sorted([*own, *rest.values()], key=lambda fault: (fault.place.line, fault.place.field))


def in_all(told: Sequence[Sequence[Finding]]) -> dict[Finding, Finding]:
    """Each fault of the last of several judgements that all the others tell too → how to tell it.

    Where they expect different things of one fault, all are named.
    """
    expected: list[dict[Finding, str]] = [
        {replace(fault, expected="", mend=""): fault.expected for fault in found} for found in told
    ]
    sure: dict[Finding, Finding] = {}
    for fault in told[-1]:
        fact = replace(fault, expected="", mend="")
        if all(fact in found for found in expected):
            every = dict.fromkeys(found[fact] for found in expected)
            sure[fault] = replace(fault, expected="; hoặc (tùy ngày văn bản): ".join(every))
    return sure


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
