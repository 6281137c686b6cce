"""A comparison as a Word file with tracked changes, proven before it is delivered."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from kcdocs.api.compare import ComparedWhole, prepared
from kcdocs.api.reading import open_text
from kcdocs.diff.compare import compare as compare_instruments
from kcdocs.files import AnyPath
from kcdocs.loading import load
from kcdocs.model.comparison import Comparison, DraftNature
from kcdocs.model.finding import Finding, Severity
from kcdocs.model.revisions import Revisions
from kcdocs.report import audited, redlining
from kcdocs.report import tracked as report
from kcdocs.report.amended import amended, plain, with_source_findings
from kcdocs.report.cautions import cautions
from kcdocs.report.errors import UnprovenRedlineError
from kcdocs.sources.errors import TrackedChangesError
from kcdocs.sources.options import Options
from kcdocs.word import audit, redline
from kcdocs.word.package import Allow, Package, open_package, part_titles
from kcdocs.word.write.comments import WordComment, with_comments

if TYPE_CHECKING:
    from kcdocs.api.amend import AppliedAmendment


@dataclass(frozen=True, slots=True)
class Tracked:
    """A redline.

    Attributes:
        comparison: What it shows.
        data: The Word file.
        unshown: What of the draft it cannot show.
    """

    comparison: Comparison
    data: bytes
    unshown: tuple[Finding, ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What goes with it: what was not read or cannot be shown, which commands were not followed."""
        return (*cautions(self.comparison.findings), *self.unshown)

    @property
    def differs(self) -> bool:
        """Whether anything differs, be it only in encoding, or was not read, or cannot be shown."""
        return bool(self.findings) or any(row.changes for row in self.comparison.rows)


def tracked(
    old: AnyPath,
    new: AnyPath,
    *,
    as_of: date | None = None,
    number: str = "",
    draft: DraftNature | str = DraftNature.AUTO,
    comments: bool = False,
    how: Options | None = None,
    fixes: AnyPath | None = None,
    decisions: AnyPath | None = None,
) -> Tracked:
    """Compare two texts and show the draft as tracked changes in the original.

    An original in Word keeps its own paragraphs, styles, numbering, headers and notes; any other is set anew.
    A text needs no article: a plan, a letter or a report is compared by its paragraphs.
    Accepting all changes gives the draft and rejecting all the original, character for character; this is
    proven before anything is given. With `Revisions.KEEP` the original's own tracked changes stay under their
    authors and dates: the new ones stand beside them, rejecting all gives what the original is with its own
    rejected, and a change that would have to stand in one of them is refused.

    Args:
        old: A file, or the number of an instrument in the store.
        new: The same.
        as_of: See `compare.compare`.
        number: See `compare.compare`.
        draft: See `compare.compare`.
        comments: Whether each change of substance bears a comment with its class and references.
        how: How files are read; None for the usual way.
        fixes: A reviewer's file of pairs, which must be there; None for none.
        decisions: See `compare.compare`.

    Raises:
        UnprovenRedlineError: If accepting all does not give the draft, or rejecting all not the original.
        OwnChangesTouchedError: If the draft changes what a tracked change that stays is about.
        KcdocsError: As for `compare.compare`.
    """
    ready = prepared(
        old, new, as_of=as_of, number=number, draft=draft, how=how, fixes=fixes, decisions=decisions
    )
    revisions = how.revisions if how else Revisions.REFUSE
    made = _Both(
        ready,
        redlining.word_document(old),
        None if ready.applied else redlining.word_document(new),
        revisions,
    )
    return made.written(os.fspath(old), comments=comments)


def tracked_amendment(original: AnyPath, done: AppliedAmendment, *, how: Options | None = None) -> Tracked:
    """Show what an amending instrument makes of the original as tracked changes, each with its command.

    Args:
        original: The file or citation that `amend.apply` was given.
        done: What that gave.
        how: How the original was read.

    Raises:
        UnprovenRedlineError: See `tracked`.
    """
    before, after = plain(done.consolidation.original), amended(done.amendment, done.consolidation)
    found = compare_instruments(before.instrument, after.instrument, replaced=after.replaced)
    comparison = with_source_findings(found, [before, after])
    ready = ComparedWhole(comparison, before.instrument, after.instrument, True)
    made = _Both(ready, redlining.word_document(original), None, how.revisions if how else Revisions.REFUSE)
    return made.written(os.fspath(original), comments=True)


class _Both:
    """Original and draft as the writer needs them, and what each says by the auditor's own reading."""

    def __init__(
        self, ready: ComparedWhole, own: Package | None, drafted: Package | None, revisions: Revisions
    ) -> None:
        accept = revisions in (Revisions.ACCEPT, Revisions.KEEP)
        self.comparison = ready.comparison
        self.kept = own if revisions is Revisions.KEEP else None
        self.old, self.olds, self.old_said = redlining.original(
            ready.old, own, revisions, accept=revisions is Revisions.ACCEPT, pictures=drafted is not None
        )
        self.new, self.news, self.new_said = redlining.drafted(
            ready.new, drafted, Revisions.ACCEPT if accept else revisions
        )

    def written(self, name: str, *, comments: bool) -> Tracked:
        """The redline, proven."""
        guide = report.guide(self.comparison, self.olds, self.news)
        made = redline.write_redline(self.old, self.new, guide)
        data = self._commented(made, name) if comments else made.data
        shown = {key: said for key, said in self.new_said.margins.items() if key not in made.unshown}
        wanted = replace(self.new_said, margins=shown)
        proven = open_package(data, name=name, allow=Allow.ALL)
        found = audit.prove(proven, self.old_said, wanted, self.kept)
        for first in found[:1]:
            raise UnprovenRedlineError(
                name, first.accepted, first.part, first.paragraph, first.found, first.expected
            )
        unshown = tuple(audited.unshown_margins(self.comparison.new.name, made.unshown))
        return Tracked(self.comparison, data, unshown)

    def _commented(self, made: redline.Redlined, name: str) -> bytes:
        package = open_package(made.data, name=name, allow=Allow.ALL)
        places = {True: made.news, False: made.olds}
        said = [
            WordComment(package.main, places[new][key], None, lines)
            for key, new, lines in report.comment_lines(self.comparison, self.olds, self.news)
            if key in places[new]
        ]
        return with_comments(package, said) if said else made.data


@dataclass(frozen=True, slots=True)
class Audited:
    """A received redline, audited.

    Attributes:
        name: The redline as it was named.
        findings: What it hides, then what else a person should look at, then whose its marks are.
        marks: How many marks it bears.
        against: What it was held against: "bản gốc", "bản mới", both or neither.
    """

    name: str
    findings: tuple[Finding, ...]
    marks: int
    against: tuple[str, ...]

    @property
    def honest(self) -> bool:
        """Whether it hides nothing from the texts it was held against."""
        return not any(finding.severity is Severity.ERROR for finding in self.findings)

    def json(self) -> str:
        """The audit for a program (`docs/reference/redline-audit.schema.json`)."""
        return audited.audit_json(self.name, self.findings, self.marks, self.against, honest=self.honest)


def audit_redline(
    path: AnyPath, old: AnyPath | None = None, new: AnyPath | None = None, *, how: Options | None = None
) -> Audited:
    """Name every word that a redline hides: a change without a mark, or a mark that says other words.

    Args:
        path: The Word file with tracked changes, whoever made it.
        old: The original: what rejecting all must give; None where it is not at hand.
        new: The draft: what accepting all must give; None likewise.
        how: How `old` and `new` are read; None for the usual way.

    Raises:
        KcdocsError: A file that cannot be read.
    """
    name = os.fspath(path)
    package = open_package(load(Path(path), name=name), name=name, allow=Allow.ALL)
    package = redline.with_last_paragraph(package)  # as both sides are read
    sides = [None if text is None else _side(text, how) for text in (old, new)]
    found = audit.hidden(package, sides[0], sides[1])
    remarks = audit.remarks(package)
    told = audited.audit_findings(name, found, remarks, audit.lint(package), part_titles(package))
    against = tuple(words for words, side in zip(("bản gốc", "bản mới"), sides, strict=True) if side)
    return Audited(name, tuple(told), audit.count_marks(package), against)


def _side(name: AnyPath, how: Options | None) -> audit.SideTexts:
    package = redlining.word_document(name)
    revisions = how.revisions if how else Revisions.REFUSE
    if package is not None:
        said = audit.side_texts(package, accept=revisions is not Revisions.REJECT)
        if revisions is Revisions.REFUSE and said != audit.side_texts(package, accept=False):
            raise TrackedChangesError(os.fspath(name), audit.count_marks(package))
        return said
    text = open_text(name, how=how)
    return redlining.said_by(redline.LinedStory(text.lines(), text.notes).story)
