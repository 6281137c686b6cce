"""The days an instrument comes into force, as it says itself: the whole, and what has a day of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from kcdocs.law.kinds import unit_pattern
from kcdocs.model.address import Address, Kind
from kcdocs.model.instrument import Instrument, Node, Reference
from kcdocs.text.dates import ANY, IN_WORDS, from_parts
from kcdocs.text.late import late
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

_SIGNED = re.compile(SINCE + r"(?:được (?:[^\W\d_]+ ){0,12}?)?(?:ký|ban hành|thông qua)(?!\w)", re.IGNORECASE)
"""From the day the instrument bears, whoever signs or passes it: "từ ngày được Quốc hội thông qua"."""

_GAZETTE = re.compile(
    r"có hiệu lực (?:thi hành )?(?:kể )?(?:từ|sau) (?:\d{1,3} )?ngày,?[^.;]{0,40}?(?:đăng |trên )Công báo",
    re.IGNORECASE,
)
"""From a day that only the gazette tells, as texts before 2009 say it."""

_ENDING = late(
    r"(?P<last>có hiệu lực [^.;]{0,60}?(?:đến|tới) (?:hết )?)"
    rf"{ANY}|hết hiệu lực (?:thi hành )?(?:kể )?từ (?:0{{1,2}} giờ (?:00 phút )?)?{ANY}",
    re.IGNORECASE,
)
"""Until when something has force ("đến hết ngày …": that day is its last), or from when it has none."""

_FORMS = (_DATED, _FIGURES, _LATER, _SIGNED)
_WHOLE = re.compile(r"^(?:\S+ ){1,3}này$", re.IGNORECASE)
_ITSELF = re.compile(r"^(?:\S+ ){1,3}này(?:\s|$)", re.IGNORECASE)
_UNIT = re.compile(rf"\b(?:{unit_pattern()})\b")
_ENDS = (". ", "; ")
_FOLLOWING = re.compile(r"\b(?:sau đây|sau)$", re.IGNORECASE)
_OWN = frozenset({Kind.ARTICLE, Kind.CLAUSE, Kind.POINT, Kind.PARAGRAPH})


@dataclass(frozen=True, slots=True)
class _Effect:
    """That something has force from a day on.

    Attributes:
        node: The provision that says so.
        subject: The words before it, from the sentence's begin or the day before.
        targets: The own provisions that the subject names, or that are listed below it.
        day: The day.
    """

    node: Node
    subject: str
    targets: tuple[Address, ...]
    day: date

    @property
    def whole(self) -> bool:
        """Whether the subject is the instrument."""
        return not self.targets and _WHOLE.match(self.subject) is not None

    @property
    def doubtful(self) -> bool:
        """Whether the subject is a part of the instrument, but nobody can tell which."""
        return not self.targets and not self.whole and _UNIT.search(self.subject) is not None


def effective_date(instrument: Instrument) -> date | None:
    """The first day of force of an instrument as a whole.

    A day whose subject is the instrument counts before any other; one of single provisions ("Quy định tại
    khoản 1 Điều 3 …") never does. "Kể từ ngày ký" is the day the instrument bears.

    Returns:
        The day; None if its own provisions name none.
    """
    said = [item for item in _effects(instrument) if not item.targets and not item.doubtful]
    return next((item.day for item in sorted(said, key=lambda item: not item.whole)), None)


def says_when(instrument: Instrument) -> bool:
    """Whether an instrument says from when it is in force, also by a day that it does not know itself."""
    texts = [_plain(node.text) for node in instrument.provisions() if node.kind in _OWN]
    found = [
        (text, hit.start()) for text in texts for form in (*_FORMS, _GAZETTE) for hit in form.finditer(text)
    ]
    return any(
        not _UNIT.search(text, max(text.rfind(mark, 0, at) for mark in _ENDS) + 1, at) for text, at in found
    )


def exceptions(instrument: Instrument) -> Mapping[Address, date]:
    """Own provisions that come into force on a day of their own, as far as the instrument names them."""
    return {target: item.day for item in _effects(instrument) for target in item.targets}


def doubtful_days(instrument: Instrument) -> tuple[tuple[Address, str], ...]:
    """Where days of effect are given to what cannot be told: the provision that says so, and its words."""
    found = (item for item in _effects(instrument) if item.doubtful)
    return tuple((item.node.address, item.subject) for item in found)


def endings(instrument: Instrument) -> tuple[tuple[Address, str, date], ...]:
    """What an instrument says has force only until a day: where, its words, and the first day without.

    Told of the whole instrument and of its own provisions; what it says of other instruments is none of it.
    """
    return tuple((where, words, without) for where, words, without, _ in _endings(instrument))


def first_day_without(instrument: Instrument) -> date | None:
    """The first day on which an instrument has no force any more as a whole, None if it does not say."""
    return next((without for _, _, without, whole in _endings(instrument) if whole), None)


def _endings(instrument: Instrument) -> Iterator[tuple[Address, str, date, bool]]:
    for node in instrument.provisions():
        if node.kind in _OWN and "hiệu lực" in seen(node.text).text.lower():
            yield from _endings_in(node)


def _endings_in(node: Node) -> Iterator[tuple[Address, str, date, bool]]:
    text = _plain(node.text)
    named = list(_named(node, text))
    for found in _ENDING.finditer(text):
        start = max(text.rfind(mark, 0, found.start()) + 1 for mark in _ENDS)
        subject = text[start : found.start()].strip(" ,.;:")
        own = [target for place, targets in named if start <= place < found.start() for target in targets]
        parts = found.groups()[1:]
        day = from_parts(*(parts[:3] if found["last"] else parts[3:]))
        if day is not None and (own or _ITSELF.match(subject)):
            without = day + timedelta(days=1) if found["last"] else day
            whole = not own and _WHOLE.match(subject) is not None
            yield node.address, text[start : found.end()].strip(), without, whole


def _effects(instrument: Instrument) -> list[_Effect]:
    issued = instrument.citation.issued
    return [
        effect
        for node in instrument.provisions()
        if node.kind in _OWN and "hiệu lực" in seen(node.text).text.lower()
        for effect in _in_node(node, issued)
    ]


def _in_node(node: Node, issued: date | None) -> Iterator[_Effect]:
    text = _plain(node.text)
    named = list(_named(node, text))
    found = {hit.start(): hit for form in reversed(_FORMS) for hit in form.finditer(text)}
    last = 0
    for at in sorted(found):
        day = _day(found[at], issued)
        start = max(last, *(text.rfind(mark, 0, at) + 1 for mark in _ENDS))
        if day is not None:
            subject = text[start:at].strip(" ,.;:")
            own = [target for place, targets in named if start <= place < at for target in targets]
            yield _Effect(node, subject, tuple(own or _listed(node, subject)), day)
        last = found[at].end()


def _plain(text: str) -> str:
    return " ".join(seen(text).text.split())


def _named(node: Node, text: str) -> Iterator[tuple[int, tuple[Address, ...]]]:
    """Where own provisions are named, and which."""
    at = 0
    for reference in node.references:
        words = _plain(reference.span.of(node.text))
        place = text.find(words, at)
        if place >= 0:
            at = place + len(words)
            yield place, _own(reference)


def _own(reference: Reference) -> tuple[Address, ...]:
    """The provisions of the instrument itself that a reference names."""
    return () if reference.citation else tuple(target for target in reference.targets if target.steps)


def _listed(node: Node, subject: str) -> Iterator[Address]:
    """The provisions named in the list below a subject such as "Các quy định sau đây"."""
    if _FOLLOWING.search(subject):
        yield from (target for child in node.children for item in child.references for target in _own(item))


def _day(found: re.Match[str], issued: date | None) -> date | None:
    if found.re is _LATER:
        return issued + timedelta(days=int(found.group(1))) if issued else None
    return issued if found.re is _SIGNED else from_parts(*found.groups())
