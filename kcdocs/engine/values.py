"""The base of typed objects: values that write their own XML."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import ClassVar

from kcdocs.engine.errors import MisplacedValueError
from kcdocs.engine.render import Render
from kcdocs.engine.slots import PrintSlot, SlotKind
from kcdocs.model.finding import Place
from kcdocs.word.package import escaping


class WordObject(ABC):
    """A value that writes its own XML."""

    kind: ClassVar[str]
    """What it is, in Vietnamese, for messages."""

    @abstractmethod
    def xml(self, slot: PrintSlot, render: Render) -> str:
        """Its XML for a slot.

        Args:
            slot: Where it is printed.
            render: The document being filled.

        Raises:
            MisplacedValueError: It cannot stand there.
        """

    def _misplaced(self, slot: PrintSlot) -> MisplacedValueError:
        return MisplacedValueError(slot.name, self.kind, Place())

    def _as_runs(self, runs: str, slot: PrintSlot) -> str:
        match slot.kind:
            case SlotKind.TEXT:
                return f"</w:t></w:r>{runs}<w:r>{slot.run}{escaping.OPEN_TEXT}"
            case SlotKind.RUN:
                return runs
            case SlotKind.BLOCK:
                return f"<w:p>{slot.paragraph}{runs}</w:p>"
            case _:
                raise self._misplaced(slot)
