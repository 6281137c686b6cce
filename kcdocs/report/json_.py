"""Comparisons as JSON, in the forms that docs/reference/*.schema.json publish."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from kcdocs.model.comparison import ChangeClass
from kcdocs.report.cautions import is_open
from kcdocs.report.json_text import finding_data, json_text
from kcdocs.report.marks import body, changes_of
from kcdocs.report.selection import ALL, Selection
from kcdocs.report.statistics import statistics

if TYPE_CHECKING:
    from kcdocs.model.address import Address
    from kcdocs.model.comparison import (
        Comparison,
        Impact,
        Match,
        PhraseChange,
        QuantityChange,
        Row,
        Unfollowed,
    )
    from kcdocs.model.instrument import Instrument, Node
    from kcdocs.model.line import Source
    from kcdocs.report.chain import Chain
    from kcdocs.report.marks import Piece
    from kcdocs.report.strands import Strand

SCHEMA = "kcdocs/comparison/1"
"""Name and version of the form; the version changes only where a reader of the last one would break."""

CHAIN_SCHEMA = "kcdocs/drafts/1"
"""The same for an original and its drafts."""


def render(comparison: Comparison, selection: Selection = ALL) -> str:
    """A comparison as JSON text ending in a line feed.

    Args:
        comparison: What to render.
        selection: Which rows to give; the statistics are always those of the whole.
    """
    return json_text(document(comparison, selection))


def render_chain(chain: Chain, selection: Selection = ALL) -> str:
    """The steps of a chain and what became of each provision, as JSON text ending in a line feed."""
    steps = {
        "schema": CHAIN_SCHEMA,
        "steps": [document(step, selection) for step in chain.steps],
        "net": document(chain.net, selection) if chain.net is not None else None,
        "provisions": [
            _strand(strand) for group in chain.groups for strand in group if _selected(strand, selection)
        ],
    }
    return json_text(steps)


def document(comparison: Comparison, selection: Selection = ALL) -> dict[str, Any]:
    """A comparison as plain data."""
    return {
        "schema": SCHEMA,
        "old": _instrument(comparison.old),
        "new": _instrument(comparison.new),
        "selection": {
            "only": sorted(selection.only),
            "articles": sorted(selection.articles),
        },
        "statistics": _statistics(comparison),
        "rows": [_row(row) for row in comparison.rows if selection.has(row)],
        "moves": [
            {"old": str(old), "new": str(new)}
            for old, new in comparison.moves
            if selection.has_any((old, new))
        ],
        "phrases": [_phrase(phrase) for phrase in comparison.phrases],
        "quantities": [
            _quantity(item) for item in comparison.quantities if selection.has_any([item.address])
        ],
        "impacts": [
            _impact(impact)
            for impact in comparison.impacts
            if selection.has_impact(impact, comparison.new.name)
        ],
        "findings": [finding_data(finding) for finding in comparison.findings],
        "open": is_open(comparison),
        "commands": [
            {"address": str(item.address), "origin": str(item.origin), "words": item.words}
            for item in comparison.commands
            if selection.has_any([item.address])
        ],
        "unfollowed": [_unfollowed(item) for item in comparison.unfollowed],
    }


def _unfollowed(item: Unfollowed) -> dict[str, Any]:
    return {
        "target": str(item.target),
        "origin": str(item.origin),
        "words": item.words,
        "reason": item.reason,
        "not_understood": list(item.not_understood),
        "question": item.question,
    }


def _instrument(instrument: Instrument) -> dict[str, Any]:
    citation = instrument.citation
    return {
        "name": instrument.name,
        "type": citation.type,
        "number": citation.number,
        "issued": citation.issued.isoformat() if citation.issued else None,
        "issuer": citation.issuer,
        "title": citation.title,
    }


def _statistics(comparison: Comparison) -> dict[str, Any]:
    counted = statistics(comparison)
    return {**asdict(counted), "more_than_half": counted.more_than_half}


def _row(row: Row) -> dict[str, Any]:
    changes = changes_of(row)
    return {
        "old": [_provision(node) for node in row.olds],
        "new": [_provision(node) for node in row.news],
        "changes": list(changes),
        "pieces": [_piece(piece) for piece in body(row)] if changes else [],
        "match": _match(row.match) if row.match else None,
    }


def _provision(node: Node) -> dict[str, Any]:
    return {
        "address": str(node.address),
        "spoken": node.address.spoken(),
        "kind": node.kind,
        "label": node.label,
        "text": node.text,
        "sources": [_source(line.source) for line in node.lines],
    }


def _source(source: Source) -> dict[str, Any]:
    return {"file": source.file, "part": source.part, "paragraph": source.paragraph}


def _piece(piece: Piece) -> dict[str, Any]:
    shown: dict[str, Any] = {"side": piece.side, "text": piece.text, "change": piece.change}
    return shown | ({"phrase": piece.phrase} if piece.phrase >= 0 else {})


def _match(match: Match) -> dict[str, Any]:
    return {
        "by": match.by,
        "score": round(match.score, 4),
        "runner_up": round(match.runner_up, 4),
        "sure": match.sure,
    }


def _phrase(phrase: PhraseChange) -> dict[str, Any]:
    return {"old": phrase.old, "new": phrase.new, "places": [str(place) for place in phrase.places]}


def _quantity(item: QuantityChange) -> dict[str, Any]:
    return {"kind": item.kind, "old": item.old, "new": item.new, "address": str(item.address)}


def _impact(impact: Impact) -> dict[str, Any]:
    citation = impact.reference.citation
    return {
        "instrument": impact.instrument,
        "address": str(impact.address),
        "words": impact.words,
        "targets": _addresses(impact.reference.targets),
        "cites": (citation.number or citation.title) if citation else "",
        "outcome": impact.outcome,
        "proposed": impact.proposed,
    }


def _addresses(addresses: tuple[Address, ...]) -> list[str]:
    return [str(address) for address in addresses]


def _selected(strand: Strand, selection: Selection) -> bool:
    return any(selection.has(row) for rows in strand.rows for row in rows)


def _strand(strand: Strand) -> dict[str, Any]:
    return {
        "addresses": [[str(node.address) for node in nodes] for nodes in strand.versions],
        "changes": [_gravest_first(strand.changes(step)) for step in range(len(strand.rows))],
        "net": _gravest_first(strand.net_changes),
        "returned": [strand.returned(step) for step in range(len(strand.rows))],
    }


def _gravest_first(changes: frozenset[ChangeClass]) -> list[ChangeClass]:
    return [change for change in ChangeClass if change in changes] if changes else []
