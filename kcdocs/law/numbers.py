"""Number and symbol of a document: "45/2012/NĐ-CP", "66.18/2026/NQ-CP", "57-NQ/TW", "60-CP".

Source: Decree 30/2020/NĐ-CP, Annex I, II.3 and Annex III; Law 64/2025/QH15, Article 7.3; the numbers of the
gazette of 2019 to 2026, which since Resolution 206/2025/QH15 have one with a dot. A number is taken whole
or not at all.
"""

from __future__ import annotations

import re

from kcdocs.law import limits
from kcdocs.law.vocabulary import TYPES, table
from kcdocs.text.late import late

_PART = r"[A-ZĐƯ][A-Za-zĐđƯư0-9]*(?!\w)"
_COUNT = rf"\d{{1,{limits.COUNT_DIGITS}}}(?:\.\d{{1,{limits.SUBCOUNT_DIGITS}}})?[a-zđ]?"
_ENDS = r"(?![/\w]|\s?[-–]\w)"
_OLD_CODES = sorted({code for item in TYPES for code in item.old}, key=len, reverse=True)
_PARTY: dict[str, str] = table()["party"]
_PARTY_CODE = "|".join(_PARTY)
_OLD_CODE = "|".join(_OLD_CODES)
_OLD_COUNT = rf"\d{{1,{limits.COUNT_DIGITS}}}[a-zđ]?"
_OLD = rf"{_OLD_COUNT}\s?[-–]\s?(?:(?:{_PARTY_CODE})\s?/\s?{_PART}|(?:{_OLD_CODE})\d{{0,2}}(?!\w))"

NUMBER = rf"(?:{_COUNT}\s?/(?:\s?\d{{4}}\s?/)?\s?{_PART}(?:(?:\s?[-–]|[-–]\s){_PART})*{_ENDS}|{_OLD}{_ENDS})"
"""A pattern that takes a whole number and symbol; spaces around its marks are slips of typing."""

_ALONE = late(rf"(?<![\w.,:/–-]){NUMBER}")
_BEHIND = re.compile(r"[Ss]ố\s*:\s*(?=\d)")
_WHOLE = late(NUMBER)
_CODE = re.compile(r"/([A-Za-zĐđƯư]+)-")
_PARTY_NUMBER = re.compile(rf"\d+[a-zđ]?-({_PARTY_CODE})/")
_OLD_NUMBER = re.compile(rf"\d+[a-zđ]?[-/]({_OLD_CODE})\d{{0,2}}$")
_CONSOLIDATED = re.compile(r"/VBHN-")
_BY_SYMBOL = {symbol: item.name for item in TYPES for symbol in item.symbols}
_BY_OLD = {code: item.name for item in TYPES for code in item.old}


def plain_number(number: str) -> str:
    """The number without spaces and with plain hyphens."""
    return "".join(number.split()).replace("–", "-")


def number_in(text: str) -> str:
    """The number and symbol in a header: that behind "Số:", else the first; empty where none is whole."""
    own = _BEHIND.search(text)
    if own is not None:
        found = _WHOLE.match(text, own.end())
        return plain_number(found.group()) if found else ""
    found = _ALONE.search(text)
    return plain_number(found.group()) if found else ""


def said_number(line: str) -> str:
    """The number that a line says it is: whole and behind "Số:" at its begin; empty for any other line."""
    own = _BEHIND.match(line.lstrip())
    return number_in(line) if own is not None else ""


def type_of_symbol(symbol: str) -> str:
    """The type that a symbol stands for ("NĐ": "Nghị định"), empty if for none."""
    return _BY_SYMBOL.get(symbol, "")


SYMBOLS: tuple[str, ...] = tuple(_BY_SYMBOL)
"""What stands for a type in numbers."""


def type_of(number: str) -> str:
    """The type that a number's symbol tells ("45/2012/NĐ-CP": "Nghị định"), empty where it tells none.

    "/QH15" and "/UBTVQH15" tell none: laws, ordinances and resolutions share them (Resolution 203/2025/QH15).
    """
    if party := _PARTY_NUMBER.match(number):
        return _PARTY[party.group(1)]
    if old := _OLD_NUMBER.match(number):
        return _BY_OLD[old.group(1)]
    code = _CODE.search(number)
    return _BY_SYMBOL.get(code.group(1), "") if code else ""


def is_party(number: str) -> bool:
    """Whether a number is a Party document's ("57-NQ/TW"), which is no legal instrument."""
    return _PARTY_NUMBER.match(number) is not None


def is_consolidated(number: str) -> bool:
    """Whether a number is a consolidated text's ("12/VBHN-BCT")."""
    return _CONSOLIDATED.search(number) is not None
