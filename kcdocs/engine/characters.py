"""What may be printed: values that have a text, without characters that no document may hold."""

from __future__ import annotations

from kcdocs.word.package.escaping import FORBIDDEN


class BadCharacterError(Exception):
    """A value holds a character no document may hold.

    Attributes:
        field: The expression that printed it.
        character: The character.
    """

    def __init__(self, field: str, character: str) -> None:
        super().__init__(field)
        self.field = field
        self.character = character


def has_text(value: object) -> bool:
    """Whether a value has a text of its own, as texts, numbers and dates have; None and lists have none."""
    if isinstance(value, str | int | float):
        return True
    return type(value).__str__ is not object.__str__ and not isinstance(value, bytes)


def refuse_forbidden(text: str, field: str, *, allowed: str = "") -> None:
    """Refuse a text with characters no document may hold.

    Args:
        text: The text.
        field: The expression that prints it.
        allowed: Control characters that mean something there.

    Raises:
        BadCharacterError: It holds one.
    """
    if text.isprintable():
        return
    for found in FORBIDDEN.finditer(text):
        if found.group() not in allowed:
            raise BadCharacterError(field, found.group())
