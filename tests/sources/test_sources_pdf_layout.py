"""Printed rows become the paragraphs, tables, heads and notes they were before they were printed."""

from __future__ import annotations

import pytest
from pdf_bytes import pdf, scanned, stream, worded
from pdf_rows import EDGES, row

from kcdocs.model.line import Align, Cell, Mark, Reading
from kcdocs.sources.errors import ScannedPdfError
from kcdocs.sources.options import Options
from kcdocs.sources.pdf import limits
from kcdocs.sources.pdf.paragraphs import paragraphs
from kcdocs.sources.read import read_bytes

WIDE = "Xam pha ton dong ho kim loi gia ban nho va xa hoi theo quy dinh cua luat nay do"
"""A row that fills the line."""
FIRST = WIDE.removesuffix(" nay do")
"""A row that fills the line from the indent on."""


def text(x: float, y: float, words: str, size: float = 12, font: str = "F") -> str:
    return f"BT /{font} {size} Tf {x} {y} Td ({words}) Tj ET\n"


def line(x0: float, y0: float, x1: float, y1: float) -> str:
    return f"{x0} {y0} {max(x1 - x0, 0.5)} {max(y1 - y0, 0.5)} re f\n"


def page(*content: str) -> Reading:
    return read_bytes(worded("".join(content).encode("cp1252")), Options("a.pdf"))


def texts(*content: str) -> list[str]:
    return [item.text for item in page(*content).lines]


def rows(start: float, *words: str, x: float = 72) -> str:
    """Rows 14 points apart; one starting with ">" is indented."""
    return "".join(
        text(x + 28 * item.startswith(">"), start - 14 * index, item.removeprefix(">"))
        for index, item in enumerate(words)
    )


def test_a_wrapped_paragraph_is_one_line_and_an_indent_starts_another():
    assert texts(rows(700, ">" + FIRST, WIDE, "tan.", ">" + FIRST, WIDE)) == [
        f"{FIRST} {WIDE} tan.",
        f"{FIRST} {WIDE}",
    ]


def test_without_indents_a_short_row_ends_its_paragraph():
    assert texts(rows(700, WIDE, "ngan.", WIDE, "tan.")) == [f"{WIDE} ngan.", f"{WIDE} tan."]


@pytest.mark.parametrize("item", ["2. Doi tuong", "- Doi tuong"])
def test_a_full_row_that_ends_a_sentence_is_not_joined_to_the_next_item_of_a_list(item):
    ended = WIDE.removesuffix("o") + "."
    assert texts(rows(700, ended, item, WIDE)) == [ended, item, WIDE]
    assert texts(rows(700, WIDE, item)) == [f"{WIDE} {item}"]


@pytest.mark.parametrize(
    ("end", "start", "joined"),
    [
        ("TT-", "BCT", "TT-BCT"),
        ("26/2016/", "TT", "26/2016/TT"),
        ("26/2016", "/TT", "26/2016/TT"),
        ("ke -", "xa", "ke - xa"),
    ],
)
def test_a_word_cut_at_the_end_of_a_row_is_whole_again(end, start, joined):
    assert texts(rows(700, f"{WIDE} {end}", f"{start} {WIDE}")) == [f"{WIDE} {joined} {WIDE}"]


def test_a_paragraph_runs_on_over_the_page():
    reading = two_pages(
        text(295, 810, "1") + rows(120, ">" + FIRST, WIDE, WIDE),
        text(295, 810, "2") + rows(780, "tan het.", ">" + FIRST, WIDE),
    )
    assert [item.text for item in reading.lines] == [f"{FIRST} {WIDE} {WIDE} tan het.", f"{FIRST} {WIDE}"]
    assert [item.source.part for item in reading.lines] == ["trang 1", "trang 2"]
    assert "2 dòng" in reading.findings[0].message


def test_centred_rows_that_look_alike_are_one_title_and_a_label_stands_alone():
    """In Courier each character is 7.2 points wide, so that the middle of a row can be reckoned."""

    def centred(y: float, words: str) -> str:
        return text(288 - 3.6 * len(words), y, words, font="C")

    full = "chu " * 14 + "het."
    body = text(72, 600, full, font="C") + text(72, 586, full, font="C") + text(72, 572, "ket", font="C")
    head = [centred(700, "Phan I"), centred(686, "TEN RAT DAI CUA PHAN NAY"), centred(672, "VA CON NUA")]
    assert [(item.text, item.align, item.bold) for item in page(*head, body).lines] == [
        ("Phan I", Align.CENTER, True),
        ("TEN RAT DAI CUA PHAN NAY VA CON NUA", Align.CENTER, True),
        (f"{full} {full} ket", Align.NONE, True),
    ]


@pytest.mark.parametrize(
    ("bold", "label", "found"),
    [
        (True, "Mục 2.", [2, 3]),  # centred: its last row too
        (True, "PHẦN THỨ HAI.", [2, 3]),
        (False, "Mục 2.", [2, 2, 1]),
        (True, "mục 2 của", [5]),  # the words of the paragraph itself
    ],
)
def test_a_title_that_fills_its_rows_is_not_the_end_of_the_paragraph_above_it(bold, label, found):
    """Rows of 60 letters between the margins; the title's begin one letter behind them."""
    title = [f"{label} XÂY DỰNG BẢNG LƯƠNG".ljust(58, "X"), "HẠNG CÔNG".ljust(58, "X")]
    said = ["đủ cho hai hàng ".ljust(60, "x"), "theo mức độ hoàn thành nhiệm vụ".ljust(56, "x") + "."]
    printed = [row(100, words, -12.0 * down) for down, words in enumerate(said)]
    printed += [row(105, words, -12.0 * down, bold=bold) for down, words in enumerate(title, 2)]
    printed += [row(105 if found == [5] else 200, "CỦA NGƯỜI QUẢN LÝ".ljust(20, "X"), -48.0, bold=bold)]

    assert [len(paragraph.rows) for paragraph in paragraphs(printed, EDGES)] == found


def test_a_ruled_table_gives_cells_and_merged_ones_count_once():
    grid = "".join(line(72, y, 372, y) for y in (700, 660, 620)) + "".join(
        [line(72, 620, 72, 700), line(372, 620, 372, 700), line(172, 620, 172, 660), line(272, 620, 272, 700)]
    )
    words = (
        text(80, 680, "a")
        + text(280, 680, "b")
        + text(80, 640, "c")
        + text(180, 640, "d")
        + text(280, 640, "e")
    )
    read_now = page(text(72, 740, "truoc"), grid, words, text(72, 590, "sau"))
    assert [(item.text, item.cell) for item in read_now.lines] == [
        ("truoc", None),
        ("a", Cell(0, 0, 0)),
        ("b", Cell(0, 0, 2)),
        ("c", Cell(0, 1, 0)),
        ("d", Cell(0, 1, 1)),
        ("e", Cell(0, 1, 2)),
        ("sau", None),
    ]


def test_an_underline_is_no_table():
    assert [item.cell for item in page(text(72, 700, "a"), line(72, 698, 100, 698)).lines] == [None]


def test_a_footnote_is_kept_apart_and_tied_to_its_mark():
    body = rows(700, ">" + FIRST, WIDE, "ket.")
    mark = text(72, 660, "Mot", 12) + text(91, 664, "1", 6) + text(95, 660, " va hai.", 12)
    foot = line(72, 120, 216, 120) + text(100, 107, "1", 5) + text(104, 102, "Chu thich mot.", 9)
    read_now = page(body, mark, foot)
    assert [(item.text, item.marks) for item in read_now.lines[1:]] == [("Mot va hai.", (Mark(3, "1"),))]
    assert [(note.label, [item.text for item in note.lines]) for note in read_now.notes] == [
        ("1", ["Chu thich mot."])
    ]


def test_a_footnote_that_starts_on_the_page_before_runs_on():
    """The second page's first note row bears no mark, so it belongs to the note before."""
    foot = line(72, 120, 216, 120)
    first = (
        rows(700, WIDE, "ket.")
        + text(92, 676, "1", 6)
        + foot
        + text(100, 107, "1", 5)
        + text(104, 102, "Chu", 9)
    )
    second = rows(700, WIDE, "het.") + foot + text(72, 102, "thich tiep.", 9)
    read_now = two_pages(first, second)
    assert [(note.label, [item.text for item in note.lines]) for note in read_now.notes] == [
        ("1", ["Chu", "thich tiep."])
    ]


def two_pages(*contents: str) -> Reading:
    kids = b"/Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 7 0 R >> >>"
    data = pdf(
        {
            1: b"<< /Type /Catalog /Pages 2 0 R >>",
            2: b"<< /Type /Pages /Count 2 /Kids [3 0 R 4 0 R] >>",
            3: b"<< %s /Contents 5 0 R >>" % kids,
            4: b"<< %s /Contents 6 0 R >>" % kids,
            5: stream(contents[0].encode()),
            6: stream(contents[1].encode()),
            7: b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>",
        }
    )
    return read_bytes(data, Options("a.pdf"))


def test_a_table_that_goes_on_over_the_page_keeps_its_number_and_counts_its_rows_on():
    grid = "".join(line(72, y, 272, y) for y in (160, 140, 120)) + "".join(
        line(x, 120, x, 160) for x in (72, 172, 272)
    )
    words = text(80, 146, "a") + text(180, 146, "b") + text(80, 126, "c") + text(180, 126, "d")
    cells = [item.cell for item in two_pages(grid + words, grid + words).lines]
    assert cells == [Cell(0, row, column) for row in range(4) for column in range(2)]


def test_a_superscript_that_is_no_note_stays_in_the_text():
    read_now = page(rows(702, ">" + FIRST, WIDE, "ket."), text(72, 660, "100 m", 12), text(100, 664, "2", 6))
    assert read_now.lines[-1].text == "100 m2"


def test_recipients_beside_a_signature_are_two_columns():
    body = rows(700, ">" + FIRST, WIDE, "ket.")
    closing = (
        text(72, 600, "Noi nhan:", font="B")
        + text(340, 600, "TM. CHINH PHU", font="B")
        + text(72, 586, "- Nhu tren;")
        + text(345, 586, "THU TUONG", font="B")
        + text(350, 540, "Nguyen Van Mau", font="B")
    )
    read_now = page(body, closing)
    assert [(item.text, item.cell.column if item.cell else None) for item in read_now.lines[1:]] == [
        ("Noi nhan:", 0),
        ("- Nhu tren;", 0),
        ("TM. CHINH PHU", 1),
        ("THU TUONG", 1),
        ("Nguyen Van Mau", 1),
    ]


def test_the_stamp_of_a_digital_signature_is_dropped():
    stamp = "".join(
        text(72, 810 - 9 * index, words, 8)
        for index, words in enumerate(["Email: a@b.vn", "Ngay", "Email: c@d.vn", "Email: e@f.vn"])
    )
    assert texts(stamp, rows(700, WIDE)) == ["Ngay", WIDE]
    (told,) = page(stamp, rows(700, WIDE)).findings
    assert (told.code, told.found) == ("SR202", "Email: a@b.vn; Email: c@d.vn; Email: e@f.vn")


def test_bold_printed_twice_is_read_once():
    assert texts(text(72, 700, "Dieu 1"), text(72.3, 700, "Dieu 1")) == ["Dieu 1"]


def test_a_page_turned_on_its_side_is_read_upright():
    upright = worded(b"BT /F 12 Tf 0 1 -1 0 300 200 Tm (nam ngang) Tj ET")
    turned = upright.replace(b"/MediaBox [0 0 595 842]", b"/MediaBox [0 0 595 842] /Rotate 90")
    assert [item.text for item in read_bytes(turned, Options("a.pdf")).lines] == ["nam ngang"]


def test_words_recognised_from_a_picture_are_told():
    read_now = page("3 Tr " + text(72, 700, "chu nhan dang"))
    assert [item.code for item in read_now.findings] == ["SR203"]


def test_a_scanned_page_among_others_is_told_and_a_scanned_file_refused():
    own = pdf(
        {
            1: b"<< /Type /Catalog /Pages 2 0 R >>",
            2: b"<< /Type /Pages /Count 2 /Kids [3 0 R 6 0 R] >>",
            3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
            b"/Resources << /XObject << /I 5 0 R >> >> >>",
            4: stream(b"q 595 0 0 842 0 0 cm /I Do Q"),
            5: stream(
                b"\x00",
                b"/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray",
            ),
            6: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 7 0 R "
            b"/Resources << /Font << /F 8 0 R >> >> >>",
            7: stream(text(72, 700, "co chu").encode()),
            8: b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>",
        }
    )
    read_now = read_bytes(own, Options("a.pdf"))
    assert [(item.code, item.place.part) for item in read_now.findings] == [("SR204", "trang 1")]
    with pytest.raises(ScannedPdfError, match="trang 1"):
        read_bytes(scanned(), Options("a.pdf"))


@pytest.mark.parametrize("limit", ["MAX_ON_PAGE", "MAX_IN_ALL"])
def test_more_characters_than_any_text_has_are_refused(monkeypatch: pytest.MonkeyPatch, limit: str):
    monkeypatch.setattr(limits, limit, 5)
    with pytest.raises(Exception, match="mức cho phép là 5"):
        page(text(72, 700, "nhieu ky tu qua"))


def test_two_headings_far_apart_on_one_row_are_two_lines():
    read_now = page(text(72, 700, "BEN TRAI", font="B"), text(400, 700, "BEN PHAI", font="B"))
    assert [item.text for item in read_now.lines] == ["BEN TRAI", "BEN PHAI"]


def test_a_centred_row_that_closes_the_bracket_of_a_head_goes_on_it():
    head = text(72, 700, "\\(Kem theo Thong tu so chin ngay muoi thang sau nam hai nghin hai muoi cua mot")
    end = text(225, 686, "Bo truong noi do\\)")

    assert texts(head, end, rows(650, WIDE, "tan.")) == [
        "(Kem theo Thong tu so chin ngay muoi thang sau nam hai nghin hai muoi cua mot Bo truong noi do)",
        f"{WIDE} tan.",
    ]


def test_a_row_of_dots_broken_at_the_margin_is_one_row_of_dots():
    assert texts(rows(700, "Ten lo nung gom:" + "." * 130, "." * 20)) == ["Ten lo nung gom:" + "." * 150]


def ruled(words: str, *more: str) -> bytes:
    """A table of two columns, one row for each word, on one page."""
    cells = (words, *more)
    edges = [600 - 20 * place for place in range(len(cells) + 1)]
    lines = "".join(line(72, y, 400, y) for y in edges)
    walls = "".join(line(x, edges[-1], x, edges[0]) for x in (72, 236, 400))
    told = "".join(text(80, 586 - 20 * place, word) for place, word in enumerate(cells))
    return (lines + walls + told).encode("cp1252")


def test_the_head_of_a_table_printed_again_on_its_next_page_is_left_out_and_that_is_told():
    found = read_bytes(worded(ruled("Ten lo", "mot"), ruled("Ten lo", "hai", "ba")), Options("a.pdf"))

    assert [(item.text, item.cell.row) for item in found.lines if item.cell] == [
        ("Ten lo", 0),
        ("mot", 1),
        ("hai", 2),
        ("ba", 3),
    ]
    (told,) = [item for item in found.findings if item.code == "SR216"]
    assert (told.found, told.place.part) == ("Tenlo", "trang 2")


@pytest.mark.parametrize("second", [("Ten lo",), ("Ten", "hai"), ("hai", "Ten lo")])
def test_rows_that_are_all_of_a_next_page_or_unlike_the_head_stay(second: tuple[str, ...]):
    found = read_bytes(worded(ruled("Ten lo", "mot"), ruled(*second)), Options("a.pdf"))

    assert [item.text for item in found.lines if item.cell] == ["Ten lo", "mot", *second]
