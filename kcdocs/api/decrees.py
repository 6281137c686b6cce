"""The store of instruments: add, list, show, verify, and make fingerprints."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from kcdocs.amend.consolidate import AmendingStep, layout_findings
from kcdocs.amend.consolidate import consolidate as consolidate_steps
from kcdocs.amend.effect import effective_date
from kcdocs.api.decisions import answers_in, ask, refused
from kcdocs.api.reading import open_text
from kcdocs.decrees import fingerprint
from kcdocs.decrees.editions import amended_instruments
from kcdocs.decrees.entries import StoreEntry
from kcdocs.decrees.errors import (
    DifferentTextError,
    NamelessTextError,
    NoSuchProvisionError,
    NothingEnactedError,
    RecognisedTextError,
    SpoiltTextError,
    TextMissingError,
    UnknownInstrumentError,
)
from kcdocs.decrees.listing import ListedInstrument, listed_instruments
from kcdocs.decrees.opening import provisions_at, require_articles, stored, the_store
from kcdocs.decrees.state import state_of
from kcdocs.decrees.store import Store
from kcdocs.decrees.taking import is_issued
from kcdocs.errors import KcdocsError
from kcdocs.files import AnyPath
from kcdocs.model.citation import Citation
from kcdocs.model.consolidated import Authentication
from kcdocs.model.edition import EditionText
from kcdocs.model.finding import Finding
from kcdocs.model.format import Format, FormatNotMadeError
from kcdocs.model.instrument import Instrument, Node
from kcdocs.model.line import Reading
from kcdocs.model.operation import Operation
from kcdocs.parse.citations import citation as read_citation
from kcdocs.parse.instrument import parse
from kcdocs.parse.references import address as parse_address
from kcdocs.report import consolidated as consolidated_text
from kcdocs.report import editions as editions_report
from kcdocs.sources.options import Options
from kcdocs.sources.read import read_named


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a text that was to be added to the store.

    Attributes:
        citation: What it is.
        path: Where it is kept.
        checked: Whether there were fingerprints to check it by.
        differences: The differences the user accepted.
        said: The number that the file itself says, where it is another one; empty otherwise.
        new: Whether it was written; False if the very same text was kept already.
        aside: Where the text is whose place it took; None if it took none.
        amends: The instruments that its commands are on.
        built: For each instrument at hand that it amends, or for itself if others amend it, the editions
            that commands make.
        findings: What its reader left out or doubted.
    """

    citation: Citation
    path: Path
    checked: bool
    differences: tuple[Finding, ...]
    said: str = ""
    new: bool = True
    aside: Path | None = None
    amends: tuple[Citation, ...] = ()
    built: tuple[tuple[Citation, tuple[EditionText, ...]], ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def waits_for(self) -> tuple[str, ...]:
        """What it amends and the store has no text of."""
        known = {citation.number for citation, _ in self.built}
        return tuple(item.number or item.title for item in self.amends if item.number not in known)

    @property
    def unclear(self) -> bool:
        """Whether something is unclear in what commands made."""
        return any(edition.doubts for _, editions in self.built for edition in editions)


def add(
    name: AnyPath,
    *,
    number: str = "",
    since: date | None = None,
    accept_differences: bool = False,
    how: Options | None = None,
    force: bool = False,
    decisions: AnyPath | None = None,
) -> Added:
    """Add the text of an instrument, checked by its fingerprints.

    If it amends others, or others in the store amend it, their editions are built from then on whenever they
    are asked for.

    Args:
        name: A file or an http(s) address.
        number: Its number where the file does not say it, in any form a person writes if the store knows it.
        since: First day the text stands so, for an edition that is not the original.
        accept_differences: Keep it even if provisions differ.
        how: How the file is read; None for the usual way.
        force: Whether it may take the place of another text of that day, which is set aside.
        decisions: A person's file of answers on unclear commands, kept with the text; where it is not there
            yet, it is made, with what there is to ask.

    Raises:
        BadAnswersError: If the file of answers cannot be understood.
        UndatedAmendingError: If it amends others and nothing says from when on.
        NamelessTextError: If neither the file nor `number` says what it is.
        NoArticlesError: If it has no article.
        DifferentTextError: If it differs from the fingerprints and that is not accepted.
        OtherTextKeptError: If another text of that day is kept and may not be replaced.
    """
    reading = _read(name, how)
    text = require_articles(parse(reading))
    citation = _citation(text, number)
    instrument, store = replace(text, citation=citation), the_store()
    found = store.check(instrument) if since is None else None
    if found and not accept_differences:
        raise DifferentTextError(found, citation.number)
    answered = decisions is not None and Path(decisions).exists()
    answers = answers_in(decisions) if answered else None
    kept = store.add(
        reading, instrument, since=since, accepted=len(found or ()), answers=answers, force=force
    )
    amends = amended_instruments(instrument, answers or ())
    built = tuple(_built(store, citation, amends))
    ask(decisions, instrument, _refused(citation.number, built), [name])
    said = text.citation.number
    other = said if said != citation.number else ""
    checked, differences = found is not None, tuple(found or ())
    return Added(
        citation, kept.path, checked, differences, other, kept.new, kept.aside, amends, built, text.findings
    )


def _built(
    store: Store, citation: Citation, amends: Iterable[Citation]
) -> Iterator[tuple[Citation, tuple[EditionText, ...]]]:
    """The editions that commands make of an instrument, and of those it amends, where texts are at hand."""
    touched = [store.find(item.number or item.title) for item in amends]
    for one in dict.fromkeys((citation, *(item for item in touched if item))):
        if store.entry(one.number).editions:
            made = tuple(edition for edition in store.editions(one.number) if edition.enacted)
            if made or one != citation:
                yield one, made


def _refused(number: str, built: Iterable[tuple[Citation, tuple[EditionText, ...]]]) -> Iterator[Operation]:
    """What of an amending instrument's commands could not be done."""
    for _, editions in built:
        for edition in editions:
            last = edition.enacted[-1]
            if last.amendment.instrument.citation.number == number:
                yield from refused(last.consolidation)


def entries() -> Iterator[StoreEntry]:
    """Every instrument the store knows."""
    return the_store().entries()


def listed() -> Iterator[ListedInstrument]:
    """Every instrument the store knows, with its editions and what must be told of them.

    Raises:
        SpoiltTextError: If a stored text was changed since it was added.
    """
    return listed_instruments(the_store())


def show(
    name: AnyPath, *, address: str = "", as_of: date | None = None, how: Options | None = None
) -> tuple[Node, ...]:
    """The provisions of an instrument, or the one asked for.

    Args:
        name: A citation or a file.
        address: As a person writes it ("khoản 2 Điều 1") or in machine form; empty for the whole.
        as_of: Which edition.
        how: How a file is read; None for the usual way.

    Raises:
        NoSuchProvisionError: If there is no such provision.
    """
    return provisions_at(open_text(name, as_of=as_of, how=how), address)


def built_lines(added: Added) -> Iterator[str]:
    """What commands make now that a text was added, one line an edition, and what is unclear in each."""
    for citation, made in added.built:
        yield from editions_report.built_lines(citation, made)


def history(name: AnyPath, address: str, medium: Format = Format.TEXT) -> str:
    """A provision of an instrument in the store through time, with the commands that made it so.

    Args:
        name: The instrument, in any form a person writes.
        address: As a person writes it ("khoản 2 Điều 1") or in machine form.
        medium: TEXT, or JSON as docs/reference/history.schema.json says.

    Raises:
        FormatNotMadeError: If it is another medium.
        NoSuchProvisionError: If no edition has it.
        UnknownInstrumentError: If the store knows nothing of the instrument.
        TextMissingError: If the store has no text of it.
    """
    if medium not in (Format.TEXT, Format.JSON):
        raise FormatNotMadeError(medium, (Format.TEXT, Format.JSON))
    store = the_store()
    entry = stored(os.fspath(name), store)
    if entry is None:
        raise UnknownInstrumentError(os.fspath(name), store.near(os.fspath(name)))
    if not entry.editions:
        raise TextMissingError(entry.citation.number)
    number, place = entry.citation.number, parse_address(address)
    every = store.editions(number)
    if not any(edition.instrument.find(place) for edition in every):
        raise NoSuchProvisionError(number, address)
    if medium == Format.JSON:
        return editions_report.history_json(number, place, every)
    return "\n".join(editions_report.history_lines(number, place, every))


@dataclass(frozen=True, slots=True)
class ConsolidatedEdition:
    """The text of an instrument on a day, with what made it, ready to be set out.

    Attributes:
        instrument: The text.
        steps: What amending instruments did to the text that was added, in order.
        in_force: First day of force of the original, where known.
        findings: What goes with the text, and what must be told of its layout.
    """

    instrument: Instrument
    steps: tuple[AmendingStep, ...]
    in_force: date | None
    findings: tuple[Finding, ...]

    @property
    def unclear(self) -> bool:
        """Whether something in the text is unclear, or it is known not to be the law of the day."""
        return self.instrument.standing is not None and not self.instrument.standing.current

    def render(self, form: Format, *, gazette: bool = False) -> bytes:
        """The consolidated text as TEXT, HTML or DOCX.

        Args:
            form: In what.
            gazette: Whether head and closing block are as the gazette prints them.
        """
        said = Authentication(gazette=gazette)
        text = consolidate_steps(self.steps, in_force=self.in_force, authentication=said)
        return consolidated_text.render(text, form, self.findings)


def consolidate(name: AnyPath, *, as_of: date | None = None, signed: date) -> ConsolidatedEdition:
    """The consolidated text of an instrument in the store on a day.

    Args:
        name: The instrument, in any form a person writes.
        as_of: The day; None for today.
        signed: The day the consolidated text is signed, which rules its layout.

    Raises:
        NothingEnactedError: If nothing in the store amends it by then.
        UnknownInstrumentError: If the store knows nothing of it.
        TextMissingError: If the store has no text of it.
        NoEditionError: If no edition was in force on that day.
    """
    store = the_store()
    entry = stored(os.fspath(name), store)
    if entry is None:
        raise UnknownInstrumentError(os.fspath(name), store.near(os.fspath(name)))
    number = entry.citation.number
    text, enacted = store.load(number, as_of=as_of), store.edition(number, as_of).enacted
    if not enacted:
        raise NothingEnactedError(number)
    last = replace(enacted[-1].consolidation, amended=text)
    steps = [AmendingStep(done.amendment, done.consolidation) for done in enacted[:-1]]
    steps.append(AmendingStep(enacted[-1].amendment, last))
    first = enacted[0].consolidation.original
    begun = (entry.facts.in_force_from if entry.facts else None) or effective_date(first)
    findings = (*text.source_findings, *layout_findings(signed, number))
    return ConsolidatedEdition(text, tuple(steps), begun, findings)


def findings_of_named(name: AnyPath, as_of: date | None = None) -> tuple[Finding, ...]:
    """What must be told with a named text: that it is not the law of a day (None: today); not of a file."""
    store = the_store()
    entry = stored(os.fspath(name), store)
    return store.findings(entry, as_of) if entry else ()


@dataclass(frozen=True, slots=True)
class VerifiedInstrument:
    """The text of an instrument, held against its fingerprints.

    Attributes:
        number: The number of the instrument; its folder in the store if its text was changed.
        differences: Where it differs; None where there is nothing to check by.
        remarks: What must be told with its text of today, a line each.
        spoilt: Why it cannot be read; None if it can.
    """

    number: str
    differences: tuple[Finding, ...] | None
    remarks: tuple[str, ...] = ()
    spoilt: KcdocsError | None = None


def verify() -> Iterator[VerifiedInstrument]:
    """Each instrument whose text is at hand, its texts read anew and held against the fingerprints."""
    store = the_store()
    for folder in store.folders():
        try:
            entry = store.entry(folder)
            if entry.editions:
                yield _verified(store, entry)
        except SpoiltTextError as fault:
            yield VerifiedInstrument(folder, None, spoilt=fault)


def _verified(store: Store, entry: StoreEntry) -> VerifiedInstrument:
    number = entry.citation.number
    editions = store.editions(number)
    found = store.check(editions[0].instrument)
    remarks = store.remarks(entry, tuple(map(state_of, editions)))
    return VerifiedInstrument(number, None if found is None else tuple(found), remarks)


@dataclass(frozen=True, slots=True)
class Fingerprints:
    """The fingerprints of a text.

    Attributes:
        toml: What `outline.toml` holds.
        findings: What the reader of the file left out or doubts, and what is odd about its structure:
            fingerprints are only as good as the reading they are made of.
    """

    toml: str
    findings: tuple[Finding, ...]


def outline(name: AnyPath, *, how: Options | None = None) -> Fingerprints:
    """The fingerprints of a text, for `outline.toml`.

    Args:
        name: A file.
        how: How the file is read; None for the usual way.

    Raises:
        NoArticlesError: If it has no article.
        RecognisedTextError: If its words were recognised in pictures.
    """
    text = require_articles(parse(_read(name, how)))
    if text.recognised:
        raise RecognisedTextError(text.name)
    return Fingerprints(fingerprint.write_outline(fingerprint.outline(text)), text.findings)


def named(instrument: Instrument, number: str) -> Instrument:
    """The instrument under the number that the user gives it; as the store knows it, if it does.

    Args:
        instrument: A text.
        number: Its number; empty leaves it as it is.
    """
    return replace(instrument, citation=_citation(instrument, number)) if number else instrument


def _read(name: AnyPath, how: Options | None) -> Reading:
    return read_named(replace(how or Options(""), name=os.fspath(name)))


def _citation(instrument: Instrument, number: str) -> Citation:
    said = instrument.citation
    if not number and not is_issued(said.number):
        raise NamelessTextError(instrument.name)
    if not number:
        return said
    known = the_store().find(number) or read_citation(the_store().number(number))
    return said if known.number == said.number else known
