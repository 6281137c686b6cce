"""When instruments end, and what ends with them.

Source: Law 64/2025/QH15, Article 57 (from 1 April 2025): force ends with its term, by amendment or
replacement, or by repeal (known from a secondary source; the catalogue holds each end). As amended by Law
87/2025/QH15 (from 1 July 2025, read): texts that detail one that ends end with it, unless an administrative
document says that they go on. The earlier reading that they live on is wrong.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from kcdocs.law import limits
from kcdocs.law.amending import DISTRICT_ENDS, of_district
from kcdocs.law.numbers import NUMBER, plain_number
from kcdocs.law.rule import Certainty, Rule
from kcdocs.model.catalogue import Catalogue, Entry
from kcdocs.text.late import late

DETAILS_END = Rule(
    "Luật số 64/2025/QH15, khoản 2 Điều 57 (được sửa đổi, bổ sung bởi Luật số 87/2025/QH15)",
    date(2025, 7, 1),
    None,
    Certainty.READ,
)
"""Texts that detail an ended text end with it, unless their going on is announced."""

_DETAILS = late(rf"quy định chi tiết\b[^;]{{0,{limits.DETAILS_REACH}}}?\bsố\s+({NUMBER})", re.IGNORECASE)


def last_day(entry: Entry) -> date | None:
    """The last day of an instrument's force as the catalogue has it, for a district's the law's if sooner."""
    ends = [day for day in (entry.in_force_to, _of_district(entry)) if day is not None]
    return min(ends, default=None)


def detailed_and_ended(entry: Entry, catalogue: Catalogue, day: date) -> Entry | None:
    """The instrument that a text details, by the text's own title, if that ended before a day.

    None where the title names none by number, where it is in force, or where it ended before the rule.
    """
    found = _DETAILS.match(entry.citation.title)
    detailed = catalogue.find(plain_number(found.group(1))) if found else None
    if detailed is None or detailed.in_force_to is None or not detailed.ended(day):
        return None
    return detailed if DETAILS_END.holds(detailed.in_force_to + timedelta(days=1)) else None


def _of_district(entry: Entry) -> date | None:
    return DISTRICT_ENDS.until if of_district(entry.citation, date.max) else None
