"""Markdown as a reader sees it: headings, emphasis and tables without their signs, one line each as typed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from html import unescape

from kcdocs.model.line import Cell, Line, Source

_HEADING = re.compile(r" {0,3}#{1,6}(?=\s)")
_RULE = re.compile(r":?-+:?")
_CELL_END = re.compile(r"(?<!\\)\|")
_BREAK = re.compile(r"<br\s*/?>")
_OPENING = re.compile(r"(?<![\w*\\])\*\*(?=\S)")
_CLOSING = re.compile(r"(?<=\S)(?=\*\*(?![\w*]))")
_LEANING = re.compile(r"(?<![\w*\\])\*(?=\S)([^*]+?)(?<=\S)\*(?![\w*])")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|>~])")
_NO_CHARACTER = re.compile(r"&#(?:[0-9]{8,}|[xX][0-9a-fA-F]{7,});?")


def read_markdown(texts: Sequence[str], name: str) -> tuple[Line, ...]:
    """The lines of a Markdown file.

    A line typed is a line read: soft-wrapped paragraphs are not joined, list numbers stand as typed.

    Args:
        texts: The file's lines.
        name: The file as the user named it.
    """
    return tuple(_lines(texts, name))


def _lines(texts: Iterable[str], name: str) -> Iterator[Line]:
    table, row = -1, 0
    in_table = False
    for index, text in enumerate(texts):
        source = Source(name, "", index)
        cells = _cells(text)
        if cells is None:
            in_table = False
            yield _line(text, source, None)
            continue
        if not in_table:
            in_table, table, row = True, table + 1, 0
        if not all(_RULE.fullmatch(cell.strip()) for cell in cells):
            for column, cell in enumerate(cells):
                for part in _BREAK.split(cell):
                    yield _line(part.strip(), source, Cell(table, row, column))
            row += 1


def _cells(text: str) -> list[str] | None:
    row = text.strip()
    framed = len(row) > 1 and row[0] == row[-1] == "|"
    return _CELL_END.split(row[1:-1]) if framed else None


def _line(text: str, source: Source, cell: Cell | None) -> Line:
    heading = _HEADING.match(text)
    shown = text[heading.end() :].strip().rstrip("#").rstrip() if heading else text
    strong = list(_strong(shown))
    bold = heading is not None or strong == [_whole(shown)]
    shown = _unwrapped(shown, strong)
    italic = _LEANING.fullmatch(shown.strip()) is not None
    plain = _characters(_ESCAPE.sub(r"\1", _LEANING.sub(r"\1", shown)))
    return Line(plain.replace("\n", " ").replace("\r", " "), source, cell, bold=bold, italic=italic)


def _strong(text: str) -> Iterator[tuple[int, int]]:
    """Where strong stretches begin and end, their asterisks among them; each end is looked for once."""
    closings = [found.start() for found in _CLOSING.finditer(text)]
    following, end = 0, 0
    for opening in _OPENING.finditer(text):
        if opening.start() < end:
            continue
        while following < len(closings) and closings[following] < opening.end() + 1:
            following += 1
        if following == len(closings):
            return
        end = closings[following] + 2
        yield opening.start(), end


def _whole(text: str) -> tuple[int, int]:
    """Where the words of a line begin and end."""
    return len(text) - len(text.lstrip()), len(text.rstrip())


def _unwrapped(text: str, strong: Iterable[tuple[int, int]]) -> str:
    pieces, done = [], 0
    for start, end in strong:
        pieces += [text[done:start], text[start + 2 : end - 2]]
        done = end
    return "".join((*pieces, text[done:]))


def _characters(text: str) -> str:
    """The text with its entities resolved; the number of no character is shown as one, as browsers do."""
    return unescape(_NO_CHARACTER.sub("\ufffd", text))
