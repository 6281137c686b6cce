"""Labels of provisions: their alphabet, their order, and which follows which."""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from kcdocs.text import limits
from kcdocs.text.ordinals import ordinal_value
from kcdocs.text.roman import from_roman, to_roman

POINT_LETTERS = "abcdđeghiklmnopqrstuvxy"
"""Letters of points in their order: đ after d, no f, j, w, z (Decree 34/2016, Annex I; kept since)."""

_EVERY_LETTER = "abcdđefghijklmnopqrstuvwxyz"
_LABEL = re.compile(r"(\d{1,4}|[IVXLCDM]{1,12}|[a-zđ](?!\w*[a-zđ]))([a-zđ]|(?<=[a-zđ])\d{1,2})?")


ARABIC = r"\d{1,3}[a-zđ]?"
"""A pattern for the label of a clause or section: "5", "5a"."""

ROMAN = r"[IVXLCDM]{1,15}[a-zđ]?"  # no numeral below 4000 has more letters than MMMDCCCLXXXVIII
"""A pattern for a Roman label: "II", "IIa"."""

POINT = r"[a-zđ](?:[1-9]\d?)?"
"""A pattern for the label of a point: "đ", "d1"."""

_PUT_IN = r"[IVXLC]{1,8}[ABĐEFGH]|\d{1,3}[A-HĐ]"
ANNEX = rf"(?:{_PUT_IN}|{ROMAN}|{ARABIC}|[A-HĐ])(?:(?:-|\.(?=\d))\d{{1,3}}(?:\.\d{{1,3}})?)?"
"""A pattern for the label of an annex: "I", "01", "II-1", "VI-1.7", "I.3", one put in: "IA", "2A"."""

FORM = r"\d{1,3}[a-zA-ZđĐ]?(?:[./-][A-ZĐ]{1,8}){0,2}"
"""A pattern for the label of a form: "01", "1A", "04-A", "01/LN", "003.N/KC"."""


class LabelRank(NamedTuple):
    """Where a label stands among its siblings; compares as a tuple.

    Attributes:
        major: Twice the place of the label's number, numeral or letter; odd for a letter that points
            do not use, which stands between its neighbours.
        minor: Place of the suffix of an inserted label ("a" of "5a", "1" of "d1"); 0 if it has none.
    """

    major: int
    minor: int


class LabelStep(Enum):
    """How a label stands to the one before it."""

    NEXT = "next"
    GAP = "gap"
    SAME = "same"
    BACK = "back"


@lru_cache(limits.KEPT_LABELS)
def rank(label: str) -> LabelRank | None:
    """Where a label stands in its order.

    Args:
        label: "5a", "d1", "IIa", "thứ nhất"; Roman numerals in capitals, the rest in lower case.

    Returns:
        Its rank, or None if it is no label.
    """
    if label.startswith("thứ "):
        number = ordinal_value(label)
        return LabelRank(2 * number, 0) if number else None
    found = _LABEL.fullmatch(label)
    if found is None:
        return None
    major = _major(found.group(1))
    return LabelRank(major, _minor(found.group(2))) if major else None


def step(previous: str, label: str) -> LabelStep | None:
    """How `label` stands to `previous`, None if one of them is no label.

    The next number or letter is NEXT even after an inserted one ("5a" → "6"), and so is an insertion
    right after its base or after another insertion ("5" → "5a" → "5b").
    """
    old, new = rank(previous), rank(label)
    if old is None or new is None:
        return None
    if new == old:
        return LabelStep.SAME
    if new < old:
        return LabelStep.BACK
    plain_next = new.minor == 0 and new.major - old.major <= 2
    inserted = new.major == old.major and new.minor == old.minor + 1
    return LabelStep.NEXT if plain_next or inserted else LabelStep.GAP


def first(label: str) -> bool:
    """Whether a label opens a list: 1, I, a or thứ nhất."""
    return label in ("1", "I", "a", "A", "thứ nhất")


def following(label: str) -> str:
    """The plain label that comes next: "5" → "6", "5a" → "6", "d" → "đ", "II" → "III".

    Raises:
        ValueError: If there is none ("y", or a text that is no label).
    """
    found = _LABEL.fullmatch(label)
    if found is None:
        raise ValueError(label)
    base = found.group(1)
    if base.isdigit():
        return str(int(base) + 1)
    if base.isupper():
        return to_roman(from_roman(base) + 1)
    place = POINT_LETTERS.find(base) + 1
    if not 0 < place < len(POINT_LETTERS):
        raise ValueError(label)
    return POINT_LETTERS[place]


def inserted(label: str, taken: str = "") -> str:
    """The label of a provision inserted after `label` (Decree 78/2025, article 69).

    Points take a number ("d" → "d1" → "d2"), all others a letter ("5" → "5a" → "5b", "II" → "IIa").

    Args:
        label: The label it is inserted after, itself plain or inserted.
        taken: The last label already inserted there, if any.

    Raises:
        ValueError: If `label` is no label, or the letters are used up.
    """
    found = _LABEL.fullmatch(taken or label)
    if found is None:
        raise ValueError(label)
    base, suffix = found.group(1), found.group(2) or ""
    if base.islower():
        return base + str(int(suffix or 0) + 1)
    return base + (following(suffix) if suffix else "a")


def rises(previous: str, label: str) -> bool:
    """Whether a label ranks behind another."""
    return step(previous, label) in (LabelStep.NEXT, LabelStep.GAP)


def between(start: str, end: str) -> tuple[str, ...]:
    """The plain labels of a range, both ends included; just the ends if they are not in order.

    At most `limits.MOST_LABELS` labels before the end: a longer range is no list of provisions.
    """
    step_ = step(start, end)
    labels = [start]
    while step_ in (LabelStep.NEXT, LabelStep.GAP) and len(labels) < limits.MOST_LABELS:
        try:
            label = following(labels[-1])
        except ValueError:
            break
        if step(label, end) in (LabelStep.SAME, LabelStep.BACK, None):
            break
        labels.append(label)
    return (*labels, end)


def unusual_letter(label: str) -> bool:
    """Whether a point bears a letter that points do not use (f, j, w, z)."""
    return label[:1] in _EVERY_LETTER and label[:1] not in POINT_LETTERS


def _major(base: str) -> int:
    if base.isdigit():
        return 2 * int(base)
    if base.isupper():
        return 2 * from_roman(base)
    place = POINT_LETTERS.find(base)
    if place >= 0:
        return 2 * (place + 1)
    earlier = _EVERY_LETTER[: _EVERY_LETTER.index(base)]
    return 2 * sum(letter in POINT_LETTERS for letter in earlier) + 1


def _minor(suffix: str | None) -> int:
    if not suffix:
        return 0
    return int(suffix) if suffix.isdigit() else POINT_LETTERS.find(suffix) + 1
