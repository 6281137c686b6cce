"""An original and its drafts as JSON, the form docs/reference/drafts.schema.json publishes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from kcdocs.model.comparison import ChangeClass
from kcdocs.report import json_
from kcdocs.report.selection import ALL, Selection

if TYPE_CHECKING:
    from kcdocs.report.chain import Chain, Strand

SCHEMA = "kcdocs/drafts/1"
"""Name and version of the form."""


def render(chain: Chain, selection: Selection = ALL) -> str:
    """The steps and what became of each provision, as JSON text ending in a line feed."""
    document = {
        "schema": SCHEMA,
        "steps": [json_.document(step, selection) for step in chain.steps],
        "provisions": [
            _strand(strand) for group in chain.groups for strand in group if _selected(strand, selection)
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _selected(strand: Strand, selection: Selection) -> bool:
    return any(selection.has(row) for rows in strand.rows for row in rows)


def _strand(strand: Strand) -> dict[str, Any]:
    return {
        "addresses": [[str(node.address) for node in nodes] for nodes in strand.versions],
        "changes": [
            [change for change in ChangeClass if change in strand.changes(step)]
            for step in range(len(strand.rows))
        ],
    }
