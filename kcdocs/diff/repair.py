"""Repair: the words a reference should read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kcdocs.model.address import SPOKEN, Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kcdocs.model.address import Address

_NAMES = {SPOKEN[kind].lower(): kind for kind in (Kind.PART, Kind.CHAPTER, Kind.SECTION, Kind.SUBSECTION)}
_NAMES |= {SPOKEN[kind].lower(): kind for kind in (Kind.ARTICLE, Kind.CLAUSE, Kind.POINT, Kind.ANNEX)}
_PIECE = re.compile(
    rf"(?P<name>{'|'.join(sorted(_NAMES, key=len, reverse=True))})(?!\w)"
    r"|(?<!\w)(?P<label>\d+[a-zđ]?|[IVXLC]+[a-zđ]?|[a-zđ]\d*)(?!\w)",
    re.IGNORECASE,
)


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
    labels: dict[tuple[Kind, str], set[str]] = {}
    for before, after in zip(old, new, strict=True):
        for left, right in zip(before.steps, after.steps, strict=False):
            labels.setdefault((left.kind, left.label), set()).add(right.label)
    same_shape = all(
        [s.kind for s in a.steps] == [s.kind for s in b.steps] for a, b in zip(old, new, strict=True)
    )
    done: set[tuple[Kind, str]] = set()
    changed = {key for key, found in labels.items() if found != {key[1]}}
    if same_shape and all(len(found) == 1 for found in labels.values()):
        result = _relabelled(words, {key: next(iter(found)) for key, found in labels.items()}, done)
        if changed <= done:
            return result
    return " và ".join(address.spoken() for address in new)


def _relabelled(words: str, labels: dict[tuple[Kind, str], str], done: set[tuple[Kind, str]]) -> str:
    kind: list[Kind | None] = [None]

    def put(found: re.Match[str]) -> str:
        if found["name"]:
            kind[0] = _NAMES[found["name"].lower()]
            return found[0]
        key = kind[0], found["label"]
        if key[0] is None or (key[0], key[1]) not in labels:
            return found[0]
        done.add((key[0], key[1]))
        return labels[key[0], key[1]]

    return _PIECE.sub(put, words)
