"""What a text is that a user just laid down, so that a page can offer what to do with it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from kcdocs.amend.nature import is_amending
from kcdocs.amend.target import commands_of
from kcdocs.api.reading import open_articles
from kcdocs.decrees.opening import the_store
from kcdocs.files import AnyPath
from kcdocs.model.address import Kind
from kcdocs.model.instrument import Instrument
from kcdocs.sources.options import Options


class TextNature(StrEnum):
    """What a text is to other texts."""

    WHOLE = "whole"
    AMENDING = "amending"


@dataclass(frozen=True, slots=True)
class Recognised:
    """A text that was looked at.

    Attributes:
        nature: What it is.
        name: How it names itself, else its file.
        articles: How many articles it has.
        commands: How many amending commands it gives; 0 of a whole text.
        original: Number of the stored text that it is most likely to be compared with; empty if none is kept.
    """

    nature: TextNature
    name: str
    articles: int
    commands: int
    original: str


def recognise(text: AnyPath, *, how: Options | None = None) -> Recognised:
    """Look at a text that is to be worked on.

    Args:
        text: A file.
        how: How it is read; None for the usual way.

    Raises:
        KcdocsError: If it cannot be read, or has no article.
    """
    instrument = open_articles(text, how=how)
    articles = sum(node.kind is Kind.ARTICLE for node in instrument.walk())
    if not is_amending(instrument):
        own = instrument.citation.number
        return Recognised(TextNature.WHOLE, _name(instrument), articles, 0, _kept(own))
    operations = commands_of(instrument).operations
    amended = Counter(item.amends.number for item in operations if item.amends and item.amends.number)
    original = next((kept for number, _ in amended.most_common() if (kept := _kept(number))), "")
    return Recognised(TextNature.AMENDING, _name(instrument), articles, len(operations), original)


def _name(instrument: Instrument) -> str:
    said = instrument.citation
    return (
        " ".join(part for part in (said.type, said.number or said.title) if part)
        or Path(instrument.name).name
    )


def _kept(number: str) -> str:
    """The number, if the store has a text of it."""
    kept = (entry.citation.number for entry in the_store().entries() if entry.editions)
    return number if number and number in kept else ""
