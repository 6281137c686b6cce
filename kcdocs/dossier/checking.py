"""A dossier of Word files checked as a whole: agreement, days in order, papers that are not there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from kcdocs.dossier import faults
from kcdocs.dossier.agreement import disagreements, draft_of, drafts_of
from kcdocs.dossier.paper_facts import PaperFacts, paper_facts
from kcdocs.dossier.sayings import Measure
from kcdocs.dossier.telling import stated_day, told
from kcdocs.errors import KcdocsError
from kcdocs.law.dossiers import (
    DRAFT_TYPE,
    LONG_PAGES,
    STAGE_NAMES,
    SUBMISSION,
    SUMMARY,
    SUMMARY_PAGES,
    Stage,
    asks_for_summary,
    required,
    stage_of,
    step_range,
)
from kcdocs.law.layout import Role
from kcdocs.model.dossier import CheckedDossier, DossierFinding, ListedPaper
from kcdocs.model.finding import Finding, Place
from kcdocs.text.dates import short_date

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date


Files = Sequence[tuple[str, Callable[[], bytes]]]
"""Each file as the user named it, and what gives its bytes."""


def agreement(files: Files, stage: Stage) -> tuple[DossierFinding, ...]:
    """Where the papers of one dossier do not agree, and whether a long submission goes without its summary.

    Args:
        files: Each file as the user named it, and what gives its bytes.
        stage: Where the draft stands.
    """
    read = [_read(name, load) for name, load in files]
    papers = [one for one in read if isinstance(one, PaperFacts)]
    unread = [DossierFinding(one) for one in read if isinstance(one, Finding)]
    return (*unread, *disagreements(papers), *_unsummed(papers, stage, _newest(papers)))


def check_papers(files: Files, *, day: date | None, stage: Stage | None) -> CheckedDossier:
    """Check the papers of one dossier.

    Args:
        files: Each file as the user named it, and what gives its bytes.
        day: The day whose law says what belongs to the dossier; that of its newest paper if None.
        stage: Where the draft stands; told by the papers if None.
    """
    read = [_read(name, load) for name, load in files]
    papers = [one for one in read if isinstance(one, PaperFacts)]
    stage = stage or stage_of([paper.title for paper in papers])
    day = day or _newest(papers)
    found = [DossierFinding(one) for one in read if isinstance(one, Finding)]
    if papers:
        found += [*disagreements(papers), *_late(papers, stage), *_whole(papers, stage, day)]
    listed = tuple(_listed(one) for one in read)
    return CheckedDossier(listed, tuple(found), STAGE_NAMES[stage] if stage else "", day)


def _newest(papers: Sequence[PaperFacts]) -> date | None:
    return max((paper.issued for paper in papers if paper.issued), default=None)


def _read(name: str, load: Callable[[], bytes]) -> PaperFacts | Finding:
    """What a paper says, or why it could not be read."""
    try:
        return paper_facts(load(), name)
    except KcdocsError as fault:
        return fault.as_finding(Place(file=name))


def _listed(one: PaperFacts | Finding) -> ListedPaper:
    if isinstance(one, Finding):
        return ListedPaper(one.place.file, read=False)
    articles = (count.value for count in one.counts if count.measure is Measure.ARTICLES)
    return ListedPaper(
        one.file,
        one.title,
        one.number,
        one.issued,
        next(articles, None) if one.is_legal else None,
        one.opinions.count if one.opinions else None,
    )


def _late(papers: Sequence[PaperFacts], stage: Stage | None) -> Iterator[DossierFinding]:
    """Papers dated before one that comes about before them."""
    dated = [
        (steps, paper.issued, paper)
        for paper in papers
        if paper.issued and not paper.is_legal and (steps := step_range(paper.title, stage))
    ]
    for steps, day, paper in dated:
        late = [
            (other_day, other) for at, other_day, other in dated if at.until < steps.since and other_day > day
        ]
        if late:
            _, latest = max(late, key=lambda one: one[0])
            yield told(faults.BEFORE_ITS_TIME, stated_day(paper), stated_day(latest))


def _whole(papers: Sequence[PaperFacts], stage: Stage | None, day: date | None) -> Iterator[DossierFinding]:
    """What is told of the dossier as a whole: drafts that are not one, papers that are not there."""
    draft = draft_of(papers)
    if draft is None:
        yield DossierFinding(faults.DRAFTS.at(Place(), count=len(drafts_of(papers))))
    if stage is None:
        yield DossierFinding(faults.STAGE_OPEN.at(Place()))
    elif day is None:
        yield DossierFinding(faults.DAY_OPEN.at(Place()))
    else:
        yield from _absent(papers, stage, day, draft.type if draft else DRAFT_TYPE)
        yield from _unsummed(papers, stage, day)


def _unsummed(papers: Sequence[PaperFacts], stage: Stage, day: date | None) -> Iterator[DossierFinding]:
    """Submissions that seem long and go without a summary, where the law of the day asks for one."""
    law = asks_for_summary(stage, day) if day else None
    if law is None or any(SUMMARY.is_called(paper.title) for paper in papers):
        return
    for paper in papers:
        if SUBMISSION.is_called(paper.title) and paper.pages > LONG_PAGES:
            yield DossierFinding(
                faults.LONG_SUBMISSION.at(
                    paper.where(Role.TYPE),
                    source=law.source,
                    pages=paper.pages,
                    most=LONG_PAGES,
                    summary=SUMMARY_PAGES,
                )
            )


def _absent(
    papers: Sequence[PaperFacts], stage: Stage, day: date, draft_type: str
) -> Iterator[DossierFinding]:
    law, wanted = required(stage, day)
    if law is None or draft_type != DRAFT_TYPE:
        yield DossierFinding(faults.NO_LIST.at(Place(), type=draft_type, day=short_date(day)))
        return
    for paper in wanted:
        if not any(paper.is_called(one.title) for one in papers):
            told_stage = STAGE_NAMES[stage]
            yield DossierFinding(
                faults.ABSENT.at(Place(), source=law.source, stage=told_stage, paper=paper.name)
            )
