"""Whether the bases of a legal instrument may carry it: their rank, and what gives its issuer the power."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from kcdocs.codes import Declared
from kcdocs.law.bases import AUTHORITY, HIGHER, RULE, high_enough
from kcdocs.law.citing import short
from kcdocs.law.expiry import last_day
from kcdocs.model.citation import Citation
from kcdocs.model.finding import Finding, Place, Severity

if TYPE_CHECKING:
    from kcdocs.drafting.cited import CitedInstruments
    from kcdocs.model.catalogue import Catalogue, Entry

_NOT_HIGHER = Declared(
    "TP358",
    Severity.WARNING,
    "A legal basis of the same or a lower rank than the instrument.",
    "{entry} không có hiệu lực pháp lý cao hơn văn bản này; căn cứ ban hành phải là văn bản cấp trên.",
    mend="Căn cứ vào luật hoặc văn bản cấp trên; văn bản được sửa đổi, thay thế thì nêu ở tên gọi và "
    "trong các điều.",
)
_REPLACED = Declared(
    "TP359",
    Severity.ERROR,
    "A legal basis that the instrument itself replaces.",
    "{entry} vừa là căn cứ vừa bị chính văn bản này thay thế.",
    mend="Bỏ căn cứ này.",
)
_NO_AUTHORITY = Declared(
    "TP362",
    Severity.WARNING,
    "No legal basis gives the issuer the power to issue the instrument.",
    "Chưa nêu căn cứ về thẩm quyền của {body}, ví dụ {example}.",
    mend="Thêm {number} vào căn cứ.",
)


def own_citation(type_: str, fields: Mapping[str, Any], on: date) -> Citation:
    """The document as its fields name it."""
    group = fields.get("co_quan")
    body = str(group.get("ten") or "") if isinstance(group, Mapping) else ""
    return Citation(type=type_, number=f"1/{fields.get('ky_hieu', '')}", issued=on, issuer=body)


def fitness(
    bases: CitedInstruments, replaced: Sequence[Entry], own: Citation, catalogue: Catalogue, place: Place
) -> Iterator[Finding]:
    """What the bases of a legal instrument lack.

    Args:
        bases: What is named as bases.
        replaced: The instruments that it replaces.
        own: The instrument itself.
        catalogue: All known instruments.
        place: Where the bases stand.
    """
    day = own.issued or date.max
    for entry in bases.entries:
        if entry in replaced:
            yield _REPLACED.at(place, entry.citation.number, source=RULE.source, entry=short(entry.citation))
        elif high_enough(entry.citation, own, day) is False:
            yield _NOT_HIGHER.at(
                place, entry.citation.number, source=HIGHER.source, entry=short(entry.citation)
            )
    for citation in bases.others:
        if high_enough(citation, own, day) is False:
            yield _NOT_HIGHER.at(place, citation.number, source=HIGHER.source, entry=short(citation))
    if not any(entry.authority for entry in bases.entries) and (example := _power(own, catalogue, day)):
        said, number = short(example.citation), example.citation.number
        yield _NO_AUTHORITY.at(place, source=AUTHORITY.source, body=own.issuer, example=said, number=number)


def _power(own: Citation, catalogue: Catalogue, day: date) -> Entry | None:
    """The instrument of that day that gives the issuer its powers; None if none is known."""
    for entry in catalogue.entries:
        last = last_day(entry)
        ended = last is not None and last < day
        if (
            entry.authority
            and own.issuer
            and own.issuer in entry.citation.title
            and entry.begun(day)
            and not ended
        ):
            return entry
    return None
