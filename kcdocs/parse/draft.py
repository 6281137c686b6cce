"""Nodes while they are being built."""

from __future__ import annotations

from kcdocs.model.address import Address, Kind
from kcdocs.model.line import Line
from kcdocs.model.span import Span
from kcdocs.parse.words import LineStretch

_NOTHING = Span(0, 0)


class UnfinishedNode:
    """A node to be: children and own lines still grow.

    Attributes:
        last: For each kind of child the label of the last one.
        level: How deep it stands among those it is nested in.
    """

    __slots__ = ("address", "children", "kind", "label", "last", "level", "lines", "slices")

    def __init__(self, kind: Kind, label: str, address: Address) -> None:
        self.kind = kind
        self.label = label
        self.address = address
        self.lines: list[Line] = []
        self.slices: list[Span] = []
        self.children: list[UnfinishedNode] = []
        self.last: dict[Kind, str] = {}
        self.level = 0

    def add_line(self, words: LineStretch, *, silent: bool = False) -> None:
        """Take a line as one's own; a silent one gives no words."""
        self.lines.append(words.line)
        self.slices.append(_NOTHING if silent or not words.text else words.span())

    def text(self) -> str:
        """The words of its lines so far, joined by line feeds."""
        if len(self.lines) == 1:
            return self.slices[0].of(self.lines[0].text)
        parts = (span.of(line.text) for line, span in zip(self.lines, self.slices, strict=True))
        return "\n".join(part for part in parts if part)

    def adopt(self, kind: Kind, label: str, base: Address) -> UnfinishedNode:
        """A new last child, its address one step below `base`."""
        child = UnfinishedNode(kind, label, base.child(kind, label))
        self.children.append(child)
        self.last[kind] = label
        return child

    def counted(self, kind: Kind, base: Address) -> UnfinishedNode:
        """A new last child of a kind that bears no label: it is counted."""
        return self.adopt(kind, str(int(self.last.get(kind, "0")) + 1), base)
