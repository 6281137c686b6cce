"""Who issues instruments: their names in running text, their kind, and the level they stand on.

Source: Law 64/2025/QH15, Articles 10 to 22, as amended by Law 87/2025/QH15.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from kcdocs.law import limits
from kcdocs.law.vocabulary import TITLES, TYPES, alternation, table
from kcdocs.model.citation import Citation
from kcdocs.text.casing import CAPITALS
from kcdocs.text.normalise import fold_tones

_PLACES: dict[str, list[str]] = table()["places"]
PLACE_KINDS = tuple(word for words in _PLACES.values() for word in words)
"""What a place of a level of administration is: "tỉnh", "thị trấn"."""
CITY = _PLACES["tinh"][1]
"""What a city is that stands beside a province."""

_UNIT = alternation(PLACE_KINDS)
_PLACE = rf"(?:\s+(?:{_UNIT}))?(?:\s+(?:-\s+)?[{CAPITALS}]\w*){{0,{limits.PLACE_WORDS}}}"


class Level(StrEnum):
    """Where an issuer stands; the names are those of the law's terms for the day of effect."""

    CENTRAL = "central"
    PROVINCE = "tinh"
    DISTRICT = "huyen"
    COMMUNE = "xa"


@dataclass(frozen=True, slots=True)
class Issuer:
    """A kind of issuer.

    Attributes:
        key: "bo-truong", "uy-ban-tinh".
        names: How its name begins.
        symbols: The end of its numbers ("CP" of "45/2012/NĐ-CP").
        level: Where it stands.
    """

    key: str
    names: tuple[str, ...]
    symbols: tuple[str, ...]
    level: Level


ISSUERS: tuple[Issuer, ...] = tuple(
    Issuer(row["key"], tuple(row["names"]), tuple(row.get("symbols", ())), Level(row.get("place", "central")))
    for row in table()["issuer"]
)
"""Every kind of issuer of legal instruments."""

BODIES: tuple[str, ...] = tuple(table()["names"]["bodies"])
"""Bodies as running text writes their names."""

_HEADS: tuple[str, ...] = tuple(table()["names"]["heads"])
LOCAL: tuple[str, ...] = tuple(table()["names"]["local"])
"""Bodies of which every place has one."""

ASKED: tuple[str, ...] = tuple(
    dict.fromkeys([*table()["issuing"]["begins"], *LOCAL, *table()["names"]["asked"]])
)
"""How the name of a body begins that may give its opinion on a draft."""

SHORT_FORMS: dict[str, str] = table()["names"]["short"]
"""Short forms within names of bodies, and what they stand for."""

_HEAD_OF: dict[str, str] = table()["heads"]
BEGINNINGS: tuple[str, ...] = tuple(
    dict.fromkeys(
        [
            *table()["issuing"]["begins"],
            *(name.strip() for item in ISSUERS for name in item.names),
            *BODIES,
            *LOCAL,
            *TITLES,
        ]
    )
)
"""How the name or title of one who issues begins, as running text writes it."""

JOINT: str = table()["issuing"]["joint"]
"""How a sentence begins that names several who issue together."""

_MINISTRIES = re.compile(rf"B[A-ZĐ]{{1,{limits.MINISTRY_LETTERS}}}|{'|'.join(table()['ministries'])}")
_YEAR = re.compile(r"/\s?\d{4}\s?/")
_SYMBOL = re.compile(r"[/-]([A-Za-zĐđƯư]+?)\d{0,2}$")
_MINISTER = next(item for item in ISSUERS if item.key == "bo-truong")
_HEADS_TITLE, _MINISTRY = _MINISTER.names[:2]
_BY_HEAD = frozenset(item.name for item in TYPES if item.head)
_SYMBOLS = {item.name: item.symbols[0] for item in TYPES if item.symbols}
_BY_CAPITALS = {name.upper(): name for name in BODIES}


def pattern(known: Iterable[str] = ()) -> str:
    """A pattern that takes an issuer's whole name as running text writes it, no groups.

    Args:
        known: Names of institutions besides those of the vocabulary: the catalogue's.
    """
    bodies = alternation((*BODIES, *known)).replace("Thường\\s+vụ", "[Tt]hường\\s+vụ")
    there = rf"(?:Chủ\s+tịch\s+)?(?:{alternation(LOCAL)}){_PLACE}"
    head = rf"(?:{alternation(_HEADS)})"
    return rf"(?:(?:{head}\s+)?(?:{bodies})|{there})(?!\w)"


def from_capitals(name: str) -> str:
    """An institution's name as running text writes it ("BỘ CÔNG THƯƠNG": "Bộ Công Thương"), else as given.

    A ministry that is not known is named as most are: "BỘ THỬ NGHIỆM" is "Bộ Thử nghiệm".
    """
    if name not in _BY_CAPITALS and name.startswith(_MINISTRY.upper()):
        return f"{_MINISTRY}{name.removeprefix(_MINISTRY.upper()).capitalize()}"
    return _BY_CAPITALS.get(name, name)


def named_issuer(type_: str, body: str) -> str:
    """Who issues an instrument whose header names a body: of a circular the head of the body.

    Source: 2 205 of 2 437 lines of the gazette that name a circular say "của Bộ trưởng Bộ …".

    Args:
        type_: The instrument's type ("Thông tư").
        body: The body as running text writes it ("Bộ Công Thương"); one that is neither known nor a ministry
            stays as it is.
    """
    if type_ not in _BY_HEAD or not (body in BODIES or body.startswith(_MINISTRY)):
        return body
    return _HEAD_OF.get(body, f"{_HEADS_TITLE} {body}" if body.startswith(_MINISTRY) else body)


def issuer_of(citation: Citation) -> Issuer | None:
    """The kind of issuer of an instrument, by its issuer's name and its number; None if neither tells.

    Texts of an officer bear his body's name at their head: there the number tells him ("QĐ-CTUBND").
    """
    named, numbered = _by_name(citation.issuer), _by_number(citation.number)
    if named and numbered and named.level is numbered.level and _officer_of(numbered, named):
        return numbered
    return named or numbered


def symbol(type_: str, issuer: Issuer) -> str:
    """What stands behind number and year of a new instrument of a type: "NĐ-CP"."""
    return f"{_SYMBOLS[type_]}-{issuer.symbols[0]}"


def type_by_number(number: str) -> str:
    """The type that the symbol in a number names ("17/2014/TTLT-BCT-BTC": "Thông tư liên tịch"); else ""."""
    sign = number.rsplit("/", 1)[-1].partition("-")[0]
    return next((name for name, own in _SYMBOLS.items() if own == sign), "")


def identity(citation: Citation) -> tuple[str, str, str]:
    """What tells an instrument from every other: its number, and where that is not enough, year and issuer.

    Without a year a number begins anew on 1 January ("15/QĐ-TTg" each year); with "HĐND" or "UBND" it is
    each province's own (gazette of 2019 to 2026; Decree 30/2020/NĐ-CP, Annex I, II.3).
    """
    year = "" if _YEAR.search(citation.number) or citation.issued is None else str(citation.issued.year)
    local = _by_number(citation.number)
    named = citation.issuer.casefold() if local is not None and local.level is not Level.CENTRAL else ""
    return citation.number.casefold(), year, named


def level_of(citation: Citation) -> Level:
    """Where an instrument's issuer stands; an issuer that nothing tells of counts as central."""
    found = issuer_of(citation)
    return found.level if found else Level.CENTRAL


def _officer_of(officer: Issuer, body: Issuer) -> bool:
    return officer is not body and officer.names[0].endswith(f" {body.names[0]}")


def _by_name(name: str) -> Issuer | None:
    said = fold_tones(name).casefold()
    fits = [item for item in ISSUERS if any(_begins(said, start) for start in item.names)]
    placed = [item for item in fits if item.level is _place_level(said)]
    return next(iter(placed or fits), None) if name else None


def _begins(said: str, start: str) -> bool:
    return (said + " ").startswith(fold_tones(start).casefold())


def _place_level(said: str) -> Level:
    spaced = f"{said} "
    found = [
        (spaced.index(f" {word} "), Level(key))
        for key, words in _PLACES.items()
        for word in words
        if f" {word} " in spaced
    ]
    return min(found)[1] if found else Level.CENTRAL


def _by_number(number: str) -> Issuer | None:
    found = _SYMBOL.search(number)
    if found is None:
        return None
    symbol = found.group(1)
    return next((item for item in ISSUERS if symbol in item.symbols), _ministry(symbol))


def _ministry(symbol: str) -> Issuer | None:
    """Symbols of ministries begin with B: BCT, BTC, BLĐTBXH."""
    return _MINISTER if _MINISTRIES.fullmatch(symbol) else None
