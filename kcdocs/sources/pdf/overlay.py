"""What is laid over a page and is no part of it: stamps of signatures, fields filled in, comments, strokes.

PDF calls them annotations (ISO 32000-1, 12.5). A viewer shows them, so that a reader takes them for the text.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2 as pdfium
from pypdfium2 import raw

from kcdocs.sources.pdf import limits
from kcdocs.sources.printed import STAMP

_FIELD, _STROKE = "ô điền", "nét đánh dấu"
_NAMES = {
    raw.FPDF_ANNOT_TEXT: "ghi chú",
    raw.FPDF_ANNOT_FREETEXT: "khung chữ",
    raw.FPDF_ANNOT_HIGHLIGHT: _STROKE,
    raw.FPDF_ANNOT_UNDERLINE: _STROKE,
    raw.FPDF_ANNOT_SQUIGGLY: _STROKE,
    raw.FPDF_ANNOT_STRIKEOUT: "chữ bị gạch ngang",
    raw.FPDF_ANNOT_STAMP: "con dấu",
    raw.FPDF_ANNOT_CARET: "dấu chèn chữ",
    raw.FPDF_ANNOT_FILEATTACHMENT: "tệp đính kèm",
    raw.FPDF_ANNOT_REDACT: "vùng che chữ",
}
_OTHER = "hình vẽ"
_WORDLESS = frozenset({raw.FPDF_ANNOT_LINK, raw.FPDF_ANNOT_POPUP})
_UNSEEN = raw.FPDF_ANNOT_FLAG_HIDDEN | raw.FPDF_ANNOT_FLAG_NOVIEW


@dataclass(frozen=True, slots=True)
class Overlay:
    """What is laid over one page.

    Attributes:
        names: What it is but for stamps of signatures, in Vietnamese, each once.
        lines: Its words as shown, and what its comments say.
        stamp: Lines of the stamps.
    """

    names: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    stamp: tuple[str, ...] = ()


NOTHING = Overlay()


def is_overlaid(page: pdfium.PdfPage) -> bool:
    """Whether anything but links is laid over a page."""
    return any(True for _ in _annotations(page))


def overlay_of(document: pdfium.PdfDocument, index: int) -> Overlay:
    """What is laid over a page: the words that come when all of it is drawn into the page.

    Args:
        document: The file.
        index: The place of the page, from 0.
    """
    page = document[index]
    found = list(_annotations(page))
    textpage = page.get_textpage()
    own = raw.FPDFText_CountChars(textpage)
    textpage.close()
    raw.FPDFPage_Flatten(page.raw, raw.FLAT_NORMALDISPLAY)
    page.close()
    drawn = _lines(_text_from(document[index], own))
    shown = _squeezed(" ".join(drawn))
    said = [line for _, words in found for line in _lines(words) if _squeezed(line) not in shown]
    names = dict.fromkeys(name for name, _ in found if name)
    stamp = [line for line in drawn if not names or STAMP.fullmatch(line)]
    lines = [line for line in drawn if line not in stamp] + said
    if not lines:
        names.pop(_FIELD, None)
    return Overlay(tuple(names), tuple(lines), tuple(stamp))


def _text_from(page: pdfium.PdfPage, start: int) -> str:
    """The text of a page from a character on; the page is closed."""
    textpage = page.get_textpage()
    more = min(raw.FPDFText_CountChars(textpage) - start, limits.MAX_ON_PAGE)
    text = textpage.get_text_range(start, more) if more > 0 else ""
    textpage.close()
    page.close()
    return text


def _annotations(page: pdfium.PdfPage) -> Iterator[tuple[str, str]]:
    """What each thing laid over a page is, empty for a digital signature, and what it says as a comment."""
    for index in range(min(raw.FPDFPage_GetAnnotCount(page.raw), limits.MOST_ANNOTATIONS)):
        item = raw.FPDFPage_GetAnnot(page.raw, index)
        if not item:
            continue
        kind, unseen = raw.FPDFAnnot_GetSubtype(item), raw.FPDFAnnot_GetFlags(item) & _UNSEEN
        field = kind == raw.FPDF_ANNOT_WIDGET
        value = _value(item, b"FT" if field else b"Contents")
        raw.FPDFPage_CloseAnnot(item)
        if kind in _WORDLESS or unseen:
            continue
        yield (("" if value == "Sig" else _FIELD), "") if field else (_NAMES.get(kind, _OTHER), value)


def _value(item: object, key: bytes) -> str:
    """What an annotation says under a key, as much of it as a page may hold."""
    size = min(raw.FPDFAnnot_GetStringValue(item, key, None, 0), 2 * limits.MAX_ON_PAGE)
    buffer = ctypes.create_string_buffer(size)
    raw.FPDFAnnot_GetStringValue(item, key, ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR)), size)
    return buffer.raw.decode("utf-16-le", "replace").rstrip("\0")


def _lines(text: str) -> list[str]:
    return [words for line in text.splitlines() if (words := " ".join(line.split()))]


def _squeezed(text: str) -> str:
    return "".join(text.split())
