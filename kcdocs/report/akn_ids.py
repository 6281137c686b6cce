"""Identifiers of Akoma Ntoso: element ids, work URIs and links (OASIS, Akoma Ntoso Naming Convention 1.0)."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from kcdocs.model.address import Kind
from kcdocs.text.normalise import bare

if TYPE_CHECKING:
    from kcdocs.model.address import Address
    from kcdocs.model.citation import Citation

ELEMENTS = {
    Kind.PART: "part",
    Kind.CHAPTER: "chapter",
    Kind.SECTION: "section",
    Kind.SUBSECTION: "subsection",
    Kind.ARTICLE: "article",
    Kind.CLAUSE: "paragraph",
    Kind.POINT: "point",
    Kind.PARAGRAPH: "subparagraph",
}
"""The element that each kind of provision becomes; all others become `hcontainer`."""

_SHORT = {
    Kind.PART: "part",
    Kind.CHAPTER: "chp",
    Kind.SECTION: "sec",
    Kind.SUBSECTION: "subsec",
    Kind.ARTICLE: "art",
    Kind.CLAUSE: "para",
    Kind.POINT: "point",
    Kind.PARAGRAPH: "subpara",
    Kind.ANNEX: "att",
}
UNKNOWN_DATE = date(1, 1, 1)
"""Stands for a date that the text does not say."""

_YEAR = re.compile(r"/(\d{4})/")
_SPACE = re.compile(r"\s+")
_NO_SLUG = re.compile(r"[^a-z0-9]+")


class Ids:
    """Element ids of one document: those of addresses, each given out once."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def of(self, address: Address, prefix: str = "") -> str:
        """A new id for a provision.

        Args:
            address: Its address.
            prefix: Id of the quotation it stands in, empty if none.

        Returns:
            The id of the address; where a text bears an address twice, the later one gets a number.
        """
        return self.fresh(f"{prefix}__{eid(address)}" if prefix else eid(address))

    def fresh(self, wanted: str) -> str:
        """The id wanted, or that with a number where it is taken."""
        found, ordinal = wanted, 1
        while found in self._taken:
            ordinal += 1
            found = f"{wanted}-{ordinal}"
        self._taken.add(found)
        return found


def eid(address: Address) -> str:
    """The element id of an address: "dieu-5.khoan-2.diem-đ" → "art_5__para_2__point_đ"."""
    return "__".join(_step(step.kind, step.label) for step in address.steps)


def work_uri(citation: Citation) -> str:
    """The URI of a work: "/akn/vn/act/nghi-dinh/2012-05-21/45-2012-nd-cp"."""
    kind = slug(citation.type) or "van-ban"
    number = slug(citation.number) or slug(citation.title) or "khong-so"
    return f"/akn/vn/act/{kind}/{_day(citation)}/{number}"


def link(target: Address | None, citation: Citation | None) -> str:
    """Where a reference points: "#art_5" in the own text, "/akn/.../!main~art_5" in another."""
    at = eid(target) if target is not None and target.steps else ""
    if citation is None:
        return f"#{at}"
    return work_uri(citation) + (f"/!main~{at}" if at else "")


def issue_date(citation: Citation) -> date:
    """The date of issue; 1 January of the number's year, or of the year 1, where it is not known."""
    if citation.issued is not None:
        return citation.issued
    year = _YEAR.search(citation.number)
    return date(int(year.group(1)), 1, 1) if year and int(year.group(1)) else UNKNOWN_DATE


def slug(text: str) -> str:
    """The text in lower case without marks, all else one hyphen."""
    return _NO_SLUG.sub("-", bare(text)).strip("-")


def _step(kind: Kind, label: str) -> str:
    short = _SHORT.get(kind, f"hcontainer_{kind}")
    return f"{short}_{_SPACE.sub('-', label)}" if label else short


def _day(citation: Citation) -> str:
    if citation.issued is not None:
        return citation.issued.isoformat()
    return str(issue_date(citation).year).zfill(4)
