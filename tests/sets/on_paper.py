"""A Word file as LibreOffice prints it: pages, lines by their place, and what no page of an office shows."""

from __future__ import annotations

import html
import re
import subprocess
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import docx
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.table import Table
from docx.text.paragraph import Paragraph

from kcdocs.text.joining import untypeset

EDGE = 56.0
"""Height in points of what is no text's own on a page: 20 mm above and below (Decree 30/2020, Annex I, I.4)."""

PAGE_FOOT = 841.9 - 56.7
"""Where text ends on an upright page, in points."""

ONE_LINE = 3.0
"""Points between the feet of words on one line: those of 11 and of 14 points differ by 0.7, lines by 12."""

LOOSE = 3.0
"""How many times as wide as a space a gap in a justified line may be; a typist's eye begins to see it there."""

SPACE = 0.25 / 1.3
"""Width of a space in heights of a word: a quarter of the letters' size, which stand in a box of 1.3 sizes."""

LONGEST_LOOSE = 4.5
"""The same for a line before a number that no line may divide ("số 109/2025/NĐ-CP" is 115 points wide)."""

PORTION = 25
"""Paragraphs and rows that LibreOffice puts on the first page before it knows where the page ends. The first
behind them never came from that page, so a heading that stands 25th is not taken along to it: the one place
where LibreOffice (7.4) does not keep a paragraph with the next. Word knows no such portions."""

_NUMBER = re.compile(r"số \S*\d\S*/")
_DOTS = re.compile(r"\.{5,}")
_PAGE = re.compile(r'<page width="[\d.]+" height="([\d.]+)">(.*?)</page>', re.DOTALL)
_WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>')


@dataclass(frozen=True, slots=True)
class Word:
    """A word on a page: its box in points from the upper left corner."""

    left: float
    top: float
    right: float
    foot: float
    text: str


Line = list[Word]
Page = list[Line]
"""The lines of a page from above, without page number and foot."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A paragraph of a document's text that stands in no table.

    Attributes:
        text: Its text without spaces.
        kept: Whether it leads to what follows: by its mark, or because it ends in a colon.
        last_of_portion: Whether LibreOffice does not keep it (`PORTION`).
        justified: Whether its lines go from edge to edge.
        centred: Whether they stand in the middle.
    """

    text: str
    kept: bool
    last_of_portion: bool
    justified: bool
    centred: bool


def pages(pdf: Path) -> list[Page]:
    """The pages of a PDF file."""
    told = subprocess.run(["pdftotext", "-bbox", pdf, "-"], capture_output=True, check=True).stdout.decode()
    return [_lines(float(height), inside) for height, inside in _PAGE.findall(told)]


def _lines(height: float, inside: str) -> Page:
    found = [
        Word(float(left), float(top), float(right), float(foot), html.unescape(text))
        for left, top, right, foot, text in _WORD.findall(inside)
    ]
    lines: Page = []
    for word in sorted(found, key=lambda word: word.foot):
        if word.foot < EDGE or word.top > height - EDGE:
            continue
        if lines and word.foot - lines[-1][-1].foot < ONE_LINE:
            lines[-1].append(word)
        else:
            lines.append([word])
    return [sorted(line, key=lambda word: word.left) for line in lines]


def faults(document: Path, pdf: Path) -> list[str]:
    """What is wrong with the pages that a document makes, in words for a developer."""
    opened, shown = docx.Document(str(document)), pages(pdf)
    heads = set(_signature_heads(opened))
    told = [f"page {number} is empty" for number, page in enumerate(shown, 1) if not page]
    told += [
        f"the signature stands alone at the head of page {number}"
        for number, page in enumerate(shown, 1)
        if page and any(compact(page[0]).startswith(head) for head in heads)
    ]
    return told + list(_text_faults(list(_paragraphs(opened)), shown))


def _text_faults(paragraphs: list[Shown], shown: list[Page]) -> Iterator[str]:
    """Walk the lines of the pages and the text beside each other; lines that it has not are those of tables."""
    at, owners = 0, [item for item in paragraphs for _ in item.text]
    text, ends = "".join(item.text for item in paragraphs), _ends(paragraphs)
    lines = [(number, line, line is page[-1]) for number, page in enumerate(shown, 1) for line in page]
    for (number, line, at_foot), (_, following, _) in pairwise([*lines, (0, [], False)]):
        words = compact(line)
        if not text.startswith(words, at):
            continue
        owner, at = owners[at], at + len(words)
        ended = at in ends
        told = _line_faults(
            line, owner, None if ended else following, last=at_foot and ended and at < len(text)
        )
        yield from (f"page {number}: {one}: {plain(line)}" for one in told)
    if at < len(text):
        yield f"not found on the pages in its order: {text[at : at + 60]}"


def _line_faults(line: Line, owner: Shown, following: Line | None, *, last: bool) -> Iterator[str]:
    """What is wrong with a line.

    Args:
        line: The line.
        owner: Its paragraph.
        following: The line that its paragraph goes on with, None for its last.
        last: Whether its paragraph ends with it, and its page.
    """
    if last and owner.kept and not owner.last_of_portion:
        yield "alone at the foot"
    if following is not None and owner.justified:
        limit = LONGEST_LOOSE if _NUMBER.match(plain(following)) else LOOSE
        if widest(line) > limit:
            yield f"{widest(line):.1f} spaces wide"
    if following is None and owner.centred and len(line) == 1 and compact(line) != owner.text:
        yield "one word on the last line of a title"


def _ends(paragraphs: list[Shown]) -> set[int]:
    """Where paragraphs end in the text of all."""
    at, found = 0, set[int]()
    for item in paragraphs:
        at += len(item.text)
        found.add(at)
    return found


def widest(line: Line) -> float:
    """The widest gap of a line, in widths of a space."""
    size = max(word.foot - word.top for word in line) * SPACE
    return max(((right.left - left.right) / size for left, right in pairwise(line)), default=0)


def plain(line: Line) -> str:
    """A line as it is read."""
    return " ".join(word.text for word in line)


def compact(line: Line | str) -> str:
    """A text without spaces, its letters and hyphens in one form."""
    text = line if isinstance(line, str) else plain(line)
    return _DOTS.sub("", re.sub(r"\s+", "", unicodedata.normalize("NFC", untypeset(text))))


def _blocks(document: Any) -> Iterator[tuple[int, Any]]:
    """Paragraphs and tables, each with how many paragraphs and rows there are up to its end."""
    number = 0
    for element in document.element.body:
        number += len(element.findall(qn("w:tr"))) if element.tag == qn("w:tbl") else 1
        yield number, element


def _paragraphs(document: Any) -> Iterator[Shown]:
    for number, element in _blocks(document):
        paragraph = Paragraph(element, document)
        text = compact(paragraph.text) if element.tag == qn("w:p") else ""
        if text:
            kept, align = is_kept(paragraph) or text.endswith(":"), str(_set(paragraph, "alignment"))
            last = number == PORTION
            yield Shown(text, kept, last, align.startswith("JUSTIFY"), align.startswith("CENTER"))


def is_kept(paragraph: Paragraph) -> bool:
    """Whether a paragraph is kept with the next."""
    return bool(_set(paragraph, "keep_with_next"))


def _set(paragraph: Paragraph, name: str) -> Any:
    """A property of a paragraph, its own or its style's."""
    style, value = paragraph.style, getattr(paragraph.paragraph_format, name)
    while value is None and style is not None:
        value, style = getattr(style.paragraph_format, name), style.base_style
    return value


def _stands_free(element: Any, document: Any) -> bool:
    """Whether a page may begin with a paragraph: it has words, and nothing before it is kept with it."""
    before = element.getprevious()
    worded = element.tag == qn("w:p") and Paragraph(element, document).text
    return (
        bool(worded)
        and before is not None
        and (before.tag != qn("w:p") or not is_kept(Paragraph(before, document)))
    )


def _signature_heads(document: Any) -> Iterator[str]:
    """With what the cells of the tables begin in which people sign, where LibreOffice keeps text with them."""
    worded = 0
    for number, element in _blocks(document):
        if element.tag == qn("w:p") and Paragraph(element, document).text:
            worded = number
        elif element.tag == qn("w:tbl") and _is_signed(element) and worded != PORTION:
            for cell in Table(element, document).rows[0].cells:
                yield from list(filter(None, map(compact, (item.text for item in cell.paragraphs))))[:1]


def _is_signed(table: Any) -> bool:
    return any(style.get(qn("w:val")) == "KCHoTen" for style in table.iter(qn("w:pStyle")))


def lower(document: Path, out: Path, *, lines: int = 0, points: float = 0) -> Path:
    """A copy of a document whose first signature stands lower, by lines of text or by empty space.

    Args:
        document: The Word file.
        out: Where the copy goes.
        lines: How many lines.
        points: How much space.
    """
    opened = docx.Document(str(document))
    before = Paragraph(_before_signature(opened), opened)
    for number in range(lines):
        before.insert_paragraph_before(f"(Minh họa) Dòng thứ {number + 1}.", "KC Thân văn bản")
    if points:
        before.insert_paragraph_before("(Minh họa)").paragraph_format.line_spacing = Pt(points)
    opened.save(str(out))
    return out


def room_below_signature(document: Path, pdf: Path) -> float | None:
    """Points between the first signature's page's last line and the foot of the page; None where nobody signs."""
    heads = set(_signature_heads(docx.Document(str(document))))
    signed = (
        page for page in pages(pdf) if any(compact(line).startswith(head) for line in page for head in heads)
    )
    return next((PAGE_FOOT - page[-1][0].foot for page in signed), None)


def _before_signature(document: Any) -> Any:
    """The first of the paragraphs that are kept with the first signature, or of the document."""
    tables = [one for one in document.element.body.iterchildren(qn("w:tbl")) if _is_signed(one)]
    before = (one for table in tables for one in table.itersiblings(preceding=True))
    return next((one for one in before if _stands_free(one, document)), document.element.body[0])


def mismeasured(document: Path) -> list[str]:
    """What of a document's pages is not as Decree 30/2020, Annex I, part I wants it."""
    told = []
    for number, section in enumerate(docx.Document(str(document)).sections, 1):
        sizes = (section.page_width, section.page_height)
        edges = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
        found = [sorted(round(size.mm) for size in sizes if size), [round(edge.mm) for edge in edges if edge]]
        numbered = " PAGE " in section.header._element.xml
        first = (
            section.different_first_page_header_footer and not section.first_page_header.paragraphs[0].text
        )
        if found != [[210, 297], [20, 20, 30, 20]]:
            told.append(f"section {number}: sides and margins {found} mm")
        if not (numbered and first):
            told.append(f"section {number}: not numbered from its second page")
    return told


def unlike(document: Path, pdf: Path) -> list[str]:
    """Characters that the pages have and the document has not, or the other way; page numbers left aside."""
    told = subprocess.run(["pdftotext", "-raw", pdf, "-"], capture_output=True, check=True).stdout.decode()
    opened = docx.Document(str(document))
    body = opened.element.body
    foot = opened.sections[0].first_page_footer.paragraphs
    written = Counter(compact("".join([*_texts(body), *(item.text for item in foot)])))
    printed = Counter(compact(told))
    more, heads = printed - written, Counter(compact("".join(_head_rows(body))))
    while heads and heads <= more:  # a table over several pages shows its head on each
        more -= heads
    lost = ["not printed: " + "".join((written - printed).elements())] if written - printed else []
    return lost + (["printed besides: " + "".join(more)] if set(more) - set("123456789") else [])


def _head_rows(body: Any) -> Iterator[str]:
    """The texts of the rows that a table repeats on every page it goes over."""
    for row in body.iter(qn("w:tr")):
        if row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None:
            yield from _texts(row)


def _texts(part: Any) -> Iterator[str]:
    return (Paragraph(item, part).text for item in part.iter(qn("w:p")))
