"""What a document is opened or used without: ties to an office's files, comments of its author."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kcdocs.word.package.relations import CONTENT_TYPES, relations

_DECLARED = re.compile(rb"<(?:\w+:)?(?:Relationship|Override)\b[^<>]*>")
_TIE = re.compile(rb"/(?:attachedTemplate|mailMergeSource|mailMergeHeaderSource)[\"']")
_TIED = re.compile(rb"<(?:\w+:)?attachedTemplate\b[^<>]*>")
_MERGE_ENDS = re.compile(rb"<(/?)(?:\w+:)?mailMerge\b[^<>]*>")
_COMMENTING = re.compile(rb"/(?:comments\w*|people)(?:\.xml)?[\"']")
_ANCHOR = re.compile(rb"<w:comment(?:RangeStart|RangeEnd|Reference)\b[^<>]*>")
"""What stands in the text for a comment; the run of a reference is left, without content."""


def untied(parts: Mapping[str, bytes]) -> tuple[dict[str, bytes], str]:
    """The parts without ties to a template and to the data of a mail merge, and where the template lies.

    Word writes the tie into each document made from a `.dotx`, and into each main document of a mail merge;
    it carries no text, and following it would reach outside. Without a template its place is empty.

    Args:
        parts: Part name → bytes, well formed.
    """
    kept, target = dict(parts), ""
    for part, data in parts.items():
        if part.endswith(".rels") and _TIE.search(data):
            owner = _owner(part)
            ties = [one for one in relations(data, owner) if one.kind == "attachedTemplate"]
            target = ties[0].target if ties else target
            kept[part] = _undeclared(data, _TIE)
            if owner in kept:
                kept[owner] = _unmerged(_TIED.sub(b"", kept[owner]))
    return kept, target


def _unmerged(settings: bytes) -> bytes:
    """The settings without those of a mail merge."""
    ends = list(_MERGE_ENDS.finditer(settings))
    if not ends:
        return settings
    whole = ends[0][0].endswith(b"/>") or len(ends) == 1
    return settings[: ends[0].start()] + settings[ends[0].end() if whole else ends[-1].end() :]


def without_comments(parts: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """The parts without the comments in the margin, which speak of the document and are no part of it.

    Args:
        parts: Part name → bytes, well formed.

    Returns:
        The very same parts if there are none.
    """
    rels = ((part, data) for part, data in parts.items() if part.endswith(".rels"))
    related = (one for part, data in rels for one in relations(data, _owner(part)))
    dropped = {one.target for one in related if one.kind.startswith("comments") or one.kind == "people"}
    if not dropped:
        return parts
    return {part: _uncommented(part, data) for part, data in parts.items() if part not in dropped}


def _owner(rels: str) -> str:
    """The part that relations belong to."""
    folder, _, file = rels.rpartition("_rels/")
    return folder + file.removesuffix(".rels")


def _uncommented(part: str, data: bytes) -> bytes:
    if part == CONTENT_TYPES or part.endswith(".rels"):
        return _undeclared(data, _COMMENTING)
    return _ANCHOR.sub(b"", data) if b"<w:comment" in data else data


def _undeclared(data: bytes, sign: re.Pattern[bytes]) -> bytes:
    """Relations or content types without those that bear the sign."""
    return _DECLARED.sub(lambda found: b"" if sign.search(found[0]) else found[0], data)
