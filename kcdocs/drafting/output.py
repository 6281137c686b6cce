"""Files that are made: names safe on every system."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from kcdocs.drafting import limits
from kcdocs.files import reserved
from kcdocs.records.values import OPEN

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


_UNSAFE = re.compile(r'[<>:"/\\|?*\x00-\x1f\s]+')
_FIELD = re.compile(r"\{(\w+)\}")
_WHOLE = frozenset({"so", "ky_hieu", "stt", "ngay"})
"""Fields of a name that are never cut."""


def file_name(pattern: str, fields: Mapping[str, object]) -> str:
    """A file's name from a pattern such as "to-trinh-{so}-{ky_hieu}", with the suffix .docx.

    Characters no system takes, and spaces, become hyphens; names Windows keeps for itself get an underscore;
    an open or absent field gives "chua-so" or nothing. Of a name that is too long the longest field is cut;
    what tells documents apart (number, symbol, ordinal) stays whole.
    """
    values = {name: _shown(fields.get(name)) for name in _FIELD.findall(pattern)}
    longest = sorted(values.keys() - _WHOLE, key=lambda name: len(values[name]))
    while longest and (excess := _excess(_filled(pattern, values))):
        shorter = values[longest[-1]][
            : -max(1, excess // 4)
        ]  # a letter has up to three bytes, a field may come twice
        values[longest[-1]] = shorter.rpartition(" ")[0] or shorter
        longest = [name for name in longest if values[name]]
    return safe_name(_filled(pattern, values)) + ".docx"


def _filled(pattern: str, values: Mapping[str, str]) -> str:
    return _dashed(_FIELD.sub(lambda found: values[found[1]], pattern))


def _excess(name: str) -> int:
    """How many characters, or bytes, a name has too many."""
    return max(len(name) - limits.LONGEST_NAME, len(name.encode()) - limits.LONGEST_NAME_BYTES, 0)


def _dashed(text: str) -> str:
    return re.sub(r"-{2,}", "-", _UNSAFE.sub("-", text))


def safe_name(text: str) -> str:
    """The text as a file's name without suffix: safe on Windows, macOS and Linux, never empty."""
    name = _dashed(text)[: limits.LONGEST_NAME]
    name = name.encode()[: limits.LONGEST_NAME_BYTES].decode(errors="ignore").strip("-. ")
    return f"_{name}" if reserved(name) or not name else name


def unique(names: Sequence[str]) -> list[str]:
    """The names, each repeat (case aside) with a number before the suffix."""
    seen: set[str] = set()
    result = []
    for name in names:
        candidate, count = name, 1
        while candidate.casefold() in seen:
            count += 1
            candidate = f"{Path(name).stem}-{count}{Path(name).suffix}"
        seen.add(candidate.casefold())
        result.append(candidate)
    return result


def _shown(value: object) -> str:
    return "" if value is None else "chua-so" if value == OPEN else str(value)
