"""Answers: what a person says an unclear command of an amending instrument means."""

from __future__ import annotations

from dataclasses import dataclass

from kcdocs.model.address import Address


@dataclass(frozen=True, slots=True)
class Answer:
    """A person's answer on one command.

    Attributes:
        place: Where the command stands in the amending instrument.
        command: Its words there.
        words: The words it is to be read as.
        digest: Digest of the provision it stands in when it was answered; empty if it is not to be held
            against the text.
    """

    place: Address
    command: str
    words: str
    digest: str = ""
