"""The store: instruments by citation, with the texts the user added."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import cached_property
from pathlib import Path

from kcdocs.amend.effect import effective_date
from kcdocs.decrees import fingerprint, kept, naming
from kcdocs.decrees.catalogue import load_catalogue
from kcdocs.decrees.editions import Course, amended_instruments, ended_by, naming_keys
from kcdocs.decrees.entries import Addition, Edition, StoreEntry
from kcdocs.decrees.errors import (
    AmbiguousInstrumentError,
    NoEditionError,
    OtherTextKeptError,
    SpoiltTextError,
    TextMissingError,
    UnclearNumberError,
    UndatedAmendingError,
    UnknownInstrumentError,
)
from kcdocs.decrees.facts import Facts, all_facts, slug
from kcdocs.decrees.holdings import Holdings, stamp
from kcdocs.decrees.standing import UNDATED, alterations, day_words, findings, standing
from kcdocs.decrees.state import EditionState, state_of
from kcdocs.model.address import SPOKEN, Kind
from kcdocs.model.answer import Answer
from kcdocs.model.catalogue import Alteration
from kcdocs.model.citation import Citation
from kcdocs.model.edition import EditionText
from kcdocs.model.finding import Finding
from kcdocs.model.instrument import Instrument, Standing
from kcdocs.model.line import Reading
from kcdocs.parse.instrument import parse


class Store:
    """Facts from folders, texts from the user's data folder.

    Args:
        folders: Folders of facts, the first wins.
        data: The user's data folder; it need not exist.
        index: The file of the index of its texts; it need not exist. None for a store without one, which is
            slower and cannot be searched.

    Attributes:
        index: That file.
        texts: The folder of the texts that were added.
    """

    def __init__(self, folders: Iterable[Path], data: Path, index: Path | None = None) -> None:
        self._facts = {slug(facts.citation.number): facts for facts in all_facts(folders)}
        self.texts = data / "decrees"
        self._held = Holdings(self.texts, index)
        self.index = index

    def entries(self) -> Iterator[StoreEntry]:
        """Every instrument with facts or a text, by slug."""
        for name in self.folders():
            yield self._entry(name)

    def folders(self) -> list[str]:
        """The slug of every instrument with facts or a text."""
        return sorted({*self._facts, *self._held.stamps})

    def stamps(self) -> dict[str, str]:
        """What every instrument is built of, by slug: what of its facts its editions hang on, its texts."""
        return {name: "\n".join(self._stamped(name)) for name in self.folders()}

    def _stamped(self, name: str) -> Iterator[str]:
        facts = self._facts.get(name)
        if facts:
            yield f"{facts.citation} {facts.in_force_from}"
            yield from (f"{edition.path} {stamp(edition.path)}" for edition in _shipped(facts))
        yield from (f"{name}/{file} {said}" for file, said in self._held.stamps.get(name, {}).items())

    def entry(self, number: str) -> StoreEntry:
        """The instrument of that number (case, tone marks and punctuation do not matter).

        Raises:
            UnknownInstrumentError: If neither facts, texts nor the catalogue have it.
        """
        name = slug(number)
        if name in self._facts or name in self._held.stamps:
            return self._entry(name)
        known = load_catalogue().find(number)
        if known is None:
            raise UnknownInstrumentError(number, self.near(number))
        return StoreEntry(known.citation, None, ())

    def citations(self) -> tuple[Citation, ...]:
        """Every instrument known by facts, by text or by the catalogue, once each."""
        catalogue = {slug(item.citation.number): item.citation for item in load_catalogue().entries}
        found = catalogue | {name: facts.citation for name, facts in self._facts.items()}
        for name in self._held.stamps.keys() - found.keys():
            with suppress(SpoiltTextError):  # told where that text is asked for
                found[name] = self._held.first_head(name).citation
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
            The text of that day as the texts and amending instruments in the store make it, or else the
            nearest before it; its findings tell where it is not the law of that day. Without a day of one's
            own, a text whose force is still to begin is given too.

        Raises:
            UnknownInstrumentError: If the store knows nothing of it.
            TextMissingError: If only facts are known.
            NoEditionError: If no edition was in force on that day.
            SpoiltTextError: If the stored text was changed since it was added.
        """
        entry = self.entry(number)
        if not entry.editions:
            raise TextMissingError(entry.citation.number)
        edition = self._edition_on(entry, as_of)
        instrument = edition.instrument
        found, telling = self._standing(entry, state_of(edition), as_of or today())
        own = dict.fromkeys((*edition.reader_findings, *instrument.findings))
        return replace(instrument, findings=(*telling, *own), standing=found)

    def editions(self, number: str) -> tuple[EditionText, ...]:
        """All editions of an instrument, earliest first: the texts at hand, and what commands make of them.

        Raises:
            UnknownInstrumentError: If the store knows nothing of it.
            SpoiltTextError: If a stored text was changed since it was added.
        """
        return tuple(self._course(self.entry(number)).editions())

    def edition(self, number: str, as_of: date | None = None) -> EditionText:
        """The edition that `load` gives the text of; arguments and errors are the same."""
        entry = self.entry(number)
        if not entry.editions:
            raise TextMissingError(entry.citation.number)
        return self._edition_on(entry, as_of)

    def findings(self, entry: StoreEntry, day: date | None = None) -> tuple[Finding, ...]:
        """What must be told with an instrument's text on a day (None: today); nothing where there is none."""
        if not entry.editions:
            return ()
        edition = self._edition_on(entry, day)
        told = self._standing(entry, state_of(edition), day or today())[1]
        return (*told, *edition.reader_findings)

    def remarks(self, entry: StoreEntry, editions: Sequence[EditionState]) -> tuple[str, ...]:
        """What `findings` tells today, a line each, of an instrument with these editions; opens no text."""
        if not editions:
            return ()
        begun = [edition for edition in editions if edition.since <= today()]
        edition = begun[-1] if begun else editions[0]
        told = self._standing(entry, edition, today())[1]
        return (*(finding.remark for finding in told), *edition.remarks)

    def amended_by(self, citation: Citation) -> list[StoreEntry]:
        """The kept instruments whose commands are on one."""
        found = (self._entry(name) for name in self._named_in(citation))
        return [entry for entry in found if entry.citation.number != citation.number]

    def amending(self, folder: str) -> list[str]:
        """The slugs of the kept instruments whose commands are on one; none for what cannot be read."""
        facts = self._facts.get(folder)
        with suppress(SpoiltTextError):
            citation = facts.citation if facts else self._held.first_head(folder).citation
            return [name for name in self._named_in(citation) if name != folder]
        return []

    def _named_in(self, citation: Citation) -> list[str]:
        """The slugs of the kept instruments whose commands name one."""
        return sorted({name for key in naming_keys(citation) for name in self._amending.get(key, ())})

    def check(self, instrument: Instrument) -> list[Finding] | None:
        """The differences of a text from its fingerprints; None where there are none to check by."""
        facts = self._facts.get(slug(instrument.citation.number))
        if facts is None or not (facts.folder / fingerprint.FILE).is_file():
            return None
        return fingerprint.differences(fingerprint.read_outline(facts.folder / fingerprint.FILE), instrument)

    def add(
        self,
        reading: Reading,
        instrument: Instrument,
        *,
        since: date | None,
        accepted: int,
        answers: tuple[Answer, ...] | None = None,
        force: bool = False,
    ) -> Addition:
        """Keep a text in the user's data folder.

        Args:
            reading: The text.
            instrument: The same, parsed, its citation that under which it is kept.
            since: First day the text stands so; None for the original's day of force, as far as known.
            accepted: How many differences the user accepted.
            answers: What a person answered on its unclear commands; None leaves what was answered before.
            force: Whether it may take the place of another text of that day, which is set aside.

        Raises:
            OtherTextKeptError: If another text of that day is kept and may not be replaced.
            SpoiltTextError: If what is kept of that day was changed and may not be replaced.
            UndatedAmendingError: If it amends others, and nothing says from when on.
        """
        citation = instrument.citation
        day = since or self._first_day(instrument)
        path = self.texts / slug(citation.number) / f"{(day or citation.issued or UNDATED).isoformat()}.json"
        if answers is None:
            answers = _answers_kept(path)
        amends = amended_instruments(instrument, answers)
        if day is None and amends:
            raise UndatedAmendingError(citation.number, amends)
        self.look_again()
        text = kept.Kept(citation, accepted, amends, answers, reading, ended_by(instrument))
        return _keep(path, text, force=force)

    def look_again(self) -> None:
        """Know of the texts that were added since."""
        for name in ("_heads", "_spoilt", "_amending", "_ending"):
            self.__dict__.pop(name, None)
        self._held.forget()

    def _first_day(self, instrument: Instrument) -> date | None:
        """The first day of force: as facts say it, or the text itself."""
        facts = self._facts.get(slug(instrument.citation.number))
        return (facts.in_force_from if facts else None) or effective_date(instrument)

    def _entry(self, name: str) -> StoreEntry:
        facts = self._facts.get(name)
        added = [
            Edition(path, date.fromisoformat(path.stem), self._held.head(path).accepted)
            for path in self._held.paths(name)
        ]
        citation = facts.citation if facts else self._held.first_head(name).citation
        shipped = _shipped(facts) if facts else []
        return StoreEntry(citation, facts, tuple(sorted([*shipped, *added], key=lambda item: item.since)))

    def _course(self, entry: StoreEntry) -> Course:
        return Course(entry, self.amended_by)

    @cached_property
    def _heads(self) -> dict[str, kept.KeptHead | None]:
        """What each kept instrument is and amends, by folder; None where that cannot be read."""
        found: dict[str, kept.KeptHead | None] = {}
        for name in self._held.stamps:
            found[name] = None
            with suppress(SpoiltTextError):
                found[name] = self._held.first_head(name)
        return found

    @cached_property
    def _spoilt(self) -> list[str]:
        return [name for name, head in self._heads.items() if head is None]

    @cached_property
    def _amending(self) -> dict[tuple[str, ...], list[str]]:
        """What commands name → the instruments that give them."""
        found: dict[tuple[str, ...], list[str]] = {}
        for name, head in self._heads.items():
            for said in head.amends if head else ():
                found.setdefault(naming_keys(said)[0], []).append(name)
        return found

    def _last_days(self, number: str, *, amended: bool) -> Iterator[date]:
        """The last days of force that kept texts give an instrument; its own may have been amended."""
        found = self._ending.get(number, ())
        yield from (day - timedelta(days=1) for name, day in found if not (amended and name == slug(number)))

    @cached_property
    def _ending(self) -> dict[str, list[tuple[str, date]]]:
        """What kept texts end: by number the folder of the text that says so, and the first day without."""
        found: dict[str, list[tuple[str, date]]] = {}
        for name, head in self._heads.items():
            for said in head.ends if head else ():
                first = said.since or date.fromisoformat(min(path.stem for path in self._held.paths(name)))
                if first != UNDATED and not said.unsure:
                    found.setdefault(said.citation.number, []).append((name, first))
        return found

    def _edition_on(self, entry: StoreEntry, day: date | None) -> EditionText:
        first = entry.editions[0].since
        if day is not None and day < first:
            raise NoEditionError(entry.citation.number, day_words(day), day_words(first))
        return self._course(entry).on(day or today())

    def _standing(
        self, entry: StoreEntry, edition: EditionState, day: date
    ) -> tuple[Standing, tuple[Finding, ...]]:
        catalogue, number = load_catalogue(), entry.citation.number
        known = catalogue.find(number)
        heirs = [item.citation.number for item in catalogue.successors(known, day)] if known else []
        held = {item.citation.number for item in self.amended_by(entry.citation)}
        lasts = [item.in_force_to for item in (known, entry.facts) if item and item.in_force_to]
        lasts += self._last_days(number, amended=bool(held))
        known_of = alterations(number, entry.facts, catalogue)
        altered = [*known_of, *(Alteration(named, None) for named in edition.named)]
        altered = [item for item in altered if item.number not in held]
        found = standing(edition, day, altered, min(lasts, default=None))
        return found, tuple(findings(number, found, heirs, self._spoilt))


def today() -> date:
    """The day asked where nobody names one."""
    return datetime.now().date()  # noqa: DTZ005 - the user's own calendar


def _shipped(facts: Facts) -> list[Edition]:
    path = (facts.texts or {}).get("goc")
    return [Edition(path, facts.in_force_from or UNDATED)] if path else []


def _answers_kept(path: Path) -> tuple[Answer, ...]:
    """What a person answered on the text that is kept there; nothing where there is none to be read."""
    with suppress(SpoiltTextError):  # told where that text is asked for
        if path.exists():
            return kept.head(path).answers
    return ()


def _keep(path: Path, given: kept.Kept, *, force: bool) -> Addition:
    """Write a text, unless it stands there; over another one only by force, or if just the answers differ."""
    if not path.exists():
        kept.write(path, given)
        return Addition(path, new=True)
    if not force:
        standing = kept.read(path)
        _check_same(path, standing, given)
        if (standing.amends, standing.answers) == (given.amends, given.answers):
            return Addition(path, new=False)
    aside = kept.set_aside(path)
    kept.write(path, given)
    return Addition(path, new=True, aside=aside)


def _check_same(path: Path, standing: kept.Kept, given: kept.Kept) -> None:
    """See that a text to be added is the one that is kept for that day."""
    if standing.words == given.words:
        return
    day = date.fromisoformat(path.stem)
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
