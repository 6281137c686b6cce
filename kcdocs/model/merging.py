"""Drafts of one base merged: where they clash, and what each wants there."""

from __future__ import annotations

from dataclasses import dataclass

from kcdocs.model.address import Address


@dataclass(frozen=True, slots=True)
class DraftWish:
    """What some drafts want at a place where they clash with others.

    Attributes:
        drafts: Their names.
        asked: What they want, in a sentence.
        after: What would stand there, in full.
    """

    drafts: tuple[str, ...]
    asked: str
    after: str


@dataclass(frozen=True, slots=True)
class DraftClash:
    """A place where drafts cannot all have their way: the base stands there, and a person decides.

    Attributes:
        place: The provision of the base; empty outside all provisions (headers, footers, notes).
        before: Its words; empty where drafts only put something in behind it.
        wishes: What the drafts want, each other wish once.
        drafts: All drafts that take part, also by a change elsewhere that hangs together with this place.
        spot: The rows of the table there, as a person writes them; empty outside tables.
    """

    place: Address
    before: str
    wishes: tuple[DraftWish, ...]
    drafts: tuple[str, ...]
    spot: str = ""

    @property
    def name(self) -> str:
        """The place as a person writes it."""
        spoken = self.place.spoken() if self.place.steps else "ngoài các điều khoản"
        if self.spot:
            spoken = f"{spoken}, {self.spot}"
        elif self.place.steps and not self.before:
            spoken = f"sau {spoken}"
        return f"{spoken[0].upper()}{spoken[1:]}"
