"""Consolidated texts as Word files: tables stay tables, read back as they were."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.table import Table

from kcdocs.api import amend
from kcdocs.convert.libreoffice import to_pdf
from kcdocs.model.address import Kind
from kcdocs.model.consolidated import Authentication, ConsolidatedText, GridTable, Paragraph, SpanningCell
from kcdocs.model.format import Format
from kcdocs.model.instrument import Instrument
from kcdocs.model.line import Cell
from kcdocs.parse.instrument import parse
from kcdocs.sources.read import read
from kcdocs.word.write.consolidated import write_consolidated

AMENDING = """CHÍNH PHỦ
Số: 9/2025/NĐ-CP
Hà Nội, ngày 10 tháng 6 năm 2025
NGHỊ ĐỊNH
Sửa đổi, bổ sung một số điều của Nghị định số 8/2020/NĐ-CP ngày 10 tháng 01 năm 2020 của Chính phủ về nghề đan
Điều 1. Sửa đổi, bổ sung một số điều của Nghị định số 8/2020/NĐ-CP
1. Sửa đổi, bổ sung khoản 2 Điều 1 như sau:
“2. Xưởng đan tự kê khai.”.
Điều 2. Hiệu lực thi hành
Nghị định này có hiệu lực thi hành từ ngày 01 tháng 8 năm 2025.
"""
LINES = (
    "NGHỊ ĐỊNH",
    "Về nghề đan",
    "Căn cứ Luật Tổ chức Chính phủ ngày 18 tháng 02 năm 2025;",
    "Chính phủ ban hành Nghị định về nghề đan.",
    "Điều 1. Hồ sơ",
    "1. Hồ sơ gồm đơn.",
    "2. Xã xác nhận đơn.",
    "Điều 2. Hiệu lực thi hành",
    "Nghị định này có hiệu lực thi hành từ ngày 01 tháng 3 năm 2020.",
    "Phụ lục",
    "MỨC HỖ TRỢ",
    "(Kèm theo Nghị định số 8/2020/NĐ-CP)",
)


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """A consolidated text of a Word file whose annex is a table with merged cells."""
    original = docx.Document()
    for line in LINES:
        original.add_paragraph(line)
    table = original.add_table(rows=3, cols=3)
    for row, words in enumerate((("STT", "Mức", ""), ("", "Cũ", "Mới"), ("1", "", "20"))):
        for column, text in enumerate(words):
            table.cell(row, column).text = text
    table.cell(0, 0).merge(table.cell(1, 0))
    table.cell(0, 1).merge(table.cell(0, 2))
    original.save(str(tmp_path / "goc.docx"))
    (tmp_path / "sua.txt").write_text(AMENDING, "utf-8")
    done = amend.apply(tmp_path / "goc.docx", tmp_path / "sua.txt", number="8/2020/NĐ-CP")
    path = tmp_path / "hop-nhat.docx"
    path.write_bytes(amend.consolidated(done, Format.DOCX))
    return path


def test_a_table_of_the_original_is_a_table_with_its_merged_cells(made: Path) -> None:
    (table,) = [node for node in parse(read(made)).walk() if node.kind is Kind.TABLE]

    placed = [(line.text, line.cell) for line in table.lines if line.text and line.cell]
    number = placed[0][1].table
    assert placed == [
        ("STT", Cell(number, 0, 0, rows=2)),
        ("Mức", Cell(number, 0, 1, columns=2)),
        ("Cũ", Cell(number, 1, 1)),
        ("Mới", Cell(number, 1, 2)),
        ("1", Cell(number, 2, 0)),
        ("20", Cell(number, 2, 2)),
    ]


def test_an_annex_begins_a_page_and_says_what_it_comes_with_in_italics_in_the_middle(made: Path) -> None:
    document = docx.Document(str(made))
    annex, name, attached = document.paragraphs[-4:-1]

    assert (annex.text, annex.paragraph_format.page_break_before) == ("Phụ lục", True)
    assert name.text == "MỨC HỖ TRỢ"
    assert attached.text == "(Kèm theo Nghị định số 8/2020/NĐ-CP)"
    assert attached.style is not None
    assert attached.style.font.italic
    assert "Nghị định số 8/2020/NĐ-CP về nghề đan" in "\n".join(item.text for item in document.paragraphs)


def _table(*words: str) -> Table:
    """The written table whose only row says these words."""
    row = tuple(SpanningCell(at, 1, 1, (Paragraph(text),)) for at, text in enumerate(words))
    text = ConsolidatedText((GridTable(len(words), (row,)),), Authentication(gazette=True))
    return docx.Document(io.BytesIO(write_consolidated(text))).tables[0]


def _twips(*words: str) -> list[int]:
    return [int(column.width.twips) for column in _table(*words).columns if column.width is not None]


def _widths(*characters: int) -> list[int]:
    """Widths of columns that hold so many characters each, in words of one letter."""
    return _twips(*(("a " * count)[:count] for count in characters))


def _size(*words: str) -> float | None:
    """Points of the letters in a table; None where they are as the style says."""
    size = _table(*words).cell(0, 0).paragraphs[0].runs[0].font.size
    return None if size is None else size.pt


def test_a_column_is_taken_to_hold_five_characters_at_least() -> None:
    assert _widths(4, 5) == _widths(1, 5)
    assert _widths(6, 5) != _widths(5, 5)


def test_a_column_is_taken_to_hold_forty_characters_at_most() -> None:
    assert _widths(41, 20) == _widths(40, 20)
    assert _widths(39, 20) != _widths(40, 20)


def test_a_column_holds_its_longest_word_however_long_its_neighbours_are() -> None:
    """Ten letters n take 4.8 em, bold ones up to 5.6; at 13 point that is 1,456 twips."""
    narrow, _ = _twips("n" * 10, "a b c d e f g h i j k l m " * 20)

    assert 1456 <= narrow < 2000


def test_words_too_wide_for_the_page_get_smaller_letters_down_to_six_point() -> None:
    """The page takes 9,071 twips; a word of 60 letters takes 28.8 em, two of them all of it at 7 point."""
    assert _size("n" * 10) is None
    assert 6.0 < (_size("n" * 60, "n" * 60) or 0) < 13.0
    assert _size("n" * 200, "n" * 200) == 6.0


def test_a_row_is_never_torn_and_all_rows_of_a_head_stand_on_each_page(made: Path) -> None:
    table = docx.Document(str(made)).tables[-1]
    marks = [[item.tag.split("}")[1] for item in row._tr.trPr] for row in table.rows]

    assert marks == [["cantSplit", "tblHeader"], ["cantSplit", "tblHeader"], ["cantSplit"]]


def test_tables_that_touch_are_parted_by_an_empty_line() -> None:
    row = (SpanningCell(0, 1, 1, (Paragraph("x"),)),)
    text = ConsolidatedText((GridTable(1, (row,)), GridTable(1, (row,))), Authentication(gazette=True))
    body = docx.Document(io.BytesIO(write_consolidated(text))).element.body

    assert [item.tag.split("}")[1] for item in body][:4] == ["tbl", "p", "tbl", "p"]


@pytest.mark.parametrize(("dots", "aligned"), [(11, None), (12, WD_ALIGN_PARAGRAPH.LEFT)])
def test_a_paragraph_with_a_row_of_dots_to_fill_in_is_not_justified(
    dots: int, aligned: WD_ALIGN_PARAGRAPH | None
) -> None:
    text = ConsolidatedText((Paragraph("Tên lò: " + "." * dots),), Authentication(gazette=True))
    (paragraph, *_) = docx.Document(io.BytesIO(write_consolidated(text))).paragraphs

    assert paragraph.alignment == aligned


def test_a_text_with_wide_tables_and_blanks_is_the_same_from_word_and_from_print(
    soffice: str, tmp_path: Path
) -> None:
    """A table of twelve columns over several pages, and one that touches it."""
    del soffice
    original = docx.Document()
    for line in LINES:
        original.add_paragraph(line)
    for number in range(1, 9):
        original.add_paragraph(
            f"{number}. Tên xưởng, nghề, mặt hàng và nơi làm của xưởng (nếu có):{'.' * 150}"
        )
    table = original.add_table(rows=40, cols=12)
    for row in range(40):
        for column in range(12):
            table.cell(row, column).text = f"Lượng nguyên liệu {row}" if row else f"Phương nghiêng {column}"
    original.add_table(rows=1, cols=2).cell(0, 0).text = "NGƯỜI LẬP BIỂU"
    original.save(str(tmp_path / "goc.docx"))
    (tmp_path / "sua.txt").write_text(AMENDING, "utf-8")
    done = amend.apply(tmp_path / "goc.docx", tmp_path / "sua.txt", number="8/2020/NĐ-CP")
    path = tmp_path / "hop-nhat.docx"
    path.write_bytes(amend.consolidated(done, Format.DOCX))

    (printed,) = to_pdf([path], tmp_path)

    applied = _annex_words(done.consolidation.amended)
    assert len(applied) == 12
    assert _annex_words(parse(read(path))) == applied
    assert _annex_words(parse(read(printed))) == applied


def _annex_words(text: Instrument) -> list[str]:
    (annex,) = [node for node in text.nodes if node.kind is Kind.ANNEX]
    return [" ".join(node.text.split()) for node in annex.walk()]
