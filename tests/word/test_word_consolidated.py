"""Consolidated texts as Word files: tables stay tables, read back as they were."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest

from kcdocs.api import amend
from kcdocs.model.address import Kind
from kcdocs.model.consolidated import Authentication, ConsolidatedText, GridTable, Paragraph, SpanningCell
from kcdocs.model.format import Format
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


def _widths(*words: str) -> list[int]:
    """Widths of the columns of a table whose only row says these words."""
    row = tuple(SpanningCell(at, 1, 1, (Paragraph(text),)) for at, text in enumerate(words))
    text = ConsolidatedText((GridTable(len(words), (row,)),), Authentication(gazette=True))
    table = docx.Document(io.BytesIO(write_consolidated(text))).tables[0]
    return [int(column.width.twips) for column in table.columns if column.width is not None]


def test_a_column_is_taken_to_hold_five_characters_at_least() -> None:
    assert _widths("a" * 4, "a" * 5) == _widths("a", "a" * 5)
    assert _widths("a" * 6, "a" * 5) != _widths("a" * 5, "a" * 5)


def test_a_column_is_taken_to_hold_forty_characters_at_most() -> None:
    assert _widths("a" * 41, "a" * 20) == _widths("a" * 40, "a" * 20)
    assert _widths("a" * 39, "a" * 20) != _widths("a" * 40, "a" * 20)
