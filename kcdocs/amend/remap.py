"""References of a draft, told in the numbers of the amended instrument."""

from __future__ import annotations

from collections.abc import Mapping

from kcdocs.diff.repair import rewritten
from kcdocs.model.address import Address
from kcdocs.model.instrument import Node, Reference
from kcdocs.parse.references import find_references


def remapped(node: Node, address: Address, addresses: Mapping[Address, Address]) -> str:
    """A draft's words with its references following the address map.

    Args:
        node: The draft's provision.
        address: Where it stands in the amended instrument.
        addresses: Draft address → address in the amended instrument.

    Returns:
        The words; a reference whose words mean the mapped target already ("khoản 2 Điều này") stays.
    """
    text = node.text
    for reference in reversed(node.references):
        if reference.citation is None and reference.targets:
            targets = tuple(_mapped(target, addresses) for target in reference.targets)
            if targets != reference.targets:
                words = _reworded(reference, reference.span.of(node.text), targets, address)
                text = text[: reference.span.start] + words + text[reference.span.end :]
    return text


def _mapped(target: Address, addresses: Mapping[Address, Address]) -> Address:
    """The target's new address; where it has none of its own, by the nearest provision around it that has."""
    if target in addresses or not target.steps:
        return addresses.get(target, target)
    around = _mapped(target.parent, addresses)
    return around.child(target.steps[-1].kind, target.label)


def _reworded(reference: Reference, words: str, targets: tuple[Address, ...], address: Address) -> str:
    kept = find_references(words, at=address)
    if len(kept) == 1 and kept[0].targets == targets:
        return words
    return rewritten(words, reference.targets, targets)
