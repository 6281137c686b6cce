"""A tiny language for instruments: one line a provision, as it is printed."""

from __future__ import annotations

import re

from kcdocs.model.address import Address, Kind, Step
from kcdocs.model.citation import Citation
from kcdocs.model.instrument import Instrument, Node, Reference
from kcdocs.model.line import Line, Source
from kcdocs.model.span import Span

_LEVELS = [
    (Kind.CHAPTER, re.compile(r"Chương ([IVX]+)\. (.*)")),
    (Kind.ARTICLE, re.compile(r"[ĐÐ]iều[ \u00a0](\d+[a-zđ]?)\. ?(.*)")),
    (Kind.CLAUSE, re.compile(r"(\d+[a-zđ]?)\. (.*)")),
    (Kind.POINT, re.compile(r"([a-zđ]\d*)\) (.*)")),
]
_DEPTH = {Kind.CHAPTER: 0, Kind.ARTICLE: 1, Kind.CLAUSE: 2, Kind.POINT: 3, Kind.PARAGRAPH: 4}
_REFERENCE = re.compile(
    r"(?:điểm[ \u00a0](?P<point>[a-zđ]\d*)[ \u00a0])?(?:khoản[ \u00a0](?P<clause>\d+[a-zđ]?)[ \u00a0])?"
    r"Điều[ \u00a0](?P<article>\d+[a-zđ]?)(?P<other>[ \u00a0]Nghị định số (?P<number>\S+))?"
)


def build(text: str, name: str = "thử") -> Instrument:
    """An instrument from printed lines; unlabelled lines are paragraphs of what stands above."""
    root = _Draft(Kind.OTHER, "", "")
    open_ones = [root]
    for line in filter(None, (line.strip() for line in text.splitlines())):
        draft = _draft(line)
        while len(open_ones) > 1 and _DEPTH[open_ones[-1].kind] >= _DEPTH[draft.kind]:
            open_ones.pop()
        if draft.kind is Kind.PARAGRAPH:
            draft.label = str(sum(child.kind is Kind.PARAGRAPH for child in open_ones[-1].children) + 1)
            open_ones[-1].children.append(draft)
            continue
        open_ones[-1].children.append(draft)
        open_ones.append(draft)
    return instrument(tuple(child.node(Address(), name) for child in root.children), name)


def instrument(nodes: tuple[Node, ...], name: str = "thử", number: str = "45/2012/NĐ-CP") -> Instrument:
    """An instrument of nodes that are made already."""
    return Instrument(Citation("Nghị định", number), nodes, name=name)


def node(
    kind: Kind, label: str, text: str, above: Address, children: tuple[Node, ...] = (), name: str = "thử"
) -> Node:
    """A node with the references that stand in its text."""
    address = at(kind, label, above)
    line = Line(text, Source(name, "", 0))
    return Node(kind, label, address, (line,), (Span(0, len(text)),), text, children, references(text))


def at(kind: Kind, label: str, above: Address) -> Address:
    """The address of a provision; articles start anew."""
    return Address((Step(kind, label),)) if kind is Kind.ARTICLE else above.child(kind, label)


def references(text: str) -> tuple[Reference, ...]:
    """References written out with the article's number."""
    return tuple(map(_reference, _REFERENCE.finditer(text)))


def _reference(found: re.Match[str]) -> Reference:
    steps = [Step(Kind.ARTICLE, found["article"])]
    steps += [Step(Kind.CLAUSE, found["clause"])] if found["clause"] else []
    steps += [Step(Kind.POINT, found["point"])] if found["point"] else []
    citation = Citation("Nghị định", found["number"]) if found["other"] else None
    return Reference(Span(*found.span()), (Address(tuple(steps)),), citation)


class _Draft:
    def __init__(self, kind: Kind, label: str, text: str) -> None:
        self.kind, self.label, self.text = kind, label, text
        self.children: list[_Draft] = []

    def node(self, above: Address, name: str) -> Node:
        address = at(self.kind, self.label, above)
        children = tuple(child.node(address, name) for child in self.children)
        return node(self.kind, self.label, self.text, above, children, name)


def _draft(line: str) -> _Draft:
    for kind, pattern in _LEVELS:
        found = pattern.fullmatch(line)
        if found:
            return _Draft(kind, found[1], found[2])
    return _Draft(Kind.PARAGRAPH, "", line)
