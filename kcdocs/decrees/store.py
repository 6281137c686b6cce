"""The store: instruments by citation, with the texts the user added."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from kcdocs.decrees import fingerprint, kept, naming
from kcdocs.decrees.catalogue import load_catalogue
from kcdocs.decrees.errors import (
    AmbiguousInstrumentError,
    NoEditionError,
    OtherTextKeptError,
    SpoiltTextError,
    TextMissingError,
    UnclearNumberError,
    UnknownInstrumentError,
)
from kcdocs.decrees.facts import Facts, all_facts, slug
from kcdocs.decrees.standing import UNDATED, alterations, day_words, findings, standing
from kcdocs.model.address import SPOKEN, Kind
from kcdocs.model.citation import Citation
from kcdocs.model.finding import Finding
from kcdocs.model.instrument import Instrument, Standing
from kcdocs.model.line import Reading
from kcdocs.parse.instrument import parse
from kcdocs.sources.read import read


@dataclass(frozen=True, slots=True)
class StoreEntry:
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


class Store:
    """Facts from folders, texts from the user's data folder.

    Args:
        folders: Folders of facts, the first wins.
        data: The user's data folder; it need not exist.
    """

    def __init__(self, folders: Iterable[Path], data: Path) -> None:
        self._facts = {slug(facts.citation.number): facts for facts in all_facts(folders)}
        self._texts = data / "decrees"

    def entries(self) -> Iterator[StoreEntry]:
        """Every instrument with facts or a text, by slug."""
        added = {path.name for path in self._texts.glob("*") if path.is_dir()}
        for name in sorted({*self._facts, *added}):
            yield self._entry(name)

    def entry(self, number: str) -> StoreEntry:
        """The instrument of that number (case, tone marks and punctuation do not matter).

        Raises:
            UnknownInstrumentError: If neither facts, texts nor the catalogue have it.
        """
        name = slug(number)
        if name in self._facts or (self._texts / name).is_dir():
            return self._entry(name)
        known = load_catalogue().find(number)
        if known is None:
            raise UnknownInstrumentError(number, self.near(number))
        return StoreEntry(known.citation, None, ())

    def citations(self) -> tuple[Citation, ...]:
        """Every instrument known by facts, by text or by the catalogue, once each."""
        catalogue = {slug(item.citation.number): item.citation for item in load_catalogue().entries}
        found = catalogue | {name: facts.citation for name, facts in self._facts.items()}
        for folder in sorted(path for path in self._texts.glob("*") if path.name not in found):
            with suppress(SpoiltTextError):  # told where that text is asked for
                if any(folder.glob("*.json")):
                    found[folder.name] = _about(folder)
        return tuple(found.values())

    def find(self, words: str) -> Citation | None:
        """The one instrument that words name, in any form a person writes; None if no known one fits.

        Raises:
            AmbiguousInstrumentError: If several fit.
        """
        fitting = naming.matches(words, self.citations())
        if len(fitting) > 1:
            raise AmbiguousInstrumentError(words.strip(), fitting)
        return fitting[0] if fitting else None

    def number(self, words: str) -> str:
        """The number that words name: as the store knows it, or else as it is printed.

        Raises:
            AmbiguousInstrumentError: If several known instruments fit.
            UnclearNumberError: If none fits and the words are no full number.
        """
        found = self.find(words) if words.strip() else None
        if found or not words.strip():
            return found.number if found else ""
        said = naming.name(words)
        if said is None or not said.full():
            raise UnclearNumberError(words.strip(), self.near(words))
        return naming.printed_number(words)

    def near(self, words: str) -> list[str]:
        """Numbers that words may have been meant for; none if none is near."""
        return list(naming.near(words, self.citations()))

    def facts(self, number: str) -> Facts | None:
        """The facts of the instrument of that number, if a folder has any."""
        return self._facts.get(slug(number))

    def load(self, number: str, *, as_of: date | None = None) -> Instrument:
        """The text of an instrument.

        Args:
            number: Its number ("45/2012/NĐ-CP").
            as_of: The day; None for today.

        Returns:
            The text of that day, or else the nearest before it; its findings tell where it is not the law of
            that day. Without a day of one's own, a text whose force is still to begin is given too.

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
        found, telling = _standing(entry, edition, as_of or today())
        return replace(
            instrument,
            citation=entry.citation,
            name=entry.citation.number,
            findings=(*telling, *instrument.findings),
            standing=found,
        )

    def check(self, instrument: Instrument) -> list[Finding] | None:
        """The differences of a text from its fingerprints; None where there are none to check by."""
        facts = self._facts.get(slug(instrument.citation.number))
        if facts is None or not (facts.folder / fingerprint.FILE).is_file():
            return None
        return fingerprint.differences(fingerprint.read_outline(facts.folder / fingerprint.FILE), instrument)

    def add(
        self, reading: Reading, citation: Citation, *, since: date | None, accepted: int, force: bool = False
    ) -> Addition:
        """Keep a text in the user's data folder.

        Args:
            reading: The text.
            citation: What it is.
            since: First day the text stands so; None for the original's day of force, as far as known.
            accepted: How many differences the user accepted.
            force: Whether it may take the place of another text of that day, which is set aside.

        Raises:
            OtherTextKeptError: If another text of that day is kept and may not be replaced.
            SpoiltTextError: If what is kept of that day was changed and may not be replaced.
        """
        facts = self._facts.get(slug(citation.number))
        day = since or (facts.in_force_from if facts else None) or citation.issued or UNDATED
        path = self._texts / slug(citation.number) / f"{day.isoformat()}.json"
        given = kept.Kept(citation, accepted, reading)
        if not path.exists():
            kept.write(path, given)
            return Addition(path, new=True)
        if not force:
            _check_same(path, kept.read(path), given, day)
            return Addition(path, new=False)
        aside = kept.set_aside(path)
        kept.write(path, given)
        return Addition(path, new=True, aside=aside)

    def _entry(self, name: str) -> StoreEntry:
        facts = self._facts.get(name)
        added = [_added(path) for path in sorted((self._texts / name).glob("*.json"))]
        citation = facts.citation if facts else _about(self._texts / name)
        shipped = _shipped(facts) if facts else []
        return StoreEntry(citation, facts, tuple(sorted([*shipped, *added], key=lambda item: item.since)))


def today() -> date:
    """The day asked where nobody names one."""
    return datetime.now().date()  # noqa: DTZ005 - the user's own calendar


def text_findings(entry: StoreEntry, day: date | None = None) -> tuple[Finding, ...]:
    """What must be told with an instrument's text on a day (None: today); nothing where there is no text."""
    return _standing(entry, _edition_on(entry, day), day or today())[1] if entry.editions else ()


def _standing(entry: StoreEntry, edition: Edition, day: date) -> tuple[Standing, tuple[Finding, ...]]:
    catalogue, number = load_catalogue(), entry.citation.number
    known = catalogue.find(number)
    lasts = (item.in_force_to for item in (known, entry.facts) if item and item.in_force_to)
    heirs = [item.citation.number for item in catalogue.successors(known, day)] if known else []
    found = standing(edition.since, day, alterations(number, entry.facts, catalogue), next(lasts, None))
    return found, tuple(findings(number, found, heirs))


def _edition_on(entry: StoreEntry, day: date | None) -> Edition:
    fitting = [edition for edition in entry.editions if edition.since <= (day or today())]
    if fitting:
        return fitting[-1]
    if day is None:
        return entry.editions[0]
    raise NoEditionError(entry.citation.number, day_words(day), day_words(entry.editions[0].since))


def _shipped(facts: Facts) -> list[Edition]:
    path = (facts.texts or {}).get("goc")
    return [Edition(path, facts.in_force_from or UNDATED)] if path else []


def _added(path: Path) -> Edition:
    return Edition(path, date.fromisoformat(path.stem), kept.read(path).accepted)


def _check_same(path: Path, standing: kept.Kept, given: kept.Kept, day: date) -> None:
    """See that a text to be added is the one that is kept for that day."""
    if standing.words == given.words:
        return
    old, new = parse(standing.reading), parse(given.reading)
    raise OtherTextKeptError(
        given.citation.number,
        "" if day == UNDATED else day_words(day),
        day_words(datetime.fromtimestamp(path.stat().st_mtime).date()),  # noqa: DTZ006 - the user's own calendar
        _counted(old),
        _counted(new),
        len(fingerprint.differences(fingerprint.outline(old), new)),
    )


def _counted(instrument: Instrument) -> str:
    """How many articles, clauses and points a text has: "19 điều, 54 khoản, 49 điểm"."""
    seen = Counter(node.kind for node in instrument.provisions())
    kinds = (Kind.ARTICLE, Kind.CLAUSE, Kind.POINT)
    return ", ".join(f"{seen[kind]} {SPOKEN[kind].lower()}" for kind in kinds)


def _about(folder: Path) -> Citation:
    return kept.read(min(folder.glob("*.json"))).citation
