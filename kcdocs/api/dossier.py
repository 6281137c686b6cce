"""A dossier as a whole: all its papers from one record, and the list of them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kcdocs import results
from kcdocs.decrees import catalogue
from kcdocs.dossier.building import DossierDraft, draft_dossier
from kcdocs.dossier.record import read_dossier
from kcdocs.drafting import output
from kcdocs.files import AnyPath
from kcdocs.sets.schema import FORM
from kcdocs.sheet.write import Column, Table, workbook
from kcdocs.text.dates import short_date

if TYPE_CHECKING:
    from datetime import date

    from kcdocs.model.finding import Finding

LIST = "danh-muc.xlsx"
"""Name of the list of a dossier's papers."""


@dataclass(frozen=True, slots=True)
class BuiltDossier:
    """A dossier that was made.

    Attributes:
        papers: The Word files, in the order of the dossier.
        listed: The list of its papers.
        remarks: What the user should know of the papers, in Vietnamese.
        findings: What to look at before it is sent.
    """

    papers: tuple[Path, ...]
    listed: Path
    remarks: tuple[str, ...]
    findings: tuple[Finding, ...]


def build_dossier(
    record: AnyPath, out: AnyPath, *, day: date | None = None, force: bool = False
) -> BuiltDossier:
    """Make all papers of a dossier and the list of them; nothing is written unless all can be.

    Args:
        record: A YAML or JSON file: what the papers have in common, and each paper with its set.
        out: The folder to write into; made if absent.
        day: The papers' date, where the record leaves it open.
        force: Whether a file of the same name that differs may be replaced.

    Raises:
        DossierFaultsError: If a paper has faults or says otherwise than what is common; all faults at once.
        KcdocsError: If the record cannot be read or a file stands in the way.
    """
    source, folder = Path(record), Path(out)
    dossier = read_dossier(source)
    drafted = draft_dossier(dossier, source.parent, catalogue.load_catalogue(), day)
    made = [one for one in drafted.drafts if one.draft]
    names = output.unique(
        [f"{one.paper.number:02d}-{one.draft.file_name(None)}" for one in made if one.draft]
    )
    paths = [folder / name for name in names]
    listed = folder / LIST
    others = [source, *(one.draft.version.template_path for one in made if one.draft)]
    by_number = {one.paper.number: name for one, name in zip(made, names, strict=True)}
    sheet = _list(dossier.title, drafted.drafts, by_number)
    results.write_all([*paths, listed], [*(one.document for one in made), sheet], others=others, force=force)
    remarks = [remark for one in made if one.draft for remark in one.draft.remarks]
    return BuiltDossier(tuple(paths), listed, tuple(dict.fromkeys(remarks)), drafted.remarks)


def _list(title: str, drafts: tuple[DossierDraft, ...], names: dict[int, str]) -> bytes:
    """The list of a dossier's papers as a spreadsheet."""
    columns = (
        Column("STT", 6),
        Column("Văn bản", 60),
        Column("Số, ký hiệu", 22),
        Column("Ngày", 14),
        Column("Tệp", 50),
    )
    rows = [
        [
            str(one.paper.number),
            one.title,
            str(_number(one)),
            short_date(one.day) if one.day else "",
            names.get(one.paper.number, one.paper.file),
        ]
        for one in drafts
    ]
    return workbook([Table("Danh mục", columns, rows)], title=title)


def _number(one: DossierDraft) -> str:
    form = one.draft.context.values.get(FORM) if one.draft else None
    return str(form.get("so_ky_hieu", "")) if isinstance(form, dict) else ""
