"""Papers of one dossier held against one another: the draft's name, counts, numbers and days."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from kcdocs.dossier import faults, limits
from kcdocs.dossier.day_sayings import DayOf
from kcdocs.dossier.draft_names import same_draft, shortens, strays, words_of
from kcdocs.dossier.office_agreement import office_disagreements
from kcdocs.dossier.sayings import Measure
from kcdocs.dossier.telling import StatedIn, stated_day, told
from kcdocs.law.layout import Role
from kcdocs.model.dossier import DossierFinding
from kcdocs.model.finding import Place, Severity
from kcdocs.text.dates import short_date

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kcdocs.codes import Declared
    from kcdocs.dossier.day_sayings import StatedDay
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
    yield from office_disagreements(papers)
    yield from _days(papers, draft)
    yield from _provisions(papers, draft)
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


def _days(papers: Sequence[PaperFacts], draft: PaperFacts | None) -> Iterator[DossierFinding]:
    """Days stated in two ways; a draft may give its parts days of their own, of which any may be meant."""
    asked = [paper for paper in papers if not paper.is_legal]
    for what in DayOf:
        own = [_stated_in(draft, one) for one in draft.days if one.what is what] if draft else []
        others = [_stated_in(paper, one) for paper in asked for one in paper.days if one.what is what]
        right = own or others[:1]
        for side in others:
            if side.said not in {one.said for one in right}:
                yield told(faults.OTHER_STATED_DAY, side, right[0], what=what.value)
    for paper in papers:
        for one in paper.days:
            if one.what is DayOf.DEADLINE and paper.issued and one.day <= paper.issued:
                said, day = short_date(one.day), stated_day(paper).said
                finding = faults.LATE_DEADLINE.at(one.place, said, title=paper.title, value=said, day=day)
                yield DossierFinding(finding)


def _stated_in(paper: PaperFacts, stated: StatedDay) -> StatedIn:
    return StatedIn(paper, stated.place, short_date(stated.day))


def _provisions(papers: Sequence[PaperFacts], draft: PaperFacts | None) -> Iterator[DossierFinding]:
    if draft is None or not draft.provisions:
        return
    has = next((str(one.value) for one in draft.counts if one.measure is Measure.ARTICLES), "")
    for paper in papers:
        for named in () if paper.is_legal else paper.provisions:
            if not named.is_in(draft.provisions):
                here = StatedIn(paper, named.place, named.spoken)
                there = StatedIn(draft, draft.where(Role.TYPE), f"dự thảo có {has} điều")
                yield told(faults.NO_PROVISION, here, there)


def _citations(papers: Sequence[PaperFacts]) -> Iterator[DossierFinding]:
    yield from _two_days(papers)
    for paper in papers:
        others = [one for one in papers if one.number and one.issued]
        for cited in dict.fromkeys(paper.cited):
            same = [one for one in others if _key(one.number) == _key(cited.number)]
            if same:
                yield from _of_day(paper, cited, same[0])
                yield from _of_another(paper, cited, same[0], others)
            elif cited.encloses and not (paper.number or paper.is_legal):
                yield from _enclosing(paper, cited, others)
            elif cited.issued:
                yield from _of_other_number(paper, cited, others)
                yield from _of_later_day(paper, cited)


def _of_another(
    paper: PaperFacts, cited: CitedPaper, named: PaperFacts, others: Sequence[PaperFacts]
) -> Iterator[DossierFinding]:
    """A number of one paper with the words of another."""
    said = _content(cited.about)
    best = max(others, key=lambda one: len(said & _content(one.title)))
    shared = len(said & _content(best.title)) - len(said & _content(named.title))
    if best is not paper and shared >= limits.OTHER_WORDS:
        here = StatedIn(paper, cited.place, cited.number)
        there = StatedIn(best, best.where(Role.NUMBER), best.number)
        yield told(faults.OTHERS_NUMBER, here, there, about=cited.about.strip(), named=named.title)


def _content(words: str) -> set[str]:
    return set(words_of(words))


def _enclosing(
    paper: PaperFacts, cited: CitedPaper, others: Sequence[PaperFacts]
) -> Iterator[DossierFinding]:
    """A paper without a number of its own says with which one it comes."""
    for other in others:
        if not other.is_legal and _symbol(other.number) == _symbol(cited.number):
            here = StatedIn(paper, cited.place, cited.number)
            yield told(faults.OTHER_ENCLOSING, here, StatedIn(other, other.where(Role.NUMBER), other.number))


def _of_later_day(paper: PaperFacts, cited: CitedPaper) -> Iterator[DossierFinding]:
    if paper.issued and cited.issued and cited.issued > paper.issued:
        said, day = short_date(cited.issued), stated_day(paper).said
        finding = faults.CITED_EARLY.at(
            cited.place, said, title=paper.title, number=cited.number, value=said, day=day
        )
        yield DossierFinding(finding)


def _two_days(papers: Sequence[PaperFacts]) -> Iterator[DossierFinding]:
    """Documents outside the dossier that its papers name with two days of one year."""
    own = {_key(paper.number) for paper in papers if paper.number}
    named: dict[tuple[str, int], list[StatedIn]] = {}
    for paper in sorted(papers, key=lambda one: not one.is_legal):
        for cited in dict.fromkeys(paper.cited):
            if cited.issued and _key(cited.number) not in own:
                said = StatedIn(paper, cited.place, short_date(cited.issued))
                named.setdefault((cited.number, _year(cited)), []).append(said)
    for (number, _), sides in named.items():
        most = Counter(side.said for side in sides).most_common(1)[0][0]
        right = next(side for side in sides if side.said == most)
        for side in sides:
            if side.said != most:
                yield told(faults.TWO_DAYS, side, right, number=number)


def _year(cited: CitedPaper) -> int:
    """The year that tells a number from others: none where the number itself bears one."""
    assert cited.issued is not None  # noqa: S101 - the caller's own question
    return 0 if f"/{cited.issued.year}/" in cited.number else cited.issued.year


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
