"""Did-you-mean: the known name that was most likely meant, marks and case left aside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from kcdocs.text.normalise import bare

if TYPE_CHECKING:
    from collections.abc import Iterable

_NEAR = 0.7
_TYPING_ERROR = 3  # from so many letters on, one wrong letter is a slip


def nearest(name: str, known: Iterable[str]) -> str:
    """The known name nearest to `name`, the first of several; empty if none is near.

    Names that differ only in tone and vowel marks, case, or hyphens for underscores are the same.
    """
    best, score = "", 0.0
    for item in known:
        likeness = OSA.normalized_similarity(_plain(name), _plain(item))
        if likeness > score and (likeness >= _NEAR or _slip(name, item)):
            best, score = item, likeness
    return best


def _slip(name: str, item: str) -> bool:
    return len(name) >= _TYPING_ERROR and OSA.distance(_plain(name), _plain(item)) <= 1


def _plain(name: str) -> str:
    return bare(name).replace("-", "_").replace(" ", "_")
