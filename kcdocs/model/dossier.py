"""A dossier that was checked: its papers as their own text tells them, and where they do not agree."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kcdocs.model.finding import Finding, Place, Severity


@dataclass(frozen=True, slots=True)
class ListedPaper:
    """A paper of a dossier, as its own text tells it.

    Attributes:
        file: The file, as the user named it.
        title: What it is: type and abstract; empty where none was found.
        number: Its number and symbol, empty where it bears none.
        issued: Its day, None where it bears none.
        articles: How many articles the draft has; None for other papers.
        opinions: How many opinions the table of opinions lists; None for other papers.
        read: Whether it could be read.
    """

    file: str
    title: str = ""
    number: str = ""
    issued: date | None = None
    articles: int | None = None
    opinions: int | None = None
    read: bool = True


@dataclass(frozen=True, slots=True)
class DossierFinding:
    """Something that is wrong with a dossier.

    Attributes:
        finding: What is wrong; of a disagreement, what the first paper says (`found`) and where, and what the
            other says (`expected`).
        other: Where the other paper says it; None where there is no other.
    """

    finding: Finding
    other: Place | None = None


@dataclass(frozen=True, slots=True)
class CheckedDossier:
    """What a check of a dossier found.

    Attributes:
        papers: Its papers, in the order they were given.
        findings: What is wrong, in the order of the papers.
        stage: Where the draft stands ("lấy ý kiến"); empty where that is not known.
        day: The day whose law was asked what belongs to it; None where no paper tells one.
    """

    papers: tuple[ListedPaper, ...]
    findings: tuple[DossierFinding, ...]
    stage: str = ""
    day: date | None = None

    @property
    def good(self) -> bool:
        """Whether all papers were read and nothing but notes is told."""
        graded = all(one.finding.severity is Severity.NOTE for one in self.findings)
        return graded and all(paper.read for paper in self.papers)
