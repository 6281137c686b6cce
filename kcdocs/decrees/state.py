"""What is told of an edition without its text, so that the index can keep it."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import date

from kcdocs.decrees import naming
from kcdocs.model.address import Address
from kcdocs.model.edition import EditionText
from kcdocs.model.instrument import UnclearSpot


@dataclass(frozen=True, slots=True)
class EditionState:
    """An edition without its text.

    Attributes:
        since: First day it stands so; `date(1, 1, 1)` if not known.
        holds: Day up to which the text that a person added holds all amendments; `date.min` for an original.
        made_by: Numbers of the instruments whose commands made it of the text that was added.
        doubts: What is unclear in it.
        named: Numbers of amendments that its commands name as done before, so that the store ought to have
            them.
        remarks: What the readers of the files that it was made of left out or doubted, a line each.
    """

    since: date
    holds: date
    made_by: tuple[str, ...]
    doubts: tuple[UnclearSpot, ...]
    named: tuple[str, ...]
    remarks: tuple[str, ...]


def state_of(edition: EditionText) -> EditionState:
    """What is told of an edition."""
    return EditionState(
        edition.since,
        edition.holds,
        edition.made_by,
        edition.doubts,
        _named_before(edition),
        tuple(finding.remark for finding in edition.reader_findings),
    )


def state_as_json(state: EditionState) -> str:
    """A state as JSON."""
    doubts = [[one.number, str(one.place), one.words, one.why] for one in state.doubts]
    return json.dumps(asdict(state) | {"doubts": doubts}, default=date.isoformat)


def state_from_json(written: str) -> EditionState:
    """What `state_as_json` gave, understood."""
    data = json.loads(written)
    return EditionState(
        date.fromisoformat(data["since"]),
        date.fromisoformat(data["holds"]),
        tuple(data["made_by"]),
        tuple(
            UnclearSpot(number, Address.parse(place), words, why)
            for number, place, words, why in data["doubts"]
        ),
        tuple(data["named"]),
        tuple(data["remarks"]),
    )


def _named_before(edition: EditionText) -> tuple[str, ...]:
    """Amendments that commands on an edition name as done before.

    Those of an earlier year than the day up to which the added text holds amendments are in that text.
    """
    named = (
        citation.number
        for done in edition.enacted
        for item in done.amendment.operations
        for citation in item.history
        if citation.number and _year(citation.number, edition.holds.year) >= edition.holds.year
    )
    return tuple(dict.fromkeys(named))


def _year(number: str, otherwise: int) -> int:
    said = naming.name(number)
    return int(said.year) if said and said.year else otherwise
