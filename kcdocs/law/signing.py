"""Who may sign for whom.

Source: Decree 30/2020/NĐ-CP, Article 13 and Annex I, II.7 (from 5 March 2020), read.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kcdocs.law.rule import Certainty, Rule
from kcdocs.law.vocabulary import MARKS, OFFICERS, OLD_MARKS, SIGNED
from kcdocs.text.normalise import fold_tones

FORBIDDEN = Rule("Nghị định số 30/2020/NĐ-CP, Điều 13", date(2020, 3, 5), None, Certainty.READ)
"""KT. and TUQ. are not passed on; TL. only to the deputy of the one ordered."""

DEPUTY = Rule("Nghị định số 30/2020/NĐ-CP, Điều 13", date(2020, 3, 5), None, Certainty.GENERAL)
"""KT. is a deputy's: read; but the list of deputies' titles is not complete, so a breach may only warn."""

LEGAL = Rule(
    "Thực tế 196 thông tư đăng Công báo 2019–2026; luật giao cho Bộ trưởng ban hành",
    date(2020, 3, 5),
    None,
    Certainty.GENERAL,
)
"""Legal instruments are signed by the head or, KT., by his deputy: practice, so a breach may only warn."""

COLLECTIVE, FOR_HEAD, BY_ORDER, AUTHORISED, ACTING = (
    SIGNED[how] for how in ("collective", "deputy", "order", "authorised", "acting")
)
"""The marks: TM, KT, TL, TUQ, Q."""

_MARKED = sorted((*MARKS, *OLD_MARKS), key=len, reverse=True)
_BEGINNINGS = tuple(f"{mark}{end}" for mark in _MARKED if len(mark) > 1 for end in ". ")
_NOT_PASSED_ON = (FOR_HEAD, AUTHORISED)


class Wrong(StrEnum):
    """What is wrong with a signature."""

    PASSED_ON = "one who signs by authorisation, or for his head, passes it on"
    MARK_TWICE = "the mark stands in the title too"
    SAME_PERSON = "the deputy bears the title of the one he signs for"
    NO_DEPUTY = "one who signs for his head bears no deputy's title"
    NOT_FOR_LEGAL = "a legal instrument signed by order or by authorisation"


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a signature, with the words it concerns and where it stands in the law."""

    wrong: Wrong
    found: str
    rule: Rule


def faults(mark: str, titles: tuple[str, ...], deputy: str = "", *, legal: bool = False) -> list[Fault]:
    """What is wrong with the lines over a signature.

    Args:
        mark: "KT", "TL", "TUQ", "Q", or anything else for the head himself.
        titles: The head's title whose place is taken (empty if none) and the signer's own.
        deputy: Title of the deputy who signs for the one ordered or authorised; empty if none.
        legal: Whether the document is a legal instrument.
    """
    found = [Fault(Wrong.MARK_TWICE, title, FORBIDDEN) for title in (*titles, deputy) if marked(title)]
    if deputy and mark in _NOT_PASSED_ON:
        found.append(Fault(Wrong.PASSED_ON, deputy, FORBIDDEN))
    held, own = titles
    if mark == FOR_HEAD and held and _same(held, own):
        found.append(Fault(Wrong.SAME_PERSON, own, FORBIDDEN))
    elif mark == FOR_HEAD and (deputy_ := deputy_of(held)) and not _begins(own, deputy_):
        found.append(Fault(Wrong.NO_DEPUTY, own, DEPUTY))
    if legal and mark in (BY_ORDER, AUTHORISED):
        found.append(Fault(Wrong.NOT_FOR_LEGAL, f"{mark}.", LEGAL))
    return found


def marked(title: str) -> bool:
    """Whether a title already begins with a mark of signing ("KT. Bộ trưởng", "KT.BỘ TRƯỞNG")."""
    return title.strip().upper().startswith(_BEGINNINGS)


def deputy_of(head: str) -> str:
    """A deputy's title ("Bộ trưởng": "Thứ trưởng"); empty for a title that is not known or has none."""
    said = fold_tones(head).strip().casefold()
    return next((item.deputy for item in OFFICERS if fold_tones(item.head).casefold() == said), "")


def _begins(title: str, deputy: str) -> bool:
    """Whether a title is the deputy's, with or without more words ("Phó Chủ tịch thường trực")."""
    return fold_tones(title).strip().casefold().startswith(fold_tones(deputy).casefold())


def _same(one: str, other: str) -> bool:
    return fold_tones(one).strip().casefold() == fold_tones(other).strip().casefold()
