"""Strokes written into the original's own tree, in place: what stays untouched is not even rewritten."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lxml import etree

from kcdocs.word.errors import OwnChangesTouchedError
from kcdocs.word.package.wml import W, local
from kcdocs.word.redline.copying import plainer
from kcdocs.word.redline.cutting import CutUnit, as_deleted, as_runs, cut, freed_controls
from kcdocs.word.redline.models import Models
from kcdocs.word.redline.own import OwnParagraph, end_marks
from kcdocs.word.redline.pen import Pen
from kcdocs.word.redline.strokes import EndStroke, Fate, Hand, RangeStroke, RedlineStroke, WordsStroke

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from lxml.etree import _Element

_SPLIT = "kcdocs-split"
_KEPT = (W + "ins", W + "moveTo")
_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_BARE = frozenset({"rPr", "sectPr", "pPrChange"})


@dataclass(slots=True)
class WrittenStory:
    """What became of a story.

    Attributes:
        bearers: The draft's paragraphs in order, and the element that bears the end of each.
        last: The last element placed; None at the beginning of the story.
    """

    bearers: list[tuple[OwnParagraph, _Element]] = field(default_factory=list)
    last: _Element | None = None


class StoryWriter:
    """Writes one story.

    Args:
        parent: What holds it.
        pen: Makes the marks.
        models: Says what new paragraphs look like.
        copies: Paragraph that moves → copies of its leaves, made before anything was written.
    """

    def __init__(
        self,
        parent: _Element,
        pen: Pen,
        models: Models,
        copies: Mapping[OwnParagraph, list[tuple[int, _Element, bool]]],
    ) -> None:
        self.parent, self.pen, self.models, self.copies = parent, pen, models, copies
        self.written = WrittenStory()
        self.pending: list[RedlineStroke] = []
        self.chain: list[tuple[_Element, bool]] = []

    def add(self, stroke: RedlineStroke) -> None:
        """Take the next stroke; tables are placed by the caller, behind `flush`."""
        if isinstance(stroke, RangeStroke) and not self.pending:
            self.place(self.pen.range(stroke.side, stroke.move, begins=stroke.begins))
        elif isinstance(stroke, EndStroke) and stroke.old is not None:
            self._paragraph(stroke.old, stroke)
            self.pending = []
        else:
            self.pending.append(stroke)

    def flush(self) -> None:
        """Write what comes in front of a wall as paragraphs of their own."""
        paragraph: list[RedlineStroke] = []
        for stroke in self.pending:
            if isinstance(stroke, EndStroke):
                self._standing(paragraph, stroke)
                paragraph = []
            elif isinstance(stroke, RangeStroke) and not paragraph:
                self.place(self.pen.range(stroke.side, stroke.move, begins=stroke.begins))
            else:
                paragraph.append(stroke)
        self.pending, self.chain = [], []

    def place(self, element: _Element) -> None:
        """Put an element behind the last one."""
        if self.written.last is not None:
            self.written.last.addnext(element)
        else:
            first = self.parent[0] if len(self.parent) and local(self.parent[0]) == "tcPr" else None
            self.parent.insert(0 if first is None else 1, element)
        self.written.last = element

    def _standing(self, strokes: Iterable[RedlineStroke], end: EndStroke) -> None:
        assert end.new is not None  # noqa: S101 - what comes is the draft's
        paragraph = self._fresh(end.new)
        look = self.models.look(end.new)
        for stroke in strokes:
            if isinstance(stroke, WordsStroke):
                paragraph.append(self._coming(stroke, look))
        self.pen.end_mark(paragraph, Fate.COME, end.hand, moved=end.moved)
        self.place(paragraph)
        self.written.bearers.append((end.new, paragraph))

    def _fresh(self, new: OwnParagraph) -> _Element:
        paragraph = etree.Element(W + "p")
        properties = self.models.properties(new)
        if properties is not None:
            paragraph.append(properties)
        return paragraph

    # --- A paragraph of the original -----

    def _paragraph(self, old: OwnParagraph, end: EndStroke) -> None:
        element = old.element
        assert element is not None  # noqa: S101 - the original is a Word document
        self.models.reach(old)
        touched = end.state is not Fate.KEEP or any(
            not isinstance(item, WordsStroke) or item.state is not Fate.KEEP for item in self.pending
        )
        if touched:
            self._spare_kept(old, end)
            self._edit(old, element)
            self._divide(element)
        if end.state is Fate.GO:
            self.pen.end_mark(element, Fate.GO, end.hand, moved=end.moved)
        self._continue_chain(element, end)
        if end.new is not None:
            self.written.bearers.append((end.new, element))
        self.written.last = element

    def _spare_kept(self, old: OwnParagraph, end: EndStroke) -> None:
        """Refuse to write over tracked changes that stay.

        Raises:
            OwnChangesTouchedError: What goes is somebody's insertion, or the end that somebody's mark is on.
        """
        gone = [
            item
            for item in self.pending
            if isinstance(item, WordsStroke) and item.state is Fate.GO and item.paragraph is old
        ]
        offset, touched = 0, old.joined
        for leaf in old.leaves:
            last = offset + len(leaf.text)
            touched |= leaf.kept and any(item.start < last and offset < item.end for item in gone)
            offset = last
        marked = end.state is Fate.GO and old.element is not None and bool(end_marks(old.element))
        if touched or marked:
            raise OwnChangesTouchedError(self.models.file, old.text)

    def _continue_chain(self, element: _Element, end: EndStroke) -> None:
        """Let the paragraph that others are joined with look as the first that gives words to it."""
        lives = any(isinstance(item, WordsStroke) and item.state is not Fate.GO for item in self.pending)
        if end.state is Fate.GO:
            self.chain.append((element, lives))
            return
        first = next((item for item, living in self.chain if living), None)
        self.chain = []
        if first is not None:
            wanted = first.find(W + "pPr")
            wanted = etree.Element(W + "pPr") if wanted is None else wanted
            if _bare(wanted) != _bare(element.find(W + "pPr")):
                self.pen.reset(element, wanted, end.hand)

    def _edit(self, old: OwnParagraph, element: _Element) -> None:
        edges = {
            edge
            for item in self.pending
            if isinstance(item, WordsStroke) and item.paragraph is old and item.state is not Fate.COME
            for edge in (item.start, item.end)
        }
        units = iter(cut(old, edges))
        cursor = _Cursor(element, lambda: OwnChangesTouchedError(self.models.file, old.text))
        look = self._first_look(old)
        for item in self.pending:
            if isinstance(item, RangeStroke):
                cursor.put(self.pen.range(item.side, item.move, begins=item.begins))
            elif isinstance(item, EndStroke):
                cursor.put(etree.Element(_SPLIT))
            elif isinstance(item, WordsStroke) and item.state is Fate.COME:
                mark = self._coming(item, look)
                cursor.put(mark)
                freed_controls(mark, element)
            elif isinstance(item, WordsStroke):
                reached = item.start
                while reached < item.end:
                    unit = next(units)
                    reached = unit.end
                    look = _look_of(unit, look)
                    if item.state is Fate.KEEP:
                        cursor.step(unit.holders[-1])
                    else:
                        freed_controls(unit.holders[0], element)
                        cursor.step(self._going(unit, item))

    def _first_look(self, old: OwnParagraph) -> _Element | None:
        runs = (leaf.holders[0] for leaf in old.leaves if leaf.child is not None and leaf.note is None)
        run = next(runs, None)
        if run is not None:
            return plainer(run.find(W + "rPr"))
        return None

    def _going(self, unit: CutUnit, words: WordsStroke) -> _Element:
        before = unit.holders[0].getprevious()
        holders = as_runs(unit.holders) if words.moved else as_deleted(unit.holders)
        name = W + ("moveFrom" if words.moved else "del")
        author = self.pen.author(words.hand)
        if (
            before is not None
            and before.tag == name
            and before.get(W + "author") == author
            and self.pen.own(before)
        ):
            before.extend(holders)
            return before
        mark = self.pen.mark(Fate.GO, words.hand, moved=words.moved)
        holders[0].addprevious(mark)
        mark.extend(holders)
        return mark

    def _coming(self, words: WordsStroke, look: _Element | None) -> _Element:
        mark = self.pen.mark(Fate.COME, words.hand, moved=words.moved)
        self.pen.hand = Hand.SUBSTANCE if isinstance(words.hand, Hand) else words.hand
        if words.moved and words.twin is not None:
            mark.extend(self._copied(words.twin[0], words.twin[1], words.end - words.start))
        else:
            mark.extend(self.pen.runs(words.paragraph, words.start, words.end, look))
        for drawn in mark.iter(f"{_DRAWN}docPr"):
            drawn.set("id", self.pen.next_id())
        return mark

    def _copied(self, old: OwnParagraph, start: int, length: int) -> Iterable[_Element]:
        for offset, holder, divisible in self.copies[old]:
            text = holder.get("kcdocs-text") or ""
            low, high = max(start, offset), min(start + length, offset + len(text))
            if low >= high:
                continue
            copy = deepcopy(holder)
            del copy.attrib["kcdocs-text"]
            if divisible and high - low < len(text):
                copy.find(W + "t").text = text[low - offset : high - offset]  # type: ignore[union-attr]
            yield from list(copy) if copy.tag == "copies" else [copy]

    # --- Divided --------------------------------------------------------------------------------------------

    def _divide(self, element: _Element) -> None:
        """Make a paragraph of its own of what stands before each end that comes."""
        strokes: list[RedlineStroke] = []
        for stroke in self.pending:
            strokes.append(stroke)
            if not isinstance(stroke, EndStroke):
                continue
            split = next(element.iter(_SPLIT))
            piece = self._piece(element, strokes, stroke)
            _move_before(split, element, piece)
            self._hoist(piece)
            self.pen.end_mark(piece, Fate.COME, stroke.hand, moved=stroke.moved)
            if stroke.new is not None:
                self.written.bearers.append((stroke.new, piece))
            strokes = []
        self._hoist(element)

    def _piece(self, element: _Element, strokes: list[RedlineStroke], end: EndStroke) -> _Element:
        own = any(isinstance(item, WordsStroke) and item.state is not Fate.COME for item in strokes)
        if own or end.new is None:
            piece = etree.Element(W + "p")
            piece.append(_without_section(element.find(W + "pPr")))
        else:
            piece = self._fresh(end.new)
        element.addprevious(piece)
        return piece

    def _hoist(self, paragraph: _Element) -> None:
        """Let ranges that begin or end at a paragraph's beginning stand before it."""
        for item in list(paragraph):
            if local(item) == "pPr":
                continue
            if not local(item).startswith("move") or "Range" not in local(item):
                break
            paragraph.addprevious(item)


class _Cursor:
    """Where the next thing goes in a paragraph, never into somebody's insertion that stays."""

    def __init__(self, paragraph: _Element, touched: Callable[[], Exception]) -> None:
        self.paragraph, self.touched = paragraph, touched
        self.last: _Element | None = paragraph.find(W + "pPr")

    def step(self, element: _Element) -> None:
        self.last = element

    def put(self, element: _Element) -> None:
        if self.last is None:
            self.paragraph.insert(0, element)
        else:
            for around in list(self.last.iterancestors(*_KEPT)):
                if any(local(item) == "r" for item in self.last.itersiblings()):
                    raise self.touched()
                self.last = around
            self.last.addnext(element)
        self.last = element


def _move_before(split: _Element, paragraph: _Element, piece: _Element) -> None:
    """Move all that stands before a point into a piece; what stands around the point is divided."""
    inner: list[_Element] = []
    point = split
    while True:
        around = point.getparent()
        inner = [*point.itersiblings(preceding=True)][::-1] + inner
        if around is None or around is paragraph:
            break
        if inner:
            shell = etree.Element(around.tag, {str(k): str(v) for k, v in around.items()})
            shell.extend(inner)
            inner = [shell]
        point = around
    piece.extend([item for item in inner if local(item) != "pPr"])
    _drop(split, paragraph)


def _drop(element: _Element, paragraph: _Element) -> None:
    """Remove an element, and what stands around nothing else."""
    around = element.getparent()
    if around is not None:
        around.remove(element)
        if around is not paragraph and not len(around):
            _drop(around, paragraph)


def _without_section(properties: _Element | None) -> _Element:
    """A copy of a paragraph's properties without what only one paragraph can have."""
    copy = etree.Element(W + "pPr") if properties is None else deepcopy(properties)
    for item in list(copy):
        if local(item) in ("sectPr", "pPrChange"):
            copy.remove(item)
        elif local(item) == "rPr":
            for mark in [
                mark for mark in item if local(mark) in ("ins", "del", "moveFrom", "moveTo", "rPrChange")
            ]:
                item.remove(mark)
    return copy


def _bare(properties: _Element | None) -> list[bytes]:
    return (
        []
        if properties is None
        else [etree.tostring(item, method="c14n") for item in properties if local(item) not in _BARE]
    )


def _look_of(unit: CutUnit, former: _Element | None) -> _Element | None:
    run = unit.holders[0]
    if local(run) != "r" or any(True for _ in run.iter(W + "footnoteReference", W + "endnoteReference")):
        return former
    return plainer(run.find(W + "rPr"))
