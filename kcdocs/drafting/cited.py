"""The instruments a record cites: legal bases in force, and instruments that the document replaces."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from kcdocs.codes import Declared
from kcdocs.drafting.bases import find_written, legal_bases, unverified
from kcdocs.drafting.effect import FIELD
from kcdocs.law.citing import sentence
from kcdocs.model.finding import Finding, Place, Severity

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kcdocs.model.catalogue import Catalogue, DocumentClass, Entry
    from kcdocs.model.record import Record

_NUMBER = re.compile(r"\d[^\s/]*/\S+")


_WORDED = Declared(
    "TP331",
    Severity.NOTE,
    "A legal basis in words, whose force cannot be checked.",
    "Căn cứ «{words}» ghi bằng lời: kcdocs không kiểm tra được hiệu lực.",
)

_UNKNOWN = Declared(
    "TP332",
    Severity.ERROR,
    "An instrument that the catalogue does not know.",
    "Danh mục không có văn bản «{number}».",
    mend="Kiểm tra số, ký hiệu trên bản gốc; nếu đúng, nhờ người phụ trách kcdocs thêm vào danh mục.",
)


@dataclass(frozen=True, slots=True)
class CitedInstruments:
    """How the document names the instruments, in order, what is wrong or not confirmed, and those known."""

    sentences: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    entries: tuple[Entry, ...] = ()


def legal_bases_of(
    fields: Mapping[str, Any], record: Record, catalogue: Catalogue, document: DocumentClass, on: date
) -> CitedInstruments:
    """The legal bases in `can_cu`: numbers looked up, ordered and dated; other words taken as written.

    A base not in force on the document's day of effect is an error that names its successor; one given in
    words is a note, because nothing is known of its force.
    """
    items = [(str(item), _place(record, "can_cu", n)) for n, item in enumerate(fields.get("can_cu", ()), 1)]
    numbers = [(item, place) for item, place in items if _NUMBER.fullmatch(item)]
    worded = [(item, place) for item, place in items if not _NUMBER.fullmatch(item)]
    found = legal_bases(
        [item for item, _ in numbers],
        catalogue,
        document=document,
        day=on,
        effective=day if isinstance(day := fields.get(FIELD), date) else None,
        places=[place for _, place in numbers],
    )
    notes = tuple(_worded(item, place) for item, place in worded)
    sentences = (*found.sentences, *(item for item, _ in worded))
    return CitedInstruments(sentences, (*found.findings, *notes), found.entries)


def law_of(number: str, catalogue: Catalogue, document: DocumentClass, on: date) -> CitedInstruments:
    """How a document of that day names the law it is drawn up under, with what amended it by then.

    Args:
        number: The law's number; empty where the set names none, which gives nothing.
        catalogue: Instruments with their dates.
        document: The class of the document.
        on: Its date.
    """
    entry = catalogue.find(number) if number else None
    if entry is None:
        return CitedInstruments((), (_unknown(number, Place(field="set.toml")),) if number else ())
    amendments = catalogue.amendments(entry, on)
    doubts = tuple(
        filter(None, (unverified(item, item.unverified, Place()) for item in (entry, *amendments)))
    )
    return CitedInstruments((sentence(entry, document=document, day=on, amendments=amendments),), doubts)


def replaced_by(
    fields: Mapping[str, Any], record: Record, catalogue: Catalogue, document: DocumentClass, on: date
) -> CitedInstruments:
    """The instruments in the field `thay_the`, each named without what amended it."""
    sentences, findings, entries = [], [], []
    for n, number in enumerate(fields.get("thay_the", ()), 1):
        place = _place(record, "thay_the", n)
        entry = find_written(catalogue, str(number))
        if entry is None:
            findings.append(_unknown(str(number), place))
            continue
        entries.append(entry)
        sentences.append(sentence(entry, document=document, day=on))
        doubt = unverified(entry, entry.unverified, place)
        findings += [doubt] if doubt else []
    return CitedInstruments(tuple(sentences), tuple(findings), tuple(entries))


def _place(record: Record, field: str, n: int) -> Place:
    path = f"{field}[{n}]"
    return replace(record.where(path), field=path)


def _worded(words: str, place: Place) -> Finding:
    return _WORDED.at(place, words=words)


def _unknown(number: str, place: Place) -> Finding:
    return _UNKNOWN.at(place, number, number=number)
