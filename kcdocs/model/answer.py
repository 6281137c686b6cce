"""Answers: what a person says an unclear command of an amending instrument means."""

from __future__ import annotations

from dataclasses import dataclass

from kcdocs.model.address import Address

NO_COMMAND = "Không phải lệnh"
"""What a person answers where the words command nothing."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A person's answer on one command.

    Attributes:
        place: Where the command stands in the amending instrument.
        command: Its words there.
        words: The words it is to be read as; `NO_COMMAND` where it is none.
        digest: Digest of the provision it stands in when it was answered; empty if it is not to be held
            against the text.
    """

    place: Address
    command: str
    words: str
    digest: str = ""

    @property
    def denies(self) -> bool:
        """Whether it says that the words are no command."""
        return self.words.strip(' .;“”"«»').casefold() == NO_COMMAND.casefold()
