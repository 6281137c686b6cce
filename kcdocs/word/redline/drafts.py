"""What goes into a redline and what comes of it: drafts with their guides, and the file that was made."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from kcdocs.word.redline.clashes import Clash
from kcdocs.word.redline.guide import Guide
from kcdocs.word.redline.own import OwnItem, ParagraphKey
from kcdocs.word.redline.reading import OwnText


@dataclass(frozen=True, slots=True)
class OwnDraft:
    """One draft of the original.

    Attributes:
        text: What it says.
        guide: What the comparison with the original says.
        name: Who signs its changes, where several drafts are merged; empty where the hands of the guide do.
    """

    text: OwnText
    guide: Guide
    name: str = ""


Stories: TypeAlias = "Sequence[list[OwnItem] | None]"
"""What each draft makes of one story; None where it has none of its own."""


@dataclass(frozen=True, slots=True)
class Redlined:
    """A redline.

    Attributes:
        data: The file.
        news: Key of a paragraph of the draft → its ordinal among the body's paragraphs, from 1.
        olds: The same of the original's paragraphs.
        placed: Number of a draft and key of a paragraph that it puts in → that paragraph's ordinal.
        unshown: Headers and footers of the draft ("header default 2") for which the original has no section.
        clashes: Where drafts that are merged cannot all have their way; there the original stands unchanged.
        edged: Numbers of the drafts whose headers and footers it shows.
    """

    data: bytes
    news: Mapping[ParagraphKey, int]
    olds: Mapping[ParagraphKey, int]
    placed: Mapping[tuple[int, ParagraphKey], int] = field(default_factory=dict)
    unshown: tuple[str, ...] = ()
    clashes: tuple[Clash, ...] = ()
    edged: tuple[int, ...] = ()
