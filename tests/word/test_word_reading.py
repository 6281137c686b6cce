"""Reading a Word document gives the lines that Word shows."""

from __future__ import annotations

import pytest
from wordml import docx, p, r, tbl, tc, tr

from kcdocs.model.line import Align, Cell, Mark
from kcdocs.word.errors import BrokenPartError
from kcdocs.word.package.docx import Allow, open_package
from kcdocs.word.read.lines import WordText, read_story


def story(*body: str, **parts: str) -> WordText:
    return read_story(open_package(docx(*body, **parts), name="a.docx", allow=Allow.ALL))


def texts(*body: str, **parts: str) -> list[str]:
    return [line.text for line in story(*body, **parts).lines]


def test_each_paragraph_is_a_line_and_empty_ones_are_lines_too():
    assert texts(p("Điều 1. Phạm vi"), p(), p("1. Một")) == ["Điều 1. Phạm vi", "", "1. Một"]


def test_a_line_says_which_paragraph_of_the_part_it_is():
    lines = story(p("a"), tbl(tr(tc(p("b")), tc(p("c"), p("d")))), p("e")).lines
    assert [(line.text, line.source.paragraph) for line in lines] == [
        ("a", 0),
        ("b", 1),
        ("c", 2),
        ("d", 3),
        ("e", 4),
    ]
    assert {line.source.part for line in lines} == {"word/document.xml"}


def test_runs_of_one_paragraph_are_joined_without_a_space():
    assert texts(p("Ngh", "ị", " định")) == ["Nghị định"]


def test_no_break_spaces_and_decomposed_letters_stay_as_they_are():
    assert texts(p("Điều\u00a01.", " a\u0302\u0301")) == ["Điều\u00a01. a\u0302\u0301"]


def test_space_at_the_ends_of_a_text_counts_only_where_xml_says_so():
    assert texts(p("<w:r><w:t> a </w:t></w:r>", r(" b "))) == ["a b "]


def test_a_manual_line_break_divides_a_paragraph_into_segments():
    lines = story(p("Chương I", "<w:r><w:br/></w:r>", "QUY ĐỊNH")).lines
    assert [(line.text, line.source.paragraph, line.source.segment) for line in lines] == [
        ("Chương I", 0, 0),
        ("QUY ĐỊNH", 0, 1),
    ]


def test_a_page_break_divides_only_words_from_words():
    page = '<w:r><w:br w:type="page"/></w:r>'
    assert texts(p(page), p("a", page), p("b", page, "c")) == ["", "a", "b", "c"]


def test_tabs_and_hyphens_have_their_characters():
    run = (
        "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:noBreakHyphen/><w:t>c</w:t><w:softHyphen/><w:t>d</w:t></w:r>"
    )
    assert texts(p(run)) == ["a\tb\u2011c\u00add"]


def test_a_symbol_of_a_symbol_font_is_the_character_a_reader_sees():
    assert texts(p('<w:r><w:sym w:font="Symbol" w:char="F0B3"/><w:t>5</w:t></w:r>')) == ["≥5"]


def test_a_symbol_nobody_knows_is_told():
    found = story(p('<w:r><w:sym w:font="Hoa van" w:char="F021"/></w:r>')).findings
    assert [(item.code, item.place.paragraph) for item in found] == [("WD203", 1)]


def test_the_result_of_a_field_is_read_and_its_instruction_is_not():
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF x </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>Điều 5</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    assert texts(p("theo ", field, " này")) == ["theo Điều 5 này"]


def test_a_field_within_the_instruction_of_another_is_not_read():
    begin, separate, end = (
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
    )
    inner = begin + separate + r("ẩn") + end
    assert texts(p(begin, inner, separate, r("hiện"), end)) == ["hiện"]


def test_a_field_may_run_over_paragraphs():
    begin, separate, end = (
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
    )
    assert texts(p(begin, separate, r("một")), p(r("hai"), end), p("ba")) == ["một", "hai", "ba"]


def test_content_controls_links_and_smart_tags_are_read_through():
    inside = "<w:sdt><w:sdtPr/><w:sdtContent>" + r("b") + "</w:sdtContent></w:sdt>"
    link = "<w:hyperlink>" + r("c") + "</w:hyperlink>"
    block = "<w:sdt><w:sdtContent>" + p("d") + "</w:sdtContent></w:sdt>"
    assert texts(p("a", inside, link), block) == ["abc", "d"]


def test_a_text_box_is_read_once_after_its_paragraph():
    box = "<w:txbxContent>" + p("trong khung") + "</w:txbxContent>"
    drawing = (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing>'
        f"</mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    lines = story(p("neo", drawing), p("sau")).lines
    assert [(line.text, line.source.paragraph) for line in lines] == [
        ("neo", 0),
        ("trong khung", 1),
        ("sau", 3),
    ]


def test_hidden_words_are_left_out_and_told():
    read = story(p("thấy", r(" ẩn", "<w:vanish/>")), p(r("ẩn hết", "<w:vanish/>")))
    assert [line.text for line in read.lines] == ["thấy"]
    assert [(item.code, item.place.paragraph, item.found) for item in read.findings] == [
        ("WD201", 1, " ẩn"),
        ("WD201", 2, "ẩn hết"),
    ]


def test_struck_words_are_read_and_told():
    read = story(p("còn ", r("bỏ", "<w:strike/>")))
    assert [line.text for line in read.lines] == ["còn bỏ"]
    assert [(item.code, item.found) for item in read.findings] == [("WD204", "bỏ")]


def test_a_picture_is_told_and_a_formula_is_read():
    picture = "<w:r><w:drawing><a:blip/></w:drawing></w:r>"
    formula = "<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>"
    read = story(p(picture), p("Công thức: ", formula))
    assert [line.text for line in read.lines] == ["", "Công thức: x=1"]
    assert [item.place.paragraph for item in read.findings] == [1]


def test_headers_comments_and_bookmarks_add_no_line():
    assert texts('<w:bookmarkStart w:id="1" w:name="a"/>', p("a"), "<w:sectPr/>") == ["a"]


def test_each_cell_says_its_table_row_and_grid_column():
    wide = tc(p("b"), properties='<w:gridSpan w:val="2"/>')
    lines = story(tbl(tr(tc(p("a")), wide, tc(p("c"))), tr(tc(p("d")))), tbl(tr(tc(p("e"))))).lines
    assert [(line.text, line.cell) for line in lines] == [
        ("a", Cell(0, 0, 0)),
        ("b", Cell(0, 0, 1, columns=2)),
        ("c", Cell(0, 0, 3)),
        ("d", Cell(0, 1, 0)),
        ("e", Cell(1, 0, 0)),
    ]


def test_a_table_in_a_table_has_its_own_number_and_the_outer_goes_on():
    inner = tbl(tr(tc(p("b"))))
    lines = story(tbl(tr(tc(p("a"), inner, p("c")), tc(p("d"))))).lines
    assert [(line.text, line.cell) for line in lines] == [
        ("a", Cell(0, 0, 0)),
        ("b", Cell(1, 0, 0)),
        ("c", Cell(0, 0, 0)),
        ("d", Cell(0, 0, 1)),
    ]


def test_words_under_a_merged_cell_are_left_out_and_told():
    over, under = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    read = story(
        tbl(tr(tc(p("a"), properties=over)), tr(tc(p("che"), properties=under)), tr(tc(properties=under)))
    )
    assert [(line.text, line.cell) for line in read.lines] == [("a", Cell(0, 0, 0, rows=3))]
    assert [(item.code, item.place.paragraph, item.found) for item in read.findings] == [("WD205", 2, "che")]


def test_bold_italic_and_alignment_come_through_styles_and_direct_settings():
    styles = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:pPr><w:jc w:val="both"/></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="T"><w:basedOn w:val="N"/><w:pPr><w:jc w:val="center"/></w:pPr>'
        "<w:rPr><w:b/></w:rPr></w:style>"
        '<w:style w:type="character" w:styleId="M"><w:rPr><w:b/><w:i/></w:rPr></w:style>'
    )
    title = '<w:pStyle w:val="T"/>'
    marked = '<w:rStyle w:val="M"/>'
    lines = story(
        p("thường"),
        p("đậm", properties=title),
        p(r("đảo", marked), properties=title),
        p(r("không đậm", '<w:b w:val="0"/>'), properties=title),
        p(r("nửa", "<w:b/>"), "nửa", properties='<w:jc w:val="right"/>'),
        styles=styles,
    ).lines
    assert [(line.bold, line.italic, line.align) for line in lines] == [
        (False, False, Align.BOTH),
        (True, False, Align.CENTER),
        (False, True, Align.CENTER),
        (False, False, Align.CENTER),
        (False, False, Align.RIGHT),
    ]


FOOTNOTES = (
    '<w:footnote w:id="-1" w:type="separator"><w:p/></w:footnote>'
    f'<w:footnote w:id="2">{p("<w:r><w:footnoteRef/></w:r>", r(" Thứ hai."))}</w:footnote>'
    f'<w:footnote w:id="1">{p("<w:r><w:footnoteRef/></w:r>", r(" Thứ nhất."))}{p("Tiếp.")}</w:footnote>'
)


def footnote(number: int) -> str:
    return f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'


def test_footnotes_are_numbered_as_the_text_refers_to_them_and_kept_apart():
    read = story(p("Một", footnote(1), ", hai", footnote(2), "."), footnotes=FOOTNOTES)
    assert read.lines[0].text == "Một, hai."
    assert read.lines[0].marks == (Mark(3, "1"), Mark(8, "2"))
    assert [(note.label, [line.text for line in note.lines]) for note in read.notes] == [
        ("1", ["Thứ nhất.", "Tiếp."]),
        ("2", ["Thứ hai."]),
    ]
    assert [line.source.part for line in read.notes[0].lines] == ["word/footnotes.xml"] * 2


def test_a_mark_typed_by_hand_is_no_part_of_the_text():
    mark = '<w:r><w:footnoteReference w:id="1" w:customMarkFollows="1"/><w:t>*</w:t></w:r>'
    read = story(p("Một", mark, " hai", footnote(2)), footnotes=FOOTNOTES)
    assert read.lines[0].text == "Một hai"
    assert read.lines[0].marks == (Mark(3, "*"), Mark(7, "1"))


def test_endnotes_are_counted_in_roman_numerals_and_settings_may_change_that():
    endnotes = f'<w:endnote w:id="1">{p("Cuối.")}</w:endnote>'
    mark = '<w:r><w:endnoteReference w:id="1"/></w:r>'
    assert story(p("a", mark), endnotes=endnotes).notes[0].label == "i"
    settings = '<w:endnotePr><w:numFmt w:val="decimal"/></w:endnotePr>'
    assert story(p("a", mark), endnotes=endnotes, settings=settings).notes[0].label == "1"


def test_a_footnote_and_an_endnote_never_share_a_label():
    settings = '<w:endnotePr><w:numFmt w:val="decimal"/></w:endnotePr>'
    endnotes = f'<w:endnote w:id="1">{p("Cuối.")}</w:endnote>'
    body = p("a", footnote(1), "b", '<w:r><w:endnoteReference w:id="1"/></w:r>')
    read = story(body, footnotes=FOOTNOTES, endnotes=endnotes, settings=settings)
    assert [note.label for note in read.notes] == ["1", "1*"]


def test_a_mark_without_its_note_is_told():
    assert [item.code for item in story(p("a", footnote(9)), footnotes=FOOTNOTES).findings] == ["WD206"]


def test_a_file_imported_whole_is_told():
    assert [item.code for item in story(p("a"), "<w:altChunk/>").findings] == ["WD207"]


def test_strict_documents_are_read_like_any_other():
    data = docx(p("a"))
    package = open_package(data, name="a.docx")
    strict = {
        name: part.replace(
            b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        )
        for name, part in package.parts.items()
    }
    read = read_story(type(package)("a.docx", strict, package.main))
    assert [line.text for line in read.lines] == ["a"]


def test_a_document_nested_beyond_all_reason_is_refused():
    deep = "<w:sdt><w:sdtContent>" * 200 + p("a") + "</w:sdtContent></w:sdt>" * 200
    with pytest.raises(BrokenPartError):
        story(deep)


def test_a_document_nested_as_deep_as_the_parser_allows_is_read():
    deep = "<w:sdt><w:sdtContent>" * 120 + p("a") + "</w:sdtContent></w:sdt>" * 120
    assert texts(deep) == ["a"]
