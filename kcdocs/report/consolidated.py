"""Consolidated texts: as plain text with numbered notes at the end, as a page with links to them, as Word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from kcdocs.model.consolidated import (
    AUTHENTICATED,
    MOTTO,
    STATE,
    Authentication,
    ConsolidatedText,
    Paragraph,
    Setting,
    TextBlock,
    dated,
)
from kcdocs.model.finding import Finding
from kcdocs.model.format import Format
from kcdocs.report.cautions import cautions, words

_LEVELS = {Setting.TITLE: 1, Setting.CHAPTER: 2, Setting.HEADING: 3}


def render(consolidated: ConsolidatedText, form: Format, told: Iterable[Finding]) -> bytes:
    """A consolidated text in a medium.

    Args:
        consolidated: The text.
        form: DOCX, HTML or TEXT.
        told: What goes with the texts it is made of; the cautions among them stand before it.
    """
    beside = (words(item, mend=False) for item in cautions(told))
    text = replace(consolidated, cautions=(*consolidated.cautions, *beside))
    if form == Format.DOCX:
        from kcdocs.word.write.consolidated import write_consolidated  # noqa: PLC0415 - Word's library only where it is needed

        return write_consolidated(text)
    return (_page(text) if form == Format.HTML else _text(text)).encode()


def _text(consolidated: ConsolidatedText) -> str:
    """The text, one paragraph a line; "[1]" stands where a note's mark does, a tab between cells."""
    notes: list[tuple[str, ...]] = []
    lines = [line for caution in consolidated.cautions for line in (caution, "")]
    lines += _head(consolidated.authentication)
    lines += [line for block in consolidated.blocks for line in _lines(block, notes)]
    lines += ["", *_closing(consolidated.authentication), ""]
    lines += [line for block in consolidated.annexes for line in _lines(block, notes)]
    lines += [line for number, note in enumerate(notes, 1) for line in _note(number, note)]
    return "\n".join(lines) + "\n"


def _lines(block: TextBlock, notes: list[tuple[str, ...]]) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield _marked(block, notes)
        return
    for row in block.rows:
        yield "\t".join(" ".join(_marked(item, notes) for item in cell.paragraphs) for cell in row)


def _marked(paragraph: Paragraph, notes: list[tuple[str, ...]]) -> str:
    text, start = "", 0
    for note in paragraph.notes:
        notes.append(note.text)
        text += f"{paragraph.text[start : note.offset]}[{len(notes)}]"
        start = note.offset
    return text + paragraph.text[start:]


def _head(said: Authentication) -> list[str]:
    if said.gazette:
        return []
    return [said.body, f"Số: {said.number}", STATE, MOTTO, dated(said.place), ""]


def _closing(said: Authentication) -> Iterator[str]:
    if said.gazette:
        yield from (said.body, f"Số: {said.number}", AUTHENTICATED, dated(said.place))
    else:
        yield from ("Nơi nhận:", *said.recipients, AUTHENTICATED)
    yield from (*said.signer, said.name)


def _note(number: int, text: tuple[str, ...]) -> Iterator[str]:
    first, *more = text
    yield f"[{number}] {first}"
    yield from more


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


@dataclass(frozen=True, slots=True)
class ShownCell:
    """A cell of a table that is shown: how many columns and rows it spans, and its paragraphs."""

    columns: int
    rows: int
    paragraphs: tuple[ShownParagraph, ...]


@dataclass(frozen=True, slots=True)
class ShownBlock:
    """A paragraph, or the rows of a table."""

    paragraph: ShownParagraph | None
    rows: tuple[tuple[ShownCell, ...], ...] = ()


def _page(consolidated: ConsolidatedText) -> str:
    """The page: one file, no network, no script."""
    from kcdocs.report import frame  # noqa: PLC0415 - Jinja only where a page is made

    notes: list[tuple[str, ...]] = []
    title = " ".join(item.text for item in consolidated.paragraphs if item.setting is Setting.TITLE)
    return frame.page(
        "consolidated.html",
        title=f"Văn bản hợp nhất: {title}",
        style="consolidated.css",
        cautions=consolidated.cautions,
        blocks=[_shown_block(item, notes) for item in consolidated.blocks],
        authentication=consolidated.authentication,
        dated=dated(consolidated.authentication.place),
        state=STATE,
        motto=MOTTO,
        authenticated=AUTHENTICATED,
        annexes=[_shown_block(item, notes) for item in consolidated.annexes],
        notes=notes,
    )


def _shown_block(block: TextBlock, notes: list[tuple[str, ...]]) -> ShownBlock:
    if isinstance(block, Paragraph):
        return ShownBlock(_shown(block, notes))
    return ShownBlock(
        None,
        tuple(
            tuple(
                ShownCell(cell.columns, cell.rows, tuple(_shown(item, notes) for item in cell.paragraphs))
                for cell in row
                if cell.rows
            )
            for row in block.rows
        ),
    )


def _shown(paragraph: Paragraph, notes: list[tuple[str, ...]]) -> ShownParagraph:
    """What is shown of a paragraph; its notes are put behind those before them."""
    parts, start = [], 0
    for note in paragraph.notes:
        notes.append(note.text)
        parts.append(ShownPiece(paragraph.text[start : note.offset], len(notes)))
        start = note.offset
    parts.append(ShownPiece(paragraph.text[start:]))
    return ShownParagraph(paragraph.setting, _LEVELS.get(paragraph.setting, 0), tuple(parts))
