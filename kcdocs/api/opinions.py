"""Opinions of many on one draft, collected into the table that the law asks for."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from kcdocs.api.reading import open_articles, open_text
from kcdocs.errors import KcdocsError
from kcdocs.files import AnyPath
from kcdocs.model.finding import Finding, Place
from kcdocs.model.format import Format
from kcdocs.model.instrument import Instrument
from kcdocs.model.opinion import OpinionKind, OpinionTable, Returned
from kcdocs.model.revisions import Revisions
from kcdocs.opinions import errors, grouping, limits
from kcdocs.opinions.letters import read_letter, sentences
from kcdocs.opinions.next_draft import suggested
from kcdocs.opinions.returned import ReturnedDraft, opinions, share_of
from kcdocs.report import opinions as report
from kcdocs.report import redlining
from kcdocs.report.kept_opinions import kept_opinions
from kcdocs.sources.options import Options
from kcdocs.word import audit
from kcdocs.word.read import MarginRemark, margin_remarks, signed_paragraphs


def collect(
    base: AnyPath,
    returned: Iterable[AnyPath],
    *,
    offices: Mapping[str, str] | None = None,
    next_draft: AnyPath | None = None,
    how: Options | None = None,
) -> OpinionTable:
    """Read what came back on a draft: tracked changes, comments, silent edits, and letters that quote it.

    A file that cannot be read, or that answers another base, stands under `refused`; all others are taken in.

    Args:
        base: The draft that was sent out: a file, or the number of an instrument in the store.
        returned: The files that came back.
        offices: File as named in `returned` → who sent it; of others the head of the
            letter or the name of the file says it.
        next_draft: The draft made after the opinions: rows whose wish stands in it are marked.
        how: How files are read; None for the usual way. What it says of tracked changes holds for the base.

    Raises:
        UnknownFileError: If `offices` names a file that is not there.
        KcdocsError: If the base cannot be read.
    """
    files = [os.fspath(name) for name in returned]
    named = named_files(files, offices)
    sent = open_articles(base, how=how)
    own = redlining.word_document(base)
    known = frozenset(map(_said, margin_remarks(own))) if own else frozenset()
    read: list[Returned] = []
    refused: list[Finding] = []
    for name in files:
        found = _read(sent, known, name, named.get(name, ""), how)
        if isinstance(found, Returned):
            read.append(found)
        else:
            refused.append(found)
    rows = grouping.rows(read)
    if next_draft is not None:
        rows = suggested(rows, open_articles(next_draft, how=how))
    return OpinionTable(report.draft_words(sent), rows, tuple(read), tuple(refused))


def named_files(files: Iterable[str], offices: Mapping[str, str] | None) -> dict[str, str]:
    """The names that were given to files; a file named in vain is an error.

    Raises:
        UnknownFileError: If a name is for a file that is not among them.
    """
    named = dict(offices or {})
    if unknown := sorted(named.keys() - set(files)):
        raise errors.UnknownFileError(tuple(unknown))
    return named


def office_of(name: str) -> str:
    """The office that the name of a file says: the name without its ending, underscores as blanks."""
    return " ".join(Path(name).stem.replace("_", " ").split())


def render(
    table: OpinionTable,
    medium: Format | str,
    *,
    by_office: bool = False,
    earlier: AnyPath | None = None,
    force: bool = False,
) -> str | bytes:
    """Report a table of opinions.

    Args:
        table: The table.
        medium: `Format.TERMINAL`, `JSON`, `DOCX` or `XLSX`, or its value.
        by_office: Whether Word and Excel tables go by office instead of by provision.
        earlier: For those, a table whose answers are kept, if it is there; Word or Excel, of either form.
        force: Whether `earlier` may be another file, from which nothing is kept.

    Raises:
        ForeignOpinionsError: If `earlier` is there and is no table of opinions.
    """
    kept, tables = None, (Format.DOCX, Format.XLSX)
    if earlier is not None and Format(medium) in tables and Path(earlier).exists():
        try:
            kept = kept_opinions(Path(earlier))
        except KcdocsError:
            if not force:
                raise
    return report.render(table, Format(medium), by_office=by_office, kept=kept)


def _read(
    base: Instrument, known: frozenset[tuple[str, str]], name: str, office: str, how: Options | None
) -> Returned | Finding:
    try:
        draft = _draft(name, known, how)
    except KcdocsError as fault:
        return errors.UNREAD.at(Place(file=name), reason=str(fault))
    share = share_of(base, draft.rejected)
    if share < limits.SAME_BASE:
        letter = read_letter(draft.accepted)
        if letter is not None:
            sender = office or letter.office or office_of(name)
            return Returned(sender, name, sentences(base, letter), letter=letter.letter)
        return errors.OTHER_BASE.at(Place(file=name), base=base.name, share=round(100 * share))
    found = opinions(base, draft)
    silent = sum(one.kind is OpinionKind.SILENT for one in found)
    other = bool(draft.signed) and silent >= limits.OTHER_STATE
    told = (errors.OTHER_STATE.at(Place(file=name), count=silent),) if other else ()
    return Returned(office or office_of(name), name, found, told)


def _draft(name: str, known: frozenset[tuple[str, str]], how: Options | None) -> ReturnedDraft:
    package = redlining.word_document(name)
    if package is None:
        text = open_text(name, how=how)
        return ReturnedDraft(text, text, {}, bare=True)
    remarks = tuple(one for one in margin_remarks(package) if _said(one) not in known)
    asked = how or Options("")
    accepted = open_text(name, how=replace(asked, revisions=Revisions.ACCEPT))
    if not audit.count_marks(package):
        return ReturnedDraft(accepted, accepted, {}, remarks)
    rejected = open_text(name, how=replace(asked, revisions=Revisions.REJECT))
    return ReturnedDraft(rejected, accepted, signed_paragraphs(package), remarks)


def _said(remark: MarginRemark) -> tuple[str, str]:
    return remark.author, remark.words
