"""Comparing two texts, or an original with its drafts, and reporting it in any medium."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from kcdocs import results
from kcdocs.api.reading import open_articles, open_text
from kcdocs.decrees.opening import the_store
from kcdocs.diff.compare import compare as compare_instruments
from kcdocs.diff.fixes import digest
from kcdocs.diff.heads import bodies
from kcdocs.errors import KcdocsError
from kcdocs.files import AnyPath
from kcdocs.law.commanding import may_amend
from kcdocs.model.address import Address
from kcdocs.model.comparison import ChangeClass, Comparison, DraftNature, EndedInstrument, Fix
from kcdocs.model.format import Format
from kcdocs.model.instrument import Instrument
from kcdocs.model.revisions import Revisions
from kcdocs.parse.errors import NoAddressError
from kcdocs.parse.references import address as parse_address
from kcdocs.report import media
from kcdocs.report.amended import ComparedText, amended, plain, with_source_findings
from kcdocs.report.chain import Chain
from kcdocs.report.errors import AbsentArticleError, NothingTrackedError
from kcdocs.report.explaining import Explanation
from kcdocs.report.fixes import draft_fixes, read_fixes
from kcdocs.report.selection import ALL, Selection
from kcdocs.sources.options import Options

if TYPE_CHECKING:
    from kcdocs.decrees.referring import FoundReferences

STORE = "store"
"""What stands for all texts in the store among those affected; a file of that name is "./store"."""


def compare(
    old: AnyPath,
    new: AnyPath,
    *,
    as_of: date | None = None,
    affected: Iterable[AnyPath] = (),
    fixes: AnyPath | None = None,
    number: str = "",
    draft: DraftNature | str = DraftNature.AUTO,
    how: Options | None = None,
    decisions: AnyPath | None = None,
    tell: Callable[[int], None] | None = None,
) -> Comparison:
    """Compare two texts; an amending draft is applied to the old text first.

    Args:
        old: A file, or the number of an instrument in the store.
        new: The same.
        as_of: Which edition of a stored instrument; None for that of today.
        affected: Further texts whose references to the old one, or to an instrument that the new one repeals
            or replaces as a whole, are followed; `STORE` for all texts in the store.
        fixes: A reviewer's file of pairs; where it is not there yet, it is made, with the unsure pairs for
            the reviewer to decide.
        number: The number of the old text where its file does not say it; for an amending draft.
        draft: Whether the new text is a whole one or an amending draft; AUTO decides by its articles.
        how: How files are read; None for the usual way.
        decisions: A person's file of answers on the unclear commands of the new text, which is then an
            amending draft unless `draft` says otherwise; where it is not there yet, it is made, with what
            there is to ask.
        tell: Told how many texts are read, each time.

    Raises:
        UndecidedDraftError: If it cannot be decided whether the new text is an amending draft.
        KcdocsError: A text or a file that cannot be read or found, or a text that has no article.
    """
    asked = tuple(affected)
    others = tuple(name for name in asked if os.fspath(name) != STORE)
    opened = _opened((old, new, *others), as_of, how, tell)
    before, after = _cut(_told(opened[:2], number, DraftNature(draft), decisions))
    beside = opened[2:]
    pairs = Path(fixes) if fixes is not None else None
    decided = _decided(pairs) if pairs and pairs.exists() else ()
    ended, stored = _beyond(before.instrument, opened[1], len(others) < len(asked)) if asked else ((), None)
    found = compare_instruments(
        before.instrument,
        after.instrument,
        affected=beside,
        referring=stored.references if stored else (),
        ended=ended,
        fixes=decided,
        replaced=after.replaced,
    )
    found = replace(found, findings=(*found.findings, *(stored.findings if stored else ())))
    if pairs and not pairs.exists():
        inputs = [os.fspath(name) for name in (old, new, *others)]
        results.write_result(pairs, draft_fixes(found, digest).encode(), "compare fixes", others=inputs)
    return with_source_findings(found, [before, after, *map(plain, beside)])


def _opened(
    names: Sequence[AnyPath], as_of: date | None, how: Options | None, tell: Callable[[int], None] | None
) -> list[Instrument]:
    opened = []
    for name in names:
        opened.append(open_articles(name, as_of=as_of, how=how))
        if tell:
            tell(len(opened))
    return opened


def _beyond(
    old: Instrument, draft: Instrument, store: bool
) -> tuple[tuple[EndedInstrument, ...], FoundReferences | None]:
    """What a draft ends, and who in the store refers to that or to the old text; loaded where it is asked."""
    from kcdocs.amend.ending import ended_instruments  # noqa: PLC0415
    from kcdocs.decrees.referring import referring  # noqa: PLC0415

    ended, own = ended_instruments(draft), old.citation
    cited = [own, *(item.citation for item in ended if item.citation.number != own.number)]
    numbered = [one for one in cited if one.number]
    return ended, referring(the_store(), numbered, (own.number, draft.citation.number)) if store else None


@dataclass(frozen=True, slots=True)
class ComparedWhole:
    """Two texts compared, with both as they were opened, heads and ends included.

    Attributes:
        comparison: The comparison.
        old: The original.
        new: The draft; of an amending draft, what it makes of the original.
        applied: Whether the draft was an amending one.
    """

    comparison: Comparison
    old: Instrument
    new: Instrument
    applied: bool


def prepared(
    old: AnyPath,
    new: AnyPath,
    *,
    as_of: date | None = None,
    number: str = "",
    draft: DraftNature | str = DraftNature.AUTO,
    how: Options | None = None,
    fixes: AnyPath | None = None,
    decisions: AnyPath | None = None,
) -> ComparedWhole:
    """Compare two texts for a medium that needs them whole; arguments and errors as for `compare`.

    A file of `fixes` must be there: none is made.
    """
    opened = [open_text(name, as_of=as_of, how=how) for name in (old, new)]
    before, after = _told(opened, number, DraftNature(draft), decisions)
    first, second = _cut([before, after])
    pairs = _decided(Path(fixes)) if fixes is not None else ()
    found = compare_instruments(first.instrument, second.instrument, fixes=pairs, replaced=second.replaced)
    return ComparedWhole(
        with_source_findings(found, [first, second]),
        before.instrument,
        after.instrument,
        after.instrument is not opened[1],
    )


def compare_texts(
    names: Sequence[AnyPath],
    *,
    as_of: date | None = None,
    affected: Iterable[AnyPath] = (),
    fixes: AnyPath | None = None,
    number: str = "",
    draft: DraftNature | str = DraftNature.AUTO,
    how: Options | None = None,
    decisions: AnyPath | None = None,
    tell: Callable[[int], None] | None = None,
) -> Chain:
    """Compare two texts, or an original with its drafts, each with the one before, and first with last.

    Amending drafts are applied to the first text before they are compared.

    Args:
        names: Two texts or more in order: files, or numbers of instruments in the store. One alone is a file
            with tracked changes: it is compared as it was before them with what it is after them.
        as_of: Which edition of a stored instrument; None for that of today.
        affected: See `compare`; for two texts only.
        fixes: See `compare`; for two texts only.
        number: See `compare`.
        draft: See `compare`; said of every text after the first.
        how: See `compare`.
        decisions: See `compare`; for two texts only.
        tell: See `compare`.

    Raises:
        KcdocsError: As for `compare`.
    """
    if len(names) == 1:
        return Chain.of(_tracked(names[0], how))
    if len(names) == 2:
        old, new = names
        found = compare(
            old,
            new,
            as_of=as_of,
            affected=affected,
            fixes=fixes,
            number=number,
            draft=draft,
            how=how,
            decisions=decisions,
            tell=tell,
        )
        return Chain.of(found)
    opened = _opened(names, as_of, how, tell)
    texts = _cut(_told(opened, number, DraftNature(draft)))
    steps = [
        with_source_findings(
            compare_instruments(before.instrument, after.instrument, replaced=after.replaced), [after]
        )
        for before, after in pairwise(texts)
    ]
    steps[0] = replace(steps[0], findings=(*texts[0].findings, *steps[0].findings))
    first, last = texts[0], texts[-1]
    net = compare_instruments(first.instrument, last.instrument, replaced=last.replaced)
    return Chain.of(*steps, net=with_source_findings(net, [first, last]))


def _tracked(name: AnyPath, how: Options | None) -> Comparison:
    """What the tracked changes of one file do.

    Raises:
        NothingTrackedError: If it has none.
    """
    sides = [
        open_articles(name, how=replace(how or Options(""), revisions=revisions))
        for revisions in (Revisions.REJECT, Revisions.ACCEPT)
    ]
    if all(side.lines() == sides[0].lines() for side in sides):
        raise NothingTrackedError(os.fspath(name))
    old, new = (
        replace(side, name=f"{os.fspath(name)}, {words}")
        for side, words in zip(sides, ("trước các chỗ sửa", "sau các chỗ sửa"), strict=True)
    )
    return with_source_findings(compare_instruments(old, new), [plain(old), plain(new)])


def compare_files(old: AnyPath, new: AnyPath, medium: Format | str, out: AnyPath) -> Comparison:
    """Compare two texts and write the report to a file.

    Args:
        old: A file, or the number of an instrument in the store.
        new: The same.
        medium: In what; a `Format` of `COMPARISON`, or its value.
        out: The file; its folder is made if absent. An earlier comparison table there gives its
            explanations to the new one.
    """
    comparison = compare(old, new)
    kind = Format(medium)
    save(out, render(Chain.of(comparison), kind, earlier=out), kind)
    return comparison


def render(
    chain: Chain,
    medium: Format,
    selection: Selection = ALL,
    *,
    width: int = 80,
    colour: bool = False,
    earlier: AnyPath | None = None,
    force: bool = False,
    explained: Sequence[Explanation] = (),
) -> str | bytes:
    """Report a comparison, or several steps of one.

    Args:
        chain: What to report.
        medium: In what.
        selection: Which rows; the summary is always that of the whole.
        width: Columns of the console, for `Format.TERMINAL`.
        colour: Whether the console shows colours, for `Format.TERMINAL`.
        earlier: For the tables, a file whose explanations are kept, if it is there.
        force: Whether `earlier` may be another file, from which nothing is kept.
        explained: For the tables, what was said of provisions outside any table.

    Returns:
        Text, or the bytes of a DOCX or XLSX file.

    Raises:
        AbsentArticleError: If an article is asked for that no text has.
        ForeignTableError: If `earlier` is there and is no comparison table.
        KcdocsError: If it is not even a file of its kind.
    """
    if absent := selection.absent(chain):
        raise AbsentArticleError(absent)
    kept = Path(earlier) if earlier is not None and Path(earlier).exists() else None
    try:
        return media.render(
            chain, medium, selection, width=width, colour=colour, earlier=kept, explained=explained
        )
    except KcdocsError:
        if not kept or not force:
            raise
    return media.render(chain, medium, selection, width=width, colour=colour, explained=explained)


def fragment(chain: Chain) -> str:
    """The page of a comparison without its head, for a program that serves `assets` as files of its own.

    All that comes from texts is escaped in it.
    """
    return media.fragment(chain)


def assets() -> dict[str, str]:
    """The style sheet and the script that a fragment needs, by name."""
    return media.assets()


def selection(classes: Iterable[str], articles: Iterable[str]) -> Selection:
    """The rows of some classes (values of `ChangeClass`) in some articles (labels); none means all."""
    return Selection(frozenset(map(ChangeClass, classes)), frozenset(articles))


def differs(chain: Chain) -> bool:
    """Whether anything differs in any step, be it only in encoding, or could not be compared."""
    return chain.is_open or any(row.changes for step in chain.steps for row in step.rows)


def save(out: AnyPath, report: str | bytes, medium: Format) -> None:
    """Write a report to a file, whole or not at all; the folder is made if absent.

    Args:
        out: The file. An earlier report of this medium is replaced, and a table, whose explanations `render`
            took over.
        report: What `render` made.
        medium: In what.

    Raises:
        FileDiffersError: If another file stands there.
    """
    data = report if isinstance(report, bytes) else f"{report.rstrip(chr(10))}\n".encode()
    results.write_result(Path(out), data, f"compare {medium}", force=isinstance(report, bytes))


def _decided(path: Path) -> tuple[Fix, ...]:
    """The pairs of a reviewer's file; none where all are still commented out."""
    from kcdocs.records.errors import EmptyRecordsError  # noqa: PLC0415 - records are read only where there is a file
    from kcdocs.records.reading import read_records  # noqa: PLC0415 - the same

    try:
        records = read_records(path)
    except EmptyRecordsError:
        return ()
    return read_fixes(records, str(path), _address)


def _address(words: str) -> Address | None:
    try:
        return parse_address(words)
    except NoAddressError:
        return None


def _cut(told: Sequence[ComparedText]) -> list[ComparedText]:
    """The texts with their heads only where every one has a head."""
    cut, notes = bodies([text.instrument for text in told])
    told = [replace(text, instrument=instrument) for text, instrument in zip(told, cut, strict=True)]
    return [replace(told[0], findings=(*told[0].findings, *notes)), *told[1:]]


def _told(
    texts: Sequence[Instrument], number: str, draft: DraftNature, decisions: AnyPath | None = None
) -> list[ComparedText]:
    """The texts in order, amending drafts as they make the first."""
    first, *drafts = texts
    auto = draft is DraftNature.AUTO and decisions is None
    if draft is DraftNature.WHOLE or (auto and not any(map(may_amend, drafts))):
        return [plain(text) for text in texts]
    from kcdocs.amend import nature  # noqa: PLC0415 - only where a draft may give commands
    from kcdocs.api.amend import apply_to, known_as  # noqa: PLC0415 - the same

    if auto and nature.is_amending(first):
        return [plain(text) for text in texts]
    base = known_as(first, number)
    told = [plain(first)]
    for text in drafts:
        if not auto or nature.is_applied(text, base, first):
            told.append(amended(*apply_to(first, text, number=number, decisions=decisions)))
        else:
            whole = plain(text)
            told.append(replace(whole, findings=(*whole.findings, *nature.taken_as_whole(text, base))))
    return told
