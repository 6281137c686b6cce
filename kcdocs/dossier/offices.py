"""Names of the bodies that gave an opinion: found in running text, told apart however they are written.

A text is taken as words: what stands for the kind of a place is left out ("Sở Công Thương tỉnh A" is "Sở
Công Thương A"), short forms are written out, a word in capitals may stand for the first letters of several.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kcdocs.law.issuers import ASKED, BODIES, CITY, PLACE_KINDS, SHORT_FORMS
from kcdocs.law.papers import LETTER
from kcdocs.text.normalise import bare, content_form

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_WORD = re.compile(r"[^\W_]+(?:&[^\W_]+)*|[^\s]")
_SHORT = (
    *((re.compile(rf"(?<!\w){short}(?!\w)"), whole) for short, whole in SHORT_FORMS.items()),
    (re.compile(r"(?<!\w)(?:TP|Tp)\.? ?(?=[^\W\d_])"), f"{CITY} "),
)
_PLACES = re.compile(rf" (?:{'|'.join(PLACE_KINDS)})(?= [^\W_])", re.IGNORECASE)
_BRACKETS = re.compile(rf"\([^()]{{0,200}}\)|(?:tại|theo) (?:{LETTER}|văn bản)[^;]{{0,120}}", re.IGNORECASE)
_BULLET = re.compile(r"^\s*(?:[-+•*]|\(?\d{1,3}[.)])\s*")
_ENDS = frozenset(',;:.()/–-"')
_AND = "và"
_JOINS = frozenset((_AND, "&", ","))
_ALL = "các"
_GENERAL = frozenset((_ALL, "những", "một", "nhiều"))
"""Words behind the head of a name that make it the name of no single body: "Bộ các nước"."""
_PLACED = frozenset(("địa", *(kind.split()[0] for kind in PLACE_KINDS)))
_STOPS = frozenset(
    re.findall(
        r"\w+",
        "bằng cho chưa còn có cùng cũng do đã để đến đề đối được gửi góp khi không kiến là lần nêu nên nhất"
        " như nhưng phản rằng tại tham theo thì thống trả trên trong từ và vào về vì với xin ý",
    )
)
"""Small words that stand in no name of a body and so end one."""


@dataclass(frozen=True, slots=True)
class Office:
    """A body as a paper names it.

    Attributes:
        name: The name as it stands there.
        words: Its words, by which it is told from others.
    """

    name: str
    words: tuple[str, ...]

    def is_same(self, other: Office) -> bool:
        """Whether two names are of one body: the same, one of them in short, or one without its place."""
        ours, theirs = self.words, other.words
        return _spells(ours, theirs) or _spells(theirs, ours)


def offices_in_cell(lines: Iterable[str]) -> tuple[Office, ...]:
    """The bodies that a cell of a table names, a line or a part between semicolons each.

    Args:
        lines: The lines of the cell.
    """
    found = []
    for line in lines:
        for part in _BRACKETS.sub("", content_form(line)).split(";"):
            name = _BULLET.sub("", part).strip(" .,")
            named = offices_in(name) if name else ()
            found += [Office(name, _words(name))] if len(named) < 2 and _may_name(name) else list(named)
    return tuple(found)


def offices_in(text: str) -> tuple[Office, ...]:
    """The bodies that running text names, in their order; those of a kind together are left out.

    Args:
        text: A sentence.
    """
    return offices_and_rest(text)[0]


def offices_and_rest(text: str) -> tuple[tuple[Office, ...], str]:
    """The bodies that running text names, and its other words.

    Args:
        text: A sentence.
    """
    words = _tokens(_BRACKETS.sub("", content_form(text)))
    found, rest, at = [], [], 0
    while at < len(words):
        end = _end(words, at)
        if end:
            name = " ".join(words[at:end]).replace(" ,", ",")
            found.append(Office(name, _words(name)))
        else:
            rest.append(words[at])
        at = end or at + 1
    return tuple(found), " ".join(rest)


def _may_name(name: str) -> bool:
    return (
        bool(name) and any(map(str.isalpha, name)) and not bare(name).startswith((bare(LETTER), "van ban so"))
    )


def _tokens(text: str) -> list[str]:
    for pattern, whole in _SHORT:
        text = pattern.sub(whole, text)
    return _WORD.findall(text)


def _words(name: str) -> tuple[str, ...]:
    words = _tokens(_PLACES.sub("", " ".join(_tokens(name))))
    return tuple(word if _is_initials(word) else word.casefold() for word in words if word not in _ENDS)


def _is_initials(word: str) -> bool:
    return len(word) > 1 and word.isupper() and not word.isdigit()


_HEADS = sorted((tuple(head.split()) for head in ASKED), key=len, reverse=True)
_KNOWN = sorted((tuple(_tokens(name)) for name in BODIES), key=len, reverse=True)


def _end(words: Sequence[str], at: int) -> int:
    """Where the name ends that begins at a word; 0 if none begins there, or that of no single body."""
    known = next((name for name in _KNOWN if tuple(words[at : at + len(name)]) == name), None)
    if known:
        return at + len(known)
    start = at + _head(words, at)
    end = start
    while start > at and end < len(words) and _goes_on(words, end):
        end += 1
    inner = words[start:end]
    named = any(word[:1].isupper() for word in inner)
    return end if named and inner[0] not in _GENERAL and not _is_of_many(inner) else 0


def _is_of_many(words: Sequence[str]) -> bool:
    """Whether words name bodies of several places: "Sở Công Thương các tỉnh", "… các tỉnh Hà Nam, Huế"."""
    after = [words[at + 1 :][:1] for at, word in enumerate(words) if word == _ALL]
    return any(not word or word[0][:1].isupper() or word[0] in _PLACED for word in after)


def _head(words: Sequence[str], at: int) -> int:
    """How many words the head of a name has that begins at a word; 0 if none begins there."""
    return next((len(head) for head in _HEADS if tuple(words[at : at + len(head)]) == head), 0)


def _goes_on(words: Sequence[str], at: int) -> bool:
    """Whether a name goes on at a word, which is not its head."""
    word = words[at]
    joined = word == _AND and at + 1 < len(words) and not _head(words, at + 1)
    return joined or not (word in _ENDS or word in _STOPS or word == _AND)


def _spells(short: Sequence[str], name: Sequence[str]) -> bool:
    """Whether words are those of a name, a word in capitals the first letters of several of it."""
    if not short:
        return True  # what is left of the name is its place
    if not name:
        return False
    if _is_initials(short[0]) and not _is_initials(name[0]):
        letters = short[0].replace("&", "")
        rest, taken = list(name), 0
        while rest and taken < len(letters):
            word = rest.pop(0)
            if word in _JOINS:
                continue
            if word[:1].upper() != letters[taken]:
                return False
            taken += 1
        return taken == len(letters) and _spells(short[1:], rest)
    return short[0].casefold() == name[0].casefold() and _spells(short[1:], name[1:])
