"""Who in the store refers to an instrument: asked of the index, no text is opened."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from kcdocs.codes import Declared
from kcdocs.decrees.index_rows import cited_key
from kcdocs.decrees.search import edition_of_today
from kcdocs.decrees.store import Store
from kcdocs.decrees.text_index import answer
from kcdocs.model.address import Address
from kcdocs.model.citation import Citation
from kcdocs.model.comparison import OuterReference
from kcdocs.model.finding import Finding, Place, Severity
from kcdocs.model.instrument import Reference, Status
from kcdocs.model.span import Span

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")

_LOOKED = Declared(
    "DC405",
    Severity.NOTE,
    "References of all instruments in the store were looked through.",
    "Đã xét viện dẫn trong bản hiện hành của {count} văn bản có toàn văn trong kho.",
)

_UNREAD = Declared(
    "DC406",
    Severity.WARNING,
    "References of a kept text could not be looked through.",
    "Chưa xét được viện dẫn trong một văn bản của kho: {why}",
    mend="Thêm lại văn bản ấy vào kho, rồi so sánh lại.",
)


@dataclass(frozen=True, slots=True)
class FoundReferences:
    """Who refers to some instruments.

    Attributes:
        references: The references, in the editions of today.
        findings: In how many instruments they were looked for, and in which they could not be.
    """

    references: tuple[OuterReference, ...]
    findings: tuple[Finding, ...]


def referring(store: Store, cited: Sequence[Citation], besides: Iterable[str]) -> FoundReferences:
    """Who in the store refers to some instruments.

    An instrument named by its title and year is surely meant where no other that is known bears that title;
    one named by its title alone never is.

    Args:
        store: The store.
        cited: The instruments.
        besides: Numbers of instruments whose own references do not count.

    Raises:
        NoSearchError: If the index cannot be made.
    """
    titles = [(one.type, one.title.lower()) for one in store.citations() if one.title]
    unsure = {one.number for one in cited if titles.count((one.type, one.title.lower())) > 1}
    return answer(store, partial(_referring, cited=cited, besides=frozenset(besides), unsure=unsure))


def _referring(
    index: sqlite3.Connection, *, cited: Sequence[Citation], besides: frozenset[str], unsure: set[str]
) -> FoundReferences:
    found = [one for citation in cited for one in _to(index, citation, besides, citation.number in unsure)]
    (count,) = index.execute("SELECT count(DISTINCT instrument) FROM edition").fetchone()
    told = [_LOOKED.at(Place(), count=count)]
    unread = index.execute("SELECT folder, unread FROM instrument WHERE unread <> ''")
    told += [_UNREAD.at(Place(file=folder), why=why) for folder, why in unread]
    return FoundReferences(tuple(found), tuple(told))


def _to(
    index: sqlite3.Connection, citation: Citation, besides: frozenset[str], shared_title: bool
) -> Iterator[OuterReference]:
    """References to one instrument, by its number and by its title."""
    rows = index.execute(
        "SELECT provision.instrument, instrument.number, first, last, address, start, stop, words, targets, "
        "form, reason, reference.number FROM reference JOIN provision ON provision.id = provision "
        "JOIN instrument ON instrument.id = provision.instrument WHERE cited IN (?, ?) "
        "ORDER BY instrument.folder, provision, start",
        [cited_key(citation), cited_key(replace(citation, number=""))],
    ).fetchall()
    for known, name, first, last, address, start, stop, words, targets, form, reason, number in rows:
        if not number and _is_of_another_year(words, citation):
            continue
        if name not in besides and first <= edition_of_today(index, known) <= last:
            meant = tuple(Address.parse(one) for one in targets.split("\n") if one)
            status = Status.UNRESOLVED if reason else Status.RESOLVED
            reference = Reference(Span(start, stop), meant, citation, status, reason, form)
            yield OuterReference(
                name, Address.parse(address), reference, words, not number and (shared_title or bool(reason))
            )


def _is_of_another_year(words: str, citation: Citation) -> bool:
    """Whether a name says another year than that of an instrument."""
    said = set(_YEAR.findall(words))
    own = {*_YEAR.findall(citation.number), *([str(citation.issued.year)] if citation.issued else ())}
    return bool(said and own) and said.isdisjoint(own)
