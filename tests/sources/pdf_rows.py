"""Rows, letters and lines of a printed page, made for the tests of its thresholds."""

from __future__ import annotations

from pdf_bytes import pdf, stream, worded

from kcdocs.sources.pdf.glyphs import Glyph, RuledLine
from kcdocs.sources.pdf.paragraphs import Margins
from kcdocs.sources.pdf.rows import PrintedRow, make_row
from kcdocs.sources.pdf.sheets import PrintedPage, read_sheets

WIDTH, HEIGHT = 500.0, 800.0
EDGES = Margins(100.0, 400.0, 28.0)
MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"


def glyph(
    x0: float, y: float = 0.0, em: float = 10.0, char: str = "a", width: float = 5.0, *, bold: bool = False
) -> Glyph:
    return Glyph(char, x0, x0 + width, y, em, bold, italic=False)


def row(
    x: float, words: str, y: float = 0.0, em: float = 10.0, step: float = 5.0, *, bold: bool = False
) -> PrintedRow:
    """Letters side by side, a space one letter wide."""
    places = [(x + step * index, char) for index, char in enumerate(words) if char != " "]
    return make_row([glyph(place, y, em, char, step, bold=bold) for place, char in places], (), 1)


def full(
    x0: float, x1: float, y: float = 0.0, em: float = 10.0, page: int = 1, *, bold: bool = False
) -> PrintedRow:
    """A row from edge to edge: a small letter, one as wide as what is between, a small letter."""
    letters = [(x0, 5.0), (x0 + 5, x1 - x0 - 10), (x1 - 5, 5.0)]
    return make_row([glyph(x, y, em, "x", width, bold=bold) for x, width in letters], (), page)


def sheet(*strokes: RuledLine, number: int = 1) -> PrintedPage:
    return PrintedPage(number, WIDTH, HEIGHT, (), strokes, recognised=False, scanned=False)


def read(content: str) -> PrintedPage:
    return read_sheets(worded(content.encode()), "a.pdf")[0]


def file(content: bytes, times: int = 1, size: int = 0, font: bytes = b"/Times-Roman") -> bytes:
    """A PDF that shows one page so many times, filled up to a size in bytes."""
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Count %d /Kids [%s] >>" % (times, b"3 0 R " * times),
        3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F 5 0 R >> >> >>",
        4: stream(content),
        5: b"<< /Type /Font /Subtype /Type1 /BaseFont %s >>" % font,
    }
    more = size and 2 * size - len(pdf(objects | {6: b"(%s)" % (b" " * size)}))
    return pdf(objects | {6: b"(%s)" % (b" " * more)} if size else objects)


def refused(error: type[Exception], data: bytes) -> bool:
    try:
        read_sheets(data, "a.pdf")
    except error:
        return True
    return False


def table(*more: RuledLine, right: float = 100.0) -> tuple[list[RuledLine], list[Glyph]]:
    """The lines of a table of two cells side by side, and what stands in its first."""
    lines = [RuledLine(0, y, 100, y) for y in (0, 50)] + [RuledLine(x, 0, x, 50) for x in (0, 50, right)]
    return [*lines, *more], [glyph(20, 20)]
