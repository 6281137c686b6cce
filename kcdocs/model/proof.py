"""Proofs: what an amending instrument leaves unexplained."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kcdocs.model.address import Address
from kcdocs.model.finding import Finding
from kcdocs.model.operation import Applied, Claim, Claimed


class DifferenceKind(StrEnum):
    """What differs between a provision as the commands give it and as the consolidated text has it."""

    SUBSTANCE = "noi-dung"
    FORM = "chu-hoa-dau-cau"
    NOTE = "dau-chu-thich"
    REPEALED = "nhan-bai-bo"


@dataclass(frozen=True, slots=True)
class Difference:
    """A provision that reads otherwise in the consolidated text.

    Attributes:
        address: The provision, in machine form.
        made: Its words as the commands give them; empty if they give none.
        given: Its words in the consolidated text; empty if it has none.
        kind: What differs: words; only capitals and punctuation; only marks of notes; only how it is said
            that the provision is repealed.
    """

    address: str
    made: str
    given: str
    kind: DifferenceKind = DifferenceKind.SUBSTANCE

    @property
    def counts(self) -> bool:
        """Whether the text itself differs, not only a mark that consolidating adds."""
        return self.kind in (DifferenceKind.SUBSTANCE, DifferenceKind.FORM)


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A paragraph of the amending instrument that shows something else than was read from it.

    Attributes:
        address: The paragraph, in the amending instrument.
        words: Its words.
        why: What the two readings do not agree on, in Vietnamese.
    """

    address: Address
    words: str
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChangedClause:
    """A provision of the result that reads otherwise than before.

    Attributes:
        address: The provision, in machine form.
        by: The commands that changed it, by their place in the amending instrument; empty if none did.
    """

    address: str
    by: tuple[Address, ...]


@dataclass(frozen=True, slots=True)
class Proof:
    """What could be proved of an amending instrument.

    Attributes:
        unclaimed: Paragraphs that are neither a command nor a known part.
        refused: Operations that could not be done.
        dangling: Provisions with references to what is gone, in machine form.
        differences: Provisions that read otherwise in the consolidated text, if one was given.
        compared: How many provisions were held against the consolidated text; 0 if none was given.
        findings: What goes with the texts: which text of the store was used, what of a file was not read.
        paragraphs: How many paragraphs of the amending instrument are what.
        silent: Paragraphs that command, as their words show, and from which no command was read or kept.
        disagreements: Paragraphs that a second, simpler reading takes otherwise.
        changed: Provisions of the result that read otherwise than before, with the commands behind it.
        untouched: How many provisions of the result read as before.
    """

    unclaimed: tuple[Claimed, ...]
    refused: tuple[Applied, ...]
    dangling: tuple[str, ...]
    differences: tuple[Difference, ...] = ()
    compared: int = 0
    findings: tuple[Finding, ...] = ()
    paragraphs: tuple[tuple[Claim, int], ...] = ()
    silent: tuple[Claimed, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    changed: tuple[ChangedClause, ...] = ()
    untouched: int = 0

    @property
    def unexplained(self) -> tuple[ChangedClause, ...]:
        """Provisions of the result that changed though no command changed them."""
        return tuple(item for item in self.changed if not item.by)

    @property
    def holds(self) -> bool:
        """Whether nothing is left unexplained."""
        unsaid = self.unclaimed or self.silent or self.disagreements
        undone = self.refused or self.dangling or self.unexplained
        return not (unsaid or undone or any(item.counts for item in self.differences))
