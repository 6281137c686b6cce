"""Comparing two texts, or an original with its drafts, and reporting it in any medium."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import assert_never

from kcdocs.api.decrees import store
from kcdocs.decrees.opening import open_instrument, require_articles
from kcdocs.diff.compare import compare as compare_instruments
from kcdocs.model.comparison import ChangeClass, Comparison
from kcdocs.model.instrument import Instrument
from kcdocs.report.selection import ALL, Selection
from kcdocs.templating.output import write


class Medium(StrEnum):
    """What a comparison is reported in."""

    TERMINAL = "terminal"
    HTML = "html"
    JSON = "json"


def compare(old: str, new: str, *, as_of: date | None = None, affected: Iterable[str] = ()) -> Comparison:
    """Compare two texts.

    Args:
        old: A file, or the number of an instrument in the store.
        new: The same.
        as_of: Which edition of a stored instrument; None for the latest.
        affected: Further texts whose references to the old one are followed.

    Raises:
        KcdocsError: A text that cannot be read or found, or that has no article.
    """
    sides = [_open(name, as_of) for name in (old, new)]
    return compare_instruments(*sides, affected=[_open(name, as_of) for name in affected])


def compare_files(old: str, new: str, medium: str, out: Path) -> Comparison:
    """Compare two texts and write the report to a file.

    Args:
        old: A file, or the number of an instrument in the store.
        new: The same.
        medium: Value of a `Medium`.
        out: The file; its folder is made if absent.
    """
    comparison = compare(old, new)
    save(out, render(comparison, Medium(medium)))
    return comparison


def render(
    comparison: Comparison,
    medium: Medium,
    selection: Selection = ALL,
    *,
    width: int = 80,
    colour: bool = False,
) -> str:
    """Report a comparison.

    Args:
        comparison: What to report.
        medium: In what.
        selection: Which rows; the summary is always that of the whole.
        width: Columns of the console, for `Medium.TERMINAL`.
        colour: Whether the console shows colours, for `Medium.TERMINAL`.
    """
    match medium:
        case Medium.TERMINAL:
            from kcdocs.report import terminal  # noqa: PLC0415 - one medium is needed, not all

            return terminal.render(comparison, selection, width=width, colour=colour)
        case Medium.HTML:
            from kcdocs.report import html  # noqa: PLC0415 - the same

            return html.render(comparison, selection)
        case Medium.JSON:
            from kcdocs.report import json_  # noqa: PLC0415 - the same

            return json_.render(comparison, selection)
        case _:
            assert_never(medium)


def selection(classes: Iterable[str], articles: Iterable[str]) -> Selection:
    """The rows of some classes (values of `ChangeClass`) in some articles (labels); none means all."""
    return Selection(frozenset(map(ChangeClass, classes)), frozenset(articles))


def differs(comparison: Comparison) -> bool:
    """Whether anything differs, be it only in encoding."""
    return any(row.changes for row in comparison.rows)


def save(out: Path, report: str) -> None:
    """Write a report whole or not at all; the folder is made if absent."""
    out.parent.mkdir(parents=True, exist_ok=True)
    write(out, report.encode())


def _open(name: str, as_of: date | None) -> Instrument:
    return require_articles(open_instrument(name, store(), as_of=as_of))
