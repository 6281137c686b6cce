"""How a disagreement of two papers is told: both papers, both places, both values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kcdocs.law.layout import Role
from kcdocs.model.dossier import DossierFinding
from kcdocs.model.finding import Place
from kcdocs.text.dates import short_date

if TYPE_CHECKING:
    from kcdocs.codes import Declared
    from kcdocs.dossier.paper_facts import PaperFacts


def spoken(place: Place) -> str:
    """A place in a few words: "to-trinh.docx, đoạn 12".

    Args:
        place: The place.
    """
    within = [place.cell] if place.cell else [f"đoạn {place.paragraph}"] if place.paragraph else []
    return ", ".join([place.file, *within])


@dataclass(frozen=True, slots=True)
class StatedIn:
    """What one of two papers says.

    Attributes:
        paper: The paper.
        place: Where it says it.
        said: What it says.
    """

    paper: PaperFacts
    place: Place
    said: str


def told(declared: Declared, here: StatedIn, there: StatedIn, **facts: Any) -> DossierFinding:
    """A finding about two papers that names both, both places and both values.

    Args:
        declared: What is told.
        here: The paper at which it is told.
        there: The paper that it is held against.
        facts: What stands for further names in braces.
    """
    finding = declared.at(
        here.place,
        here.said,
        title=here.paper.title,
        other=there.paper.title,
        where=spoken(there.place),
        value=here.said,
        wanted=there.said,
        **facts,
    )
    return DossierFinding(finding, there.place)


def stated_day(paper: PaperFacts) -> StatedIn:
    """A paper with its day.

    Args:
        paper: A paper that bears one.
    """
    assert paper.issued is not None  # noqa: S101 - the caller's own question
    return StatedIn(paper, paper.where(Role.PLACE), short_date(paper.issued))
