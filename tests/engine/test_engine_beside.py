"""Pictures, Word files and tables from files that values name, and QR codes."""

from __future__ import annotations

import io
import struct
import zlib

import docx
import pytest
from output_material import of_lines, read, saved

from kcdocs.engine import limits
from kcdocs.engine.beside_files import BesideFile
from kcdocs.engine.compile import compile_template
from kcdocs.engine.errors import CalculationError, MisplacedValueError
from kcdocs.engine.fill import fill
from kcdocs.word import limits as word_limits
from kcdocs.word.write.data_table import data_table

MILLIMETRE = 36_000


def png(wide: int, high: int) -> bytes:
    """A grey picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + b"\x80" * wide for _ in range(high))
    head = struct.pack(">IIBBBBB", wide, high, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def letter() -> bytes:
    document = of_lines("Từ tệp Word")
    document.add_table(1, 1).cell(0, 0).text = "trong bảng"
    return saved(document)


FILES = {
    "anh.png": BesideFile(png(20, 10)),
    "thu.docx": BesideFile(letter()),
    "bang.xlsx": BesideFile(b"", [["STT", "Tên"], ["1", "A & B <C>"], ["2"]]),
    "chu.txt": BesideFile(b"khong phai anh"),
}


def made(*lines: str, **values: object) -> docx.document.Document:
    return read(fill(compile_template(saved(of_lines(*lines))), values, beside=FILES.__getitem__))


def sizes(document: docx.document.Document) -> list[tuple[float, float]]:
    return [(shape.width / MILLIMETRE, shape.height / MILLIMETRE) for shape in document.inline_shapes]


@pytest.mark.parametrize(("size", "expected"), [("30, 40", (30, 40)), ("30", (30, 15)), ("cao=20", (40, 20))])
def test_a_picture_is_as_large_as_the_template_says_in_millimetres(size, expected):
    assert sizes(made(f"Ảnh: {{{{ a | anh({size}) }}}}", a="anh.png")) == [expected]


def test_a_qr_code_is_a_square_picture():
    assert sizes(made("{{ 'https://example.vn/tra-cuu?so=7' | qr }} {{ m | qr(18) }}", m="07/QĐ-BCT")) == [
        (limits.QR_SIDE, limits.QR_SIDE),
        (18, 18),
    ]


def test_a_word_file_is_taken_in_whole():
    document = made("Trước", "{{p t | tep }}", "Sau", t="thu.docx")

    assert [paragraph.text for paragraph in document.paragraphs if paragraph.text] == [
        "Trước",
        "Từ tệp Word",
        "Sau",
    ]
    assert document.tables[0].cell(0, 0).text == "trong bảng"


def test_a_spreadsheet_becomes_a_table_with_a_repeated_head():
    table = made("{{p t | tep(100) }}", t="bang.xlsx").tables[0]

    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["STT", "Tên"],
        ["1", "A & B <C>"],
        ["2", ""],
    ]
    assert [len(row._tr.findall(".//{*}tblHeader")) for row in table.rows] == [1, 0, 0]
    assert abs(sum(column.width for column in table.columns) / MILLIMETRE - 100) < 0.2


def test_a_value_that_is_no_name_and_a_size_that_none_can_mean_are_refused():
    for line in ("{{ a | anh }}", "{{ 5 | qr }}"):
        with pytest.raises(CalculationError, match="cần"):
            made(line, a=5)
    for size in (limits.LEAST_SIDE - 1, limits.MOST_SIDE + 1, "'to'"):
        with pytest.raises(CalculationError, match="cỡ"):
            made(f"{{{{ a | anh({size}) }}}}", a="anh.png")
    for size in (limits.LEAST_SIDE, limits.MOST_SIDE):
        assert sizes(made(f"{{{{ a | anh({size}, {size}) }}}}", a="anh.png")) == [(size, size)]


def test_a_text_too_long_for_a_code_is_refused():
    with pytest.raises(CalculationError, match="ngắn hơn"):
        made("{{ m | qr }}", m="dài " * 2000)


def test_a_table_stands_between_paragraphs_only():
    with pytest.raises(MisplacedValueError):
        made("Bảng: {{ t | tep }}", t="bang.xlsx")


def test_while_a_template_is_tried_the_name_of_a_file_stands_for_it():
    document = read(fill(compile_template(saved(of_lines("Ảnh: {{ a | anh }}"))), {"a": "chua-co.png"}))

    assert document.paragraphs[0].text == "Ảnh: chua-co.png"


def test_each_column_of_a_table_is_wide_enough_for_a_short_head():
    document = docx.Document()
    document.element.body.insert(0, docx.oxml.parse_xml(_alone(data_table([["STT", "Tên " * 30]], 160))))
    first, second = document.tables[0].columns

    assert first.width.twips >= word_limits.LEAST_WIDTH
    assert second.width > 4 * first.width
    assert document.tables[0].columns[0].width.mm < 30


def _alone(xml: str) -> str:
    names = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return xml[: xml.index("</w:tbl>") + len("</w:tbl>")].replace("<w:tbl>", f'<w:tbl xmlns:w="{names}">', 1)


def test_the_last_of_sections_in_a_loop_is_that_of_the_document():
    upright, lying = 'w:w="11906" w:h="16838"', 'w:w="16838" w:h="11906"'
    pieces = "".join(
        f"<w:p><w:r><w:t>{{%p {word} %}}</w:t></w:r></w:p>" if word else content
        for word, content in (
            ("for x in ds", ""),
            ("", "<w:p><w:r><w:t>{{ x }}</w:t></w:r></w:p>"),
            ("if x == 'b'", ""),
            ("", f"<w:p><w:pPr><w:sectPr><w:pgSz {lying}/></w:sectPr></w:pPr></w:p>"),
            ("else", ""),
            ("", f"<w:p><w:pPr><w:sectPr><w:pgSz {upright}/></w:sectPr></w:pPr></w:p>"),
            ("endif", ""),
            ("endfor", ""),
        )
    )
    document = docx.Document()
    body = document.element.body
    names = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    for child in docx.oxml.parse_xml(f'<w:body xmlns:w="{names}">{pieces}</w:body>'):
        body.insert(len(body) - 1, child)
    out = io.BytesIO()
    document.save(out)

    found = read(fill(compile_template(out.getvalue()), {"ds": ["a", "b"]}))

    assert [section.page_width > section.page_height for section in found.sections] == [False, True]
