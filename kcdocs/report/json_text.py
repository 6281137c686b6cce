"""How the JSON of a report is laid out, and what is common to several forms."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, fields
from json.encoder import encode_basestring as quoted
from typing import Any

from kcdocs.model.finding import Finding, Place
from kcdocs.report import limits

_encoded = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode
_WORDS: dict[type, Callable[[Any], str]] = {
    type(None): lambda _: "null",
    bool: lambda value: "true" if value else "false",
    int: str,
}
"""What needs no encoder: making one for each value took a tenth of the time of a long comparison."""

_FINDING, _PLACE = (tuple(field.name for field in fields(kind)) for kind in (Finding, Place))


def json_text(document: dict[str, Any]) -> str:
    """A document as JSON text ending in a line feed: the upper levels indented, what is deeper one line each.

    Args:
        document: Plain data; all its keys are strings.
    """
    pieces: list[str] = []
    _add(pieces, document, limits.INDENTED, "\n")
    return "".join((*pieces, "\n"))


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


def _add(pieces: list[str], value: Any, levels: int, margin: str) -> None:
    """Python writes indented JSON a value at a time, many times slower than the unindented in C."""
    if isinstance(value, str):
        pieces.append(quoted(value))
        return
    named = isinstance(value, dict)
    listed = named or isinstance(value, (list, tuple))
    if listed and not value:
        pieces.append("{}" if named else "[]")
        return
    if not (levels and listed):
        pieces.append(_WORDS.get(type(value), _encoded)(value))
        return
    before = inner = f"{margin} "
    pieces.append("{" if named else "[")
    for item in value:
        pieces.append(f"{before}{quoted(item)}: " if named else before)
        _add(pieces, value[item] if named else item, levels - 1, inner)
        before = f",{inner}"
    pieces.append(f"{margin}{'}' if named else ']'}")
