"""Pages that are pictures: their words recognised, and put where they stand on the page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from statistics import median

from kcdocs.convert.tesseract import SeenWord, seen_words, tesseract
from kcdocs.sources.options import Options
from kcdocs.sources.pdf import limits
from kcdocs.sources.pdf.glyphs import Glyph
from kcdocs.sources.pdf.sheets import PrintedPage
from kcdocs.sources.pdf.trial import picture


def recognised_sheets(data: bytes, sheets: Sequence[PrintedPage], options: Options) -> list[PrintedPage]:
    """The pages, those that are pictures with the words recognised in them, and marked so.

    Raises:
        NoTesseractError: If Tesseract is not there, or cannot read Vietnamese.
        RecognitionFailedError: If it does not read a page.
        TangledPdfError: If a page cannot be drawn.
    """
    tesseract()
    scanned = [sheet for sheet in sheets if sheet.scanned]
    read: dict[int, PrintedPage] = {}
    for sheet in scanned:
        read[sheet.number] = _recognised(picture(data, sheet.number, options.name), sheet)
        if options.told is not None:
            options.told(len(read), len(scanned))
    return [read.get(sheet.number, sheet) for sheet in sheets]


def _recognised(drawn: bytes, sheet: PrintedPage) -> PrintedPage:
    words = seen_words(drawn, limits.DOTS)
    doubtful = tuple(word.text for word in words if word.sure < limits.SURE)
    points = max(sheet.width, sheet.height) / max(map(int, drawn.split(maxsplit=3)[1:3]))
    glyphs = tuple(_glyphs(words, points, sheet.height))
    return replace(
        sheet, glyphs=glyphs, beside=(), across=(), recognised=True, scanned=False, doubtful=doubtful
    )


def _glyphs(words: Sequence[SeenWord], points: float, height: float) -> Iterator[Glyph]:
    """The characters of the words: side by side in each, all of a row on one baseline, all of one size.

    Args:
        words: Words of a picture.
        points: How many points a dot of it is.
        height: How high the page is, in points.
    """
    rows: dict[tuple[str, ...], list[SeenWord]] = defaultdict(list)
    for word in words:
        rows[word.row].append(word)
    em = median([word.height for word in words] or [0]) * points * limits.SEEN_EM
    for row in rows.values():
        y = height - median(word.top + word.height for word in row) * points
        for word in row:
            step = word.width / len(word.text)
            for place, char in enumerate(word.text):
                left = word.left + place * step
                yield Glyph(char, left * points, (left + step) * points, y, em, bold=False, italic=False)
