"""Types of document, amending verbs, officers and names, read once from `vocabulary.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from kcdocs.model.operation import Act


class TypeClass(StrEnum):
    """What kind of document a type is."""

    LEGAL = "legal"
    ADMINISTRATIVE = "administrative"
    ATTACHED = "attached"
    PARTY = "party"


@dataclass(frozen=True, slots=True)
class DocumentType:
    """A type of document.

    Attributes:
        name: As running text writes it ("Nghị định").
        of: What kind of document it is.
        symbols: What stands for it in a number ("NĐ" of "45/2012/NĐ-CP").
        old: What stood for it before 1997, whole ("CP" of "60-CP").
        named: Whether it is cited by name rather than by number.
        enacts: Words in capitals that stand, with a colon, before its first article.
        common: Whether the name is an ordinary word too, so that "Đề án này" names a text only inside one.
        untitled: Whether it never stands as a line of its own above a title.
        small: Whether in small letters too it names an instrument, in a sentence that names several.
        head: Whether the head of the body that the header names issues it.
    """

    name: str
    of: TypeClass
    symbols: tuple[str, ...] = ()
    old: tuple[str, ...] = ()
    named: bool = False
    enacts: tuple[str, ...] = ()
    common: bool = False
    untitled: bool = False
    small: bool = False
    head: bool = False


@dataclass(frozen=True, slots=True)
class Verb:
    """An amending verb.

    Attributes:
        words: As a sentence begins with it ("Sửa đổi, bổ sung").
        act: What the command does; None where the verb alone does not say.
        weak: Whether it is an ordinary verb too, a command only before a unit or quoted words.
        before: The words it must stand before; empty for any.
    """

    words: str
    act: Act | None
    weak: bool = False
    before: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Officer:
    """A head's title and his deputy's ("Bộ trưởng", "Thứ trưởng"); the deputy is empty where none is."""

    head: str
    deputy: str


@cache
def table() -> dict[str, Any]:
    """The file as it is, read once; for the rooms' own tables of ranks and issuers."""
    return tomllib.loads(Path(__file__).with_name("vocabulary.toml").read_text("utf-8"))


def _type(row: dict[str, Any]) -> DocumentType:
    more: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in row.items()
    }
    return DocumentType(of=TypeClass(more.pop("class")), **more)


def _verbs(row: dict[str, Any]) -> list[Verb]:
    act = Act(row["act"]) if "act" in row else None
    return [Verb(words, act, row.get("weak", False), tuple(row.get("before", ()))) for words in row["words"]]


def _officer(row: dict[str, Any]) -> Officer:
    head = row["head"]
    return Officer(head, row.get("deputy", f"Phó {head}"))


TYPES: tuple[DocumentType, ...] = tuple(_type(row) for row in table()["type"])
"""Every type of document."""

NAMED: tuple[str, ...] = tuple(item.name for item in TYPES if item.named)
"""Types cited by name: Hiến pháp, Bộ luật, Luật, Pháp lệnh."""

PASSED: tuple[str, ...] = tuple(item.name for item in TYPES if item.named or "NQ" in item.symbols)
"""Types that an assembly passes: "Luật này được Quốc hội … thông qua"."""

LEGAL: tuple[str, ...] = tuple(item.name for item in TYPES if item.of is TypeClass.LEGAL)
"""Types of legal instruments."""

COMMON: frozenset[str] = frozenset(item.name for item in TYPES if item.common)
"""Types whose name is an ordinary word too."""

VERBS: tuple[Verb, ...] = tuple(verb for row in table()["verb"] for verb in _verbs(row))
"""Every amending verb."""

OFFICERS: tuple[Officer, ...] = tuple(_officer(row) for row in table()["officer"])
"""Titles of those who sign."""

TITLES: tuple[str, ...] = tuple(title for item in OFFICERS for title in (item.head, item.deputy) if title)
"""Titles of heads and deputies."""

MARKS: tuple[str, ...] = tuple(row["mark"] for row in table()["signature"])
"""Marks over a signature: TM, KT, TL, TUQ, Q."""

SIGNED: dict[str, str] = {row["how"]: row["mark"] for row in table()["signature"]}
"""The mark over a signature by how one signs: "deputy", "order", "authorised", "acting", "collective"."""

OLD_MARKS: tuple[str, ...] = tuple(mark for row in table()["signature"] for mark in row.get("old", ()))
"""How old papers write them: T/M, K/T …"""

HONOURS: tuple[str, ...] = tuple(table()["honours"]["names"])
"""Ranks of learning as they stand before a name in full."""

SHORT_HONOURS: tuple[str, ...] = tuple(table()["honours"]["short"])
"""The same in short, with a full stop or a space behind them."""

NAMES_OF_LAWS: tuple[str, ...] = tuple(table()["names"]["laws"])
"""Names of laws often cited by name alone: where they end need not be guessed."""

BASES: tuple[str, ...] = tuple(table()["bases"]["begins"])
"""How a legal basis, or a proposal that a text rests on, begins."""

INSIDE: tuple[str, ...] = tuple(table()["units"]["inside"])
"""Ordinary words that end in a unit's name: "thời điểm"."""

GENERIC = "Văn bản"
"""What any instrument may be called in "Văn bản này"."""

CONSOLIDATED = "Văn bản hợp nhất"
"""The type of a consolidated text, whose number stands in its closing block."""

CONSTITUTION = "Hiến pháp"
"""The one type that is cited by name alone, without number or date."""


def alternation(words: Iterable[str]) -> str:
    """A pattern that takes any of the words, the longest first; any space between two words may be wide."""
    longest = sorted(set(words), key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest)


def either_case(words: Iterable[str]) -> str:
    """`alternation` of words whose first letter may be large or small."""
    return alternation(
        form for word in words for form in (word[0].upper() + word[1:], word[0].lower() + word[1:])
    )


def names(*classes: TypeClass) -> list[str]:
    """The names of all types of these classes; of all without any."""
    return [item.name for item in TYPES if not classes or item.of in classes]


ENACTING_VERBS: str = alternation(table()["issuing"]["verbs"])
"""A pattern for what an issuer does in the sentence that enacts; no groups."""
