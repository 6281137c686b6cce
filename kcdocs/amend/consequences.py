"""What applying operations leaves behind: references without a target, and how much was touched."""

from __future__ import annotations

from collections.abc import Iterator

from kcdocs.law.commanding import REPEALED
from kcdocs.model.address import Address, Kind
from kcdocs.model.instrument import Node, Reference
from kcdocs.model.operation import Consolidation


def dangling(consolidation: Consolidation) -> Iterator[tuple[Node, Reference, list[Address]]]:
    """References in the amended instrument to provisions that it does not have.

    A reference that led nowhere already is the original's own fault and is left out; so is one to a section
    or chapter that the original never had, which speaks of another text.

    Yields:
        The provision, the reference in it, and the targets that are gone.
    """
    before = {node.address for node in consolidation.original.provisions()}
    after = {node.address for node in consolidation.amended.provisions() if node.text != REPEALED}
    known = {
        (reference.targets, reference.span.of(node.text))
        for node in consolidation.original.provisions()
        for reference in node.references
        if any(target not in before for target in reference.targets)
    }
    for node in consolidation.amended.provisions():
        for reference in node.references:
            same = (reference.targets, reference.span.of(node.text)) in known
            own = [item for item in reference.targets if item in before or _is_articles(item)]
            lost = [target for target in own if target not in after]
            if reference.citation is None and lost and not same:
                yield node, reference, lost


def _is_articles(address: Address) -> bool:
    return bool(address.steps) and address.steps[0].kind is Kind.ARTICLE
