"""Characters that no document may hold, refused with the name of the field."""

from __future__ import annotations

from kcdocs.word.escaping import FORBIDDEN


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
