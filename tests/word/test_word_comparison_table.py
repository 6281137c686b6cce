"""The comparison table is written as text: whatever words it is given, it is the XML of just those words."""

from __future__ import annotations

import io

import docx
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from kcdocs.word.package.docx import open_package
from kcdocs.word.package.wml import W
from kcdocs.word.write.comparison_table import (
    AlikeCharacters,
    CharacterLook,
    ComparisonDocument,
    TableRow,
    write_table,
)
from kcdocs.word.write.kept_table import WrittenByHand, read_table

PICTURES = {code: 0x2400 + code for code in range(32) if chr(code) not in "\t\n"}
NO_CHARACTERS = dict.fromkeys((*range(0xD800, 0xE000), 0xFFFE, 0xFFFF))
HEADS = ("STT", "CŨ", "MỚI", "THUYẾT MINH")
ODD = st.sampled_from(
    ["<w:p/>", "&amp;", "]]>", "\r", "\r\n", "\t", '"', "'", "\x00", "\ud800", "\uffff", "{}", " "]
)
READ = st.characters(exclude_categories=("Cc", "Cf", "Cs"))
WORDS = st.lists(st.one_of(ODD, st.text(READ, max_size=5)), max_size=4).map("".join)


def table(*rows: TableRow) -> ComparisonDocument:
    return ComparisonDocument(("TÊN",), HEADS, rows)


def one(text: str, look: CharacterLook = CharacterLook.PLAIN) -> tuple[tuple[AlikeCharacters, ...], ...]:
    return ((AlikeCharacters(text, look),),)


def document(data: bytes) -> etree._Element:
    return etree.fromstring(open_package(data).parts["word/document.xml"])


def printable(text: str) -> str:
    """Control characters are shown as their pictures; what is no character is left out."""
    return text.translate(PICTURES | NO_CHARACTERS)


@given(WORDS, WORDS, WORDS)
@settings(max_examples=60, deadline=None)
def test_the_words_of_every_cell_are_read_back_as_they_stand(old, new, made):
    data = write_table(table(TableRow("D1", "D1", (one(old), one(new)), one(made))))
    cells = [*document(data).iter(W + "tc")][5:]
    found = ["".join(text.text or "" for text in cell.iter(W + "t")) for cell in cells]
    assert found == [printable(old), printable(new), printable(made)]
    assert read_table(data).rows[0].written.blocks == ()


def test_each_look_is_the_property_of_word_that_shows_it():
    every = CharacterLook.BOLD | CharacterLook.ITALIC | CharacterLook.STRUCK | CharacterLook.UNDERLINED
    data = write_table(table(TableRow("", "", (one("x", every), one("y")))))
    run, plain = docx.Document(io.BytesIO(data)).tables[0].rows[1].cells[1:3]
    font = run.paragraphs[0].runs[0].font
    assert (font.bold, font.italic, font.strike, font.underline) == (True, True, True, True)
    assert plain.paragraphs[0].runs[0]._r.rPr is None


def test_a_provision_named_twice_gets_bookmarks_of_different_names():
    row = TableRow("D1", "D1", (one("x"), one("x")), one("Bổ sung."))
    names = [
        mark.get(W + "name") for mark in document(write_table(table(row, row))).iter(W + "bookmarkStart")
    ]
    assert len(names) == len(set(names)) == 7
    assert [key.old_key for key in read_table(write_table(table(row, row))).rows] == ["D1", "D1"]


def test_words_kept_from_another_program_take_the_prefixes_of_the_document():
    main = W[1:-1]
    foreign = f'<a:p xmlns:a="{main}" xmlns:b="urn:khac"><a:r><a:t>ý kiến &amp; lý do</a:t></a:r></a:p>'
    grid = f'<w:tbl xmlns:w="{main}"><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>'
    kept = WrittenByHand((foreign.encode(), grid.encode()))
    xml = open_package(write_table(table(TableRow("", "", (one("x"), one("y")), (), kept)))).parts[
        "word/document.xml"
    ]
    assert xml.count(b"xmlns:") == 2
    assert "<w:p><w:r><w:t>ý kiến &amp; lý do</w:t></w:r></w:p><w:tbl>".encode() in xml
    last = [*etree.fromstring(xml).iter(W + "tc")][-1].getparent()
    assert last.tag == W + "tr"
    assert b'</w:tbl><w:p><w:pPr><w:pStyle w:val="KcO"/></w:pPr></w:p></w:tc>' in xml
