"""A comparison table that people may have edited, read back: what they wrote, and beside which provision."""

from __future__ import annotations

import copy
import hashlib
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from lxml import etree

from kcdocs.law.layout import NATIONAL
from kcdocs.word.package.docx import open_package
from kcdocs.word.package.escaping import FORBIDDEN
from kcdocs.word.package.tree import parse, parse_part
from kcdocs.word.package.wml import SPACE, w

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

OLD, NEW, MADE, SEAL = "kco_", "kcn_", "kcm_", "kcs_"
"""What the names of bookmarks begin with: at an old provision, at a new one, around a line of the machine, in
a cell of the machine (with a digest of all of it)."""

ATTACHED = "(Kèm theo"
"""What the line begins with that says with what a table goes."""

_REPEAT = re.compile(r"__\d+$")
_RELATED = re.compile(r"\{[^}]*officeDocument/2006/relationships\}")
_LEANING = (
    *("pStyle", "rStyle", "tblStyle", "sectPr", "bookmarkStart", "bookmarkEnd"),
    *("commentRangeStart", "commentRangeEnd", "commentReference", "footnoteReference", "endnoteReference"),
    *("drawing", "pict", "object"),
)


@dataclass(frozen=True, slots=True)
class WrittenByHand:
    """Paragraphs and tables that a person wrote, as WordprocessingML; opaque outside this room."""

    blocks: tuple[bytes, ...] = ()

    def text(self) -> str:
        """The words alone, paragraphs parted by line feeds."""
        return "\n".join(text_of(parse(block)) for block in self.blocks)


NOTHING = WrittenByHand()
"""Where nobody wrote anything."""


@dataclass(frozen=True, slots=True)
class KeptRow:
    """A row of a comparison table that people may have edited.

    Attributes:
        old_key: As in `TableRow`.
        new_key: As in `TableRow`.
        new_text: Words of the last text's column.
        written: What people wrote in the last column, changed lines of the machine included.
        texts: Words of every text's column.
        changed: For each of them whether a person changed it, as far as the table tells.
    """

    old_key: str
    new_key: str
    new_text: str
    written: WrittenByHand
    texts: tuple[str, ...] = ()
    changed: tuple[bool, ...] = ()


@dataclass(frozen=True, slots=True)
class KeptTable:
    """What a table read back holds of people's work.

    Attributes:
        rows: Its rows.
        before: What people wrote between title and table.
        after: What people wrote below the table.
        office: Lines of the head on the left.
        attached: The line below the title that says with what it goes; empty if there is none.
    """

    rows: tuple[KeptRow, ...]
    before: WrittenByHand
    after: WrittenByHand
    office: tuple[str, ...] = ()
    attached: str = ""


def typed(words: str) -> WrittenByHand:
    """Words that a person typed elsewhere, as if written into the table: a paragraph a line."""
    return WrittenByHand(tuple(_paragraph(line) for line in words.splitlines() if line.strip()))


def _paragraph(line: str) -> bytes:
    element = etree.Element(w("p"))
    etree.SubElement(etree.SubElement(element, w("r")), w("t")).text = FORBIDDEN.sub("", line)
    return etree.tostring(element)


def read_table(data: bytes, *, name: str = "") -> KeptTable | None:
    """Read a table that `comparison_table.write` made and people may have edited.

    Args:
        data: The file.
        name: How the user named it, for messages.

    Returns:
        What people wrote; None if the file holds no such table.

    Raises:
        PackageError: If it is no Word document.
    """
    package = open_package(data, name=name)
    tables = parse_part(package, package.main).iterfind(w("body/tbl"))
    table = next((item for item in tables if _keys(item)), None)
    if table is None:
        return None
    sealed = any(_named(table, SEAL))
    rows = tuple(
        _kept_row(row, sealed=sealed)
        for row in table.iterchildren(w("tr"))
        if row.find(".//" + w("tblHeader")) is None
    )
    above = list(reversed([*table.itersiblings(preceding=True)]))
    head = next((block for block in above if block.tag == w("tbl") and NATIONAL in text_of(block)), None)
    attached = next((block for block in above if text_of(block).strip().startswith(ATTACHED)), None)
    return KeptTable(
        rows,
        _written([block for block in above if block is not head and block is not attached]),
        _written(table.itersiblings()),
        _office(head) if head is not None else (),
        text_of(attached).strip() if attached is not None else "",
    )


def _office(head: etree._Element) -> tuple[str, ...]:
    """The lines of the first cell of a head."""
    cell = head.find(".//" + w("tc"))
    lines = text_of(cell).split("\n") if cell is not None else []
    return tuple(line.strip() for line in lines if line.strip())


def _kept_row(row: etree._Element, *, sealed: bool) -> KeptRow:
    cells = [*row.iterchildren(w("tc"))]
    keys = _keys(row)
    return KeptRow(
        next((_REPEAT.sub("", key.removeprefix(OLD)) for key in keys if key.startswith(OLD)), ""),
        next((_REPEAT.sub("", key.removeprefix(NEW)) for key in keys if key.startswith(NEW)), ""),
        text_of(cells[-2]) if len(cells) > 1 else "",
        _written(cells[-1] if len(cells) > 2 else ()),
        tuple(map(text_of, cells[1:-1])),
        tuple(sealed and not _is_sealed(cell) for cell in cells[1:-1]),
    )


def _is_sealed(cell: etree._Element) -> bool:
    """Whether a cell says what the machine wrote into it."""
    own = SEAL + line_digest(text_of(cell))
    return any(name.startswith(own) for name in _named(cell, SEAL))


def _keys(element: etree._Element) -> list[str]:
    return [*_named(element, OLD, NEW)]


def _named(element: etree._Element, *heads: str) -> Iterator[str]:
    """The names of the bookmarks in an element that begin with one of the heads."""
    names = (str(mark.get(w("name"))) for mark in element.iter(w("bookmarkStart")))
    return (name for name in names if name.startswith(heads))


def _written(blocks: Iterable[etree._Element]) -> WrittenByHand:
    """The paragraphs and tables that are not the machine's, blank ones at the ends left out."""
    own = [block for block in blocks if block.tag in (w("p"), w("tbl")) and not _is_made(block)]
    while own and not text_of(own[0]).strip():
        del own[0]
    while own and not text_of(own[-1]).strip():
        del own[-1]
    return WrittenByHand(tuple(etree.tostring(_cleaned(block)) for block in own))


def _is_made(block: etree._Element) -> bool:
    names = [str(mark.get(w("name"))) for mark in block.iter(w("bookmarkStart"))]
    own = MADE + line_digest(text_of(block))
    return any(name.startswith(own) for name in names)


def _cleaned(block: etree._Element) -> etree._Element:
    """A copy that leans on nothing outside itself: no style, bookmark, comment, picture or link."""
    clean = copy.deepcopy(block)
    clean.tail = None
    for paragraph in clean.iter(w("p")):
        _type_bullet(paragraph)
    for name in _LEANING:
        for element in [*clean.iter(w(name))]:
            _remove(element)
    for link in [*clean.iter(w("hyperlink"))]:
        for child in [*link]:
            link.addprevious(child)
        _remove(link)
    for element in clean.iter():
        for key in [key for key in element.attrib if _RELATED.match(str(key))]:
            del element.attrib[key]
    return clean


def _type_bullet(paragraph: etree._Element) -> None:
    """Type a hyphen where the paragraph has an automatic number or bullet, which stays behind in its file."""
    properties = paragraph.find(w("pPr"))
    numbering = paragraph.find(w("pPr/numPr"))
    if properties is None or numbering is None:
        return
    properties.remove(numbering)
    run = etree.Element(w("r"))
    etree.SubElement(run, w("t"), {SPACE: "preserve"}).text = "- "
    properties.addnext(run)


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def text_of(element: etree._Element) -> str:
    """The words of an element as they stand: paragraphs parted by line feeds, deleted revisions left out."""
    if element.tag == w("p"):
        return "".join(_characters(element))
    return "\n".join("".join(_characters(paragraph)) for paragraph in element.iter(w("p")))


def _characters(paragraph: etree._Element) -> Iterator[str]:
    for element in paragraph.iter(w("t"), w("tab"), w("br")):
        yield (element.text or "") if element.tag == w("t") else " "


@lru_cache(1024)
def line_digest(text: str) -> str:
    """What tells whether a line of the machine is unchanged; spaces do not count."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:12]
