"""Tracked changes are counted, and read as accepted or as rejected."""

from __future__ import annotations

import pytest
from wordml import docx, p, r, tbl, tc, tr

from kcdocs.model.revisions import Revisions
from kcdocs.word.package.docx import open_package
from kcdocs.word.read.lines import WordText, read_story


def inserted(text: str) -> str:
    return f'<w:ins w:id="1" w:author="a">{r(text)}</w:ins>'


def deleted(text: str) -> str:
    return (
        f'<w:del w:id="2" w:author="a"><w:r><w:delText xml:space="preserve">{text}</w:delText></w:r></w:del>'
    )


def mark(kind: str) -> str:
    return f'<w:rPr><w:{kind} w:id="3" w:author="a"/></w:rPr>'


def story(revisions: Revisions, *body: str, **parts: str) -> WordText:
    return read_story(open_package(docx(*body, **parts), name="a.docx"), revisions=revisions)


def both(*body: str, **parts: str) -> tuple[list[str], list[str]]:
    accepted, rejected = (story(way, *body, **parts) for way in (Revisions.ACCEPT, Revisions.REJECT))
    return [line.text for line in accepted.lines], [line.text for line in rejected.lines]


def test_inserted_and_deleted_words():
    assert both(p("quá ", deleted("ba"), inserted("năm"), " ngày")) == (["quá năm ngày"], ["quá ba ngày"])


def test_moved_words():
    away = f"<w:moveFrom>{r('x')}</w:moveFrom>"
    here = f"<w:moveTo>{r('x')}</w:moveTo>"
    assert both(p("a", away), p("b", here)) == (["a", "bx"], ["ax", "b"])


def test_a_paragraph_inserted_whole():
    assert both(p("a"), p(inserted("mới"), properties=mark("ins")), p("b")) == (["a", "mới", "b"], ["a", "b"])


def test_a_paragraph_deleted_whole():
    assert both(p("a"), p(deleted("cũ"), properties=mark("del")), p("b")) == (["a", "b"], ["a", "cũ", "b"])


def test_a_paragraph_that_went_before_a_table_leaves_nothing_though_it_had_stops_for_tabs():
    stops = '<w:tabs><w:tab w:val="left" w:pos="567"/></w:tabs>'
    gone = p(deleted("cũ"), properties=stops + mark("del"))
    assert both(p("a"), gone, tbl(tr(tc(p("b")))), p("c")) == (["a", "b", "c"], ["a", "cũ", "b", "c"])


def test_two_paragraphs_made_one():
    assert both(p("đầu ", properties=mark("del")), p("cuối")) == (["đầu cuối"], ["đầu ", "cuối"])


def test_one_paragraph_made_two():
    assert both(p("đầu ", properties=mark("ins")), p("cuối")) == (["đầu ", "cuối"], ["đầu cuối"])


def test_several_paragraphs_made_one():
    gone = mark("del")
    assert both(p("a", properties=gone), p("b", properties=gone), p("c"))[0] == ["abc"]


def test_lines_still_say_which_paragraph_of_the_file_they_are():
    read = story(Revisions.ACCEPT, p("a"), p(deleted("cũ"), properties=mark("del")), p("b"))
    assert [line.source.paragraph for line in read.lines] == [0, 2]


def test_rows_of_a_table():
    new = tr(tc(p("mới")), properties='<w:ins w:id="1"/>')
    old = tr(tc(p("cũ")), properties='<w:del w:id="1"/>')
    assert both(tbl(tr(tc(p("giữ"))), new, old)) == (["giữ", "mới"], ["giữ", "cũ"])


def test_a_table_whose_every_row_is_gone_is_gone():
    assert both(p("a"), tbl(tr(tc(p("cũ")), properties='<w:del w:id="1"/>')))[0] == ["a"]


def test_cells_of_a_table():
    new, old = (
        tc(p("mới"), properties='<w:cellIns w:id="1"/>'),
        tc(p("cũ"), properties='<w:cellDel w:id="1"/>'),
    )
    assert both(tbl(tr(tc(p("giữ")), new, old))) == (["giữ", "mới"], ["giữ", "cũ"])


def test_the_last_paragraph_of_a_cell_goes_only_if_another_stays():
    gone = p(deleted("cũ"), properties=mark("del"))
    assert both(tbl(tr(tc(p("giữ"), gone), tc(gone))))[0] == ["giữ", ""]


def test_formatting_before_a_change():
    was = '<w:b/><w:rPrChange w:id="1"><w:rPr/></w:rPrChange>'
    bold = [story(way, p(r("a", was))).lines[0].bold for way in (Revisions.ACCEPT, Revisions.REJECT)]
    assert bold == [True, False]


def test_bookmarks_between_paragraphs_do_not_keep_them_apart():
    between = '<w:bookmarkStart w:id="9" w:name="x"/>'
    assert both(p("đầu ", properties=mark("del")), between, p("cuối"))[0] == ["đầu cuối"]


LISTS = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)


def test_numbering_before_and_after_a_change():
    former = '<w:pPrChange w:id="1"><w:pPr/></w:pPrChange>'
    assert both(p("x", num=(1, 0), properties=former), numbering=LISTS) == (["1. x"], ["x"])


def test_numbering_given_under_tracking_is_gone_once_that_is_rejected():
    given = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/><w:ins w:id="1" w:author="a"/></w:numPr>'
    assert both(p("x", properties=given), numbering=LISTS) == (["1. x"], ["x"])


def test_paragraphs_made_one_have_the_number_of_the_last():
    numbered = p("cuối", num=(1, 0))
    assert both(p("đầu ", properties=mark("del")), numbered, numbering=LISTS)[0] == ["1. đầu cuối"]
    plain = p("đầu ", num=(1, 0), properties=mark("del"))
    assert both(plain, p("cuối"), numbering=LISTS) == (["đầu cuối"], ["1. đầu ", "cuối"])


@pytest.mark.parametrize("kind", ["moveFromRange", "moveToRange", "commentRange", "bookmark"])
def test_the_first_paragraph_moved_away_leaves_no_empty_line(kind: str):
    away = p(f"<w:moveFrom>{r('x')}</w:moveFrom>", properties=mark("moveFrom"))
    around = (f'<w:{kind}Start w:id="8" w:name="m"/>', f'<w:{kind}End w:id="8"/>')
    assert both(around[0], away, around[1], p("b"))[0] == ["b"]


def test_cells_merged_under_tracking_are_read_as_decided_and_counted():
    merge = '<w:cellMerge w:id="1" w:author="a" w:vMerge="cont"/>'
    part = '<w:cellMerge w:id="1" w:author="a" w:vMergeOrig="cont" w:vMerge="rest"/><w:vMerge/>'
    above = tr(tc(p("trên"), properties='<w:vMerge w:val="restart"/>'))
    assert both(tbl(above, tr(tc(p("dưới"), properties=merge)))) == (["trên"], ["trên", "dưới"])
    assert both(tbl(above, tr(tc(p("dưới"), properties=part)))) == (["trên", "dưới"], ["trên"])
    assert story(Revisions.REFUSE, tbl(above, tr(tc(p("dưới"), properties=merge)))).changes == 1


def test_changes_inside_footnotes_count_too():
    notes = f'<w:footnote w:id="1">{p("chú ", inserted("mới"))}</w:footnote>'
    body = p("a", '<w:r><w:footnoteReference w:id="1"/></w:r>')
    read = story(Revisions.REJECT, body, footnotes=notes)
    assert read.changes == 1
    assert read.notes[0].lines[0].text == "chú "


@pytest.mark.parametrize(
    ("body", "changes"),
    [
        (p("a"), 0),
        (p(inserted("a"), deleted("b")), 2),
        (p("a", properties=mark("ins")), 1),
        (p(r("a", '<w:rPrChange w:id="1"><w:rPr/></w:rPrChange>')), 0),
    ],
)
def test_only_changes_of_words_are_counted(body, changes):
    assert story(Revisions.REFUSE, body).changes == changes


def test_a_document_read_so_says_so():
    told = story(Revisions.ACCEPT, p(inserted("a"))).findings
    assert [item.code for item in told] == ["WD202"]
    assert "1 chỗ sửa" in told[0].message
    assert story(Revisions.ACCEPT, p("a")).findings == ()
