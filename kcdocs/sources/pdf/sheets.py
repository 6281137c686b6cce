"""The characters and ruled lines of each page of a PDF, through pdfium."""

from __future__ import annotations

import ctypes
import math
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pypdfium2 as pdfium
from pypdfium2 import raw

from kcdocs.sources.errors import (
    CrowdedPdfError,
    DamagedPdfError,
    PasswordSourceError,
    TangledPdfError,
    TooManyPagesError,
)
from kcdocs.sources.pdf import limits
from kcdocs.sources.pdf.trial import try_out

_INVISIBLE = 3
_LINE_END_HYPHENS = {"\x02", "\ufffe"}


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
class PrintedPage:
    """The characters and ruled lines of one page.

    Attributes:
        number: Counted from 1.
        width: In points.
        height: In points.
        glyphs: Its characters but spaces and those beside, in the file's order.
        beside: Characters in its left or right margin that stand across the others: a running head that the
            printer turned with the page.
        strokes: Its ruled lines.
        recognised: Whether its characters are an invisible layer over a picture.
        scanned: Whether it is a picture with no characters on it, or a handful.
        doubtful: Words recognised in the picture of which the program was not sure.
    """

    number: int
    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    strokes: tuple[RuledLine, ...]
    recognised: bool
    scanned: bool
    beside: tuple[Glyph, ...] = ()
    doubtful: tuple[str, ...] = ()


def read_sheets(data: bytes, name: str) -> list[PrintedPage]:
    """All pages.

    Raises:
        PasswordSourceError, DamagedPdfError: It cannot be opened.
        TooManyPagesError: It has more pages than any text of law.
        CrowdedPdfError: It has more characters than any text of law.
        TangledPdfError: It unfolds to far more than it is.
    """
    try_out(data, name)
    document = _open(data, name)
    objects = _Objects(limits.OBJECTS + limits.OBJECTS_PER_BYTE * len(data), name)
    most = min(limits.MAX_IN_ALL, limits.MAX_ON_PAGE + limits.MAX_PER_BYTE * len(data))
    try:
        if len(document) > limits.MAX_PAGES:
            raise TooManyPagesError(name, len(document), limits.MAX_PAGES)
        sheets: list[PrintedPage] = []
        total = 0
        for index in range(len(document)):
            page = document[index]
            textpage = page.get_textpage()
            total += _counted(textpage, index + 1, name)
            if total > most:
                raise CrowdedPdfError(name, index + 1, most)
            sheets.append(_sheet(page, textpage, objects.of(page), index + 1))
            textpage.close()
            page.close()
    except pdfium.PdfiumError:
        raise DamagedPdfError(name) from None
    finally:
        document.close()
    return sheets


def _open(data: bytes, name: str) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if "assword" in str(error):
            raise PasswordSourceError(name) from None
        raise DamagedPdfError(name) from None


_Raw = Any
"""A pointer of pdfium."""

_ByKind = Mapping[int, Sequence[pdfium.PdfObject]]


@dataclass
class _Objects:
    """Looks at what is on pages, until it is more than a file of its size can have."""

    left: int
    name: str

    def of(self, page: pdfium.PdfPage) -> _ByKind:
        """The objects of a page by their kind, of each the first so many; those in forms, too."""
        found: dict[int, list[pdfium.PdfObject]] = defaultdict(list)
        for kind, item in _items(page.raw, raw.FPDFPage_CountObjects, raw.FPDFPage_GetObject):
            self.left -= 1
            if self.left < 0:
                raise TangledPdfError(self.name)
            if len(found[kind]) < limits.MOST_OBJECTS:
                found[kind].append(pdfium.PdfObject(item, page=page, pdf=page.pdf))
        return found


def _items(
    holder: _Raw, count: Callable[[_Raw], int], get: Callable[[_Raw, int], _Raw]
) -> Iterator[tuple[int, _Raw]]:
    """The objects of a page or form and of the forms in it, of which pdfium follows a few dozen levels."""
    for index in range(count(holder)):
        item = get(holder, index)
        kind = raw.FPDFPageObj_GetType(item)
        yield kind, item
        if kind == raw.FPDF_PAGEOBJ_FORM:
            yield from _items(item, raw.FPDFFormObj_CountObjects, raw.FPDFFormObj_GetObject)


def _is_picture(page: pdfium.PdfPage, images: Sequence[pdfium.PdfObject], share: float) -> bool:
    width, height = page.get_size()
    boxes = (image.get_bounds() for image in images)
    covered = sum(abs(right - left) * abs(top - bottom) for left, bottom, right, top in boxes)
    return bool(covered > share * width * height)


def _counted(textpage: pdfium.PdfTextPage, number: int, name: str) -> int:
    count = int(raw.FPDFText_CountChars(textpage))
    if count > limits.MAX_ON_PAGE:
        raise CrowdedPdfError(name, number, limits.MAX_ON_PAGE)
    return count


def _sheet(page: pdfium.PdfPage, textpage: pdfium.PdfTextPage, objects: _ByKind, number: int) -> PrintedPage:
    width, height = map(_near, page.get_size())
    turn = _Turn(page.get_rotation() // 90, width, height)
    glyphs, beside = _apart(list(_glyphs(textpage, turn)), width)
    modes = {raw.FPDFTextObj_GetTextRenderMode(item) for item in objects.get(raw.FPDF_PAGEOBJ_TEXT, ())}
    strokes = tuple(
        turn.stroke(stroke)
        for stroke in _strokes(objects.get(raw.FPDF_PAGEOBJ_PATH, ()))
        if _is_drawn(stroke)
    )
    recognised = modes == {_INVISIBLE}
    share = limits.SCAN_SHARE if glyphs else limits.PICTURE_SHARE
    few = len(glyphs) <= limits.SCAN_WORDS and not recognised
    scanned = few and _is_picture(page, objects.get(raw.FPDF_PAGEOBJ_IMAGE, ()), share)
    return PrintedPage(number, width, height, glyphs, strokes, recognised, scanned, beside)


@dataclass(frozen=True, slots=True)
class _Turn:
    """How the page is turned: by how many quarters clockwise, and its size as shown."""

    quarters: int
    width: float
    height: float

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


def _apart(found: Sequence[tuple[Glyph, bool]], width: float) -> tuple[tuple[Glyph, ...], tuple[Glyph, ...]]:
    """The characters of a page, and those that stand across them in its margins."""
    if 2 * sum(turned for _, turned in found) > len(found):
        return tuple(glyph for glyph, _ in found), ()
    margin = limits.MARGIN * width
    inside: list[Glyph] = []
    beside: list[Glyph] = []
    for glyph, turned in found:
        out = turned and (glyph.x1 < margin or glyph.x0 > width - margin)
        (beside if out else inside).append(glyph)
    return tuple(inside), tuple(beside)


def _glyphs(textpage: pdfium.PdfTextPage, turn: _Turn) -> Iterator[tuple[Glyph, bool]]:
    """Each character, and whether it stands across the page as shown."""
    x, y, box = ctypes.c_double(), ctypes.c_double(), raw.FS_RECTF()
    faces: dict[bytes, tuple[bool, bool]] = {}
    last: Glyph | None = None
    for index in range(raw.FPDFText_CountChars(textpage)):
        char = chr(min(raw.FPDFText_GetUnicode(textpage, index), sys.maxunicode))
        char = "-" if char in _LINE_END_HYPHENS else char
        if raw.FPDFText_IsGenerated(textpage, index) == 1 or char.isspace() or not char.isprintable():
            continue
        raw.FPDFText_GetCharOrigin(textpage, index, x, y)
        raw.FPDFText_GetLooseCharBox(textpage, index, box)
        glyph = _placed(char, (x.value, y.value), box, _face(textpage, index, faces), turn)
        if last is None or not _is_shadow(glyph, last):
            quarter = raw.FPDFText_GetCharAngle(textpage, index) / (math.pi / 2)
            yield glyph, (round(quarter) - turn.quarters) % 2 == 1
        last = glyph


def _placed(
    char: str, origin: tuple[float, float], box: raw.FS_RECTF, face: tuple[bool, bool], turn: _Turn
) -> Glyph:
    left, bottom, right, top, (x, y) = box.left, box.bottom, box.right, box.top, origin
    if not abs(left) + abs(bottom) + abs(right) + abs(top) + abs(x) + abs(y) < limits.FARTHEST:
        left, bottom, right, top, x, y = map(_near, (left, bottom, right, top, x, y))
    first, second = turn.point(left, bottom), turn.point(right, top)
    width, height = abs(second[0] - first[0]), abs(second[1] - first[1])
    em = (
        height / limits.FILLED_EM
        if height > limits.LEAST_EM
        else max(limits.WIDTHS_IN_EM * width, limits.LEAST_EM)
    )
    return Glyph(char, min(first[0], second[0]), max(first[0], second[0]), turn.point(x, y)[1], em, *face)


def _near(value: float) -> float:
    """A coordinate that can be reckoned with: no number is 0, what is beyond all pages is at their end."""
    return 0.0 if math.isnan(value) else min(max(value, -limits.FARTHEST), limits.FARTHEST)


def _is_drawn(stroke: RuledLine) -> bool:
    return all(abs(value) < limits.FARTHEST for value in (stroke.x0, stroke.y0, stroke.x1, stroke.y1))


def _is_shadow(glyph: Glyph, last: Glyph) -> bool:
    """Whether a character is printed twice in one place, as some programs do for bold."""
    reach = min(limits.SHADOW_POINTS, limits.SHADOW * glyph.em)
    return glyph.char == last.char and abs(glyph.x0 - last.x0) < reach and abs(glyph.y - last.y) < reach


def _face(
    textpage: pdfium.PdfTextPage, index: int, known: dict[bytes, tuple[bool, bool]]
) -> tuple[bool, bool]:
    key = bytes(raw.FPDFText_GetTextObject(textpage, index))  # the pointer itself
    if key not in known:
        buffer, flags = ctypes.create_string_buffer(128), ctypes.c_int()
        raw.FPDFText_GetFontInfo(textpage, index, buffer, 128, flags)
        font = buffer.value.decode("utf-8", "replace").lower()
        weight = raw.FPDFText_GetFontWeight(textpage, index)
        known[key] = ("bold" in font or weight >= limits.BOLD_WEIGHT, "italic" in font or "oblique" in font)
    return known[key]


def _strokes(paths: Sequence[pdfium.PdfObject]) -> Iterator[RuledLine]:
    for path in paths:
        left, bottom, right, top = path.get_bounds()
        if top - bottom <= limits.THIN or right - left <= limits.THIN:
            yield from _straight(left, bottom, right, top)
        else:
            yield from _outline(path)


def _straight(left: float, bottom: float, right: float, top: float) -> Iterator[RuledLine]:
    """The middle line of a box that is thin one way; a dot is none."""
    if right - left > limits.THIN:
        middle = (bottom + top) / 2
        yield RuledLine(left, middle, right, middle)
    elif top - bottom > limits.THIN:
        middle = (left + right) / 2
        yield RuledLine(middle, bottom, middle, top)


def _outline(path: pdfium.PdfObject) -> Iterator[RuledLine]:
    """The straight parts of a larger path: each thin box in it, and its edges where it is stroked."""
    fill, stroked = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(path, fill, stroked)
    matrix = path.get_matrix()
    for corners in _subpaths(path):
        points = [matrix.on_point(x, y) for x, y in corners]
        xs, ys = [x for x, _ in points], [y for _, y in points]
        box = (min(xs), min(ys), max(xs), max(ys))
        if box[2] - box[0] <= limits.THIN or box[3] - box[1] <= limits.THIN:
            yield from _straight(*box)
        elif stroked.value:
            for (x0, y0), (x1, y1) in zip(points, [*points[1:], points[0]], strict=True):
                if min(abs(x1 - x0), abs(y1 - y0)) <= limits.THIN:
                    yield from _straight(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def _subpaths(path: pdfium.PdfObject) -> list[list[tuple[float, float]]]:
    parts: list[list[tuple[float, float]]] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(raw.FPDFPath_CountSegments(path)):
        segment = raw.FPDFPath_GetPathSegment(path, index)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        if raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_MOVETO or not parts:
            parts.append([])
        parts[-1].append((x.value, y.value))
    return parts
