"""The comparison table as DOCX: landscape A4, a column for each text, the machine's words known as such."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Flag, auto
from typing import TYPE_CHECKING

from lxml import etree

from kcdocs.word.package.docx import save_package
from kcdocs.word.package.tree import parse
from kcdocs.word.package.wml import W, w
from kcdocs.word.write.kept_table import MADE, NEW, NOTHING, OLD, WrittenByHand, line_digest, text_of
from kcdocs.word.write.plain_page import PageSetup, parts_around

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_WIDTH, _EXPLANATION = 14286, 4286
_PAGE = PageSetup(landscape=True, top=1134, bottom=851, left=1701, right=851)


class CharacterLook(Flag):
    """How characters look."""

    PLAIN = 0
    BOLD = auto()
    ITALIC = auto()
    STRUCK = auto()
    UNDERLINED = auto()


@dataclass(frozen=True, slots=True)
class AlikeCharacters:
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
    """

    old_key: str
    new_key: str
    texts: tuple[tuple[CellParagraph, ...], ...]
    made: tuple[CellParagraph, ...] = ()
    written: WrittenByHand = NOTHING
    heading: bool = False


@dataclass(frozen=True, slots=True)
class ComparisonDocument:
    """A whole document.

    Attributes:
        title: Lines of the title.
        heads: Names of the columns: the texts, then the explanation.
        rows: The rows in order.
        before: What people wrote between title and table.
        after: What people wrote below the table.
        cautions: Paragraphs that say, above the table, how far it can be relied on.
        findings: Paragraphs below the table that say what else was found.
    """

    title: tuple[str, ...]
    heads: tuple[str, ...]
    rows: tuple[TableRow, ...]
    before: WrittenByHand = NOTHING
    after: WrittenByHand = NOTHING
    cautions: tuple[str, ...] = ()
    findings: tuple[str, ...] = ()


def write_table(table: ComparisonDocument) -> bytes:
    """A DOCX file, byte for byte the same for the same table."""
    return save_package(parts_around(_Writer().body(table), _PAGE))


class _Writer:
    """Writes elements, numbering bookmarks as it goes."""

    def __init__(self) -> None:
        self.bookmarks = 0
        self.names: set[str] = set()
        self.widths: list[int] = []

    def body(self, table: ComparisonDocument) -> etree._Element:
        body = _element("body")
        for line in table.title:
            body.append(self.made((AlikeCharacters(line, CharacterLook.BOLD),), "KcTieuDe"))
        for line in table.cautions:
            body.append(
                self.made((AlikeCharacters(line, CharacterLook.BOLD | CharacterLook.ITALIC),), "KcMayGhi")
            )
        body.extend(parse(block) for block in table.before.blocks)
        body.append(self.table(table))
        body.extend(self.made((AlikeCharacters(line),), "KcMayGhi") for line in table.findings)
        body.extend(parse(block) for block in table.after.blocks)
        if not table.after.blocks:
            body.append(self.paragraph((), "KcO"))
        return body

    def table(self, table: ComparisonDocument) -> etree._Element:
        texts = len(table.heads) - 1
        self.widths = [*[(_WIDTH - _EXPLANATION) // texts] * texts, _EXPLANATION]
        grid = _element("tblGrid", *(_element("gridCol", w=str(width)) for width in self.widths))
        names = [
            [self.paragraph((AlikeCharacters(name, CharacterLook.BOLD),), "KcGiua")] for name in table.heads
        ]
        head = _element(
            "tr", _element("trPr", _element("cantSplit"), _element("tblHeader")), *self.cells(names)
        )
        return _element("tbl", _table_properties(sum(self.widths)), grid, head, *map(self.row, table.rows))

    def row(self, row: TableRow) -> etree._Element:
        style = "KcGiua" if row.heading else "KcO"
        texts = [[self.paragraph(one, style) for one in text or ((),)] for text in row.texts]
        for text, prefix, key in ((texts[0], OLD, row.old_key), (texts[-1], NEW, row.new_key)):
            if key:
                self.mark(text[0], prefix + key)
        notes = [self.made(one, "KcMayGhi") for one in row.made]
        notes += [parse(block) for block in row.written.blocks] or [self.paragraph((), "KcO")]
        return _element("tr", *self.cells([*texts, notes]))

    def cells(self, contents: Sequence[Sequence[etree._Element]]) -> Iterator[etree._Element]:
        for width, blocks in zip(self.widths, contents, strict=True):
            properties = _element("tcPr", _element("tcW", w=str(width), type="dxa"))
            closing = [] if blocks[-1].tag == w("p") else [self.paragraph((), "KcO")]
            yield _element("tc", properties, *blocks, *closing)

    def paragraph(self, runs: CellParagraph, style: str) -> etree._Element:
        return _element("p", _element("pPr", _element("pStyle", val=style)), *map(_run, runs))

    def made(self, runs: CellParagraph, style: str) -> etree._Element:
        """A paragraph whose bookmark says by a digest that it is the machine's as long as it is unchanged."""
        paragraph = self.paragraph(runs, style)
        self.mark(paragraph, MADE + line_digest(text_of(paragraph)))
        return paragraph

    def mark(self, paragraph: etree._Element, name: str) -> None:
        number = str(self.bookmarks)
        unique = f"{name}__{number}" if name in self.names else name
        self.names.add(unique)
        self.bookmarks += 1
        start = _element("bookmarkStart", id=number)
        start.set(W + "name", unique)
        paragraph.insert(1, start)
        paragraph.append(_element("bookmarkEnd", id=number))


_LOOKS = ((CharacterLook.BOLD, "b"), (CharacterLook.ITALIC, "i"), (CharacterLook.STRUCK, "strike"))


def _run(run: AlikeCharacters) -> etree._Element:
    properties = [_element(name) for look, name in _LOOKS if look in run.look]
    if CharacterLook.UNDERLINED in run.look:
        properties.append(_element("u", val="single"))
    text = _element("t")
    text.text = _PRINTABLE.sub("", run.text)
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return _element("r", *([_element("rPr", *properties)] if properties else []), text)


_PRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def _table_properties(width: int) -> etree._Element:
    borders = [
        _element(side, val="single", sz="4", space="0", color="auto")
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    ]
    margins = [_element(side, w="85", type="dxa") for side in ("left", "right")]
    return _element(
        "tblPr",
        _element("tblW", w=str(width), type="dxa"),
        _element("tblBorders", *borders),
        _element("tblLayout", type="fixed"),
        _element("tblCellMar", *margins),
    )


def _element(name: str, *children: etree._Element, **attributes: str) -> etree._Element:
    element = etree.Element(
        W + name, {W + key: value for key, value in attributes.items()}, nsmap={"w": W[1:-1]}
    )
    element.extend(children)
    return element
