"""A text of law as the page shows it: parts in order, with anchors, and references as links."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kcdocs.api import Instrument, Line, Node, Reference

_HEADED = ("phan", "chuong", "muc", "tieu-muc", "phu-luc", "dieu")
"""Kinds whose own words are a heading, the higher first."""


@dataclass(frozen=True, slots=True)
class LinkedWords:
    """Words of a line; `link` is where they lead, empty where nowhere."""

    words: str
    link: str = ""


@dataclass(frozen=True, slots=True)
class ShownPart:
    """A part of a text.

    Attributes:
        kind: What it is, as in addresses ("dieu").
        anchor: What a link names it by; empty where another part has that address, and inside a quotation.
        level: Level of its heading, from 2; 0 of a part that is no heading.
        quoted: Whether it stands in a quotation.
        lines: Its lines, each as runs.
        rows: A table's cells instead, row by row.
    """

    kind: str
    anchor: str
    level: int
    quoted: bool
    lines: tuple[tuple[LinkedWords, ...], ...]
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class ReferenceLinks:
    """Where references lead.

    Attributes:
        number: Number of the text's own instrument.
        elsewhere: Number of another one → its address on the page.
    """

    number: str
    elsewhere: Mapping[str, str]

    def of(self, reference: Reference) -> str:
        """The address that a reference leads to; empty if that is not at hand."""
        target = f"#{reference.targets[0]}" if reference.targets else ""
        if reference.citation is None or reference.citation.number == self.number:
            return target if reference.status.value == "resolved" else ""
        page = self.elsewhere.get(reference.citation.number, "")
        return f"{page}{target}" if page else ""


def parts(text: Instrument, links: ReferenceLinks) -> Iterator[ShownPart]:
    """The parts of a text in reading order."""
    taken: set[str] = set()
    for top in text.nodes:
        yield from _parts(top, links, taken, above=0, quoted=False)


def contents(shown: tuple[ShownPart, ...]) -> list[ShownPart]:
    """The parts that a list of contents names."""
    return [part for part in shown if part.level and part.anchor]


def _parts(
    node: Node, links: ReferenceLinks, taken: set[str], *, above: int, quoted: bool
) -> Iterator[ShownPart]:
    quoted = quoted or node.kind.value == "trich"
    anchor = "" if quoted or str(node.address) in taken else str(node.address)
    taken.add(anchor)
    headed = node.kind.value in _HEADED and not quoted and bool(node.lines)
    level = min(above + 2, 6) if headed else 0
    if any(line.cell for line in node.lines):
        yield ShownPart(node.kind.value, anchor, 0, quoted, (), tuple(_rows(node.lines)))
    elif node.lines:
        yield ShownPart(node.kind.value, anchor, level, quoted, tuple(_lines(node, links)))
    for child in node.children:
        yield from _parts(child, links, taken, above=above + bool(level), quoted=quoted)


def _lines(node: Node, links: ReferenceLinks) -> Iterator[tuple[LinkedWords, ...]]:
    """The lines of a node; its references count in its words, which leave labels out."""
    begin = 0
    for line, words in zip(node.lines, node.slices, strict=True):
        length = words.end - words.start
        inside = [
            one for one in node.references if begin <= one.span.start and one.span.end <= begin + length
        ]
        yield tuple(_runs(line.text, words.start - begin, inside, links))
        begin += length + 1 if length else 0


def _runs(text: str, shift: int, references: list[Reference], links: ReferenceLinks) -> Iterator[LinkedWords]:
    place = 0
    for one in references:
        start, end = one.span.start + shift, one.span.end + shift
        link = links.of(one)
        if link and start >= place:
            yield LinkedWords(text[place:start])
            yield LinkedWords(text[start:end], link)
            place = end
    yield LinkedWords(text[place:])


def _rows(lines: tuple[Line, ...]) -> Iterator[tuple[str, ...]]:
    cells = [(line.cell, line.text) for line in lines if line.cell]
    for _, row in groupby(cells, key=lambda item: (item[0].table, item[0].row)):
        columns: dict[int, list[str]] = {}
        for cell, text in row:
            columns.setdefault(cell.column, []).append(text)
        yield tuple("\n".join(words) for words in columns.values())
