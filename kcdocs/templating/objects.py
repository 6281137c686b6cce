"""Typed objects: the only values that bring formatting along. Their arguments are docxtpl's."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import ClassVar

from kcdocs.templating.render import Render
from kcdocs.templating.slots import Slot


class WordObject(ABC):
    """A value that writes its own XML."""

    kind: ClassVar[str]

    @abstractmethod
    def xml(self, slot: Slot, render: Render) -> str:
        """Its XML for a slot.

        Args:
            slot: Where it is printed.
            render: The document being filled.
        """
