"""Makes Word files of papers that are told part by part and line by line."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as AT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm
from good_papers import Made, body, letters, line, page, ruled

DRAWN = (
    f'<w:r {nsdecls("w", "a", "wp")} xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
    '<w:drawing><wp:anchor><wp:docPr id="1" name="ke"/><a:graphic><a:graphicData uri="x"><wps:wsp><wps:spPr>'
    '<a:prstGeom prst="line"/></wps:spPr></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>'
)


class Office(NamedTuple):
    """A paper: its parts, line by line.

    Attributes:
        head: Lines over the issuer, the issuer in capitals behind "*".
        number: Line of number and symbol.
        place: Line of place and day.
        about: Lines of a letter's subject.
        title: Type and abstract.
        lines: The text: "#" centred in bold, "*" bold, "~" italic, "|" a row of a table, "<" at the left,
            ">" landscape page, "=" a new page; articles bear a bold label.
        recipients: Lines under "Nơi nhận".
        signature: Offices, then the name.
        rule: How the rules of the head are made: "drawn", "border", "signs", "floating".
    """

    head: tuple[str, ...]
    number: str
    place: str
    about: tuple[str, ...] = ()
    title: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    signature: tuple[str, ...] = ()
    rule: str = "drawn"


def _rule(paragraph: Any, kind: str, cell: Any) -> None:
    if kind == "border":
        ruled(paragraph)
    elif kind == "signs":
        line(cell, "―――――", 10)
    elif kind == "drawn":
        paragraph._element.append(parse_xml(DRAWN))


def _head(document: Made, paper: Office) -> None:
    if paper.rule == "floating":  # Word hangs both lines on the paragraph where the cursor stood
        first = line(document, "", 6)._element
        first.append(parse_xml(DRAWN))
        first.append(parse_xml(DRAWN))
    left, right = document.add_table(1, 2).rows[0].cells
    for text in paper.head:
        last = line(left, text.lstrip("*"), 13, bold=text.startswith("*"))
    _rule(last, paper.rule, left)
    for text, size in ((paper.number, 13), *((text, 12) for text in paper.about)):
        line(left, text, size)
    line(right, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, bold=True)
    _rule(line(right, "Độc lập – Tự do – Hạnh phúc", 14, bold=True), paper.rule, right)
    if paper.place:
        line(right, paper.place, 13, italic=True)
    for place, text in enumerate(paper.title):
        last = line(document, text, 14, bold=True)
        if place and place == len(paper.title) - 1:
            ruled(last)


def _landscape(document: Made) -> None:
    section = document.add_section()
    section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, Mm(297), Mm(210)


def _row(document: Made, text: str) -> None:
    cells = text[1:].split("|")
    last = document.element.body[-2]  # before the section's own properties
    row = (
        document.tables[-1].add_row()
        if last.tag.endswith("}tbl")
        else document.add_table(1, len(cells), style="Table Grid").rows[0]
    )
    for cell, words in zip(row.cells, cells, strict=True):
        letters(cell.paragraphs[0].add_run(words), 12)


def _text(document: Made, text: str) -> None:
    makers: dict[str, Callable[[str], object]] = {
        "#": lambda words: line(document, words, 14, bold=True),
        "*": lambda words: body(document, words, bold=True),
        "~": lambda words: body(document, words, italic=True),
        "<": lambda words: line(document, words, 14, AT.LEFT),
        ">": lambda _: _landscape(document),
        "=": lambda _: document.add_page_break(),
        "(": lambda words: line(document, f"({words}", 14, italic=True),
    }
    if text.startswith("|"):
        _row(document, text)
    elif text[0] in makers:
        makers[text[0]](text[1:])
    elif text.startswith("Điều ") and "." in text[:8]:
        label, _, rest = text.partition(".")
        letters(body(document, f"{label}.", bold=True).add_run(rest), 14)
    else:
        body(document, text)


def _foot(document: Made, paper: Office) -> None:
    left, right = document.add_table(1, 2).rows[0].cells
    line(left, "Nơi nhận:", 12, AT.LEFT, bold=True, italic=True)
    for text in paper.recipients:
        line(left, text, 11, AT.LEFT)
    for text in paper.signature:
        line(right, text, 14, bold=True)


def made(paper: Office) -> Made:
    """The document; what "= " or "> " begins stands behind the signature."""
    document = Document()
    page(document)
    _head(document, paper)
    behind = next((i for i, text in enumerate(paper.lines) if text[0] in "=>"), len(paper.lines))
    for text in paper.lines[:behind]:
        _text(document, text)
    if paper.signature:
        _foot(document, paper)
    for text in paper.lines[behind:]:
        _text(document, text)
    return document
