"""How a text names an instrument: "Nghị định này", by number, by name and year, by name alone."""

from __future__ import annotations

import re
from typing import NamedTuple

from kcdocs.law.kinds import unit_pattern
from kcdocs.law.numbers import NUMBER, plain_number
from kcdocs.law.vocabulary import CONSTITUTION, GENERIC, NAMED, TYPES, alternation
from kcdocs.law.vocabulary import names as type_names
from kcdocs.model.address import SPOKEN, Kind
from kcdocs.model.citation import Citation
from kcdocs.parse.names import Names
from kcdocs.text.dates import ANY, from_parts

_TYPES = alternation(type_names())
_LAW = alternation(NAMED)
_NOT_THE_CONSTITUTION = alternation(name for name in NAMED if name != CONSTITUTION)
_THIS = re.compile(rf"({_TYPES}|{GENERIC})\s+này(?!\w)")
_UNITS = unit_pattern(Kind.CLAUSE, Kind.POINT)
_SMALL = "|".join([*(item.name.lower() for item in TYPES if item.small), GENERIC.lower()])
_NO_NAME = rf"{_TYPES}|{SPOKEN[Kind.ARTICLE]}\b|(?:{_UNITS})\b|{_SMALL}"
_LAW_BY_NUMBER = re.compile(
    rf"({_LAW})(?:\s++((?:(?!{_NO_NAME})[^;:.()“”\"]){{1,140}}?))?(?:,?\s+số(?:\s*:)?)?\s+({NUMBER})(?:,?\s+{ANY})?"
)
_BY_NUMBER = re.compile(
    rf"({_TYPES})(?:\s+(của\s++[^,;:.()“”\"]{{1,60}}?))?(?:\s+số(?:\s*:)?)?\s+({NUMBER})(?:,?\s+{ANY})?"
)
_BY_YEAR = re.compile(
    rf"({_LAW})"
    rf"((?:\s+(?!{_TYPES}|này\b|năm\b|số\b|ngày\b)[^\s;:.()“”\"]+){{0,24}}?)"
    rf"\s+(?:năm\s+(\d{{4}})|{ANY})"
)
_BY_NAME = re.compile(rf"({_NOT_THE_CONSTITUTION})\s+(?=[^\W\d_])")
_BEGINS = re.compile(r"(?:^|[.;:!?“\"])\s*$")
_ALONE = re.compile(rf"({_TYPES})(?!\w|\s+(?:số|này|[A-ZĐ]))")


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
    return _by_number(text, start, names) or _by_year(text, start, names) or _by_name(text, start, names)


def read_alone(text: str, start: int) -> Cited | None:
    """A bare type ("Điều 5 của Luật", "Điều 5 Nghị định 35"), which may mean any instrument."""
    found = _ALONE.match(text, start)
    if found is None:
        return None
    return Cited(start, found.end(), Citation(type=found.group(1)), found.group(1), sure=False)


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
    name = (name or "").removesuffix(" số").strip(" ,") if kind in NAMED else ""
    issuer = names.issuer.match(text, found.end())
    citation = Citation(
        kind,
        plain_number(number),
        from_parts(*found.group(4, 5, 6)),
        " ".join(issuer.group(1).split()) if issuer else "",
        "" if name == "số" else name,
    )
    return Cited(start, found.end(), citation, kind)


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
