"""The references of an instrument as a list a person reads: where, which words, what is meant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from kcdocs.model.instrument import Status

if TYPE_CHECKING:
    from kcdocs.model.citation import Citation
    from kcdocs.model.instrument import Node, Reference


def render(nodes: Iterable[Node]) -> str:
    """One line a reference, in reading order: place, words, target; why, if the target is not known."""
    return "\n".join(line for top in nodes for node in top.walk() for line in _lines(node))


def _lines(node: Node) -> Iterator[str]:
    for reference in node.references:
        words = " ".join(reference.span.of(node.text).split())
        line = f"{node.address.spoken()}: «{words}» → {_target(reference)}"
        unknown = reference.status is Status.UNRESOLVED
        yield f"{line} [chưa xác định: {reference.reason}]" if unknown else line


def _target(reference: Reference) -> str:
    places = "; ".join(address.spoken() for address in reference.targets)
    if reference.citation is None:
        return places or "chính văn bản này"
    return " ".join(filter(None, (places, named(reference.citation))))


def named(citation: Citation) -> str:
    """How a list calls another instrument: type and number, else type and title."""
    return " ".join(filter(None, (citation.type, citation.number or citation.title))) or "văn bản khác"
