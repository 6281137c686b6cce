"""Text and Markdown files are read line by line, in Unicode; older code pages are told and converted when asked."""

from __future__ import annotations

import pytest
from pdf_bytes import worded
from wordml import docx, p, r

from kcdocs.loading import LargeFileError
from kcdocs.model.line import Cell, Line, SourceKind
from kcdocs.sources.errors import (
    BinarySourceError,
    LegacySourceError,
    TooManyLinesError,
    UndecodableSourceError,
)
from kcdocs.sources.limits import MAX_LINES, MAX_TEXT
from kcdocs.sources.options import Options
from kcdocs.sources.read import read_bytes
from kcdocs.text.legacy import Encoding

TEXT = "Điều 1. Phạm vi\r\n\r\n1. Một\u00a0hai \n"
TCVN3 = "§iÒu 1. Hç trî s¶n xuÊt\n1. Møc hç trî ®\u00adîc quyÕt ®Þnh".encode("latin-1")


def lines(data: bytes, name: str = "a.txt", encoding: Encoding | None = None) -> tuple[Line, ...]:
    return read_bytes(data, Options(name, encoding=encoding)).lines


def texts(data: bytes, name: str = "a.txt", encoding: Encoding | None = None) -> list[str]:
    return [line.text for line in lines(data, name, encoding)]


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_is_recognised_with_and_without_its_mark(codec):
    assert texts(TEXT.encode(codec)) == ["Điều 1. Phạm vi", "", "1. Một\u00a0hai "]


def test_a_line_says_where_it_stands_in_the_file():
    assert [line.source.paragraph for line in lines(TEXT.encode())] == [0, 1, 2]


def test_a_form_feed_ends_a_line():
    assert texts(b"a\fb") == ["a", "b"]


def test_a_legacy_code_page_is_named_with_a_sample_and_the_way_out():
    with pytest.raises(LegacySourceError) as caught:
        lines(TCVN3)
    assert "TCVN3" in caught.value.message
    assert "Điều 1. Hỗ trợ sản xuất" in caught.value.message
    assert "--encoding tcvn3" in caught.value.mend


def test_it_is_converted_when_asked():
    assert texts(TCVN3, encoding=Encoding.TCVN3) == [
        "Điều 1. Hỗ trợ sản xuất",
        "1. Mức hỗ trợ được quyết định",
    ]


def test_a_conversion_is_told():
    told = read_bytes(TCVN3, Options("a.txt", encoding=Encoding.TCVN3)).findings
    assert [item.code for item in told] == ["SR205"]
    assert "TCVN3" in told[0].message


def test_a_text_taken_for_an_old_code_page_by_mistake_is_read_as_it_stands_when_asked():
    wrapped = TCVN3.decode("latin-1").encode()
    assert texts(wrapped, encoding=Encoding.UTF_8) == TCVN3.decode("latin-1").splitlines()


def test_a_pdf_in_an_old_code_page_is_told_and_converted_with_its_marks_in_place():
    content = "BT /F 12 Tf 72 700 Td (§iÒu 1. Hç trî s¶n xuÊt cho n«ng th«n) Tj ET".encode("latin-1")
    with pytest.raises(LegacySourceError):
        lines(worded(content), "a.pdf")
    assert texts(worded(content), "a.pdf", Encoding.TCVN3) == ["Điều 1. Hỗ trợ sản xuất cho nông thôn"]


def test_the_same_characters_saved_as_unicode_are_told_and_converted_too():
    wrapped = TCVN3.decode("latin-1").encode()
    with pytest.raises(LegacySourceError):
        lines(wrapped)
    assert texts(wrapped, encoding=Encoding.TCVN3) == texts(TCVN3, encoding=Encoding.TCVN3)


def test_viqr_is_plain_ascii_and_yet_told():
    typed = b"DDie^`u 1. Ho^~ tro+. sa?n xua^'t; mu+'c cu. the^? do U?y ban quye^'t ddi.nh"
    with pytest.raises(LegacySourceError) as caught:
        lines(typed)
    assert "--encoding viqr" in caught.value.mend


def test_bytes_that_fit_nothing_are_refused_with_their_place():
    with pytest.raises(UndecodableSourceError, match="byte thứ 5"):
        lines(b"abcd\xff\xfe\xfd xyz")


def test_a_wrong_encoding_is_not_guessed_around():
    with pytest.raises(UndecodableSourceError):
        lines(TCVN3, encoding=Encoding.UTF_8)


def test_control_characters_are_no_text_in_any_encoding():
    with pytest.raises(BinarySourceError):
        lines(b"\xb8\x01\x02", encoding=Encoding.TCVN3)


def test_markdown_loses_its_signs_and_keeps_its_words():
    source = "# Tiêu đề #\n\n**Điều 1.** Một\n**Điều 2. Hai**\n*nghiêng*\n1\\. Ba * bốn\n- gạch\n___\n"
    read = lines(source.encode(), "a.md")
    assert [line.text for line in read] == [
        "Tiêu đề",
        "",
        "Điều 1. Một",
        "Điều 2. Hai",
        "nghiêng",
        "1. Ba * bốn",
        "- gạch",
        "___",
    ]
    assert [line.bold for line in read] == [True, False, False, True, False, False, False, False]
    assert [line.italic for line in read] == [False, False, False, False, True, False, False, False]


def test_a_markdown_table_gives_cells_and_no_rule():
    source = "a\n| x | y |\n|---|:-:|\n| 1 | 2<br>3 |\nb\n\n| z |\n"
    read = lines(source.encode(), "a.md")
    assert [(line.text, line.cell) for line in read] == [
        ("a", None),
        ("x", Cell(0, 0, 0)),
        ("y", Cell(0, 0, 1)),
        ("1", Cell(0, 1, 0)),
        ("2", Cell(0, 1, 1)),
        ("3", Cell(0, 1, 1)),
        ("b", None),
        ("", None),
        ("z", Cell(1, 0, 0)),
    ]


def test_only_a_file_called_markdown_is_read_as_such():
    assert texts(b"# a", "a.txt") == ["# a"]


FONT = '<w:rFonts w:ascii="{0}" w:hAnsi="{0}"/>'


def vn(text: str, font: str = ".VnTime") -> str:
    return r(text, FONT.format(font))


def test_a_word_file_in_an_old_font_is_told_with_the_font():
    data = docx(p(vn("Hç trî s¶n xuÊt cho n«ng th«n")), p("Điều 2. Chữ mới"))
    with pytest.raises(LegacySourceError) as caught:
        lines(data, "a.docx")
    assert "«.VnTime»" in caught.value.message
    assert "--encoding tcvn3" in caught.value.mend


def test_only_the_words_in_the_old_font_are_converted_and_capital_fonts_give_capitals():
    data = docx(p(vn("Hç trî s¶n xuÊt"), " và ", "hỗ trợ"), p(vn("nghÞ ®Þnh", ".VnTimeH")))
    assert texts(data, "a.docx", Encoding.TCVN3) == ["Hỗ trợ sản xuất và hỗ trợ", "NGHỊ ĐỊNH"]


@pytest.mark.parametrize(
    "data",
    [
        bytes(1000),
        bytes(3) + b"a" * 5 + bytes(800),
        b"\xff\xfe" + bytes(100),
        b"\xef\xbb\xbfa\x00b",
        "Điều 1.\x07 Một".encode("utf-16-le"),
        b"a\x00\x00\x00" * 100,
    ],
)
def test_zero_bytes_and_control_characters_are_no_text_in_any_encoding(data):
    for encoding in (None, Encoding.UTF_8, Encoding.UTF_16, Encoding.TCVN3):
        with pytest.raises((BinarySourceError, UndecodableSourceError)):
            read_bytes(data, Options("a.txt", encoding=encoding))


def test_a_text_of_more_bytes_or_lines_than_any_is_refused():
    with pytest.raises(LargeFileError):
        read_bytes(b"a" * (MAX_TEXT + 1), Options("a.txt"))
    with pytest.raises(TooManyLinesError):
        read_bytes(b"\n" * (MAX_LINES + 1), Options("a.txt"))


def test_a_page_that_begins_with_comments_is_one_and_comments_alone_are_text():
    page = b"<!-- a -->\n<!----><!-->" * 500 + b"<p>hai"
    assert read_bytes(page, Options("a.html")).kind is SourceKind.HTML
    for text in (b"<!---->" * 9000 + b"x", b"<!-- a" * 9000):
        assert read_bytes(text, Options("a.html")).kind is SourceKind.TEXT


@pytest.mark.parametrize(
    ("typed", "shown", "bold"),
    [
        ("## Chương I ##", "Chương I", True),
        ("#Không", "#Không", False),
        ("**a** và **b**", "a và b", False),
        (" **cả dòng** ", " cả dòng ", True),
        ("**không đóng", "**không đóng", False),
        ("a ** b ** c", "a ** b ** c", False),
        ("&#99999999999; &#xffffffff; &#7843;", "\ufffd \ufffd ả", False),
    ],
)
def test_signs_of_markdown_are_taken_as_a_reader_takes_them(typed, shown, bold):
    assert [(line.text, line.bold) for line in lines(typed.encode(), "a.md")] == [(shown, bold)]


@pytest.mark.parametrize(
    "text",
    [
        "# a" + " " * 100_000 + "#" + " " * 100_000 + "x",
        "**a " * 100_000,
        "**" * 100_000 + "a",
        "*a " * 100_000,
        "|" + " " * 200_000 + "|-",
        "|" * 200_000,
        "&#" + "9" * 100_000,
        "a" * 1_000_000 + "1",
    ],
)
def test_long_lines_of_signs_are_read_in_linear_time(text):
    """The square of their length would be hours."""
    assert lines((text + "\na").encode(), "a.md")
