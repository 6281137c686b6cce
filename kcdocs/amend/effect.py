"""The day an instrument comes into force, as it says itself."""

from __future__ import annotations

import re
from datetime import date

from kcdocs.model.address import Kind
from kcdocs.model.instrument import Instrument
from kcdocs.text.seen import seen

_EFFECT = re.compile(
    r"có hiệu lực (?:thi hành )?(?:kể )?từ ngày (\d{1,2}) tháng (\d{1,2}) năm (\d{4})", re.IGNORECASE
)
_OWN = frozenset({Kind.ARTICLE, Kind.CLAUSE, Kind.PARAGRAPH})


def effective_date(instrument: Instrument) -> date | None:
    """The first day of force that an instrument's own provisions name; None if they name none."""
    for node in instrument.provisions():
        if node.kind in _OWN and (found := _EFFECT.search(seen(node.text).text)):
            day, month, year = map(int, found.groups())
            try:
                return date(year, month, day)
            except ValueError:
                return None
    return None
