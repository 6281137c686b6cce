"""Possessive repeats that some Pythons match wrongly.

Python 3.11.0 to 3.11.4, the one of Debian 12 among them, goes on from where a failed round of a possessive repeat
of a group left off (python/cpython issue 106052). Of one character, and as an atomic group, it is right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from re import _compiler, _parser  # type: ignore[attr-defined]
from re import _constants as c  # type: ignore[attr-defined]


def of_groups(pattern: re.Pattern[str] | re.Pattern[bytes]) -> bool:
    """Whether a pattern repeats more than one character possessively."""
    tree = _parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG)
    return any(
        kind is c.POSSESSIVE_REPEAT and not _compiler._simple(value[2]) for kind, value in _items(tree)
    )


def _items(value: object) -> Iterator[tuple[object, tuple[object, ...]]]:
    if isinstance(value, _parser.SubPattern):
        yield from value
    if isinstance(value, _parser.SubPattern | tuple | list):
        for part in value:
            yield from _items(part)
