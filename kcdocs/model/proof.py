"""Proofs: what an amending instrument leaves unexplained."""

from __future__ import annotations

from dataclasses import dataclass

from kcdocs.model.finding import Finding
from kcdocs.model.operation import Applied, Claimed


@dataclass(frozen=True, slots=True)
class Difference:
    """A provision that reads otherwise in the consolidated text.

    Attributes:
        address: The provision, in machine form.
        made: Its words as the commands give them; empty if they give none.
        given: Its words in the consolidated text; empty if it has none.
    """

    address: str
    made: str
    given: str


@dataclass(frozen=True, slots=True)
class Proof:
    """What could be proved of an amending instrument.

    Attributes:
        unclaimed: Stretches that are neither a command nor a known part.
        refused: Operations that could not be done.
        dangling: Provisions with references to what is gone, in machine form.
        differences: Provisions that read otherwise in the consolidated text, if one was given.
        compared: How many provisions were held against the consolidated text; 0 if none was given.
        findings: What goes with the texts: which text of the store was used, what of a file was not read.
    """

    unclaimed: tuple[Claimed, ...]
    refused: tuple[Applied, ...]
    dangling: tuple[str, ...]
    differences: tuple[Difference, ...] = ()
    compared: int = 0
    findings: tuple[Finding, ...] = ()

    @property
    def holds(self) -> bool:
        """Whether nothing is left unexplained."""
        return not (self.unclaimed or self.refused or self.dangling or self.differences)
