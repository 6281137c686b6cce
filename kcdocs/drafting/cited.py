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
from kcdocs.law.numbers import number_in, type_of
from kcdocs.law.vocabulary import LEGAL
from kcdocs.model.citation import Citation
from kcdocs.model.finding import Finding, Place, Severity
from kcdocs.records.values import texts_of
from kcdocs.text.dates import ANY, from_parts
from kcdocs.text.normalise import content_form

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kcdocs.model.catalogue import Catalogue, DocumentClass, Entry
    from kcdocs.model.record import Record

_NUMBER = re.compile(r"\d[^\s/]*/\S+")


_WORDED = Declared(
    "TP331",
    Severity.NOTE,
    "A legal basis in words, whose force cannot be checked.",
    "Căn cứ «{words}» ghi nguyên văn, không có trong danh mục: kcdocs không kiểm tra được hiệu lực.",
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
    """How the document names the instruments, in order, what is wrong or not confirmed, and those known.

    Attributes:
        sentences: How the document names each.
        findings: What is wrong, and what no source confirmed.
        entries: Those that the catalogue knows.
        others: Those that only their own words tell of.
    """

    sentences: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    entries: tuple[Entry, ...] = ()
    others: tuple[Citation, ...] = ()


def legal_bases_of(
    fields: Mapping[str, Any], record: Record, catalogue: Catalogue, document: DocumentClass, on: date
) -> CitedInstruments:
    """The legal bases in `can_cu`: numbers looked up, ordered and dated; other words taken as written.

    A base not in force on the document's day of effect is an error that names its successor, also one whose
    whole words hold a number that the catalogue knows; of other words a note says that nothing is known.
    """
    items = [(item, _place(record, "can_cu", n)) for n, item in enumerate(texts_of(fields.get("can_cu")), 1)]
    numbers = [(item, place) for item, place in items if _NUMBER.fullmatch(item)]
    worded = [(item, place) for item, place in items if not _NUMBER.fullmatch(item)]
    effective = day if isinstance(day := fields.get(FIELD), date) else None
    found = legal_bases(
        [item for item, _ in numbers],
        catalogue,
        document=document,
        day=on,
        effective=effective,
        places=[place for _, place in numbers],
    )
    sentences = (*found.sentences, *(item for item, _ in worded))
    findings, entries = list(found.findings), list(found.entries)
    others: list[Citation] = []
    for item, place in worded:
        if entry := _in_words(item, catalogue):
            told = legal_bases(
                [entry.citation.number],
                catalogue,
                document=document,
                day=on,
                effective=effective,
                places=[place],
            )
            findings += told.findings
            entries.append(entry)
        else:
            findings.append(_worded(item, place))
            others += cited_in(item)
    return CitedInstruments(sentences, tuple(findings), tuple(entries), tuple(others))


def _in_words(words: str, catalogue: Catalogue) -> Entry | None:
    """The instrument that whole words name first, by its number, or by its name and perhaps its day."""
    if number := number_in(words):
        return find_written(catalogue, number)
    said = content_form(words).casefold()
    named = [
        entry
        for entry in catalogue.entries
        if said.startswith(content_form(f"{entry.citation.type} {entry.citation.title}").casefold())
    ]
    dated = re.search(ANY, words)
    day = from_parts(*dated.groups()) if dated else None
    found = [entry for entry in named if day is None or entry.citation.issued == day]
    return found[0] if len(found) == 1 else None


def cited_in(words: str) -> Iterator[Citation]:
    """The instrument that a legal basis names at its beginning, as far as its own words tell.

    Args:
        words: The basis as written.
    """
    number = number_in(words)
    type_ = type_of(number) or next((name for name in LEGAL if words.startswith(f"{name} ")), "")
    if type_:
        yield Citation(type=type_, number=number)


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
    for n, number in enumerate(texts_of(fields.get("thay_the")), 1):
        place = _place(record, "thay_the", n)
        entry = find_written(catalogue, number)
        if entry is None:
            findings.append(_unknown(number, place))
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
