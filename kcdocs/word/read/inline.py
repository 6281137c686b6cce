"""What stands in a paragraph: text with its look, line breaks, note marks and boxes, fields resolved."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from kcdocs.text.scripts import lowered, raised
from kcdocs.text.symbols import readable, unknown
from kcdocs.word.package.wml import DRAWING, MC, SPACE, M, W, chosen, elements, local
from kcdocs.word.read.formulas import linear, wholly_read
from kcdocs.word.read.headers import is_count
from kcdocs.word.read.styles import RunLook, Styles

if TYPE_CHECKING:
    from lxml.etree import _Element

Decode: TypeAlias = Callable[[str, str], str]
"""Turns characters of a font (second argument) into Unicode."""


@dataclass(frozen=True, slots=True)
class StyledText:
    """Characters a reader sees (or would, were they not hidden) and how they are set."""

    text: str
    look: RunLook


@dataclass(frozen=True, slots=True)
class Break:
    """A manual break; `page` for page and column breaks."""

    page: bool = False


@dataclass(frozen=True, slots=True)
class NoteMark:
    """A reference to a note: "footnote" or "endnote", its id, and its mark if that was typed by hand."""

    kind: str
    id: str
    typed: str = ""


@dataclass(frozen=True, slots=True)
class Box:
    """A text box anchored here: its `w:txbxContent`."""

    content: _Element


@dataclass(frozen=True, slots=True)
class Unread:
    """Something that is no text, so that a reader must look himself.

    Attributes:
        name: What it is, in Vietnamese.
        words: The words in it, if it is known to hold any.
    """

    name: str
    words: str = ""


PICTURE = Unread("hình ảnh")
OBJECT = Unread("đối tượng nhúng")
EQUATION = Unread("công thức vẽ bằng đối tượng")
FORMULA = Unread("công thức toán")
_GRAPHICS = {"chart": Unread("biểu đồ"), "chartex": Unread("biểu đồ"), "diagram": Unread("sơ đồ SmartArt")}
SYMBOL = Unread("ký hiệu của phông chữ riêng")

InlinePiece: TypeAlias = "StyledText | Break | NoteMark | Box | Unread"

_SIGNS = {"tab": "\t", "ptab": "\t", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_HEX = re.compile(r"(?![Dd][89A-Fa-f])[0-9A-Fa-f]{1,4}")
_TRUE = frozenset({"1", "true", "on"})
_SKIPPED = frozenset({"pPr", "rPr", "del", "moveFrom", "rt"})


@dataclass(slots=True)
class InlineReader:
    """Reads paragraphs of one part in document order, for fields run on from one to the next.

    Attributes:
        styles: The document's styles.
        decode: Turns the characters of a run into Unicode.
        counts: Whether numbers of pages are text: not in headers, where Word prints another on each page.
    """

    styles: Styles
    decode: Decode
    counts: bool = True
    _fields: list[bool] = field(default_factory=list)
    _code: str = ""

    def pieces(self, paragraph: _Element) -> list[InlinePiece]:
        """What stands in the paragraph, in reading order."""
        return list(self._inside(paragraph, self.styles.style_of(paragraph)))

    def _inside(self, parent: _Element, style: str) -> Iterator[InlinePiece]:
        for child in elements(parent):
            name = local(child)
            if name == "r":
                yield from self._run(child, style)
            elif child.tag == MC + "AlternateContent":
                yield from self._inside(chosen(child), style)
            elif child.tag in {M + "oMath", M + "oMathPara"}:
                yield StyledText(linear(child), RunLook())
                if not wholly_read(child):
                    yield FORMULA
            elif name and name not in _SKIPPED and self._is_text(child.get(W + "instr") or ""):
                yield from self._inside(child, style)

    def _run(self, run: _Element, style: str) -> Iterator[InlinePiece]:
        look = self.styles.look(style, run.find(W + "rPr"))
        typed_mark = False
        for child in elements(run):
            if local(child) == "fldChar":
                self._field(child.get(W + "fldCharType") or "")
            elif local(child) == "instrText":
                self._code += child.text or ""
            elif all(self._fields) and not (typed_mark and local(child) == "t"):
                yield from self._content(child, look)
                typed_mark = typed_mark or child.get(W + "customMarkFollows") in _TRUE

    def _field(self, kind: str) -> None:
        """Keep the stack of open fields: False while in the instruction, True in the result."""
        if kind == "begin":
            self._fields.append(False)
            self._code = ""
        elif self._fields and kind == "separate":
            self._fields[-1] = self._is_text(self._code)
        elif self._fields and kind == "end":
            self._fields.pop()

    def _is_text(self, instruction: str) -> bool:
        return self.counts or not is_count(instruction)

    def _content(self, child: _Element, look: RunLook) -> Iterator[InlinePiece]:
        name = local(child)
        if name == "t":
            yield StyledText(_on_its_line(self.decode(_kept(child), look.font), look), look)
        elif name in _SIGNS:
            yield StyledText(_SIGNS[name], look)
        elif name in {"br", "cr"}:
            yield Break(page=child.get(W + "type") in {"page", "column"})
        elif name == "sym":
            yield from _symbol(child, look)
        elif name in {"footnoteReference", "endnoteReference"}:
            yield NoteMark(name.removesuffix("Reference"), child.get(W + "id") or "", _typed_mark(child))
        elif name in {"drawing", "pict", "object"} or child.tag == MC + "AlternateContent":
            branch = child if name else chosen(child)
            yield from _drawn(branch, inside_object=name == "object")
        elif name == "ruby":
            yield from self._inside(child, self.styles.style_of(child))


def _on_its_line(text: str, look: RunLook) -> str:
    """Figures above or below the line as such figures, so that 10² is no 102."""
    if look.line == "superscript":
        return raised(text)
    return lowered(text) if look.line == "subscript" else text


def _kept(text: _Element) -> str:
    raw = (text.text or "").replace("\r\n", " ").replace("\n", " ").replace("\r", " ")
    space = text.get(SPACE)
    return raw if space == "preserve" else raw.strip(" \t")


def _typed_mark(reference: _Element) -> str:
    if reference.get(W + "customMarkFollows") not in _TRUE:
        return ""
    return "".join(text.text or "" for text in reference.itersiblings(W + "t")).strip()


def _symbol(symbol: _Element, look: RunLook) -> Iterator[InlinePiece]:
    code = symbol.get(W + "char") or ""
    character = chr(int(code, 16)) if _HEX.fullmatch(code) else ""
    character = "" if character.isspace() else character
    text = readable(character, symbol.get(W + "font") or look.font)
    yield StyledText(text, look)
    if not text or unknown(text):
        yield SYMBOL


def _drawn(element: _Element, *, inside_object: bool) -> Iterator[InlinePiece]:
    if inside_object:
        yield EQUATION if _is_equation(element) else OBJECT
    for child in elements(element):
        name = str(child.tag).rpartition("}")[2]
        if local(child) == "txbxContent":
            yield Box(child)
        elif child.tag == MC + "AlternateContent":
            yield from _drawn(chosen(child), inside_object=False)
        elif child.tag == DRAWING + "blip" or name == "imagedata":
            if not inside_object:
                yield PICTURE
        elif name == "textpath":
            yield Unread("chữ trang trí (WordArt)", child.get("string") or "")
        elif child.tag == DRAWING + "graphicData" and (kind := _graphic(child)):
            yield kind
        else:
            yield from _drawn(child, inside_object=False)


def _is_equation(element: _Element) -> bool:
    """Whether an embedded object is a formula of an old equation editor or of MathType."""
    program = next((item.get("ProgID") or "" for item in element.iter() if item.get("ProgID")), "")
    return program.startswith(("Equation", "MathType"))


def _graphic(data: _Element) -> Unread | None:
    """What a drawing is that holds words of its own in another part; None for pictures and shapes."""
    return _GRAPHICS.get((data.get("uri") or "").rpartition("/")[2])
