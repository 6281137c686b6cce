"""What the index keeps of an instrument, worked out of its editions; knows no file and no database.

A provision that editions have in common is one row, with its first and its last edition.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from kcdocs.decrees.asking import shown
from kcdocs.decrees.state import EditionState, state_of
from kcdocs.law.kinds import GROUPING
from kcdocs.model.address import Address, Kind
from kcdocs.model.citation import Citation
from kcdocs.model.edition import EditionText
from kcdocs.model.instrument import Instrument, Node, Reference

_HEADINGS = GROUPING | {Kind.ARTICLE, Kind.TITLE, Kind.ANNEX}
_LEADING = frozenset({Kind.ARTICLE, Kind.CLAUSE})
"""Provisions whose words find what stands under them."""


@dataclass(frozen=True, slots=True)
class IndexedReference:
    """A reference to another instrument.

    Attributes:
        start: Where it begins in the text of its node.
        stop: Where it ends.
        words: What it says.
        targets: The provisions, in machine form; none for the whole instrument.
        citation: The instrument, as far as the words say it.
        form: See `kcdocs.model.instrument.Reference`.
        reason: Why nobody can tell what it means; empty if one can.
    """

    start: int
    stop: int
    words: str
    targets: tuple[str, ...]
    citation: Citation
    form: str
    reason: str


@dataclass(slots=True)
class IndexedProvision:
    """A provision with the editions that have it so; days are ordinals.

    Attributes:
        first: First day of the first edition that has it.
        last: First day of the last one.
        address: Where it stands, in machine form.
        text: What it says, on one line.
        above: Which of the instrument's provisions it stands under, counted from 0; -1 if under none.
        heading: Whether it is a heading, which says what a whole article or chapter is about.
        references: Who it refers to, other than its own instrument.
    """

    first: int
    last: int
    address: str
    text: str
    above: int
    heading: bool
    references: tuple[IndexedReference, ...]


@dataclass(frozen=True, slots=True)
class IndexedInstrument:
    """An instrument as the index keeps it.

    Attributes:
        folder: Its folder in the store.
        texts: What its editions depend on, as a seal.
        citation: What it is; without any number if it cannot be read.
        editions: Its editions.
        provisions: What they say; what a provision stands under comes before it.
        unread: Why it cannot be read; empty if it can.
    """

    folder: str
    texts: str
    citation: Citation = field(default_factory=Citation)
    editions: tuple[EditionState, ...] = ()
    provisions: tuple[IndexedProvision, ...] = ()
    unread: str = ""


def indexed(
    folder: str, texts: str, citation: Citation, editions: Sequence[EditionText]
) -> IndexedInstrument:
    """An instrument with its editions, earliest first, as the index keeps it."""
    states = tuple(map(state_of, editions))
    return IndexedInstrument(folder, texts, citation, states, tuple(_provisions(editions)))


def _provisions(editions: Iterable[EditionText]) -> list[IndexedProvision]:
    rows: list[IndexedProvision] = []
    standing: dict[tuple[str, str], int] = {}
    for edition in editions:
        day, before, standing = edition.since.toordinal(), standing, {}
        places: dict[Address, int] = {}
        for node, text in _said(edition.instrument):
            key = (str(node.address), text)
            above = places.get(node.address.parent, -1)
            place = before.get(key, standing.get(key, len(rows)))
            standing[key] = place
            if place == len(rows):
                heading = node.kind in _HEADINGS
                rows.append(IndexedProvision(day, day, *key, above, heading, _references(node)))
            rows[place].last, rows[place].above = day, above
            if node.kind in _LEADING:
                places[node.address] = place
    return rows


def _said(instrument: Instrument) -> Iterator[tuple[Node, str]]:
    """Every provision that says something; what a quotation holds counts to the provision that quotes it."""
    for node in instrument.provisions():
        if node.kind is not Kind.QUOTE and (text := shown(" ".join(one.text for one in _own(node)))):
            yield node, text


def _own(node: Node) -> Iterator[Node]:
    yield node
    for child in node.children:
        if child.kind is Kind.QUOTE:
            yield from child.walk()


def _references(node: Node) -> tuple[IndexedReference, ...]:
    return tuple(
        _reference(one, reference)
        for one in _own(node)
        for reference in one.references
        if reference.citation is not None
    )


def _reference(node: Node, reference: Reference) -> IndexedReference:
    span, citation = reference.span, reference.citation or Citation()
    targets = tuple(map(str, reference.targets))
    return IndexedReference(
        span.start, span.end, span.of(node.text), targets, citation, reference.form, reference.reason
    )
