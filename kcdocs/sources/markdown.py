"""Markdown as a reader sees it: headings, emphasis and tables without their signs, one line each as typed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from html import unescape

from kcdocs.model.line import Cell, Line, Source

_HEADING = re.compile(r" {0,3}#{1,6}\s+(.*?)\s*#*\s*")
_RULE_ROW = re.compile(r"\s*\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?)?\s*")
_ROW = re.compile(r"\s*\|(.*)\|\s*")
_BREAK = re.compile(r"<br\s*/?>")
_STRONG = re.compile(r"(?<![\w*\\])\*\*(?=\S)(.+?)(?<=\S)\*\*(?![\w*])")
_LEANING = re.compile(r"(?<![\w*\\])\*(?=\S)([^*]+?)(?<=\S)\*(?![\w*])")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|>~])")


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
        if not _RULE_ROW.fullmatch(text):
            for column, cell in enumerate(cells):
                for part in _BREAK.split(cell):
                    yield _line(part.strip(), source, Cell(table, row, column))
            row += 1


def _cells(text: str) -> list[str] | None:
    found = _ROW.fullmatch(text)
    return None if found is None else re.split(r"(?<!\\)\|", found.group(1))


def _line(text: str, source: Source, cell: Cell | None) -> Line:
    heading = _HEADING.fullmatch(text)
    shown = heading.group(1) if heading else text
    bold = heading is not None or _is_whole(_STRONG, shown)
    shown = _STRONG.sub(r"\1", shown)
    italic = _is_whole(_LEANING, shown)
    plain = unescape(_ESCAPE.sub(r"\1", _LEANING.sub(r"\1", shown))).replace("\n", " ").replace("\r", " ")
    return Line(plain, source, cell, bold=bold, italic=italic)


def _is_whole(pattern: re.Pattern[str], text: str) -> bool:
    found = pattern.fullmatch(text.strip())
    return found is not None
