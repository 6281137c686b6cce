"""What a check of a dossier found: on the screen, and as JSON."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from kcdocs.model.format import Format
from kcdocs.text.dates import short_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kcdocs.model.dossier import CheckedDossier, DossierFinding, ListedPaper

SCHEMA = "kcdocs/dossier-check/1"
"""Name and version of the form; the version changes only where a reader of the last one would break."""


def render(checked: CheckedDossier, form: Format) -> str:
    """The papers of a dossier; with their faults for a program, while the screen tells those one by one.

    Args:
        checked: What was found.
        form: `JSON`, or the words of the screen.
    """
    if form is Format.JSON:
        return json.dumps(_document(checked), ensure_ascii=False, indent=1) + "\n"
    return "\n".join(_screen(checked)) + "\n"


def _screen(checked: CheckedDossier) -> Iterator[str]:
    known = [f"bước {checked.stage}"] if checked.stage else []
    known += [f"xét đến ngày {short_date(checked.day)}"] if checked.day else []
    yield f"Hồ sơ có {len(checked.papers)} văn bản" + (f" ({', '.join(known)})." if known else ".")
    for place, paper in enumerate(checked.papers, 1):
        yield f"{place}. {_line(paper)}"
    if not checked.findings:
        yield "Các văn bản khớp với nhau."


def _line(paper: ListedPaper) -> str:
    if not paper.read:
        return f"{paper.file}: không đọc được"
    facts = [f"số {paper.number}"] if paper.number else []
    facts += [f"ngày {short_date(paper.issued)}"] if paper.issued else []
    facts += [f"{paper.articles} điều"] if paper.articles is not None else []
    facts += [f"{paper.opinions} ý kiến"] if paper.opinions is not None else []
    return f"{paper.file}: {'; '.join([paper.title or 'chưa rõ là văn bản gì', *facts])}"


def _document(checked: CheckedDossier) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "stage": checked.stage,
        "day": checked.day.isoformat() if checked.day else "",
        "papers": [
            {**asdict(paper), "issued": paper.issued.isoformat() if paper.issued else ""}
            for paper in checked.papers
        ],
        "findings": [_finding(one) for one in checked.findings],
    }


def _finding(one: DossierFinding) -> dict[str, Any]:
    made = {**asdict(one.finding), "severity": one.finding.severity.value}
    return {**made, "other": asdict(one.other) if one.other else None}
