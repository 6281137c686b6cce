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
from kcdocs.model.address import Address
from kcdocs.model.answer import Answer
from kcdocs.model.citation import Citation
from kcdocs.model.comparison import EndedInstrument
from kcdocs.model.finding import Finding, Place, Severity
from kcdocs.model.line import Align, Cell, Line, Mark, Note, Reading, Source, SourceKind
from kcdocs.model.span import Span
from kcdocs.text.json_reading import read_json

ASIDE = "da-thay"
"""The folder beside kept texts for those that others replaced."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A text as it was added.

    Attributes:
        citation: What it is.
        accepted: How many differences from the fingerprints the user accepted.
        amends: The instruments that its commands are on.
        ends: The instruments that it says cease as a whole.
        answers: What a person answered on its unclear commands.
        reading: The text, with what its reader left out or doubted.
    """

    citation: Citation
    accepted: int
    amends: tuple[Citation, ...]
    answers: tuple[Answer, ...]
    reading: Reading
    ends: tuple[EndedInstrument, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """The text alone: its lines and those of its notes."""
        notes = (line for note in self.reading.notes for line in note.lines)
        return tuple(line.text for line in (*self.reading.lines, *notes))


@dataclass(frozen=True, slots=True)
class KeptHead:
    """What a kept text is, without its lines; see `Kept`."""

    citation: Citation
    accepted: int
    amends: tuple[Citation, ...]
    answers: tuple[Answer, ...]
    ends: tuple[EndedInstrument, ...] = ()


def set_aside(path: Path) -> Path:
    """Copy a kept text to where it is found again but no longer read, before another takes its place.

    Returns:
        The copy; the same text has the same.
    """
    data = load(path)
    return write_whole(path.parent / ASIDE / f"{path.stem}-{hashlib.sha256(data).hexdigest()[:8]}.json", data)


def write(path: Path, kept: Kept) -> None:
    """Write a text whole or not at all."""
    write_whole(path, written(kept))


def written(kept: Kept) -> bytes:
    """A text as its file has it: the first line is the hash of the rest, which is JSON."""
    data = {**asdict(replace(kept, answers=())), "answers": [_written(answer) for answer in kept.answers]}
    order = {name: data[name] for name in _HEAD} | {_LAST: data[_LAST]}
    body = json.dumps(order, ensure_ascii=False, separators=(",", ":"), default=date.isoformat)
    return f"{_seal(body)}\n{body}".encode()


def read(path: Path) -> Kept:
    """Read a kept text as it was added.

    Raises:
        SpoiltTextError: If it is not what was written.
    """
    try:
        data = read_json(_body(path), most=MOST_KEPT_VALUES)
        head = _head(data)
        return Kept(head.citation, head.accepted, head.amends, head.answers, _reading(data[_LAST]), head.ends)
    except (ValueError, KeyError, TypeError) as fault:
        raise SpoiltTextError(path) from fault


def head(path: Path) -> KeptHead:
    """What a kept text is; its lines, which are most of the file, are not taken apart.

    Raises:
        SpoiltTextError: If the file is not what was written.
    """
    return read_head(written_head(path))


def written_head(path: Path) -> str:
    """The part of a kept text's file that says what it is; raises as `head`."""
    try:
        first, found, _ = _body(path).partition(f',"{_LAST}":{{')
        said = f"{first}}}" if found else first
        read_head(said)
    except (ValueError, KeyError, TypeError) as fault:
        raise SpoiltTextError(path) from fault
    return said


def read_head(said: str) -> KeptHead:
    """What `written_head` gave, understood."""
    return _head(read_json(said, most=MOST_KEPT_VALUES))


_HEAD, _LAST = ("citation", "accepted", "amends", "ends", "answers"), "reading"
"""The order of a kept text in its file; a quotation mark within a string is never bare, so what parts the
lines from the rest stands in no string."""


def _body(path: Path) -> str:
    seal, _, body = load(path).decode("utf-8").partition("\n")
    if seal != _seal(body):
        raise SpoiltTextError(path)
    return body


def _seal(body: str) -> str:
    return hashlib.sha256(body.encode()).hexdigest()


def _head(data: dict[str, Any]) -> KeptHead:
    amends = tuple(map(_citation, data.get("amends", ())))
    answers = tuple(
        Answer(Address.parse(item["place"]), item["command"], item["words"], item["digest"])
        for item in data.get("answers", ())
    )
    ends = tuple(map(_ended, data.get("ends", ())))  # texts kept before say nothing of them
    return KeptHead(_citation(data["citation"]), data["accepted"], amends, answers, ends)


def _ended(data: dict[str, Any]) -> EndedInstrument:
    since = date.fromisoformat(data["since"]) if data["since"] else None
    return EndedInstrument(_citation(data["citation"]), data["unsure"], since)


def _written(answer: Answer) -> dict[str, str]:
    return {**asdict(answer), "place": str(answer.place)}


def _citation(data: dict[str, Any]) -> Citation:
    return Citation(**{**data, "issued": date.fromisoformat(data["issued"]) if data["issued"] else None})


def _reading(data: dict[str, Any]) -> Reading:
    notes = tuple(Note(item["label"], _lines(item["lines"])) for item in data["notes"])
    findings = tuple(map(_finding, data["findings"]))
    headers = data.get("headers")  # texts kept before headers were read say nothing of them
    headers = None if headers is None else _lines(headers)
    pictures = data.get("pictures")  # the same of pictures
    return Reading(
        data["name"],
        SourceKind(data["kind"]),
        _lines(data["lines"]),
        notes,
        findings,
        headers,
        None if pictures is None else tuple(pictures),
    )


def _finding(data: dict[str, Any]) -> Finding:
    span = data["place"]["span"]
    place = Place(**{**data["place"], "span": Span(**span) if span else None})
    return Finding(**{**data, "severity": Severity(data["severity"]), "place": place})


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
