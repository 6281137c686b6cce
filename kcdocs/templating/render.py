"""The state of one document while it is filled."""

from __future__ import annotations

from dataclasses import dataclass

from kcdocs.templating.limits import Budget


@dataclass(frozen=True, slots=True)
class Medium:
    """A picture that a value brings along.

    Attributes:
        part: The part that shows it.
        id: Its relation's id in that part.
        name: Its own part name.
        data: Its bytes.
        content_type: Its content type.
    """

    part: str
    id: str
    name: str
    data: bytes
    content_type: str


class Render(Budget):
    """What is left of the limits, and what values have brought along.

    Attributes:
        part: The part being written.
        media: Pictures brought along, in order.
    """

    __slots__ = ("media", "part")

    def __init__(self) -> None:
        super().__init__()
        self.part = ""
        self.media: list[Medium] = []
