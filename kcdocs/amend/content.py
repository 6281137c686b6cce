"""Which quoted provision a command means."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kcdocs.model.address import Address, Kind
from kcdocs.model.instrument import Node


def pick(contents: Sequence[Node], target: Address) -> tuple[Node, ...]:
    """The quoted provision that bears the target's address, with what belongs to it.

    A quotation may repeat what stands around the target ("Điều 8. …" above the new khoản 1): then the
    target is below. One that bears no label at all is taken whole, as the target's only paragraph.

    Returns:
        The node, or nothing if there is none or more than one.
    """
    found = [node for top in contents for node in top.walk() if node.address == target]
    return (found[0],) if len(found) == 1 else ()


def leftover(contents: Sequence[Node], taken: Sequence[Node]) -> Iterator[Node]:
    """Labelled provisions of a quotation that no command took, outermost only."""
    for node in contents:
        inside = list(node.walk())
        if any(item is node for item in taken) or node.kind is Kind.PARAGRAPH:
            continue
        if not any(item is other for item in taken for other in inside):
            yield node


def title(contents: Sequence[Node], target: Address) -> str:
    """The new heading a quotation gives."""
    found = [node for node in contents if node.address == target] or list(contents[:1])
    return found[0].text if found else ""
