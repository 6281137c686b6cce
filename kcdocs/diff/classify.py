"""Classes: how grave the difference between two strings is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kcdocs.model.comparison import ChangeClass
from kcdocs.text.variants import bare_form, encoding_form

if TYPE_CHECKING:
    from collections.abc import Iterable

_GRAVITY = {change: place for place, change in enumerate(ChangeClass)}


def weigh(old: str, new: str) -> ChangeClass | None:
    """The class of replacing one string by another, references aside.

    Args:
        old: Characters of the old text.
        new: Characters put in their place.

    Returns:
        ENCODING if they print the same, FORM if they differ in case, punctuation, spaces, line breaks or
        spelling variant, SUBSTANCE otherwise; None if they are the same characters.
    """
    if old == new:
        return None
    if encoding_form(old) == encoding_form(new) and old.count("\n") == new.count("\n"):
        return ChangeClass.ENCODING
    return ChangeClass.FORM if bare_form(old) == bare_form(new) else ChangeClass.SUBSTANCE


def gravest_first(changes: Iterable[ChangeClass]) -> tuple[ChangeClass, ...]:
    """Each class once, gravest first."""
    return tuple(sorted(set(changes), key=_GRAVITY.__getitem__))
