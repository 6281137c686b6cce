"""The tree of an instrument while operations are applied to it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from operator import is_

from kcdocs.law.commanding import REPEALED
from kcdocs.law.kinds import CONTAINERS
from kcdocs.model.address import Address, Kind
from kcdocs.model.instrument import Instrument, Node, Reference
from kcdocs.model.line import Line
from kcdocs.model.span import Span
from kcdocs.text.labels import rank

_COUNTED = frozenset({Kind.PARAGRAPH, Kind.TABLE, Kind.QUOTE, Kind.BASIS})
_NOTHING = Span(0, 0)
_MARKS = '“‟„«"'
_CLOSING = re.compile(r"”[.;,]?$")
"""The mark that closes a quotation at the end of a line, with the stop behind it."""


class Twig:
    """A node whose words and children may change.

    Attributes:
        address: Where it stood before any operation; for a new provision where it was to stand.
        lines: Its own lines.
        slices: For each line the characters that are its words.
        children: The twigs below it.
        touched: Whether an operation changed its own words, added it or repealed it.
        new: Whether it was inserted.
    """

    __slots__ = ("address", "children", "kind", "label", "lines", "new", "node", "slices", "touched")

    def __init__(self, node: Node, address: Address) -> None:
        self.node = node
        self.kind = node.kind
        self.label = node.label
        self.address = address
        self.lines = list(node.lines)
        self.slices = list(node.slices)
        self.children: list[Twig] = []
        self.touched = False
        self.new = False

    @property
    def text(self) -> str:
        """Its own words, as a node gives them."""
        parts = (span.of(line.text) for line, span in zip(self.lines, self.slices, strict=True))
        return "\n".join(part for part in parts if part)

    def changes(self, base: Address, label: str) -> bool:
        """Whether its address is no longer the label below the base."""
        steps = self.address.steps
        return not steps or steps[-1].label != label or steps[:-1] != base.steps

    def stays(self, address: Address, children: tuple[Node, ...]) -> bool:
        """Whether it is still the very node it was grown from."""
        node = self.node
        same = len(children) == len(node.children) and all(map(is_, children, node.children))
        return not self.touched and same and node.address == address

    def walk(self) -> Iterator[Twig]:
        """This twig and all below it, in reading order, save what is quoted."""
        yield self
        if self.kind is not Kind.QUOTE:
            for child in self.children:
                yield from child.walk()

    def mend(self, edits: Sequence[tuple[Span, str]]) -> None:
        """Put words in the place of some of its own, all at once.

        Args:
            edits: Characters of `text` and what is to stand there; where two meet in the space between them,
                the later keeps it.
        """
        limit = len(self.text)
        for span, words in sorted(edits, key=lambda edit: edit[0], reverse=True):
            self._reword(Span(span.start, min(span.end, limit)), words)
            limit = span.start
        self.touched = True

    def _reword(self, span: Span, words: str) -> None:
        rows = list(self._rows())
        if not rows:
            self.retell(words)
            return
        first = next(place for place, row in enumerate(rows) if span.start <= row[1] + row[2])
        last = next(place for place, row in enumerate(rows) if span.end <= row[1] + row[2])
        for index, start, length in reversed(rows[first + 1 : last + 1]):
            self._replace(index, Span(0, min(span.end - start, length)), "")
            self._trim(index)
        index, start, length = rows[first]
        fresh = words.rstrip() if last > first else words  # the line end is the space
        self._replace(index, Span(span.start - start, min(span.end - start, length)), fresh)

    def _rows(self) -> Iterator[tuple[int, int, int]]:
        """Index, offset in `text` and length of every line that has words."""
        start = 0
        for index, span in enumerate(self.slices):
            if span.end > span.start:
                yield index, start, span.end - span.start
                start += span.end - span.start + 1

    def _replace(self, index: int, span: Span, words: str) -> None:
        line, own = self.lines[index], self.slices[index]
        start, end = own.start + span.start, own.start + span.end
        self.lines[index] = replace(line, text=line.text[:start] + words + line.text[end:], marks=())
        self.slices[index] = Span(own.start, own.end + len(words) - (span.end - span.start))

    def _trim(self, index: int) -> None:
        """Drop the space a line begins with after words were taken out, or the line if nothing is left."""
        rest = self.slices[index].of(self.lines[index].text)
        self._replace(index, Span(0, len(rest) - len(rest.lstrip())), "")
        if not rest.strip():
            del self.lines[index], self.slices[index]

    def retell(self, words: str) -> None:
        """Put words in the place of all its own, on one line behind the label."""
        index = next((place for place, span in enumerate(self.slices) if span.end > span.start), None)
        if index is None:
            index = len(self.lines) - 1
            line = self.lines[index]
            text = f"{line.text.rstrip()} "
            self.lines[index] = replace(line, text=text, marks=())
            self.slices[index] = Span(len(text), len(text))
        spare = [place for place, span in enumerate(self.slices) if place > index and span.end > span.start]
        for place in reversed(spare):
            del self.lines[place], self.slices[place]
        self._replace(index, Span(0, self.slices[index].end - self.slices[index].start), words)
        self.touched = True

    def repeal(self) -> None:
        """Leave only the label and the mark of repeal."""
        self.retell(REPEALED)
        self.children = []

    def relabel(self, label: str) -> None:
        """Give it another label, in its first line too."""
        for index, line in enumerate(self.lines[:1]):
            lead = line.text[: self.slices[index].start]
            fresh = lead.replace(self.label, label, 1)
            span, shift = self.slices[index], len(fresh) - len(lead)
            self.lines[index] = replace(line, text=fresh + line.text[len(lead) :])
            self.slices[index] = Span(span.start + shift, span.end + shift)
        self.label = label
        self.touched = True

    def place_child(self, twig: Twig, *, after: Twig | None = None, before: Twig | None = None) -> None:
        """Add a child beside a given one, else where its label ranks among its kind."""
        if after is not None:
            place = self.children.index(after) + 1
        elif before is not None:
            place = self.children.index(before)
        else:
            place = self._rank_place(twig)
        self.children.insert(place, twig)

    def _rank_place(self, twig: Twig) -> int:
        wanted = rank(twig.label)
        place = len(self.children)
        for index, child in enumerate(self.children):
            here = rank(child.label) if child.kind is twig.kind else None
            if here is not None and wanted is not None:
                if here > wanted:
                    return index
                place = index + 1
        return place


def grow(node: Node) -> Twig:
    """A node of the instrument as a twig, children included."""
    twig = Twig(node, node.address)
    twig.children = [grow(child) for child in node.children]
    return twig


def graft(node: Node, address: Address) -> Twig:
    """A quoted node as a new twig: its lines without the marks of quotation.

    Args:
        node: The provision as quoted.
        address: Where it is to stand.
    """
    if node.kind is Kind.QUOTE:
        return grow(_closed_once(node))
    twig = Twig(node, address)
    unquoted = [_unquoted(line, span) for line, span in zip(node.lines, node.slices, strict=True)]
    twig.lines = [line for line, _ in unquoted]
    twig.slices = [span for _, span in unquoted]
    twig.children = [graft(child, _below(address, child)) for child in node.children]
    twig.touched = True
    return twig


def is_quoted(node: Node) -> bool:
    """Whether a mark of quotation stands before its words."""
    return bool(node.lines) and _opens(node.lines[0].text[: node.slices[0].start])


def _opens(before: str) -> bool:
    """Whether what stands before words has the mark that opens their quotation."""
    return before.strip()[:1] in tuple(_MARKS)


def trunk(instrument: Instrument) -> Twig:
    """A twig that holds all top nodes of an instrument."""
    top = Twig(Node(Kind.OTHER, "", Address(), (), (), ""), Address())
    top.children = [grow(node) for node in instrument.nodes]
    return top


Refer = Callable[[str, Address, Mapping[Kind, Address]], tuple[Reference, ...]]
"""Reads the references of a text, given its address and the nearest part, chapter, section and annex."""


def addresses(top: Twig) -> Iterator[tuple[Twig, Address]]:
    """Every twig with its address where it stands now, in reading order."""
    yield from _addresses(top, Address(), Address())


def _addresses(parent: Twig, above: Address, annex: Address) -> Iterator[tuple[Twig, Address]]:
    for twig, label in _labels(parent):
        base = annex if twig.kind is Kind.ARTICLE else above
        address = base.child(twig.kind, label) if twig.changes(base, label) else twig.address
        yield twig, address
        if twig.kind is not Kind.QUOTE:
            yield from _addresses(twig, address, address if twig.kind is Kind.ANNEX else annex)


def _labels(parent: Twig) -> Iterator[tuple[Twig, str]]:
    """The children with their labels; kinds that bear none are counted."""
    counts: dict[Kind, int] = {}
    for twig in parent.children:
        if twig.kind in _COUNTED:
            counts[twig.kind] = counts.get(twig.kind, 0) + 1
            yield twig, str(counts[twig.kind])
        else:
            yield twig, twig.label


def freeze(top: Twig, places: Mapping[Twig, Address], refer: Refer) -> tuple[Node, ...]:
    """The top nodes again, every address made anew from where its twig stands now.

    Args:
        top: The twig that holds them.
        places: The address of every twig.
        refer: Reads the references of words that were changed; the others keep theirs.
    """
    return tuple([_frozen(twig, places, {}, refer) for twig in top.children])


def _frozen(twig: Twig, places: Mapping[Twig, Address], around: Mapping[Kind, Address], refer: Refer) -> Node:
    address = places[twig]
    if twig.kind is Kind.QUOTE:
        return replace(twig.node, label=address.label, address=address)
    within = {**around, twig.kind: address} if twig.kind in CONTAINERS else around
    children = tuple([_frozen(child, places, within, refer) for child in twig.children])
    if twig.stays(address, children):
        return twig.node
    text = twig.text if twig.touched else twig.node.text
    references = refer(text, address, around) if twig.touched else twig.node.references
    lines, slices = tuple(twig.lines), tuple(twig.slices)
    return Node(twig.kind, address.label, address, lines, slices, text, children, references)


def _closed_once(quote: Node) -> Node:
    """What a quoted provision quotes in its turn, without the mark that closes the quotation around both."""
    text = "\n".join(line.text for node in quote.walk() for line in node.lines)
    return _without_last_mark(quote) if text.count("”") > text.count("“") else quote


def _without_last_mark(node: Node) -> Node:
    if node.children:
        return replace(node, children=(*node.children[:-1], _without_last_mark(node.children[-1])))
    line = node.lines[-1]
    return replace(node, lines=(*node.lines[:-1], replace(line, text=_CLOSING.sub("", line.text))))


def _below(address: Address, child: Node) -> Address:
    if child.kind is Kind.ARTICLE:
        return Address().child(Kind.ARTICLE, child.label)
    return address.child(child.kind, child.label)


def _unquoted(line: Line, span: Span) -> tuple[Line, Span]:
    text = line.text[: span.end] if span.end > span.start else line.text
    opened = span.end <= span.start or _opens(text[: span.start])
    bare = text.lstrip().lstrip(_MARKS).lstrip() if opened else text.lstrip()
    cut = len(text) - len(bare)
    moved = Span(span.start - cut, span.end - cut) if span.end > span.start else _NOTHING
    return line if bare == line.text and not line.marks else replace(line, text=bare, marks=()), moved
