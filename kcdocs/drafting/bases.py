"""The legal bases of a document: in order, in the right form, each in force on its date."""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kcdocs.codes import Declared
from kcdocs.drafting import limits
from kcdocs.law.bases import Basis, Unfit, stands
from kcdocs.law.citing import by_number, by_rank, sentence
from kcdocs.law.expiry import DETAILS_END, detailed_and_ended, last_day
from kcdocs.law.vocabulary import NAMED
from kcdocs.model.catalogue import Catalogue, DocumentClass, Entry
from kcdocs.model.citation import Citation
from kcdocs.model.finding import Finding, Place, Severity
from kcdocs.text.dates import NotADateError, parse_date, short_date
from kcdocs.text.nearest import nearest
from kcdocs.text.normalise import bare, nfc

_FIELDS: Mapping[str, str] = {
    "type": "loại văn bản",
    "number": "số, ký hiệu",
    "date": "ngày ban hành",
    "issuer": "cơ quan ban hành",
    "title": "tên gọi",
    "in_force_from": "ngày có hiệu lực",
    "in_force_to": "ngày hết hiệu lực",
    "amended_by": "văn bản sửa đổi, bổ sung",
    "replaced_by": "văn bản thay thế",
}


_UNKNOWN = Declared(
    "DC301",
    Severity.ERROR,
    "A legal basis that the catalogue does not know.",
    "Danh mục văn bản viện dẫn không có «{number}».",
    mend="Kiểm tra số, ký hiệu trên bản gốc; nếu đúng, nhờ người phụ trách kcdocs thêm vào danh mục.",
)

_SEVERAL = Declared(
    "DC307",
    Severity.ERROR,
    "A number that several instruments of the catalogue have.",
    "Nhiều văn bản trong danh mục cùng có số «{number}»: {listed}.",
    mend="Ghi thêm ngày ban hành: «{number}{sep}…».",
)

_ISSUED = " ngày "
"""What stands between a number and the day that tells it from others of the same number."""

_TWICE = Declared(
    "DC305",
    Severity.ERROR,
    "A legal basis named twice.",
    "{entry} được nêu làm căn cứ hai lần.",
    mend="Bỏ một trong hai chỗ.",
)

_TOO_EARLY = Declared(
    "DC302",
    Severity.WARNING,
    "A legal basis not yet signed or in force.",
    "{entry} {why}.",
    worst=Severity.ERROR,
    mend="Bỏ căn cứ này, hoặc kiểm tra lại ngày của văn bản.",
)

_TOO_LATE = Declared(
    "DC303",
    Severity.WARNING,
    "A legal basis no longer in force.",
    "{entry} không còn hiệu lực vào ngày {on}: hết hiệu lực sau ngày {last}{hedge}.",
    worst=Severity.ERROR,
    mend="Thay bằng văn bản đang có hiệu lực, hoặc kiểm tra lại ngày của văn bản.",
)

_DETAILING = Declared(
    "DC306",
    Severity.WARNING,
    "A legal basis that details an instrument that has ended.",
    "{entry} quy định chi tiết {ended}, văn bản đã hết hiệu lực sau ngày {last}.",
    mend="Chỉ viện dẫn nếu có văn bản hành chính công bố văn bản quy định chi tiết này tiếp tục có hiệu lực.",
)

_UNVERIFIED = Declared(
    "DC304",
    Severity.WARNING,
    "A fact of an instrument named, as a legal basis or otherwise, that no source has confirmed.",
    "Danh mục ghi chưa kiểm chứng đối với {entry}: {fields}{origin}.",
    mend="Đối chiếu với bản chính thức.",
)


@dataclass(frozen=True, slots=True)
class Bases:
    """The legal bases of one document.

    Attributes:
        entries: The instruments named, in the order a document names them.
        sentences: How the document names each, without "Căn cứ" and without the mark at the end.
        findings: What is wrong (errors) and what no source confirmed (warnings).
    """

    entries: tuple[Entry, ...]
    sentences: tuple[str, ...]
    findings: tuple[Finding, ...]


def find_written(catalogue: Catalogue, number: str) -> Entry | None:
    """The instrument of a number as people type it: "45/2012/ND-CP" is 45/2012/NĐ-CP where no other is meant.

    Args:
        catalogue: What is known of instruments.
        number: The number, perhaps without marks, with spaces or another dash; with the day of issue behind
            ("15/QĐ-TTg ngày 05/01/2026") where several instruments have it.
    """
    found = _of_number(catalogue, number)
    return found[0] if len(found) == 1 else None


def _of_number(catalogue: Catalogue, words: str) -> tuple[Entry, ...]:
    """All instruments that a number, with or without a day behind, can mean."""
    number, _, day = nfc(words).partition(_ISSUED)
    found = catalogue.of_number(number)
    if not found:
        wanted = _typed(number)
        found = tuple(entry for entry in catalogue.entries if _typed(entry.citation.number) == wanted)
    return tuple(entry for entry in found if not day or _same_day(entry, day))


def _same_day(entry: Entry, day: str) -> bool:
    try:
        return parse_date(day) == entry.citation.issued
    except NotADateError:
        return False


def _typed(number: str) -> str:
    return re.sub(r"\s+", "", re.sub("[‐‑‒–—−]", "-", bare(number)))


def legal_bases(
    numbers: Sequence[str],
    catalogue: Catalogue,
    *,
    document: DocumentClass,
    day: date,
    effective: date | None = None,
    places: Sequence[Place] = (),
) -> Bases:
    """Look up the instruments a document rests on, check their force and name them.

    An instrument that is unknown (DC301), named twice (DC305), in force only after the document (DC302) or
    no longer (DC303) is an error; a warning where no source confirmed that its force had begun or ended, and
    where the document's own day of effect, which decides, is not known. Facts that no source confirmed are
    a warning (DC304).

    Args:
        numbers: Their numbers ("45/2012/NĐ-CP"), in any order.
        catalogue: What is known of instruments.
        document: The class of the document.
        day: Its date.
        effective: Its own day of effect; None for the day it is signed, or if it is not known.
        places: Where each number stands in the user's file; empty if nowhere.
    """
    findings: list[Finding] = []
    found: dict[Citation, tuple[Entry, Place]] = {}
    for number, place in zip(numbers, itertools.chain(places, itertools.repeat(Place())), strict=False):
        entry = find_written(catalogue, number)
        if entry is None:
            findings.append(_not_one(number, catalogue, place))
        elif entry.citation in found:
            findings.append(_twice(entry, place))
        else:
            found[entry.citation] = (entry, place)
    entries = by_rank((entry for entry, _ in found.values()), day)
    for entry in entries:
        place = found[entry.citation][1]
        force = _force(entry, catalogue, day, _effect(document, day, effective), place)
        doubts = _doubts(entry, catalogue, day, place, numbered=by_number(document, day))
        findings += force if any(item.severity is Severity.ERROR for item in force) else [*force, *doubts]
    sentences = [
        sentence(entry, document=document, day=day, amendments=catalogue.amendments(entry, day))
        for entry in entries
    ]
    return Bases(tuple(entries), tuple(sentences), tuple(findings))


def _effect(document: DocumentClass, day: date, effective: date | None) -> date | None:
    """An administrative document has effect from the day it is signed, unless it says another."""
    return effective or (day if document is DocumentClass.ADMINISTRATIVE else None)


def _force(
    entry: Entry, catalogue: Catalogue, day: date, effective: date | None, place: Place
) -> list[Finding]:
    basis = stands(entry, signed=day, effective=effective)
    if basis.why is None:
        ended = detailed_and_ended(entry, catalogue, day)
        return [_detailing(entry, ended, place)] if ended else []
    return [
        _too_late(entry, catalogue, basis, place)
        if basis.why is Unfit.ENDED
        else _too_early(entry, basis, place)
    ]


def _doubts(entry: Entry, catalogue: Catalogue, day: date, place: Place, *, numbered: bool) -> list[Finding]:
    """Warnings on facts the sentence rests on that no source confirmed."""
    told = {"number", "title", "amended_by"} | (set() if numbered else {"date"})
    told |= {name for name in ("in_force_from", "in_force_to") if _near(entry, name, day)}
    findings = [unverified(entry, told, place)]
    for item in catalogue.amendments(entry, day):
        by_title = item.citation.type in NAMED and not numbered
        told = {"number"} | (set() if numbered else {"date"}) | ({"title"} if by_title else set())
        told |= {"in_force_from"} if _near(item, "in_force_from", day) else set()
        findings.append(unverified(item, told, place))
    return [finding for finding in findings if finding]


def _near(entry: Entry, field: str, day: date) -> bool:
    """Whether a first or last day of force is within a year of that day, so that an error in it matters."""
    bound = entry.in_force_from if field == "in_force_from" else entry.in_force_to
    return bound is not None and abs((day - bound).days) <= limits.DOUBT_DAYS


def _not_one(number: str, catalogue: Catalogue, place: Place) -> Finding:
    """A number that no instrument of the catalogue has, or several."""
    several = _of_number(catalogue, number)
    if several:
        told = [f"{_named(item)} ngày {short_date(item.citation.issued or date.min)}" for item in several]
        return _SEVERAL.at(place, number, number=number, listed="; ".join(told), sep=_ISSUED)
    known = nearest(number, (entry.citation.number for entry in catalogue.entries))
    return _UNKNOWN.at(place, number, expected=known, number=number)


def _twice(entry: Entry, place: Place) -> Finding:
    return _TWICE.at(place, entry.citation.number, entry=_named(entry))


def _too_early(entry: Entry, basis: Basis, place: Place) -> Finding:
    begins = short_date(entry.in_force_from or date.max)
    issued = short_date(entry.citation.issued or date.max)
    on, hedge = short_date(basis.on), _hedge(entry, "in_force_from")
    match basis.why:
        case Unfit.UNSIGNED:
            words = f"chưa được ban hành vào ngày {on}: văn bản này ký ngày {issued}"
            mend = "Bỏ căn cứ này, hoặc kiểm tra lại ngày của văn bản."
        case Unfit.OPEN:
            words = f"có hiệu lực từ ngày {begins}{hedge}, sau ngày ký {on}"
            mend = f"Chỉ dùng nếu văn bản mới có hiệu lực từ ngày {begins} trở đi; đối chiếu ngày đó."
        case _:
            words = f"chưa có hiệu lực vào ngày {on}: có hiệu lực từ ngày {begins}{hedge}"
            mend = "Bỏ căn cứ này, hoặc lùi ngày có hiệu lực của văn bản mới."
    return _TOO_EARLY.at(
        place,
        entry.citation.number,
        mend=mend,
        source=basis.rule.source,
        severity=Severity.WARNING if basis.unsure else Severity.ERROR,
        entry=_named(entry),
        why=words,
    )


def _too_late(entry: Entry, catalogue: Catalogue, basis: Basis, place: Place) -> Finding:
    last = last_day(entry) or date.min
    heirs = " và ".join(_named(item) for item in catalogue.successors(entry, basis.on))
    return _TOO_LATE.at(
        place,
        entry.citation.number,
        expected=heirs,
        mend=f"Viện dẫn {heirs}." if heirs else "Bỏ căn cứ này.",
        source=basis.rule.source,
        severity=Severity.WARNING if basis.unsure else Severity.ERROR,
        entry=_named(entry),
        on=short_date(basis.on),
        last=short_date(last),
        hedge=_hedge(entry, "in_force_to"),
    )


def _detailing(entry: Entry, ended: Entry, place: Place) -> Finding:
    last = short_date(last_day(ended) or date.min)
    return _DETAILING.at(
        place,
        entry.citation.number,
        source=DETAILS_END.source,
        entry=_named(entry),
        ended=_named(ended),
        last=last,
    )


def unverified(entry: Entry, printed: Collection[str], place: Place) -> Finding | None:
    """A warning if no source confirmed what a document prints of an instrument, or rests on.

    Args:
        entry: What the catalogue says of the instrument.
        printed: The facts that the document prints or rests on ("number", "title", "in_force_from").
        place: Where the record names it.
    """
    fields = ", ".join(_FIELDS[name] for name in entry.unverified if name in printed)
    if not fields:
        return None
    source = f" (nguồn hiện có: {entry.source})" if entry.source else ""
    return _UNVERIFIED.at(
        place,
        entry.citation.number,
        mend="Đối chiếu với bản chính thức; "
        + (entry.note or "khi đã đúng, nhờ người phụ trách kcdocs ghi lại trong danh mục văn bản."),
        entry=_named(entry),
        fields=fields,
        origin=source,
    )


def _named(entry: Entry) -> str:
    citation = entry.citation
    own = (
        f"{citation.title} " if citation.type in NAMED and len(citation.title) <= limits.LONGEST_TITLE else ""
    )
    return f"{citation.type} {own}số {citation.number}"


def _hedge(entry: Entry, field: str) -> str:
    return " (ngày này chưa kiểm chứng)" if field in entry.unverified else ""
