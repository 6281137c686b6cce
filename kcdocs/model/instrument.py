"""Instruments: the tree of provisions that a text of law is."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from itertools import count
from typing import TYPE_CHECKING

from kcdocs.model.address import Address, Kind
from kcdocs.model.citation import Citation
from kcdocs.model.finding import Finding
from kcdocs.model.line import Line, Note
from kcdocs.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from kcdocs.model.catalogue import Alteration


_next_key = count(1).__next__

_RECOGNISED = "SR203"
"""The finding of a text whose words a program recognised in pictures."""


class Status(StrEnum):
    """Whether the target of a reference is known."""

    RESOLVED = "resolved"
    UNRESOLVED = "unresolved"


@dataclass(frozen=True, slots=True)
class Reference:
    """A place in a node's text that points at a provision or at an instrument.

    Attributes:
        span: Characters of the node's `text`.
        targets: The addresses pointed at, in order; empty where a whole instrument is meant.
        citation: The other instrument pointed at; None for the instrument the text belongs to.
        status: Whether every target is known to exist.
        reason: Why it is unresolved, in Vietnamese; empty if resolved.
        form: The forms in the annex pointed at ("Mẫu số 01 và Mẫu số 02"), whose words stand before the span
            so that a comparison sees them change; empty for all of the annex.
    """

    span: Span
    targets: tuple[Address, ...]
    citation: Citation | None = None
    status: Status = Status.RESOLVED
    reason: str = ""
    form: str = ""


@dataclass(frozen=True, slots=True)
class Node:
    """One provision or part of an instrument.

    Attributes:
        kind: What it is.
        label: The label itself ("5a", "đ", "IIa", for unlabelled kinds the ordinal among its siblings of
            that kind, from "1").
        address: Its path in the instrument (inside a QUOTE: in the instrument that is quoted).
        lines: Its own source lines, children's excluded.
        slices: For each own line the characters that are words of the node: without label, quotation
            marks around quoted text and outer punctuation after them. An empty slice gives nothing.
        text: The slices, joined by line feeds; for parts to articles and annexes this is the heading.
        children: Nodes below, in order.
        references: References in `text`, in order.
        key: What tells this node from every other that this process made, in whatever tree: equal nodes may
            stand in two texts, and two nodes of one text may bear the same address. No part of what the node
            says, so equal nodes differ in it.
    """

    kind: Kind
    label: str
    address: Address
    lines: tuple[Line, ...]
    slices: tuple[Span, ...]
    text: str
    children: tuple[Node, ...] = ()
    references: tuple[Reference, ...] = ()
    key: int = field(default_factory=_next_key, init=False, compare=False, repr=False)

    def walk(self) -> Iterator[Node]:
        """This node and every node below it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class UnclearSpot:
    """What of an amending instrument nobody could tell, so that a text made by it is not surely the law.

    Attributes:
        number: The amending instrument.
        place: Where in it; empty for all of it.
        words: The words that were not understood or followed.
        why: Why not, in Vietnamese.
    """

    number: str
    place: Address
    words: str
    why: str


@dataclass(frozen=True, slots=True)
class Standing:
    """How a stored text stands to the law of a day.

    Attributes:
        since: First day the text stood so; None if not known.
        day: The day asked.
        missing: What had altered the law by that day and is not in the text.
        beside: Rules that prevail over the text on that day and had begun when it was made.
        ended: Last day of the instrument's force, where that is before the day.
        made_by: Numbers of the instruments whose commands made the text of the one that was added.
        doubts: What of those nobody could tell.
    """

    since: date | None
    day: date
    missing: tuple[Alteration, ...] = ()
    beside: tuple[Alteration, ...] = ()
    ended: date | None = None
    made_by: tuple[str, ...] = ()
    doubts: tuple[UnclearSpot, ...] = ()

    @property
    def stale(self) -> bool:
        """Whether the text is known not to be the law on that day."""
        begun = self.since is None or self.since <= self.day
        return not begun or bool(self.missing) or self.ended is not None

    @property
    def current(self) -> bool:
        """Whether, as far as is known, the text is the law on that day."""
        return not self.stale and not self.doubts


@dataclass(frozen=True, slots=True)
class Instrument:
    """A text of law as a tree.

    Attributes:
        citation: What it is, as far as its own header (or the store) says.
        nodes: All top nodes in reading order: header, title, bases, chapters or articles, closing,
            signature, recipients, annexes. Their own lines, walked, are the lines of the source.
        notes: Footnotes and endnotes of the source.
        findings: What the reading found odd.
        name: The file or citation it was read from, as the user named it.
        standing: How the text stands to the law of the day asked; None for a text that is not the store's.
        headers: Lines of the source's headers and footers; None where it does not keep them apart.
        pictures: The digest of each picture of the source; None where they are not looked at.
    """

    citation: Citation
    nodes: tuple[Node, ...]
    notes: tuple[Note, ...] = ()
    findings: tuple[Finding, ...] = ()
    name: str = ""
    standing: Standing | None = None
    headers: tuple[Line, ...] | None = None
    pictures: tuple[str, ...] | None = None

    @property
    def source_findings(self) -> tuple[Finding, ...]:
        """What goes with the text into every result: which text it is, and what of it was not read."""
        return tuple(finding for finding in self.findings if finding.about_source)

    @property
    def recognised(self) -> bool:
        """Whether words of it were recognised in pictures, so that it proves nothing."""
        return any(finding.code == _RECOGNISED for finding in self.findings)

    def walk(self) -> Iterator[Node]:
        """Every node in reading order, quoted ones included."""
        for node in self.nodes:
            yield from node.walk()

    def provisions(self) -> Iterator[Node]:
        """Every node in reading order, save what stands inside quotations."""
        for node in self.nodes:
            yield from _outside_quotes(node)

    def lines(self) -> tuple[Line, ...]:
        """All lines of the source: the inverse of parsing."""
        return tuple(line for node in self.walk() for line in node.lines)

    def find(self, address: Address) -> Node | None:
        """The first provision with that address outside quotations, or None."""
        return next((node for node in self.provisions() if node.address == address), None)


def _outside_quotes(node: Node) -> Iterator[Node]:
    yield node
    if node.kind is not Kind.QUOTE:
        for child in node.children:
            yield from _outside_quotes(child)
