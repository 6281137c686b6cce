"""Redlines of what stands around and between the words: margins, drawn objects, controls, notes of plain texts."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from wordml import docx, p, r, tbl, tc, tr

from kcdocs.api import tracked
from kcdocs.model.line import Line, Mark, Note, Source
from kcdocs.word import audit, redline
from kcdocs.word.errors import UnmarkablePictureError
from kcdocs.word.package import Allow, open_package
from kcdocs.word.package.docx import save_package

HEAD = (p("QUYẾT ĐỊNH"), p("Điều 1. Phạm vi"), p("Quyết định này quy định mức hỗ trợ nghề dệt."))
END = (p("Điều 2. Hiệu lực"), p("Quyết định này có hiệu lực từ ngày ký."))
RELATIONS = "word/_rels/document.xml.rels"
TYPES = "[Content_Types].xml"


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def made(old: bytes, new: bytes) -> tracked.Tracked:
    """The redline, proven on the way and audited behind."""
    for name, data in (("cu.docx", old), ("moi.docx", new)):
        Path(name).write_bytes(data)
    found = tracked.tracked("cu.docx", "moi.docx")
    Path("dau.docx").write_bytes(found.data)
    assert tracked.audit_redline("dau.docx", "cu.docx", "moi.docx").honest == (not found.unshown)
    return found


def parts(found: tracked.Tracked) -> dict[str, str]:
    every = open_package(found.data, allow=Allow.ALL).parts
    return {name: data.decode("utf-8", "replace") for name, data in every.items()}


def test_a_header_that_only_the_draft_has_comes_in_a_part_of_its_own() -> None:
    found = parts(made(docx(*HEAD, *END), docx(*HEAD, *END, header=p("Dự thảo lần 2") + p("Mật"))))

    [name] = [name for name in found if name.startswith("word/header")]
    assert re.findall(r"<w:t[^>]*>([^<]*)", found[name]) == ["Dự thảo lần 2", "Mật"]
    assert found[name].count("<w:ins ") == 3  # both texts, and the end between them
    assert f'Target="/{name}"' in found[RELATIONS]


@pytest.mark.parametrize("margin", [p("Dự thảo lần 1"), tbl(tr(tc(p("Mật")), tc(p("2")))) + p()])
def test_a_footer_that_only_the_original_has_goes(margin: str) -> None:
    found = parts(made(docx(*HEAD, *END, footer=margin), docx(*HEAD, *END)))

    assert "<w:delText" in found["word/footer.xml"]
    assert "<w:t>" not in found["word/footer.xml"]


def test_a_header_of_a_section_that_the_original_has_not_is_named() -> None:
    given = open_package(docx(*HEAD, "<!-- here -->", *END, header=p("Phần một"))).parts
    [section] = re.findall(rb"<w:sectPr>.*?</w:sectPr>", given["word/document.xml"])
    [relation] = re.findall(rb"<Relationship [^>]*>", given[RELATIONS])
    body = given["word/document.xml"].replace(b"rId0", b"rId9")
    new = {
        **given,
        "word/document.xml": body.replace(b"<!-- here -->", b"<w:p><w:pPr>" + section + b"</w:pPr></w:p>"),
        "word/header2.xml": given["word/header.xml"].replace("một".encode(), b"hai"),
        RELATIONS: given[RELATIONS].replace(
            relation, relation + relation.replace(b"rId0", b"rId9").replace(b"header.xml", b"header2.xml")
        ),
    }

    found = made(docx(*HEAD, *END, header=p("Phần một")), save_package(new))

    [told] = [item for item in found.findings if item.code == "RP221"]
    assert told.message.startswith("Đầu trang thứ 2 của bản mới")


def charted(*, whole: bool = True) -> bytes:
    """A draft with a chart that stands on a part of its own, which stands on a picture and a link."""
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    drawn = f'<w:r><w:drawing><x:chart xmlns:x="urn:x" xmlns:r="{kind}" r:id="rId77"/></w:drawing></w:r>'
    given = open_package(docx(*HEAD, p("Biểu đồ ", drawn), *END)).parts
    relation = f'<Relationship Id="rId77" Type="{kind}/chart" Target="charts/c.xml"/></Relationships>'
    below = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{kind}/image" Target="../media/i.png"/>'
        f'<Relationship Id="rId2" Type="{kind}/hyperlink" Target="https://a.vn/?a=1&amp;b=2" TargetMode="External"/>'
        "</Relationships>"
    )
    more = {
        "word/charts/c.xml": b"<x:chart xmlns:x='urn:x'/>",
        "word/charts/_rels/c.xml.rels": below.encode(),
        "word/media/i.png": b"png",
    }
    types = given[TYPES].replace(b"</Types>", b'<Default Extension="png" ContentType="image/png"/></Types>')
    rels = given[RELATIONS].replace(b"</Relationships>", relation.encode())
    return save_package({**given, TYPES: types, RELATIONS: rels, **(more if whole else {})})


def test_what_is_drawn_is_taken_over_with_every_part_it_stands_on() -> None:
    found = parts(made(docx(*HEAD, p("Biểu đồ "), *END), charted()))

    [chart] = re.findall(r'Target="/(word/charts/[^"]*)"', found[RELATIONS])
    assert found[chart] == "<x:chart xmlns:x='urn:x'/>"
    below = found[chart.replace("charts/", "charts/_rels/") + ".rels"]
    [picture] = re.findall(r'Id="rId1"[^>]*Target="/([^"]*)"', below)
    assert found[picture] == "png"
    assert 'Target="https://a.vn/?a=1&amp;b=2" TargetMode="External"' in below
    assert f'PartName="/{picture}" ContentType="image/png"' in found[TYPES]


def test_what_is_drawn_on_a_part_that_is_not_there_is_refused() -> None:
    with pytest.raises(UnmarkablePictureError):
        made(docx(*HEAD, p("Biểu đồ "), *END), charted(whole=False))


def test_a_control_whose_paragraphs_all_go_leaves_nothing_behind() -> None:
    control = (
        f"<w:sdt><w:sdtPr/><w:sdtContent>{p('Ô nhập thứ nhất.')}{p('Ô nhập thứ hai.')}</w:sdtContent></w:sdt>"
    )

    found = made(docx(*HEAD, control, *END), docx(*HEAD, *END))

    assert "Ô nhập thứ hai." in parts(found)["word/document.xml"]


def test_words_under_others_go_and_come_as_a_whole() -> None:
    def ruby(words: str) -> str:
        above = "<w:rt><w:r><w:t>trên</w:t></w:r></w:rt>"
        return f"<w:r><w:ruby>{above}<w:rubyBase>{r(words)}</w:rubyBase></w:ruby></w:r>"

    made(
        docx(*HEAD, p("Chữ ", ruby("dưới thấp"), " hết."), *END),
        docx(*HEAD, p("Chữ ", ruby("dưới"), " hết."), *END),
    )


def test_a_side_whose_changes_are_of_looks_alone_needs_no_word_how_to_read_it() -> None:
    change = '<w:rPrChange w:id="1" w:author="A"><w:rPr/></w:rPrChange>'
    old = docx(*HEAD, p(r("đậm", f"<w:b/>{change}"), " thường"), *END)

    Path("cu.docx").write_bytes(old)
    assert tracked.audit_redline("cu.docx", "cu.docx").honest


def test_the_notes_of_a_text_that_is_no_word_document_are_set_as_they_are() -> None:
    line, noted = (
        Line(text, Source("cu.pdf", "", 1)) for text in ("Hỗ trợ nghề dệt tại xã.", "Sửa theo lệnh.")
    )
    marked = replace(line, marks=(Mark(15, "1"),))
    story = redline.LinedStory([marked], [Note("1", (noted,))]).story

    clean = redline.clean_document(story, "cu.pdf", {}, {})

    said = [item.text for item in audit.side_texts(clean, accept=True).body]
    notes: list[Any] = []
    told = [item.text for item in audit.said_story(story, notes)]
    assert said == [*told, *(item.text for note in notes for item in audit.said_story(note, []))]
    assert said[-1] == " Sửa theo lệnh."


def test_a_box_that_says_something_else_to_older_programs_is_redlined_for_both() -> None:
    def box(*twins: str) -> str:
        shown, older = (f"<w:txbxContent>{p(words)}</w:txbxContent>" for words in twins)
        return (
            f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{shown}</wps:txbx>'
            f"</w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{older}</v:textbox></w:pict></mc:Fallback>"
            "</mc:AlternateContent></w:r>"
        )

    found = made(
        docx(*HEAD, p("Hình ", box("Xưởng 10 mét", "Kho 10 mét")), *END),
        docx(*HEAD, p("Hình ", box("Xưởng 20 mét", "Kho 30 mét")), *END),
    )

    said = re.findall(r"<w:t [^>]*>(\d\d)</w:t>", parts(found)["word/document.xml"])
    assert said == ["20", "30"]


def noted(*inside: str) -> bytes:
    """A text with a note, in whose part a link and a picture stand on relations; without one if it is empty."""
    mark = '<w:r><w:footnoteReference w:id="1"/></w:r>' if inside else ""
    note = f'<w:footnote w:id="1">{p(*inside)}</w:footnote>' if inside else ""
    given = open_package(docx(*HEAD, p("Mức chi", mark or r(""), "."), *END, footnotes=note)).parts
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId7" Type="{kind}/image" Target="media/i.png"/></Relationships>'
    )
    more = {"word/_rels/footnotes.xml.rels": relations.encode(), "word/media/i.png": b"png"}
    types = given[TYPES].replace(b"</Types>", b'<Default Extension="png" ContentType="image/png"/></Types>')
    return save_package({**given, TYPES: types, **(more if inside else {})})


DRAWN = (
    '<w:r><w:drawing><x:blip xmlns:x="urn:x" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:embed="rId7"/></w:drawing></w:r>'
)


@pytest.mark.parametrize("old", [noted(), noted("Xem biểu mẫu.")])
def test_what_a_note_of_the_draft_stands_on_is_taken_over_into_the_part_of_notes(old: bytes) -> None:
    found = parts(made(old, noted("Xem biểu mẫu ", DRAWN, " này.")))

    [used] = re.findall(r'r:embed="([^"]*)"', found["word/footnotes.xml"])
    [picture] = re.findall(rf'Id="{used}"[^>]*Target="/([^"]*)"', found["word/_rels/footnotes.xml.rels"])
    assert found[picture] == "png"


def test_a_kind_of_old_shape_that_both_texts_define_is_defined_twice_under_two_names() -> None:
    line = '<w:r><w:pict><v:shapetype id="_x0000_t32"/><v:shape id="{}" type="#_x0000_t32"/></w:pict></w:r>'.format
    old = docx(*HEAD, p("Hình một ", line("s1")), *END)
    new = docx(*HEAD, p("Hình một ", line("s1")), p("Hình hai hoàn toàn khác ", line("s2")), *END)

    body = parts(made(old, new))["word/document.xml"]

    kinds = re.findall(r'<v:shapetype id="([^"]*)"', body)
    assert len(kinds) == len(set(kinds)) == 2
    used = dict(re.findall(r'<v:shape id="([^"]*)" type="#([^"]*)"', body))
    assert used == {"s1": "_x0000_t32", "s2": next(kind for kind in kinds if kind != "_x0000_t32")}
