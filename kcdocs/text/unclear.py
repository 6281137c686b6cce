"""What a person wrote that could not be read for certain."""

from __future__ import annotations


class UnclearError(ValueError):
    """A value that is not what was asked for, or could be two things; it is never guessed at.

    Args:
        message: What is wrong with it, one Vietnamese sentence.
        mend: What to write instead, one Vietnamese sentence.
    """

    def __init__(self, message: str, mend: str) -> None:
        super().__init__(message)
        self.message = message
        self.mend = mend
