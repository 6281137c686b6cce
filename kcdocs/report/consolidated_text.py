"""Consolidated texts as plain text: notes numbered in brackets and told at the end."""

from __future__ import annotations

from collections.abc import Iterator

from kcdocs.model.consolidated import ConsolidatedText, Paragraph


def render(consolidated: ConsolidatedText) -> str:
    """The text, one paragraph a line; "[1]" stands where a note's mark does."""
    notes: list[tuple[str, ...]] = []
    lines = [line for caution in consolidated.cautions for line in (caution, "")]
    lines += [_marked(paragraph, notes) for paragraph in consolidated.paragraphs]
    lines += ["", *_authentication(consolidated), ""]
    lines += [_marked(paragraph, notes) for paragraph in consolidated.annexes]
    lines += [line for number, note in enumerate(notes, 1) for line in _note(number, note)]
    return "\n".join(lines) + "\n"


def _marked(paragraph: Paragraph, notes: list[tuple[str, ...]]) -> str:
    text, start = "", 0
    for note in paragraph.notes:
        notes.append(note.text)
        text += f"{paragraph.text[start : note.offset]}[{len(notes)}]"
        start = note.offset
    return text + paragraph.text[start:]


def _authentication(consolidated: ConsolidatedText) -> Iterator[str]:
    said = consolidated.authentication
    yield said.body
    yield f"Số: {said.number}"
    yield "XÁC THỰC VĂN BẢN HỢP NHẤT"
    yield f"{said.place}, ngày … tháng … năm …"
    yield from said.signer


def _note(number: int, text: tuple[str, ...]) -> Iterator[str]:
    first, *more = text
    yield f"[{number}] {first}"
    yield from more
