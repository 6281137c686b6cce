"""The tokens of an amending sentence: every character of it is in one, a space between two aside."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache

from kcdocs.law.commanding import DONE, PART_WORDS, VERB, act_of, words_of
from kcdocs.law.kinds import NAMES as UNITS
from kcdocs.law.kinds import unit_pattern
from kcdocs.law.vocabulary import alternation
from kcdocs.model.address import SPOKEN, Kind
from kcdocs.model.citation import Citation
from kcdocs.model.operation import Act, PartKind
from kcdocs.model.span import Span
from kcdocs.parse import limits
from kcdocs.parse.command.naming import Namings, history_end, told_in
from kcdocs.parse.command.quotation import Quotation, quotations
from kcdocs.parse.command.sentence import Naming
from kcdocs.text.dates import ANY, from_parts
from kcdocs.text.labels import ROMAN
from kcdocs.text.late import late
from kcdocs.text.ordinals import WORDS, ordinal_value


class T(StrEnum):
    """What a token is; the words of one kind stand in the vocabulary under its value."""

    VERB = "verb"
    DONE = "done"
    EXPIRE = "expire"
    SUSPEND = "suspend"
    UNIT = "unit"
    PART = "part"
    LEAD_PART = "lead_part"
    LABEL = "label"
    ORDINAL = "ordinal"
    QUOTE = "quote"
    NAMING = "naming"
    HISTORY = "history"
    DAY = "day"
    ALIAS = "alias"
    EACH = "each"
    SOME = "some"
    WHOLE = "whole"
    AT = "at"
    INTO = "into"
    AFTER = "after"
    BEFORE = "before"
    END = "end"
    START = "start"
    BY = "by"
    BY_ANNEX = "by_annex"
    RESPECTIVELY = "respectively"
    FROM = "from"
    TO = "to"
    JOINT = "joint"
    EXCEPT = "except"
    LEAD = "lead"
    INCLUDING = "including"
    ATTACHED = "attached"
    THIS = "this"
    COMMA = ","
    SEMICOLON = ";"
    COLON = ":"
    STOP = "."
    DASH = "-"
    PARENTHESIS = "parenthesis"
    WORD = "word"
    FOREIGN = "foreign"


@dataclass(frozen=True, slots=True)
class Token:
    """One token.

    Attributes:
        kind: What it is.
        span: Its characters.
        words: Those characters, in small letters and single spaces for words of the vocabulary.
        act: VERB, DONE: what is done; None where the verb does not say.
        unit: UNIT: which.
        part: PART: which.
        naming: NAMING: the instrument.
        quoted: QUOTE: the quotation.
        ordinal: ORDINAL: which, -1 for the last.
        day: DAY: the day; None for the day on which the instrument itself begins.
        told: HISTORY: the instruments named.
        also: Other kinds that its words may play.
    """

    kind: T
    span: Span
    words: str
    act: Act | None = None
    unit: Kind | None = None
    part: PartKind | None = None
    naming: Naming | None = None
    quoted: Quotation | None = None
    ordinal: int = 0
    day: date | None = None
    told: tuple[Citation, ...] = ()
    also: frozenset[str] = frozenset()

    def is_(self, *kinds: str) -> bool:
        """Whether it is of one of these kinds, or its words may be."""
        return self.kind in kinds or bool(self.also.intersection(kinds))


_ROLES = (
    *(
        "each",
        "some",
        "whole",
        "at",
        "into",
        "after",
        "before",
        "end",
        "start",
        "by",
        "by_annex",
        "respectively",
    ),
    *("from", "to", "joint", "except", "lead", "including", "attached", "this", "expire", "suspend", "empty"),
    *("group", "object", "lead_part", "portion", "printed", "corrected", "quoted", "having"),
)
_MARKS = {",": T.COMMA, ";": T.SEMICOLON, ":": T.COLON, ".": T.STOP, "-": T.DASH, "–": T.DASH, "—": T.DASH}
_LABEL = late(
    r"(?:\d+(?:\.\d+)+[a-zđ]?|[a-zđ]\.\d+(?:\.\d+)*|\d+\.[a-zđ]|[a-zđ]\d?\s?\((?:[ivx]+|\d+)\)"
    rf"|[A-ZĐ\d]+(?:[-./][\dA-ZĐa-zđ]+)+|\d{{1,4}}[a-zđ]?\d{{0,2}}|[a-zđ]\d{{0,2}}|{ROMAN}|[IVXLC]+[ABĐEFGH]|[A-HĐ]|\d+[A-Z]?)"
    r"(?![\w/(]|[.-]\w)"
)
"""A label, taken whole or not at all: "5a", "đ", "IIa", "b(ii)", "1.3", "01/LN-CS"."""

_ORDINAL = late(rf"thứ\s+(?:({WORDS})|(\d{{1,2}}))(?!\w)", re.IGNORECASE)
_WORD = re.compile(r"[^\s,;:“”\"‟„«»()]+|[()”»]")
_DAY = re.compile(
    rf"(?:kể\s+)?từ\s+(?:{ANY}|ngày\s+(?:[\w]+\s+){{1,3}}này\s+có hiệu lực(?:\s+thi hành)?)(?!\w)",
    re.IGNORECASE,
)
_PARENTHESIS = re.compile(r"\((?:[^()]|\([^()]*\))*\)")
_SPARES = re.compile(r"\(\s*(?:trừ|ngoại trừ|không bao gồm)\s", re.IGNORECASE)
_CALLED = re.compile(r"\(\s*+(?:(?:sau đây|được|gọi|viết)\s*+)?(?:được\s++)?(?:gọi|viết)\s", re.IGNORECASE)
_UNIT_OR_PART = rf"(?:{unit_pattern()}|{alternation(PART_WORDS)})"
_PLACE = rf"(?i:{_UNIT_OR_PART}|dòng|hàng)\s++(?:số\s++)?(?:\d|[A-ZĐ]\b|[IVXLC]+\b|[a-zđ]\b)"
_BESIDE = alternation(
    (SPOKEN[Kind.ANNEX], *(word for word, part in PART_WORDS.items() if part is PartKind.FORM))
)
_TITLED = late(
    rf"\s*+[-–—]\s++[^;:“”\s](?:[^;:“”]{{0,{limits.ANNEX_TITLE - 2}}}?[^;:“”\s,])??"
    r"(?=\s+(?:được\s+)?(?:ban hành\s+)?kèm theo(?!\w)"
    rf"|(?:,|\s+và)\s+(?:các\s+)?(?i:{_BESIDE})\s[^;:“”]*\skèm theo(?!\w))"
)
_CITED = late(rf"(?:quy định tại|theo)\s(?:{unit_pattern(Kind.ARTICLE, Kind.CLAUSE, Kind.POINT)})\s")
_NARROWED = late(
    rf"(?<!\w)(?:{_PLACE}|(?i:thứ\s|{alternation(words_of('portion'))}|{alternation(words_of('except'))}))"
)
"""Words that narrow a place, in what looks like the name of an annex: they are no name. Provisions that the
annex details are ("Danh mục nghề quy định tại khoản 2 Điều 4").
"""

_ANNEXED = late(rf"(?<!\w)(?i:{_BESIDE})(?!\w)")

_VERB = late(rf"(?:{VERB})(?!\w)", re.IGNORECASE)
_DONE = late(rf"(đã\s+)?({DONE})(?!\w)", re.IGNORECASE)
_CAPITAL = re.compile(r"[A-ZĐ]")


def tokens(text: str, namings: Namings) -> list[Token]:
    """The tokens of a sentence, in order.

    Args:
        text: The sentence, composed.
        namings: Reads the names of instruments.
    """
    lexer = _Lexer(text, namings)
    return list(lexer.run())


class _Lexer:
    def __init__(self, text: str, namings: Namings) -> None:
        self._text = text
        self._namings = namings
        self._quoted = {item.outer.start: item for item in quotations(text)}
        self._last: Token | None = None

    def run(self) -> Iterator[Token]:
        place = 0
        text = self._text
        while place < len(text):
            if text[place].isspace():
                place += 1
                continue
            token = self._next(place)
            if token.kind is not T.ALIAS:
                yield token
                self._last = token
            place = token.span.end

    def _next(self, place: int) -> Token:
        if self._text[place].isalnum():
            return self._word(place)
        return self._quote(place) or self._parenthesis(place) or self._titled(place) or self._mark(place)

    def _word(self, place: int) -> Token:
        for read in (self._day, self._naming, self._done, self._ordinal, self._label, self._phrase):
            token = read(place)
            if token is not None:
                return token
        return self._mark(place)

    def _make(self, kind: T, start: int, end: int, **more: object) -> Token:
        words = " ".join(self._text[start:end].split())
        return Token(kind, Span(start, end), words, **more)  # type: ignore[arg-type]

    def _quote(self, place: int) -> Token | None:
        quoted = self._quoted.get(place)
        if quoted is None:
            return None
        return self._make(T.QUOTE, quoted.outer.start, quoted.outer.end, quoted=quoted)

    def _parenthesis(self, place: int) -> Token | None:
        found = _PARENTHESIS.match(self._text, place) if self._text[place] == "(" else None
        if found is None:
            return self._make(T.ALIAS, place, place + 1) if self._closes_spared(place) else None
        words = found.group()
        if _SPARES.match(words):
            return self._make(T.ALIAS, place, place + 1)
        if _CALLED.match(words):
            return self._make(T.ALIAS, place, found.end())
        if _DONE.search(words) or _VERB.match(words, 1):
            return self._make(T.HISTORY, place, found.end(), told=told_in(words, self._namings))
        return self._make(T.PARENTHESIS, place, found.end())

    def _closes_spared(self, place: int) -> bool:
        if self._text[place] != ")":
            return False
        opened = self._text.rfind("(", 0, place)
        return opened >= 0 and _SPARES.match(self._text, opened) is not None

    def _day(self, place: int) -> Token | None:
        found = _DAY.match(self._text, place)
        if found is None:
            return None
        return self._make(T.DAY, place, found.end(), day=from_parts(*found.groups()))

    def _naming(self, place: int) -> Token | None:
        if not self._text[place].isalpha() or (place and self._text[place - 1].isalnum()):
            return None
        if not _CAPITAL.match(self._text, place) and not self._text.isupper():
            return None
        naming = self._namings.read(self._text, place)
        if naming is None:
            return None
        return self._make(T.NAMING, place, naming.span.end, naming=naming)

    def _done(self, place: int) -> Token | None:
        found = _DONE.match(self._text, place)
        if found is None:
            return None
        end = history_end(self._text, found.end(), self._namings, sure=found.group(1) is not None)
        if end is not None:
            told = told_in(self._text[found.end() : end], self._namings)
            return self._make(T.HISTORY, place, end, told=told)
        return self._make(T.DONE, place, found.end(), act=act_of(found.group(2)))

    def _titled(self, place: int) -> Token | None:
        """The name of an annex between its number and "ban hành kèm theo"."""
        if self._last is None or self._last.kind is not T.LABEL or self._text[place] not in "-–—":
            return None
        found = _TITLED.match(self._text, place)
        if found is None or _narrows(found.group()):
            return None
        return self._make(T.ALIAS, place, found.end())

    def _ordinal(self, place: int) -> Token | None:
        found = _ORDINAL.match(self._text, place)
        if found is None:
            return None
        value = int(found.group(2)) if found.group(2) else ordinal_value(f"thứ {found.group(1)}") or 0
        return self._make(T.ORDINAL, place, found.end(), ordinal=value)

    def _label(self, place: int) -> Token | None:
        if self._last is None or not self._last.is_(*_BEFORE_LABEL):
            return None
        found = _LABEL.match(self._text, place)
        return self._make(T.LABEL, place, found.end()) if found else None

    def _phrase(self, place: int) -> Token | None:
        verb = _VERB.match(self._text, place)
        words = _phrase_at(self._text, place)
        if verb is not None and (words is None or verb.end() >= words[1]):
            return self._make(T.VERB, place, verb.end(), act=act_of(verb.group()))
        if words is None:
            return None
        said, end = words
        roles = _phrases()[0][said]
        return Token(
            T(roles[0]) if roles[0] in _KINDS else T.WORD,
            Span(place, end),
            said,
            unit=_UNITS.get(said),
            part=PART_WORDS.get(said),
            ordinal=_ORDINALS.get(said, 0),
            also=frozenset(roles),
        )

    def _mark(self, place: int) -> Token:
        kind = _MARKS.get(self._text[place])
        if kind is not None:
            return self._make(kind, place, place + 1)
        found = _WORD.match(self._text, place)
        end = found.end() if found else place + 1
        while end > place + 1 and self._text[end - 1] == ".":
            end -= 1
        return self._make(T.FOREIGN, place, end)


def _narrows(name: str) -> bool:
    """Whether words behind a dash narrow a place; provisions that an annex details only end its name."""
    cited = _CITED.search(name)
    rest = name[cited.end() :] if cited else ""
    return (
        _NARROWED.search(name[: cited.start()] if cited else name) is not None
        or _ANNEXED.search(rest) is not None
    )


_UNITS = {**UNITS, f"{SPOKEN[Kind.ANNEX].lower()} số": Kind.ANNEX}
_KINDS = frozenset(T)
_BEFORE_LABEL = (T.UNIT, T.PART, T.LABEL, T.COMMA, T.JOINT, T.DASH, T.TO, T.SEMICOLON, T.FROM)
_ORDINALS = {**dict.fromkeys(words_of("first"), 1), **dict.fromkeys(words_of("last"), -1)}


@cache
def _phrases() -> tuple[dict[str, list[str]], re.Pattern[str]]:
    """For every phrase of the vocabulary the parts it may play, and a pattern for all of them."""
    roles: dict[str, list[str]] = {}
    for word in _UNITS:
        roles.setdefault(word, []).append(T.UNIT.value)
    for word in PART_WORDS:
        roles.setdefault(word, []).append(T.PART.value)
    for role in _ROLES:
        for word in words_of(role):
            roles.setdefault(word.lower(), []).append(role)
    for word in _ORDINALS:
        roles.setdefault(word, []).append(T.ORDINAL.value)
    longest = sorted(roles, key=lambda word: -len(word))
    either = "|".join(re.escape(word).replace(r"\ ", r"\s+").replace(",", r"\s*,") for word in longest)
    return roles, re.compile(rf"(?:{either})(?!\w)", re.IGNORECASE)


def _phrase_at(text: str, place: int) -> tuple[str, int] | None:
    if place and text[place - 1].isalnum():
        return None
    found = _phrases()[1].match(text, place)
    if found is None:
        return None
    said = re.sub(r"\s+", " ", found.group().lower()).replace(" ,", ",")
    return said, found.end()
