"""Entries of the store: what is known of an instrument, and which texts of it are at hand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kcdocs.decrees.facts import Facts
from kcdocs.model.citation import Citation


@dataclass(frozen=True, slots=True)
class Edition:
    """A text of an instrument as it stood from a day on, as somebody added it.

    Attributes:
        path: The stored reading, or the text file that comes with the product.
        since: First day the text stood so; `date(1, 1, 1)` if not known.
        accepted: How many differences from the fingerprints were accepted when it was added.
    """

    path: Path
    since: date
    accepted: int = 0


@dataclass(frozen=True, slots=True)
class StoreEntry:
    """One instrument the store knows.

    Attributes:
        citation: What it is.
        facts: The facts that come with the product or a user's folder, if any.
        editions: The texts at hand, earliest first; what commands make of them is built when asked for.
    """

    citation: Citation
    facts: Facts | None
    editions: tuple[Edition, ...]


@dataclass(frozen=True, slots=True)
class Addition:
    """What became of a text that was to be kept.

    Attributes:
        path: Where it is kept.
        new: Whether it was written; False if the same text was kept already.
        aside: Where the text is whose place it took; None if there was none.
    """

    path: Path
    new: bool
    aside: Path | None = None
