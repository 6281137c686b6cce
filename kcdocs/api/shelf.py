"""The store as a reader's shelf: list it, search all its texts, open an edition."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from kcdocs.decrees import search as searching
from kcdocs.decrees import shelf as shelves
from kcdocs.decrees.errors import NoSearchError, TextMissingError
from kcdocs.decrees.opening import the_store
from kcdocs.decrees.search import FoundTexts
from kcdocs.decrees.shelf import ShelvedInstrument
from kcdocs.model.instrument import Instrument


@dataclass(frozen=True, slots=True)
class OpenedEdition:
    """An edition of an instrument, opened to be read.

    Attributes:
        about: The instrument with all its editions.
        since: First day of the edition that is open; `date(1, 1, 1)` if not known.
        text: Its text, with what must be told of it.
        elsewhere: Numbers of the instruments that its references name and that are on the shelf → their
            folders.
    """

    about: ShelvedInstrument
    since: date
    text: Instrument
    elsewhere: dict[str, str]


def refresh(tell: Callable[[int, int], None]) -> None:
    """Read again what of the store's texts the index does not know yet, as every question does too.

    After an update of the program these are all texts, which takes minutes for thousands. An index that
    cannot be made is told by whatever asks it.

    Args:
        tell: Told how many texts were read, of how many, where it takes more than a moment.
    """
    with suppress(NoSearchError):
        shelves.refresh(the_store(), tell)


def waiting() -> int:
    """How many instruments would be read again before the next question is answered.

    Raises:
        NoSearchError: If the index cannot be made.
    """
    return shelves.waiting(the_store())


def every() -> tuple[ShelvedInstrument, ...]:
    """Every instrument that the store knows, those with a text first.

    Raises:
        NoSearchError: If the index of the texts cannot be made.
    """
    return shelves.shelf(the_store())


def search(words: str, *, skip: int = 0, unfinished: bool = False) -> FoundTexts:
    """The provisions of all texts in the store that have all words, those with the phrase first.

    Args:
        words: As a person types them: one with marks is looked for so, one without in any form.
        skip: How many to leave out, which were shown before.
        unfinished: Whether the person is still typing, so that the last word may go on.

    Raises:
        NothingAskedError: If there is no word.
        NoSearchError: If the index cannot be made.
    """
    return searching.search(the_store(), words, skip=skip, unfinished=unfinished)


def open_edition(folder: str, since: date | None = None) -> OpenedEdition:
    """Open an edition of an instrument.

    Args:
        folder: The instrument, as a shelf names it ("45-2012-nd-cp").
        since: A day on which the edition stands; None for that of today.

    Raises:
        UnknownInstrumentError: If the store knows nothing of it.
        TextMissingError: If the store has no text of it.
        NoEditionError: If no edition was in force on that day.
        SpoiltTextError: If its text was changed since it was added.
    """
    store = the_store()
    number = store.entry(folder).citation.number
    text, edition = store.load(number, as_of=since), store.edition(number, since)
    shelved = {item.folder: item for item in every()}
    if folder not in shelved:
        raise TextMissingError(number)
    known = {item.number: item.folder for item in shelved.values() if item.editions}
    named = {one.citation.number for node in text.walk() for one in node.references if one.citation}
    return OpenedEdition(
        shelved[folder], edition.since, text, {one: known[one] for one in named if one in known}
    )
