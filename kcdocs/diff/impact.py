"""Impact: what the changes do to each reference, in the new instrument and in others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kcdocs.diff.lexicon import own_references
from kcdocs.diff.repair import rewritten
from kcdocs.model.comparison import Impact, Outcome
from kcdocs.text.variants import encoding_form, spelling_form

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kcdocs.diff.atlas import Atlas
    from kcdocs.model.address import Address
    from kcdocs.model.comparison import Edit, Row
    from kcdocs.model.instrument import Instrument, Node, Reference
    from kcdocs.model.span import Span

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


def outer_impacts(instrument: Instrument, number: str, atlas: Atlas) -> Iterator[Impact]:
    """What becomes of the references of another instrument to the old one.

    Args:
        instrument: The other instrument, which stays as it is.
        number: Number and symbol of the old instrument.
        atlas: The address map.
    """
    for node in instrument.walk():
        for reference in node.references:
            if reference.targets and reference.citation and _same_number(reference.citation.number, number):
                words = reference.span.of(node.text)
                outcome, proposed = _judge(reference, words, (reference, words), atlas)
                if outcome is not None:
                    yield Impact(instrument.name, node.address, reference, words, outcome, proposed)


def _same_number(one: str, other: str) -> bool:
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
