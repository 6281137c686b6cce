"""Regular expressions that are compiled when they are first used.

One that holds all names of types, issuers and units takes milliseconds to compile, and most commands never
ask most of them: together they took a tenth of the time of a short comparison.
"""

from __future__ import annotations

import re
from typing import Any, cast


class _Late:
    """Stands for a pattern; each of its methods is the pattern's own from the first use on."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        value = getattr(re.compile(self.pattern, self._flags), name)
        setattr(self, name, value)
        return value


def late(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A regular expression, compiled when it is first used; a fault in it shows no earlier.

    Args:
        pattern: As for `re.compile`.
        flags: The same.
    """
    return cast("re.Pattern[str]", _Late(pattern, flags))
