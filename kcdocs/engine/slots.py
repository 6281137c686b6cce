"""Slots: where in the XML each printed expression stands, and what it is called."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class SlotKind(StrEnum):
    """What surrounds a printed expression."""

    TEXT = "text"
    ATTRIBUTE = "attribute"
    PLAIN = "plain"
    RUN = "run"
    BLOCK = "block"


KEPT = "kept"


class PrintSlot(NamedTuple):
    """One printed expression.

    Attributes:
        kind: What surrounds it.
        name: The expression as the author wrote it, for messages.
        paragraph: XML of the `w:pPr` of its paragraph, without a section break.
        run: XML of the `w:rPr` of its run.
        kept: Whether numbers, dates and symbols in it are kept on one line: in a text outside of tables,
            whose columns may be narrower than a number.
    """

    kind: SlotKind
    name: str
    paragraph: str = ""
    run: str = ""
    kept: bool = False

    @property
    def writer(self) -> str:
        """The name of what writes it, in the generated code."""
        return KEPT if self.kept else self.kind.value
