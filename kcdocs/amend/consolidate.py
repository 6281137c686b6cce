"""Consolidating: the amended instrument as a "văn bản hợp nhất".

Source: Ordinance 01/2012/UBTVQH13: title, list of the instruments with their days of force, footnotes at each
touched provision, repealed provisions kept by their number, the enforcement clauses of the amending
instrument in a note, an authentication block with number and date at the end.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from kcdocs.amend.footnotes import cited, note, since
from kcdocs.law.kinds import CONTAINERS
from kcdocs.model.address import Address, Kind
from kcdocs.model.citation import Citation
from kcdocs.model.consolidated import (
    Authentication,
    ConsolidatedText,
    Footnote,
    Paragraph,
    Setting,
)
from kcdocs.model.instrument import Node
from kcdocs.model.operation import Amendment, Claim, Consolidation, Operation, Verdict
from kcdocs.parse.references import write_addresses

_SKIPPED = frozenset({Kind.HEADER, Kind.TITLE, Kind.SIGNATURE, Kind.RECIPIENTS, Kind.CLOSING, Kind.OTHER})
_ENFORCEMENT = (Claim.EFFECT, Claim.TRANSITION, Claim.RESPONSIBILITY)


def consolidate(
    consolidation: Consolidation,
    amendment: Amendment,
    *,
    in_force: date | None = None,
    authentication: Authentication | None = None,
) -> ConsolidatedText:
    """Set an amended instrument out as a consolidated text.

    Args:
        consolidation: The instrument with the operations applied.
        amendment: The amending instrument.
        in_force: First day of force of the original, where known.
        authentication: The block at the end; None leaves all of it open.
    """
    text = _ConsolidatedText(consolidation, amendment, in_force)
    return ConsolidatedText(
        tuple(text.paragraphs()), authentication or Authentication(), tuple(text.annexes())
    )


class _ConsolidatedText:
    def __init__(self, consolidation: Consolidation, amendment: Amendment, in_force: date | None) -> None:
        self._amended = consolidation.amended
        self._amending = amendment
        self._in_force = in_force
        standing = self._amended.standing
        altered = [item.number for item in (*standing.missing, *standing.beside)] if standing else []
        own = amendment.instrument.citation.number
        self._left_out = [number for number in dict.fromkeys(altered) if number != own]
        self._operations: dict[Address, list[Operation]] = defaultdict(list)
        for item in consolidation.log:
            if item.verdict is not Verdict.REFUSED:
                for address in item.touched:
                    self._operations[address].append(item.operation)
        self._enforced = False

    def paragraphs(self) -> Iterator[Paragraph]:
        """All paragraphs up to the annexes, in order."""
        said = self._amended.citation
        yield Paragraph(said.type.upper(), Setting.TITLE)
        yield Paragraph(_sentence(said.title), Setting.TITLE)
        yield Paragraph(f"{_full(said)}{since(self._in_force)}, được sửa đổi, bổ sung bởi:")
        yield Paragraph(f"{_full(self._amending.instrument.citation)}{since(self._amending.effective)}.")
        if self._left_out:
            yield Paragraph(f"(Chưa hợp nhất nội dung của: {', '.join(self._left_out)}.)", Setting.ITALIC)
        for node in self._amended.nodes:
            if node.kind not in _SKIPPED and node.kind is not Kind.ANNEX:
                yield from self._node(node)

    def annexes(self) -> Iterator[Paragraph]:
        """The paragraphs of the annexes, in order."""
        for node in self._amended.nodes:
            if node.kind is Kind.ANNEX:
                yield from self._node(node)

    def _node(self, node: Node) -> Iterator[Paragraph]:
        texts = [line.text for line in node.lines if line.text.strip()]
        notes = self._notes(node)
        for place, text in enumerate(texts):
            last = place == len(texts) - 1
            at = self._mark(node, text)
            own = tuple(Footnote(at, words) for words in notes) if last else ()
            yield Paragraph(text, _setting(node), own)
        for child in node.children:
            yield from self._node(child)

    def _notes(self, node: Node) -> list[tuple[str, ...]]:
        amending = self._amending.instrument.citation
        notes: list[tuple[str, ...]] = [
            (note(operation, amending),) for operation in self._operations[node.address]
        ]
        if node.kind is Kind.ENACTING:
            notes.append(self._bases())
        elif node.kind is Kind.ARTICLE and not self._enforced and "hiệu lực" in node.text.lower():
            self._enforced = True
            notes.append(self._enforcement())
        return [words for words in notes if words]

    def _mark(self, node: Node, text: str) -> int:
        """Behind a heading or a whole paragraph; behind the label of a clause or point."""
        if node.kind in (Kind.CLAUSE, Kind.POINT) and node.lines and node.slices:
            lead = node.lines[0].text[: node.slices[0].start].rstrip()
            return len(lead) if text.startswith(lead) else len(text)
        return len(text)

    def _bases(self) -> tuple[str, ...]:
        bases = [node.text for node in self._amending.instrument.nodes if node.kind is Kind.BASIS]
        if not bases:
            return ()
        head = f"{_full(self._amending.instrument.citation)} có căn cứ ban hành như sau:"
        return (head, *_in_quotes(bases))

    def _enforcement(self) -> tuple[str, ...]:
        claims = {item.address: item.claim for item in self._amending.claims}
        articles = [
            node
            for node in self._amending.instrument.provisions()
            if node.kind is Kind.ARTICLE and claims.get(node.address) in _ENFORCEMENT
        ]
        if not articles:
            return ()
        named = write_addresses([node.address for node in articles])
        lines = [line.text for node in articles for item in node.walk() for line in item.lines if line.text]
        return (f"{named} {cited(self._amending.instrument.citation)} quy định như sau:", *_in_quotes(lines))


def _setting(node: Node) -> Setting:
    if node.kind in CONTAINERS:
        return Setting.CHAPTER
    if node.kind is Kind.ARTICLE:
        return Setting.HEADING
    return Setting.ITALIC if node.kind in (Kind.BASIS, Kind.ENACTING) else Setting.BODY


def _full(citation: Citation) -> str:
    return f"{cited(citation)} {citation.title}".rstrip()


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def _in_quotes(lines: list[str]) -> list[str]:
    quoted = list(lines)
    quoted[0] = f"“{quoted[0]}"
    quoted[-1] = f"{quoted[-1]}”."
    return quoted
