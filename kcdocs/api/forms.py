"""Filling a set in by hand: its form, its faults at their fields, its document while it is filled in."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kcdocs.decrees import catalogue
from kcdocs.decrees.store import today
from kcdocs.drafting import choice, rough
from kcdocs.drafting.context import document_date
from kcdocs.drafting.drafter import Drafter
from kcdocs.drafting.reading import NUMBER, open_data
from kcdocs.errors import KcdocsError
from kcdocs.records.form_values import typed_values
from kcdocs.records.values import OPEN
from kcdocs.sets import versions
from kcdocs.sets.describe import found_by
from kcdocs.sets.errors import ContractError
from kcdocs.sets.form_fields import FormField, form_fields, form_values, values_asked_for, worded
from kcdocs.sets.schema import DAY
from kcdocs.text.dates import NotADateError, parse_date

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kcdocs.drafting.drafter import Draft
    from kcdocs.files import AnyPath
    from kcdocs.model.finding import Finding
    from kcdocs.model.record import Record
    from kcdocs.sets.versions import Version


@dataclass(frozen=True, slots=True)
class SetCard:
    """A set as a gallery shows it.

    Attributes:
        name: "to-trinh".
        version: Set and version for documents of today, else the newest.
        title: What the document is.
        period: The days that version is for, in Vietnamese.
        words: All it can be found by, in small letters without marks.
        type: The type of document ("Công văn").
    """

    name: str
    version: str
    title: str
    period: str
    words: str
    type: str


@dataclass(frozen=True, slots=True)
class EntryForm:
    """The form of a set for documents of a day.

    Attributes:
        name: Name of the set.
        version: Set and version.
        title: What the document is.
        period: The days that version is for, in Vietnamese.
        fields: The fields, in order.
        offered: Kind of a field, or its name → values that can be chosen for it.
        day: Name of the field that holds the document's date; empty if there is none.
    """

    name: str
    version: str
    title: str
    period: str
    fields: tuple[FormField, ...]
    offered: Mapping[str, Sequence[str]]
    day: str


@dataclass(frozen=True, slots=True)
class FilledForm:
    """A document made of a form.

    Attributes:
        data: The Word file.
        file: Its name.
        version: Set and version.
        remarks: What the user should know of it, in Vietnamese.
    """

    data: bytes
    file: str
    version: str
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SetFit:
    """A set that a file of data may be for.

    Attributes:
        name: Name of the set.
        title: What its document is.
        records: How many records the file has.
        numbered: Whether the first of them gives its number.
        series: The book of numbers that the first of them would belong to ("QĐ-BCT/2026"); empty if unknown.
    """

    name: str
    title: str
    records: int
    numbered: bool
    series: str


def gallery(day: date | None = None) -> tuple[SetCard, ...]:
    """Every set, by its version for documents of today."""
    on = day or today()
    found = []
    for name in versions.set_names():
        version = _version(name, on)
        words = found_by(version)
        found.append(SetCard(name, version.name, version.title, version.period, words, version.type))
    return tuple(found)


def entry_form(
    set_name: str, values: Mapping[str, Any] | None = None, *, day: date | None = None
) -> EntryForm:
    """The form of a set.

    Args:
        set_name: Name of the set.
        values: What the form holds; its date chooses the version.
        day: The document's date, where the values leave it open; None for today.

    Raises:
        UnknownSetError: If there is no such set.
    """
    version = _version_for(set_name, values or {}, day)
    fields = _fields(version)
    dated = DAY if any(field.name == DAY for field in fields) else ""
    offered = _offered(day or today())
    return EntryForm(set_name, version.name, version.title, version.period, fields, offered, dated)


def day_of(text: str) -> date | None:
    """A day as it was typed ("27/12/2024"); None if it is none."""
    try:
        return parse_date(text.strip())
    except NotADateError:
        return None


def check_values(set_name: str, values: Mapping[str, Any], *, day: date | None = None) -> tuple[Finding, ...]:
    """What keeps a form from being made into a document: all faults, by the same contract as a file's.

    Args:
        set_name: Name of the set.
        values: What the form holds.
        day: The document's date, where the values leave it open; None for today.
    """
    try:
        fill_values(set_name, values, day=day)
    except ContractError as fault:
        return tuple(fault.every)
    except KcdocsError as fault:
        return (fault.as_finding(),)
    return ()


def fill_values(set_name: str, values: Mapping[str, Any], *, day: date | None = None) -> FilledForm:
    """The document of a form.

    Args:
        set_name: Name of the set.
        values: What the form holds.
        day: The document's date, where the values leave it open; None for today.

    Raises:
        ContractError: If the values have faults; all of them.
        KcdocsError: If no version is for that day, or the template cannot be filled.
    """
    version = _version_for(set_name, values, day)
    stream = typed_values(values_asked_for(_fields(version), values))
    drafter = Drafter(set_name, catalogue.load_catalogue())
    drafts: Sequence[Draft] = drafter.drafts(stream, None if _dated(version, values) else day or today())
    draft = drafts[0]
    return FilledForm(drafter.document(draft), draft.file_name(None), draft.version.name, draft.remarks)


def rough_values(set_name: str, values: Mapping[str, Any], *, day: date | None = None) -> bytes:
    """A Word file of a form that may still lack values, to look at; gaps are dotted.

    Raises:
        KcdocsError: If the template cannot be filled even so.
    """
    version = _version_for(set_name, values, day)
    record = _record(version, values)
    on = _dated(version, values) or day or today()
    return rough.rough_document(version, record, on, catalogue.load_catalogue())


def example_document(set_name: str) -> bytes:
    """A Word file of a set's example, to look at; with gaps of dots where a set of one's own has none.

    Raises:
        KcdocsError: If there is no such set or version, or its example cannot be filled.
    """
    version = versions.named(set_name)[-1]
    record = next(iter(version.example_records()), None) or _record(version, {})
    on = document_date(version.contract.typed(record.data)) or version.effective_from
    return rough.rough_document(version, record, on, catalogue.load_catalogue())


def record_file(values: Mapping[str, Any], set_name: str, *, day: date | None = None) -> bytes:
    """The values of a form as a file of data that every command takes (JSON)."""
    version = _version_for(set_name, values, day)
    data = values_asked_for(_fields(version), values)
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()


def sets_for(records: AnyPath) -> tuple[SetFit, ...]:
    """The sets that a file of data may be for, the likeliest first; none if it fits none.

    Args:
        records: A YAML, JSON, JSONL, CSV or XLSX file.

    Raises:
        KcdocsError: If the file cannot be read.
    """
    path = Path(records)
    fits = {name: fit for name in versions.set_names() if (fit := _best_fit(versions.of_set(name), path))}
    fewest = min((fit[0] for fit in fits.values()), default=0)
    likely = sorted((fit, name) for name, fit in fits.items() if fit[0] == fewest)
    return tuple(_counted(name, path) for _, name in likely)


def values_of(set_name: str, records: AnyPath, *, again: bool = False) -> tuple[dict[str, Any], list[str]]:
    """The first record of a file, as a form of the set holds it.

    Args:
        set_name: Name of the set.
        records: A YAML, JSON, JSONL, CSV or XLSX file.
        again: Whether it is taken for a new document: number, date and signer are then left open.

    Returns:
        The values, and the titles of what this form has no place for or was left open.

    Raises:
        KcdocsError: If the file cannot be read, or has no record.
    """
    path = Path(records)
    with_days = open_data(set_name, path, None)
    record, _ = next(iter(with_days.pairs()))
    with_days.close()
    version = _version_for(set_name, dict(record.data), None)
    fields = _fields(version)
    typed = version.contract.typed(record.data)
    values = form_values(fields, typed)
    lost = [name for name in typed if name not in {field.name for field in fields}]
    if again:
        taken = [field for field in fields if field.name in OF_ONE_DOCUMENT and values.pop(field.name, None)]
        lost += [f"{field.title} (để ghi lại)" for field in taken]
    return values, lost


OF_ONE_DOCUMENT = frozenset({"so", DAY, "nguoi_ky"})
"""Fields of one document alone: a new one begins without them."""


def _version(set_name: str, day: date) -> Version:
    every = versions.of_set(set_name)
    covering = [version for version in every if version.covers(day)]
    return covering[-1] if covering else every[-1]


def _version_for(set_name: str, values: Mapping[str, Any], day: date | None) -> Version:
    """The version by the values' own date, else by the day given, else by today."""
    newest = versions.of_set(set_name)[-1]
    record = _record(newest, values)
    try:
        return choice.choose(set_name, record, None if _dated(newest, values) else day or today()).version
    except KcdocsError:
        return _version(set_name, day or today())


def _record(version: Version, values: Mapping[str, Any]) -> Record:
    return next(iter(typed_values(values_asked_for(_fields(version), values)).pairs()))[0]


def _dated(version: Version, values: Mapping[str, Any]) -> date | None:
    said = values.get(DAY)
    return document_date(version.contract.typed({DAY: said})) if said and said != OPEN else None


def _fields(version: Version) -> tuple[FormField, ...]:
    return worded(form_fields(version.shown.whole), version.form)


def _offered(day: date) -> dict[str, tuple[str, ...]]:
    known = catalogue.load_catalogue()
    titles = [title for body in known.institutions if (title := body.on(day))]
    bases = [entry.citation.number for entry in known.entries if entry.in_force(day)]
    return {
        "ten-co-quan": tuple(title.name for title in titles),
        "ky-hieu-co-quan": tuple(title.symbol for title in titles if title.symbol),
        "can_cu": tuple(dict.fromkeys(bases)),
    }


def _best_fit(every: Sequence[Version], records: Path) -> tuple[int, float] | None:
    return min((fit for version in every if (fit := _fit(version, records))), default=None)


def _fit(version: Version, records: Path) -> tuple[int, float] | None:
    """How far a file is from a version, by its first record: what is not known, the share that is missing.

    None if more is unknown than known, or more of what is asked for is missing than there.
    """
    stream = open_data(version.name, records, None, numbered=True)
    first = next(iter(islice(stream.pairs(), 1)), None)
    stream.close()
    said = first[0].data.items() if first else ()
    names = {name for name, value in said if value not in (None, "", [], {})}
    required = set(version.contract.schema.get("required", ()))
    known, there = names & set(version.contract.whole.members), names & required
    unknown = len(names - known) + len(stream.loose)
    if len(known) <= unknown or len(there) <= len(required - names):
        return None
    return unknown, 1 - len(there) / len(required)


def _counted(set_name: str, records: Path) -> SetFit:
    stream = open_data(set_name, records, None, numbered=True)
    count, first = 0, None
    for record, _ in stream.pairs():
        count += 1
        first = first or record
    version = versions.of_set(set_name)[-1]
    typed = version.contract.typed(first.data) if first else {}
    on, symbol = document_date(typed), typed.get("ky_hieu")
    series = f"{symbol}/{on.year}" if on and symbol else ""
    return SetFit(set_name, version.title, count, bool(typed.get(NUMBER)), series)
