"""Consolidating: the amended instrument as a "văn bản hợp nhất".

Source: Ordinance 01/2012/UBTVQH13: title, list of the instruments with their days of force, footnotes at each
touched provision, repealed provisions kept by their number, the enforcement clauses of the amending
instrument in a note, an authentication block with number and date at the end.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from kcdocs.amend.footnotes import cited, note, since
from kcdocs.amend.gaps import SPACE
from kcdocs.amend.tabling import table_of
from kcdocs.codes import Declared
from kcdocs.law.consolidating import layout_rule
from kcdocs.law.kinds import CONTAINERS, LABELLED
from kcdocs.law.numbers import type_of
from kcdocs.law.rule import Certainty
from kcdocs.model.address import Address, Kind
from kcdocs.model.citation import Citation
from kcdocs.model.consolidated import (
    Authentication,
    ConsolidatedText,
    Footnote,
    Paragraph,
    Setting,
    TextBlock,
)
from kcdocs.model.finding import Finding, Place, Severity
from kcdocs.model.instrument import Instrument, Node
from kcdocs.model.operation import Amendment, Claim, Consolidation, Verdict
from kcdocs.parse.references import write_addresses

_SKIPPED = frozenset({Kind.HEADER, Kind.TITLE, Kind.SIGNATURE, Kind.RECIPIENTS, Kind.CLOSING, Kind.OTHER})
_ENFORCEMENT = (Claim.EFFECT, Claim.TRANSITION, Claim.RESPONSIBILITY)


_UNREAD_RULE = Declared(
    "AM140",
    Severity.WARNING,
    "A consolidated text is set out as before a rule that was not read.",
    "Văn bản hợp nhất ký từ ngày {since} phải trình bày theo {rule}, chưa đối chiếu được; bản này trình "
    "bày theo cách trước đó.",
    mend="Đối chiếu thể thức với {rule} trước khi ký.",
)


@dataclass(frozen=True, slots=True)
class AmendingStep:
    """An amending instrument that was done to a text.

    Attributes:
        amendment: The amending instrument.
        consolidation: The text before, after, and what became of each command.
    """

    amendment: Amendment
    consolidation: Consolidation


def layout_findings(day: date, name: str) -> Iterator[Finding]:
    """What must be told of how a consolidated text is set out that is signed on a day.

    Args:
        day: The day.
        name: The instrument, for the place.
    """
    rule = layout_rule(day)
    if rule.since and rule.certainty is Certainty.OPEN:
        since_day = rule.since.strftime("%d/%m/%Y")
        yield _UNREAD_RULE.at(Place(file=name), since=since_day, rule=rule.source, source=rule.source)


def consolidate(
    steps: Sequence[AmendingStep],
    *,
    in_force: date | None = None,
    authentication: Authentication | None = None,
) -> ConsolidatedText:
    """Set an amended instrument out as a consolidated text.

    Args:
        steps: What was done to the instrument, in order, each to what the one before made; at least one.
        in_force: First day of force of the original, where known.
        authentication: Who authenticates it; None leaves all of it open.
    """
    text = _ConsolidatedText(steps, in_force)
    return ConsolidatedText(tuple(text.blocks()), authentication or Authentication(), tuple(text.annexes()))


class _ConsolidatedText:
    def __init__(self, steps: Sequence[AmendingStep], in_force: date | None) -> None:
        self._amended = steps[-1].consolidation.amended
        self._in_force = in_force
        amending = {step.amendment.instrument.citation.number: step.amendment for step in steps}
        self._amending = list(amending.values())
        standing = self._amended.standing
        altered = [item.number for item in (*standing.missing, *standing.beside)] if standing else []
        own = {amendment.instrument.citation.number for amendment in self._amending}
        self._left_out = [number for number in dict.fromkeys(altered) if number not in own]
        self._notes_at = _notes(steps)
        self._enforced = False

    def blocks(self) -> Iterator[TextBlock]:
        """All blocks up to the annexes, in order."""
        said = self._amended.citation
        said = replace(said, type=said.type or type_of(said.number))
        yield Paragraph(said.type.upper() or SPACE, Setting.TITLE)
        yield self._title(_sentence(said.title) or SPACE)
        yield Paragraph(f"{_full(said)}{since(self._in_force)}, được sửa đổi, bổ sung bởi:")
        yield from self._listed()
        if self._left_out:
            yield Paragraph(f"(Chưa hợp nhất nội dung của: {', '.join(self._left_out)}.)", Setting.ITALIC)
        for node in self._amended.nodes:
            if node.kind not in _SKIPPED and node.kind is not Kind.ANNEX:
                yield from self._node(node)

    def _title(self, words: str) -> Paragraph:
        notes = [
            said for node in self._amended.nodes if node.kind is Kind.TITLE for said in self._notes(node)
        ]
        own = (Footnote(len(words), tuple(notes)),) if notes else ()
        return Paragraph(words, Setting.TITLE, own)

    def annexes(self) -> Iterator[TextBlock]:
        """The blocks of the annexes, in order, each annex on a page of its own."""
        for node in self._amended.nodes:
            if node.kind is Kind.ANNEX:
                blocks = list(self._node(node))
                if blocks and isinstance(blocks[0], Paragraph):
                    blocks[0] = replace(blocks[0], new_page=True)
                yield from blocks

    def _listed(self) -> Iterator[Paragraph]:
        """The amending instruments, numbered from two on."""
        several = len(self._amending) > 1
        for number, amendment in enumerate(self._amending, 1):
            label = f"{number}. " if several else ""
            end = "." if number == len(self._amending) else ";"
            said = _full(amendment.instrument.citation)
            yield Paragraph(f"{label}{said}{since(amendment.effective)}{end}")

    def _node(self, node: Node) -> Iterator[TextBlock]:
        notes = self._notes(node)
        if node.kind is Kind.TABLE and any(line.cell for line in node.lines):
            yield table_of((line for line in node.lines if line.cell), notes)
        else:
            yield from self._paragraphs(node, notes)
        for child in node.children:
            yield from self._node(child)

    def _paragraphs(self, node: Node, notes: tuple[str, ...]) -> Iterator[Paragraph]:
        texts = [line.text for line in node.lines if line.text.strip()]
        marked = 0 if node.kind is Kind.ANNEX else len(texts) - 1
        for place, text in enumerate(texts):
            own = (Footnote(self._mark(node, text), notes),) if place == marked and notes else ()
            yield Paragraph(text, _setting(node, text), own)

    def _notes(self, node: Node) -> tuple[str, ...]:
        """What the one note of a provision says: every command that touched it, in order."""
        notes = list(self._notes_at[node.address])
        if node.kind is Kind.ENACTING:
            notes += [line for amendment in self._amending for line in _bases(amendment)]
        elif node.kind is Kind.ARTICLE and not self._enforced and "hiệu lực" in node.text.lower():
            self._enforced = True
            notes += [line for amendment in self._amending for line in _enforcement(amendment)]
        return tuple(notes)

    def _mark(self, node: Node, text: str) -> int:
        """Behind a heading or a whole paragraph; behind the label of a clause or point."""
        if node.kind in (Kind.CLAUSE, Kind.POINT) and node.lines and node.slices:
            lead = node.lines[0].text[: node.slices[0].start].rstrip()
            return len(lead) if text.startswith(lead) else len(text)
        return len(text)


def _notes(steps: Sequence[AmendingStep]) -> dict[Address, list[str]]:
    """For each provision of the last text what its note says, by where it stands there."""
    found: dict[Address, list[str]] = defaultdict(list)
    last = steps[-1].consolidation.amended
    for step in steps:
        made = step.consolidation.amended
        for item in step.consolidation.log:
            if item.verdict is not Verdict.REFUSED:
                words = note(item.operation, step.amendment.instrument.citation)
                for address in item.touched:
                    found[_now(address, made, last)].append(words)
    return found


def _now(address: Address, made: Instrument, last: Instrument) -> Address:
    """Where a provision of an earlier text stands in the last: by its label, or a paragraph by its lines."""
    node = made.find(address) if made is not last and address.kind not in LABELLED else None
    if node is None:
        return address
    return next((item.address for item in last.provisions() if item.lines == node.lines), address)


def _bases(amendment: Amendment) -> tuple[str, ...]:
    bases = [node.text for node in amendment.instrument.nodes if node.kind is Kind.BASIS]
    if not bases:
        return ()
    return (f"{_full(amendment.instrument.citation)} có căn cứ ban hành như sau:", *_in_quotes(bases))


def _enforcement(amendment: Amendment) -> tuple[str, ...]:
    claims = {item.address: item.claim for item in amendment.claims}
    articles = [
        node
        for node in amendment.instrument.provisions()
        if node.kind is Kind.ARTICLE and claims.get(node.address) in _ENFORCEMENT
    ]
    if not articles:
        return ()
    named = _sentence(write_addresses([node.address for node in articles]))
    lines = [line.text for node in articles for item in node.walk() for line in item.lines if line.text]
    said = f"{cited(amendment.instrument.citation)}{since(amendment.effective)}"
    return (f"{named} của {said} quy định như sau:", *_in_quotes(lines))


def _setting(node: Node, text: str) -> Setting:
    if text.startswith(("(Kèm theo ", "(Ban hành kèm theo ")):
        return Setting.ATTACHED
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
