"""Taking one file of many in: what it is, as the store keeps it and as the index does.

Done wherever there is room, in another process or on another machine: all it needs comes with the task.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from kcdocs.amend.effect import effective_date
from kcdocs.decrees import kept
from kcdocs.decrees.catalogue import load_catalogue
from kcdocs.decrees.editions import amended_instruments, ended_by
from kcdocs.decrees.errors import ManyNumbersError, NamelessTextError, UndatedAmendingError
from kcdocs.decrees.facts import slug
from kcdocs.decrees.indexed import IndexedInstrument, indexed
from kcdocs.decrees.opening import require_articles
from kcdocs.decrees.standing import UNDATED
from kcdocs.errors import KcdocsError, UnforeseenError
from kcdocs.law import numbers
from kcdocs.model.address import Kind
from kcdocs.model.citation import Citation
from kcdocs.model.edition import EditionText
from kcdocs.model.instrument import Instrument
from kcdocs.parse.instrument import parse
from kcdocs.sources.options import Options
from kcdocs.sources.read import read_bytes

_AROUND = frozenset({Kind.HEADER, Kind.CLOSING, Kind.SIGNATURE, Kind.RECIPIENTS, Kind.OTHER})
"""Where an instrument says its number, and where that of a second one in the same file stands."""


@dataclass(frozen=True, slots=True)
class BroughtFile:
    """A file that is to be added.

    Attributes:
        options: How it is read, and its name.
        data: Its bytes.
        digest: What tells its bytes and how they are read from any others.
    """

    options: Options
    data: bytes
    digest: str


@dataclass(frozen=True, slots=True)
class TakenFile:
    """What a file is.

    Attributes:
        name: The file as the user named it.
        digest: See `BroughtFile`.
        fault: Why it cannot be added; None if it can.
        citation: The instrument.
        day: First day it stands so; `date(1, 1, 1)` if not known.
        words: What tells its text from any other.
        body: What the store keeps of it.
        index: What the index keeps of it, its seal still to be set.
        told: How many things its readers doubted or left out, or are odd in its structure.
    """

    name: str
    digest: str
    fault: KcdocsError | None = None
    citation: Citation = field(default_factory=Citation)
    day: date = UNDATED
    words: str = ""
    body: bytes = b""
    index: IndexedInstrument | None = None
    told: int = 0


def brought(options: Options, data: bytes) -> BroughtFile:
    """A file with its bytes, ready to be taken in."""
    how = f"{options.revisions} {options.encoding} {options.instrument} {options.recognise}\n"
    return BroughtFile(options, data, hashlib.sha256(how.encode() + data).hexdigest())


def take(file: BroughtFile) -> TakenFile:
    """Read and parse a file; what is wrong with it is given with the result, for the others are to go on."""
    try:
        return _taken(file)
    except KcdocsError as fault:
        return TakenFile(file.options.name, file.digest, fault)
    except Exception as fault:  # noqa: BLE001 - one file that kcdocs fails at must not stop thousands
        return TakenFile(file.options.name, file.digest, UnforeseenError(type(fault).__name__))


def _taken(file: BroughtFile) -> TakenFile:
    reading = read_bytes(file.data, file.options)
    text = require_articles(parse(reading, catalogue=load_catalogue()))
    citation = _only_citation(text)
    amends = amended_instruments(text, ())
    effective = effective_date(text)
    if amends and effective is None:
        raise UndatedAmendingError(citation.number, amends)
    day = effective or citation.issued or UNDATED
    stored = kept.Kept(citation, 0, amends, (), reading, ended_by(text))
    holds = date.min if effective else day
    edition = EditionText(day, replace(text, name=citation.number), holds=holds)
    return TakenFile(
        file.options.name,
        file.digest,
        None,
        citation,
        day,
        words_digest(stored.words),
        kept.written(stored),
        indexed(slug(citation.number), "", citation, [edition]),
        len(text.findings),
    )


def words_digest(words: Iterable[str]) -> str:
    """What tells the lines of a text from those of any other."""
    return hashlib.sha256("\n".join(words).encode("utf-8", "surrogatepass")).hexdigest()


def is_issued(number: str) -> bool:
    """Whether a number is whole: a draft's has dots where the serial will stand."""
    return any(char.isdigit() for char in number.partition("/")[0])


def _only_citation(text: Instrument) -> Citation:
    """What a text says it is; refused if that is nothing, or more than one thing."""
    said = text.citation
    if not is_issued(said.number):
        raise NamelessTextError(text.name)
    lines = (line.text for node in text.nodes if node.kind in _AROUND for line in node.lines)
    found = dict.fromkeys([said.number, *filter(None, map(numbers.said_number, lines))])
    if len(found) > 1:
        raise ManyNumbersError(text.name, tuple(found))
    return said
