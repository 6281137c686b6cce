"""Editions: the texts of an instrument from day to day, and the commands that made each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kcdocs.model.finding import Finding
from kcdocs.model.instrument import Instrument, UnclearSpot
from kcdocs.model.operation import Amendment, Consolidation

_READERS = ("SR", "WD")
"""How the codes begin of what readers of files find."""


@dataclass(frozen=True, slots=True)
class Enacted:
    """What one amending instrument made of another on one day.

    Attributes:
        day: First day of what it made.
        amendment: The amending instrument, with only the commands on that one instrument and day.
        consolidation: The text before, the text after, and what became of each command.
        doubts: What of it nobody could tell.
    """

    day: date
    amendment: Amendment
    consolidation: Consolidation
    doubts: tuple[UnclearSpot, ...] = ()


@dataclass(frozen=True, slots=True)
class EditionText:
    """The text of an instrument from a day on.

    Attributes:
        since: First day it stands so; `date(1, 1, 1)` if not known.
        instrument: The text.
        enacted: What made it of the text that a person added, in order; empty for that text itself.
        doubts: What is unclear in it; kept by every later edition of that text.
        holds: Day up to which the text that a person added holds all amendments; `date.min` for an original,
            which holds none.
    """

    since: date
    instrument: Instrument
    enacted: tuple[Enacted, ...] = ()
    doubts: tuple[UnclearSpot, ...] = ()
    holds: date = date.min

    @property
    def made_by(self) -> tuple[str, ...]:
        """Numbers of the instruments whose commands made it, in the order of their effect."""
        return tuple(dict.fromkeys(done.amendment.instrument.citation.number for done in self.enacted))

    @property
    def reader_findings(self) -> tuple[Finding, ...]:
        """What the readers of the files that it was made of left out or doubted, once each."""
        texts = [self.instrument]
        for done in self.enacted:
            texts += [done.consolidation.original, done.amendment.instrument]
        found = (finding for text in texts for finding in text.findings)
        return tuple(dict.fromkeys(finding for finding in found if finding.code.startswith(_READERS)))
