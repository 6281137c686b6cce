"""A dossier as a whole: all its papers from one record, and the list of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from kcdocs import results
from kcdocs.api.check_form import word_files
from kcdocs.decrees import catalogue
from kcdocs.dossier.building import WORD, draft_dossier
from kcdocs.dossier.checking import check_papers
from kcdocs.dossier.faults import NOT_WORD, BrokenZipError
from kcdocs.dossier.listing import LIST, paper_list, remarks_of
from kcdocs.dossier.record import read_dossier
from kcdocs.errors import KcdocsError
from kcdocs.files import AnyPath
from kcdocs.law.dossiers import STAGE_NAMES, Stage
from kcdocs.loading import load
from kcdocs.model.dossier import DossierFinding
from kcdocs.model.finding import Place
from kcdocs.model.format import DOSSIER_CHECK, Format, FormatNotMadeError
from kcdocs.report import dossiers
from kcdocs.word.package import unpack

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date

    from kcdocs.model.dossier import CheckedDossier
    from kcdocs.model.finding import Finding


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
    paths = [folder / one.name for one in made]
    listed = folder / LIST
    others = [source, *(one.draft.version.template_path for one in made if one.draft)]
    sheet = paper_list(dossier.title, drafted.drafts)
    results.write_all([*paths, listed], [*(one.document for one in made), sheet], others=others, force=force)
    return BuiltDossier(tuple(paths), listed, remarks_of(made), drafted.remarks)


def check_dossier(
    paths: Sequence[AnyPath], *, day: date | None = None, stage: Stage | None = None
) -> CheckedDossier:
    """Check Word files as the papers of one dossier: whether they agree, and what is not there.

    Args:
        paths: The files; of a folder or a ZIP file its Word files, in the order of their names.
        day: The day whose law says what belongs to the dossier; that of its newest paper if None.
        stage: Where the draft stands; told by the papers if None.

    Returns:
        Its papers and what is wrong; of a file that cannot be read, why.

    Raises:
        KcdocsError: If a ZIP file cannot be read.
    """
    files = [one for path in word_files(paths) for one in _papers(path)]
    checked = check_papers(files, day=day, stage=stage)
    return replace(checked, findings=(*checked.findings, *_unread(paths)))


def _papers(path: Path) -> list[tuple[str, Callable[[], bytes]]]:
    """A file, or the Word files of a ZIP file."""
    if path.suffix.lower() != _ZIP:
        return [(str(path), partial(load, path))]
    content = load(path)
    try:
        held = unpack(content, str(path))
    except KcdocsError:
        raise BrokenZipError(str(path)) from None
    names = sorted(name for name in held if name.lower().endswith(WORD) and not _is_own(Path(name).name))
    return [(f"{path}: {name}", partial(held.__getitem__, name)) for name in names]


_ZIP = ".zip"

STAGES = {str(stage): words for stage, words in STAGE_NAMES.items()}
"""What a draft's dossier is for: as `check_named` takes it → in Vietnamese."""


def check_named(paths: Sequence[Path], names: Sequence[str], *, stage: str = "") -> CheckedDossier:
    """Check Word files that their user knows by other names.

    Args:
        paths: The files.
        names: How each is named to its user.
        stage: Where the draft stands, one of `STAGES`; told by the papers if it is none of them.
    """
    files = [(name, partial(load, path)) for name, path in zip(names, paths, strict=True)]
    return check_papers(files, day=None, stage=Stage(stage) if stage in STAGES else None)


def _unread(paths: Sequence[AnyPath]) -> Iterator[DossierFinding]:
    """The files of folders that are no Word files."""
    for folder in filter(Path.is_dir, map(Path, paths)):
        for item in sorted(folder.rglob("*")):
            if item.is_file() and item.suffix.lower() != WORD and not _is_own(item.name):
                yield DossierFinding(NOT_WORD.at(Place(file=str(item))))


def _is_own(name: str) -> bool:
    """Whether a file is a list of ours, hidden, or of a Word that has its document open."""
    return name == LIST or name.startswith((".", "~$"))


def render(checked: CheckedDossier, form: Format = Format.TERMINAL) -> str:
    """What a check of a dossier found, for a person or a program.

    Args:
        checked: What was found.
        form: Terminal or JSON (`docs/reference/dossier-check.schema.json`).

    Raises:
        FormatNotMadeError: It is not given in that format.
    """
    if form not in DOSSIER_CHECK:
        raise FormatNotMadeError(form, DOSSIER_CHECK)
    return dossiers.render(checked, form)
