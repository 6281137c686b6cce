"""Instruments as people write them: "NĐ 45", "nghi dinh 45/2012/nd-cp", "45–2012–NĐ–CP", a short title."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kcdocs.law.numbers import type_of
from kcdocs.law.vocabulary import TYPES
from kcdocs.text.late import late
from kcdocs.text.normalise import bare, nfc

if TYPE_CHECKING:
    from kcdocs.model.citation import Citation


def _plain(words: str) -> str:
    """Words without marks, in small letters, parted by single spaces; a dot inside a number counts as "x"."""
    dotted = re.sub(r"(?<=\d)\.(?=\d)", "x", bare(nfc(words)))
    return " ".join("".join(char if char.isalnum() else " " for char in dotted).split())


_TYPES = {_plain(word): _plain(item.name) for item in TYPES for word in (item.name, *item.symbols)}
"""What names a type, in full or for short, without marks → the type's full name without marks."""

_TYPE = "|".join(sorted(_TYPES, key=len, reverse=True))
_NUMBERED = late(
    rf"(?:(?P<type>{_TYPE}) )?(?:so )?0*(?P<serial>\d{{1,5}}(?:x\d{{1,4}})?)"
    r"(?: (?:nam )?(?P<year>\d{4}))?(?: (?P<symbol>.+))?"
)
_TITLED = late(rf"(?:(?P<type>{_TYPE}) )?(?:ve )?(?P<title>.+)")
_AFTER = re.compile(r" (?:ngay|cua|ve|quy dinh|sua doi|huong dan) .*")
"""What a full citation says behind the number: date, issuer, title."""

_NEAR, _GUESSES = 0.75, 3
"""Likeness from which a number may be meant (one figure of four is another); how many are asked about."""

_FILE = re.compile(r"\.[A-Za-z]{2,5}$|\\")
"""What the name of a file has and a number never has: an ending, a backslash."""

_SYMBOL = re.compile(r"[a-z]+\d*(?: [a-z]+\d*){0,4}")


@dataclass(frozen=True, slots=True)
class Named:
    """What a person's words say of an instrument; without marks, small letters, words parted by spaces.

    Attributes:
        type: Its type ("nghi dinh"), or empty.
        serial: Its number ("45", "66x18"); empty if the words are a title.
        year: Its year, or empty.
        symbol: Letters behind the number ("nd cp"), or empty.
        title: Its title, where there is no number.
    """

    type: str = ""
    serial: str = ""
    year: str = ""
    symbol: str = ""
    title: str = ""

    def full(self) -> bool:
        """Whether the words name one instrument of all: number, symbol."""
        return bool(self.serial and self.symbol)

    def fits(self, citation: Citation) -> bool:
        """Whether an instrument is one of those meant."""
        if self.type and self.type != _plain(citation.type or type_of(citation.number)):
            return False
        if self.title:
            return self.title == _plain(citation.title).removeprefix("ve ")
        known = name(citation.number)
        if known is None or self.serial != known.serial or (self.year and self.year != known.year):
            return False
        return _symbol_fits(self.symbol, known.symbol)


def name(words: str) -> Named | None:
    """What words say, where they have the form of a number of an instrument; None for any others."""
    found = None if _FILE.search(words.strip()) else _NUMBERED.fullmatch(_AFTER.sub("", _plain(words)))
    if found is None:
        return None
    symbol = found["symbol"] or ""
    if (symbol and not _SYMBOL.fullmatch(symbol)) or not (symbol or found["year"] or found["type"]):
        return None
    return Named(_TYPES.get(found["type"], ""), found["serial"], found["year"] or "", symbol)


def title(words: str) -> Named:
    """What words say, taken for a title."""
    found = _TITLED.fullmatch(_plain(words))
    if found is None:
        return Named()
    return Named(_TYPES.get(found["type"], ""), title=found["title"])


def matches(words: str, known: Iterable[Citation]) -> list[Citation]:
    """The instruments that words may mean: the one of exactly that number, else all that fit."""
    every = list(known)
    plain = _plain(words)
    exact = [item for item in every if _plain(item.number) == plain]
    wanted = name(words) or title(words)
    return exact[:1] or [item for item in every if (wanted.serial or wanted.title) and wanted.fits(item)]


def near(words: str, known: Iterable[Citation]) -> Iterator[str]:
    """Numbers near the one named, nearest first; of equally near ones those with the same serial first."""
    from rapidfuzz import process  # noqa: PLC0415 - names are guessed only after a fault
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - the same

    forms = {_plain(item.number): item.number for item in known}
    found = name(words)
    parts = (found.serial, found.year, found.symbol) if found else (_plain(words),)
    written = " ".join(part for part in parts if part)
    best = process.extract(written, forms.keys(), scorer=OSA.normalized_similarity, score_cutoff=_NEAR)
    best.sort(key=lambda item: (-item[1], item[0].split()[0] != written.split()[0]))
    yield from (forms[form] for form, _, _ in best[:_GUESSES])


def printed_number(words: str) -> str:
    """A full number as it is printed: "45/2012/nđ–cp" → "45/2012/NĐ-CP"; other words as they are."""
    plain = re.sub(r"[‐-―−]", "-", nfc(words.strip()))
    found = re.search(r"(?<!\d)\d+(?:\.\d+)?/(?:\d{4}/)?[^\W\d_][\w-]*", plain)
    number = found.group(0) if found else words.strip()
    return number.upper() if number == number.lower() else number


def _symbol_fits(said: str, known: str) -> bool:
    """Whether letters are the symbol, run together or parted, or its first parts: "nd" for "nd cp"."""
    first = f"{known} ".startswith(f"{said} ")
    return not said or first or said.replace(" ", "") == known.replace(" ", "")
