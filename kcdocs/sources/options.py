"""How a source is to be read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kcdocs.model.revisions import Revisions
from kcdocs.text.legacy import Encoding


@dataclass(frozen=True, slots=True)
class Options:
    """What the user said about a source.

    Attributes:
        name: The file as the user named it.
        revisions: What to do with tracked changes of a Word document.
        encoding: The code page the text is written in; None for Unicode, legacy code pages being refused.
        instrument: Number of the instrument wanted, for pages that hold many; empty for the only one.
        recognise: Whether words in scanned pages are to be recognised; they are refused otherwise.
        told: Called with how many scanned pages were recognised, and how many there are.
    """

    name: str
    revisions: Revisions = Revisions.REFUSE
    encoding: Encoding | None = None
    instrument: str = ""
    recognise: bool = False
    told: Callable[[int, int], None] | None = None
