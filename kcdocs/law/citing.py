"""Citation sentences: how a document names the instruments it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from kcdocs.law.ranks import order
from kcdocs.law.vocabulary import CONSTITUTION, NAMED
from kcdocs.model.catalogue import DocumentClass, Entry
from kcdocs.model.citation import Citation
from kcdocs.text.dates import date_words

NUMBERS_FROM = date(2025, 7, 1)
"""First day on which legal instruments name laws by number.

Counted in the official gazette: decrees by date 7 of 7 before July 2025, by number 201 of 201 after; the day
is that of Decree 187/2025/NĐ-CP, which renewed the forms.
"""

CONSTITUTION_NAME = "nước Cộng hòa xã hội chủ nghĩa Việt Nam"
"""What follows "Hiến pháp": it is named without number and date (41 lines of the gazette)."""

CONSTITUTION_AMENDED = date(2025, 6, 16)
"""From this day it is named with the resolution that amended it (17 lines of the gazette)."""

_CONSTITUTION_BY = "Nghị quyết số 203/2025/QH15"
_BY_DATE = frozenset(NAMED) - {CONSTITUTION}


def sentence(entry: Entry, *, document: DocumentClass, day: date, amendments: Sequence[Entry] = ()) -> str:
    """How a document names an instrument it rests on, without "Căn cứ" and without the mark at the end.

    In an administrative document a law is named with its date and without number; any other instrument
    with type, number, date, issuer and title (Decree 30/2020/NĐ-CP, Annex I, II.6a). In a legal
    instrument, from `NUMBERS_FROM`, a law is named with its number and without date, any other with
    type, number, issuer and title (Decree 78/2025/NĐ-CP, Article 68); before that day as in an
    administrative document.

    Args:
        entry: The instrument.
        document: The class of the document that names it.
        day: The document's date.
        amendments: What amends the instrument and was in force on that day, earliest first.

    Returns:
        For example "Nghị định số 45/2012/NĐ-CP ngày 21 tháng 5 năm 2012 của Chính phủ về khuyến công".
    """
    if entry.citation.type == CONSTITUTION:
        return _constitution(entry.citation, day)
    modern = by_number(document, day)
    itself = _full(entry.citation, numbered=modern)
    if not amendments:
        return itself
    comma = "" if entry.citation.type in _BY_DATE else ","
    by = _list([_amending(item.citation, numbered=modern) for item in amendments])
    return f"{itself}{comma} được sửa đổi, bổ sung bởi {by}"


def by_number(document: DocumentClass, day: date) -> bool:
    """Whether a document of that class and date names instruments by number, without their date."""
    return document is DocumentClass.LEGAL and day >= NUMBERS_FROM


def short(citation: Citation) -> str:
    """How a document names the instrument again: "Nghị định số 45/2012/NĐ-CP", "Luật Tổ chức Chính phủ"."""
    if citation.type in NAMED:
        return f"{citation.type} {citation.title}"
    return f"{citation.type} số {citation.number}"


def by_rank(entries: Iterable[Entry], day: date) -> list[Entry]:
    """The instruments in the order a document of that day names them.

    By rank of force; within a rank those that give the issuer its powers first, then by date
    (authority before content: Decree 30/2020/NĐ-CP, Annex I, II.6a; counted in the gazette).
    """
    return sorted(entries, key=lambda entry: _order(entry, day))


def _constitution(citation: Citation, day: date) -> str:
    named = f"{CONSTITUTION} {citation.title or CONSTITUTION_NAME}"
    if day < CONSTITUTION_AMENDED:
        return named
    return f"{named} đã được sửa đổi, bổ sung một số điều theo {_CONSTITUTION_BY}"


def _order(entry: Entry, day: date) -> tuple[int, bool, date, str]:
    issued = entry.citation.issued or date.max
    return (order(entry.citation, day), not entry.authority, issued, entry.citation.number)


def _full(citation: Citation, *, numbered: bool) -> str:
    if citation.type in _BY_DATE:
        return (
            f"{short(citation)} số {citation.number}" if numbered else f"{short(citation)}{_dated(citation)}"
        )
    return f"{_issued(citation, numbered=numbered)} {citation.title}".rstrip()


def _amending(citation: Citation, *, numbered: bool) -> str:
    if numbered:
        return f"{citation.type} số {citation.number}"
    return _full(citation, numbered=False) if citation.type in _BY_DATE else _issued(citation, numbered=False)


def _issued(citation: Citation, *, numbered: bool) -> str:
    dated = "" if numbered else _dated(citation)
    issuer = f" của {citation.issuer}" if citation.issuer else ""
    return f"{short(citation)}{dated}{issuer}"


def _dated(citation: Citation) -> str:
    return f" {date_words(citation.issued)}" if citation.issued else ""


def _list(items: Sequence[str]) -> str:
    return " và ".join(part for part in (", ".join(items[:-1]), items[-1]) if part)
