"""When an instrument must be replaced rather than amended.

Source: Law 64/2025/QH15, Article 8.4 (from 1 April 2025, read): the content of more than half of all
articles changes, or policy, scope or addressees change fundamentally. Whether articles that are added count
is open; they are counted apart.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kcdocs.law.rule import Certainty, Rule
from kcdocs.model.address import Kind
from kcdocs.model.comparison import ChangeClass, Comparison, Row
from kcdocs.model.instrument import Instrument, Node

RULE = Rule("khoản 4 Điều 8 Luật số 64/2025/QH15", date(2025, 4, 1), None, Certainty.READ)
"""The law on replacing instead of amending."""

NO_CONTENT = frozenset({ChangeClass.TECHNICAL, ChangeClass.FORM, ChangeClass.ENCODING})
"""Classes that change no law: numbers, spelling, encoding."""


@dataclass(frozen=True, slots=True)
class Share:
    """How much of an instrument an amending or replacing text changes.

    Attributes:
        touched: Articles of the old instrument whose content changes.
        articles: Articles of the old instrument.
        added: Articles of the new instrument that are new; the law does not say whether they count.
    """

    touched: int
    articles: int
    added: int

    @property
    def more_than_half(self) -> bool:
        """Whether the content of more than half of the old articles changes."""
        return self.touched * 2 > self.articles


def share(comparison: Comparison) -> Share:
    """Count the articles whose content a comparison changes."""
    old, new = _articles(comparison.old), _articles(comparison.new)
    became = {
        article.key: [item.key for item in row.olds]
        for row in comparison.rows
        for article in row.news
        if article.kind is Kind.ARTICLE
    }
    touched: set[int] = set()
    for row in comparison.rows:
        if changes_content(row):
            touched |= {old[node.key] for node in row.olds if node.key in old}
            touched |= {
                item for node in row.news if node.key in new for item in became.get(new[node.key], ())
            }
    all_old, all_new = set(old.values()), set(new.values())
    added = sum(not became.get(article) for article in all_new)
    return Share(len(touched & all_old), len(all_old), added)


def changes_content(row: Row) -> bool:
    """Whether a row changes law: not merely numbers, spelling or encoding."""
    alone = not row.olds or not row.news
    return alone or any(change not in NO_CONTENT for change in row.changes)


def _articles(instrument: Instrument) -> dict[int, int]:
    """Key of a node → key of the outermost article that it stands in or is."""
    return dict(pair for node in instrument.nodes for pair in _below(node, None))


def _below(node: Node, article: int | None) -> Iterator[tuple[int, int]]:
    if article is None and node.kind is Kind.ARTICLE:
        article = node.key
    if article is not None:
        yield node.key, article
    for child in node.children:
        yield from _below(child, article)
