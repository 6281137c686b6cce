"""Instruments under work: provisions that keep who they are while they are moved, cut and renumbered."""

from __future__ import annotations

from dataclasses import dataclass, field

from diff_builder import at, instrument

from kcdocs.model.address import Address, Kind
from kcdocs.model.instrument import Instrument, Node, Reference
from kcdocs.model.line import Line, Source
from kcdocs.model.span import Span

LETTERS = "abcdđeghiklmnopqrstuvxy"
WHOLE = Address()


@dataclass(eq=False)
class Pointer:
    """A reference: the provision meant, and the words where they were not repaired."""

    target: int
    stale: Address | None = None
    retargeted: bool = False


@dataclass(eq=False)
class Draft:
    """A provision while it is worked on; `uid` says which one it is on both sides."""

    uid: int
    kind: Kind
    pieces: list[str | Pointer]
    children: list[Draft] = field(default_factory=list)
    label: str = ""

    def walk(self):
        yield self
        for child in self.children:
            yield from child.walk()

    def size(self) -> int:
        return sum(len(piece) for draft in self.walk() for piece in draft.pieces if isinstance(piece, str))


def number(articles: list[Draft]) -> None:
    """Number everything anew."""
    for place, item in enumerate(articles, 1):
        item.label = str(place)
        number_below(item)


def number_below(draft: Draft) -> None:
    """Number clauses and points from the start."""
    for place, child in enumerate(draft.children):
        child.label = LETTERS[place] if child.kind is Kind.POINT else str(place + 1)
        number_below(child)


def suffix(drafts: list[Draft]) -> None:
    """Keep all labels; what has none or was moved in gets the label before it with a letter or figure."""
    before, taken = "", set()
    kept = {draft.label for draft in drafts if draft.label}
    for draft in drafts:
        if draft.label and draft.label not in taken:
            before = draft.label
            suffix(draft.children)
        else:
            stem = before or ("1" if draft.kind is not Kind.POINT else "a")
            marks = "123456789" if draft.kind is Kind.POINT else LETTERS
            draft.label = next(stem + mark for mark in marks if stem + mark not in taken | kept)
            number_below(draft)
        taken.add(draft.label)


def addressed(articles: list[Draft], above: Address = WHOLE):
    """Each provision with its address."""
    for draft in articles:
        address = at(draft.kind, draft.label, above)
        yield draft, address
        yield from addressed(draft.children, address)


def words_of(pointer: Pointer, where: dict[int, Address]) -> str:
    return (pointer.stale or where[pointer.target]).spoken()


def render(articles: list[Draft], where: dict[int, Address]) -> Instrument:
    return instrument(tuple(_node(draft, where) for draft in articles))


def _node(draft: Draft, where: dict[int, Address]) -> Node:
    text, references = "", []
    for piece in draft.pieces:
        if isinstance(piece, str):
            text += piece
            continue
        target, words = piece.stale or where[piece.target], words_of(piece, where)
        references.append(Reference(Span(len(text), len(text) + len(words)), (target,)))
        text += words
    line = Line(text, Source("vàng", "", 0))
    children = tuple(_node(child, where) for child in draft.children)
    address, slices = where[draft.uid], (Span(0, len(text)),)
    return Node(draft.kind, draft.label, address, (line,), slices, text, children, tuple(references))
