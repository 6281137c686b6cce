"""Papers of one dossier held against one another: the draft's name, counts, numbers and days."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kcdocs.dossier import faults
from kcdocs.dossier.draft_names import same_draft, shortens, strays
from kcdocs.dossier.sayings import Measure
from kcdocs.law.layout import Role
from kcdocs.model.dossier import DossierFinding
from kcdocs.model.finding import Place, Severity
from kcdocs.text.dates import short_date

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kcdocs.codes import Declared
    from kcdocs.dossier.paper_facts import CitedPaper, PaperFacts, StatedName


def disagreements(papers: Sequence[PaperFacts]) -> Iterator[DossierFinding]:
    """All that papers of one dossier say in two ways, each with both places and both values.

    Args:
        papers: The papers.
    """
    draft = draft_of(papers)
    yield from _tracked(papers)
    yield from _names(papers, draft)
    yield from _counts(papers, draft)
    yield from _citations(papers)
    yield from _numbers(papers)
    yield from _answers(papers)


def drafts_of(papers: Sequence[PaperFacts]) -> list[PaperFacts]:
    """The instruments in a dossier that have no number yet; all of them where each has one."""
    legal = [paper for paper in papers if paper.is_legal]
    return [paper for paper in legal if not paper.number] or legal


def draft_of(papers: Sequence[PaperFacts]) -> PaperFacts | None:
    """The draft that a dossier is about; None where there is none, or more than one."""
    found = drafts_of(papers)
    return found[0] if len(found) == 1 else None


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


def _names(papers: Sequence[PaperFacts], draft: PaperFacts | None) -> Iterator[DossierFinding]:
    every = [(paper, name) for paper in papers if not paper.is_legal for name in paper.names]
    right = [StatedIn(draft, draft.where(Role.ABSTRACT), draft.title)] if draft else []
    right += [StatedIn(paper, name.place, name.name) for paper, name in every if name.full]
    for paper, name in every:
        declared = _misnamed(name, right[0].said) if right else None
        if declared:
            free = declared is faults.SHORT_NAME and not paper.type
            grade = {"severity": Severity.NOTE} if free else {}  # a letter says in few words what it is about
            yield told(declared, StatedIn(paper, name.place, name.name), right[0], **grade)


def _misnamed(name: StatedName, wanted: str) -> Declared | None:
    if name.full and not same_draft(name.name, wanted):
        return faults.SHORT_NAME if shortens(name.name, wanted) else faults.OTHER_NAME
    return faults.OTHER_TARGET if not name.full and strays(name.name, wanted) else None


def _counts(papers: Sequence[PaperFacts], draft: PaperFacts | None) -> Iterator[DossierFinding]:
    asked = [paper for paper in papers if not paper.is_legal or paper is draft]
    for measure in Measure:
        found = [(paper, one) for paper in asked for one in paper.counts if one.measure is measure]
        found.sort(key=lambda one: not one[1].counted)
        sides = [StatedIn(paper, count.place, str(count.value)) for paper, count in found]
        for side in sides[1:]:
            if side.said != sides[0].said:
                yield told(faults.OTHER_COUNT, side, sides[0], what=measure.value)


def _citations(papers: Sequence[PaperFacts]) -> Iterator[DossierFinding]:
    for paper in papers:
        others = [one for one in papers if one.number and one.issued]
        for cited in dict.fromkeys(paper.cited):
            same = [one for one in others if _key(one.number) == _key(cited.number)]
            if same:
                yield from _of_day(paper, cited, same[0])
            elif cited.issued:
                yield from _of_other_number(paper, cited, others)


def _of_day(paper: PaperFacts, cited: CitedPaper, other: PaperFacts) -> Iterator[DossierFinding]:
    """Faults in naming a paper of the dossier: another day than it bears, a day after the own one."""
    there = stated_day(other)
    if cited.issued and cited.issued != other.issued:
        if cited.issued.year == int(there.said[-4:]):
            here = StatedIn(paper, cited.place, short_date(cited.issued))
            yield told(faults.OTHER_DAY, here, there, number=cited.number)
    elif paper.issued and other.issued and other.issued > paper.issued:
        yield told(faults.NAMED_EARLY, stated_day(paper), there)


def _of_other_number(
    paper: PaperFacts, cited: CitedPaper, others: Sequence[PaperFacts]
) -> Iterator[DossierFinding]:
    for other in others:
        if (
            other is not paper
            and other.issued == cited.issued
            and _symbol(other.number) == _symbol(cited.number)
        ):
            here = StatedIn(paper, cited.place, cited.number)
            there = StatedIn(other, other.where(Role.NUMBER), other.number)
            yield told(faults.OTHER_NUMBER, here, there, day=stated_day(other).said)


def _numbers(papers: Sequence[PaperFacts]) -> Iterator[DossierFinding]:
    first: dict[tuple[str, int], PaperFacts] = {}
    for paper in papers:
        if paper.number and paper.issued:
            other = first.setdefault((_key(paper.number), paper.issued.year), paper)
            if other is not paper:
                sides = [StatedIn(one, one.where(Role.NUMBER), one.number) for one in (paper, other)]
                yield told(faults.SAME_NUMBER, *sides)


def _tracked(papers: Sequence[PaperFacts]) -> Iterator[DossierFinding]:
    for paper in papers:
        if paper.changes:
            yield DossierFinding(faults.TRACKED.at(Place(paper.file), count=paper.changes))


def _answers(papers: Sequence[PaperFacts]) -> Iterator[DossierFinding]:
    for paper in papers:
        for row in paper.opinions.rows if paper.opinions else ():
            if len(row.outcomes) != 1 and row.count == 1:
                place = (row.answer or row.asked)[0].place(paper.file)
                answer = " ".join(line.text for line in row.answer)
                yield DossierFinding(faults.UNANSWERED.at(place, answer))


def _key(number: str) -> str:
    """A number by which it is found however it is padded: "07/BCT-VP" is "7/BCT-VP"."""
    return number.lstrip("0").casefold()


def _symbol(number: str) -> str:
    return number.partition("/")[2]
