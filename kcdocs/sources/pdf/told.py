"""What is told of the pages of a PDF: what was left out of the text, what was recognised or is a picture."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kcdocs.codes import Declared
from kcdocs.model.finding import Finding, Place, Severity
from kcdocs.sources.pdf.glyphs import Glyph
from kcdocs.sources.pdf.rows import PrintedRow, rows_of
from kcdocs.sources.pdf.sheets import PrintedPage
from kcdocs.sources.printed import named_rows

_DROPPED = Declared(
    "SR202",
    Severity.NOTE,
    "Lines of the publisher were left out.",
    "Đã bỏ {count} dòng của nhà xuất bản: tiêu đề trang, số trang, dấu chữ ký số.",
)

_LAID_OVER = Declared(
    "SR213",
    Severity.WARNING,
    "Something is laid over a page: a comment, a field filled in, a stroke.",
    "Trang {page} có {what} đặt chồng lên trang; phần này không được đọc vào văn bản.",
    mend="Xem trang này trong tệp gốc; chữ thuộc văn bản thì gõ vào văn bản rồi xuất lại PDF.",
)

_TURNED = Declared(
    "SR214",
    Severity.WARNING,
    "Words set across the others of a page.",
    "Trang {page} có chữ đặt xoay ngang so với các dòng; chữ này không được đọc vào văn bản.",
    mend="Xem chữ này trong tệp gốc; nếu nó là tên cột của bảng hay thuộc văn bản, dùng bản Word.",
)

_RECOGNISED = Declared(
    "SR203",
    Severity.WARNING,
    "The words were recognised from a scan.",
    "Chữ của trang {pages} do máy nhận dạng từ ảnh quét, có thể sai dấu, sai chữ, sai số.",
    mend="Đối chiếu từng chữ, từng số với bản gốc trước khi dùng.",
)

_DOUBTFUL = Declared(
    "SR212",
    Severity.WARNING,
    "Words recognised from a scan of which the program was not sure.",
    "Trang {page}: máy không chắc {count} chữ đã nhận dạng: {words}.",
    mend="Xem các chữ này trong ảnh của trang.",
)

_SCANNED = Declared(
    "SR204",
    Severity.ERROR,
    "A page is a scan without words, or with a handful of words on it.",
    "Trang này là ảnh quét; chữ trong ảnh không được đọc vào văn bản.",
    mend="Xem trang này trong tệp gốc; nếu nó thuộc văn bản, dùng bản Word, hoặc thêm --ocr để máy nhận "
    "dạng chữ.",
)


_PICTURES = Declared(
    "SR218",
    Severity.WARNING,
    "Pictures among the words of pages, whose content is not read.",
    "Trang {pages} có hình; nội dung trong hình không được đọc vào văn bản, cũng không được so sánh.",
    mend="Xem hình trong tệp gốc; nếu nó chứa nội dung quy định, gõ lại thành chữ.",
)


def page_findings(
    sheets: Sequence[PrintedPage], dropped: Sequence[PrintedRow], name: str
) -> Iterator[Finding]:
    """All that is told of the pages of a file.

    Args:
        sheets: The pages.
        dropped: Their rows that the publisher printed.
        name: The file, as the user named it.
    """
    rows = [row.text for row in dropped]
    rows += [line for sheet in sheets for line in sheet.overlay.stamp]
    if rows:
        yield _DROPPED.at(Place(name), named_rows(rows), count=len(rows))
    for sheet in sheets:
        yield from _aside(sheet, name)
    pages = [sheet.number for sheet in sheets if sheet.recognised]
    if pages:
        yield _RECOGNISED.at(_place(pages[0], name), pages=", ".join(map(str, pages)))
    for sheet in sheets:
        if sheet.doubtful:
            words = ", ".join(f"«{word}»" for word in dict.fromkeys(sheet.doubtful))
            count = len(sheet.doubtful)
            yield _DOUBTFUL.at(_place(sheet.number, name), page=sheet.number, count=count, words=words)
    pages = [sheet.number for sheet in sheets if sheet.pictures]
    if pages:
        yield _PICTURES.at(_place(pages[0], name), pages=", ".join(map(str, pages)))
    yield from (_SCANNED.at(_place(sheet.number, name)) for sheet in sheets if sheet.scanned)


def turned_rows(directions: Iterable[Sequence[Glyph]], page: int) -> list[PrintedRow]:
    """The rows of words set across a page, those of each direction by themselves."""
    return [row for glyphs in directions for row in rows_of(glyphs, page)]


def _aside(sheet: PrintedPage, name: str) -> Iterator[Finding]:
    """What stands on a page and is not read: what is laid over it, and words set across."""
    place = _place(sheet.number, name)
    if sheet.overlay.names:
        found, what = " / ".join(sheet.overlay.lines), ", ".join(sheet.overlay.names)
        yield _LAID_OVER.at(place, found, page=sheet.number, what=what)
    if rows := turned_rows(sheet.across, sheet.number):
        yield _TURNED.at(place, " / ".join(row.text for row in rows), page=sheet.number)


def _place(page: int, name: str) -> Place:
    return Place(name, f"trang {page}")
