"""An HTML tree as the lines a browser shows."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from kcdocs.model.line import Align, Cell, Line, Mark, Note, Source
from kcdocs.sources import html_elements as known
from kcdocs.sources import limits
from kcdocs.sources.errors import TooManyLinesError
from kcdocs.sources.html_tables import taken_apart
from kcdocs.text.numbers import whole_number
from kcdocs.text.scripts import lowered, raised
from kcdocs.word.read import formatted

if TYPE_CHECKING:
    from lxml.etree import _Element

_BOLD = frozenset({"b", "strong", "h1", "h2", "h3", "h4", "h5", "h6", "th"})
_ITALIC = frozenset({"i", "em", "cite", "dfn", "var"})
_PLACED: dict[str, Callable[[str], str]] = {"sup": raised, "sub": lowered}
_ALIGN = {"left": Align.LEFT, "center": Align.CENTER, "right": Align.RIGHT, "justify": Align.BOTH}
_LIST = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_LINE_END = re.compile("\r\n|[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]")
_SPACE = re.compile(r"[ \t\n\r\f]+")
_NOTE_MARK = re.compile(r"#(?:_ftn|_edn|sdfootnote|sdendnote)(\d+)(?:sym)?")
_NOTE_BACK = re.compile(r"#(?:_ftnref|_ednref|sdfootnote\d+anc|sdendnote\d+anc)\d*")
_SHORT_MARK = re.compile(r"[\[(]{0,2}\w{0,4}[*†‡]{0,4}[\])]{0,2}")
_NOTE_BODY = re.compile(r"(?:ftn|edn|sdfootnote|sdendnote)\d+")


@dataclass(frozen=True, slots=True)
class Context:
    """What the elements around a piece of text say about it."""

    cell: Cell | None = None
    bold: bool = False
    italic: bool = False
    align: Align = Align.NONE
    css: str = ""
    kept: bool = False
    line: str = ""


@dataclass(frozen=True, slots=True)
class BrowserLine:
    """A line a browser shows, and the class of the element that holds it."""

    line: Line
    css: str


@dataclass(slots=True)
class _Open:
    """The line being put together."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    looks: list[Context] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    label: str = ""


@dataclass(slots=True)
class Flow:
    """Gathers the lines of a page.

    Attributes:
        name: The file as the user named it.
        shown: Lines so far.
        notes: Footnotes so far.
        hidden: Texts of elements that the page does not display.
        aside: Texts of navigation and controls, and those that stand in for what cannot be shown.
        outside: What the page shows besides its text; filled by the reader of the page.
        pictures: Elements that show a picture, in reading order.
        decode: Turns the characters of the page into Unicode.
    """

    name: str
    shown: list[BrowserLine] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    aside: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)
    pictures: list[_Element] = field(default_factory=list)
    decode: Callable[[str], str] = str
    _open: _Open = field(default_factory=_Open)
    _tables: int = 0
    _in_note: bool = False

    def read(self, root: _Element) -> None:
        """Read everything below an element."""
        context = _within(root, Context())
        self._inside(root, context)
        self._end_line(context)

    def _element(self, element: _Element, context: Context) -> None:
        tag = str(element.tag)
        inner = _within(element, context)
        if tag in known.WORDLESS:
            return
        if tag in known.DRAWN and not known.is_hidden(element):
            self.pictures.append(element)
        if known.is_hidden(element):
            self.hidden += self._words(element)
        elif tag in known.ASIDE:
            self.aside += self._words(element)
        elif _NOTE_BODY.fullmatch(element.get("id") or ""):
            self._note(element)
        elif _is_mark(element, _NOTE_MARK):
            self._open.marks.append(Mark(self._open.length, _mark_label(element)))
        elif _is_mark(element, _NOTE_BACK):
            self.aside += [] if self._in_note else self._words(element)
        elif tag == "br":
            self._end_line(context, forced=True)
        elif tag == "table":
            self._table(element, inner)
        elif tag in known.LISTS:
            self._list(element, inner)
        elif tag in known.BLOCKS:
            self._block(element, inner)
        else:
            self._inside(element, inner)

    def _inside(self, element: _Element, context: Context) -> None:
        self._text(element.text, context)
        for child in element:
            if isinstance(child.tag, str):
                self._element(child, context)
            self._text(child.tail, context)

    def _block(self, element: _Element, context: Context) -> None:
        self._end_line(context)
        self._inside(element, context)
        self._end_line(context)

    def _list(self, element: _Element, context: Context) -> None:
        self._end_line(context)
        number = whole_number(element.get("start")) or 1
        style = _LIST.get(element.get("type") or "1", "decimal")
        self._text(element.text, context)
        for item in element:
            if item.tag == "li" and not known.is_hidden(item):
                number = whole_number(item.get("value")) or number
                self._end_line(context)
                self._open.label = f"{formatted(number, style)}. " if element.tag == "ol" else "• "
                self._block(item, _within(item, context))
                self._open.label = ""
                number += 1
            elif isinstance(item.tag, str):
                self._element(item, context)
            self._text(item.tail, context)
        self._end_line(context)

    def _table(self, element: _Element, context: Context) -> None:
        self._end_line(context)
        table = taken_apart(element)
        for piece in (*table.loose, *table.captions):
            if isinstance(piece, str):
                self._text(piece, context)
            else:
                self._element(piece, context)
        self._end_line(context)
        index = self._tables
        self._tables += 1
        for place, cell in table.grid(index):
            if known.is_hidden(cell):
                self.hidden += self._words(cell)
            else:
                self._block(cell, _within(cell, replace(context, cell=place)))

    def _note(self, element: _Element) -> None:
        inside = replace(self, shown=[], _open=_Open(), _tables=0, _in_note=True)
        inside.read(element)
        back = next((a for a in element.iter("a") if _NOTE_BACK.fullmatch(a.get("href") or "")), None)
        label = re.sub(r"\D", "", element.get("id") or "") if back is None else _mark_label(back)
        self.notes.append(Note(label, tuple(item.line for item in inside.shown)))

    def _words(self, element: _Element) -> list[str]:
        """All that stands in an element, in one; nothing if there is nothing."""
        text = _SPACE.sub(" ", self.decode("".join(map(str, element.itertext())))).strip()
        return [text] if text else []

    def _text(self, text: str | None, context: Context) -> None:
        if not text:
            return
        text = _PLACED.get(context.line, str)(self.decode(text))
        if context.kept:
            first, *others = _LINE_END.split(text)
            self._add(first, context)
            for other in others:
                self._end_line(context, forced=True)
                self._add(other, context)
            return
        shown = _SPACE.sub(" ", text)
        pieces = self._open.pieces
        self._add(shown.lstrip(" ") if not pieces or pieces[-1].endswith(" ") else shown, context)

    def _add(self, text: str, context: Context) -> None:
        if text:
            self._open.pieces.append(text)
            self._open.length += len(text)
        if text.strip():
            self._open.looks.append(context)

    def _end_line(self, context: Context, *, forced: bool = False) -> None:
        line = self._open
        text = "".join(line.pieces)
        text = text if context.kept else text.rstrip(" ")
        if text or line.marks or forced:
            self._open = _Open()
            shown = Line(
                line.label + text,
                Source(self.name, "", len(self.shown)),
                context.cell,
                tuple(Mark(min(mark.offset, len(text)) + len(line.label), mark.note) for mark in line.marks),
                numbered=len(line.label),
                bold=bool(line.looks) and all(look.bold for look in line.looks),
                italic=bool(line.looks) and all(look.italic for look in line.looks),
                align=(line.looks[0] if line.looks else context).align,
            )
            if len(self.shown) == limits.MAX_LINES:
                raise TooManyLinesError(self.name, limits.MAX_LINES)
            self.shown.append(BrowserLine(shown, (line.looks[0] if line.looks else context).css))
        else:
            self._open = _Open(label=line.label)


def _within(element: _Element, outer: Context) -> Context:
    tag, style = str(element.tag), (element.get("style") or "").lower().replace(" ", "")
    align = re.search(r"text-align:(\w+)", style)
    named = align.group(1) if align else (element.get("align") or "").lower()
    weight = re.search(r"font-weight:(\w+)", style)
    return Context(
        cell=outer.cell,
        bold=weight.group(1) in {"bold", "bolder", "600", "700", "800", "900"}
        if weight
        else outer.bold or tag in _BOLD,
        italic="font-style:italic" in style or outer.italic or tag in _ITALIC,
        align=_ALIGN.get("center" if tag == "center" else named, outer.align),
        css=(element.get("class") or "") if tag in known.BLOCKS else outer.css,
        kept=outer.kept or tag in known.KEPT,
        line=tag if tag in _PLACED else outer.line,
    )


def _is_mark(element: _Element, leads_to: re.Pattern[str]) -> bool:
    """Whether a link to or from a note holds nothing but the note's mark."""
    if element.tag != "a" or not leads_to.fullmatch(element.get("href") or ""):
        return False
    return _SHORT_MARK.fullmatch("".join(map(str, element.itertext())).strip()) is not None


def _mark_label(anchor: _Element) -> str:
    return "".join(map(str, anchor.itertext())).strip().strip("[]()")
