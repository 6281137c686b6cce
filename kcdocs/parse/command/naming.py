"""How a sentence names an instrument: number or name, date, issuer and long title taken as one."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from kcdocs.law.commanding import DONE, PART_WORDS, VERB, words_of
from kcdocs.law.issuers import type_by_number
from kcdocs.law.kinds import LEVEL, unit_pattern
from kcdocs.law.numbers import NUMBER, plain_number
from kcdocs.law.ranks import PERIODS, order
from kcdocs.law.vocabulary import GENERIC, TypeClass, alternation
from kcdocs.law.vocabulary import names as type_names
from kcdocs.model.address import SPOKEN, Kind
from kcdocs.model.citation import Citation
from kcdocs.model.operation import PartKind
from kcdocs.model.span import Span
from kcdocs.parse import limits
from kcdocs.parse.command.sentence import Naming
from kcdocs.parse.names import Names
from kcdocs.parse.rules import citation as rule
from kcdocs.text.dates import ANY
from kcdocs.text.late import late

_TYPES = alternation(type_names())
_UNITS = unit_pattern(*(kind for kind in LEVEL if kind is not Kind.PARAGRAPH))
_ATTACHED = alternation(name for name in type_names(TypeClass.ATTACHED))
_SLIP = late(
    rf"(?i:({_TYPES}))(?:\s+liên\s+\w++)?\s++(?:(?i:số)\s*+)?(?::\s*+)?({NUMBER}|\d{{1,5}}(?:/\d{{4}})?(?![\w/]))"
)
"""A type in any case, or with a slip behind it ("Thông tư liên lịch"), or a number without its end."""

_SHORT = late(rf"({_TYPES})(?:\s+số)?\s+(\d{{1,5}}(?:/\d{{4}})?)(?![\w/])")
_WHOLE_NUMBER = late(NUMBER)
_BY_NAME = re.compile(rf"({_ATTACHED})(?=\s+\w)", re.IGNORECASE)
_THIS = late(rf"(?i:({_TYPES}|{GENERIC}))\s+này(?!\w)")
_BARE = late(
    rf"({_TYPES})(?=\s*(?:[:;,.“\"‟]|$)"
    r"|\s+(?:như sau|sau đây|sau(?=\s*:)|bằng|thành|và|trừ|được|bị|hết)(?!\w))"
)
"""A type alone ("trong các điều, khoản của Thông tư bằng …"): the instrument that stands above."""

_DATE = re.compile(rf",?\s+{ANY}")
_SUSPENDED = rf"(?:{alternation(words_of('suspend'))})\s*(?:[.;:,]|$|(?:kể\s+)?từ\s)"
_TITLE = re.compile(rf"\s+(?!{_SUSPENDED})(?=(?:{alternation(words_of('title'))})(?!\w))", re.IGNORECASE)
"""What the title of an instrument begins with, behind its number, date and issuer.

"… ngưng hiệu lực." alone says what happens to the instrument and is no title.
"""

_LABELLED = rf"(?:{_UNITS})\s+(?:\d|[a-zđ](?:\d|\s?\(|(?!\w))|[IVXLC]+(?!\w)|ban hành|kèm)"
_WORDED = rf"(?i:{alternation(words_of('object'))})\s*[“\"‟]"
_SUBSTITUTE = rf"(?i:{alternation((*words_of('object'), *PART_WORDS, SPOKEN[Kind.ANNEX]))})(?!\w)|[“\"]"
_HEADING = rf"(?i:{alternation(words for words, kind in PART_WORDS.items() if kind is PartKind.HEADING)})"
_STOP = late(
    r"(?<!\s)(?:\s*(?:như sau|sau đây\s*:|[:;“”\"‟(]|[.](?:\s|$|/)|$)"
    rf"|\s+(?:bằng|thành|theo)\s+(?=(?:các\s+)?(?:{_SUBSTITUTE}))"
    rf"|,?\s*(?:{alternation(words_of('except'))})\s|\s+(?:đã\s+)?{DONE}(?!\w)"
    rf"|\s+(?:{alternation(words_of('expire'))})(?!\w)|\s+(?:kể )?từ ngày\s|,?\s+gồm\s*:|\s+tương ứng\s"
    rf"|(?:\s*,)?\s+(?:(?:và|hoặc|tại)\s++){{0,2}}(?:các\s+)?(?:{_LABELLED}|{_WORDED}|{_HEADING}\s+(?:của\s+)?(?:{_UNITS}))"
    rf"|(?:\s*,|\s+và|\s+đồng thời)\s+(?:{VERB})\s+(?=(?:các\s+)?(?:{_LABELLED}|{_WORDED})))"
)
"""Where the long title of an instrument ends: before what can only belong to the command."""

_LISTED_ON = re.compile(rf"(?:\s*,)?\s+(?:(?:và|hoặc)\s+){{0,2}}(?:các\s+)?{_LABELLED}")
_BESIDE = late(rf"(?<!\s)(?:\s*[,;](?:\s+và)?|\s+và)\s++(?={_TYPES}\s+số\s)")
"""Another instrument beside the one named: part of a title only where that speaks of amending several, or of
detailing what stands above the one named."""

_JOINT = re.compile(r"(?<!\s)(?:\s*[,;]|\s+và)")
"""What every such begins with: asked up to the end of a title, not of a text as long as it may be."""

_GOING_ON = re.compile(r"\s*;\s+việc(?=\s)")
_AMENDING = late(rf"(?:về việc\s+|\s)?(?:{VERB})(?!\w)", re.IGNORECASE)
_DETAILS = re.compile(
    rf"(?:{alternation(words_of('details'))})[^;:“”]{{0,{limits.DETAILED}}}?$", re.IGNORECASE
)
_DETAILING = re.compile(rf"(?<!\w)(?:{alternation(words_of('details'))})(?!\w)", re.IGNORECASE)
_LATEST = PERIODS[-1].since or date.min
_CARRIED = re.compile(r"(?<!\s)\s+(?:được\s+)?ban hành\s+(?:kèm\s+)?theo\s+")


Detailed = Callable[[int], bool]

SEVERAL = Citation("")
"""Instruments of a type that a lead speaks of without naming one: "các Thông tư sau"."""


@dataclass(frozen=True, slots=True)
class Namings:
    """Reads the names of instruments.

    Attributes:
        names: Laws known by name.
    """

    names: Names

    def read(self, text: str, start: int, carried: int = 0) -> Naming | None:
        """The instrument named at a place of a text, with all that belongs to its name; None if none is.

        Args:
            text: The text.
            start: The place.
            carried: How many texts that come with it are named before it.
        """
        this = _THIS.match(text, start)
        if this is not None:
            return Naming(None, Span(start, this.end()))
        found = self._cited(text, start, carried)
        if found is not None:
            return self._with_title(text, found)
        bare = _BARE.match(text, start)
        return Naming(Citation(bare.group(1)), Span(start, bare.end()), sure=False) if bare else None

    def _cited(self, text: str, start: int, carried: int) -> Naming | None:
        cited = rule.read(text, start, self.names)
        if cited is not None and cited.citation is not None and _numbered(cited.citation):
            return Naming(cited.citation, Span(start, cited.end), sure=True)
        slip = _SLIP.match(text, start)
        if slip is not None:
            whole = _WHOLE_NUMBER.fullmatch(slip.group(2)) is not None
            number = plain_number(slip.group(2))
            citation = Citation(type_by_number(number) or _capital(slip.group(1)), number)
            return Naming(citation, Span(start, slip.end()), sure=whole)
        attached = self._attached(text, start, carried) if carried < limits.CARRIED else None
        if attached is not None:
            return attached
        if cited is not None and cited.citation is not None:
            return Naming(cited.citation, Span(start, cited.end), sure=cited.sure)
        return None

    def _attached(self, text: str, start: int, depth: int) -> Naming | None:
        """A text that comes with another instrument: "Quy chế … ban hành kèm theo Quyết định số …"."""
        found = _BY_NAME.match(text, start)
        if found is None or not text[start].isupper():
            return None
        end = _end(text, found.end())
        name = text[found.end() : end]
        carried = _CARRIED.search(name)
        title = " ".join((name[: carried.start()] if carried else name).split())
        if carried is not None:
            carrier = self.read(text, found.end() + carried.end(), depth + 1)
            end = carrier.span.end if carrier is not None else end
        if not title and carried is None:
            return None
        words = " ".join(text[found.end() : end].split())
        return Naming(Citation(_capital(found.group(1)), title=words), Span(start, end), sure=False)

    def _with_title(self, text: str, found: Naming) -> Naming:
        end = found.span.end
        date = _DATE.match(text, end)
        end = date.end() if date else end
        issuer = self.names.issuer.match(text, end)
        end = issuer.end() if issuer else end
        title = _TITLE.match(text, end)
        if title is None:
            return replace(found, span=Span(found.span.start, end))
        stop = _end(text, title.end(), self._detailed(found.citation, text))
        return replace(found, span=Span(found.span.start, stop), title=" ".join(text[end:stop].split()))

    def _detailed(self, named: Citation | None, text: str) -> Detailed:
        """Says of an instrument beside a title whether it stands above the one that bears the title."""

        def stands_above(start: int) -> bool:
            beside = rule.read(text, start, self.names)
            if named is None or beside is None or beside.citation is None:
                return False
            return order(beside.citation, _LATEST) < order(named, _LATEST)

        return stands_above


def _end(text: str, start: int, stands_above: Detailed = lambda _: False) -> int:
    """Where a title that begins at a place ends.

    Args:
        text: The sentence.
        start: Where the title begins.
        stands_above: Whether the instrument named at a place stands above the one that bears the title.
    """
    text = text[: start + limits.LONGEST_TITLE]
    place = looked = start
    amending = bool(start) and any(_AMENDING.match(text, at) for at in range(start - 1, start + 2))
    while (found := _STOP.search(text, place)) is not None:
        beside = None if amending else _beside(text, start, looked, found.start(), stands_above)
        if beside is not None:
            text, looked = text[:beside], beside
            continue
        looked = found.start()
        belonging = _belonging(text, start, found.start())
        if belonging is None and amending:
            belonging = _within_list(text, found.start())
        if belonging is None:
            return found.start()
        place = belonging
    return len(text)


def _beside(text: str, start: int, looked: int, stop: int, stands_above: Detailed) -> int | None:
    """Where an instrument stands beside a title and is no part of it, from where was looked up to a stop."""
    for joint in _JOINT.finditer(text, looked, stop):
        found = _BESIDE.match(text, joint.start())
        if found and not (_DETAILING.search(text, start, found.start()) and stands_above(found.end())):
            return found.start()
    return None


def _belonging(text: str, start: int, stop: int) -> int | None:
    """Where provisions end that a title details, or that it names behind "theo"; None if none belong to it.

    No title ends with "theo": what it follows stands in it too.
    """
    listed = _LISTED_ON.match(text, stop)
    if listed is None:
        return None
    if text[start:stop].endswith(" theo"):
        chain = _CHAIN.match(text, stop + 1)
        return chain.end() if chain and chain.end() > listed.start() + 1 else listed.end()
    return listed.end() if _DETAILS.search(text, start, stop) else None


def _within_list(text: str, stop: int) -> int | None:
    """The end of a semicolon inside the title of one of several instruments listed; None if it is no such.

    The title goes on with "việc …", and another instrument of the list comes before anything that commands.
    """
    going_on = _GOING_ON.match(text, stop)
    beside = _BESIDE.search(text, going_on.end()) if going_on else None
    after = _STOP.search(text, going_on.end()) if going_on else None
    if going_on is None or beside is None or after is None or after.start() < beside.start():
        return None
    return going_on.end()


def _numbered(citation: Citation) -> bool:
    return bool(citation.number)


def _capital(words: str) -> str:
    plain = " ".join(words.split()).lower()
    return plain[:1].upper() + plain[1:]


_SOURCE = re.compile(
    rf"\s*+(?:,\s++)?(?<=\s)(?:một số (?:{_UNITS}|nội dung)(?>(?>, (?:{_UNITS}))*)\s+)?"
    r"(?:(?:theo\s+quy định\s+(?:tại|của)|của|theo|bởi|tại)\s+)",
    re.IGNORECASE,
)
_CHAIN = late(
    rf"(?>(?>(?:các\s+)?(?:{unit_pattern()})\s++[\w().]++(?>(?>(?:,|\s+và)\s++(?!{_TYPES})[\w.()]{{1,6}}+)*)"
    r"\s*+(?:,\s*+)?(?:của\s++|và\s++)?)*)"
)
_NEXT = re.compile(r"(?:\s*,\s+|\s+và\s+|\s*,\s+và\s+)(?:tại\s+|bởi\s+|theo\s+)?")


def history_end(text: str, start: int, namings: Namings, *, sure: bool) -> int | None:
    """Where a note on earlier amendments ends, from behind its participle; None if it is no note.

    Args:
        text: The sentence.
        start: Behind "đã được sửa đổi, bổ sung".
        namings: Reads the names of instruments.
        sure: Whether "đã" says that it is a note.
    """
    source = _SOURCE.match(text, start)
    if source is None:
        return _end(text, start) if sure else None
    place = _CHAIN.match(text, source.end())
    end = place.end() if place else source.end()
    naming = namings.read(text, end)
    if naming is None:
        return _end(text, source.end()) if sure or text[source.end() : end].strip() else None
    while naming is not None:
        end = naming.span.end
        more = _NEXT.match(text, end)
        chain = _CHAIN.match(text, more.end()) if more else None
        naming = namings.read(text, chain.end()) if chain else None
    return end


def told_in(text: str, namings: Namings) -> tuple[Citation, ...]:
    """The instruments that a note on earlier amendments names, in order."""
    found: list[Citation] = []
    place = 0
    while (named := _ANY_TYPE.search(text, place)) is not None:
        naming = namings.read(text, named.start())
        if naming is not None and naming.citation is not None:
            found.append(naming.citation)
        place = max(named.end(), naming.span.end if naming else 0)
    return tuple(found)


_ANY_TYPE = late(rf"(?<!\w)(?:{_TYPES})(?!\w)")
