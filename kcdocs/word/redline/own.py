"""Stories as the writer of tracked changes holds them: paragraphs with their leaves, tables with their cells.

One character of a paragraph's text is one character of a leaf; what is no character (a note's mark, a
picture) is one sign of the private area.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeAlias

from kcdocs.word.package.wml import AROUND, MC, SPACE, M, W, chosen, elements, local, number, page_sign
from kcdocs.word.read.grid import rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from lxml.etree import _Element

NOTE, PICTURE = "\ue100", "\ue101"
SIGNS = {
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
ParagraphKey: TypeAlias = "tuple[str, int]"
"""A paragraph's part and its ordinal among the paragraphs there before any change was resolved, from 0."""

NO_KEY: ParagraphKey = ("", -1)
MARKS = ("ins", "del", "moveFrom", "moveTo")
_THROUGH = AROUND | {"hyperlink", "dir", "bdo", "rubyBase", "ruby"}


@dataclass(slots=True)
class TextLeaf:
    """What shows as a stretch of characters and can be cut only if it is words.

    Attributes:
        text: The characters.
        holders: What holds them: one run, or all runs of a field, or a simple field or formula.
        child: The element in the run; None where the holders go as a whole.
        note: Kind and id of the note that it is the mark of.
        boxes: Text boxes in it, with their twins for older programs: `w:txbxContent`.
        kept: Whether it stands in somebody's insertion, which stays.
    """

    text: str
    holders: list[_Element]
    child: _Element | None = None
    note: tuple[str, str] | None = None
    boxes: list[list[_Element]] = field(default_factory=list)
    kept: bool = False

    @property
    def whole(self) -> bool:
        """Whether it goes and stays as a whole: it is no words."""
        return self.child is None or local(self.child) != "t"


@dataclass(slots=True, eq=False)
class OwnParagraph:
    """A paragraph.

    Attributes:
        text: Its characters, automatic number left out.
        key: What the guide calls it.
        label: Its automatic number with the gap behind it.
        element: Its element, where it is of a Word document.
        leaves: What its characters stand in, likewise.
        notes: Of a text without elements: offset of a mark → the note's paragraphs.
        joined: Whether somebody's deletion, which stays, joined it with the paragraph before.
    """

    text: str
    key: ParagraphKey = NO_KEY
    label: str = ""
    element: _Element | None = None
    leaves: list[TextLeaf] = field(default_factory=list)
    notes: dict[int, list[OwnItem]] = field(default_factory=dict)
    joined: bool = False


@dataclass(slots=True)
class OwnCell:
    """A cell: its story, how many columns it spans, how it is merged ("restart", "continue", or "")."""

    story: list[OwnItem]
    columns: int = 1
    merged: str = ""
    element: _Element | None = None


@dataclass(slots=True, eq=False)
class OwnTable:
    """A table: rows of cells, and the elements of both where it is of a Word document."""

    rows: list[list[OwnCell]]
    element: _Element | None = None
    row_elements: list[_Element] = field(default_factory=list)

    def paragraphs(self) -> Iterator[OwnParagraph]:
        """Every paragraph in it, those of tables within included."""
        for row in self.rows:
            for cell in row:
                yield from every_paragraph(cell.story)


class OwnRow(OwnTable):
    """One row of a table as a table of its own, so that rows go, come and stay as paragraphs do."""

    __slots__ = ()


def rows_of(table: OwnTable) -> list[OwnRow]:
    """The rows of a table, each by itself."""
    if not table.row_elements:
        return [OwnRow([row]) for row in table.rows]
    pairs = zip(table.rows, table.row_elements, strict=True)
    return [OwnRow([row], element, [element]) for row, element in pairs]


OwnItem: TypeAlias = "OwnParagraph | OwnTable"


def every_paragraph(story: list[OwnItem]) -> Iterator[OwnParagraph]:
    """The paragraphs of a story, those in cells included."""
    for item in story:
        if isinstance(item, OwnTable):
            yield from item.paragraphs()
        else:
            yield item


def leaf_at(paragraph: OwnParagraph, offset: int) -> TextLeaf | None:
    """The leaf that a character of a paragraph stands in; None for a text without leaves."""
    reached = 0
    for leaf in paragraph.leaves:
        if reached <= offset < reached + len(leaf.text):
            return leaf
        reached += len(leaf.text)
    return None


class StoryReader:
    """Reads the stories of one part in reading order, since fields run on from paragraph to paragraph.

    Args:
        keys: Paragraph → what the guide calls it.
        labels: Paragraph → its automatic number.
        pictures: Whether pictures count as characters; against a text that can show none they do not.

    Tracked changes that stay are read as if they were accepted.
    """

    def __init__(
        self, keys: Mapping[_Element, ParagraphKey], labels: Mapping[_Element, str], *, pictures: bool = True
    ) -> None:
        self.keys, self.labels, self.pictures = keys, labels, pictures
        self.open: list[bool] = []

    def story(self, parent: _Element) -> list[OwnItem]:
        """The paragraphs and tables below an element, whatever stands around them."""
        return list(_joined(self._items(parent)))

    def _items(self, parent: _Element) -> Iterator[OwnItem]:
        for child in elements(parent):
            name = local(child)
            if name == "p":
                yield self._paragraph(child)
            elif name == "tbl":
                if (table := self._table(child)).rows:
                    yield table
            elif name in AROUND or name == "body":
                yield from self._items(child)
            elif child.tag == MC + "AlternateContent":
                yield from self._items(chosen(child))

    def _table(self, table: _Element) -> OwnTable:
        found = [row for row in rows(table) if row.find(f"{W}trPr/{W}del") is None]
        return OwnTable([[self._cell(cell) for cell in _cells(row)] for row in found], table, found)

    def _cell(self, cell: _Element) -> OwnCell:
        merge = cell.find(f"{W}tcPr/{W}vMerge")
        merged = "" if merge is None else merge.get(W + "val") or "continue"
        return OwnCell(self.story(cell), number(cell, "tcPr/gridSpan") or 1, merged, cell)

    def _paragraph(self, paragraph: _Element) -> OwnParagraph:
        leaves = list(self._leaves(paragraph))
        return OwnParagraph(
            "".join(leaf.text for leaf in leaves),
            self.keys.get(paragraph, NO_KEY),
            self.labels.get(paragraph, ""),
            paragraph,
            leaves,
        )

    def _leaves(self, parent: _Element) -> Iterator[TextLeaf]:
        children = list(elements(parent))
        place = 0
        while place < len(children):
            child, name = children[place], local(children[place])
            field_end = _field_end(children, place) if name == "r" else -1
            if field_end >= 0:
                yield self._field(children[place : field_end + 1])
                place = field_end
            elif name == "r":
                yield from self._run(child)
            elif name == "fldSimple" or child.tag in (M + "oMath", M + "oMathPara"):
                sign = page_sign(child.get(W + "instr") or "")
                yield TextLeaf(sign or "".join(leaf_text(child)), [child])
            elif name in ("ins", "moveTo"):
                yield from (replace(leaf, kept=True) for leaf in self._leaves(child))
            elif name in _THROUGH:
                yield from self._leaves(child)
            place += 1

    def _field(self, runs: list[_Element]) -> TextLeaf:
        code = next((item.text or "" for run in runs for item in run.iter(W + "instrText")), "")
        if sign := page_sign(code):
            return TextLeaf(sign, list(runs))
        shown: list[bool] = []
        text = ""
        for run in runs:
            for child in elements(run):
                if local(child) == "fldChar":
                    _step(shown, child)
                elif all(shown) and all(self.open):
                    text += "".join(leaf_text(child))
        return TextLeaf(text, list(runs))

    def _run(self, run: _Element) -> Iterator[TextLeaf]:
        for child in elements(run):
            if local(child) == "fldChar":
                _step(self.open, child)
            elif all(self.open):
                shown = "".join(leaf_text(child))
                if shown and (self.pictures or shown != PICTURE):
                    yield TextLeaf(shown, [run], child, _note(child), list(_boxes(child)))


def end_marks(paragraph: _Element) -> list[str]:
    """What somebody's tracked changes say of a paragraph's end."""
    found = paragraph.find(f"{W}pPr/{W}rPr")
    return [local(item) for item in (() if found is None else found) if local(item) in MARKS]


def _joined(items: Iterable[OwnItem]) -> Iterator[OwnItem]:
    """Paragraphs whose end somebody deleted with those they run on into; what is all deleted is left out."""
    held: OwnParagraph | None = None
    for item in items:
        if held is not None and isinstance(item, OwnParagraph):
            item = replace(  # noqa: PLW2901 - the same paragraph, longer
                item,
                text=held.text + item.text,
                key=held.key,
                leaves=[*held.leaves, *item.leaves],
                joined=True,
            )
            held = None
        elif held is not None:
            yield held
            held = None
        gone = isinstance(item, OwnParagraph) and _ends_deleted(item)
        if gone and isinstance(item, OwnParagraph):
            held = item if item.text else held
        else:
            yield item
    if held is not None:
        yield held


def _ends_deleted(item: OwnParagraph) -> bool:
    return item.element is not None and bool({"del", "moveFrom"} & set(end_marks(item.element)))


def _cells(row: _Element) -> Iterator[_Element]:
    for child in elements(row):
        if local(child) == "tc":
            if child.find(f"{W}tcPr/{W}cellDel") is None:
                yield child
        elif local(child) in AROUND:
            yield from _cells(child)


def _step(stack: list[bool], character: _Element) -> None:
    kind = character.get(W + "fldCharType")
    if kind == "begin":
        stack.append(False)
    elif stack and kind == "separate":
        stack[-1] = True
    elif stack and kind == "end":
        stack.pop()


def _field_end(children: list[_Element], place: int) -> int:
    """Where the field that begins with a run ends among its siblings; -1 if it does not."""
    depth = 0
    for index in range(place, len(children)):
        kinds = [item.get(W + "fldCharType") for item in children[index].iterchildren(W + "fldChar")]
        if index == place and kinds[:1] != ["begin"]:
            return -1
        depth += kinds.count("begin") - kinds.count("end")
        if depth <= 0:
            return index
    return -1


def leaf_text(element: _Element) -> Iterator[str]:
    """What an element in a run, or a formula or simple field, shows."""
    name = local(element)
    if name == "t":
        yield kept(element)
    elif name == "br":
        yield "\f" if element.get(W + "type") in ("page", "column") else "\n"
    elif name == "sym":
        yield chr(int(element.get(W + "char") or "20", 16))
    elif name in SIGNS:
        yield SIGNS[name]
    elif element.tag == M + "t":
        yield element.text or ""
    elif element.tag == MC + "AlternateContent":
        for child in elements(chosen(element)):
            yield from leaf_text(child)
    elif name not in ("rPr", "rt", "instrText", "pPr"):
        for child in elements(element):
            yield from leaf_text(child)


def kept(words: _Element) -> str:
    """The characters of a `w:t` that a reader sees."""
    raw = (words.text or "").replace("\r\n", " ").replace("\n", " ").replace("\r", " ")
    return raw if words.get(SPACE) == "preserve" else raw.strip(" \t")


def _note(child: _Element) -> tuple[str, str] | None:
    name = local(child)
    if name in ("footnoteReference", "endnoteReference"):
        return name.removesuffix("Reference"), child.get(W + "id") or ""
    return None


def _boxes(child: _Element) -> Iterator[list[_Element]]:
    """Each text box with its twins: what newer programs show first."""
    if child.tag == MC + "AlternateContent":
        branches = [list(branch.iter(W + "txbxContent")) for branch in elements(child)]
        yield from (list(twins) for twins in zip(*branches, strict=False)) if branches else ()
    elif local(child) in ("drawing", "pict", "object"):
        yield from ([box] for box in child.iter(W + "txbxContent"))
