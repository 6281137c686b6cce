"""How a text names an instrument: "Nghị định này", by number, by name and year, by name alone."""

from __future__ import annotations

import re
from typing import NamedTuple

from kcdocs.law.kinds import unit_pattern
from kcdocs.law.numbers import NUMBER, SYMBOLS, plain_number, type_of, type_of_symbol
from kcdocs.law.vocabulary import CONSTITUTION, GENERIC, NAMED, NAMES_OF_LAWS, TYPES, alternation
from kcdocs.law.vocabulary import names as type_names
from kcdocs.model.address import SPOKEN, Kind
from kcdocs.model.citation import Citation
from kcdocs.parse.names import Names
from kcdocs.text.dates import ANY, from_parts
from kcdocs.text.late import late

_TYPES = alternation(type_names())
_LAW = alternation(NAMED)
_NOT_THE_CONSTITUTION = alternation(name for name in NAMED if name != CONSTITUTION)
_THIS = late(rf"({_TYPES}|{GENERIC})\s+này(?!\w)")
_UNITS = unit_pattern(Kind.CLAUSE, Kind.POINT)
_SMALL = "|".join([*(item.name.lower() for item in TYPES if item.small), GENERIC.lower()])
_NO_NAME = rf"{_TYPES}|{SPOKEN[Kind.ARTICLE]}\b|(?:{_UNITS})\b|{_SMALL}"
_LAW_BY_NUMBER = late(
    rf"({_LAW})(?:\s++((?:(?!{_NO_NAME})[^;:.()“”\"]){{1,140}}?))?(?:,?\s+số(?:\s*:)?)?\s+({NUMBER})(?:,?\s+{ANY})?"
)
_BY_NUMBER = late(
    rf"({_TYPES})(?:\s+(của\s++[^,;:.()“”\"]{{1,60}}?))?(?:\s+số(?:\s*:)?)?\s+({NUMBER})(?:,?\s+{ANY})?"
)
_BY_YEAR = late(
    rf"({_LAW})"
    rf"((?:\s+(?!{_TYPES}|này\b|năm\b|số\b(?!\s+(?:năm|ngày)\s)|ngày\b)[^\s;:.()“”\"]+){{0,24}}?)"
    rf"\s+(?:năm\s+(\d{{4}})|{ANY})"
)
_BY_NAME = re.compile(rf"({_NOT_THE_CONSTITUTION})\s+(?=[^\W\d_])")
_BEGINS = re.compile(r"(?:^|[.;:!?“\"])\s*$")
_ALONE = late(rf"({_TYPES})(?!\w|\s+này(?!\w))")
_SYMBOLS = alternation(SYMBOLS)
_BY_SYMBOL = late(rf"({_SYMBOLS})\s+(?:số(?:\s*:)?\s+)?({NUMBER})(?:,?\s+{ANY})?")
_SYMBOL_ALONE = re.compile(rf"({_SYMBOLS})(?=\s+(?:số\s+)?\d|\s+(?:nêu|nói) trên)")
_FURTHER = late(rf"\s*+(?:[,;]\s*+(?:(?:và|hoặc)\s++)?|(?:và|hoặc)\s++)(?:số\s++)?({NUMBER})(?:,?\s+{ANY})?")
_TYPE_NAMES = frozenset(type_names())


class Cited(NamedTuple):
    """An instrument named in a text.

    Attributes:
        start: Where its name begins.
        end: Where it ends.
        citation: What it is; None for the instrument the text belongs to ("Nghị định này").
        type: The type as written.
        sure: False where it is not known where the name ends, or which instrument a bare type means.
    """

    start: int
    end: int
    citation: Citation | None
    type: str
    sure: bool = True


def read(text: str, start: int, names: Names) -> Cited | None:
    """The instrument named at a place of a text.

    Args:
        text: The text, composed.
        start: Where the name must begin.
        names: Instruments known by name.

    Returns:
        The instrument, or None if none is named there.
    """
    found = _THIS.match(text, start)
    if found is not None:
        return Cited(start, found.end(), None, found.group(1))
    numbered = (
        _by_symbol(text, start, names) or _by_number(text, start, names) or _by_year(text, start, names)
    )
    return numbered or _by_short_name(text, start, names) or _by_name(text, start, names)


def read_alone(text: str, start: int, names: Names) -> Cited | None:
    """A type without number or name behind a provision ("Điều 3 của Luật", "Điều 5 Nghị định 35").

    It means the instrument that the text calls so, and else may mean any.
    """
    short = names.short_at(text, start)
    if short is not None:
        return Cited(start, short[0], short[1], short[1].type)
    found = _ALONE.match(text, start)
    if found is not None:
        return Cited(start, found.end(), Citation(type=found.group(1)), found.group(1), sure=False)
    found = _SYMBOL_ALONE.match(text, start)
    if found is None:
        return None
    kind = type_of_symbol(found.group(1))
    return Cited(start, found.end(), Citation(type=kind), kind, sure=False)


def read_further(text: str, before: Cited, names: Names) -> Cited | None:
    """The next number in a list: "Thông tư số 11/2026/TT-BCT, số 12/2027/TT-BCT và 13/2028/TT-BCT".

    Args:
        text: The text.
        before: The instrument named before it.
        names: Instruments known by name.
    """
    found = _FURTHER.match(text, before.end) if before.citation and before.citation.number else None
    if found is None or type_of(plain_number(found.group(1))) not in ("", before.type):
        return None
    return _numbered(text, found.start(1), found, before.type, found.group(1), names)


def write(citation: Citation) -> str:
    """The short form: type and number, for a law type and name (Decree 30/2020, Annex I, II.6)."""
    if citation.title and (citation.type in NAMED or not citation.number):
        return f"{citation.type} {citation.title}"
    return f"{citation.type} số {citation.number}" if citation.number else citation.type


def _by_number(text: str, start: int, names: Names) -> Cited | None:
    found = _LAW_BY_NUMBER.match(text, start) or _BY_NUMBER.match(text, start)
    if found is None:
        return None
    kind, name, number = found.group(1, 2, 3)
    name = _without_sign((name or "").strip(" ,")) if kind in NAMED else ""
    issuer = names.issuer.match(text, found.end())
    citation = Citation(
        kind,
        plain_number(number),
        from_parts(*found.group(4, 5, 6)),
        " ".join(issuer.group(1).split()) if issuer else "",
        "" if name == "số" else name,
    )
    return Cited(start, found.end(), citation, kind)


def _without_sign(name: str) -> str:
    """The name of a law without the "số" of its number; some names end in that word themselves."""
    plain = name.removesuffix(" số").strip(" ,")
    return f"{plain} số" if f"{plain} số" in NAMES_OF_LAWS else plain


def _by_symbol(text: str, start: int, names: Names) -> Cited | None:
    found = _BY_SYMBOL.match(text, start)
    if found is None:
        return None
    return _numbered(text, start, found, type_of_symbol(found.group(1)), found.group(2), names)


def _numbered(text: str, start: int, found: re.Match[str], kind: str, number: str, names: Names) -> Cited:
    """An instrument of a number and, in the last three groups of what was found, a date."""
    issuer = names.issuer.match(text, found.end())
    said = " ".join(issuer.group(1).split()) if issuer else ""
    issued = from_parts(*found.groups()[-3:])
    return Cited(start, found.end(), Citation(kind, plain_number(number), issued, said), kind)


def _by_year(text: str, start: int, names: Names) -> Cited | None:
    found = _BY_YEAR.match(text, start)
    if found is None:
        return None
    kind, name, year = found.group(1), " ".join(found.group(2).split()), found.group(3)
    if not name and kind != CONSTITUTION:
        return None
    known, issued = names.get(name), from_parts(*found.group(4, 5, 6))
    fits = known is not None and known.issued is not None and year == str(known.issued.year)
    citation = known if known and fits else Citation(kind, "", issued, "Quốc hội", name)
    return Cited(start, found.end(), citation, kind)


def _by_short_name(text: str, start: int, names: Names) -> Cited | None:
    """By the name that the text gave it; a bare type means an instrument only behind a provision."""
    short = names.short_at(text, start)
    if short is None or text[start : short[0]] in _TYPE_NAMES:
        return None
    return Cited(start, short[0], short[1], short[1].type)


def _by_name(text: str, start: int, names: Names) -> Cited | None:
    found = _BY_NAME.match(text, start)
    if found is None:
        return None
    end, known, ends = names.at(text, found.end())
    name = text[found.end() : end]
    if not name or (name[0].islower() and _BEGINS.search(text, 0, start)):
        return None
    citation = known or Citation(found.group(1), title=name)
    return Cited(start, end, citation, found.group(1), sure=ends and bool(citation.number or citation.issued))
