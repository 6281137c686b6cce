"""Where a paragraph stands, as a person would say it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from kcdocs.model.address import SPOKEN, Kind
from kcdocs.word.package.wml import W

_ARTICLE = re.compile(rf"\s*{SPOKEN[Kind.ARTICLE]}\s+(\d+[a-zđ]?)\b")


@dataclass(frozen=True, slots=True)
class ParagraphPlace:
    """The place of one paragraph in its part.

    Attributes:
        number: Ordinal among all paragraphs of the part, from 1.
        element: The paragraph's element.
        table: Ordinal of the innermost table, from 1; 0 outside tables.
        row: Row in it, from 1.
        column: Cell in the row, from 1.
        address: Address of the article it stands under ("dieu-2"); empty before the first.
    """

    number: int
    element: etree._Element = field(compare=False, repr=False)
    table: int = 0
    row: int = 0
    column: int = 0
    address: str = ""

    @property
    def cell(self) -> str:
        """The cell in Vietnamese ("bảng 2, hàng 3, cột 4"); empty outside tables."""
        return f"bảng {self.table}, hàng {self.row}, cột {self.column}" if self.table else ""


def paragraph_places(root: etree._Element) -> tuple[ParagraphPlace, ...]:
    """The places of all paragraphs of a part, in document order."""
    return tuple(_places(root))


def _places(root: etree._Element) -> Iterator[ParagraphPlace]:
    tables = {table: ordinal for ordinal, table in enumerate(root.iter(f"{W}tbl"), start=1)}
    address = ""
    for number, paragraph in enumerate(root.iter(f"{W}p"), start=1):
        article = _ARTICLE.match("".join(text.text or "" for text in paragraph.iter(f"{W}t")))
        address = f"dieu-{article[1]}" if article else address
        yield ParagraphPlace(number, paragraph, *_cell(paragraph, tables), address)


def _cell(paragraph: etree._Element, tables: dict[etree._Element, int]) -> tuple[int, int, int]:
    cell = next(paragraph.iterancestors(f"{W}tc"), None)
    row = None if cell is None else next(cell.iterancestors(f"{W}tr"), None)
    table = None if row is None else next(row.iterancestors(f"{W}tbl"), None)
    if cell is None or row is None or table is None:
        return 0, 0, 0
    return tables[table], _ordinal(row, table), _ordinal(cell, row)


def _ordinal(element: etree._Element, ancestor: etree._Element) -> int:
    """Ordinal of an element among its like under an ancestor, from 1, whatever wraps them."""
    tag = element.tag
    return sum(
        1
        for other in _until(ancestor.iter(tag), element)
        if next(other.iterancestors(ancestor.tag)) is ancestor
    )


def _until(elements: Iterator[etree._Element], last: etree._Element) -> Iterator[etree._Element]:
    for element in elements:
        yield element
        if element is last:
            return
