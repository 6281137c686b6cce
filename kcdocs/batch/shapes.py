"""What journals and manifests may hold: they lie in a user's folder, so anybody may have changed them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any


def has(line: Mapping[str, Any], names: Iterable[str], kind: type) -> bool:
    """Whether all of these fields are there and of that kind."""
    values = (line.get(name) for name in names)
    return all(isinstance(value, kind) and not isinstance(value, bool) for value in values)


def inside(file: str) -> bool:
    """Whether a path leads to a file below the folder it is told from, on every system."""
    parts = file.split("/")
    strange = "\0" in file or "\\" in file or ":" in file
    return not strange and 1 <= len(parts) <= 2 and all(part not in {"", ".", ".."} for part in parts)
