"""Forms inside annexes ("Mẫu số 02"): which stretch of an annex each is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol, TypeVar

_NAMED = re.compile(r"Mẫu số (\d+[a-zđ]?)", re.IGNORECASE)


class _Worded(Protocol):
    @property
    def text(self) -> str: ...


_Part = TypeVar("_Part", bound=_Worded)


def named(words: str) -> list[str]:
    """The forms whose numbers words name ("Mẫu số 02 và Mẫu số 03"), in order."""
    return _NAMED.findall(words)


def stretch(parts: Sequence[_Part], form: str) -> slice:
    """Where a form stands in an annex: from the paragraph that begins with its number to the next form.

    Args:
        parts: What stands right below the annex, in order.
        form: Its number, "02".

    Returns:
        The stretch; an empty one if the annex has no such form.
    """
    starts = [place for place, part in enumerate(parts) if _NAMED.match(part.text)]
    for start, end in zip(starts, [*starts[1:], len(parts)], strict=True):
        found = _NAMED.match(parts[start].text)
        if found is not None and found.group(1).lower() == form.lower():
            return slice(start, end)
    return slice(0, 0)
