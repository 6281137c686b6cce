"""A comparison cut into the rows of a comparison table: a clause with its points, an article's own words."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kcdocs.law.kinds import GROUPING
from kcdocs.model.address import Kind
from kcdocs.model.comparison import Outcome
from kcdocs.report import limits
from kcdocs.report.titles import heading
from kcdocs.report.words import label_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kcdocs.model.comparison import Row
    from kcdocs.model.instrument import Node
    from kcdocs.report.chain import Chain, Stroke
    from kcdocs.report.selection import Selection
    from kcdocs.report.strands import Strand

_CODES = {
    Kind.PART: "P",
    Kind.CHAPTER: "C",
    Kind.SECTION: "M",
    Kind.SUBSECTION: "T",
    Kind.ARTICLE: "D",
    Kind.CLAUSE: "K",
    Kind.POINT: "I",
    Kind.ANNEX: "L",
}
_LABEL_ALONE = GROUPING | {Kind.ANNEX}
"""Kinds whose label stands on a line of its own, above the heading."""

_FRAME = frozenset({Kind.HEADER, Kind.SIGNATURE, Kind.RECIPIENTS})


@dataclass(frozen=True)
class Block:
    """Provisions that make up one row of a comparison table.

    Attributes:
        chain: What they are followed through.
        strands: At least one; the first names the block.
    """

    chain: Chain
    strands: tuple[Strand, ...]

    @property
    def is_heading(self) -> bool:
        """Whether it is the heading of a chapter or the like."""
        return self.strands[0].kind in GROUPING

    @property
    def old_keys(self) -> tuple[str, ...]:
        """Names of the provisions in the first text that a file can carry; empty if there are none."""
        return tuple(map(_key, self.strands[0].versions[0]))

    @property
    def new_key(self) -> str:
        """The same for the first provision in the last text; empty if there is none."""
        return next(map(_key, self.strands[0].versions[-1]), "")

    @property
    def new_text(self) -> str:
        """All words of the last text, labels left out."""
        return "\n".join(node.text for strand in self.strands for node in strand.versions[-1])

    @property
    def changed(self) -> bool:
        """Whether any step changed anything in it."""
        return any(strand.changed for strand in self.strands)

    def nodes(self, version: int) -> tuple[Node, ...]:
        """The provisions that name the block in one text."""
        return tuple(self.strands[0].versions[version])

    def places(self, version: int) -> tuple[Node, ...]:
        """All its provisions in one text."""
        return tuple(node for strand in self.strands for node in strand.versions[version])

    def words(self, version: int) -> list[list[Stroke]]:
        """The words of one text, a list for each provision; empty if it has none."""
        every = [line for strand in self.strands for line in self.chain.strokes(strand, version)]
        if every and self.strands[0].kind in _LABEL_ALONE:
            return [_cut_behind(every[0], label_words(self.nodes(version)[0])), *every[1:]]
        return every

    def rows(self, step: int) -> tuple[Row, ...]:
        """The rows of one step."""
        return tuple(row for strand in self.strands for row in strand.rows[step])


@dataclass(frozen=True)
class Untouched:
    """Articles in a run, or annexes, that no step changed."""

    articles: tuple[Strand, ...]

    @property
    def old_keys(self) -> tuple[str, ...]:
        """Names of the articles in the first text."""
        return tuple(_key(node) for strand in self.articles for node in strand.versions[0])

    @property
    def new_key(self) -> str:
        """The name of the first of them in the last text."""
        return _key(self.articles[0].node)

    @property
    def new_text(self) -> str:
        """Their titles, one a line."""
        return "\n".join(heading(strand.node) for strand in self.articles)

    def nodes(self, version: int) -> tuple[Node, ...]:
        """The articles in one text."""
        return tuple(node for strand in self.articles for node in strand.versions[version])


TableEntry = Block | Untouched


def blocks(chain: Chain, selection: Selection) -> Iterator[TableEntry]:
    """The blocks of a table, in order.

    Articles that changed, or that hold a reference to be looked at, come whole, clause by clause; the
    others as one entry for each run of them; other parts of the text only where they changed, save headings
    of chapters, which lead the reader. Header, signature and recipients are no part of what is explained.
    """
    run: list[Strand] = []
    last = chain.steps[-1]
    amiss = {
        str(item.address)
        for item in last.impacts
        if item.outcome is not Outcome.FOLLOWED and item.instrument == last.new.name
    }
    groups = (tuple(one for one in group if one.kind not in _FRAME) for group in chain.groups)
    for group in filter(None, groups):
        if not any(map(selection.has, _rows(group))):
            continue
        kind = group[0].kind
        whole = any(strand.changed for strand in group) or _holds(group, amiss) or _waits(group, chain)
        if kind in (Kind.ARTICLE, Kind.ANNEX) and not whole:
            run.append(group[0])
            continue
        if run:
            yield Untouched(tuple(run))
            run = []
        if whole or kind in GROUPING:
            yield from (Block(chain, part) for part in _cut(group))
    if run:
        yield Untouched(tuple(run))


def _rows(group: Iterable[Strand]) -> Iterator[Row]:
    return (row for strand in group for rows in strand.rows for row in rows)


def _holds(group: Iterable[Strand], addresses: set[str]) -> bool:
    return any(str(node.address) in addresses for strand in group for node in strand.versions[-1])


def _waits(group: Iterable[Strand], chain: Chain) -> bool:
    """Whether a command on it could not be followed."""
    places = [node.address for strand in group for nodes in strand.versions for node in nodes]
    return any(item.concerns(place) for step in chain.steps for item in step.unfollowed for place in places)


def _cut(group: Iterable[Strand]) -> Iterator[tuple[Strand, ...]]:
    """Provisions cut before each clause; what stands below a clause or beside it stays with it."""
    part: list[Strand] = []
    for strand in group:
        if part and strand.kind is Kind.CLAUSE:
            yield tuple(part)
            part = []
        part.append(strand)
    yield tuple(part)


def _cut_behind(strokes: Iterable[Stroke], label: str) -> list[Stroke]:
    """Words with a line feed in place of the space behind their label."""
    left, found = len(label), []
    for stroke in strokes:
        inside = 0 <= left < len(stroke.text) and stroke.text[left] == " "
        text = f"{stroke.text[:left]}\n{stroke.text[left + 1 :]}" if inside else stroke.text
        found.append(stroke._replace(text=text))
        left -= len(stroke.text)
    return found


def _key(node: Node) -> str:
    """Letters, digits and underscores: "D5a_K2" for khoản 2 Điều 5a; long ones end in a digest."""
    steps = [_CODES.get(step.kind, step.kind.value) + step.label for step in node.address.steps]
    key = re.sub(r"\W+", "", "_".join(steps))
    if len(key) <= limits.LONGEST_KEY:
        return key
    digest = hashlib.sha256(key.encode()).hexdigest()[: limits.DIGEST]
    return f"{key[: limits.LONGEST_KEY - limits.DIGEST - 1]}_{digest}"
