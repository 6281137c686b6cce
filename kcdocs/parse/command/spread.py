"""The labels of named units: whether they can be labels at all, and every one that a list or range holds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import product

from kcdocs.model.address import Kind, Step
from kcdocs.parse.command.sentence import NamedUnit
from kcdocs.text.labels import ANNEX, ARABIC, POINT, ROMAN, between, rises

_LABELS = {
    Kind.POINT: re.compile(POINT),
    Kind.CLAUSE: re.compile(rf"(?!0){ARABIC}\d?"),
    Kind.ARTICLE: re.compile(r"[1-9]\d{0,3}[a-zđ]?\d?"),
    Kind.SUBSECTION: re.compile(rf"{ARABIC}|{ROMAN}"),
    Kind.SECTION: re.compile(rf"{ARABIC}|{ROMAN}|[A-HĐ]"),
    Kind.CHAPTER: re.compile(rf"{ROMAN}|{ARABIC}"),
    Kind.PART: re.compile(rf"thứ .+|{ROMAN}|{ARABIC}|[A-HĐ]"),
    Kind.ANNEX: re.compile(rf"|{ANNEX}|\d{{1,3}}[A-Z]"),
    Kind.PARAGRAPH: re.compile(r"\d+"),
}


def reads(unit: NamedUnit, label: str) -> bool:
    """Whether a label can be one of that unit: no clause bears "2.c"."""
    return _LABELS[unit.kind].fullmatch(label) is not None


def spread(units: Sequence[NamedUnit]) -> Iterator[tuple[Step, ...]]:
    """Every combination of the labels, the larger unit first."""
    labels = [[Step(unit.kind, label) for label in _labels(unit)] for unit in units]
    yield from product(*labels)


def going_down(unit: NamedUnit) -> bool:
    """Whether a range of labels does not go up ("từ khoản 3 đến khoản 1")."""
    bare = [_bare(unit.kind, label) for label in unit.labels]
    return not all(rises(bare[at], bare[at + 1]) for at in unit.ranges)


def _labels(unit: NamedUnit) -> list[str]:
    found: list[str] = []
    for place, label in enumerate(unit.labels):
        plain = _bare(unit.kind, label)
        if place - 1 in unit.ranges:
            found.extend(between(found.pop(), plain))
        else:
            found.append(plain)
    return found


def _bare(kind: Kind, label: str) -> str:
    return label.lstrip("0") or label if kind is not Kind.POINT else label
