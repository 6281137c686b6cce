"""Each threshold of PDF files, letters, rows, notes and running heads, just below and just above.

Letters are 5 points wide in type of 10 points, unless a test says so: 1 em is two letters.
"""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest
from pdf_bytes import pages, pdf, stream
from pdf_rows import HEIGHT, MOTTO, WIDTH, file, full, glyph, read, refused, row, sheet, table
from pypdfium2 import PdfDocument, raw

from kcdocs.convert.tesseract import SeenWord
from kcdocs.sources.errors import CrowdedPdfError, TangledPdfError, TooManyPagesError
from kcdocs.sources.pdf import limits, scans, sheets
from kcdocs.sources.pdf.columns import TwoColumns, blocks_of
from kcdocs.sources.pdf.footnotes import FootnoteFinder
from kcdocs.sources.pdf.furniture import furniture
from kcdocs.sources.pdf.glyphs import RuledLine, Turn, _Face, _is_shadow, _Letter, _placed
from kcdocs.sources.pdf.grids import find_grids
from kcdocs.sources.pdf.heads import repeated_heads
from kcdocs.sources.pdf.reading import _gazette_heads
from kcdocs.sources.pdf.rows import PrintedRow, make_row, rows_of
from kcdocs.sources.pdf.sheets import PrintedPage, read_sheets
from kcdocs.sources.pdf.trial import picture


@pytest.mark.parametrize(("does", "code"), [("time.sleep(1)", 0), ("exec('while True: pass')", 3)])
def test_a_page_is_given_up_for_the_work_it_makes_and_not_for_the_time_that_passes(does, code):
    """On a busy machine a sound file takes a minute by the clock."""
    run = f"import os, time; from kcdocs.sources.pdf import trial; trial._watch(0.3); {does}; os._exit(0)"

    assert subprocess.run([sys.executable, "-c", run], check=False).returncode == code


def test_a_file_has_three_thousand_pages():
    assert refused(TooManyPagesError, file(b"", 3_001))
    assert not refused(TooManyPagesError, file(b"", 3_000))


@pytest.mark.parametrize(("last", "fits"), [(10_000, True), (10_001, False)])
def test_a_page_has_forty_thousand_characters(last, fits):
    shown = b"".join(b"(%s) Tj " % (b"a" * count) for count in (10_000, 10_000, 10_000, last))
    page = PdfDocument(file(b"BT /F 1 Tf 1 0 0 1 0 700 Tm %s ET" % shown))[0]

    if fits:
        assert sheets._counted(page.get_textpage(), 1, "a.pdf") == 40_000
    else:
        with pytest.raises(CrowdedPdfError):
            sheets._counted(page.get_textpage(), 1, "a.pdf")


@pytest.mark.parametrize(
    ("on_page", "pages", "size", "crowded"),
    [
        (40_000, 200, 10**6, False),
        (40_000, 201, 10**6, True),
        (1_000, 65, 2_500, False),
        (1_000, 65, 2_499, True),
    ],
)
def test_a_file_has_eight_million_characters_and_ten_for_each_of_its_bytes_beyond_one_page(
    on_page, pages, size, crowded, monkeypatch
):
    """To read so many takes minutes, so the count of each page is given."""
    monkeypatch.setattr(sheets, "_counted", lambda *_: on_page)

    assert refused(CrowdedPdfError, file(b"", pages, size)) is crowded


@pytest.mark.parametrize(("drawn", "seen"), [(19_999, 19_999), (20_001, 20_000)])
def test_twenty_thousand_objects_of_a_page_are_looked_at(drawn, seen):
    page = PdfDocument(file(b"1 1 9 1 re f\n" * drawn))[0]

    assert len(sheets._Objects(10**6, "a.pdf").of(page)[raw.FPDF_PAGEOBJ_PATH]) == seen


@pytest.mark.parametrize(("times", "size"), [(140, 20_000), (160, 30_000)])
def test_a_file_has_a_hundred_thousand_objects_and_two_for_each_of_its_bytes(times, size, monkeypatch):
    """To walk through so many takes seconds, so a thousand of each page are given."""
    monkeypatch.setattr(sheets, "_items", lambda *_: [(raw.FPDF_PAGEOBJ_SHADING, None)] * 1_000)
    monkeypatch.setattr(limits, "MOST_OBJECTS", 0)

    assert not refused(TangledPdfError, file(b"", times, size))
    assert refused(TangledPdfError, file(b"", times + 1, size))


@pytest.mark.parametrize(("more", "found"), [(1_495, 1), (1_496, 0)])
def test_tables_are_looked_for_among_fifteen_hundred_lines(more, found):
    strokes, inside = table(*(RuledLine(200 + 9 * index, 0, 200 + 9 * index, 9) for index in range(more)))

    assert len(find_grids(strokes, inside, 1)[0]) == found


@pytest.mark.parametrize(("length", "count"), [(999_000, 1), (1_001_000, 0)])
def test_a_line_ends_within_a_million_points(length, count):
    assert len(read(f"10 10 {length} 1 re f").strokes) == count


@pytest.mark.parametrize(
    ("height", "width", "em"), [(11, 3, 10), (0.51, 3, 0.51 / 1.1), (0.49, 3, 6), (0.49, 0.1, 0.5)]
)
def test_the_size_of_a_letter_is_told_by_its_height_from_half_a_point_on_and_else_by_its_width(
    height, width, em
):
    placed = _placed(
        _Letter("a", (0, 0, width, height), (0, 0), _Face("", False, False), 0), Turn(0, WIDTH, HEIGHT)
    )

    assert placed.em == pytest.approx(em, rel=1e-4)


@pytest.mark.parametrize(
    ("em", "apart", "twice"), [(10, 0.79, True), (10, 0.81, False), (20, 0.99, True), (20, 1.01, False)]
)
def test_a_letter_printed_twice_within_0_08_em_and_a_point_is_one(em, apart, twice):
    assert _is_shadow(glyph(100 + apart, 0, em), glyph(100, 0, em)) is twice


@pytest.mark.parametrize(("stem", "bold"), [(119, False), (120, True)])
def test_a_font_is_bold_from_a_weight_of_600(stem, bold):
    """The weight of a font is five times the width of its stems."""
    descriptor = b"/FontDescriptor << /Type /FontDescriptor /FontName /X /Flags 32 /StemV %d >>" % stem
    (page,) = read_sheets(file(b"BT /F 12 Tf 72 700 Td (a) Tj ET", font=b"/X " + descriptor), "a.pdf")

    assert page.glyphs[0].bold is bold


@pytest.mark.parametrize(("height", "count"), [(2.45, 1), (2.55, 0)])
def test_a_box_is_a_line_up_to_two_and_a_half_points(height, count):
    assert len(read(f"10 10 90 {height} re f").strokes) == count


@pytest.mark.parametrize(
    ("height", "letters", "scan"),
    [
        (431, 0, True),
        (411, 0, False),
        (599, 1, True),
        (579, 1, False),
        (842, 400, True),
        (842, 401, False),
    ],
)
def test_a_picture_over_half_a_page_is_a_scan_and_over_seven_tenths_with_up_to_four_hundred_letters(
    height, letters, scan
):
    image = b"/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray"
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
    words = b"BT /F 2 Tf 72 700 Td (%s) Tj ET" % (b"a" * letters) if letters else b""
    data = pdf(
        {
            1: b"<< /Type /Catalog /Pages 2 0 R >>",
            2: b"<< /Type /Pages /Count 2 /Kids [3 0 R 6 0 R] >>",
            3: page + b"/Contents 4 0 R /Resources << /XObject << /I 5 0 R >> /Font << /F 8 0 R >> >> >>",
            4: stream(b"q 595 0 0 %d 0 0 cm /I Do Q %s" % (height, words)),
            5: stream(b"\x00", image),
            6: page + b"/Contents 7 0 R /Resources << /Font << /F 8 0 R >> >> >>",
            7: stream(b"BT /F 12 Tf 72 700 Td (a) Tj ET"),
            8: b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>",
        }
    )

    assert read_sheets(data, "a.pdf")[0].scanned is scan


@pytest.mark.parametrize(("lower", "count"), [(1.4, 1), (1.6, 2)])
def test_baselines_within_0_15_em_are_one_row(lower, count):
    assert len(rows_of([glyph(0, 0), glyph(5, -lower)], 1)) == count


@pytest.mark.parametrize(("gap", "between"), [(0.9, ""), (1.1, " "), (19, " "), (21, "\t")])
def test_a_gap_is_a_space_from_a_tenth_of_an_em_and_a_tab_from_two(gap, between):
    assert make_row([glyph(0), glyph(5 + gap)], (), 1).text == f"a{between}a"


def raised(height: float, em: float = 6.0, count: int = 1, first: float = 10.0) -> bool:
    """Whether small letters above a row of 20 are its superscripts; its first letter may be smaller."""
    base = [glyph(5 * index, 0, 10.0 if index else first) for index in range(20)]
    above = [glyph(10 + 3 * index, height, em, width=3) for index in range(count)]
    return len(rows_of([*base, *above], 1)) == 1


def test_a_superscript_is_raised_by_0_12_to_0_7_em():
    assert [raised(height, first=6.0) for height in (1.1, 1.3)] == [False, True]
    assert [raised(height) for height in (6.9, 7.1)] == [True, False]


def test_a_superscript_has_four_fifths_of_the_size_of_its_row():
    assert [raised(3, em) for em in (7.9, 8.1)] == [True, False]


def test_a_mark_begins_two_em_before_its_row_at_most():
    base = [glyph(40 + 5 * index) for index in range(20)]

    found = [len(rows_of([*base, glyph(x, 3, 6, width=3)], 1)) == 1 for x in (19.9, 20.1)]
    assert found == [False, True]


def test_a_row_has_twelve_characters_of_superscripts():
    assert [raised(3, count=count) for count in (12, 13)] == [True, False]


@pytest.mark.parametrize(("x", "offset"), [(5.4, 1), (5.6, 2)])
def test_a_superscript_overlaps_the_letter_behind_it_by_half_a_point(x, offset):
    found = make_row([glyph(0), glyph(5)], [glyph(x, 4, 6, width=1)], 1)

    assert found.raised[0].offset == offset


def left_over(*rows: PrintedRow) -> int:
    """How many rows stand in no block of two columns."""
    return len(blocks_of(rows)[1])


@pytest.mark.parametrize(("gap", "left"), [(19, 1), (21, 0)])
def test_parts_two_em_apart_stand_in_two_columns(gap, left):
    parts = (*row(100, "TRÁI").glyphs, *row(120 + gap, "PHẢI").glyphs)

    assert left_over(make_row(parts, (), 1)) == left


HEAD = make_row((*row(100, "TRÁI").glyphs, *row(200, "PHẢI").glyphs), (), 1)


@pytest.mark.parametrize(("gap", "left"), [(4.4, 1), (4.6, 0)])
def test_a_row_with_less_than_0_45_em_between_the_columns_runs_over_both(gap, left):
    parts = (*full(100, 200 - gap, -14).glyphs, *row(200, "PHẢI", -14).glyphs)

    assert left_over(HEAD, make_row(parts, (), 1)) == left


@pytest.mark.parametrize(("down", "left"), [(16.9, 0), (17.1, 1)])
def test_a_column_goes_on_within_1_7_em(down, left):
    assert left_over(HEAD, row(100, "DƯỚI", -down)) == left


@pytest.mark.parametrize(("up", "left"), [(24.9, 0), (25.1, 2)])
def test_the_rows_of_a_head_stand_within_two_and_a_half_em(up, left):
    assert left_over(row(100, "CHÍNH PHỦ", up), row(250, MOTTO)) == left


@pytest.mark.parametrize(("between", "left"), [(6, 0), (7, 7)])
def test_the_date_of_a_head_stands_in_its_first_eight_rows(between, left):
    motto = make_row((*row(100, "BỘ").glyphs, *row(250, MOTTO).glyphs), (), 1)
    rows = [row(250, "xxxx", -14 * down) for down in range(1, between + 1)]
    day = row(250, "Hà Nội, ngày 1 tháng 2 năm 2026", -14 * (between + 1))

    assert left_over(motto, *rows, day) == left


@pytest.mark.parametrize(("x", "left"), [(129, 2), (131, 0)])
def test_recipients_start_within_three_em_and_a_signature_beyond(x, left):
    assert left_over(row(100, "Nơi nhận:", step=2), row(x, "Ký", -14)) == left


@pytest.mark.parametrize(
    ("x", "width", "found"),
    [(100, 49, 0), (100, 51, 1), (100, 229, 1), (100, 231, 0), (114, 99, 1), (116, 99, 0)],
)
def test_the_rule_of_footnotes_has_50_to_230_points_and_begins_within_15_of_the_text(x, width, found):
    rows = [row(100, "chữ", 700), row(100, "chú thích", 80, em=8)]

    assert (
        len(FootnoteFinder(10, go_on=False).below_rule(rows, sheet(RuledLine(x, 100, x + width, 100))))
        == found
    )


@pytest.mark.parametrize(
    ("ended", "small", "found"), [(True, 1, 0), (False, 1, 1), (True, 2, 2), (False, 2, 2)]
)
def test_one_small_row_below_the_text_goes_on_a_note_only_where_that_has_not_ended(ended, small, found):
    rows = [row(100, "chữ", 700), *(row(100, "cư trú.", 80 - 10 * down, em=8) for down in range(small))]

    assert len(FootnoteFinder(10, go_on=True, over=ended).below_text(rows)) == found


def test_small_rows_above_the_first_mark_are_text_where_no_note_goes_on():
    noted = make_row([glyph(106, 60, 8)], [glyph(100, 63, 5, "1", 3)], 1)
    rows = [row(100, "chữ", 700), row(100, "cư trú.", 80, em=8), noted]

    assert FootnoteFinder(10, go_on=False).below_text(rows) == [noted]


@pytest.mark.parametrize(("em", "found"), [(9.4, 1), (9.6, 0)])
def test_footnotes_are_set_in_0_95_of_the_size_of_the_text(em, found):
    rows = [row(100, "chữ", 700), row(100, "chú thích", 80, em=em)]

    assert (
        len(FootnoteFinder(10, go_on=False).below_rule(rows, sheet(RuledLine(100, 100, 200, 100)))) == found
    )


@pytest.mark.parametrize(("count", "found"), [(2, 0), (3, 3)])
def test_three_rows_of_a_signature_are_a_stamp(count, found):
    assert len(furniture([row(100, "Email: a@b.vn", 400)] * count, sheet(), ())) == found


@pytest.mark.parametrize(("y", "found"), [(71, 1), (73, 0), (727, 0), (729, 1)])
def test_a_page_number_stands_in_the_outer_nine_hundredths(y, found):
    assert len(furniture([row(250, "12", y)], sheet(), ())) == found


def repeated(*heads: str) -> int:
    """How many of the heads of as many pages come back."""
    pages = [
        (sheet(number=page), [replace(row(100, words, 760), page=page)])
        for page, words in enumerate(heads, 1)
    ]
    return len(repeated_heads(pages))


@pytest.mark.parametrize(("letters", "found"), [(7, 0), (8, 3)])
def test_a_running_head_has_eight_letters(letters, found):
    assert repeated(*["a" * letters] * 3) == found


@pytest.mark.parametrize(("pages", "found"), [(2, 0), (3, 3)])
def test_a_running_head_without_a_number_stands_on_three_pages(pages, found):
    assert repeated(*["a" * 8] * pages) == found


@pytest.mark.parametrize(("same", "other", "found"), [(19, 5, 0), (20, 5, 2)])
def test_running_heads_with_numbers_agree_in_four_fifths(same, other, found):
    assert repeated(*(f"{page} {'a' * same}{char * other}" for page, char in enumerate("bc", 1))) == found


@pytest.mark.parametrize(("others", "found"), [(39, 1), (40, 0)])
def test_a_running_head_is_laid_beside_those_of_forty_pages(others, found):
    words = [*(chr(ord("À") + at) * 8 for at in range(others)), "a" * 8, "a" * 8]

    assert repeated(*(f"{page} {word}" for page, word in enumerate(words, 1))) == found


@pytest.mark.parametrize(("count", "off", "found"), [(3, 0, 3), (4, 0, 0), (1, 11.9, 1), (1, 12.1, 0)])
def test_the_gazette_sets_three_rows_of_its_own_within_12_points_of_the_middle(count, off, found):
    below = TwoColumns(1, 600.0, (((), (row(250, MOTTO, 600),)),))
    heads = [row(WIDTH / 2 - 50 + off, "X" * 20, 700 + 14 * up) for up in range(count)]

    assert len(_gazette_heads(heads, [below], sheet())) == found


def seen(*words: SeenWord) -> PrintedPage:
    """A page of 842 dots, a point each, in which these words were seen."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(scans, "seen_words", lambda *_: list(words))
        sheet = PrintedPage(1, 595, 842, (), (), recognised=False, scanned=True)
        return scans._recognised(b"P5\n595 842\n255\n", sheet)


def word(sure: float) -> SeenWord:
    return SeenWord("vb", ("1",), 100, 100, 10, 10, sure)


@pytest.mark.parametrize(("sure", "doubtful"), [(69.9, ("vb",)), (70.0, ())])
def test_a_word_of_which_the_program_is_seventy_percent_sure_is_not_doubtful(sure, doubtful):
    assert seen(word(sure)).doubtful == doubtful


def test_type_is_a_fifth_larger_than_its_words_are_high():
    assert [glyph.em for glyph in seen(word(90)).glyphs] == [12.0, 12.0]


def test_the_picture_of_a_page_has_seven_thousand_dots_on_its_longer_side():
    wide = pages(1).replace(b"595 842", b"9595 40")

    assert picture(wide, 1, "a.pdf").split()[1] == b"7000"


def test_a_page_is_drawn_with_three_hundred_dots_an_inch():
    sheet = pages(1).replace(b"595 842", b"144  72")

    assert picture(sheet, 1, "a.pdf").split()[1:3] == [b"600", b"300"]


@pytest.mark.parametrize(("before", "seen"), [(1_999, True), (2_000, False)])
def test_two_thousand_things_laid_over_a_page_are_looked_at(before, seen):
    link = b"<< /Type /Annot /Subtype /Link /Rect [1 1 2 2] >>"
    comment = b"<< /Type /Annot /Subtype /Text /Rect [1 1 2 2] /Contents (xem) >>"
    data = pdf(
        {
            1: b"<< /Type /Catalog /Pages 2 0 R >>",
            2: b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
            3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] /Annots ["
            + b"5 0 R " * before
            + b"6 0 R] >>",
            5: link,
            6: comment,
        }
    )
    (sheet,) = read_sheets(data, "a.pdf")
    assert (sheet.overlay.lines == ("xem",)) is seen
