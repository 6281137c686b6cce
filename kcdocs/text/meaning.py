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
from typing import TYPE_CHECKING

from kcdocs.model.address import UNITS
from kcdocs.text import limits
from kcdocs.text.late import late
from kcdocs.text.normalise import INVISIBLE
from kcdocs.text.variants import encoding_form, spelling_form

if TYPE_CHECKING:
    from collections.abc import Callable

_SPACE = r"[ \u00a0\u202f]"
_LETTERS = rf"[^\W\d_²³¹⁰⁴-⁹₀-₉]++|[\u0300-\u036f{INVISIBLE}]++"
_TOKEN = late(
    rf"(?P<number>\d{{1,3}}+(?:{_SPACE}\d{{3}}){{1,{limits.SPACED_GROUPS}}}(?!\d)|\d++(?:[.,:]\d++){{0,{limits.MOST_GROUPS}}})"
    rf"|(?P<word>(?>(?:{_LETTERS})+))"
    r"|(?P<raised>[²³¹⁰⁴-⁹]++)"
    r"|(?P<lowered>[₀-₉]++)"
    r"|(?P<bracket>[()\[\]{}](?= ?[+=×÷*√^∑])|[)\]}](?=[/₀-₉²³¹⁰⁴-⁹])"
    r"|(?<=[-–−+=/×÷*√^∑])[(\[{]|(?<=[-–−+=×÷*√^∑] )[(\[{]"
    r"|[(\[{](?=[^\W_]{1,9} ?[+=×÷*√^−]))"
    r"|(?P<bullet>(?:(?<=\n)|^)[^\S\n]{0,8}[-–—−‑•*▪◦●○■□+·](?=\s))"
    r"|(?P<dash>[-–—−‑‐])"
    r"|(?P<quote>[“”„‟«»″\"])"
    r"|(?P<mark>[.,;:!?…'‘’‚‛′()\[\]{}|_]++)"
    r"|(?P<sign>\S)"
)
_DENYING = frozenset({"không", "chưa", "chẳng", "trừ"})
"""Words beside which a comma may turn the sense: "không, được" and "không được"."""

_NAMED = frozenset(name.lower() for unit in UNITS for name in unit.split()) | {"mẫu", "số", "biểu", "bảng"}
_MEASURES = frozenset(["m", "cm", "dm", "mm", "km", "ha"])
_COUNTED = frozenset(
    re.findall(
        r"\S+",
        "ngày tháng năm tuần quý giờ phút giây lần người hộ đồng nghìn ngàn triệu tỷ tỉ trăm phần "
        "kg g tấn tạ yến m cm dm mm km ha lít kw mw kwh đơn bản bộ cơ đề %",
    )
)
"""What is counted: a number before it is no mark of a note, though it sticks to the word before."""

_NOTED = late(r"(?=\w*[à-ỹÀ-Ỹ])[^\W\d_]{2,}|[a-z]{2,}")
_MEGA = re.compile(r"[mM](?:W|Wh|V|VA|A|Hz|Pa|J|g|l|L|m|w|wh|hz|pa)")
_BYTES = re.compile(r"[kKmMgGtT]?[bB](?:ps)?")
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
    found = list(_TOKEN.finditer(text))
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
    kind = match.lastgroup or ""
    if kind in _READ:
        return _READ[kind](found, place)
    if kind == "mark":
        return ("mark", ",") if _denies(found, place - 1) or _denies(found, place + 1) else None
    return None if kind == "bullet" else (kind, _SIGNS.get(kind) or encoding_form(match.group()))


def _number(found: list[re.Match[str]], place: int) -> _Key:
    words = re.sub(rf"(?<=\d)(?:\.|{_SPACE})(?=\d{{3}}(?!\d))", "", found[place].group())
    return ("note" if _is_note(found, place) else "number"), words


def _is_note(found: list[re.Match[str]], place: int) -> bool:
    """Whether a number may be the mark of a note: it sticks to a word, names no unit, counts nothing."""
    match = found[place]
    word = found[place - 1].group() if place and found[place - 1].end() == match.start() else ""
    after = found[place + 1] if place + 1 < len(found) else None
    if not match.group().isdigit() or len(match.group()) > limits.NOTE_FIGURES or not _NOTED.fullmatch(word):
        return False
    if word.lower() in _NAMED | _MEASURES:
        return False
    return after is None or not (after.group().lower() in _COUNTED or _sticks(after, match))


def _sticks(after: re.Match[str], before: re.Match[str]) -> bool:
    return after.lastgroup == "word" and after.start() == before.end()


def _word(found: list[re.Match[str]], place: int) -> _Key:
    """A word, its case kept only where it tells a million from a thousandth, a byte from a bit, S from s."""
    words = found[place].group()
    if len(words) == 1 and (_reckons(found, place - 1) or _reckons(found, place + 1)):
        return "word", words
    if place and found[place - 1].lastgroup == "number":
        if _MEGA.fullmatch(words):
            return "word", words[0] + words[1:].lower()
        if _BYTES.fullmatch(words):
            return "word", words.lower().replace("b", "b" if "b" in words else "B")
    return "word", spelling_form(words)


def _reckons(found: list[re.Match[str]], place: int) -> bool:
    return 0 <= place < len(found) and found[place].group() in {"+", "=", "×", "÷", "√", "^"}


def _raised(found: list[re.Match[str]], place: int) -> _Key:
    """Raised figures: those of a measure are as often written on the line."""
    figures = found[place].group().translate(_FIGURES)
    if _is_note(found, place):
        return "note", figures
    measure = place and found[place - 1].group().lower() in _MEASURES
    return ("number", figures) if measure else ("raised", f"^{figures}")


def _lowered(found: list[re.Match[str]], place: int) -> _Key:
    """Lowered figures: those of a name ("CO₂") are as often written on the line."""
    figures = found[place].group().translate(_FIGURES)
    named = place and found[place - 1].lastgroup == "word"
    return ("number", figures) if named else ("lowered", f"_{figures}")


def _denies(found: list[re.Match[str]], place: int) -> bool:
    return 0 <= place < len(found) and found[place].group().lower() in _DENYING


_FIGURES = str.maketrans("²³¹⁰⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉", "23104567890123456789")
_SIGNS = {"dash": "-", "quote": '"'}
_READ: dict[str, Callable[[list[re.Match[str]], int], _Key]] = {
    "number": _number,
    "word": _word,
    "raised": _raised,
    "lowered": _lowered,
}
