"""The catalogue: instruments a document may cite and institutions by name, each with its dates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

from kcdocs.model.citation import Citation


class DocumentClass(StrEnum):
    """Which rules of form a document follows; the value is the slug in options and JSON."""

    ADMINISTRATIVE = "hanh-chinh"
    LEGAL = "quy-pham"


@dataclass(frozen=True, slots=True)
class Alteration:
    """Why an instrument's first text is not the law on some days.

    Attributes:
        number: The instrument that alters it.
        since: First day, or None if not known.
        until: Last day, or None while it lasts.
        where: The provision that prevails for a time ("Điều 52"); empty where the words themselves were
            amended.
        about: What it settles otherwise, in Vietnamese; empty for amendments.
        unsure: Whether no source confirmed the days.
    """

    number: str
    since: date | None
    until: date | None = None
    where: str = ""
    about: str = ""
    unsure: bool = False

    def holds(self, day: date) -> bool:
        """Whether it alters the instrument on that day; unknown days count as reached and not yet over."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class Entry:
    """An instrument a document may cite.

    Attributes:
        citation: Type, number, date of issue, issuer and title ("về khuyến công").
        in_force_from: First day of force, or None if not known.
        in_force_to: Last day of force, or None while in force.
        amended_by: Numbers of the instruments that amend it, all in the catalogue.
        replaced_by: Numbers of the instruments that replace it, all in the catalogue.
        prevailing: Rules of other instruments that prevail over it for a time; its words stay as they are.
        authority: Whether it gives the issuer its powers; such bases come first in their rank.
        source: Where the facts come from, in Vietnamese.
        unverified: Fields that no source confirmed ("title", "in_force_from").
        note: What else a drafter should know, in Vietnamese.
    """

    citation: Citation
    in_force_from: date | None = None
    in_force_to: date | None = None
    amended_by: tuple[str, ...] = ()
    replaced_by: tuple[str, ...] = ()
    prevailing: tuple[Alteration, ...] = ()
    authority: bool = False
    source: str = ""
    unverified: tuple[str, ...] = ()
    note: str = ""

    def begun(self, day: date) -> bool:
        """Whether its force had begun on that day; an unknown first day counts as begun."""
        return self.in_force_from is None or self.in_force_from <= day

    def ended(self, day: date) -> bool:
        """Whether its force had ended before that day."""
        return self.in_force_to is not None and self.in_force_to < day

    def in_force(self, day: date) -> bool:
        """Whether it was in force on that day."""
        return self.begun(day) and not self.ended(day)


@dataclass(frozen=True, slots=True)
class Title:
    """What an institution was called over a time.

    Attributes:
        name: Its name ("Cục Công Thương địa phương").
        symbol: Its symbol in the numbers of documents ("CTĐP"), or empty.
        head: What its head is called ("Cục trưởng"), or empty.
        since: First day of the name, or None if it always was.
        until: Last day of the name, or None while it is.
        source: Where the facts come from, in Vietnamese.
        unverified: Fields that no source confirmed ("since").
    """

    name: str
    symbol: str = ""
    head: str = ""
    since: date | None = None
    until: date | None = None
    source: str = ""
    unverified: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Institution:
    """A body of state under all the names it has had.

    Attributes:
        key: Its stable name in records ("cuc-khuyen-cong").
        titles: Its names, earliest first, not overlapping.
    """

    key: str
    titles: tuple[Title, ...]

    def on(self, day: date) -> Title | None:
        """What it was called on that day; None if it was not there."""
        return next((title for title in self.titles if _covers(title, day)), None)


@dataclass(frozen=True)
class Catalogue:
    """Citable instruments and institutions; a batch asks for the same ones with each record."""

    entries: tuple[Entry, ...] = ()
    institutions: tuple[Institution, ...] = ()

    def find(self, number: str, like: Citation | None = None) -> Entry | None:
        """The instrument of that number, None where it is unknown or several have it; case does not matter.

        Args:
            number: Number and symbol.
            like: What else is said of it, which tells those apart that have one number.
        """
        found = self.of_number(number)
        if like is not None and len(found) > 1:
            found = tuple(entry for entry in found if entry.citation.may_be(like))
        return found[0] if len(found) == 1 else None

    def of_number(self, number: str) -> tuple[Entry, ...]:
        """All of a number: one without a year begins anew each year, and provinces share theirs."""
        return self._by_number.get(number.strip().casefold(), ())

    def amendments(self, entry: Entry, day: date) -> tuple[Entry, ...]:
        """The instruments that amend `entry` and were in force on that day, earliest first."""
        found = [self.find(number) for number in entry.amended_by]
        return tuple(
            sorted(
                (item for item in found if item and item.begun(day)), key=lambda item: _issued(item.citation)
            )
        )

    def alterations(self, entry: Entry) -> tuple[Alteration, ...]:
        """What makes the law another than `entry`'s first text: amendments, then what prevails."""
        amending = [item for item in map(self.find, entry.amended_by) if item]
        return (*map(_amendment, amending), *entry.prevailing)

    def successors(self, entry: Entry, day: date) -> tuple[Entry, ...]:
        """What stands in the place of `entry` on that day, through any number of replacements."""
        found = [self.find(number) for number in entry.replaced_by]
        result: list[Entry] = []
        for item in found:
            if item and item.in_force(day):
                result.append(item)
            elif item and item is not entry:
                result.extend(self.successors(item, day))
        return tuple(dict.fromkeys(result))

    def institution(self, name: str) -> Institution | None:
        """The institution of that key, or that at any time had that name or symbol; case does not matter."""
        return self._by_name.get(name.strip().casefold())

    @cached_property
    def _by_number(self) -> dict[str, tuple[Entry, ...]]:
        found: dict[str, list[Entry]] = {}
        for entry in self.entries:
            found.setdefault(entry.citation.number.casefold(), []).append(entry)
        return {number: tuple(entries) for number, entries in found.items()}

    @cached_property
    def _by_name(self) -> dict[str, Institution]:
        """Where several bodies have had a name, the first of them."""
        return {name: body for body in reversed(self.institutions) for name in _names(body)}


def _covers(title: Title, day: date) -> bool:
    return (title.since is None or title.since <= day) and (title.until is None or day <= title.until)


def _amendment(entry: Entry) -> Alteration:
    """An amendment stays in the words of what it amended, even when its own force ends."""
    unsure = "in_force_from" in entry.unverified
    return Alteration(entry.citation.number, entry.in_force_from, unsure=unsure)


def _issued(citation: Citation) -> tuple[date, str]:
    return (citation.issued or date.min, citation.number)


def _names(body: Institution) -> set[str]:
    said = [body.key, *(item for title in body.titles for item in (title.name, title.symbol))]
    return {item.casefold() for item in said if item}
