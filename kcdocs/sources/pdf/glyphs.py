"""The characters of a page where they stand as shown, each along the line it is set on."""

from __future__ import annotations

import ctypes
import math
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import pypdfium2 as pdfium
from pypdfium2 import raw

from kcdocs.sources.pdf import limits
from kcdocs.text.symbols import is_symbol_font, readable

_HYPHENS = frozenset("\x02\xad\ufffe")
"""A hyphen at the end of a row, as pdfium gives it, and the soft hyphen, which is drawn like any other."""

_UNKNOWN = "\ufffd"
_SUBSET = re.compile(r"[a-z]{6}\+")


@dataclass(frozen=True, slots=True)
class Glyph:
    """One character on a page, in points from the lower left corner.

    Attributes:
        char: The character.
        x0: Its left edge.
        x1: Its right edge.
        y: Its baseline.
        em: The size of its font.
        bold: Whether the font is bold.
        italic: Whether the font leans.
    """

    char: str
    x0: float
    x1: float
    y: float
    em: float
    bold: bool
    italic: bool


@dataclass(frozen=True, slots=True)
class RuledLine:
    """A ruled line, horizontal (`y0 == y1`) or vertical (`x0 == x1`)."""

    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True)
class Turn:
    """How a page is turned: by how many quarters clockwise, and its size as shown."""

    quarters: int
    width: float
    height: float

    def more(self, quarters: int) -> Turn:
        """The same page turned further."""
        sizes = (self.height, self.width) if quarters % 2 else (self.width, self.height)
        return Turn(self.quarters + quarters, *sizes)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the page's own space stands as shown."""
        match self.quarters % 4:
            case 1:
                return y, self.height - x
            case 2:
                return self.width - x, self.height - y
            case 3:
                return self.width - y, x
            case _:
                return x, y

    def stroke(self, stroke: RuledLine) -> RuledLine:
        """A ruled line as shown."""
        (x0, y0), (x1, y1) = self.point(stroke.x0, stroke.y0), self.point(stroke.x1, stroke.y1)
        return RuledLine(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


class _Face(NamedTuple):
    """The name of a font, and whether it is bold, leans, and shows signs for letters."""

    name: str
    bold: bool
    italic: bool
    symbols: bool = False


class _Letter(NamedTuple):
    """A character in the page's own space: its box from left to top, its origin, its font, its direction.

    The direction is by how many quarters it is turned, anticlockwise.
    """

    char: str
    box: tuple[float, float, float, float]
    origin: tuple[float, float]
    face: _Face
    quarter: int


@dataclass(frozen=True, slots=True)
class PageGlyphs:
    """The characters of a page.

    Attributes:
        turn: How the page must be turned for most of them to stand upright.
        upright: Those that do, in the file's order.
        beside: Those set across the others in the left or right margin, as if the page were turned to them;
            each item in one direction.
        across: The same within the text.
    """

    turn: Turn
    upright: tuple[Glyph, ...]
    beside: tuple[tuple[Glyph, ...], ...]
    across: tuple[tuple[Glyph, ...], ...]


def page_glyphs(textpage: pdfium.PdfTextPage, shown: Turn) -> PageGlyphs:
    """The characters of a page but spaces; a page that shows most of them lying down is turned to them.

    Args:
        textpage: The page.
        shown: How a viewer shows it.
    """
    letters = list(_letters(textpage))
    turn = shown.more(_lying(letters, shown))
    upright = [letter for letter in letters if not _is_across(letter, turn)]
    beside: list[_Letter] = []
    across: list[_Letter] = []
    for letter in letters:
        if _is_across(letter, turn):
            (beside if _in_margin(letter, turn) else across).append(letter)
    return PageGlyphs(
        turn, _glyphs(upright, turn), _by_direction(beside, shown), _by_direction(across, shown)
    )


def _lying(letters: Sequence[_Letter], shown: Turn) -> int:
    """By how many quarters a page must be turned further, if most of its letters lie on their side."""
    quarters = Counter((letter.quarter - shown.quarters) % 4 for letter in letters)
    lying = quarters[1] + quarters[3]
    return max((1, 3), key=quarters.__getitem__) if 2 * lying > len(letters) else 0


def _is_across(letter: _Letter, turn: Turn) -> bool:
    return (letter.quarter - turn.quarters) % 2 == 1


def _in_margin(letter: _Letter, turn: Turn) -> bool:
    glyph = _placed(letter, turn)
    margin = limits.MARGIN * turn.width
    return glyph.x1 < margin or glyph.x0 > turn.width - margin


def _by_direction(letters: Sequence[_Letter], shown: Turn) -> tuple[tuple[Glyph, ...], ...]:
    """Letters as if the page were turned to them, each direction by itself."""
    quarters = dict.fromkeys((letter.quarter - shown.quarters) % 4 for letter in letters)
    return tuple(
        _glyphs(
            [one for one in letters if (one.quarter - shown.quarters) % 4 == quarter], shown.more(quarter)
        )
        for quarter in quarters
    )


def _glyphs(letters: Iterable[_Letter], turn: Turn) -> tuple[Glyph, ...]:
    """The letters where they stand, one printed twice in one place only once."""
    found: list[Glyph] = []
    last: Glyph | None = None
    for letter in letters:
        glyph = _placed(letter, turn)
        if last is None or not _is_shadow(glyph, last):
            found.append(glyph)
        last = glyph
    return tuple(found)


def _letters(textpage: pdfium.PdfTextPage) -> Iterator[_Letter]:
    x, y, box = ctypes.c_double(), ctypes.c_double(), raw.FS_RECTF()
    faces: dict[bytes, _Face] = {}
    for index in range(raw.FPDFText_CountChars(textpage)):
        char = chr(min(raw.FPDFText_GetUnicode(textpage, index), sys.maxunicode))
        if raw.FPDFText_IsGenerated(textpage, index) == 1 or char.isspace():
            continue
        face = _face(textpage, index, faces)
        if face.symbols or not (char.isascii() and char.isprintable()):
            char = _visible(char, face)
        if not char:
            continue
        raw.FPDFText_GetCharOrigin(textpage, index, x, y)
        raw.FPDFText_GetLooseCharBox(textpage, index, box)
        quarter = -round(raw.FPDFText_GetCharAngle(textpage, index) / (math.pi / 2))  # it counts clockwise
        corners = (box.left, box.bottom, box.right, box.top)
        yield _Letter(char, corners, (x.value, y.value), face, quarter)


def _visible(char: str, face: _Face) -> str:
    """The character a reader sees: � for one that the file does not name, nothing for one not drawn."""
    if char in _HYPHENS:
        return "-"
    if unicodedata.category(char) == "Cf":
        return ""
    char = readable(char, face.name)
    return _UNKNOWN if unicodedata.category(char) in {"Cc", "Cn", "Cs"} else char


def _placed(letter: _Letter, turn: Turn) -> Glyph:
    (left, bottom, right, top), (x, y) = letter.box, letter.origin
    if not abs(left) + abs(bottom) + abs(right) + abs(top) + abs(x) + abs(y) < limits.FARTHEST:
        left, bottom, right, top, x, y = map(near, (left, bottom, right, top, x, y))
    first, second = turn.point(left, bottom), turn.point(right, top)
    width, height = abs(second[0] - first[0]), abs(second[1] - first[1])
    em = (
        height / limits.FILLED_EM
        if height > limits.LEAST_EM
        else max(limits.WIDTHS_IN_EM * width, limits.LEAST_EM)
    )
    x0, x1 = min(first[0], second[0]), max(first[0], second[0])
    return Glyph(letter.char, x0, x1, turn.point(x, y)[1], em, letter.face.bold, letter.face.italic)


def near(value: float) -> float:
    """A coordinate that can be reckoned with: no number is 0, what is beyond all pages is at their end."""
    return 0.0 if math.isnan(value) else min(max(value, -limits.FARTHEST), limits.FARTHEST)


def _is_shadow(glyph: Glyph, last: Glyph) -> bool:
    """Whether a character is printed twice in one place, as some programs do for bold."""
    reach = min(limits.SHADOW_POINTS, limits.SHADOW * glyph.em)
    return glyph.char == last.char and abs(glyph.x0 - last.x0) < reach and abs(glyph.y - last.y) < reach


def _face(textpage: pdfium.PdfTextPage, index: int, known: dict[bytes, _Face]) -> _Face:
    key = bytes(raw.FPDFText_GetTextObject(textpage, index))  # the pointer itself
    if key not in known:
        buffer, flags = ctypes.create_string_buffer(128), ctypes.c_int()
        raw.FPDFText_GetFontInfo(textpage, index, buffer, 128, flags)
        font = buffer.value.decode("utf-8", "replace").lower()
        weight = raw.FPDFText_GetFontWeight(textpage, index)
        bold = "bold" in font or weight >= limits.BOLD_WEIGHT
        name = re.split("[-,]", _SUBSET.sub("", font, count=1), maxsplit=1)[0]
        italic = "italic" in font or "oblique" in font
        known[key] = _Face(name, bold, italic, is_symbol_font(name))
    return known[key]
