"""Ranges in references: "từ Điều 2 đến Điều 9" also names what lies between its ends."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from kcdocs.law.kinds import NAMES
from kcdocs.model.address import Kind
from kcdocs.text.variants import encoding_form

if TYPE_CHECKING:
    from kcdocs.model.address import Address

_NAME = "|".join(NAMES)
_RANGE = re.compile(
    rf"(?<!\w)(?:(?P<left>{_NAME}) )?(?P<first>\w+) đến (?:hết )?(?:(?P<right>{_NAME}) )?(?P<last>\w+)"
)


def between(target: Address, words: str) -> bool:
    """Whether a reference points at a provision only because it lies inside a range.

    Args:
        target: One of the reference's targets.
        words: The reference as written.
    """
    return any(
        kind in (None, target.kind) and target.label.lower() not in ends for kind, ends in _ranges(words)
    )


@lru_cache(maxsize=1024)
def _ranges(words: str) -> tuple[tuple[Kind | None, frozenset[str]], ...]:
    found = _RANGE.finditer(encoding_form(words).lower())
    return tuple(
        (NAMES.get(match["left"] or match["right"]), frozenset({match["first"], match["last"]}))
        for match in found
    )
