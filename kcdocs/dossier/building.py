"""Making the papers of a dossier: all are drafted and held against one another before one is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kcdocs.dossier import faults
from kcdocs.dossier.checking import agreement
from kcdocs.dossier.paper_facts import paper_facts
from kcdocs.drafting import output
from kcdocs.drafting.context import document_date
from kcdocs.drafting.drafter import Draft, Drafter
from kcdocs.law.dossiers import STAGE_NAMES, required
from kcdocs.loading import load
from kcdocs.sets.errors import ContractError, RecordError, UnknownSetError
from kcdocs.text.dates import short_date

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from kcdocs.dossier.record import DossierPaper, DossierRecord
    from kcdocs.model.catalogue import Catalogue
    from kcdocs.model.finding import Finding
    from kcdocs.model.record import Record

WORD = ".docx"
"""How the names of Word files end."""


@dataclass(frozen=True, slots=True)
class DossierDraft:
    """A paper of a dossier, drafted or found.

    Attributes:
        paper: What the record says of it.
        name: The name of its file.
        title: What it is.
        draft: The draft; None for a file made elsewhere.
        document: The bytes of its Word file; empty for another file made elsewhere.
    """

    paper: DossierPaper
    name: str
    title: str
    draft: Draft | None = None
    document: bytes = b""

    def read(self) -> bytes:
        """The bytes of its Word file."""
        return self.document

    @property
    def day(self) -> date | None:
        """Its date; None if it has none."""
        return document_date(self.draft.typed) if self.draft else None


@dataclass(frozen=True, slots=True)
class DraftedDossier:
    """All papers of a dossier.

    Attributes:
        drafts: The papers in order.
        remarks: What to look at before it is sent: dates, papers that are not there or do not agree.
    """

    drafts: tuple[DossierDraft, ...]
    remarks: tuple[Finding, ...]


def draft_dossier(dossier: DossierRecord, folder: Path, known: Catalogue, day: date | None) -> DraftedDossier:
    """Draft all papers of a dossier.

    Args:
        dossier: Its record.
        folder: Where files made elsewhere lie.
        known: Instruments and institutions with their dates.
        day: The papers' date, where the record leaves it open.

    Raises:
        DossierFaultsError: If a paper cannot be drafted, or says otherwise than what is common; all at once.
    """
    wrong: list[Finding] = []
    drafts: list[DossierDraft] = []
    used: set[str] = set()
    for paper in dossier.papers:
        try:
            made = _found(paper, folder) if paper.file else _drafted(paper, dossier, known, day, used)
        except ContractError as fault:
            wrong += fault.findings
        except (RecordError, UnknownSetError) as fault:
            place = replace(paper.own.place, field=paper.path)
            wrong.append(replace(fault.as_finding(), place=place))
        except faults.DossierFaultsError as fault:
            wrong += fault.findings
        else:
            drafts.append(made)
    unused = list(_unused(dossier, used))
    if wrong:
        raise faults.DossierFaultsError([*wrong, *unused])
    drafts = _named(drafts)
    found = (*unused, *_late(drafts), *_absent(dossier, drafts), *_disagreeing(dossier, drafts))
    return DraftedDossier(tuple(drafts), found)


def _disagreeing(dossier: DossierRecord, drafts: Sequence[DossierDraft]) -> Iterator[Finding]:
    """What the papers of one draft say in two ways; papers of no stage need not be of one draft."""
    if dossier.stage is not None:
        found = agreement([(one.name, one.read) for one in drafts if one.document], dossier.stage)
        yield from (one.finding for one in found)


def _named(drafts: Sequence[DossierDraft]) -> list[DossierDraft]:
    """The drafts with the names of their files, each once, and with the title that stands in the document."""
    names = iter(output.unique([one.name for one in drafts if one.draft]))
    named = [replace(one, name=next(names)) if one.draft else one for one in drafts]
    return [
        replace(one, title=paper_facts(one.document, one.name).title) if one.draft else one for one in named
    ]


def _found(paper: DossierPaper, folder: Path) -> DossierDraft:
    if not (folder / paper.file).is_file():
        told = faults.NO_FILE.at(paper.own.place, paper.file, file=paper.file, title=paper.title)
        raise faults.DossierFaultsError([told])
    document = load(folder / paper.file) if paper.file.lower().endswith(WORD) else b""
    return DossierDraft(paper, paper.file, paper.title, document=document)


def _drafted(
    paper: DossierPaper, dossier: DossierRecord, known: Catalogue, day: date | None, used: set[str]
) -> DossierDraft:
    drafter = Drafter(paper.set_name, known)
    fields = drafter.newest.contract.whole.members
    used |= fields.keys() & dossier.common.data.keys()
    if other := list(_told_otherwise(paper, dossier.common)):
        raise faults.DossierFaultsError(other)
    common = {name: value for name, value in dossier.common.data.items() if name in fields}
    record = replace(
        paper.own,
        data={**common, **paper.own.data},
        places={**dossier.common.places, **paper.own.places},
    )
    dated = document_date(drafter.newest.contract.typed(record.data))
    draft = drafter.draft(record, None if dated else paper.day or day)
    name = f"{paper.number:02d}-{draft.file_name(None)}"
    return DossierDraft(paper, name, draft.version.type, draft, drafter.document(draft))


def _told_otherwise(paper: DossierPaper, common: Record) -> Iterator[Finding]:
    """Values of a paper that differ from what is common; a group may add to it."""
    for name, value in paper.own.data.items():
        if name in common.data and common.data[name] != value:
            place = replace(paper.own.where(name), field=f"{paper.path}.{name}")
            shown = "" if isinstance(common.data[name], Mapping | list) else str(common.data[name])
            yield faults.TOLD_TWICE.at(place, "" if not shown else str(value), field=name, common=shown)


def _unused(dossier: DossierRecord, used: set[str]) -> Iterator[Finding]:
    for name in sorted(dossier.common.data.keys() - used):
        place = replace(dossier.common.where(name), field=f"chung.{name}")
        yield faults.UNUSED.at(place, name, field=name)


def _late(drafts: Sequence[DossierDraft]) -> Iterator[Finding]:
    """Papers dated before the one that stands before them."""
    before: date | None = None
    for one in drafts:
        if one.day and before and one.day < before:
            place = replace(one.paper.own.where("ngay"), field=f"{one.paper.path}.ngay")
            said, earlier = short_date(one.day), short_date(before)
            yield faults.DATES.at(place, said, title=one.title, day=said, before=earlier)
        before = one.day or before


def _absent(dossier: DossierRecord, drafts: Sequence[DossierDraft]) -> Iterator[Finding]:
    """Papers that the law asks for at this stage and that no title of the dossier names."""
    days = [one.day for one in drafts if one.day]
    if dossier.stage is None or not days:
        return
    law, papers = required(dossier.stage, max(days))
    for paper in papers:
        if law and not any(paper.is_called(one.title) for one in drafts):
            place = replace(dossier.place, field="van_ban")
            stage = STAGE_NAMES[dossier.stage]
            yield faults.ABSENT.at(place, source=law.source, stage=stage, paper=paper.name)
