"""How many articles, clauses and points are touched, by class, and whether more than half of the articles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kcdocs.law.replacing import RULE, Share, share
from kcdocs.model.address import Kind
from kcdocs.model.comparison import ChangeClass
from kcdocs.report.marks import changes_of
from kcdocs.report.units import units

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kcdocs.model.comparison import Comparison, Row
    from kcdocs.report.units import RowUnit

_OWN = frozenset(
    {ChangeClass.ADDED, ChangeClass.REPEALED, ChangeClass.MOVED, ChangeClass.SPLIT, ChangeClass.MERGED}
)


@dataclass(frozen=True, slots=True)
class Count:
    """How often one class of change occurs.

    Attributes:
        change: The class.
        rows: Provisions that bear it themselves.
        articles: Articles that bear it; for the classes of words (substance, phrase, technical, form,
            encoding) articles that hold it anywhere.
        clauses: Clauses, counted as the articles are.
        points: Points that bear it.
    """

    change: ChangeClass
    rows: int
    articles: int
    clauses: int
    points: int


@dataclass(frozen=True, slots=True)
class Statistics:
    """What a comparison comes to in numbers.

    Attributes:
        counts: One for each class that occurs, gravest first.
        rows: Provisions with any change.
        unsure: Pairs a person should look at.
        old_articles: Articles of the old instrument.
        new_articles: Articles of the new instrument.
        touched: Articles of the old instrument whose law changes (more than numbers, spelling, encoding).
        added: Articles of the new instrument that are new.
    """

    counts: tuple[Count, ...]
    rows: int
    unsure: int
    old_articles: int
    new_articles: int
    touched: int
    added: int

    @property
    def more_than_half(self) -> bool:
        """Whether more than half of the old instrument's articles are touched."""
        return Share(self.touched, self.old_articles, self.added).more_than_half

    def half_words(self) -> str:
        """What the share of touched articles calls for; empty for an instrument without articles."""
        if not self.old_articles:
            return ""
        share = (
            f"{self.touched}/{self.old_articles} điều của văn bản cũ bị tác động "
            "(không kể đánh số lại, hình thức, mã hóa)"
        )
        if self.more_than_half:
            return (
                f"{share}, quá một nửa: cần xem xét ban hành văn bản thay thế "
                f"thay vì sửa đổi, bổ sung, theo {RULE.source}."
            )
        return f"{share}, chưa quá một nửa."


def statistics(comparison: Comparison) -> Statistics:
    """Count a comparison."""
    gathered = units(comparison)
    articles = [unit for unit in gathered if unit.kind is Kind.ARTICLE]
    counted = share(comparison)
    changed = [row for row in comparison.rows if changes_of(row)]
    return Statistics(
        counts=tuple(_counts(changed, articles)),
        rows=len(changed),
        unsure=sum(row.match is not None and not row.match.sure for row in comparison.rows),
        old_articles=counted.articles,
        new_articles=sum(len(unit.head.news) for unit in articles),
        touched=counted.touched,
        added=counted.added,
    )


def _counts(changed: Iterable[Row], articles: Iterable[RowUnit]) -> Iterable[Count]:
    by_class: dict[ChangeClass, list[Row]] = {change: [] for change in ChangeClass}
    for row in changed:
        for change in changes_of(row):
            by_class[change].append(row)
    for change, rows in by_class.items():
        if rows:
            yield Count(
                change,
                rows=len(rows),
                articles=_articles(change, rows, articles),
                clauses=_clauses(change, rows),
                points=len(_of_kind(rows, Kind.POINT)),
            )


def _articles(change: ChangeClass, rows: Iterable[Row], articles: Iterable[RowUnit]) -> int:
    if change in _OWN:
        return len(_of_kind(rows, Kind.ARTICLE))
    return sum(any(change in changes_of(row) for row in unit.rows) for unit in articles)


def _clauses(change: ChangeClass, rows: Iterable[Row]) -> int:
    if change in _OWN:
        return len(_of_kind(rows, Kind.CLAUSE))
    paths = {_clause_path(row) for row in rows}
    return len(paths - {()})


def _clause_path(row: Row) -> tuple[object, ...]:
    """The path down to the clause a row stands in; empty outside clauses."""
    steps = row.address.steps
    last = next((index for index, step in enumerate(steps) if step.kind is Kind.CLAUSE), -1)
    return steps[: last + 1]


def _of_kind(rows: Iterable[Row], kind: Kind) -> list[Row]:
    return [row for row in rows if (row.news or row.olds)[0].kind is kind]
