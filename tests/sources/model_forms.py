"""The model decree in the forms a ministry keeps texts in: Word typed and numbered, HTML."""

from __future__ import annotations

import re
from html import escape

from wordml import abstract, docx, level, num, p, r, tbl, tc, tr

_CENTERED = re.compile(r"(?:Chương [IVX]+|[^a-zà-ỹ]+|Về .*|\(VĂN BẢN MÔ PHỎNG\))$")
_CHAPTER = re.compile(r"Chương ([IVX]+)$")
_ARTICLE = re.compile(r"Điều \d+\. ")
_CLAUSE = re.compile(r"\d+\. ")
_POINT = re.compile(r"([a-zđ])\) ")
_FONT = '<w:rFonts w:ascii="Liberation Serif" w:hAnsi="Liberation Serif" w:cs="Liberation Serif"/><w:sz w:val="28"/>'
_BOLD = _FONT + "<w:b/>"
_HEAD = _BOLD.replace("28", "24")
_MIDDLE = '<w:jc w:val="center"/>'
_BODY = '<w:spacing w:after="120"/><w:ind w:firstLine="567"/><w:jc w:val="both"/>'
_PAGE = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1701" w:header="567" w:footer="567"/></w:sectPr>'
)
_LETTERS = "abcdđeghiklmnopqrstuvxy"
_CHAPTERS, _ARTICLES, _LITERALS = 1, 2, 3
_NUMBERING = (
    abstract(0, level(0, "upperRoman", "Chương %1", '<w:suff w:val="nothing"/>'))
    + abstract(
        1,
        level(0, "decimal", "Điều %1.", '<w:suff w:val="space"/>'),
        level(1, "decimal", "%2.", '<w:suff w:val="tab"/>'),
        level(2, "lowerLetter", "%3)", '<w:suff w:val="tab"/>'),
    )
    + "".join(abstract(2 + i, level(0, "none", f"{letter})")) for i, letter in enumerate(_LETTERS))
    + num(_CHAPTERS, 0)
    + num(_ARTICLES, 1)
    + "".join(num(_LITERALS + i, 2 + i) for i in range(len(_LETTERS)))
)
"""Chapters count for themselves; points beyond d take their letter from a list that is that letter, since Word
counts on with e and f, and LibreOffice knows no list that never restarts."""


def typed(texts: list[str]) -> bytes:
    """The decree typed by hand: every label is text; the head is a table, the signature another."""
    return docx(*_framed(texts, _typed_line))


def numbered(texts: list[str]) -> bytes:
    """The decree with Word's automatic numbering for chapters, articles, clauses and points."""
    return docx(*_framed(texts, _numbered_line), numbering=_NUMBERING)


def html(texts: list[str]) -> bytes:
    """The decree as a saved page."""
    head, body = texts[:5], texts[5:]
    cells = "".join(
        f"<td>{''.join(f'<p>{escape(text)}</p>' for text in part)}</td>" for part in (head[:2], head[2:])
    )
    lines = "\n".join(f"<p>\n{escape(text)}\n</p>" for text in body)
    return f"<!DOCTYPE html><html><head><meta charset='utf-8'><title>x</title></head><body><table><tr>{cells}</tr></table>{lines}</body></html>".encode()


def _framed(texts: list[str], line) -> list[str]:
    start = next(i for i, text in enumerate(texts) if text == "Nơi nhận:")
    head = tbl(
        '<w:tblGrid><w:gridCol w:w="3100"/><w:gridCol w:w="5900"/></w:tblGrid>',
        tr(_column(texts[:2], 3100), _column(texts[2:5], 5900)),
    )
    return [head, *map(line, texts[5:start]), *map(_closing, texts[start:]), _PAGE]


def _column(texts: list[str], width: int) -> str:
    paragraphs = [
        p(r(text, _HEAD if index == 0 else _FONT), properties=_MIDDLE) for index, text in enumerate(texts)
    ]
    return tc(*paragraphs, properties=f'<w:tcW w:w="{width}" w:type="dxa"/>')


def _closing(text: str) -> str:
    return p(r(text, _FONT))


def _typed_line(text: str) -> str:
    if _CENTERED.match(text):
        return p(r(text, _BOLD), properties=_MIDDLE)
    return p(r(text, _BOLD if _ARTICLE.match(text) else _FONT), properties=_BODY)


def _numbered_line(text: str) -> str:
    for use, pattern in (
        ((_CHAPTERS, 0), _CHAPTER),
        ((_ARTICLES, 0), _ARTICLE),
        ((_ARTICLES, 1), _CLAUSE),
        ((_ARTICLES, 2), _POINT),
    ):
        found = pattern.match(text)
        if found:
            letter = found.group(1) if pattern is _POINT else ""
            place = (_LITERALS + _LETTERS.index(letter), 0) if letter > "d" else use
            return p(
                r(text[found.end() :], _FONT), properties=_MIDDLE if pattern is _CHAPTER else _BODY, num=place
            )
    return _typed_line(text)
