"""The day an instrument comes into force, as it says itself."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta

from kcdocs.model.address import Address, Kind
from kcdocs.model.instrument import Instrument, Node
from kcdocs.text.dates import IN_WORDS, from_parts
from kcdocs.text.seen import seen

SINCE = r"có hiệu lực (?:thi hành )?(?:kể )?từ (?:0{1,2} giờ (?:00 phút )?)?ngày "
"""A pattern for what stands before a day of effect."""

_DATED = re.compile(SINCE + IN_WORDS, re.IGNORECASE)
_FIGURES = re.compile(
    r"có hiệu lực (?:thi hành )?(?:kể )?từ (?:ngày )?(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", re.IGNORECASE
)
_LATER = re.compile(
    r"có hiệu lực (?:thi hành )?sau (\d{1,3}) ngày,? (?:kể )?từ ngày (?:ký|ban hành|thông qua)", re.IGNORECASE
)
"""As instruments of 2009 to 2016 say it."""

_SIGNED = re.compile(SINCE + r"(?:ký|ban hành)", re.IGNORECASE)
_WHOLE = re.compile(r"^(?:\S+ ){1,3}này có hiệu lực", re.IGNORECASE)
_PART = re.compile(r"^(?:Các )?quy định (?:tại|của)\s", re.IGNORECASE)
_OWN = frozenset({Kind.ARTICLE, Kind.CLAUSE, Kind.PARAGRAPH})


def effective_date(instrument: Instrument) -> date | None:
    """The first day of force of an instrument as a whole.

    The sentence whose subject is the instrument counts before any other; one on single provisions ("Quy
    định tại khoản 1 Điều 3 …") never does. "Kể từ ngày ký" is the day the instrument bears.

    Returns:
        The day; None if its own provisions name none.
    """
    said = [(text, day) for _, text, day in _sentences(instrument) if not _PART.match(text)]
    whole = [day for text, day in said if _WHOLE.match(text)]
    return next(iter((*whole, *(day for _, day in said))), None)


def exceptions(instrument: Instrument) -> Mapping[Address, date]:
    """Own provisions that come into force on a day of their own, as far as the instrument names them."""
    return {
        target: day
        for node, text, day in _sentences(instrument)
        if _PART.match(text)
        for reference in node.references
        if reference.citation is None
        for target in reference.targets
        if target.steps
    }


def _sentences(instrument: Instrument) -> list[tuple[Node, str, date]]:
    found = []
    for node in instrument.provisions():
        text = " ".join(seen(node.text).text.split())
        if node.kind in _OWN and (day := _day(text, instrument.citation.issued)):
            found.append((node, text, day))
    return found


def _day(text: str, issued: date | None) -> date | None:
    found = _DATED.search(text) or _FIGURES.search(text)
    if found is not None:
        return from_parts(*found.groups())
    if (later := _LATER.search(text)) and issued:
        return issued + timedelta(days=int(later.group(1)))
    return issued if _SIGNED.search(text) else None
