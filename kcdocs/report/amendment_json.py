"""What the amending commands find, as JSON: the forms that docs/reference/amendment*.schema.json publish."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from kcdocs.report.json_text import finding_data, json_text
from kcdocs.report.operations import instrument_words, operation_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kcdocs.model.finding import Finding
    from kcdocs.model.instrument import Instrument
    from kcdocs.model.operation import Amendment, Applied, Claimed, Consolidation, Operation, Part, Spared
    from kcdocs.model.proof import Proof

READ, APPLIED, CHECKED, PROVED = (f"kcdocs/amendment{kind}/1" for kind in ("", "-apply", "-check", "-proof"))
"""Names and versions of the forms; a version changes only where a reader of the last one would break."""


def amendment(item: Amendment) -> str:
    """An amending instrument, read: `kcdocs amend read`."""
    return json_text(
        {
            "schema": READ,
            "instrument": item.instrument.name,
            "effective": item.effective.isoformat() if item.effective else None,
            "operations": [_operation(operation) for operation in item.operations],
            "claims": [_claimed(claimed) for claimed in item.claims],
            "findings": [finding_data(finding) for finding in item.findings],
        }
    )


def consolidation(item: Consolidation, findings: Sequence[Finding], draft: str) -> str:
    """An instrument with operations applied: `kcdocs amend apply`.

    Args:
        item: The instrument and the log.
        findings: What goes with its texts.
        draft: Name of the amending instrument.
    """
    return json_text(
        {
            "schema": APPLIED,
            **_names(item, draft),
            "log": [_applied(applied) for applied in item.log],
            "provisions": _provisions(item.amended),
            "findings": [finding_data(finding) for finding in findings],
        }
    )


def examination(item: Consolidation, findings: Sequence[Finding], draft: str) -> str:
    """An amending draft examined: `kcdocs amend check`.

    Args:
        item: Its operations applied.
        findings: What is wrong or odd in it.
        draft: Its name.
    """
    return json_text(
        {
            "schema": CHECKED,
            **_names(item, draft),
            "operations": len(item.log),
            "findings": [finding_data(finding) for finding in findings],
        }
    )


def proof(item: Proof) -> str:
    """What could be proved: `kcdocs amend prove`."""
    return json_text(
        {
            "schema": PROVED,
            "holds": item.holds,
            "unclaimed": [_claimed(claimed) for claimed in item.unclaimed],
            "refused": [_applied(applied) for applied in item.refused],
            "dangling": list(item.dangling),
            "paragraphs": {claim.value: count for claim, count in item.paragraphs},
            "silent": [_claimed(claimed) for claimed in item.silent],
            "disagreements": [
                {"address": str(other.address), "words": other.words, "why": list(other.why)}
                for other in item.disagreements
            ],
            "changed": [
                {"address": clause.address, "by": [str(address) for address in clause.by]}
                for clause in item.changed
            ],
            "untouched": item.untouched,
            "compared": item.compared,
            "differences": [
                {**asdict(difference), "kind": difference.kind.value} for difference in item.differences
            ],
            "findings": [finding_data(finding) for finding in item.findings],
        }
    )


def _names(item: Consolidation, draft: str) -> dict[str, str]:
    return {"original": item.original.name, "amending": draft}


def _provisions(instrument: Instrument) -> list[dict[str, str]]:
    return [
        {"address": str(node.address), "kind": node.kind.value, "label": node.label, "text": node.text}
        for node in instrument.provisions()
    ]


def _claimed(item: Claimed) -> dict[str, Any]:
    return {
        "address": str(item.address),
        "start": item.span.start,
        "end": item.span.end,
        "claim": item.claim.value,
    }


def _applied(item: Applied) -> dict[str, Any]:
    return {
        "operation": _operation(item.operation),
        "verdict": item.verdict.value,
        "remark": item.remark,
        "touched": [str(address) for address in item.touched],
    }


def _operation(operation: Operation) -> dict[str, Any]:
    return {
        "act": operation.act.value,
        "target": str(operation.target),
        "parts": [_part(part) for part in operation.parts],
        "throughout": operation.throughout,
        "exceptions": [_spared(item) for item in operation.exceptions],
        "amends": operation.amends.number if operation.amends else "",
        "instrument": instrument_words(operation),
        "said": operation_words(operation),
        "anchor": str(operation.anchor) if operation.anchor else None,
        "side": operation.side.value,
        "at_end": operation.at_end,
        "old": operation.old,
        "new": operation.new,
        "content": [
            {"address": str(node.address), "text": node.text}
            for top in operation.content
            for node in top.walk()
        ],
        "origin": {
            "address": str(operation.origin.address),
            "start": operation.origin.span.start,
            "end": operation.origin.span.end,
            "words": operation.origin.words,
        },
        "effective": operation.effective.isoformat() if operation.effective else None,
        "history": [item.number for item in operation.history],
        "reason": operation.reason,
        "not_understood": list(operation.not_understood),
        "question": operation.question,
    }


def _part(part: Part) -> dict[str, Any]:
    return {**asdict(part), "kind": part.kind.value}


def _spared(item: Spared) -> dict[str, Any]:
    return {
        "address": str(item.address),
        "parts": [_part(part) for part in item.parts],
        "words": item.words,
    }
