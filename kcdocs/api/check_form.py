"""Checking the form of finished Word files, telling it in comments, mending what is mechanical."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from kcdocs import results
from kcdocs.decrees.catalogue import load_catalogue
from kcdocs.drafting.context import document_date
from kcdocs.drafting.drafter import Drafter
from kcdocs.errors import KcdocsError
from kcdocs.files import AnyPath
from kcdocs.law.layout import Profile
from kcdocs.lint import annotating, fixing
from kcdocs.lint.check import FormReport, check_form, check_package
from kcdocs.lint.edition import layout_edition
from kcdocs.loading import load
from kcdocs.model.checked_form import CheckedForm
from kcdocs.model.finding import Finding, Place
from kcdocs.model.format import FORM_CHECK, Format, FormatNotMadeError
from kcdocs.report import forms
from kcdocs.sets import release, versions
from kcdocs.sets.proof import read_provenance
from kcdocs.word.package import Allow, Package, open_package

if TYPE_CHECKING:
    from datetime import date

    from kcdocs.model.record import Record
    from kcdocs.sets.versions import Version


def check(path: AnyPath, *, profile: Profile | None = None) -> CheckedForm:
    """Hold a Word file against the rules of form.

    Args:
        path: The file.
        profile: The rules to hold it against; found in the document if None.

    Returns:
        What is wrong with it; a file that cannot be read has that for its only finding.
    """
    name = os.fspath(path)
    try:
        return _told(check_form(load(Path(path)), name, profile, catalogue=load_catalogue()))
    except KcdocsError as error:
        return CheckedForm(name, "", "", "", (error.as_finding(Place(file=name)),), read=False)


def word_files(paths: Iterable[AnyPath], *, apart: Iterable[AnyPath] = ()) -> dict[Path, Path]:
    """The files that paths name: themselves, and the Word files of folders, in the order of their names.

    Args:
        paths: Files and folders.
        apart: Folders whose files are left out: those that copies are written to.

    Returns:
        Each file, and where a copy of it stands within a folder of copies: as it stands in its own folder.
    """
    out = [Path(folder).resolve() for folder in apart]
    found: dict[Path, Path] = {}
    for path in map(Path, paths):
        if not path.is_dir():
            found.setdefault(path, Path(path.name))
            continue
        for item in sorted(path.rglob("*.docx")):
            within = any(item.resolve().is_relative_to(folder) for folder in out)
            if not item.name.startswith("~$") and not within:
                found.setdefault(item, item.relative_to(path))
    return found


def grade(finding: Finding) -> str:
    """How grave a finding is, in a word for the user."""
    return forms.grade(finding)


def render(checked: Sequence[CheckedForm], form: Format = Format.TERMINAL) -> str:
    """What was found, for a person or a program.

    Args:
        checked: What was found of each file.
        form: Terminal, HTML or JSON (`docs/reference/form-check.schema.json`).

    Raises:
        FormatNotMadeError: It is not given in that format.
    """
    if form not in FORM_CHECK:
        raise FormatNotMadeError(form, FORM_CHECK)
    return forms.render(checked, form)


def annotated(path: AnyPath, *, profile: Profile | None = None) -> tuple[bytes, int]:
    """A copy of a document with a Word comment at each place of each finding, and how many.

    Args:
        path: The document.
        profile: The rules to hold it against; found in the document if None.

    Raises:
        PackageError: The file is no Word document that may be opened.
    """
    package = _opened(path)
    return annotating.with_findings(package, _checked(package, profile))


def numbered(path: AnyPath, *, profile: Profile | None = None) -> bytes:
    """A copy to look at: behind each line that breaks a rule stands the number of its finding, from 1.

    Args:
        path: The document.
        profile: The rules to hold it against; found in the document if None.

    Raises:
        PackageError: The file is no Word document that may be opened.
    """
    package = _opened(path)
    return annotating.with_numbers(package, _checked(package, profile))


def mended(
    path: AnyPath, *, profile: Profile | None = None
) -> tuple[bytes, tuple[Finding, ...], CheckedForm]:
    """A document with its form mended where that is safe: no word of substance changes.

    Args:
        path: The document.
        profile: The rules to hold it against; found in the document if None.

    Returns:
        The new document, empty where nothing can be mended; what was mended; what is still wrong.

    Raises:
        PackageError: The file is no Word document that may be opened.
        TrackedChangesInFormError: Tracked changes stand in it.
    """
    package = _opened(path)
    made = fixing.mend_form(package, _checked(package, profile))
    return made.data, tuple(breach.finding for breach in made.mends), _told(made.left)


def annotate(path: AnyPath, out: AnyPath, *, profile: Profile | None = None, force: bool = False) -> int:
    """Write what `annotated` gives.

    Args:
        path: The document.
        out: Where to write the copy.
        profile: The rules to hold it against; found in the document if None.
        force: Whether another file that stands there may be replaced.

    Returns:
        How many comments the copy bears.

    Raises:
        PackageError: The file is no Word document that may be opened.
        KcdocsError: The copy cannot be written.
    """
    copy, count = annotated(path, profile=profile)
    results.write_result(Path(out), copy, "check docx", others=[Path(path)], force=force)
    return count


def mend(
    path: AnyPath, out: AnyPath, *, profile: Profile | None = None, force: bool = False
) -> tuple[tuple[Finding, ...], CheckedForm]:
    """Write what `mended` gives; nothing is written where nothing can be mended.

    Args:
        path: The document.
        out: Where to write the copy.
        profile: The rules to hold it against; found in the document if None.
        force: Whether another file that stands there may be replaced.

    Returns:
        What was mended, and what is still wrong.

    Raises:
        PackageError: The file is no Word document that may be opened.
        TrackedChangesInFormError: Tracked changes stand in it.
        KcdocsError: The copy cannot be written.
    """
    data, mends, left = mended(path, profile=profile)
    if data:
        results.write_result(Path(out), data, "check docx", others=[Path(path)], force=force)
    return mends, left


@dataclass(frozen=True, slots=True)
class MadeForms:
    """What a check of documents that were just made found.

    Attributes:
        checked: How many were checked.
        of: How many there are.
        seconds: How long it took.
        laid_out: Of how many the layout was proved when their set was released, so that only what was
            filled in was checked.
        bad: Those that are not in due form.
    """

    checked: int
    of: int
    seconds: float
    laid_out: int
    bad: tuple[CheckedForm, ...]


def check_made(paths: Sequence[AnyPath], *, sample: int | None = None) -> MadeForms:
    """Hold documents that were just made against the rules of form.

    Args:
        paths: The documents.
        sample: How many to check, spread evenly from the first to the last, for what was filled in where
            their layout is proved; None to check all of them wholly.
    """
    chosen = list(paths)
    if sample is not None and len(chosen) > sample:
        chosen = [chosen[place * (len(chosen) - 1) // (sample - 1)] for place in range(sample)]
    started = perf_counter()
    proved: dict[str, bool] = {}
    whole = sample is None
    found = [(check(path), False) if whole else _check_made(path, proved) for path in chosen]
    return MadeForms(
        len(chosen),
        len(paths),
        perf_counter() - started,
        sum(laid_out for _, laid_out in found),
        tuple(item for item, _ in found if not item.good),
    )


def _check_made(path: AnyPath, proved: dict[str, bool]) -> tuple[CheckedForm, bool]:
    """What was found of a document that was just made, and whether its layout was proved before.

    Args:
        path: The document.
        proved: What is known of sets already, for those to come.
    """
    try:
        package = _opened(path)
    except KcdocsError:
        return check(path), False
    made = read_provenance(package)
    name = made.set_name if made else ""
    if name not in proved:
        proved[name] = _is_proved(name)
    report = check_package(package, catalogue=load_catalogue(), laid_out=proved[name])
    return _told(report), proved[name]


def _is_proved(name: str) -> bool:
    """Whether a version was found in due form at its release, by the rules of today."""
    try:
        return bool(name) and release.formed_by(versions.named(name)[-1]) == layout_edition()
    except KcdocsError:
        return False  # the set is not here: its documents are checked wholly


def check_examples(name: str, on: date) -> tuple[CheckedForm, ...]:
    """Hold the documents that a version makes of its examples against the rules of form.

    Args:
        name: "to-trinh@1.0.0".
        on: The documents' day, where the examples leave it open.

    Returns:
        What is wrong with each; none where the version has no example.
    """
    drafter = Drafter(name, load_catalogue())
    version = versions.named(name)[-1]
    return tuple(_check_example(drafter, version, record, on) for record in version.example_records())


def form_proof(name: str, on: date) -> str:
    """By which rules of layout the documents of a version's examples are in due form; empty if they are not.

    Args:
        name: "to-trinh@1.0.0".
        on: The documents' day, where the examples leave it open.
    """
    formed = check_examples(name, on)
    return layout_edition() if formed and all(one.good for one in formed) else ""


def _check_example(drafter: Drafter, version: Version, record: Record, on: date) -> CheckedForm:
    file = record.place.file
    try:
        day = document_date(version.contract.typed(record.data)) or on
        data = drafter.document(drafter.draft(record, day))
        return _told(check_form(data, file, catalogue=load_catalogue()))
    except KcdocsError as error:
        return CheckedForm(file, "", "", "", (error.as_finding(Place(file=file)),), read=False)


def _told(report: FormReport) -> CheckedForm:
    paper = report.paper
    return CheckedForm(paper.name, paper.profile, paper.type, paper.number, report.findings)


def _opened(path: AnyPath) -> Package:
    return open_package(load(Path(path)), name=os.fspath(path), allow=Allow.ALL)


def _checked(package: Package, profile: Profile | None) -> FormReport:
    return check_package(package, profile, catalogue=load_catalogue())
