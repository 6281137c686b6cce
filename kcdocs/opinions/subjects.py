"""Which draft a letter says it is about, held against the base: the same, another, or not certain.

A letter shortens the name of a draft as it likes: what it leaves out says nothing, what it says besides does.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from kcdocs.law.issuers import BODIES
from kcdocs.law.numbers import NUMBER, plain_number
from kcdocs.law.vocabulary import TYPES, VERBS, alternation
from kcdocs.opinions import limits
from kcdocs.text.casing import CAPITALS
from kcdocs.text.dates import ANY
from kcdocs.text.normalise import content_form, nfc

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kcdocs.model.instrument import Instrument
    from kcdocs.opinions.letters import OpinionLetter

_KINDS = {content_form(name).casefold(): item.name for item in TYPES for name in (item.name, *item.symbols)}
_NAMED = re.compile(
    r"(?<!\w)(?:dự (?:thảo|án)(?: lần \w+)?|xây dựng|(?:góp ý|ý kiến)(?: (?:cho|về|vào|đối với))?)\s+"
    rf"({alternation(name for item in TYPES for name in (item.name, *item.symbols))})(?!\w)",
    re.IGNORECASE,
)
_ENDS = re.compile(
    rf"[;:()\"“”«»]|\.(?!\d)|/\.|,(?=\s*[{CAPITALS}])"
    r"|,?\s(?:sau khi|như|do|kèm|gửi|tại|theo|nêu|nói|này|có|với|cơ bản|được|đã|trên|là|dự thảo)(?!\w)"
)
"""What ends the name of a draft in running text."""

_LAWFUL = alternation(
    content_form(words).casefold()
    for words in (*(item.name for item in TYPES), *(verb.words for verb in VERBS), *BODIES)
)
_COMMON = alternation(
    (
        *("một số điều", "một số nội dung", "quy định chi tiết", "hướng dẫn thi hành", "biện pháp thi hành"),
        *("hướng dẫn", "thực hiện", "thi hành", "quy định", "ban hành", "kèm theo", "nội dung", "về việc"),
        *("của", "về", "việc", "và", "các", "những", "cho", "số", "tại", "đối với", "trong", "theo", "điều"),
    )
)
_NO_SUBJECT = re.compile(rf"(?<!\w)(?:{ANY}|{_LAWFUL}|{_COMMON})(?!\w)")
_SHORT = re.compile(rf"(?<!\w)[{CAPITALS}]{{2,}}(?!\w)")
"""An abbreviation, which another text writes out."""

_QUOTED = re.compile(
    r"(?:quy định|nêu|ghi|viết)(?: là| rằng| như sau)?[\s:]{0,3}[“\"«]([^”\"»]+)", re.IGNORECASE
)


class SubjectVerdict(StrEnum):
    """How what a letter is about stands to the base."""

    OPEN = "open"
    """It does not say which draft."""
    SAME = "same"
    DOUBTFUL = "doubtful"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class DraftName:
    """A draft as a text names it.

    Attributes:
        said: Its name, as written.
        type: Its type ("Nghị định"); empty where that is not said.
        numbers: The instruments that its name cites.
        words: What is left of its name: what it is about.
    """

    said: str
    type: str
    numbers: frozenset[str]
    words: tuple[str, ...]


class Subjects:
    """Holds letters against one base.

    Args:
        base: The draft that was sent out.
    """

    def __init__(self, base: Instrument) -> None:
        cited = base.citation
        self._own = _draft_name(f"{cited.type} {cited.title}", cited.type)
        self._base = base
        self.name = self._own.said if cited.title else base.name

    @cached_property
    def _text(self) -> str:
        return "\n".join(node.text for node in self._base.walk())

    @cached_property
    def _pairs(self) -> frozenset[tuple[str, ...]]:
        return _pairs(_tokens(self._text))

    @cached_property
    def _triples(self) -> frozenset[tuple[str, ...]]:
        return _triples(_tokens(self._text))

    @cached_property
    def _numbers(self) -> frozenset[str]:
        return _numbers(self._text)

    def judged(self, letter: OpinionLetter) -> tuple[SubjectVerdict, str]:
        """How a letter stands to the base, and what it names or quotes that tells so."""
        quoted = self._quoted(letter)
        names = [(self._standing(name), name) for line in letter.subject for name in draft_names(line)]
        found = {standing for standing, _ in names}
        strange = [name for standing, name in names if standing is SubjectVerdict.OTHER]
        if SubjectVerdict.SAME in found:
            return (SubjectVerdict.DOUBTFUL, quoted) if quoted else (SubjectVerdict.SAME, "")
        if strange:
            kinds = {name.type for name in strange}
            named = any(
                self._standing(name) is SubjectVerdict.SAME
                for line in letter.lines
                for name in draft_names(line)
            )
            certain = not named and all(
                standing is SubjectVerdict.OTHER or (standing is SubjectVerdict.OPEN and name.type in kinds)
                for standing, name in names
            )
            return SubjectVerdict.OTHER if certain else SubjectVerdict.DOUBTFUL, strange[0].said
        doubtful = next(
            (name.said for standing, name in names if standing is SubjectVerdict.DOUBTFUL), quoted
        )
        return (SubjectVerdict.DOUBTFUL, doubtful) if doubtful else (SubjectVerdict.OPEN, "")

    def _standing(self, name: DraftName) -> SubjectVerdict:
        own = self._own
        if not own.type and not own.words and not own.numbers:
            return SubjectVerdict.OPEN
        typed = not own.type or name.type == own.type
        titled = _share(name.words, _pairs(own.words)) if own.words else _share(name.words, self._pairs)
        about = titled >= limits.SUBJECT
        if own.numbers and name.numbers and not name.numbers & own.numbers:
            near = any(_is_slip(one, other) for one in name.numbers for other in own.numbers)
            return SubjectVerdict.DOUBTFUL if near or (name.words and about) else SubjectVerdict.OTHER
        cited = name.numbers & (own.numbers or self._numbers)
        if cited or (len(name.words) > 1 and about):
            return SubjectVerdict.SAME if typed else SubjectVerdict.DOUBTFUL
        if len(name.words) < 2:  # one word may be an abbreviation or a slip
            return SubjectVerdict.OPEN if typed and not name.numbers else SubjectVerdict.DOUBTFUL
        strange = not titled and _share(name.words, self._triples) < limits.SUBJECT
        return SubjectVerdict.OTHER if strange or not typed else SubjectVerdict.DOUBTFUL

    def _quoted(self, letter: OpinionLetter) -> str:
        """What a letter quotes of its draft, where none of it stands in the base; empty otherwise."""
        quotes = [row.quoted for row in letter.rows]
        quotes += [match[1] for line in letter.lines for match in _QUOTED.finditer(line)]
        long = [words for words in quotes if len(words) >= limits.RECOGNISED]
        shares = [_share(tuple(_tokens(words)), self._pairs) for words in long]
        return long[0] if len(long) >= limits.QUOTES and max(shares) < limits.SUBJECT else ""


def draft_names(text: str) -> list[DraftName]:
    """The drafts that a text names ("dự thảo Nghị định về khuyến công")."""
    plain = " ".join(nfc(text).split())
    found = []
    for match in _NAMED.finditer(plain):
        behind = plain[match.end() :]  # in capitals, a capital behind a comma ends nothing
        rest = _ENDS.split(behind.lower() if match[0].isupper() else behind, maxsplit=1)[0].rstrip(" ,")
        kind = _KINDS[content_form(match[1]).casefold()]
        found.append(_draft_name(f"{match[1]}{rest}", kind))
    return found


def _draft_name(said: str, kind: str) -> DraftName:
    numbers = _numbers(said)
    plain = _SHORT.sub(" ", re.sub(NUMBER, " ", nfc(said)))
    words = _tokens(_NO_SUBJECT.sub(" ", content_form(plain).casefold()))
    return DraftName(said.strip(), kind, numbers, tuple(words))


def _numbers(text: str) -> frozenset[str]:
    return frozenset(plain_number(found).upper() for found in re.findall(NUMBER, nfc(text), re.IGNORECASE))


def _tokens(text: str) -> list[str]:
    return re.findall(r"\w+", content_form(text).casefold())


def _pairs(words: Sequence[str]) -> frozenset[tuple[str, ...]]:
    """Every two words that follow one another."""
    return frozenset(pairwise(words))


def _triples(words: Sequence[str]) -> frozenset[tuple[str, ...]]:
    return frozenset(zip(words, words[1:], words[2:], strict=False))


def _share(words: Sequence[str], known: frozenset[tuple[str, ...]]) -> float:
    """How much of what a name says is known, by pairs or triples of words as `known` holds them (0 to 1)."""
    size = len(next(iter(known), ()))
    own = _triples(words) if size > 2 and len(words) > 2 else _pairs(words)
    return len(own & known) / len(own) if own else 0.0


def _is_slip(one: str, other: str) -> bool:
    """Whether two numbers differ by what one slip of typing makes."""
    return OSA.distance(one, other) <= 1
