"""A document as it is set: its paragraphs with the formatting that a person sees, and its pages."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from lxml.etree import XMLSyntaxError

from kcdocs.model.revisions import Revisions
from kcdocs.text.numbers import whole_number
from kcdocs.word.errors import BrokenPartError
from kcdocs.word.package.parts import part_names, part_root, usual
from kcdocs.word.package.tree import parse, parse_named
from kcdocs.word.package.wml import MC, W, elements, local, val, w
from kcdocs.word.read.letters import LetterLook, ParagraphLook, Typesetter, theme_fonts
from kcdocs.word.read.numbering import Counters, linked_levels, read_lists
from kcdocs.word.read.passages import own_leaves
from kcdocs.word.read.revisions import count, resolve
from kcdocs.word.read.spots import CellSpot, cell_spots, measure, spot_of
from kcdocs.word.read.styles import Styles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from kcdocs.word.package.docx import Package

_LINES = frozenset({"line", "straightConnector1"})


@dataclass(frozen=True, slots=True)
class SetRun:
    """Characters set alike.

    Attributes:
        text: The characters; a tab as a tab, a manual line break as a line feed.
        look: How they are set.
    """

    text: str
    look: LetterLook


@dataclass(frozen=True, slots=True)
class SetParagraph:
    """A paragraph as it is set.

    Attributes:
        part: Name of its part.
        number: Ordinal among all paragraphs of the part, from 1.
        label: What its list prints before it, with the gap behind; empty if nothing.
        runs: Its characters; empty runs left out.
        block: How the paragraph is set.
        spot: Where in a table it stands.
        section: Ordinal of its section, from 0.
        drawn: How many drawn lines hang on it.
        pictured: Whether a picture hangs on it.
        boxed: Whether it stands in a text box.
        paged: How the page's number is set if it prints it; None if it prints none.
        chosen: Whether a field decides on which pages it prints that.
    """

    part: str
    number: int
    label: str
    runs: tuple[SetRun, ...]
    block: ParagraphLook
    spot: CellSpot
    section: int
    drawn: int
    pictured: bool
    boxed: bool
    paged: LetterLook | None
    chosen: bool

    @property
    def text(self) -> str:
        """Its words as printed: with its list's label, in capitals where they are shown so."""
        words = "".join(
            run.text.upper() if run.look.caps else run.text for run in self.runs if not run.look.hidden
        )
        return self.label + words


@dataclass(frozen=True, slots=True)
class Page:
    """The page of a section, in millimetres.

    Attributes:
        width: Of the paper.
        height: Of the paper.
        top: Margin, as are the next three.
        bottom: Margin.
        left: Margin, with the gutter for binding.
        right: Margin.
        titled: Whether the first page has a header of its own.
        headers: Kind ("default", "first", "even") → name of the header's part, inherited ones too.
        footers: The same for footers.
    """

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    titled: bool
    headers: dict[str, str]
    footers: dict[str, str]


@dataclass(frozen=True, slots=True)
class TypeSetting:
    """A document as it is set.

    Attributes:
        paragraphs: Those of the body, in reading order, with those of tables and text boxes.
        pages: Its sections.
        others: Name of each header, footer and part of notes → its paragraphs.
        changes: How many tracked changes there are; it is read as if they were accepted.
    """

    paragraphs: tuple[SetParagraph, ...]
    pages: tuple[Page, ...]
    others: dict[str, tuple[SetParagraph, ...]]
    changes: int


def read_setting(package: Package) -> TypeSetting:
    """How a document is set.

    Args:
        package: The opened document.

    Raises:
        BrokenPartError: If a part is nested deeper than any document is.
    """
    names, document = part_names(package), part_root(package, package.main)
    lists = part_root(package, names["numbering"]) if "numbering" in names else None
    walker = _Walker(_typesetter(package, names.get("styles", "")), lists)
    changes = count(document)
    ordinals = {paragraph: place for place, paragraph in enumerate(document.iter(f"{W}p"), start=1)}
    resolve(document, Revisions.ACCEPT)
    targets = {item.id: item.target for item in package.relations(package.main) if not item.external}
    pages = tuple(_pages(document, targets))
    others = {}
    for name in sorted({*_named(pages), *(names[k] for k in ("footnotes", "endnotes") if k in names)}):
        if name in package.parts:
            root = parse_named(package.parts[name], package.name, name)
            places = {paragraph: place for place, paragraph in enumerate(root.iter(f"{W}p"), start=1)}
            others[name] = tuple(walker.paragraphs(root, name, places))
    body = tuple(walker.paragraphs(document, package.main, ordinals))
    return TypeSetting(body, pages, others, changes)


def _typesetter(package: Package, styles: str) -> Typesetter:
    """What answers how letters are set.

    Raises:
        BrokenPartError: If styles or theme are nested deeper than any document's are.
    """
    theme = package.related("theme")
    try:
        return _typesetter_of(package.parts.get(styles, b""), package.parts.get(theme, b""))
    except XMLSyntaxError as error:
        raise BrokenPartError(package.name, styles, error.msg or "XML") from None


@lru_cache(maxsize=2)
def _typesetter_of(styles: bytes, theme: bytes) -> Typesetter:
    """The same by the bytes: hundreds of documents made from one template have one set of styles."""
    return Typesetter(
        Styles(parse(usual(styles)) if styles else None), theme_fonts(parse(theme) if theme else None)
    )


def _named(pages: tuple[Page, ...]) -> Iterator[str]:
    for page in pages:
        yield from (*page.headers.values(), *page.footers.values())


class _Walker:
    """Reads the paragraphs of parts, counting lists through all of them."""

    def __init__(self, setter: Typesetter, numbering: _Element | None) -> None:
        self._setter = setter
        lists = read_lists(numbering, setter.styles.style_lists())
        self._counters = Counters(lists)
        self._linked = linked_levels(lists)
        self._levels = _levels(numbering)

    def paragraphs(self, root: _Element, part: str, ordinals: dict[_Element, int]) -> Iterator[SetParagraph]:
        """The paragraphs of a part, those of what only old versions of Word show left out."""
        spots = cell_spots(root, self._setter.styles)
        section = 0
        for paragraph in root.iter(f"{W}p"):
            if next(paragraph.iterancestors(f"{MC}Fallback"), None) is None:
                yield self._one(paragraph, part, ordinals[paragraph], spots, section)
            section += paragraph.find(w("pPr/sectPr")) is not None

    def _one(
        self,
        paragraph: _Element,
        part: str,
        number: int,
        spots: dict[_Element, tuple[CellSpot, str]],
        section: int,
    ) -> SetParagraph:
        style = self._setter.styles.style_of(paragraph)
        spot, table = spot_of(paragraph, spots)
        listed = self._setter.styles.listed(paragraph, self._linked)
        label = self._counters.label(listed.num_id, listed.level) if listed else ""
        level = self._levels.get((listed.num_id, listed.level)) if listed else None
        drawn, pictured = _drawings(paragraph)
        return SetParagraph(
            part,
            number,
            label,
            tuple(self._runs(paragraph, style, table)),
            self._setter.block(paragraph, table, level),
            spot,
            section,
            drawn,
            pictured,
            next(paragraph.iterancestors(f"{W}txbxContent"), None) is not None,
            self._page_number(paragraph, style, table),
            any(_asks(item.text, "IF") for item in paragraph.iter(f"{W}instrText")),
        )

    def _page_number(self, paragraph: _Element, style: str, table: str) -> LetterLook | None:
        """How the number of the page is set, if a field of the paragraph prints it."""
        simple = [item for item in paragraph.iter(f"{W}fldSimple") if _asks(item.get(f"{W}instr"), "PAGE")]
        spread = [item for item in paragraph.iter(f"{W}instrText") if _asks(item.text, "PAGE")]
        if not simple and not spread:
            return None
        run = next(simple[0].iter(f"{W}r"), None) if simple else spread[0].getparent()
        return self._setter.letter(style, table, None if run is None else run.find(w("rPr")))

    def _runs(self, paragraph: _Element, style: str, table: str) -> Iterator[SetRun]:
        text, last = "", None
        for run, _, piece in own_leaves(paragraph):
            if run is not last and last is not None and text:
                yield SetRun(text, self._setter.letter(style, table, last.find(w("rPr"))))
                text = ""
            last = run
            text += piece
        if last is not None and text:
            yield SetRun(text, self._setter.letter(style, table, last.find(w("rPr"))))


def _levels(numbering: _Element | None) -> dict[tuple[str, int], _Element]:
    """(`w:numId`, level) → its `w:lvl`, for the indents that lists give; overrides left aside."""
    if numbering is None:
        return {}
    abstracts = {item.get(f"{W}abstractNumId"): item for item in numbering.findall(w("abstractNum"))}
    found = {}
    for item in numbering.findall(w("num")):
        abstract = abstracts.get(val(item, "abstractNumId"))
        for level in abstract.findall(w("lvl")) if abstract is not None else ():
            found[str(item.get(f"{W}numId")), whole_number(level.get(f"{W}ilvl")) or 0] = level
    return found


def _drawings(paragraph: _Element) -> tuple[int, bool]:
    """How many drawn lines, and whether a picture, hang on a paragraph itself; old copies left out."""
    drawn, pictured = 0, False
    for item in paragraph.iter():
        tag = str(item.tag)
        if tag.endswith("}prstGeom"):
            drawn += item.get("prst") in _LINES
        elif tag.endswith(("}line", "}connector", "}shape")) and "vml" in tag:
            shaped = not tag.endswith("}shape") or "#_x0000_t32" in (item.get("type") or "")
            drawn += shaped and next(item.iterancestors(f"{MC}Fallback"), None) is None
        elif tag.endswith(("}blip", "}imagedata")):
            pictured = True
    return drawn, pictured


def _asks(instruction: str | None, kind: str) -> bool:
    """Whether the instruction of a field, or its first piece, is of a kind ("PAGE")."""
    return (instruction or "").split()[:1] == [kind]


def _pages(document: _Element, targets: dict[str, str]) -> Iterator[Page]:
    headers: dict[str, str] = {}
    footers: dict[str, str] = {}
    for section in document.iter(f"{W}sectPr"):
        if _around(section) not in ("pPr", "body"):
            continue
        headers, footers = dict(headers), dict(footers)
        for item in elements(section):
            kind = item.get(f"{W}type") or "default"
            target = targets.get(item.get(_REFERENCE) or "", "")
            if local(item) == "headerReference":
                headers[kind] = target
            elif local(item) == "footerReference":
                footers[kind] = target
        yield _page(section, headers, footers)


_REFERENCE = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def _page(section: _Element, headers: dict[str, str], footers: dict[str, str]) -> Page:
    size, margins = (section.find(w(name)) for name in ("pgSz", "pgMar"))
    titled = section.find(w("titlePg"))
    top, bottom, left, right = (abs(measure(margins, side)) for side in ("top", "bottom", "left", "right"))
    return Page(
        width=measure(size, "w"),
        height=measure(size, "h"),
        top=top,
        bottom=bottom,
        left=left + abs(measure(margins, "gutter")),
        right=right,
        titled=titled is not None and titled.get(f"{W}val", "1") not in ("0", "false", "off"),
        headers=headers,
        footers=footers,
    )


def _around(section: _Element) -> str:
    parent = section.getparent()
    return "" if parent is None else local(parent)
