"""Opinions of many on one draft, collected into the table that the law asks for."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from kcdocs.api.reading import open_text
from kcdocs.errors import KcdocsError
from kcdocs.files import AnyPath
from kcdocs.law.dossiers import OpinionOutcome
from kcdocs.model.finding import Finding, Place
from kcdocs.model.format import Format
from kcdocs.model.instrument import Instrument
from kcdocs.model.opinion import (
    OpinionAnswer,
    OpinionCounts,
    OpinionKind,
    OpinionRow,
    OpinionTable,
    Returned,
)
from kcdocs.model.revisions import Revisions
from kcdocs.opinions import answers as answering
from kcdocs.opinions import errors, grouping, limits, papers
from kcdocs.opinions.letters import OpinionLetter, read_letter, sentences
from kcdocs.opinions.next_draft import answer_suggested, suggested
from kcdocs.opinions.returned import ReturnedDraft, opinions, share_of
from kcdocs.opinions.subjects import Subjects, SubjectVerdict
from kcdocs.opinions.word_copies import word_copies
from kcdocs.report import opinions as report
from kcdocs.report import redlining
from kcdocs.report.kept_opinions import KeptOpinions, kept_opinions
from kcdocs.sources.options import Options
from kcdocs.word import audit
from kcdocs.word.read import MarginRemark, margin_remarks, signed_paragraphs

OUTCOMES = tuple(map(str, OpinionOutcome))
"""What may become of an opinion, in Vietnamese."""

PAPERS = {
    "ban-tong-hop-y-kien": papers.summary,
    "to-trinh": papers.submission,
    "bao-cao-tiep-thu-tham-dinh": papers.appraisal,
}
"""Name of a set → what its paper takes from a table of opinions."""


@dataclass(frozen=True, slots=True)
class OpinionEntry:
    """A row of a table of opinions, to be answered.

    Attributes:
        row: The row.
        number: Its number in the table, from 1.
        notes: What the machine says of it, a sentence each.
        outcome: What became of the opinion, one of `OUTCOMES`; empty where the answer does not say.
        words: The answer without that.
        suggestion: The answer that the next draft suggests; empty where there is none.
    """

    row: OpinionRow
    number: int
    notes: tuple[str, ...]
    outcome: str
    words: str
    suggestion: str


def collect(
    base: AnyPath,
    returned: Iterable[AnyPath],
    *,
    offices: Mapping[str, str] | None = None,
    next_draft: AnyPath | None = None,
    how: Options | None = None,
    told: Callable[[int, int], None] | None = None,
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
        told: Called with how many files were read, and how many there are.

    Raises:
        UnknownFileError: If `offices` names a file that is not there.
        KcdocsError: If the base cannot be read.
    """
    files = [os.fspath(name) for name in returned]
    named = named_files(files, offices)
    sent = open_text(base, how=how)
    subjects = Subjects(sent)
    own = redlining.word_document(base)
    known = frozenset(map(_said, margin_remarks(own))) if own else frozenset()
    read: list[Returned] = []
    refused: list[Finding] = []
    with word_copies(files) as copies:
        for number, name in enumerate(files):
            if told:
                told(number, len(files))
            found = _read(sent, subjects, known, name, copies[name], named.get(name, ""), how)
            if isinstance(found, Returned):
                read.append(found)
            else:
                refused.append(found)
    table = OpinionTable(report.draft_words(sent), grouping.rows(read), tuple(read), tuple(refused))
    return table if next_draft is None else suggest(table, next_draft, how=how)


def suggest(table: OpinionTable, next_draft: AnyPath, *, how: Options | None = None) -> OpinionTable:
    """Mark the rows whose wish stands in the draft that was made after the opinions.

    Args:
        table: The table.
        next_draft: That draft.
        how: How it is read; None for the usual way.

    Raises:
        KcdocsError: If it cannot be read.
    """
    return replace(table, rows=suggested(table.rows, open_text(next_draft, how=how)))


def entries(table: OpinionTable, answers: Iterable[OpinionAnswer]) -> tuple[OpinionEntry, ...]:
    """The rows of a table to be answered, with what was answered."""
    said = {one.key: one.text for one in answers}
    numbers = {row.key: number for number, row in enumerate(table.rows, 1)}
    found = []
    for row in table.rows:
        outcome, words = answering.split_answer(said.get(row.key, ""))
        notes = tuple(report.notes(row, numbers))
        found.append(OpinionEntry(row, numbers[row.key], notes, outcome or "", words, answer_suggested(row)))
    return tuple(found)


def answered(outcome: str, words: str) -> str:
    """The answer that says what became of an opinion (one of `OUTCOMES`, else left open), and why."""
    return answering.answer_text(OpinionOutcome(outcome) if outcome in OUTCOMES else None, words)


def counts(table: OpinionTable, answers: Iterable[OpinionAnswer]) -> OpinionCounts:
    """How many opinions a table holds, of how many offices, and what became of them by these answers."""
    return answering.count_opinions(table, answers)


def answers_in(table: AnyPath) -> tuple[OpinionAnswer, ...]:
    """What people wrote into a table of opinions, Word or Excel, of either form.

    Raises:
        ForeignOpinionsError: If it is no table of opinions.
        KcdocsError: If it cannot be read.
    """
    return kept_opinions(Path(table)).plain()


def values_for(set_name: str, table: OpinionTable, answers: Iterable[OpinionAnswer]) -> dict[str, Any]:
    """What a table gives a paper of the dossier: the values of the form of one of `PAPERS`.

    Counts of all papers are of opinions as `counts` counts them, so that they agree.

    Raises:
        KeyError: If the set is none of `PAPERS`.
    """
    return PAPERS[set_name](table, tuple(answers))


def remarks_of(file: AnyPath) -> int:
    """How many comments a Word file bears; 0 of one that is no Word file that can be opened."""
    try:
        package = redlining.word_document(file)
    except KcdocsError:
        return 0
    return len(margin_remarks(package)) if package else 0


def is_unmarked(file: AnyPath) -> bool:
    """Whether a file is a Word file that can be opened, with no tracked change and no comment."""
    try:
        package = redlining.word_document(file)
    except KcdocsError:
        return False
    return package is not None and not audit.count_marks(package) and not margin_remarks(package)


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
    answers: Iterable[OpinionAnswer] | None = None,
) -> str | bytes:
    """Report a table of opinions.

    Args:
        table: The table.
        medium: `Format.TERMINAL`, `JSON`, `DOCX` or `XLSX`, or its value.
        by_office: Whether Word and Excel tables go by office instead of by provision.
        earlier: For those, a table whose answers are kept, if it is there; Word or Excel, of either form.
        force: Whether `earlier` may be another file, from which nothing is kept.
        answers: What is answered, in place of the answers of `earlier`; None for those.

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
    if answers is not None:
        kept = (kept or KeptOpinions()).answered(answers)
    return report.render(table, Format(medium), by_office=by_office, kept=kept)


def _read(
    base: Instrument,
    subjects: Subjects,
    known: frozenset[tuple[str, str]],
    name: str,
    copy: str,
    office: str,
    how: Options | None,
) -> Returned | Finding:
    try:
        draft = _draft(copy, known, how)
    except KcdocsError as fault:
        reason, mend = (words.replace(copy, name) for words in (str(fault), fault.as_finding().mend))
        return errors.UNREAD.at(Place(file=name), mend=mend or None, reason=reason)
    share = share_of(base, draft.rejected)
    letter = read_letter(draft.accepted)
    if share < limits.SAME_BASE or (letter and letter.rows):  # a letter may quote all of the draft in a table
        if letter is not None:
            return _of_letter(base, subjects, letter, name, office)
        return errors.OTHER_BASE.at(Place(file=name), base=base.name, share=round(100 * share))
    found, edges = opinions(base, draft)
    silent = sum(one.kind is OpinionKind.SILENT for one in found)
    other = silent >= limits.OTHER_STATE
    told = [errors.OTHER_STATE.at(Place(file=name), count=silent)] if other else []
    if copy == name:  # what LibreOffice made of a file may say the same otherwise
        told += [replace(one, place=replace(one.place, file=name)) for one in edges]
    return Returned(office or office_of(name), name, found, tuple(told))


def _of_letter(
    base: Instrument, subjects: Subjects, letter: OpinionLetter, name: str, office: str
) -> Returned | Finding:
    standing, named = subjects.judged(letter)
    place, own = Place(file=name), subjects.name
    if standing is SubjectVerdict.OTHER:
        return errors.OTHER_DRAFT.at(place, named=named, base=own)
    doubts: list[Finding] = []
    if standing is SubjectVerdict.DOUBTFUL:
        doubts.append(errors.DOUBTFUL_DRAFT.at(place, named=named, base=own))
    sender = office or letter.office or office_of(name)
    return Returned(sender, name, sentences(base, letter), tuple(doubts), letter.letter)


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
