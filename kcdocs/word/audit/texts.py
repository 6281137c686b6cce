"""What a reader finds in each part, paragraph by paragraph, without folding or mending anything.

Signs of the private area stand for what is no character, so that losing one shows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import product, zip_longest
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias, runtime_checkable

from kcdocs.text.numbers import whole_number
from kcdocs.word.audit.resolve import resolve, turn
from kcdocs.word.package.parts import Parts, read_parts
from kcdocs.word.package.tree import parse_part
from kcdocs.word.package.wml import MC, PAGE_SIGNS, SPACE, M, W, chosen, local, on, page_sign
from kcdocs.word.read.numbering import Counters, linked_levels, read_lists
from kcdocs.word.read.styles import Styles

if TYPE_CHECKING:
    from lxml.etree import _Element

    from kcdocs.word.package.docx import Package

NOTE, PICTURE, TABLE, ROW, CELL = "\ue100", "\ue101", "\ue110", "\ue111", "\ue112"
PAGES = frozenset(PAGE_SIGNS.values())
"""What stands for the fields that print numbers of pages: those a program counts anew."""

_SIGNS = {
    "tab": "\t",
    "ptab": "\t",
    "cr": "\n",
    "noBreakHyphen": "\u2011",
    "softHyphen": "\u00ad",
    "footnoteReference": NOTE,
    "endnoteReference": NOTE,
    "drawing": PICTURE,
    "pict": PICTURE,
    "object": PICTURE,
}
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_UNSEEN = frozenset({"pPr", "rPr", "rt", "sdtPr", "sdtEndPr", "tblPr", "tblGrid", "trPr", "tcPr", "sectPr"})
_DRAWN = ("drawing", "pict", "object")
_Box: TypeAlias = "list[_Element]"
"""A text box and its twins for older programs."""


@dataclass(frozen=True, slots=True)
class SideParagraph:
    """One paragraph, or the beginning of a table, row or cell.

    Attributes:
        text: What it says, its automatic number in front; a sign alone for tables, rows and cells.
        part: Name of the part it stands in.
        paragraph: Ordinal among the paragraphs of the part, from 1; 0 for tables, rows and cells.
        label: The automatic number in front.
    """

    text: str
    part: str = field(default="", compare=False)
    paragraph: int = field(default=0, compare=False)
    label: str = field(default="", compare=False)

    @property
    def words(self) -> str:
        """What it says without its automatic number."""
        return self.text[len(self.label) :]


class PlainParagraph(Protocol):
    """A paragraph of a text that is no Word document: its label, words and notes by offset."""

    label: str
    text: str
    notes: Any


@runtime_checkable
class PlainGrid(Protocol):
    """A table of one."""

    rows: Any


@dataclass(frozen=True, slots=True)
class SideTexts:
    """One side of a document: what it says once its tracked changes are accepted, or rejected.

    Attributes:
        body: The body, and behind it the notes in the order the body refers to them.
        margins: Kind, pages and turn of what stands above and below the pages ("header default 1") → what it
            says; nothing where it has no words.
        pictures: Whether the text can show pictures.
    """

    body: tuple[SideParagraph, ...]
    margins: Mapping[str, tuple[SideParagraph, ...]] = field(default_factory=dict)
    pictures: bool = True


def side_texts(package: Package, *, accept: bool, mine: Callable[[str], bool] | None = None) -> SideTexts:
    """One side of a document.

    Args:
        package: The opened document; not changed.
        accept: Whether its tracked changes are accepted or rejected.
        mine: Says of an author whether theirs are; those of all others are not. None for all.

    Raises:
        BrokenPartError: If a part is nested deeper than any document is.
    """
    parts = read_parts(package)
    for root in (parts.document, *(parts.roots[kind] for kind in _notes(parts))):
        if mine is not None:
            turn(root, mine)
        resolve(root, accept=accept)
    labels = _Labels.of(parts)
    body = list(_Teller(package.main, labels).blocks(parts.document))
    for kind, number in _cited(parts.document):
        note = _note(parts, kind, number)
        if note is not None:
            body += _Teller(parts.names[f"{kind}s"], labels).blocks(note)
    return SideTexts(tuple(body), dict(_margins(package, parts, accept=accept, mine=mine)))


def _notes(parts: Parts) -> list[str]:
    return [kind for kind in ("footnotes", "endnotes") if kind in parts.roots]


def _cited(document: _Element) -> Iterator[tuple[str, str]]:
    seen = set()
    for reference in document.iter(W + "footnoteReference", W + "endnoteReference"):
        cited = (local(reference).removesuffix("Reference"), reference.get(W + "id") or "")
        if cited not in seen:
            yield cited
        seen.add(cited)


def _note(parts: Parts, kind: str, number: str) -> _Element | None:
    root = parts.roots.get(f"{kind}s")
    every = () if root is None else root.findall(W + kind)
    return next((item for item in every if item.get(W + "id") == number), None)


def _margins(
    package: Package, parts: Parts, *, accept: bool, mine: Callable[[str], bool] | None
) -> Iterator[tuple[str, tuple[SideParagraph, ...]]]:
    """What stands above and below the pages; what says the same as that of the section before is no other."""
    relations = {item.id: item.target for item in package.relations(package.main) if not item.external}
    labels = _Labels.of(parts)
    reached: dict[tuple[str, str], tuple[SideParagraph, ...]] = {}
    said: dict[tuple[str, str], list[tuple[SideParagraph, ...]]] = {}
    for properties in parts.document.iter(W + "sectPr"):
        for reference in properties.iterchildren(W + "headerReference", W + "footerReference"):
            name = relations.get(reference.get(_ID) or "", "")
            if name in package.parts:
                root = parse_part(package, name)
                if mine is not None:
                    turn(root, mine)
                resolve(root, accept=accept)
                key = local(reference).removesuffix("Reference"), reference.get(W + "type") or "default"
                reached[key] = tuple(_Teller(name, labels).blocks(root))
        own = {"default"}
        own |= {"first"} if on(properties, "titlePg") else set()
        own |= {"even"} if on(parts.roots.get("settings"), "evenAndOddHeaders") else set()
        for kind, pages in product(("header", "footer"), ("default", "first", "even")):
            told = reached.get((kind, pages if pages in own else "default"), ())
            told = told if any(item.text for item in told) else ()
            if said.setdefault((kind, pages), [])[-1:] != [told]:
                said[kind, pages].append(told)
    for (kind, pages), every in said.items():
        yield from ((f"{kind} {pages} {number}", told) for number, told in enumerate(every, 1))


def margin_pairs(made: SideTexts, wanted: SideTexts) -> Iterator[tuple[_Told, _Told]]:
    """Headers and footers of two texts, those of first and even pages where they are not as all others."""
    if not wanted.pictures:
        return
    for kind, pages in product(("header", "footer"), ("default", "first", "even")):
        own, other = _turns(made, f"{kind} {pages} "), _turns(wanted, f"{kind} {pages} ")
        as_all = [_turns(side, f"{kind} default ") for side in (made, wanted)]
        if pages == "default" or [own, other] != as_all:
            yield from zip_longest(own, other, fillvalue=())


def _turns(side: SideTexts, head: str) -> list[_Told]:
    return [told for key, told in side.margins.items() if key.startswith(head)]


@dataclass(slots=True)
class _Labels:
    """The automatic numbers of a document, counted in reading order."""

    styles: Styles
    counters: Counters
    linked: dict[tuple[str, str], int]

    @classmethod
    def of(cls, parts: Parts) -> _Labels:
        styles = Styles(parts.roots.get("styles"))
        lists = read_lists(parts.roots.get("numbering"), styles.style_lists())
        return cls(styles, Counters(lists), linked_levels(lists))

    def next(self, paragraph: _Element) -> str:
        listed = self.styles.listed(paragraph, self.linked)
        return self.counters.label(listed.num_id, listed.level) if listed else ""


@dataclass(slots=True)
class _OpenField:
    """A field that has begun: its code so far, and whether what comes is its result and shows."""

    code: str = ""
    shown: bool = False


class _Teller:
    """Tells what the blocks of one part say."""

    def __init__(self, part: str, labels: _Labels | None) -> None:
        self.part, self.labels = part, labels
        self.fields: list[_OpenField] = []
        self.count = 0

    def blocks(self, parent: _Element) -> Iterator[SideParagraph]:
        for child in parent:
            name = local(child)
            if name == "p":
                yield from self._paragraph(child)
            elif name in ("tbl", "tr", "tc"):
                yield SideParagraph({"tbl": TABLE, "tr": ROW, "tc": CELL}[name], self.part)
                yield from self.blocks(child)
            elif child.tag == MC + "AlternateContent":
                yield from self.blocks(chosen(child))
            elif name and name not in _UNSEEN:
                yield from self.blocks(child)

    def _paragraph(self, paragraph: _Element) -> Iterator[SideParagraph]:
        self.count += 1
        number = self.count
        boxes: list[_Box] = []
        label = "" if self.labels is None else self.labels.next(paragraph)
        words = "".join(self._words(paragraph, boxes))
        label = label if words else label.rstrip(" ")
        yield SideParagraph(label + words, self.part, number, label)
        for box, *twins in boxes:
            yield from self.blocks(box)
            yield from self._twins(box, twins)

    def _twins(self, box: _Element, twins: list[_Element]) -> Iterator[SideParagraph]:
        """What a box says to older programs, where that is something else."""
        for twin in twins:
            shown, other = (list(_Teller(self.part, None).blocks(item)) for item in (box, twin))
            yield from other if shown != other else ()

    def _words(self, parent: _Element, boxes: list[_Box]) -> Iterator[str]:
        for child in parent:
            name = local(child)
            if name == "fldChar":
                yield self._field(child.get(W + "fldCharType"))
            elif name == "instrText":
                self._code(child.text or "")
            elif name == "fldSimple" and (sign := page_sign(child.get(W + "instr") or "")):
                yield sign
            elif name in ("t", "sym", "br") or name in _SIGNS:
                if all(field.shown for field in self.fields):
                    yield _sign(child, name)
                    boxes += ([box] for box in _boxes(child)) if name in _DRAWN else ()
            elif child.tag == MC + "AlternateContent":
                first = len(boxes)
                yield from self._words(chosen(child), boxes)
                _add_twins(child, boxes[first:])
            elif child.tag == M + "t":
                yield child.text or ""
            elif isinstance(child.tag, str) and name not in _UNSEEN:
                yield from self._words(child, boxes)

    def _field(self, kind: str | None) -> str:
        """Go on in a field; gives the sign of one that prints a number of pages where it ends."""
        if kind == "begin":
            self.fields.append(_OpenField())
        elif kind == "separate" and self.fields:
            self.fields[-1].shown = not page_sign(self.fields[-1].code)
        elif kind == "end" and self.fields:
            sign = page_sign(self.fields.pop().code)
            return sign if all(field.shown for field in self.fields) else ""
        return ""

    def _code(self, words: str) -> None:
        if self.fields:
            self.fields[-1].code += words


def _sign(element: _Element, name: str) -> str:
    if name == "t":
        raw = (element.text or "").replace("\r\n", " ").replace("\n", " ").replace("\r", " ")
        return raw if element.get(SPACE) == "preserve" else raw.strip(" \t")
    if name == "sym":
        return chr((whole_number(str(int(element.get(W + "char") or "0", 16))) or 0) % 0x110000)
    if name == "br":
        return "\f" if element.get(W + "type") in ("page", "column") else "\n"
    return _SIGNS[name]


def _boxes(element: _Element) -> Iterator[_Element]:
    for child in element:
        if local(child) == "txbxContent":
            yield child
        elif child.tag == MC + "AlternateContent":
            yield from _boxes(chosen(child))
        elif isinstance(child.tag, str):
            yield from _boxes(child)


def _add_twins(alternate: _Element, boxes: list[_Box]) -> None:
    """Put beside each box of the branch that is shown those of the others."""
    shown = chosen(alternate)
    for branch in alternate:
        if branch is not shown and isinstance(branch.tag, str):
            for box, twin in zip(boxes, _boxes(branch), strict=False):
                box.append(twin)


_Told: TypeAlias = tuple[SideParagraph, ...]


def said_story(story: Iterable[PlainParagraph | PlainGrid], notes: list[Any]) -> Iterator[SideParagraph]:
    """What a text that is no Word document says, as the sides of one are told.

    Args:
        story: Its paragraphs and tables.
        notes: Filled with the notes it refers to, in order.
    """
    for item in story:
        if isinstance(item, PlainGrid):
            yield SideParagraph(TABLE)
            for row in item.rows:
                yield SideParagraph(ROW)
                for cell in row:
                    yield SideParagraph(CELL)
                    yield from said_story(cell.story, notes)
        else:
            label = item.label if item.text else item.label.rstrip(" ")
            yield SideParagraph(label + item.text, label=label)
            notes += [item.notes[offset] for offset in sorted(item.notes)]
