"""The printed lines a template finds beside its fields: what the room that makes them tells of each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from kcdocs.engine.shapes import DataShape

FORM = "the_thuc"
"""The name under which templates find the printed lines."""


class LineContract(Protocol):
    """A printed line or list of lines."""

    @property
    def needs(self) -> frozenset[str]:
        """The fields it is made of; it exists only where a set's contract has them all."""

    @property
    def shape(self) -> Callable[[Mapping[str, DataShape]], DataShape] | None:
        """What a template may ask of it, given the shapes of the contract's fields; None for plain text."""
