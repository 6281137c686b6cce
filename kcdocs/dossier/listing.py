"""The list of a dossier's papers, and what is told of all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kcdocs.sets import release
from kcdocs.sets.schema import FORM
from kcdocs.sheet.write import Column, Table, workbook
from kcdocs.text.dates import short_date

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kcdocs.dossier.building import DossierDraft

LIST = "danh-muc.xlsx"
"""Name of the list of a dossier's papers."""

_COLUMNS = (
    Column("STT", 6),
    Column("Văn bản", 60),
    Column("Số, ký hiệu", 22),
    Column("Ngày", 14),
    Column("Tệp", 50),
)


def paper_list(title: str, drafts: Sequence[DossierDraft]) -> bytes:
    """The list of a dossier's papers as a spreadsheet.

    Args:
        title: What the dossier is.
        drafts: Its papers.
    """
    rows = [
        [
            str(one.paper.number),
            one.title,
            _number(one),
            short_date(one.day) if one.day else "",
            one.name,
        ]
        for one in drafts
    ]
    return workbook([Table("Danh mục", _COLUMNS, rows)], title=title)


def _number(one: DossierDraft) -> str:
    form = one.draft.context.values.get(FORM) if one.draft else None
    return str(form.get("so_ky_hieu", "")) if isinstance(form, dict) else ""


def remarks_of(drafts: Sequence[DossierDraft]) -> tuple[str, ...]:
    """What is told of the drafts, each once; that sets are not released is told once for all of them.

    Args:
        drafts: The papers of a dossier.
    """
    made = [one.draft for one in drafts if one.draft]
    versions = {draft.version.name: draft.version for draft in made}
    alone = {remark for version in versions.values() for remark in release.remarks(version)}
    every = [remark for draft in made for remark in draft.remarks if remark not in alone]
    return (*release.remarks(*versions.values()), *dict.fromkeys(every))
