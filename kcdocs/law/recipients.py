"""What the lists of addressees and recipients say, and what they should.

Source: Decree 30/2020/NĐ-CP, Annex I, II.9 (from 5 March 2020): a paper that is addressed opens its
recipients with "Như trên", a decision with the article that names who carries it out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kcdocs.law.rule import Certainty, Rule
from kcdocs.law.vocabulary import table

RULE = Rule(
    "Nghị định số 30/2020/NĐ-CP, Phụ lục I, phần II, mục 9", date(2020, 3, 5), None, Certainty.SECONDARY
)
"""What stands first, and once: a breach may only warn."""

LEVELS = Rule("Luật số 72/2025/QH15", date(2025, 7, 1), None, Certainty.SECONDARY)
"""Provinces and communes are the only local levels from 1 July 2025; older texts still name districts."""

_AS_ABOVE = "như trên"
_AS_ARTICLE = re.compile(r"như (?:các )?điều (\d{1,3})(?:, (?:\d{1,3}))*(?: và (\d{1,3}))?", re.IGNORECASE)
_ARTICLE = re.compile(r"(?<!\w)Điều (\d{1,3})\.\s?$")
_OLD = "|".join(re.escape(word) for word in table()["places"]["huyen"])
_DISTRICT = re.compile(rf"(?<!\w)(?:cấp|nhân dân|UBND|HĐND|các) (?:{_OLD})(?!\w)", re.IGNORECASE)


class Odd(StrEnum):
    """What is odd about a list of recipients."""

    NOT_AS_ABOVE = "the paper is addressed, and the recipients do not open with that"
    OTHER_ARTICLE = "it names an article that is not the one on carrying out"
    TWICE = "it names one recipient twice"


@dataclass(frozen=True, slots=True)
class Oddity:
    """What is odd, with the number of the item from 1, and its words."""

    odd: Odd
    item: int
    found: str


def oddities(items: Sequence[str], *, addressed: bool, carried_out: int | None) -> Iterator[Oddity]:
    """What is odd about the recipients of a paper.

    Args:
        items: The recipients, in order.
        addressed: Whether the paper names addressees.
        carried_out: Number of the article that says who carries it out; None if it is unknown.
    """
    seen: set[str] = set()
    for number, item in enumerate(items, 1):
        said = " ".join(item.casefold().split())
        if said in seen:
            yield Oddity(Odd.TWICE, number, item)
        seen.add(said)
        article = _AS_ARTICLE.match(item)
        if article and carried_out and int(article[2] or article[1]) != carried_out:
            yield Oddity(Odd.OTHER_ARTICLE, number, article[0])
    if addressed and items and not items[0].casefold().startswith(_AS_ABOVE):
        yield Oddity(Odd.NOT_AS_ABOVE, 1, items[0])


def article_before(text: str) -> int:
    """The number of the article whose label a text ends with ("Điều 3. "); 0 if it ends with none."""
    found = _ARTICLE.search(text)
    return int(found[1]) if found else 0


def district(text: str, day: date) -> str:
    """The words that name a district level which is no longer there on that day; empty if none do."""
    found = _DISTRICT.search(text) if LEVELS.holds(day) else None
    return found[0] if found else ""
