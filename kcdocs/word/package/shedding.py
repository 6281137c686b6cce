"""What a document is opened or used without: a tie to an office's template, comments of its author."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from kcdocs.word.package.relations import CONTENT_TYPES, relations

if TYPE_CHECKING:
    from kcdocs.word.package.docx import Package

_DECLARED = re.compile(rb"<(?:\w+:)?(?:Relationship|Override)\b[^<>]*>")
_TIE = re.compile(rb"/attachedTemplate[\"']")
_TIED = re.compile(rb"<(?:\w+:)?attachedTemplate\b[^<>]*>")
_COMMENTING = re.compile(rb"/(?:comments\w*|people)(?:\.xml)?[\"']")
_ANCHOR = re.compile(rb"<w:comment(?:RangeStart|RangeEnd|Reference)\b[^<>]*>")
"""What stands in the text for a comment; the run of a reference is left, without content."""


def untied(parts: Mapping[str, bytes]) -> tuple[dict[str, bytes], str]:
    """The parts without the tie to a template of the office, and where that template lies (empty if none).

    Word writes the tie into each document made from a `.dotx`; it carries no text, and following it would
    reach outside the document.

    Args:
        parts: Part name → bytes, well formed.
    """
    kept, target = dict(parts), ""
    for part, data in parts.items():
        if part.endswith(".rels") and _TIE.search(data):
            folder, _, file = part.rpartition("_rels/")
            owner = folder + file.removesuffix(".rels")
            ties = [one for one in relations(data, owner) if one.kind == "attachedTemplate"]
            target = ties[0].target if ties else target
            kept[part] = _undeclared(data, _TIE)
            if owner in kept:
                kept[owner] = _TIED.sub(b"", kept[owner])
    return kept, target


def without_comments(package: Package) -> Package:
    """The document without the comments in its margin, which speak of it and are no part of it."""
    dropped = {
        relation.target
        for part in package.parts
        for relation in package.relations(part)
        if relation.kind.startswith("comments") or relation.kind == "people"
    }
    if not dropped:
        return package
    kept = {part: _uncommented(part, data) for part, data in package.parts.items() if part not in dropped}
    return replace(package, parts=MappingProxyType(kept))


def _uncommented(part: str, data: bytes) -> bytes:
    if part == CONTENT_TYPES or part.endswith(".rels"):
        return _undeclared(data, _COMMENTING)
    return _ANCHOR.sub(b"", data) if b"<w:comment" in data else data


def _undeclared(data: bytes, sign: re.Pattern[bytes]) -> bytes:
    """Relations or content types without those that bear the sign."""
    return _DECLARED.sub(lambda found: b"" if sign.search(found[0]) else found[0], data)
