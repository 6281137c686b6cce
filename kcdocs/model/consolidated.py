"""Consolidated texts: an amended instrument set out for print, with notes that say what changed it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Setting(StrEnum):
    """How a paragraph is set."""

    TITLE = "ten"
    CENTRED = "giua"
    ITALIC = "nghieng"
    BODY = "than"
    HEADING = "ten-dieu"
    CHAPTER = "ten-chuong"


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
    """

    text: str
    setting: Setting = Setting.BODY
    notes: tuple[Footnote, ...] = ()


@dataclass(frozen=True, slots=True)
class Authentication:
    """The block that ends a consolidated text; what is empty is left open for the registry.

    Source: Ordinance 01/2012/UBTVQH13; layout as in the gazette's texts of 2026.

    Attributes:
        body: The body that authenticates, in capitals ("BỘ CÔNG THƯƠNG").
        number: Number and symbol; without a number the space for one is left.
        place: Where.
        signer: Lines above the name ("KT. BỘ TRƯỞNG", "THỨ TRƯỞNG").
    """

    body: str = "BỘ CÔNG THƯƠNG"
    number: str = "…/VBHN-BCT"
    place: str = "Hà Nội"
    signer: tuple[str, ...] = ("BỘ TRƯỞNG",)


@dataclass(frozen=True, slots=True)
class ConsolidatedText:
    """A consolidated text ready to be written in any medium.

    Attributes:
        paragraphs: From the type of the instrument to its last article.
        authentication: The block behind them.
        annexes: Its annexes, behind the block.
        cautions: Paragraphs that say, above everything, how far the text can be relied on.
    """

    paragraphs: tuple[Paragraph, ...]
    authentication: Authentication
    annexes: tuple[Paragraph, ...] = ()
    cautions: tuple[str, ...] = ()
