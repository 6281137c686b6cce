"""Consolidated texts: an amended instrument set out for print, with notes that say what changed it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

STATE, MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"
AUTHENTICATED = "XÁC THỰC VĂN BẢN HỢP NHẤT"
"""What every consolidated text prints."""


def dated(place: str) -> str:
    """The line of place and day, the day left open."""
    return f"{place}, ngày … tháng … năm …"


class Setting(StrEnum):
    """How a paragraph is set."""

    TITLE = "ten"
    CENTRED = "giua"
    ITALIC = "nghieng"
    ATTACHED = "kem-theo"
    BODY = "than"
    HEADING = "ten-dieu"
    CHAPTER = "ten-chuong"
    CELL = "o"
    CELL_HEAD = "dau-cot"


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note at the foot of the page.

    Attributes:
        offset: The character of the paragraph behind which its mark stands.
        text: Its paragraphs.
    """

    offset: int
    text: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of a consolidated text.

    Attributes:
        text: Its words, label included; a line feed is a line break.
        setting: How it is set.
        notes: Its notes, by offset.
        new_page: Whether it begins a page.
    """

    text: str
    setting: Setting = Setting.BODY
    notes: tuple[Footnote, ...] = ()
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class SpanningCell:
    """One cell of a table.

    Attributes:
        column: The grid column it starts in, from 0.
        columns: How many grid columns it spans.
        rows: How many rows it spans; 0 for the space under a cell above that spans its row.
        paragraphs: What stands in it.
    """

    column: int
    columns: int
    rows: int
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class GridTable:
    """A table of a consolidated text.

    Attributes:
        columns: How many grid columns it has.
        rows: Its rows; the cells of each fill the grid from left to right.
    """

    columns: int
    rows: tuple[tuple[SpanningCell, ...], ...]

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """All that stands in it, row by row."""
        return tuple(item for row in self.rows for cell in row for item in cell.paragraphs)


TextBlock: TypeAlias = Paragraph | GridTable


@dataclass(frozen=True, slots=True)
class Authentication:
    """Who authenticates a consolidated text; what is empty is left open for the registry.

    Source: Ordinance 01/2012/UBTVQH13; layout as in texts signed for issue in 2024 (number at the head), or
    as the gazette prints them in 2026 (number in the closing block).

    Attributes:
        body: The body that authenticates, in capitals ("BỘ CÔNG THƯƠNG").
        number: Number and symbol; without a number the space for one is left.
        place: Where.
        signer: Lines above the name ("KT. BỘ TRƯỞNG", "THỨ TRƯỞNG").
        name: Who signs.
        recipients: Lines below "Nơi nhận:".
        gazette: Whether head and closing block are as the gazette prints them.
    """

    body: str = "BỘ CÔNG THƯƠNG"
    number: str = "…/VBHN-BCT"
    place: str = "Hà Nội"
    signer: tuple[str, ...] = ("… BỘ TRƯỞNG", "…………")
    name: str = "…………"
    recipients: tuple[str, ...] = ("- …………;", "- Lưu: VT, …………")
    gazette: bool = False


@dataclass(frozen=True, slots=True)
class ConsolidatedText:
    """A consolidated text ready to be written in any medium.

    Attributes:
        blocks: From the type of the instrument to its last article.
        authentication: Who authenticates it.
        annexes: Its annexes, behind the closing block.
        cautions: Paragraphs that say, above everything, how far the text can be relied on.
    """

    blocks: tuple[TextBlock, ...]
    authentication: Authentication
    annexes: tuple[TextBlock, ...] = ()
    cautions: tuple[str, ...] = ()

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Every paragraph up to the closing block, those in tables too."""
        return paragraphs_of(self.blocks)


def paragraphs_of(blocks: tuple[TextBlock, ...]) -> tuple[Paragraph, ...]:
    """The paragraphs of blocks, those in tables too, in reading order."""
    each = ((block,) if isinstance(block, Paragraph) else block.paragraphs for block in blocks)
    return tuple(item for some in each for item in some)
