"""A saved page is read as a browser shows it; a codification page gives the instrument asked for."""

from __future__ import annotations

import pytest

from kcdocs.model.line import Align, Cell, Line, Mark, Reading
from kcdocs.sources.errors import (
    DamagedMarkupError,
    LegacySourceError,
    NoSuchInstrumentError,
    SeveralInstrumentsError,
)
from kcdocs.sources.options import Options
from kcdocs.sources.read import read, read_bytes
from kcdocs.text.legacy import Encoding


def page(body: str, instrument: str = "") -> Reading:
    data = f"<!DOCTYPE html><html><head><title>t</title></head><body>{body}</body></html>".encode()
    return read_bytes(data, Options("a.html", instrument=instrument))


def texts(body: str) -> list[str]:
    return [line.text for line in page(body).lines]


def test_blocks_are_lines_and_spaces_are_one_space():
    assert texts("<div>a\n  b <b> c</b><p>d</p>e</div><h1>f</h1>") == ["a b c", "d", "e", "f"]


def test_no_break_spaces_and_entities_keep_their_characters():
    assert texts("<p>&nbsp;&#272;i&#7873;u&nbsp;1 &lt;a&gt;</p>") == ["\u00a0Điều\u00a01 <a>"]


def test_a_break_ends_a_line_and_two_leave_one_empty():
    assert texts("<p>a<br>b<br><br>c</p>") == ["a", "b", "", "c"]


def test_preformatted_text_keeps_its_lines_and_spaces():
    assert texts("<pre>a  b\n c</pre>") == ["a  b", " c"]


def test_scripts_styles_and_forms_are_no_text():
    assert texts("<script>x</script><style>y</style><nav>z</nav><button>w</button><p>a</p><!-- b -->") == [
        "a"
    ]


def test_hidden_parts_are_left_out_and_told():
    read_now = page('<p>a</p><p style="display: none">b  c</p><p hidden>d</p>')
    assert [line.text for line in read_now.lines] == ["a"]
    assert [(item.code, item.found) for item in read_now.findings] == [("SR201", "b c"), ("SR201", "d")]


def test_numbered_lists_bear_their_numbers():
    lines = page(
        '<ol start="3"><li>a<li value="7"><p>b</p><p>c</p></ol><ol type="a"><li>d</ol><ul><li>e</ul>'
    ).lines
    assert [(line.text, line.numbered) for line in lines] == [
        ("3. a", 3),
        ("7. b", 3),
        ("c", 0),
        ("a. d", 3),
        ("• e", 2),
    ]


def test_cells_know_their_column_under_cells_that_span_rows():
    body = "<table><tr><td rowspan=2>a<td colspan=2>b<tr><td>c<td><p>d</p><p>e</p></table><table><tr><th>f</table>"
    assert [(line.text, line.cell) for line in page(body).lines] == [
        ("a", Cell(0, 0, 0, rows=2)),
        ("b", Cell(0, 0, 1, columns=2)),
        ("c", Cell(0, 1, 1)),
        ("d", Cell(0, 1, 2)),
        ("e", Cell(0, 1, 2)),
        ("f", Cell(1, 0, 0)),
    ]


def test_formatting_is_read_from_tags_and_styles():
    body = (
        '<p align="center"><b>a</b></p><p style="text-align:right; font-weight: 700"><i>b</i></p>'
        "<p><b>c</b> d</p><b><p style='font-weight:normal'>e</p></b>"
    )
    assert [(line.bold, line.italic, line.align) for line in page(body).lines] == [
        (True, False, Align.CENTER),
        (True, True, Align.RIGHT),
        (False, False, Align.NONE),
        (False, False, Align.NONE),
    ]


@pytest.mark.parametrize(
    ("mark", "note"),
    [
        (
            '<a href="#_ftn1" name="_ftnref1">[1]</a>',
            '<div id="ftn1"><p><a href="#_ftnref1" name="_ftn1">[1]</a> Chú.</p></div>',
        ),
        (
            '<a class="sdfootnoteanc" href="#sdfootnote1sym"><sup>1</sup></a>',
            '<div id="sdfootnote1"><p><a class="sdfootnotesym" href="#sdfootnote1anc">1</a>Chú.</p></div>',
        ),
    ],
)
def test_footnotes_of_word_and_libreoffice_pages_are_kept_apart(mark, note):
    read_now = page(f"<p>Một{mark}, hai</p>{note}")
    assert [(line.text, line.marks) for line in read_now.lines] == [("Một, hai", (Mark(3, "1"),))]
    assert [(item.label, [line.text for line in item.lines]) for item in read_now.notes] == [("1", ["Chú."])]


def test_of_a_page_of_the_national_database_only_the_text_is_read():
    assert texts('<div>Trang chủ</div><div id="toanvancontent"><p>Điều 1</p></div><p>Liên hệ</p>') == [
        "Điều 1"
    ]


def test_a_legacy_code_page_is_told_and_converted_when_asked():
    data = "<html><body><p>Hç trî s¶n xuÊt cho n«ng th«n</p></body></html>".encode("latin-1")
    with pytest.raises(LegacySourceError):
        read_bytes(data, Options("a.html"))
    asked = read_bytes(data, Options("a.html", encoding=Encoding.TCVN3))
    assert [line.text for line in asked.lines] == ["Hỗ trợ sản xuất cho nông thôn"]


def test_a_page_nested_beyond_all_reason_is_refused():
    with pytest.raises(DamagedMarkupError):
        page("<div>" * 100_000 + "a")


def article(code: str, heading: str, origin: str, body: str, related: str = "") -> str:
    more = f"<p class='pChiDan'>{related}</p>" if related else ""
    return (
        f"<p class='pDieu'><a name='1'></a>Điều {code}. {heading}</p><p class='pGhiChu'>({origin})</p>"
        f"<p class='pNoiDung'><p>{body}</p></p>{more}"
    )


CODIFIED = (
    "<p class='pChuong'>Chương I</p><p class='pChuong'>CHUNG</p>"
    + article("9.1.NĐ.1", "Một", "Điều 1 Nghị định số 11/2020/NĐ-CP Về x", "Lời một.", "(có liên quan)")
    + article("9.1.TT.2.5", "Năm", "Điều 5a Thông tư số 22/2021/TT-BCT", "Lời năm.")
    + article("9.1.TT.2.3", "Ba", "Điều 3 Thông tư số 22/2021/TT-BCT", "Lời ba.")
    + "<p class='pChuong'>Chương II</p><p class='pChuong'>RIÊNG</p>"
    + article("9.1.NĐ.2", "Hai", "Điều 2 Nghị định số 11/2020/NĐ-CP", "Lời hai.")
)


def test_the_instrument_asked_for_is_read_with_its_chapters_and_its_own_numbers():
    read_now = page(CODIFIED, "11/2020/NĐ-CP")
    assert [line.text for line in read_now.lines] == [
        "Chương I",
        "CHUNG",
        "Điều 1. Một",
        "Lời một.",
        "Chương II",
        "RIÊNG",
        "Điều 2. Hai",
        "Lời hai.",
    ]


def test_another_instrument_comes_in_its_own_order_without_chapters():
    lines = page(CODIFIED, "22/2021/TT-BCT").lines
    assert [line.text for line in lines] == ["Điều 3. Ba", "Lời ba.", "Điều 5a. Năm", "Lời năm."]


def test_notes_on_origin_and_relations_are_kept_apart_and_tied_to_the_article():
    read_now = page(CODIFIED, "11/2020/NĐ-CP")
    assert read_now.lines[2].marks == (Mark(11, "Nguồn gốc Điều 1"), Mark(11, "Chỉ dẫn Điều 1"))
    assert [(note.label, note.lines[0].text) for note in read_now.notes] == [
        ("Nguồn gốc Điều 1", "(Điều 1 Nghị định số 11/2020/NĐ-CP Về x)"),
        ("Chỉ dẫn Điều 1", "(có liên quan)"),
        ("Nguồn gốc Điều 2", "(Điều 2 Nghị định số 11/2020/NĐ-CP)"),
    ]


def test_which_instrument_is_asked_where_there_are_many():
    with pytest.raises(SeveralInstrumentsError) as caught:
        page(CODIFIED)
    assert "11/2020/NĐ-CP, 22/2021/TT-BCT" in caught.value.message
    assert "--instrument 11/2020/NĐ-CP" in caught.value.mend


def test_an_instrument_that_is_not_there_is_told():
    with pytest.raises(NoSuchInstrumentError, match="11/2020/NĐ-CP, 22/2021/TT-BCT"):
        page(CODIFIED, "33/2022/NĐ-CP")


def test_a_page_that_holds_one_text_is_read_whatever_instrument_is_named():
    assert [words(line) for line in page("<p>Điều 1</p>", "33/2022/NĐ-CP").lines] == ["Điều 1"]


def words(line: Line | str) -> str:
    return " ".join((line if isinstance(line, str) else line.text).split())


@pytest.mark.parametrize(
    ("number", "file"),
    [
        ("45/2012/NĐ-CP", "45-2012-nd-cp/van-ban.txt"),
        ("46/2012/TT-BCT", "thong-tu-khuyen-cong/46-2012-tt-bct.txt"),
        ("36/2013/TT-BCT", "thong-tu-khuyen-cong/36-2013-tt-bct.txt"),
        ("26/2014/TT-BCT", "thong-tu-khuyen-cong/26-2014-tt-bct.txt"),
        ("26/2014/TTLT-BTC-BCT", "thong-tu-khuyen-cong/26-2014-ttlt-btc-bct.txt"),
    ],
)
def test_the_real_codification_page_gives_each_text_line_for_line(corpus, number, file):
    """Only spaces may differ: the page has no-break spaces, and lines of nothing else, that the text left out."""
    lines = read(corpus / "45-2012-nd-cp" / "phap-dien-7.5.html", instrument=number).lines
    expected = (corpus / file).read_text(encoding="utf-8").splitlines()
    assert [words(line) for line in lines if words(line)] == [words(line) for line in expected]


def test_the_real_decree_is_the_same_to_the_last_space(corpus):
    lines = read(corpus / "45-2012-nd-cp" / "phap-dien-7.5.html", instrument="45/2012/NĐ-CP").lines
    expected = (corpus / "45-2012-nd-cp" / "van-ban.txt").read_text(encoding="utf-8").splitlines()
    assert [line.text for line in lines] == expected


def test_figures_above_and_below_the_line_stay_there():
    body = "<p>10<sup>2</sup> m<sup><b>3</b></sup>, CO<sub>2</sub>, N<sup>o</sup> 5<sup>[1]</sup></p>"
    assert texts(body) == ["10² m³, CO₂, No 5[1]"]
