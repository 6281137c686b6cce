"""Impact: what the changes do to each reference, in the new instrument and in others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kcdocs.diff.lexicon import own_references
from kcdocs.diff.repair import rewritten
from kcdocs.model.address import Address
from kcdocs.model.comparison import ChangeClass, EndedInstrument, Impact, Outcome, OuterReference
from kcdocs.text.variants import encoding_form, spelling_form

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kcdocs.diff.atlas import Atlas
    from kcdocs.model.comparison import Edit, Row
    from kcdocs.model.instrument import Instrument, Node, Reference
    from kcdocs.model.span import Span

_NO_CONTENT = frozenset({ChangeClass.MOVED, ChangeClass.TECHNICAL, ChangeClass.FORM, ChangeClass.ENCODING})

PlacedReference = tuple[int, "Node", "Reference"]
"""A reference, the provision it stands in and where it starts in the row's text."""


def impacts(rows: Iterable[Row], atlas: Atlas, name: str) -> Iterator[Impact]:
    """What became of the references of the new instrument to its own provisions.

    Args:
        rows: The rows of the comparison.
        atlas: The address map.
        name: Name of the new instrument.
    """
    for row in rows:
        for _, node, reference, before in _with_predecessors(row):
            words = reference.span.of(node.text)
            outcome, proposed = _judge(reference, words, before, atlas)
            if outcome is not None:
                yield Impact(name, node.address, reference, words, outcome, proposed)


Widened = tuple["Address", str, "Span", tuple["Address", ...]]
"""The provision a range stands in, its words and where they stand, and the new provisions it takes in."""


def widened(rows: Iterable[Row], atlas: Atlas) -> Iterator[Widened]:
    """The ranges of the new instrument that stood in the old one and now take in new provisions.

    Args:
        rows: The rows of the comparison.
        atlas: The address map.
    """
    for row in rows:
        if not any(len(reference.targets) > 1 for node in row.news for reference in node.references):
            continue  # for speed only
        for _, node, reference, before in _with_predecessors(row):
            words = reference.span.of(node.text)
            new = atlas.taken_in(reference, words) if before else ()
            if new:
                yield node.address, words, reference.span, new


def outer_references(instrument: Instrument) -> Iterator[OuterReference]:
    """The references of an instrument to others."""
    for node in instrument.walk():
        for reference in node.references:
            if reference.citation:
                yield OuterReference(instrument.name, node.address, reference, reference.span.of(node.text))


@dataclass(frozen=True, slots=True)
class OuterImpacts:
    """What a draft does to references in other instruments.

    Attributes:
        number: Number and symbol of the old instrument; empty if it is not known.
        atlas: The address map.
        touched: Old addresses at which, or below which, content changes.
        ended: The instruments that the draft says cease as a whole.
    """

    number: str
    atlas: Atlas
    touched: frozenset[Address]
    ended: Sequence[EndedInstrument]

    def of(self, references: Iterable[OuterReference]) -> Iterator[Impact]:
        """What becomes of references in other instruments, which stay as they are."""
        for one in references:
            outcome, proposed = self._judged(one)
            if outcome is not None:
                yield Impact(one.instrument, one.address, one.reference, one.words, outcome, proposed)

    def _judged(self, one: OuterReference) -> tuple[Outcome | None, str]:
        cited = one.reference.citation
        said = cited.number if cited else ""
        if one.unsure:
            return Outcome.AMBIGUOUS, ""
        for item in self.ended:
            if same_number(said, item.citation.number):
                return (Outcome.AMBIGUOUS if item.unsure else Outcome.ENDED), ""
        if not one.reference.targets or not same_number(said, self.number):
            return None, ""
        outcome, proposed = _judge(one.reference, one.words, (one.reference, one.words), self.atlas)
        if outcome is None and not self.touched.isdisjoint(one.reference.targets):
            return Outcome.TOUCHED, ""
        return outcome, proposed


def touched(rows: Iterable[Row]) -> frozenset[Address]:
    """The old addresses at which, or below which, a comparison changes content."""
    changed = {node.address for row in rows if _changes_content(row) for node in (*row.olds, *row.news[:1])}
    return frozenset(
        Address(one.steps[:length]) for one in changed for length in range(1, len(one.steps) + 1)
    )


def _changes_content(row: Row) -> bool:
    return any(change not in _NO_CONTENT for change in row.changes)


def same_number(one: str, other: str) -> bool:
    """Whether two numbers are one, however they are encoded."""
    return bool(other) and encoding_form(one).strip().upper() == encoding_form(other).strip().upper()


def _with_predecessors(row: Row) -> Iterator[tuple[int, Node, Reference, tuple[Reference, str] | None]]:
    """References of the new side, each with the old one in its place and that one's words."""
    olds, news = list(_standing(row.olds)), list(_standing(row.news))
    by_start = {start: (node, reference) for start, node, reference in olds}
    for start, node, reference in news:
        found = _before(start, row.edits, olds, news, by_start) if olds else None
        yield start, node, reference, (found[1], found[1].span.of(found[0].text)) if found else None


def _standing(nodes: Iterable[Node]) -> Iterator[PlacedReference]:
    offset = 0
    for node in nodes:
        for reference in own_references(node):
            yield offset + reference.span.start, node, reference
        offset += len(node.text) + 1


def _before(
    start: int,
    edits: Iterable[Edit],
    olds: list[PlacedReference],
    news: list[PlacedReference],
    by_start: dict[int, tuple[Node, Reference]],
) -> tuple[Node, Reference] | None:
    edit = next((edit for edit in edits if edit.new.start <= start < edit.new.end), None)
    if edit is None:
        return None
    if edit.change is None:
        return by_start.get(edit.old.start + start - edit.new.start)
    inside = [item for item in olds if edit.old.start <= item[0] < edit.old.end]
    rank = sum(edit.new.start <= item[0] < start for item in news)
    return inside[rank][1:] if rank < len(inside) else None


def _judge(
    reference: Reference, words: str, before: tuple[Reference, str] | None, atlas: Atlas
) -> tuple[Outcome | None, str]:
    """What became of a reference, and what it should read if it is wrong."""
    missing = not all(atlas.stands(target) for target in reference.targets)
    if before is None or any(atlas.after(target) is None for target in before[0].targets):
        known = before is not None and spelling_form(before[1]) == spelling_form(words)
        return (Outcome.DANGLING if missing and not known else None), ""
    if spelling_form(before[1]) == spelling_form(words):
        return _judge_kept(reference, words, before, atlas)
    followed = atlas.follow(*before)
    if atlas.leads(before, (reference, words)):
        if followed is None:
            return Outcome.AMBIGUOUS, ""
        return (Outcome.FOLLOWED if before[0].targets != reference.targets else None), ""
    proposed = rewritten(before[1], atlas.lasting(*before), followed) if followed else ""
    return (Outcome.DANGLING if missing else Outcome.RETARGETED), proposed


def _judge_kept(
    reference: Reference, words: str, before: tuple[Reference, str], atlas: Atlas
) -> tuple[Outcome | None, str]:
    """The same, of a reference whose words were left as they were."""
    followed = atlas.follow(*before)
    if followed is not None:
        if atlas.leads(before, (reference, words)):
            return None, ""
        return Outcome.MISSED, rewritten(words, atlas.lasting(*before), followed)
    if any(not atlas.after(target) for target in before[0].targets):
        stand = all(atlas.stands(target) for target in reference.targets)
        return (Outcome.RETARGETED if stand else Outcome.DANGLING), ""
    return Outcome.AMBIGUOUS, ""
