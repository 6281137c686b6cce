"""What a sealed file is for, and what its list says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

LIST = "muc-luc.json"
"""The list in a sealed file: the last that is written, since it has the sum of everything else."""


@dataclass(frozen=True, slots=True)
class SealedKind:
    """A kind of sealed file.

    Attributes:
        name: What its list calls it ("kcdocs-sao-luu").
        version: The newest form that this program reads, and the one that it writes.
        words: What a person calls it, in Vietnamese.
        most_bytes: Bytes it may unpack to; None where only the packed size sets a limit.
    """

    name: str
    version: int
    words: str
    most_bytes: int | None = None


@dataclass(frozen=True, slots=True)
class SealedEntry:
    """A file in a sealed archive.

    Attributes:
        sha256: Of its bytes, hexadecimal.
        size: Its bytes.
        changed: When it was last changed, in seconds since 1970; 0 where that says nothing.
    """

    sha256: str
    size: int
    changed: int = 0


@dataclass(frozen=True, slots=True)
class SealedContents:
    """What the list of a sealed file says.

    Attributes:
        facts: What its maker says of it.
        files: Path → file, without the list itself.
    """

    facts: Mapping[str, Any]
    files: Mapping[str, SealedEntry]
