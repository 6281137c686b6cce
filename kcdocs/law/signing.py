"""Who may sign for whom, and over which paper.

Source: Decree 30/2020/NĐ-CP, Article 13 and Annex I, II.7 (from 5 March 2020), read; decrees and circulars as
the official gazette prints them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kcdocs.law.rule import Certainty, Rule
from kcdocs.law.vocabulary import HONOURS, MARKS, OFFICERS, OLD_MARKS, SHORT_HONOURS, SIGNED
from kcdocs.text.normalise import fold_tones

_SINCE = date(2020, 3, 5)
FORBIDDEN = Rule("Nghị định số 30/2020/NĐ-CP, Điều 13", _SINCE, None, Certainty.READ)
"""KT. and TUQ. are not passed on; TL. only to the deputy of the one ordered; a deputy signs for his head."""

DEPUTY = Rule("Nghị định số 30/2020/NĐ-CP, Điều 13", _SINCE, None, Certainty.GENERAL)
"""KT. is a deputy's: read; but the list of deputies' titles is not complete, so a breach may only warn."""

LEGAL = Rule(
    "Thực tế 196 thông tư đăng Công báo 2019–2026; luật giao cho Bộ trưởng ban hành",
    _SINCE,
    None,
    Certainty.GENERAL,
)
"""Legal instruments are signed by the head or, KT., by his deputy: practice, so a breach may only warn."""

DECREE = Rule("Thực tế 66 nghị định đăng Công báo 2025–2026", _SINCE, None, Certainty.OBSERVED)
"""A decree is signed for the Government by the Prime Minister or, KT., by a deputy: 66 of 66 decrees."""

OF_HEAD = Rule("Nghị định số 30/2020/NĐ-CP, Điều 13; nếp văn thư", _SINCE, None, Certainty.GENERAL)
"""A paper that a head issues, or that goes up to the Government, is signed by him or, KT., by his deputy."""

NAME = Rule("Nghị định số 30/2020/NĐ-CP, Phụ lục I, phần II, mục 7", _SINCE, None, Certainty.SECONDARY)
"""No rank of learning before the name; forces, schools, hospitals and science have rules of their own."""

COLLECTIVE, FOR_HEAD, BY_ORDER, AUTHORISED, ACTING = (
    SIGNED[how] for how in ("collective", "deputy", "order", "authorised", "acting")
)
"""The marks: TM, KT, TL, TUQ, Q."""

LENT = (FOR_HEAD, BY_ORDER, AUTHORISED)
"""Marks below which the signer's own office stands."""

_MARKED = sorted((*MARKS, *OLD_MARKS), key=len, reverse=True)
_BEGINNINGS = tuple(f"{mark}{end}" for mark in _MARKED if len(mark) > 1 for end in ". ")
_NOT_PASSED_ON = (FOR_HEAD, AUTHORISED)
_SIGNED = re.compile(r"\(?đã ký\)?", re.IGNORECASE)
_DECREE, _GOVERNMENT, _PRIME_MINISTER = "Nghị định", "Chính phủ", "Thủ tướng"


class Wrong(StrEnum):
    """What is wrong with a signature."""

    PASSED_ON = "one who signs by authorisation, or for his head, passes it on"
    MARK_TWICE = "the mark stands in the title too"
    SAME_PERSON = "the deputy bears the title of the one he signs for"
    NO_DEPUTY = "one who signs for his head bears no deputy's title"
    DEPUTY_ALONE = "a deputy signs without the mark and the title of his head"
    NOT_FOR_LEGAL = "a legal instrument signed by order or by authorisation"
    NOT_FOR_GOVERNMENT = "a decree that is not signed for the Government by the Prime Minister or his deputy"
    OF_COLLECTIVE = "a paper that one head issues, signed for a collective"
    NOT_FOR_HEAD = "a paper of a head, or one to the Government, signed by order or by authorisation"
    HONOUR = "a rank of learning before the name"


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a signature, with the words it concerns and where it stands in the law."""

    wrong: Wrong
    found: str
    rule: Rule


@dataclass(frozen=True, slots=True)
class Signature:
    """The lines over a signature, and the name below it.

    Attributes:
        mark: "KT", "TL", "TUQ", "Q", or anything else for the head himself.
        own: The signer's title.
        held: The title of the head whose place is taken; empty if none.
        deputy: Title of the deputy who signs for the one ordered or authorised; empty if none.
        collective: For whom all this is signed ("Chính phủ"); empty if for nobody.
        name: The signer's name.
    """

    mark: str
    own: str
    held: str = ""
    deputy: str = ""
    collective: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """What is signed.

    Attributes:
        type: Its type ("Nghị định"); empty if not known.
        legal: Whether it is a legal instrument.
        issued_by: Who issues it by its own words ("Bộ trưởng Bộ Công Thương"); empty if it does not say.
        addressed: To whom it is addressed.
    """

    type: str = ""
    legal: bool = False
    issued_by: str = ""
    addressed: tuple[str, ...] = ()


def faults(signature: Signature, paper: Paper) -> list[Fault]:
    """What is wrong with a signature, by itself and over a paper."""
    return [*_by_itself(signature), *_over(signature, paper)]


def says_signed(line: str) -> bool:
    """Whether a line stands for the signature on a copy: "(Đã ký)"."""
    return _SIGNED.fullmatch(line.strip()) is not None


def marked(title: str) -> bool:
    """Whether a title already begins with a mark of signing ("KT. Bộ trưởng", "KT.BỘ TRƯỞNG")."""
    return title.strip().upper().startswith(_BEGINNINGS)


def lends(line: str) -> bool:
    """Whether a line over a signature is of one whose place is taken: the signer's own office follows."""
    return line.startswith(tuple(f"{mark}." for mark in LENT))


def deputy_of(head: str) -> str:
    """A deputy's title ("Bộ trưởng": "Thứ trưởng"); empty for a title that is not known or has none."""
    said = _plain(head)
    return next((item.deputy for item in OFFICERS if _plain(item.head) == said), "")


def honour(name: str) -> str:
    """The rank of learning that a name begins with ("PGS.TS Nguyễn Văn A": "PGS"); empty if with none."""
    said = name.strip()
    short = next((one for one in SHORT_HONOURS if said.startswith((f"{one}.", f"{one} "))), "")
    return short or next((one for one in HONOURS if _plain(said).startswith(f"{_plain(one)} ")), "")


def _by_itself(signature: Signature) -> Iterator[Fault]:
    mark, held, own = signature.mark, signature.held, signature.own
    for title in (held, own, signature.deputy):
        if marked(title):
            yield Fault(Wrong.MARK_TWICE, title, FORBIDDEN)
    if signature.deputy and mark in _NOT_PASSED_ON:
        yield Fault(Wrong.PASSED_ON, signature.deputy, FORBIDDEN)
    if mark == FOR_HEAD and held and _plain(held) == _plain(own):
        yield Fault(Wrong.SAME_PERSON, own, FORBIDDEN)
    elif mark == FOR_HEAD and (deputy := deputy_of(held)) and not _begins(own, deputy):
        yield Fault(Wrong.NO_DEPUTY, own, DEPUTY)
    if mark != FOR_HEAD and not signature.deputy and _is_deputy(own):
        alone = mark not in (BY_ORDER, AUTHORISED)
        yield Fault(Wrong.DEPUTY_ALONE, own, FORBIDDEN if alone else DEPUTY)
    if found := honour(signature.name):
        yield Fault(Wrong.HONOUR, found, NAME)


def _over(signature: Signature, paper: Paper) -> Iterator[Fault]:
    mark, lent = signature.mark, signature.mark in (BY_ORDER, AUTHORISED)
    named = any(letter.isalpha() for letter in signature.own)
    if paper.type == _DECREE and named and not _for_government(signature):
        said = signature.collective or signature.held or signature.own
        yield Fault(Wrong.NOT_FOR_GOVERNMENT, said, DECREE)
    elif paper.legal and lent:
        yield Fault(Wrong.NOT_FOR_LEGAL, f"{mark}.", LEGAL)
    elif lent and _is_head(signature.held) and _rests_with_head(signature, paper):
        yield Fault(Wrong.NOT_FOR_HEAD, f"{mark}.", OF_HEAD)
    if signature.collective and (_is_head(paper.issued_by) or _is_head(signature.collective)):
        yield Fault(Wrong.OF_COLLECTIVE, signature.collective, OF_HEAD)


def _for_government(signature: Signature) -> bool:
    head = signature.held if signature.mark == FOR_HEAD else signature.own
    lent = signature.mark in (BY_ORDER, AUTHORISED)
    return _plain(signature.collective) == _plain(_GOVERNMENT) and _begins(head, _PRIME_MINISTER) and not lent


def _rests_with_head(signature: Signature, paper: Paper) -> bool:
    """Whether a paper is issued by the very head whose place is taken, or goes up to the Government."""
    above = (_GOVERNMENT, _PRIME_MINISTER)
    upwards = any(_begins(one, name) for one in paper.addressed for name in above)
    return upwards or _begins(paper.issued_by, signature.held)


def _is_head(title: str) -> bool:
    return any(_begins(title, item.head) for item in OFFICERS if item.deputy)


def _is_deputy(title: str) -> bool:
    return any(_begins(title, item.deputy) for item in OFFICERS if item.deputy)


def _begins(title: str, start: str) -> bool:
    """Whether a title is another, with or without more words ("Phó Chủ tịch thường trực")."""
    return bool(start.strip()) and f"{_plain(title)} ".startswith((f"{_plain(start)} ", f"{_plain(start)}, "))


def _plain(title: str) -> str:
    return fold_tones(title).strip().casefold()
