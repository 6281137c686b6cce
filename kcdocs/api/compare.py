"""Comparing two texts, or an original with its drafts, and reporting it in any medium."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from enum import StrEnum
from itertools import pairwise
from pathlib import Path
from typing import assert_never

from kcdocs import results
from kcdocs.api.amended import Text, amended
from kcdocs.api.decrees import store
from kcdocs.decrees.opening import open_instrument, require_articles
from kcdocs.diff.compare import compare as compare_instruments
from kcdocs.errors import KcdocsError
from kcdocs.model.address import Kind
from kcdocs.model.comparison import ChangeClass, Comparison, Fix
from kcdocs.model.instrument import Instrument
from kcdocs.report.chain import Chain
from kcdocs.report.errors import NothingTrackedError
from kcdocs.report.selection import ALL, Selection
from kcdocs.sources.options import Options
from kcdocs.word.read.revisions import Revisions


class Medium(StrEnum):
    """What a comparison is reported in."""

    TERMINAL = "terminal"
    HTML = "html"
    JSON = "json"
    TABLE_DOCX = "docx"
    XLSX = "xlsx"


def compare(
    old: str,
    new: str,
    *,
    as_of: date | None = None,
    affected: Iterable[str] = (),
    fixes: Path | None = None,
    number: str = "",
    how: Options | None = None,
) -> Comparison:
    """Compare two texts; an amending draft is applied to the old text first.

    Args:
        old: A file, or the number of an instrument in the store.
        new: The same.
        as_of: Which edition of a stored instrument; None for that of today.
        affected: Further texts whose references to the old one are followed.
        fixes: A reviewer's file of pairs; where it is not there yet, it is made, with the unsure pairs for
            the reviewer to decide.
        number: The number of the old text where its file does not say it; for an amending draft.
        how: How files are read; None for the usual way.

    Raises:
        KcdocsError: A text or a file that cannot be read or found, or a text that has no article.
    """
    opened = [_open(name, as_of, how) for name in (old, new, *affected)]
    (before, after), others = _texts(opened[:2], number), opened[2:]
    decided: tuple[Fix, ...] = ()
    if fixes and fixes.exists():
        from kcdocs.api.fixes import read  # noqa: PLC0415 - YAML is read only where there is such a file

        decided = read(fixes)
    found = compare_instruments(before.instrument, after.instrument, affected=others, fixes=decided)
    if fixes and not fixes.exists():
        from kcdocs.api.fixes import draft  # noqa: PLC0415 - the same

        results.write(fixes, draft(found).encode(), "compare fixes", others=(old, new, *affected))
    return _told(found, [before, after, *(Text(other, other.told) for other in others)])


def compare_texts(
    names: Sequence[str],
    *,
    as_of: date | None = None,
    affected: Iterable[str] = (),
    fixes: Path | None = None,
    number: str = "",
    how: Options | None = None,
) -> Chain:
    """Compare two texts, or an original with its drafts, each with the one before.

    Amending drafts are applied to the first text before they are compared.

    Args:
        names: Two texts or more in order: files, or numbers of instruments in the store. One alone is a file
            with tracked changes: it is compared as it was before them with what it is after them.
        as_of: Which edition of a stored instrument; None for that of today.
        affected: See `compare`; for two texts only.
        fixes: See `compare`; for two texts only.
        number: See `compare`.
        how: See `compare`.

    Raises:
        KcdocsError: As for `compare`.
    """
    if len(names) == 1:
        return Chain.of(_tracked(names[0], how))
    if len(names) == 2:
        old, new = names
        found = compare(old, new, as_of=as_of, affected=affected, fixes=fixes, number=number, how=how)
        return Chain.of(found)
    texts = _texts([_open(name, as_of, how) for name in names], number)
    steps = [
        _told(compare_instruments(before.instrument, after.instrument), [after])
        for before, after in pairwise(texts)
    ]
    steps[0] = replace(steps[0], findings=(*texts[0].findings, *steps[0].findings))
    return Chain.of(*steps)


def _tracked(name: str, how: Options | None) -> Comparison:
    """What the tracked changes of one file do.

    Raises:
        NothingTrackedError: If it has none.
    """
    sides = [
        _open(name, None, replace(how or Options(name), revisions=revisions))
        for revisions in (Revisions.REJECT, Revisions.ACCEPT)
    ]
    if all(side.lines() == sides[0].lines() for side in sides):
        raise NothingTrackedError(name)
    old, new = (
        replace(side, name=f"{name}, {words}")
        for side, words in zip(sides, ("trước các chỗ sửa", "sau các chỗ sửa"), strict=True)
    )
    return _told(compare_instruments(old, new), [Text(old, old.told), Text(new, new.told)])


def compare_files(old: str, new: str, medium: str, out: Path) -> Comparison:
    """Compare two texts and write the report to a file.

    Args:
        old: A file, or the number of an instrument in the store.
        new: The same.
        medium: Value of a `Medium`.
        out: The file; its folder is made if absent. An earlier comparison table there gives its
            explanations to the new one.
    """
    comparison = compare(old, new)
    save(out, render(Chain.of(comparison), Medium(medium), earlier=out), Medium(medium))
    return comparison


def render(
    chain: Chain,
    medium: Medium,
    selection: Selection = ALL,
    *,
    width: int = 80,
    colour: bool = False,
    earlier: Path | None = None,
    force: bool = False,
) -> str | bytes:
    """Report a comparison, or several steps of one.

    Args:
        chain: What to report.
        medium: In what.
        selection: Which rows; the summary is always that of the whole.
        width: Columns of the console, for `Medium.TERMINAL`.
        colour: Whether the console shows colours, for `Medium.TERMINAL`.
        earlier: For the tables, a file whose explanations are kept, if it is there.
        force: Whether `earlier` may be another file, from which nothing is kept.

    Returns:
        Text, or the bytes of a DOCX or XLSX file.

    Raises:
        ForeignTableError: If `earlier` is there and is no comparison table.
        KcdocsError: If it is not even a file of its kind.
    """
    kept = earlier if earlier is not None and earlier.exists() else None
    if kept and force:
        try:
            return render(chain, medium, selection, width=width, colour=colour, earlier=kept)
        except KcdocsError:
            kept = None
    match medium:
        case Medium.TERMINAL:
            return _terminal(chain, selection, width, colour=colour)
        case Medium.HTML:
            return _html(chain, selection)
        case Medium.JSON:
            return _json(chain, selection)
        case Medium.TABLE_DOCX:
            from kcdocs.report import table_docx  # noqa: PLC0415 - one medium is needed, not all

            data = kept.read_bytes() if kept else None
            return table_docx.render(chain, selection, earlier=data, name=str(kept))
        case Medium.XLSX:
            from kcdocs.report import table_xlsx  # noqa: PLC0415 - the same

            return table_xlsx.render(chain, selection, earlier=kept)
        case _:
            assert_never(medium)


def selection(classes: Iterable[str], articles: Iterable[str]) -> Selection:
    """The rows of some classes (values of `ChangeClass`) in some articles (labels); none means all."""
    return Selection(frozenset(map(ChangeClass, classes)), frozenset(articles))


def differs(chain: Chain) -> bool:
    """Whether anything differs in any step, be it only in encoding."""
    return any(row.changes for step in chain.steps for row in step.rows)


def save(out: Path, report: str | bytes, medium: Medium) -> None:
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
    results.write(out, data, f"compare {medium}", force=isinstance(report, bytes))


def _open(name: str, as_of: date | None, how: Options | None) -> Instrument:
    return require_articles(open_instrument(name, store(), as_of=as_of, reading=how))


def _told(comparison: Comparison, texts: Sequence[Text]) -> Comparison:
    """A comparison with what goes with its texts, once each, and the commands that made the new one."""
    findings = dict.fromkeys(finding for text in texts for finding in text.findings)
    commands = tuple(item for text in texts for item in text.commands)
    return replace(comparison, findings=(*findings, *comparison.findings), commands=commands)


def _texts(texts: Sequence[Instrument], number: str) -> list[Text]:
    """The texts in order, amending drafts as they make the first."""
    first, *drafts = texts
    if _is_amending(first) or not any(map(_is_amending, drafts)):
        return [Text(text, text.told) for text in texts]
    return [
        amended(first, text, number=number) if _is_amending(text) else Text(text, text.told) for text in texts
    ]


def _is_amending(instrument: Instrument) -> bool:
    """Whether an instrument gives commands to another, by its title or else by the provisions it quotes."""
    title = instrument.citation.title.lower()
    if title:
        return title.startswith(("sửa đổi", "bổ sung", "bãi bỏ"))
    return any(node.kind is Kind.QUOTE for node in instrument.provisions())


def _terminal(chain: Chain, selection: Selection, width: int, *, colour: bool) -> str:
    if len(chain.steps) == 1:
        from kcdocs.report import terminal  # noqa: PLC0415 - one medium is needed, not all

        return terminal.render(chain.steps[0], selection, width=width, colour=colour)
    from kcdocs.report import drafts_terminal  # noqa: PLC0415 - the same

    return drafts_terminal.render(chain, selection, width=width, colour=colour)


def _html(chain: Chain, selection: Selection) -> str:
    if len(chain.steps) == 1:
        from kcdocs.report import html  # noqa: PLC0415 - one medium is needed, not all

        return html.render(chain.steps[0], selection)
    from kcdocs.report import drafts_html  # noqa: PLC0415 - the same

    return drafts_html.render(chain, selection)


def _json(chain: Chain, selection: Selection) -> str:
    if len(chain.steps) == 1:
        from kcdocs.report import json_  # noqa: PLC0415 - one medium is needed, not all

        return json_.render(chain.steps[0], selection)
    from kcdocs.report import json_  # noqa: PLC0415 - the same

    return json_.render_chain(chain, selection)
