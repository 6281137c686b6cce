"""An instrument as JSON, the form docs/reference/instrument.schema.json publishes."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from kcdocs.report.json_text import finding_data

if TYPE_CHECKING:
    from kcdocs.model.citation import Citation
    from kcdocs.model.instrument import Instrument, Node, Reference
    from kcdocs.model.line import Cell, Line, Note

SCHEMA = "kcdocs/instrument/1"
"""Name and version of the form; the version changes only where a reader of the last one would break."""


def render(instrument: Instrument, nodes: Iterable[Node]) -> str:
    """An instrument, or some of its provisions, as JSON text.

    Args:
        instrument: Where the provisions come from.
        nodes: The provisions to give.
    """
    return json.dumps(document(instrument, nodes), ensure_ascii=False, indent=1) + "\n"


def document(instrument: Instrument, nodes: Iterable[Node]) -> dict[str, Any]:
    """An instrument, or some of its provisions, as plain data."""
    return {
        "schema": SCHEMA,
        "name": instrument.name,
        "citation": _citation(instrument.citation),
        "nodes": [_node(node) for node in nodes],
        "notes": [_note(note) for note in instrument.notes],
        "headers": None if instrument.headers is None else [_line(line) for line in instrument.headers],
        "findings": [finding_data(item) for item in instrument.findings],
    }


def _node(node: Node) -> dict[str, Any]:
    return {
        "kind": node.kind.value,
        "label": node.label,
        "address": str(node.address),
        "spoken": node.address.spoken(),
        "text": node.text,
        "lines": [_line(line) for line in node.lines],
        "references": [_reference(item, node.text) for item in node.references],
        "children": [_node(child) for child in node.children],
    }


def _line(line: Line) -> dict[str, Any]:
    return {
        "text": line.text,
        "numbered": line.numbered,
        "source": asdict(line.source),
        "cell": _cell(line.cell) if line.cell else None,
        "marks": [asdict(mark) for mark in line.marks],
        "bold": line.bold,
        "italic": line.italic,
        "align": line.align.value,
    }


def _cell(cell: Cell) -> dict[str, int]:
    return {"table": cell.table, "row": cell.row, "column": cell.column}


def _reference(reference: Reference, text: str) -> dict[str, Any]:
    return {
        "start": reference.span.start,
        "end": reference.span.end,
        "words": reference.span.of(text),
        "targets": [str(address) for address in reference.targets],
        "form": reference.form,
        "citation": _citation(reference.citation) if reference.citation else None,
        "status": reference.status.value,
        "reason": reference.reason,
    }


def _note(note: Note) -> dict[str, Any]:
    return {"label": note.label, "lines": [_line(line) for line in note.lines]}


def _citation(citation: Citation) -> dict[str, Any]:
    return {**asdict(citation), "issued": citation.issued.isoformat() if citation.issued else None}
