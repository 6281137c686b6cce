"""What a Word file has only once must agree; what is strange in a document does the others no harm."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from joining_material import R, changed, joined, office, parts, write
from wordml import abstract, docx, level, num, p, r

from kcdocs.word.errors import JoinConflictError, StrictWordError
from kcdocs.word.join.join import join
from kcdocs.word.package.docx import open_package


def styled(size: int, *, rest: str = "") -> bytes:
    """A document whose one style has that size."""
    style = '<w:style w:type="paragraph" w:styleId="Than"><w:name w:val="KC Thân"/>{}<w:rPr><w:sz w:val="{}"/></w:rPr></w:style>'
    return docx(p("chữ", properties='<w:pStyle w:val="Than"/>'), styles=style.format(rest, size))


def test_two_documents_whose_styles_differ_are_named_and_not_joined(tmp_path: Path) -> None:
    with pytest.raises(JoinConflictError) as caught:
        join(write(tmp_path, styled(28), styled(28), styled(26)))

    assert "1.docx» và «" in caught.value.message
    assert "3.docx»" in caught.value.message
    assert "«KC Thân»" in caught.value.message


@pytest.mark.parametrize(
    ("changed", "what"),
    [
        (docx(p("x"), settings="<w:evenAndOddHeaders/>"), "«evenAndOddHeaders»"),
        (docx(p("x"), settings='<w:compat><w:compatSetting w:name="compatibilityMode" w:val="12"/></w:compat>'), "«compat»"),
        (docx(p("x"), styles="<w:docDefaults><w:rPrDefault/></w:docDefaults>"), "định dạng mặc định"),
    ],
)  # fmt: skip
def test_what_a_file_has_only_once_must_agree(tmp_path: Path, changed: bytes, what: str) -> None:
    with pytest.raises(JoinConflictError, match=what):
        join(write(tmp_path, docx(p("x")), changed))


def test_what_word_adds_when_it_saves_a_file_again_is_no_difference(tmp_path: Path) -> None:
    def saved(more: str, settings: str) -> bytes:
        return docx(
            p("x"),
            styles=f'<w:style w:type="paragraph" w:styleId="T"><w:name w:val="T"/>{more}</w:style>',
            settings=settings,
        )

    again = saved(
        '<w:rsid w:val="0012"/><w:uiPriority w:val="9"/><w:pPr/>',
        '<w:zoom w:percent="120"/><w:rsids/><w:mirrorMargins w:val="0"/>',
    )
    assert len(joined(tmp_path, saved("", ""), again).sections) == 2


def test_a_style_that_only_a_later_document_has_comes_along(tmp_path: Path) -> None:
    own = '<w:style w:type="paragraph" w:styleId="Rieng"><w:name w:val="Riêng"/></w:style>'
    whole = joined(tmp_path, styled(28), docx(p("x", properties='<w:pStyle w:val="Rieng"/>'), styles=own))

    assert [item.style.name for item in whole.paragraphs] == ["KC Thân", "Riêng"]


def test_a_document_in_the_strict_dialect_is_refused_by_name(tmp_path: Path) -> None:
    def twist(found: dict[str, bytes]) -> None:
        old, new = (
            b"schemas.openxmlformats.org/wordprocessingml/2006/main",
            b"purl.oclc.org/ooxml/wordprocessingml/main",
        )
        found["word/document.xml"] = found["word/document.xml"].replace(old, new)

    with pytest.raises(StrictWordError, match=r"2\.docx.*Strict"):
        join(write(tmp_path, docx(p("x")), changed(docx(p("x")), twist)))


def test_parts_of_strange_names_and_parts_that_need_themselves_do_no_harm(tmp_path: Path) -> None:
    def twist(found: dict[str, bytes]) -> None:
        rels = f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{R}/chart" Target="../../../x y.XML"/></Relationships>'
        found["x y.XML"] = b"<a/>"
        found["word/_rels/document.xml.rels"] = rels.encode()
        found["_rels/x y.XML.rels"] = rels.replace("../../../", "").encode()

    body = p(
        f'<w:r><w:drawing xmlns:r="{R}" r:id="rId1"/></w:r>',
        f'<w:r><w:drawing xmlns:r="{R}" r:id="khong"/></w:r>',
    )
    names = parts(join(write(tmp_path, changed(docx(body), twist), docx(p("x")))).data)

    assert [name for name in names if name.startswith("word/xy")] == ["word/xy1.xml"]
    assert all(name.startswith(("word/", "_rels/", "[")) for name in names)


def test_nothing_says_any_more_which_record_the_file_was_made_from(tmp_path: Path) -> None:
    assert not [
        name for name in parts(join(write(tmp_path, office("A"), office("B"))).data) if "docProps" in name
    ]


def footnote_link(address: str) -> bytes:
    """A footnote with a hyperlink, its relation always of the same id."""

    def twist(found: dict[str, bytes]) -> None:
        link = f'<Relationship Id="rId9" Type="{R}/hyperlink" Target="{address}" TargetMode="External"/>'
        head = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        found["word/_rels/footnotes.xml.rels"] = f"{head}{link}</Relationships>".encode()

    link = p(f'<w:hyperlink xmlns:r="{R}" r:id="rId9">{r("nguồn")}</w:hyperlink>')
    mark = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    return changed(docx(p("x", mark), footnotes=f'<w:footnote w:id="1">{link}</w:footnote>'), twist)


def test_hyperlinks_in_notes_lead_where_they_led(tmp_path: Path) -> None:
    data = join(write(tmp_path, footnote_link("https://a.vn/"), footnote_link("https://b.vn/"))).data
    whole = open_package(data)
    targets = {item.id: item.target for item in whole.relations("word/footnotes.xml")}
    asked = [
        item.get(qn("r:id")) for item in parse_xml(whole.parts["word/footnotes.xml"]).iter(qn("w:hyperlink"))
    ]

    assert [targets[id_] for id_ in asked] == ["https://a.vn/", "https://b.vn/"]


def test_a_prefix_that_means_two_things_is_refused(tmp_path: Path) -> None:
    def meaning(address: str) -> bytes:
        def twist(found: dict[str, bytes]) -> None:
            old = found["word/document.xml"]
            found["word/document.xml"] = old.replace(
                b"<w:document ", f'<w:document xmlns:x="{address}" '.encode()
            )

        return changed(docx(p("chữ")), twist)

    assert len(joined(tmp_path, meaning("urn:a"), meaning("urn:a")).paragraphs) == 2
    with pytest.raises(JoinConflictError, match="tiền tố XML «x»"):
        join(write(tmp_path, meaning("urn:a"), meaning("urn:b")))


def test_content_controls_let_go_of_the_data_behind_them_and_of_their_ids(tmp_path: Path) -> None:
    bound = '<w:sdt><w:sdtPr><w:id w:val="5"/><w:dataBinding w:xpath="/a" w:storeItemID="{1}"/></w:sdtPr><w:sdtContent>'
    one = docx(bound + p("giá trị") + "</w:sdtContent></w:sdt>")
    element = joined(tmp_path, one, one).element

    assert [item.tag for item in element.iter(qn("w:id"), qn("w:dataBinding"))] == []
    assert [item.text for item in element.iter(qn("w:t"))] == ["giá trị"] * 2


def test_lists_that_word_tells_apart_by_a_lasting_id_do_not_share_it(tmp_path: Path) -> None:
    lasting = 'xmlns:n="http://schemas.microsoft.com/office/word/2016/wordml/cid" n:durableId="77"'
    lists = abstract(0, level(0, "decimal", "%1."), more='<w:nsid w:val="AB"/>') + num(1, 0).replace(
        "<w:num ", f"<w:num {lasting} "
    )
    one = docx(p("a", num=(1, 0)), numbering=lists)
    numbering = parts(join(write(tmp_path, one, one)).data)["word/numbering.xml"]

    assert [numbering.count(mark) for mark in ("durableId", "w:nsid ", "<w:num ", "<w:abstractNum ")] == [
        1,
        1,
        2,
        2,
    ]


def test_lines_are_numbered_anew_and_notes_that_begin_anew_on_each_page_still_do(tmp_path: Path) -> None:
    note = f'<w:footnote w:id="1">{p("chú thích")}</w:footnote>'
    own = '<w:sectPr><w:footnotePr><w:numRestart w:val="eachPage"/></w:footnotePr><w:lnNumType w:restart="continuous"/></w:sectPr>'
    one = docx(p("x", '<w:r><w:footnoteReference w:id="1"/></w:r>'), own, footnotes=note)

    for section in joined(tmp_path, one, one).sections:
        assert section._sectPr.find(qn("w:lnNumType")).get(qn("w:restart")) == "newSection"
        (notes,) = section._sectPr.find(qn("w:footnotePr"))
        assert (notes.tag, notes.get(qn("w:val"))) == (qn("w:numRestart"), "eachPage")
