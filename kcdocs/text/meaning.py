"""What of a text carries meaning: its words, numbers and the signs that may change the law.

Two texts whose signs of meaning are the same differ in form only: in case, punctuation, spaces, bullets, or
spelling. A sign is judged where it stands, never on its own: a dash between two things means "to", one at the
head of a line is a bullet; a comma is form, but not beside "không".
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby

from kcdocs.model.address import UNITS
from kcdocs.text import limits
from kcdocs.text.normalise import INVISIBLE
from kcdocs.text.variants import encoding_form, spelling_form

_SPACE = r"[ \u00a0\u202f]"
_LETTER = rf"[^\W\d_²³¹⁰⁴-⁹₀-₉]|[\u0300-\u036f{INVISIBLE}]"
_TOKEN = re.compile(
    rf"(?P<number>\d{{1,3}}(?:\.\d{{3}})+(?![\d.]\d)(?:,\d+)?|\d{{1,3}}(?:{_SPACE}\d{{3}})+(?!\d)(?:,\d+)?|\d+(?:[.,:]\d+)*)"
    rf"|(?P<word>(?:{_LETTER})+)"
    r"|(?P<raised>[²³¹⁰⁴-⁹]+)"
    r"|(?P<bullet>(?:(?<=\n)|^)\s*[-–—−‑•*▪◦●○■□+·](?=\s))"
    r"|(?P<dash>[-–—−‑‐])"
    r"|(?P<quote>[“”„‟«»″\"])"
    r"|(?P<mark>[.,;:!?…'‘’‚‛′()\[\]{}|_]+)"
    r"|(?P<sign>\S)"
)
_DENYING = frozenset({"không", "chưa", "chẳng", "trừ"})
"""Words beside which a comma may turn the sense: "không, được" and "không được"."""

_NAMED = frozenset(name.lower() for unit in UNITS for name in unit.split()) | {"mẫu", "số", "biểu", "bảng"}
_MEASURES = frozenset("m cm dm mm km ha".split())
_COUNTED = frozenset(
    "ngày tháng năm tuần quý giờ phút giây lần người hộ đồng nghìn ngàn triệu tỷ tỉ trăm phần kg g tấn tạ yến m cm "
    "dm mm km ha lít kw mw kwh đơn bản bộ cơ đề".split()
)
"""What is counted: a number before it is no mark of a note, though it sticks to the word before."""

_MEGA = re.compile(r"[mM](?:W|Wh|V|VA|A|Hz|Pa|J|g|l|L|m|w|wh|hz|pa)")
_BYTES = re.compile(r"[kKmMgGtT]?[bB](?:ps)?")
_LONGEST_MARK = 3
_Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Meaning:
    """The signs of meaning of a text, in order.

    Attributes:
        keys: What each says: its kind and its words.
        starts: Where each starts, in code points.
        ends: Where each ends.
        quotes: How many quotation marks the text has.
    """

    keys: tuple[_Key, ...]
    starts: tuple[int, ...] = field(repr=False)
    ends: tuple[int, ...] = field(repr=False)
    quotes: int

    def within(self, start: int, end: int) -> list[_Key]:
        """The signs that stand, wholly or in part, in a stretch."""
        return list(self.keys[bisect_right(self.ends, start) : bisect_left(self.starts, end)])


@lru_cache(maxsize=limits.KEPT_FORMS)
def meaning(text: str) -> Meaning:
    """The signs of meaning of a text.

    Args:
        text: The whole text of a provision, so that each sign is judged where it stands.
    """
    found = [match for match in _TOKEN.finditer(text)]
    keys: list[_Key] = []
    starts: list[int] = []
    ends: list[int] = []
    for place, match in enumerate(found):
        key = _key(found, place)
        if key is not None:
            keys.append(key)
            starts.append(match.start())
            ends.append(match.end())
    return Meaning(tuple(keys), tuple(starts), tuple(ends), sum(key[0] == "quote" for key in keys))


def same_meaning(old: str, new: str, at: tuple[int, int], to: tuple[int, int]) -> bool:
    """Whether a stretch of one text says the same as a stretch of another, form aside.

    Where all quotation marks of one text are missing from the other, they are form; where one was moved, what
    is quoted changed. The number of a note that sticks to a word is form only where the other text has the
    word without any.

    Args:
        old: The old text, whole.
        new: The new text, whole.
        at: Start and end of the stretch of the old one.
        to: Start and end of the stretch of the new one.
    """
    before, after = meaning(old), meaning(new)
    left, right = before.within(*at), after.within(*to)
    if before.quotes != after.quotes:
        left, right = _without("quote", left), _without("quote", right)
    if _plain(left) == _plain(right):
        return True
    if _any("note", left) == _any("note", right):
        return False
    return _plain(_without("note", left)) == _plain(_without("note", right))


def _plain(keys: list[_Key]) -> list[str]:
    """What signs say, words in a row run together: a space lost or put in is form."""
    said: list[str] = []
    for words in (list(run) for _, run in groupby(keys, key=lambda key: key[0] == "word")):
        if words[0][0] == "word":
            said.append("".join(word for _, word in words))
        else:
            said += [word for _, word in words]
    return said


def _without(kind: str, keys: list[_Key]) -> list[_Key]:
    return [key for key in keys if key[0] != kind]


def _any(kind: str, keys: list[_Key]) -> bool:
    return any(key[0] == kind for key in keys)


def _key(found: list[re.Match[str]], place: int) -> _Key | None:
    """What a token says; None if it is form."""
    match = found[place]
    match match.lastgroup:
        case "number":
            return _number(found, place)
        case "word":
            return "word", _word(found, place)
        case "raised":
            return _raised(found, place)
        case "dash":
            return "dash", "-"
        case "quote":
            return "quote", '"'
        case "sign":
            return "sign", encoding_form(match.group())
        case "mark" if _denies(found, place - 1) or _denies(found, place + 1):
            return "mark", ","
        case _:
            return None


def _number(found: list[re.Match[str]], place: int) -> _Key:
    words = re.sub(rf"(?<=\d)(?:\.|{_SPACE})(?=\d{{3}}(?!\d))", "", found[place].group())
    return ("note" if _is_note(found, place) else "number"), words


def _is_note(found: list[re.Match[str]], place: int) -> bool:
    """Whether a number may be the mark of a note: it sticks to a word that names no unit, nothing is counted."""
    match = found[place]
    if place == 0 or found[place - 1].lastgroup != "word" or found[place - 1].end() != match.start():
        return False
    word, after = found[place - 1].group(), found[place + 1 : place + 2]
    if len(match.group()) > _LONGEST_MARK or not match.group().isdigit() or len(word) == 1:
        return False
    if word.lower() in _NAMED | _MEASURES or (word.isupper() and word.isascii()):
        return False
    counted = bool(after) and (after[0].group().lower() in _COUNTED or after[0].group() == "%")
    return not counted and not (after and after[0].start() == match.end() and after[0].lastgroup == "word")


def _word(found: list[re.Match[str]], place: int) -> str:
    """A word, its case kept only where it tells a million from a thousandth."""
    words = found[place].group()
    if place and found[place - 1].lastgroup == "number" and (_MEGA.fullmatch(words) or _BYTES.fullmatch(words)):
        return words[0] + words[1:].lower() if _MEGA.fullmatch(words) else words[:-1].lower() + words[-1]
    return spelling_form(words)


def _raised(found: list[re.Match[str]], place: int) -> _Key:
    """Raised figures: those of a measure are as often written on the line."""
    figures = found[place].group().translate(_FIGURES)
    measure = place and found[place - 1].group().lower() in _MEASURES
    return ("number", figures) if measure else ("raised", f"^{figures}")


def _denies(found: list[re.Match[str]], place: int) -> bool:
    return 0 <= place < len(found) and found[place].group().lower() in _DENYING


_FIGURES = str.maketrans("²³¹⁰⁴⁵⁶⁷⁸⁹", "2310456789")
