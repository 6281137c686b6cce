"""Who gave opinions: what the text of papers tells held against the table of opinions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kcdocs.dossier import faults
from kcdocs.dossier.sayings import Measure
from kcdocs.dossier.telling import StatedIn, told
from kcdocs.text.nearest import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kcdocs.dossier.offices import Office
    from kcdocs.dossier.paper_facts import PaperFacts
    from kcdocs.model.dossier import DossierFinding
    from kcdocs.model.finding import Place


def office_disagreements(papers: Sequence[PaperFacts]) -> Iterator[DossierFinding]:
    """Bodies that a text names as having given an opinion and the table does not, and the other way round.

    Args:
        papers: The papers.
    """
    listed = next((one for one in papers if one.opinions and one.opinions.offices), None)
    if listed is None or listed.opinions is None:
        return
    offices, place = listed.opinions.offices, listed.opinions.place(listed.file)
    for paper in papers:
        yield from _names(paper, listed, offices, place)
        yield from _counts(paper, listed, len(offices), place, told_silent=any(one.silent for one in papers))


def _names(
    paper: PaperFacts, listed: PaperFacts, offices: Sequence[Office], where: Place
) -> Iterator[DossierFinding]:
    for place, said in paper.givers:
        for name in _others(said.offices, offices):
            guess = nearest(name, [office.name for office in offices])
            there = StatedIn(listed, where, guess or _enumerated(offices))
            yield told(faults.UNLISTED_OFFICE, StatedIn(paper, place, name), there)
        if said.whole:
            for name in _others(offices, said.offices):
                here = StatedIn(paper, place, _enumerated(said.offices))
                yield told(faults.UNTOLD_OFFICE, here, StatedIn(listed, where, name))


def _others(offices: Sequence[Office], known: Sequence[Office]) -> list[str]:
    """The names of bodies that are none of those known."""
    return [one.name for one in offices if not any(one.is_same(other) for other in known)]


def _enumerated(offices: Sequence[Office]) -> str:
    return "; ".join(office.name for office in offices)


def _counts(
    paper: PaperFacts, listed: PaperFacts, count: int, where: Place, *, told_silent: bool
) -> Iterator[DossierFinding]:
    """A table can list fewer bodies than have answered: those that agree to all stand in none."""
    for stated in paper.counts:
        if stated.measure is Measure.OFFICES and stated.value != count:
            here, there = (
                StatedIn(paper, stated.place, str(stated.value)),
                StatedIn(listed, where, str(count)),
            )
            if stated.value < count:
                yield told(faults.OTHER_COUNT, here, there, what=Measure.OFFICES.value)
            elif not told_silent:
                yield told(faults.FEWER_OFFICES, here, there)
