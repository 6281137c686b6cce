"""How the JSON of a report is laid out, and what is common to several forms."""

from __future__ import annotations

import json
from dataclasses import asdict, fields
from typing import TYPE_CHECKING, Any

from kcdocs.model.finding import Finding, Place
from kcdocs.report import limits

if TYPE_CHECKING:
    from collections.abc import Iterator

_ENCODER = json.JSONEncoder(ensure_ascii=False)
_FINDING, _PLACE = (tuple(field.name for field in fields(kind)) for kind in (Finding, Place))


def json_text(document: dict[str, Any]) -> str:
    """A document as JSON text ending in a line feed: the upper levels indented, what is deeper one line each.

    Args:
        document: Plain data; all its keys are strings.
    """
    return "".join((*_pieces(document, limits.INDENTED, "\n"), "\n"))


def finding_data(finding: Finding) -> dict[str, Any]:
    """A finding as plain data."""
    place, span = finding.place, finding.place.span
    return {
        **{name: getattr(finding, name) for name in _FINDING},
        "severity": finding.severity.value,
        "place": {
            **{name: getattr(place, name) for name in _PLACE},
            "span": asdict(span) if span is not None else None,
        },
    }


def _pieces(value: Any, levels: int, margin: str) -> Iterator[str]:
    """Python writes indented JSON a value at a time, many times slower than the unindented in C."""
    if not value or not levels or not isinstance(value, (dict, list, tuple)):
        yield _ENCODER.encode(value)
        return
    named = isinstance(value, dict)
    inner = f"{margin} "
    yield "{" if named else "["
    for place, item in enumerate(value):
        yield f",{inner}" if place else inner
        if named:
            yield f"{_ENCODER.encode(item)}: "
        yield from _pieces(value[item] if named else item, levels - 1, inner)
    yield f"{margin}{'}' if named else ']'}"
