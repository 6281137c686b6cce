"""Repair: the words a reference should read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kcdocs.diff.ranges import between
from kcdocs.law.kinds import NAMES
from kcdocs.text.late import late

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kcdocs.model.address import Address, Kind

_PIECE = late(
    rf"(?P<name>{'|'.join(NAMES)})(?!\w)"
    r"|(?<!\w)(?P<label>\d+[a-zđ]?|[IVXLC]+[a-zđ]?|[a-zđ]\d*)(?!\w)",
    re.IGNORECASE,
)

Label = tuple["Kind", str]
"""A label with what it is the label of."""


def rewritten(words: str, old: Sequence[Address], new: Sequence[Address]) -> str:
    """The words of a reference with the labels of its new targets.

    Args:
        words: The reference as written: "khoản 1 và khoản 2 Điều 7".
        old: What it pointed at.
        new: What it should point at, one for each old target.

    Returns:
        The same words with other labels; the addresses written out where that is not enough, as in "khoản
        này" or where clauses of one article went to two.
    """
    labels: dict[Label, set[str]] = {}
    changed: set[Label] = set()
    for before, after in zip(old, new, strict=True):
        if [step.kind for step in before.steps] != [step.kind for step in after.steps]:
            return _written_out(new)
        for left, right in zip(before.steps, after.steps, strict=True):
            labels.setdefault((left.kind, left.label), set()).add(right.label)
            if left != right and not between(before, words):
                changed.add((left.kind, left.label))
    if any(len(found) > 1 for found in labels.values()):
        return _written_out(new)
    result, done = _relabelled(words, {key: next(iter(found)) for key, found in labels.items()})
    return result if changed <= done else _written_out(new)


def _written_out(addresses: Sequence[Address]) -> str:
    return " và ".join(address.spoken() for address in addresses)


def _relabelled(words: str, labels: dict[Label, str]) -> tuple[str, set[Label]]:
    """The words with other labels, and the labels that were met."""
    pieces: list[str] = []
    met: set[Label] = set()
    kind: Kind | None = None
    start = 0
    for found in _PIECE.finditer(words):
        if found["name"]:
            kind = NAMES[found["name"].lower()]
        elif kind is not None and (kind, found["label"]) in labels:
            met.add((kind, found["label"]))
            pieces += [words[start : found.start()], labels[kind, found["label"]]]
            start = found.end()
    return "".join((*pieces, words[start:])), met
