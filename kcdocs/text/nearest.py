"""Did-you-mean: the known name that was most likely meant, marks and case left aside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kcdocs.text import limits
from kcdocs.text.skeletons import skeleton

if TYPE_CHECKING:
    from collections.abc import Iterable


def nearest(name: str, known: Iterable[str]) -> str:
    """The known name nearest to `name`, the first of several; empty if none is near.

    Names that differ only in tone and vowel marks, case, or hyphens for underscores are the same.
    """
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - names are guessed only after a fault

    best, score, written = "", 0.0, _plain(name)
    for item in known:
        meant = _plain(item)
        likeness = OSA.normalized_similarity(written, meant)
        slip = len(name) >= limits.SLIP_FROM and OSA.distance(written, meant) <= 1
        if likeness > score and (likeness >= limits.NEAR or slip):
            best, score = item, likeness
    return best


def _plain(name: str) -> str:
    return skeleton(name).replace(" ", "_")
