"""Texts kept in the user's data folder: a reading with what it is, sealed by a hash."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from kcdocs.decrees.errors import SpoiltTextError
from kcdocs.decrees.limits import MOST_KEPT_VALUES
from kcdocs.files import write_whole
from kcdocs.loading import load
from kcdocs.model.citation import Citation
from kcdocs.model.line import Align, Cell, Line, Mark, Note, Reading, Source, SourceKind
from kcdocs.text.json_reading import read_json

ASIDE = "da-thay"
"""The folder beside kept texts for those that others replaced."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A text as it was added.

    Attributes:
        citation: What it is.
        accepted: How many differences from the fingerprints the user accepted.
        reading: The text; its findings are not kept.
    """

    citation: Citation
    accepted: int
    reading: Reading

    @property
    def words(self) -> tuple[str, ...]:
        """The text alone: its lines and those of its notes."""
        notes = (line for note in self.reading.notes for line in note.lines)
        return tuple(line.text for line in (*self.reading.lines, *notes))


def set_aside(path: Path) -> Path:
    """Copy a kept text to where it is found again but no longer read, before another takes its place.

    Returns:
        The copy; the same text has the same.
    """
    data = load(path)
    return write_whole(path.parent / ASIDE / f"{path.stem}-{hashlib.sha256(data).hexdigest()[:8]}.json", data)


def write(path: Path, kept: Kept) -> None:
    """Write a text whole or not at all: the first line is the hash of the rest, which is JSON."""
    body = json.dumps(
        asdict(replace(kept, reading=replace(kept.reading, findings=()))),
        ensure_ascii=False,
        separators=(",", ":"),
        default=date.isoformat,
    )
    write_whole(path, f"{_seal(body)}\n{body}".encode())


def read(path: Path) -> Kept:
    """Read a kept text as it was added.

    Raises:
        SpoiltTextError: If it is not what was written.
    """
    try:
        seal, _, body = load(path).decode("utf-8").partition("\n")
        if seal != _seal(body):
            raise SpoiltTextError(path)
        data = read_json(body, most=MOST_KEPT_VALUES)
        return Kept(_citation(data["citation"]), data["accepted"], _reading(data["reading"]))
    except (ValueError, KeyError, TypeError) as fault:
        raise SpoiltTextError(path) from fault


def _seal(body: str) -> str:
    return hashlib.sha256(body.encode()).hexdigest()


def _citation(data: dict[str, Any]) -> Citation:
    return Citation(**{**data, "issued": date.fromisoformat(data["issued"]) if data["issued"] else None})


def _reading(data: dict[str, Any]) -> Reading:
    notes = tuple(Note(item["label"], _lines(item["lines"])) for item in data["notes"])
    return Reading(data["name"], SourceKind(data["kind"]), _lines(data["lines"]), notes)


def _lines(items: list[dict[str, Any]]) -> tuple[Line, ...]:
    return tuple(_line(item) for item in items)


def _line(data: dict[str, Any]) -> Line:
    typed = {
        "source": Source(**data["source"]),
        "cell": Cell(**data["cell"]) if data["cell"] else None,
        "marks": tuple(Mark(**mark) for mark in data["marks"]),
        "align": Align(data["align"]),
    }
    return Line(**{**data, **typed})
