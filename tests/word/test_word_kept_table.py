"""What people do to a comparison table in Word, and what of it is kept."""

from __future__ import annotations

import io

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from kcdocs.word.package.docx import open_package
from kcdocs.word.write.comparison_table import AlikeCharacters, ComparisonDocument, TableRow, write_table
from kcdocs.word.write.kept_table import read_table


@pytest.fixture
def table():
    """A table of one row."""
    row = TableRow(
        "D1_K2",
        "D2_K2",
        (((AlikeCharacters("cũ"),),), ((AlikeCharacters("mới"),),)),
        ((AlikeCharacters("Máy ghi."),),),
    )
    return ComparisonDocument(("TÊN",), ("STT", "CŨ", "MỚI", "THUYẾT MINH"), (row,))


def edited(table, edit):
    """The table's rows read back after `edit` changed the explanation's cell with python-docx."""
    document = docx.Document(io.BytesIO(write_table(table)))
    edit(document.tables[0].rows[1].cells[3])
    stream = io.BytesIO()
    document.save(stream)
    return read_table(stream.getvalue())


def again(table, kept):
    """The table written once more with what was kept, as python-docx sees its last cell."""
    (row,) = table.rows
    fresh = TableRow(row.old_key, row.new_key, row.texts, row.made, kept.rows[0].written)
    data = write_table(ComparisonDocument(table.title, table.heads, (fresh,)))
    open_package(data)
    return docx.Document(io.BytesIO(data)).tables[0].rows[1].cells[3]


def test_an_untouched_table_holds_nothing_of_people(table):
    kept = read_table(write_table(table))
    assert (kept.rows[0].old_key, kept.rows[0].new_key, kept.rows[0].new_text) == ("D1_K2", "D2_K2", "mới")
    assert kept.rows[0].written.blocks == ()


def test_formatted_words_nested_tables_and_several_paragraphs_are_kept(table):
    def edit(cell):
        run = cell.paragraphs[-1].add_run("Đậm")
        run.bold = True
        inner = cell.add_table(1, 2)
        inner.cell(0, 1).text = "trong bảng"
        cell.add_paragraph("Sau bảng.")

    cell = again(table, edited(table, edit))
    assert [p.text for p in cell.paragraphs if p.text] == ["Máy ghi.", "Đậm", "Sau bảng."]
    assert cell.paragraphs[1].runs[0].bold
    assert cell.tables[0].cell(0, 1).text == "trong bảng"


def test_an_automatic_bullet_becomes_a_typed_hyphen(table):
    def edit(cell):
        paragraph = cell.add_paragraph("ý thứ nhất")
        number = parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
        paragraph._p.get_or_add_pPr().append(number)

    cell = again(table, edited(table, edit))
    assert cell.paragraphs[-1].text == "- ý thứ nhất"
    assert cell._tc.xpath(".//w:numPr") == []


def test_a_link_s_words_stay_and_its_target_and_comments_do_not(table):
    def edit(cell):
        paragraph = cell.add_paragraph("xem ")
        link = parse_xml(
            f'<w:hyperlink {nsdecls("w", "r")} r:id="rId99"><w:r><w:t>cổng thông tin</w:t></w:r></w:hyperlink>'
        )
        comment = parse_xml(f'<w:commentRangeStart {nsdecls("w")} w:id="7"/>')
        paragraph._p.append(link)
        paragraph._p.append(comment)

    cell = again(table, edited(table, edit))
    assert cell.paragraphs[-1].text == "xem cổng thông tin"
    assert cell._tc.xpath(".//w:hyperlink | .//w:commentRangeStart") == []


def test_words_under_track_changes_are_kept_as_tracked(table):
    def edit(cell):
        inserted = parse_xml(
            f'<w:ins {nsdecls("w")} w:id="5" w:author="An" w:date="2026-01-02T00:00:00Z"><w:r><w:t>mới viết</w:t></w:r></w:ins>'
        )
        cell.add_paragraph()._p.append(inserted)

    kept = edited(table, edit)
    assert kept.rows[0].written.text() == "mới viết"
    assert again(table, kept)._tc.xpath(".//w:ins/@w:author") == ["An"]


def test_a_document_without_such_a_table_holds_none():
    stream = io.BytesIO()
    document = docx.Document()
    document.add_table(2, 3)
    document.save(stream)
    assert read_table(stream.getvalue()) is None
