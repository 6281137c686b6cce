"""The comparison table as DOCX: landscape A4, a column for each text, the machine's words known as such."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Flag, auto
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from kcdocs.law.layout import MOTTO, NATIONAL
from kcdocs.text.unseen import shown
from kcdocs.word.package.docx import save_package
from kcdocs.word.package.escaping import OPEN_TEXT, markup
from kcdocs.word.package.tree import parse
from kcdocs.word.write.kept_table import MADE, NEW, NOTHING, OLD, SEAL, WrittenByHand, line_digest
from kcdocs.word.write.plain_page import PageSetup, inside, parts_around

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_WIDTH, _NUMBER, _EXPLANATION = 14286, 706, 4080
_HEAD = (5986, 8300)
"""Widths in twentieths of a point: of the page between its margins, and how it is shared out."""

_PAGE = PageSetup(landscape=True, top=1134, bottom=851, left=1701, right=851)


class CharacterLook(Flag):
    """How characters look."""

    PLAIN = 0
    BOLD = auto()
    ITALIC = auto()
    STRUCK = auto()
    UNDERLINED = auto()


class AlikeCharacters(NamedTuple):
    """Characters that look alike."""

    text: str
    look: CharacterLook = CharacterLook.PLAIN


CellParagraph = tuple[AlikeCharacters, ...]


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row: the text in force, the draft, what the machine says of them, what people wrote.

    Attributes:
        old_key: Letters, digits and underscores that name the old provision; empty if there is none.
        new_key: The same for the new provision.
        texts: For each text its paragraphs; the first is the old one, the last the new one.
        made: Paragraphs of the last column that the machine makes.
        written: What people wrote below them.
        heading: Whether the row is a chapter's heading, set in the middle.
        number: Its number in the first column; empty for a row that is not counted.
        watched: Whether it is found, when the table is read back, which of the texts a person changed.
    """

    old_key: str
    new_key: str
    texts: tuple[tuple[CellParagraph, ...], ...]
    made: tuple[CellParagraph, ...] = ()
    written: WrittenByHand = NOTHING
    heading: bool = False
    number: str = ""
    watched: bool = False


@dataclass(frozen=True, slots=True)
class ComparisonDocument:
    """All that a comparison table is written from.

    Attributes:
        title: Lines of the title.
        heads: Names of the columns: the row's number, the texts, then the explanation.
        rows: The rows in order.
        before: What people wrote between title and table.
        after: What people wrote below the table.
        cautions: Paragraphs that say, above the table, how far it can be relied on.
        findings: Paragraphs below the table that say what else was found.
        office: Lines of the head on the left: who made the table; none for a table without a head.
        attached: The line below the title that says with what it goes.
        lead: Plain paragraphs between what people wrote above the table and the table.
        shares: How the page's width is shared among texts and explanation; texts alike where it is empty.
    """

    title: tuple[str, ...]
    heads: tuple[str, ...]
    rows: tuple[TableRow, ...]
    before: WrittenByHand = NOTHING
    after: WrittenByHand = NOTHING
    cautions: tuple[str, ...] = ()
    findings: tuple[str, ...] = ()
    office: tuple[str, ...] = ()
    attached: str = ""
    lead: tuple[str, ...] = ()
    shares: tuple[int, ...] = ()


def write_table(table: ComparisonDocument) -> bytes:
    """A DOCX file, byte for byte the same for the same table."""
    return save_package(parts_around("".join(_Writer().body(table)), _PAGE))


class _Writer:
    """Writes XML, numbering bookmarks as it goes."""

    def __init__(self) -> None:
        self.bookmarks = 0
        self.names: set[str] = set()
        self.cells: tuple[str, ...] = ()

    def body(self, table: ComparisonDocument) -> Iterator[str]:
        if table.office:
            yield self.head(table.office)
        for line in table.title:
            yield self.made((AlikeCharacters(line, CharacterLook.BOLD),), "KcTieuDe")
        if table.attached:
            yield _paragraph((AlikeCharacters(table.attached, CharacterLook.ITALIC),), "KcGiua")
        for line in table.cautions:
            yield self.made((AlikeCharacters(line, CharacterLook.BOLD | CharacterLook.ITALIC),), "KcMayGhi")
        yield from _kept(table.before)
        yield from (self.made((AlikeCharacters(line),), "KcMayGhi") for line in table.lead)
        yield from self.table(table)
        yield from (self.made((AlikeCharacters(line),), "KcMayGhi") for line in table.findings)
        yield from _kept(table.after) or [_EMPTY]

    def head(self, office: tuple[str, ...]) -> str:
        """The office on the left, the state and its motto on the right."""
        left = [_paragraph((AlikeCharacters(line),), "KcDam") for line in office]
        right = [_paragraph((AlikeCharacters(NATIONAL),), "KcQuocHieu")]
        right.append(_paragraph((AlikeCharacters(MOTTO),), "KcDam"))
        cells = "".join(
            f"{_cell(width)}{''.join(lines)}</w:tc>"
            for width, lines in zip(_HEAD, (left, right), strict=True)
        )
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in _HEAD)
        properties = _TABLE_PROPERTIES.format(width=_WIDTH, borders="")
        row = f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>"
        return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{row}</w:tbl>{_paragraph((), 'KcGiuaDong')}"

    def table(self, table: ComparisonDocument) -> Iterator[str]:
        widths = [_NUMBER, *_shared(table.shares, len(table.heads) - 2)]
        self.cells = tuple(map(_cell, widths))
        yield f"<w:tbl>{_TABLE_PROPERTIES.format(width=sum(widths), borders=_BORDERS)}<w:tblGrid>"
        yield from (f'<w:gridCol w:w="{width}"/>' for width in widths)
        names = [[_paragraph((AlikeCharacters(name, CharacterLook.BOLD),), "KcGiua")] for name in table.heads]
        yield f"</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{self.filled(names)}</w:tr>"
        yield from map(self.row, table.rows)
        yield "</w:tbl>"

    def row(self, row: TableRow) -> str:
        style = "KcGiua" if row.heading else "KcO"
        first, *between, last = (text or ((),) for text in row.texts)
        seals = [SEAL + _digest(text) if row.watched else "" for text in row.texts]
        old = self.text(first, style, row.old_key and OLD + row.old_key, seals[0])
        new = self.text(last, style, row.new_key and NEW + row.new_key, seals[-1])
        middle = [self.text(text, style, "", seal) for text, seal in zip(between, seals[1:-1], strict=True)]
        notes = [self.made(one, "KcMayGhi") for one in row.made] + (_kept(row.written) or [_EMPTY])
        number = [_paragraph((AlikeCharacters(row.number),), "KcGiua")]
        return f"<w:tr>{self.filled([number, old, *middle, new, notes])}</w:tr>"

    def text(self, text: Sequence[CellParagraph], style: str, *names: str) -> list[str]:
        """Paragraphs of a text, around the first a bookmark for each name."""
        first, *more = text
        marks = [self.marks(name) for name in names if name]
        around = "".join(start for start, _ in marks), "".join(end for _, end in reversed(marks))
        begun = _paragraph(first, style, around)
        return [begun, *(_paragraph(one, style) for one in more)]

    def filled(self, contents: Sequence[Sequence[str]]) -> str:
        """Cells; what is in one must end in a paragraph (ISO/IEC 29500-1, 17.4.65)."""
        return "".join(
            f"{opening}{''.join(blocks)}{_EMPTY if blocks[-1].startswith('<w:tbl>') else ''}</w:tc>"
            for opening, blocks in zip(self.cells, contents, strict=True)
        )

    def made(self, runs: CellParagraph, style: str) -> str:
        """A paragraph whose bookmark says by a digest that it is the machine's as long as it is unchanged."""
        text = "".join(_words(run) for run in runs)
        return _paragraph(runs, style, self.marks(MADE + line_digest(text)))

    def marks(self, name: str) -> tuple[str, str]:
        """The start and the end of a bookmark."""
        number = self.bookmarks
        unique = f"{name}__{number}" if name in self.names else name
        self.names.add(unique)
        self.bookmarks += 1
        start = f'<w:bookmarkStart w:id="{number}" w:name="{unique}"/>'
        return start, f'<w:bookmarkEnd w:id="{number}"/>'


def _shared(shares: Sequence[int], texts: int) -> list[int]:
    """The widths of the columns behind the number."""
    free = _WIDTH - _NUMBER
    if not shares:
        return [*[(free - _EXPLANATION) // texts] * texts, _EXPLANATION]
    return [free * share // sum(shares) for share in shares]


def _digest(text: Sequence[CellParagraph]) -> str:
    return line_digest("\n".join("".join(_words(run) for run in one) for one in text))


def _cell(width: int) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'


_UNMARKED = ("", "")


def _paragraph(runs: CellParagraph, style: str, around: tuple[str, str] = _UNMARKED) -> str:
    start, end = around
    words = "".join(map(_run, runs))
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{start}{words}{end}</w:p>'


def _kept(written: WrittenByHand) -> list[str]:
    return [inside([parse(block)]) for block in written.blocks]


def _run(run: AlikeCharacters) -> str:
    return f"<w:r>{_properties(run.look)}{OPEN_TEXT}{markup(_words(run))}</w:t></w:r>"


_EMPTY = _paragraph((), "KcO")
_LOOKS = (
    (CharacterLook.BOLD, "<w:b/>"),
    (CharacterLook.ITALIC, "<w:i/>"),
    (CharacterLook.STRUCK, "<w:strike/>"),
    (CharacterLook.UNDERLINED, '<w:u w:val="single"/>'),
)


@cache
def _properties(look: CharacterLook) -> str:
    found = "".join(xml for one, xml in _LOOKS if one in look)
    return found and f"<w:rPr>{found}</w:rPr>"


def _words(run: AlikeCharacters) -> str:
    """What is read back: signs for what acts, and nothing for what XML cannot hold."""
    return _UNPRINTABLE.sub("", shown(run.text))


_UNPRINTABLE = re.compile(r"[\ud800-\udfff\ufffe\uffff]")

_SIDES = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_BORDERS = f"<w:tblBorders>{_SIDES}</w:tblBorders>"
_TABLE_PROPERTIES = (
    '<w:tblPr><w:tblW w:w="{width}" w:type="dxa"/>{borders}<w:tblLayout w:type="fixed"/>'
    '<w:tblCellMar><w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr>'
)
