"""Documents joined into one file: each stands in it as it stood alone."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from joining_material import R, field, joined, office, parts, printed, write
from wordml import abstract, docx, level, num, p, r, tbl, tc, tr

from kcdocs.word.join.join import join
from kcdocs.word.package.docx import open_package
from kcdocs.word.read.lines import read_story


@pytest.mark.usefixtures("soffice")
def test_the_joined_file_prints_the_pages_of_the_single_ones(tmp_path: Path) -> None:
    """Headers, first pages, page numbers, lists by style, pictures, landscape pages, and one without a header."""
    files = write(tmp_path, office("A"), office("B", bare=True), office("C"))
    whole = tmp_path / "gop.docx"
    whole.write_bytes(join(files).data)
    *single, together = printed(tmp_path, *files, whole)

    assert [len(each) for each in single] == [3, 3, 3]
    assert "Đầu trang A, trang 2" in single[0][1]
    assert "1. mục C0" in single[2][0]
    assert together == [page for each in single for page in each]


def test_the_text_is_that_of_the_documents_one_after_another(tmp_path: Path) -> None:
    documents = [office(name) for name in "ABC"]
    texts = [item.text for data in documents for item in Document(io.BytesIO(data)).paragraphs]
    whole = joined(tmp_path, *documents)

    assert [item.text for item in whole.paragraphs if item.text] == [text for text in texts if text]
    assert [table.cell(0, 0).text for table in whole.tables] == ["bảng A", "bảng B", "bảng C"]


def test_each_document_keeps_its_sections_headers_and_margins_and_begins_at_page_one(tmp_path: Path) -> None:
    found = joined(tmp_path, office("A"), office("B", bare=True), office("C")).sections

    assert [item.orientation for item in found] == [0, 0] * 3
    assert [item.page_width > item.page_height for item in found] == [False, True] * 3
    assert [round(item.top_margin.mm) for item in found] == [22, 22, 23, 23, 24, 24]
    assert [item.footer.paragraphs[0].text for item in found[::2]] == [f"Chân trang {name}" for name in "ABC"]
    assert [item.header.paragraphs[0].text for item in found[::2]] == [
        "Đầu trang A, trang ",
        "",
        "Đầu trang C, trang ",
    ]
    assert [item.first_page_header.paragraphs[0].text for item in found[::2]] == [
        "Trang đầu A",
        "",
        "Trang đầu C",
    ]
    assert [item.different_first_page_header_footer for item in found[::2]] == [True, False, True]
    assert [item.header.is_linked_to_previous for item in found] == [False, True] * 3
    starts = [item._sectPr.find(qn("w:pgNumType")) for item in found]
    assert [None if item is None else item.get(qn("w:start")) for item in starts] == ["1", None] * 3
    assert [item._sectPr.find(qn("w:type")).get(qn("w:val")) for item in found[::2]] == ["nextPage"] * 3


def test_a_document_that_counts_its_pages_from_another_number_still_does(tmp_path: Path) -> None:
    own = '<w:sectPr><w:type w:val="continuous"/><w:pgNumType w:start="7"/></w:sectPr>'
    first, second = joined(tmp_path, docx(p("một")), docx(p("hai"), own)).sections

    assert first._sectPr.find(qn("w:pgNumType")).get(qn("w:start")) == "1"
    assert second._sectPr.find(qn("w:pgNumType")).get(qn("w:start")) == "7"
    assert second._sectPr.find(qn("w:type")).get(qn("w:val")) == "nextPage"


@pytest.mark.parametrize(
    "end", [tbl(tr(tc(p("ô")))), p("", properties="<w:sectPr/>"), ""], ids=["table", "section", "nothing"]
)
def test_a_document_without_a_last_paragraph_of_its_own_gets_one_for_its_section(
    tmp_path: Path, end: str
) -> None:
    alone = Document(io.BytesIO(docx(p("đầu"), end)))
    whole = joined(tmp_path, docx(p("đầu"), end), docx(p("sau")))

    assert len(whole.sections) == max(len(alone.sections), 1 + ("sectPr" in end)) + 1
    assert whole.paragraphs[-1].text == "sau"


def test_equal_parts_stand_once_and_drawings_have_numbers_of_their_own(tmp_path: Path) -> None:
    data = join(write(tmp_path, office("A"), office("A"), office("B"))).data
    found = parts(data)

    assert len([name for name in found if "/media/" in name]) == 3  # red, A's and B's
    assert len([name for name in found if name.startswith("word/header")]) == 4  # two of A, two of B
    ids = [piece.split('"')[0] for text in found.values() for piece in text.split('docPr id="')[1:]]
    assert len(ids) == len(set(ids)) == 5  # three in the text, two in the headers


def test_the_same_documents_give_the_same_bytes(tmp_path: Path) -> None:
    files = write(tmp_path, office("A"), office("B"))

    assert join(files).data == join(files).data


LISTS = abstract(0, level(0, "decimal", "%1."), level(1, "lowerLetter", "%2)")) + num(1, 0) + num(2, 0)


def listed(*words: str) -> bytes:
    """Paragraphs of one list, and one of another that goes on with it."""
    return docx(*(p(word, num=(1, 0)) for word in words), p("nối", num=(2, 0)), numbering=LISTS)


def labels(path: Path) -> list[str]:
    """The lines of a file with the labels that Word prints."""
    return [line.text for line in read_story(open_package(path)).lines]


def test_lists_begin_anew_in_each_document_and_run_on_within_it(tmp_path: Path) -> None:
    whole = tmp_path / "gop.docx"
    whole.write_bytes(join(write(tmp_path, listed("a", "b"), docx(p("không")), listed("c"))).data)

    assert labels(whole) == ["1. a", "2. b", "3. nối", "không", "1. c", "2. nối"]


def test_a_list_named_by_a_style_begins_anew_with_the_indent_of_the_style(tmp_path: Path) -> None:
    style = (
        '<w:style w:type="paragraph" w:styleId="Dieu"><w:name w:val="Điều"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
        '<w:ind w:left="111"/></w:pPr></w:style>'
    )
    one = docx(
        p("a", properties='<w:pStyle w:val="Dieu"/>'),
        p("b", properties='<w:pStyle w:val="Dieu"/>'),
        styles=style,
        numbering=LISTS,
    )
    whole = tmp_path / "gop.docx"
    whole.write_bytes(join(write(tmp_path, one, one)).data)

    assert labels(whole) == ["1. a", "2. b", "1. a", "2. b"]
    indents = [item.paragraph_format.left_indent.twips for item in Document(str(whole)).paragraphs]
    assert indents == [111] * 4


def noted(word: str, *, sections: int = 1) -> bytes:
    """Two footnotes, the second in the last section, and an endnote in the first."""
    mark = '<w:r><w:{}Reference w:id="{}"/></w:r>'.format
    line = '<w:footnote w:id="0" w:type="separator"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    notes = "".join(f'<w:footnote w:id="{n}">{p(f"chú thích {word}{n}")}</w:footnote>' for n in (1, 2))
    cut = "<w:sectPr/>" if sections == 2 else ""
    return docx(
        p(word, mark("footnote", 1), mark("endnote", 1), properties=cut),
        p(word, mark("footnote", 2)),
        footnotes=line + notes,
        endnotes=f'<w:endnote w:id="1">{p(f"cuối {word}")}</w:endnote>',
    )


def test_notes_stay_with_their_documents_and_begin_anew(tmp_path: Path) -> None:
    whole = Document(io.BytesIO(join(write(tmp_path, noted("A", sections=2), noted("B"))).data))
    data = join(write(tmp_path, noted("A", sections=2), noted("B"))).data
    notes = parse_xml(parts(data)["word/footnotes.xml"].encode())
    texts = {note.get(qn("w:id")): "".join(t.text for t in note.iter(qn("w:t"))) for note in notes}
    asked = [item.get(qn("w:id")) for item in whole.element.iter(qn("w:footnoteReference"))]

    assert [texts[id_] for id_ in asked] == ["chú thích A1", "chú thích A2", "chú thích B1", "chú thích B2"]
    assert len(notes) == 5  # and one line above the notes
    starts = [item._sectPr.find(qn("w:footnotePr")) for item in whole.sections]
    assert [item.find(qn("w:numStart")).get(qn("w:val")) for item in starts] == ["1", "2", "1"]
    assert {item.find(qn("w:numRestart")).get(qn("w:val")) for item in starts} == {"eachSect"}


def test_endnotes_stand_at_the_end_of_their_document(tmp_path: Path) -> None:
    data = join(write(tmp_path, noted("A", sections=2), noted("B"))).data
    held = [item._sectPr.find(qn("w:noEndnote")) is not None for item in Document(io.BytesIO(data)).sections]

    assert held == [True, False, False]
    assert '<w:endnotePr><w:pos w:val="sectEnd"/></w:endnotePr>' in parts(data)["word/settings.xml"]
    assert "cuối A" in (text := parts(data)["word/endnotes.xml"])
    assert "cuối B" in text


def marked(target: str) -> bytes:
    """A bookmark, a reference to it, and one to something else of the same letters."""
    start, end = f'<w:bookmarkStart w:id="1" w:name="{target}"/>', '<w:bookmarkEnd w:id="1"/>'
    link = f'<w:hyperlink w:anchor="{target}">{r("tới")}</w:hyperlink>'
    return docx(p(start + r("đây") + end, link, field(f" PAGEREF {target} \\h "), field(f" QUOTE {target} ")))


def test_bookmarks_are_renamed_where_they_meet_and_what_refers_to_them_follows(tmp_path: Path) -> None:
    element = joined(tmp_path, marked("Muc"), marked("muc"), marked("khac")).element
    names = [item.get(qn("w:name")) for item in element.iter(qn("w:bookmarkStart"))]
    anchors = [item.get(qn("w:anchor")) for item in element.iter(qn("w:hyperlink"))]
    codes = "".join(item.text or "" for item in element.iter(qn("w:instrText"))).split()
    ids = [item.get(qn("w:id")) for item in element.iter(qn("w:bookmarkStart"))]

    assert names == anchors == ["Muc", "muc_2", "khac"]
    assert [codes[at + 1] for at, word in enumerate(codes) if word == "PAGEREF"] == names
    assert [codes[at + 1] for at, word in enumerate(codes) if word == "QUOTE"] == ["Muc", "muc", "khac"]
    assert len(set(ids)) == 3
    assert ids == [item.get(qn("w:id")) for item in element.iter(qn("w:bookmarkEnd"))]


def test_the_number_of_all_pages_counts_those_of_the_document(tmp_path: Path) -> None:
    total = field(" NUMPAGES ")
    one, two = docx(p(total)), docx(p("đầu", properties="<w:sectPr/>"), p(total))
    result = join(write(tmp_path, one, two))
    element = Document(io.BytesIO(result.data)).element
    codes = "".join(item.text or "" for item in element.iter(qn("w:instrText")))

    assert codes.split() == ["SECTIONPAGES", "NUMPAGES"]
    assert result.totals == (str(tmp_path / "2.docx"),)


def linked(address: str) -> bytes:
    """A hyperlink, in a package whose relations have the same ids whatever the address."""
    document = Document()
    id_ = document.part.relate_to(address, f"{R}/hyperlink", is_external=True)
    link = f'<w:hyperlink {nsdecls("w", "r")} r:id="{id_}"><w:r><w:t>nơi ấy</w:t></w:r></w:hyperlink>'
    document.add_paragraph()._p.append(parse_xml(link))
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


def test_hyperlinks_lead_where_they_led(tmp_path: Path) -> None:
    whole = joined(tmp_path, linked("https://a.vn/?x=1&y=2"), linked("https://b.vn/"))

    found = [link.address for item in whole.paragraphs for link in item.hyperlinks]
    assert found == ["https://a.vn/?x=1&y=2", "https://b.vn/"]


def commented(word: str) -> bytes:
    """A comment on a paragraph."""
    document = Document()
    paragraph = document.add_paragraph(word)
    document.add_comment(paragraph.runs, text=f"ý kiến về {word}", author="Người duyệt")
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


def test_comments_stay_with_what_they_are_about(tmp_path: Path) -> None:
    whole = joined(tmp_path, commented("A"), commented("B"))
    asked = [int(item.get(qn("w:id"))) for item in whole.element.iter(qn("w:commentReference"))]

    assert [whole.comments.get(id_).text for id_ in asked] == ["ý kiến về A", "ý kiến về B"]
