"""The store of instruments: add, list, show, verify, and make fingerprints."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from kcdocs.api.reading import open_text
from kcdocs.decrees import fingerprint
from kcdocs.decrees.errors import DifferentTextError, NamelessTextError
from kcdocs.decrees.opening import provisions_at, require_articles, stored, the_store
from kcdocs.decrees.store import StoreEntry, text_findings
from kcdocs.files import AnyPath
from kcdocs.model.citation import Citation
from kcdocs.model.finding import Finding
from kcdocs.model.instrument import Instrument, Node
from kcdocs.model.line import Reading
from kcdocs.parse.citations import citation as read_citation
from kcdocs.parse.instrument import parse
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
    """

    citation: Citation
    path: Path
    checked: bool
    differences: tuple[Finding, ...]
    said: str = ""
    new: bool = True
    aside: Path | None = None


def add(
    name: AnyPath,
    *,
    number: str = "",
    since: date | None = None,
    accept_differences: bool = False,
    how: Options | None = None,
    force: bool = False,
) -> Added:
    """Add the text of an instrument, checked by its fingerprints.

    Args:
        name: A file or an http(s) address.
        number: Its number where the file does not say it, in any form a person writes if the store knows it.
        since: First day the text stands so, for an edition that is not the original.
        accept_differences: Keep it even if provisions differ.
        how: How the file is read; None for the usual way.
        force: Whether it may take the place of another text of that day, which is set aside.

    Raises:
        NamelessTextError: If neither the file nor `number` says what it is.
        NoArticlesError: If it has no article.
        DifferentTextError: If it differs from the fingerprints and that is not accepted.
        OtherTextKeptError: If another text of that day is kept and may not be replaced.
    """
    reading = _read(name, how)
    instrument = require_articles(parse(reading))
    citation = _citation(instrument, number)
    found = the_store().check(replace(instrument, citation=citation)) if since is None else None
    if found and not accept_differences:
        raise DifferentTextError(found, citation.number)
    kept = the_store().add(reading, citation, since=since, accepted=len(found or ()), force=force)
    said = instrument.citation.number
    other = said if said != citation.number else ""
    checked, differences = found is not None, tuple(found or ())
    return Added(citation, kept.path, checked, differences, other, kept.new, kept.aside)


def entries() -> Iterator[StoreEntry]:
    """Every instrument the store knows."""
    return the_store().entries()


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


def findings_of(entry: StoreEntry, as_of: date | None = None) -> tuple[Finding, ...]:
    """What must be told with a stored text: that it is not the law of a day (None: today)."""
    return text_findings(entry, as_of)


def findings_of_named(name: AnyPath, as_of: date | None = None) -> tuple[Finding, ...]:
    """As `findings_of`, for what a user named; nothing for a file."""
    entry = stored(os.fspath(name), the_store())
    return findings_of(entry, as_of) if entry else ()


def verify() -> Iterator[tuple[StoreEntry, list[Finding] | None]]:
    """Each instrument whose text is at hand, with its differences from the fingerprints.

    Yields:
        The entry and the findings; None instead of findings where there is nothing to check by.
    """
    for entry in entries():
        if entry.editions:
            first = the_store().load(entry.citation.number, as_of=entry.editions[0].since)
            yield entry, the_store().check(first)


def outline(name: AnyPath, *, how: Options | None = None) -> str:
    """The fingerprints of a text as TOML, for `outline.toml`.

    Args:
        name: A file.
        how: How the file is read; None for the usual way.

    Raises:
        NoArticlesError: If it has no article.
    """
    return fingerprint.write_outline(fingerprint.outline(require_articles(parse(_read(name, how)))))


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
    if not number and not said.number:
        raise NamelessTextError(instrument.name)
    if not number:
        return said
    known = the_store().find(number) or read_citation(the_store().number(number))
    return said if known.number == said.number else known
