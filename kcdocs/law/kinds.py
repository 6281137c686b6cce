"""Kinds of provisions and their properties, in one table.

Source: Law 64/2025/QH15, Article 7 (from the part to the article each bears a name); Decree 78/2025/NĐ-CP,
Articles 66 to 69; Decree 30/2020/NĐ-CP, Annex I, II.6 and Annex II, V.7.
"""

from __future__ import annotations

from kcdocs.model.address import SPOKEN, Kind

LEVEL: dict[Kind, int] = {
    Kind.ANNEX: 0,
    Kind.PART: 1,
    Kind.CHAPTER: 2,
    Kind.SECTION: 3,
    Kind.SUBSECTION: 4,
    Kind.ARTICLE: 5,
    Kind.CLAUSE: 7,
    Kind.POINT: 8,
    Kind.PARAGRAPH: 9,
}
"""How deep each kind stands; 6 is for a Roman number inside an article; an annex is a tree of its own."""

GROUPING = frozenset({Kind.PART, Kind.CHAPTER, Kind.SECTION, Kind.SUBSECTION})
"""Kinds that group articles and hold no words but their heading."""

CONTAINERS = GROUPING | {Kind.ANNEX}
"""Kinds that hold other provisions under a heading, printed centred."""

HEADED = CONTAINERS | {Kind.ARTICLE}
"""Kinds whose own words are a heading."""

LABELLED = GROUPING | {Kind.ARTICLE, Kind.CLAUSE, Kind.POINT, Kind.ANNEX}
"""Kinds that bear a label, so that a command or a reference can name them."""

NUMBERED = LABELLED | {Kind.PARAGRAPH}
"""Kinds that an address can name by label or place."""

PROVISIONS = NUMBERED | {Kind.TABLE}
"""Kinds whose words are the law that a text makes."""

THROUGHOUT = frozenset({Kind.CHAPTER, Kind.ARTICLE})
"""Kinds numbered through the whole text, whatever stands around them."""

SMALL = frozenset({Kind.CLAUSE, Kind.POINT})
"""Kinds below the article that bear a label."""

FRONT = frozenset({Kind.HEADER, Kind.TITLE, Kind.BASIS, Kind.ENACTING})
"""Kinds that stand before the first article."""

BACK = frozenset({Kind.CLOSING, Kind.SIGNATURE, Kind.RECIPIENTS})
"""Kinds that stand behind the last article."""

NAMES: dict[str, Kind] = {
    SPOKEN[kind].lower(): kind for kind in sorted(LEVEL, key=lambda kind: -len(SPOKEN[kind]))
}
"""The unit that a name in running text means, whatever its first letter's case; longer names first."""


def unit_pattern(*kinds: Kind) -> str:
    """A pattern that takes the names of these kinds (of all without any), first letter large or small."""
    chosen = [name for name, kind in NAMES.items() if not kinds or kind in kinds]
    return "|".join(f"{name[0].upper()}{name[1:]}|{name}" for name in chosen)


def capital_units() -> list[str]:
    """The names of all units as a sentence begins with them: "Khoản", "Điều"."""
    return [name[0].upper() + name[1:] for name in NAMES]


def first_label(kind: Kind) -> str:
    """The label that opens a list of that kind: "I", "1" or "a"."""
    if kind is Kind.POINT:
        return "a"
    return "I" if kind in (Kind.PART, Kind.CHAPTER) else "1"
