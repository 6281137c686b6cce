"""Which part of a comparison is to be shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kcdocs.model.address import Kind
from kcdocs.model.comparison import ChangeClass
from kcdocs.report.marks import changes_of
from kcdocs.report.words import class_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kcdocs.model.address import Address
    from kcdocs.model.comparison import Impact, Row
    from kcdocs.report.chain import Chain


@dataclass(frozen=True, slots=True)
class Selection:
    """The classes and articles asked for; empty means all.

    Attributes:
        only: Classes of which a row must have one.
        articles: Labels of articles, old or new, in which a row must stand.
    """

    only: frozenset[ChangeClass] = frozenset()
    articles: frozenset[str] = frozenset()

    def has(self, row: Row) -> bool:
        """Whether a row's classes and articles are among those asked for."""
        of_class = not self.only or bool(self.only.intersection(changes_of(row)))
        return of_class and self.has_any(node.address for node in (*row.olds, *row.news))

    def has_any(self, addresses: Iterable[Address]) -> bool:
        """Whether one of the addresses stands in an article asked for."""
        return not self.articles or any(self._has_address(address) for address in addresses)

    def has_impact(self, impact: Impact, own: str) -> bool:
        """Whether a reference stands in an article asked for, or from outside refers to one.

        Args:
            impact: What became of the reference.
            own: Name of the new text.
        """
        return self.has_any([impact.address] if impact.instrument == own else impact.reference.targets)

    def absent(self, chain: Chain) -> list[str]:
        """The articles asked for that none of the texts has."""
        if not self.articles:
            return []
        texts = (chain.steps[0].old, *(step.new for step in chain.steps))
        known = {node.label for text in texts for node in text.walk() if node.kind is Kind.ARTICLE}
        return sorted(self.articles - known)

    def words(self) -> str:
        """What is left out, as a sentence; empty if nothing is."""
        classes = ", ".join(class_words(change) for change in ChangeClass if change in self.only)
        parts = [f"loại thay đổi: {classes}"] if classes else []
        parts += [f"Điều {', '.join(sorted(self.articles))}"] if self.articles else []
        return f"Chỉ hiện {'; '.join(parts)}. Số liệu tóm tắt vẫn tính trên toàn văn bản." if parts else ""

    def _has_address(self, address: Address) -> bool:
        return any(step.kind is Kind.ARTICLE and step.label in self.articles for step in address.steps)


ALL = Selection()
"""Everything."""
