"""What an amending text may hit, and what it must say.

Source: Law 64/2025/QH15, Article 8.1 to 8.3 (from 1 April 2025, read), Article 56 (known from a secondary
source); Law 87/2025/QH15, Article 3 and Article 54.2 as amended (from 1 July 2025, read); Decree
78/2025/NĐ-CP, Article 69 (secondary). What the laws of 2008 and 2015 said of it is general knowledge.
"""

from __future__ import annotations

import re
from datetime import date

from kcdocs.law.issuers import Issuer, Level, issuer_of
from kcdocs.law.rule import Certainty, Rule
from kcdocs.model.citation import Citation
from kcdocs.text.dates import ANY

SAME_ISSUER = Rule("Luật số 64/2025/QH15, khoản 1 Điều 8", date(2025, 4, 1), None, Certainty.READ)
"""A legal instrument is amended or replaced only by one of its own issuer; a competent body may repeal it."""

NAMES_PLACE: tuple[Rule, ...] = (
    Rule("Luật số 64/2025/QH15, khoản 3 Điều 8", date(2025, 4, 1), None, Certainty.READ),
    Rule("Luật số 80/2015/QH13, khoản 1 Điều 12", date(2016, 7, 1), date(2025, 3, 31), Certainty.GENERAL),
    Rule("Luật số 17/2008/QH12, Điều 9", date(2009, 1, 1), date(2016, 6, 30), Certainty.GENERAL),
)
"""An amending text names the instrument, and the part, article, clause or point of it, that it hits."""

ORDER: tuple[Rule, ...] = (
    Rule("Nghị định số 78/2025/NĐ-CP, Điều 69", date(2025, 4, 1), None, Certainty.SECONDARY),
    Rule("Thông lệ soạn thảo trước Nghị định số 78/2025/NĐ-CP", None, date(2025, 3, 31), Certainty.GENERAL),
)
"""Commands follow the order of the provisions they amend."""

SUSPENDED = Rule("Luật số 64/2025/QH15, Điều 56", date(2025, 4, 1), None, Certainty.SECONDARY)
"""What suspends a text says when that begins and when it ends."""

DISTRICT_ENDS = Rule("Luật số 87/2025/QH15, Điều 3", date(2025, 7, 1), date(2027, 2, 28), Certainty.READ)
"""Instruments of districts that were in force on 1 July 2025 live on to its last day at most.

Who amends a text of a unit that was merged or divided (Article 54.2) is open: the units' heirs are not known
here, so no rule on the issuer is asked of such a text.
"""

_UNTIL = re.compile(rf"\b(?:đến|hết|tới)\s+(?:hết\s+)?{ANY}")


def foreign(own: Citation, amended: Citation, day: date) -> Issuer | None:
    """The issuer of an amended text where it is another than the amending text's, by the law of a day.

    Ministries are one kind of issuer here: which of them took over from which is not asked. None also where
    either issuer is not known.
    """
    one, two = issuer_of(own), issuer_of(amended)
    if not SAME_ISSUER.holds(day) or one is None or two is None or one.key == two.key:
        return None
    return two


def of_district(amended: Citation, day: date) -> bool:
    """Whether a text is a district's at a time when there are no districts any more."""
    found = issuer_of(amended)
    abolished = DISTRICT_ENDS.since is not None and day >= DISTRICT_ENDS.since
    return found is not None and found.level is Level.DISTRICT and abolished


def says_when_it_ends(words: str) -> bool:
    """Whether a command that suspends says up to which day."""
    return _UNTIL.search(words) is not None
