"""The state of one document while it is filled."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from kcdocs.engine.budget import Budget
from kcdocs.word.write.additions import AddedRelation

if TYPE_CHECKING:
    from kcdocs.engine.beside_files import BesideReader
    from kcdocs.word.join.merging import Master

_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


class Render(Budget):
    """What is left of the limits, and what values have brought along.

    Attributes:
        part: The part being written.
        additions: Pictures and links brought along, in order.
        beside: Reads the files that values name; None where there is no record's folder.
        master: The template that sub-documents have been merged into, if there was one.
    """

    __slots__ = ("additions", "beside", "master", "part")

    def __init__(self, master: Master, beside: BesideReader | None = None) -> None:
        super().__init__()
        self.beside = beside
        self.part = ""
        self.additions: list[AddedRelation] = []
        self.master = master

    def add_link(self, address: str) -> str:
        """The id of a new relation of the part to an outside address."""
        return self._add(f"{_TYPES}/hyperlink", address)

    def add_picture(self, data: bytes, extension: str, content_type: str) -> str:
        """The id of a new relation of the part to a picture; equal pictures are stored once."""
        name = f"word/media/{sha256(data).hexdigest()[:24]}.{extension}"
        return self._add(f"{_TYPES}/image", name, data, content_type)

    def _add(self, kind: str, target: str, data: bytes | None = None, content_type: str = "") -> str:
        number = len(self.additions) + 1
        self.additions.append(AddedRelation(self.part, f"rIdKc{number}", kind, target, data, content_type))
        return self.additions[-1].id
