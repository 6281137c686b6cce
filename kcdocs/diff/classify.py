"""Classes: how grave the difference between two strings is."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kcdocs.model.comparison import ChangeClass
from kcdocs.text.meaning import same_meaning
from kcdocs.text.variants import encoding_form, spelling_form

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kcdocs.model.comparison import Edit, Row

_BETWEEN = re.compile(r"[\W\d_²³¹⁰⁴-⁹₀-₉]+")
SPELLED = (ChangeClass.FORM, ChangeClass.ENCODING)
"""The classes of what says the same."""

_GRAVITY = {change: place for place, change in enumerate(ChangeClass)}


def weigh(
    old: str, new: str, at: tuple[int, int] | None = None, to: tuple[int, int] | None = None
) -> ChangeClass | None:
    """The class of replacing a stretch of one text by a stretch of another, references aside.

    Args:
        old: The old text, whole: what a sign says depends on where it stands.
        new: The new one.
        at: Start and end of the stretch of the old text; all of it if none are given.
        to: Start and end of what is put in its place.

    Returns:
        ENCODING if they print the same, FORM if they differ in case, punctuation, spaces, line breaks or
        spelling variant, SUBSTANCE otherwise; None if they are the same characters.
    """
    at, to = at or (0, len(old)), to or (0, len(new))
    left, right = old[slice(*at)], new[slice(*to)]
    if left == right:
        return None
    if encoding_form(left) == encoding_form(right) and left.count("\n") == right.count("\n"):
        return ChangeClass.ENCODING
    if letters(left) != letters(right):  # for speed only: other words never say the same
        return ChangeClass.SUBSTANCE
    return ChangeClass.FORM if same_meaning(old, new, at, to) else ChangeClass.SUBSTANCE


def letters(words: str) -> str:
    """The letters of a text, spelling aside: other letters never say the same."""
    return _BETWEEN.sub("", spelling_form(words))


def gravest_first(changes: Iterable[ChangeClass]) -> tuple[ChangeClass, ...]:
    """Each class once, gravest first."""
    return tuple(sorted(set(changes), key=_GRAVITY.__getitem__))


def with_edits(row: Row, edits: Sequence[Edit]) -> Row:
    """A row whose words are told by other edits, with their classes in place of those of its own.

    Args:
        row: The row.
        edits: Edits that tile the same two texts.
    """
    others = set(row.changes) - {edit.change for edit in row.edits}
    told = {edit.change for edit in edits if edit.change is not None}
    return replace(row, edits=tuple(edits), changes=gravest_first(others | told))
