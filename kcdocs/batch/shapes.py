"""What journals and manifests may hold: they lie in a user's folder, so anybody may have changed them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import IO, Any

from kcdocs.batch import limits
from kcdocs.text.json_reading import read_json


def next_line(file: IO[bytes]) -> bytes:
    """The next line of a journal or manifest; one that is too long comes without its end."""
    return file.readline(limits.LONGEST_LINE)


def object_in(data: bytes) -> dict[str, Any]:
    """The object that a line holds; empty if it holds none."""
    try:
        line = read_json(data.decode("utf-8"))
    except ValueError:
        return {}
    return line if isinstance(line, dict) else {}


def has(line: Mapping[str, Any], names: Iterable[str], kind: type) -> bool:
    """Whether all of these fields are there and of that kind."""
    values = (line.get(name) for name in names)
    return all(isinstance(value, kind) and not isinstance(value, bool) for value in values)


def inside(file: str) -> bool:
    """Whether a path leads to a file below the folder it is told from, on every system."""
    parts = file.split("/")
    strange = "\0" in file or "\\" in file or ":" in file
    return not strange and 1 <= len(parts) <= 2 and all(part not in {"", ".", ".."} for part in parts)
