"""The characters and ruled lines of each page of a PDF, through pdfium."""

from __future__ import annotations

import ctypes
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
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
from kcdocs.sources.pdf.glyphs import Glyph, RuledLine, Turn, near, page_glyphs
from kcdocs.sources.pdf.overlay import NOTHING, Overlay, is_overlaid, overlay_of
from kcdocs.sources.pdf.trial import try_out

_INVISIBLE = 3


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """The characters and ruled lines of one page.

    Attributes:
        number: Counted from 1.
        width: In points, as its text stands upright.
        height: In points.
        glyphs: Its characters but spaces and those set across the others, in the file's order.
        beside: Characters in its left or right margin that stand across the others, each direction by itself:
            a running head that the printer turned with the page, or did not turn.
        across: The same within the text: turned words.
        overlay: What is laid over it.
        strokes: Its ruled lines.
        recognised: Whether its characters are an invisible layer over a picture.
        scanned: Whether it is a picture with no characters on it, or a handful.
        doubtful: Words recognised in the picture of which the program was not sure.
        pictures: How many pictures stand among its words.
    """

    number: int
    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    strokes: tuple[RuledLine, ...]
    recognised: bool
    scanned: bool
    beside: tuple[tuple[Glyph, ...], ...] = ()
    across: tuple[tuple[Glyph, ...], ...] = ()
    overlay: Overlay = NOTHING
    doubtful: tuple[str, ...] = ()
    pictures: int = 0


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
            sheet = _sheet(page, textpage, objects.of(page), index + 1)
            textpage.close()
            if is_overlaid(page):
                sheet = replace(sheet, overlay=overlay_of(document, index))
            sheets.append(sheet)
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
    shown = Turn(page.get_rotation() // 90, *map(near, page.get_size()))
    found = page_glyphs(textpage, shown)
    turn, glyphs = found.turn, found.upright
    modes = {raw.FPDFTextObj_GetTextRenderMode(item) for item in objects.get(raw.FPDF_PAGEOBJ_TEXT, ())}
    strokes = tuple(
        turn.stroke(stroke)
        for stroke in _strokes(objects.get(raw.FPDF_PAGEOBJ_PATH, ()))
        if _is_drawn(stroke)
    )
    recognised = modes == {_INVISIBLE}
    share = limits.SCAN_SHARE if glyphs else limits.PICTURE_SHARE
    few = len(glyphs) <= limits.SCAN_WORDS and not recognised
    images = objects.get(raw.FPDF_PAGEOBJ_IMAGE, ())
    scanned = few and _is_picture(page, images, share)
    return PrintedPage(
        number,
        turn.width,
        turn.height,
        glyphs,
        strokes,
        recognised,
        scanned,
        beside=found.beside,
        across=found.across,
        pictures=0 if scanned or recognised else sum(map(_is_broad, images)),
    )


def _is_broad(image: pdfium.PdfObject) -> bool:
    """Whether a picture is no ruled line."""
    left, bottom, right, top = image.get_bounds()
    return bool(min(right - left, top - bottom) > limits.THIN)


def _is_drawn(stroke: RuledLine) -> bool:
    return all(abs(value) < limits.FARTHEST for value in (stroke.x0, stroke.y0, stroke.x1, stroke.y1))


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
