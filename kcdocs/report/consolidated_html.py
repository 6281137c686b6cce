"""Consolidated texts as one web page: notes as links that lead there and back."""

from __future__ import annotations

from dataclasses import dataclass

from kcdocs.model.consolidated import ConsolidatedText, Paragraph, Setting
from kcdocs.report import frame

_LEVELS = {Setting.TITLE: 1, Setting.CHAPTER: 2, Setting.HEADING: 3}


@dataclass(frozen=True, slots=True)
class ShownPiece:
    """Words of a paragraph up to a note's mark; without a mark (0) they are its last."""

    words: str
    note: int = 0


@dataclass(frozen=True, slots=True)
class ShownParagraph:
    """A paragraph: how it is set, its level as a heading (0 for none), its parts."""

    setting: Setting
    level: int
    parts: tuple[ShownPiece, ...]


def render(consolidated: ConsolidatedText) -> str:
    """The page: one file, no network, no script."""
    notes: list[tuple[str, ...]] = []
    title = " ".join(item.text for item in consolidated.paragraphs if item.setting is Setting.TITLE)
    return frame.page(
        "consolidated.html",
        title=f"Văn bản hợp nhất: {title}",
        style="consolidated.css",
        cautions=consolidated.cautions,
        paragraphs=[_paragraph(item, notes) for item in consolidated.paragraphs],
        authentication=consolidated.authentication,
        annexes=[_paragraph(item, notes) for item in consolidated.annexes],
        notes=notes,
    )


def _paragraph(paragraph: Paragraph, notes: list[tuple[str, ...]]) -> ShownParagraph:
    """What is shown of a paragraph; its notes are put behind those before them."""
    parts, start = [], 0
    for note in paragraph.notes:
        notes.append(note.text)
        parts.append(ShownPiece(paragraph.text[start : note.offset], len(notes)))
        start = note.offset
    parts.append(ShownPiece(paragraph.text[start:]))
    return ShownParagraph(paragraph.setting, _LEVELS.get(paragraph.setting, 0), tuple(parts))
