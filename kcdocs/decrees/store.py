"""The store: instruments by citation, with the texts the user added."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from kcdocs.decrees import fingerprint, kept
from kcdocs.decrees.catalogue import load as load_catalogue
from kcdocs.decrees.errors import NoEditionError, TextMissingError, UnknownInstrumentError
from kcdocs.decrees.facts import Facts, all_facts, slug
from kcdocs.model.citation import Citation
from kcdocs.model.finding import Finding
from kcdocs.model.instrument import Instrument
from kcdocs.model.line import Reading
from kcdocs.parse.instrument import parse
from kcdocs.sources.read import read

_UNDATED = date(1, 1, 1)


@dataclass(frozen=True, slots=True)
class Entry:
    """One instrument the store knows.

    Attributes:
        citation: What it is.
        facts: The facts that come with the product or a user's folder, if any.
        editions: The texts at hand, earliest first.
    """

    citation: Citation
    facts: Facts | None
    editions: tuple[Edition, ...]


@dataclass(frozen=True, slots=True)
class Edition:
    """A text of an instrument as it stood from a day on.

    Attributes:
        path: The stored reading, or the text file that comes with the product.
        since: First day the text stood so; `date(1, 1, 1)` if not known.
        accepted: How many differences from the fingerprints were accepted when it was added.
    """

    path: Path
    since: date
    accepted: int = 0


class Store:
    """Facts from folders, texts from the user's data folder.

    Args:
        folders: Folders of facts, the first wins.
        data: The user's data folder; it need not exist.
    """

    def __init__(self, folders: Iterable[Path], data: Path) -> None:
        self._facts = {slug(facts.citation.number): facts for facts in all_facts(folders)}
        self._texts = data / "decrees"

    def entries(self) -> Iterator[Entry]:
        """Every instrument with facts or a text, by slug."""
        added = {path.name for path in self._texts.glob("*") if path.is_dir()}
        for name in sorted({*self._facts, *added}):
            yield self._entry(name)

    def entry(self, number: str) -> Entry:
        """The instrument of that number (case, tone marks and punctuation do not matter).

        Raises:
            UnknownInstrumentError: If there are neither facts nor a text.
        """
        name = slug(number)
        if name not in self._facts and not (self._texts / name).is_dir():
            raise UnknownInstrumentError(number)
        return self._entry(name)

    def facts(self, number: str) -> Facts | None:
        """The facts of the instrument of that number, if a folder has any."""
        return self._facts.get(slug(number))

    def load(self, number: str, *, as_of: date | None = None) -> Instrument:
        """The text of an instrument.

        Args:
            number: Its number ("45/2012/NĐ-CP").
            as_of: The day; None for the latest edition at hand.

        Raises:
            UnknownInstrumentError: If the store knows nothing of it.
            TextMissingError: If only facts are known.
            NoEditionError: If no edition was in force on that day.
            SpoiltTextError: If the stored text was changed since it was added.
        """
        entry = self.entry(number)
        if not entry.editions:
            raise TextMissingError(entry.citation.number)
        edition = _edition_on(entry, as_of)
        path = edition.path
        reading = kept.read(path).reading if path.suffix == ".json" else read(path)
        instrument = parse(reading, catalogue=load_catalogue())
        return replace(instrument, citation=entry.citation, name=entry.citation.number)

    def check(self, instrument: Instrument) -> list[Finding] | None:
        """The differences of a text from its fingerprints; None where there are none to check by."""
        facts = self._facts.get(slug(instrument.citation.number))
        if facts is None or not (facts.folder / fingerprint.FILE).is_file():
            return None
        return fingerprint.differences(fingerprint.read_outline(facts.folder / fingerprint.FILE), instrument)

    def add(self, reading: Reading, citation: Citation, *, since: date | None, accepted: int) -> Path:
        """Keep a text in the user's data folder.

        Args:
            reading: The text.
            citation: What it is.
            since: First day the text stands so; None for the original's day of force, as far as known.
            accepted: How many differences the user accepted.

        Returns:
            The file written.
        """
        facts = self._facts.get(slug(citation.number))
        day = since or (facts.in_force_from if facts else None) or citation.issued or _UNDATED
        path = self._texts / slug(citation.number) / f"{day.isoformat()}.json"
        kept.write(path, kept.Kept(citation, accepted, reading))
        return path

    def _entry(self, name: str) -> Entry:
        facts = self._facts.get(name)
        added = [_added(path) for path in sorted((self._texts / name).glob("*.json"))]
        citation = facts.citation if facts else _about(self._texts / name)
        shipped = _shipped(facts) if facts else []
        return Entry(citation, facts, tuple(sorted([*shipped, *added], key=lambda item: item.since)))


def _edition_on(entry: Entry, day: date | None) -> Edition:
    if day is None:
        return entry.editions[-1]
    fitting = [edition for edition in entry.editions if edition.since <= day]
    if not fitting:
        first = entry.editions[0].since.strftime("%d/%m/%Y")
        raise NoEditionError(entry.citation.number, day.strftime("%d/%m/%Y"), first)
    return fitting[-1]


def _shipped(facts: Facts) -> list[Edition]:
    path = (facts.texts or {}).get("goc")
    return [Edition(path, facts.in_force_from or _UNDATED)] if path else []


def _added(path: Path) -> Edition:
    return Edition(path, date.fromisoformat(path.stem), kept.read(path).accepted)


def _about(folder: Path) -> Citation:
    return kept.read(min(folder.glob("*.json"))).citation
