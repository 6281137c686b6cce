"""What an amending instrument gives its reader: the instruments it names, its annexes by their labels."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from kcdocs.model.address import Kind
from kcdocs.model.citation import Citation
from kcdocs.model.instrument import Instrument, Node
from kcdocs.parse.names import Names


def annexes_in(instrument: Instrument) -> dict[str, Node]:
    """The annexes by label; a label that several bear says nothing."""
    annexes = [node for node in instrument.nodes if node.kind is Kind.ANNEX]
    counts = Counter(node.label for node in annexes)
    return {node.label: node for node in annexes if counts[node.label] == 1}


def names_in(instrument: Instrument) -> Names:
    """The names of instruments that the text gives in full, and those that it says it calls them by."""
    names = Names(_cited(instrument))
    for node in instrument.walk():
        names.called_in(node.text, node.references)
    return names


def _cited(instrument: Instrument) -> Iterable[Citation]:
    return (
        item.citation
        for node in instrument.walk()
        for item in node.references
        if item.citation and item.citation.title
    )
