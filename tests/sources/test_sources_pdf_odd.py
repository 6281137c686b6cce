"""PDF files that are odd, damaged or made to harm give their text or a sentence."""

from __future__ import annotations

import random
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdf_bytes import pdf, stream, worded

from kcdocs.errors import KcdocsError
from kcdocs.sources.errors import CrowdedPdfError, DamagedPdfError, TangledPdfError
from kcdocs.sources.options import Options
from kcdocs.sources.read import read_bytes

NUMBERS = [
    b"0",
    b"-0",
    b"1",
    b"-1",
    b"12",
    b".5",
    b"1e9",
    b"99999999999",
    b"-2147483648",
    b"0.0000001",
    b"nan",
    b"",
]
FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>"
BOX = b"[0 0 595 842]"


def page(
    content: bytes, *, box: bytes = BOX, font: bytes = FONT, more: bytes = b"", packed: bool = False
) -> bytes:
    body = stream(zlib.compress(content), b"/Filter /FlateDecode") if packed else stream(content)
    return pdf(
        {
            1: b"<< /Type /Catalog /Pages 2 0 R >>",
            2: b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
            3: b"<< /Type /Page /Parent 2 0 R /MediaBox %s /Contents 4 0 R %s /Resources << /Font << /F 5 0 R >> >> >>"
            % (box, more),
            4: body,
            5: font,
            6: stream(b"1000 0 0 0 750 750 d1 0 0 750 750 re f"),
        }
    )


def texts(data: bytes) -> list[str]:
    return [line.text for line in read_bytes(data, Options("a.pdf")).lines]


def answered(data: bytes) -> None:
    """Read; a sentence is an answer, too."""
    try:
        assert read_bytes(data, Options("a.pdf")).lines
    except KcdocsError as error:
        assert error.message  # noqa: PT017 - either answer will do


@pytest.mark.parametrize(
    "matrix", ["12 0 0 0 72 600", "12 0 0 0.0001 72 600", "12 0 0 -12 72 600", "-12 0 0 12 300 600"]
)
def test_text_set_flat_or_mirrored_keeps_its_letters(matrix):
    content = f"BT /F 12 Tf 72 700 Td (Hello one) Tj ET BT /F 1 Tf {matrix} Tm (flat text) Tj ET"
    first, *others = texts(worded(content.encode()))
    assert first == "Hello one"
    assert sorted("".join(others).replace(" ", "").replace("\t", "")) == sorted("flattext")


def test_flat_text_keeps_its_words():
    content = b"BT /F 1 Tf 12 0 0 0 72 600 Tm (flat text) Tj ET"
    assert texts(worded(content)) == ["flat text"]


@settings(max_examples=150)
@given(
    st.lists(st.sampled_from(NUMBERS), min_size=14, max_size=14), st.sampled_from([0, 90, 180, 270, 45, -90])
)
def test_any_numbers_where_a_page_has_numbers(numbers, turned):
    content = b"BT /F %s Tf %s Tr %s Tz %s Ts %s %s %s %s %s %s Tm (Dieu 1) Tj ET 0 0 9 9 re S" % tuple(
        numbers[:10]
    )
    answered(page(content, box=b"[%s %s %s %s]" % tuple(numbers[10:]), more=b"/Rotate %d" % turned))


FONTS = [
    (
        b"<< /Type /Font /Subtype /Type3 /FontMatrix [0 0 0 0 0 0] /FontBBox [0 0 0 0] /FirstChar 68 /LastChar 68 "
        b"/Widths [1000] /Encoding << /Differences [68 /d] >> /CharProcs << /d 6 0 R >> >>"
    ),
    b"<< /Type /Font /Subtype /TrueType /BaseFont /X /FirstChar 0 /LastChar -1 /Widths [nan] >>",
    (
        b"<< /Type /Font /Subtype /Type1 /BaseFont /X /FirstChar 0 /LastChar 99999999 /Widths [1 2 3] "
        b"/FontDescriptor << /Type /FontDescriptor /Ascent 0 /Descent 0 /FontBBox [0 0 0 0] >> >>"
    ),
    b"<< /Type /Font /Subtype /Type1 /FontDescriptor << /Ascent 1e30 /Descent -1e30 /MissingWidth -9 >> >>",
    b"<< /Type /Font /Subtype /Type0 /Encoding /Identity-H /DescendantFonts [5 0 R] >>",
    b"<< >>",
    b"null",
]


@pytest.mark.parametrize("font", FONTS)
@pytest.mark.parametrize("turned", [0, 90])
def test_damaged_fonts(font, turned):
    answered(page(b"BT /F 12 Tf 72 700 Td (Dieu 1. Mot) Tj ET", font=font, more=b"/Rotate %d" % turned))


@pytest.mark.parametrize("seed", range(60))
def test_bytes_changed_anywhere(seed):
    content = b"BT /F 12 Tf 72 700 Td (Dieu 1. Mot) Tj 0 -20 Td (1. Hai) Tj ET 72 600 m 300 600 l S 72 500 90 90 re S"
    data, chance = bytearray(page(content)), random.Random(seed)
    for _ in range(chance.randint(1, 12)):
        data[chance.randrange(len(data))] = chance.choice(b"0123456789 .-/<>[]()RTfmd\0\xff")
    answered(bytes(data))


def test_one_text_shown_on_hundreds_of_pages_is_refused_before_it_is_read_whole():
    letters = b"BT /F 1 Tf 0 800 Td " + b"(%s) Tj 0 -1 Td " % (b"a" * 500) * 20 + b"ET"
    kids = b"3 0 R " * 200
    data = pdf(
        {
            1: b"<< /Type /Catalog /Pages 2 0 R >>",
            2: b"<< /Type /Pages /Count 200 /Kids [%s] >>" % kids,
            3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
            b"/Resources << /Font << /F 5 0 R >> >> >>",
            4: stream(zlib.compress(letters), b"/Filter /FlateDecode"),
            5: FONT,
        }
    )
    with pytest.raises(CrowdedPdfError):
        read_bytes(data, Options("a.pdf"))


def test_a_page_full_of_lines_is_read():
    grid = b"".join(b"%d 0 m %d 842 l S 0 %d m 595 %d l S " % (n, n, n, n) for n in range(0, 590, 3))
    many = b"0 0 m 9 9 l S " * 40_000
    words = b"BT /F 12 Tf 72 700 Td (Dieu 1) Tj ET "
    assert "".join(texts(page(words + grid, packed=True))).replace(" ", "") == "Dieu1"
    assert texts(page(words + many, packed=True)) == ["Dieu 1"]


def forms(levels: int, times: int) -> bytes:
    """A page with a form that shows another so many times, which does the same, and so on down to a word."""
    form = b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /Font << /F 5 0 R >> %s >>"
    inner = {
        6 + level: stream(b"/X Do " * times, form % (b"/XObject << /X %d 0 R >>" % (7 + level)))
        for level in range(levels - 1)
    }
    word = stream(b"BT /F 12 Tf 72 600 Td (Trong khung) Tj ET", form % b"")
    return pdf(
        {
            1: b"<< /Type /Catalog /Pages 2 0 R >>",
            2: b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
            3: b"<< /Type /Page /Parent 2 0 R /MediaBox %s /Contents 4 0 R "
            b"/Resources << /Font << /F 5 0 R >> /XObject << /X 6 0 R >> >> >>" % BOX,
            4: stream(b"BT /F 12 Tf 72 700 Td (Dieu 1) Tj ET /X Do"),
            5: FONT,
            **inner,
            5 + levels: word,
        }
    )


def test_forms_within_forms_are_read_as_a_stamp_has_them():
    assert texts(forms(3, 1)) == ["Dieu 1", "Trong khung"]
    assert texts(forms(200, 1)) == ["Dieu 1"]


def test_forms_that_unfold_to_a_thousand_million_are_refused():
    with pytest.raises(TangledPdfError):
        read_bytes(forms(10, 10), Options("a.pdf"))


@pytest.mark.parametrize("shown", [b"q ", b"0 0 m 9 9 l S "])
def test_contents_that_unpack_to_more_than_memory_holds_are_refused(shown):
    data = page(shown * 10_000_000, packed=True)
    assert len(data) < 10**6
    with pytest.raises(TangledPdfError):
        read_bytes(data, Options("a.pdf"))


def test_what_is_wrong_with_a_packed_file_is_told_as_of_any_other():
    with pytest.raises(DamagedPdfError):
        read_bytes(b"%PDF-1.4\n/Filter", Options("a.pdf"))


def test_letters_that_repeat_in_small_type_are_no_shadows():
    assert texts(worded(b"BT /F 2 Tf 72 700 Td (aaaa llll) Tj ET")) == ["aaaa llll"]
