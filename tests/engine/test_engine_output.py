"""What comes out opens in Word: notes, properties, ids, sections, cells; and LibreOffice reads the same."""

from __future__ import annotations

import io
import re
import subprocess
from hashlib import sha256

import docx
import docxtpl
import pytest
from docx.enum.section import WD_SECTION
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from output_material import body, filled, of_lines, read, saved, with_notes

from kcdocs.engine.check import check_template
from kcdocs.engine.compile import compile_template
from kcdocs.engine.errors import KcdocsError, TrackedTemplateError
from kcdocs.engine.fill import content_digest, fill, produce
from kcdocs.word.package.docx import open_package, save_package
from kcdocs.word.package.properties import CUSTOM


def bookmark(paragraph, number, name):
    for tag, extra in (("w:bookmarkStart", {"w:name": name}), ("w:bookmarkEnd", {})):
        element = OxmlElement(tag)
        for key, value in {"w:id": number, **extra}.items():
            element.set(qn(key), value)
        paragraph._p.append(element)


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_notes_are_filled(kind):
    data = fill(compile_template(with_notes(kind)), {"x": "R&D"})

    assert (
        '<w:t xml:space="preserve">Xem R&amp;D</w:t>'
        in open_package(data).parts[f"word/{kind}s.xml"].decode()
    )


def test_an_error_in_a_note_says_so():
    with pytest.raises(KcdocsError) as caught:
        fill(compile_template(with_notes("footnote"), name="mau.docx"), {})

    assert caught.value.place.part == "chú thích cuối trang"


def test_core_properties_are_filled_as_docxtpl_does():
    document = of_lines("x")
    document.core_properties.title = "Quyết định {{ so }} {{ 'nhỏ' if 1 < 2 else 'lớn' }}"
    document.core_properties.author = "{{ co_quan }}"
    data = saved(document)
    theirs = docxtpl.DocxTemplate(io.BytesIO(data))
    theirs.render({"so": "15", "co_quan": "Cục"})

    found = read(fill(compile_template(data), {"so": "15", "co_quan": "Cục"})).core_properties

    assert (found.title, found.author) == (theirs.core_properties.title, theirs.core_properties.author)
    assert found.title == "Quyết định 15 nhỏ"


def test_bookmarks_and_paragraph_ids_in_loops_are_unique():
    document = of_lines("{%p for n in range(3) %}", "{{ n }}", "{%p endfor %}")
    bookmark(document.paragraphs[1], "7", "muc")
    parts = dict(open_package(saved(document)).parts)
    xml = parts["word/document.xml"].decode()
    xml = (
        xml.replace(
            "<w:document ", '<w:document xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" ', 1
        )
        if "xmlns:w14" not in xml
        else xml
    )
    parts["word/document.xml"] = xml.replace(
        "<w:p>", '<w:p w14:paraId="00000001" w14:textId="77777777">'
    ).encode()

    found = body(fill(compile_template(save_package(parts)), {}))

    starts = re.findall(r'<w:bookmarkStart w:id="(\d+)" w:name="(\w+)"', found)
    assert [name for _, name in starts] == ["muc", "muc_2", "muc_3"]
    assert len({number for number, _ in starts}) == 3
    assert [number for number, _ in starts] == re.findall(r'<w:bookmarkEnd w:id="(\d+)"', found)
    assert len(re.findall("w14:paraId", found)) == len(set(re.findall('w14:paraId="(.*?)"', found)))


def test_a_section_break_in_a_control_paragraph_is_kept():
    document = of_lines("{%p if co %}", "ngang")
    document.add_section(WD_SECTION.NEW_PAGE).orientation = 1
    document.paragraphs[-1].add_run("{%p endif %}")
    last = document.add_paragraph("sau")

    assert last.text == "sau"
    for shown in (True, False):
        assert len(read(filled(document, co=shown)).sections) == 2


def test_a_control_tag_leaves_no_empty_paragraph():
    lines = (
        "đầu",
        "{% if co %}",
        "có",
        "{% else %}",
        "không",
        "{% endif %}",
        "{% for n in ds %}",
        "{{ n }}",
        "{% endfor %}",
        "{# ghi chú #}",
        "cuối",
    )

    assert [p.text for p in read(filled(of_lines(*lines), co=True, ds=[1, 2])).paragraphs] == [
        "đầu",
        "có",
        "1",
        "2",
        "cuối",
    ]
    assert [p.text for p in read(filled(of_lines(*lines), co=False, ds=[])).paragraphs] == [
        "đầu",
        "không",
        "cuối",
    ]


def test_a_cell_whose_content_goes_keeps_a_paragraph_and_an_empty_table_goes():
    document = docx.Document()
    cell = document.add_table(rows=1, cols=1).cell(0, 0)
    cell.text = "{%p if co %}"
    for line in ("chữ", "{%p endif %}"):
        cell.add_paragraph(line)
    table = document.add_table(rows=3, cols=1)
    for row, text in zip(table.rows, ("{%tr for n in ds %}", "{{ n }}", "{%tr endfor %}"), strict=True):
        row.cells[0].text = text

    found = read(filled(document, co=False, ds=[]))

    assert len(found.tables) == 1
    assert len(found.tables[0].cell(0, 0).paragraphs) == 1


def test_the_properties_of_cells_stand_in_the_order_of_the_schema():
    document = docx.Document()
    table = document.add_table(rows=3, cols=2)
    rows = (("{%tr for x in ds %}", ""), ("{% vm %}chung", "{% cellbg mau %}{{ x }}"), ("{%tr endfor %}", ""))
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    document.add_table(rows=1, cols=1).cell(0, 0).text = "{% colspan 2 %}rộng"
    over = document.add_table(rows=1, cols=3)
    for cell, text in zip(
        over.rows[0].cells, ("{%tc for x in ds %}", "{% hm %}gộp", "{%tc endfor %}"), strict=True
    ):
        cell.text = text

    found = re.findall(r"<w:tcPr>(.*?)</w:tcPr>", body(filled(document, ds=[1, 2], mau="FF0000")))

    names = [tuple(re.findall(r"<w:(\w+)", properties)) for properties in found]
    assert names == [("tcW", "vMerge"), ("tcW", "shd")] * 2 + [("tcW", "gridSpan")] * 2


def test_the_grid_follows_cells_in_a_loop():
    document = docx.Document()
    table = document.add_table(rows=1, cols=3)
    for cell, text in zip(
        table.rows[0].cells, ("{%tc for n in ds %}", "{{ n }}", "{%tc endfor %}"), strict=True
    ):
        cell.text = text
    width = sum(column.width for column in table.columns)

    for count in (1, 2, 5):
        found = read(filled(document, ds=list(range(count)))).tables[0]
        assert len(found.columns) == count
        assert abs(sum(column.width for column in found.columns) - width) < width // 50


def test_a_row_without_cells_goes():
    document = docx.Document()
    table = document.add_table(rows=2, cols=3)
    for cell, text in zip(
        table.rows[0].cells, ("{%tc for n in ds %}", "{{ n }}", "{%tc endfor %}"), strict=True
    ):
        cell.text = text

    assert len(read(filled(document, ds=[])).tables[0].rows) == 1


def test_a_word_template_file_becomes_a_document():
    parts = dict(open_package(saved(of_lines("{{ x }}"))).parts)
    types = parts["[Content_Types].xml"].decode().replace("document.main+xml", "template.main+xml")
    parts["[Content_Types].xml"] = types.encode()

    assert read(fill(compile_template(save_package(parts)), {"x": "R&D"})).paragraphs[0].text == "R&D"


def test_the_digest_is_that_of_the_parts_in_the_file():
    made = produce(compile_template(saved(of_lines("{{ x }}"))), {"x": "a"}, properties={"kcdocs.set": "a@1"})

    parts = open_package(made.data).parts
    assert made.digest == content_digest({n: sha256(d).hexdigest() for n, d in parts.items() if n != CUSTOM})


def test_libreoffice_reads_the_text_that_was_asked_for(soffice, tmp_path):
    document = of_lines(
        "Số: {{ so }}",
        "{%p for d in ds %}",
        "- {{ d.ten }} & {{ d.tien }}",
        "{%p endfor %}",
        "Hết <{{ so }}>",
    )
    (tmp_path / "ra.docx").write_bytes(
        filled(document, so="15/QĐ & <BCT>", ds=[{"ten": "Một", "tien": 1}, {"ten": "Hai\ttab", "tien": 2}])
    )
    profile = f"-env:UserInstallation=file://{tmp_path}/lo"
    subprocess.run(
        [
            soffice,
            "--headless",
            profile,
            "--convert-to",
            "txt:Text (encoded):UTF8",
            "--outdir",
            str(tmp_path),
            str(tmp_path / "ra.docx"),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )

    found = (tmp_path / "ra.txt").read_text(encoding="utf-8-sig").split("\n")

    assert [line for line in found if line] == [
        "Số: 15/QĐ & <BCT>",
        "- Một & 1",
        "- Hai\ttab & 2",
        "Hết <15/QĐ & <BCT>>",
    ]


BOX = (
    "<w:p><w:r><w:pict><v:shape xmlns:v='urn:schemas-microsoft-com:vml'><v:textbox><w:txbxContent>{}"
    "</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
)
CONTROL = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>"
GUARDED = (
    "<w:p><w:r><w:t>{%p if c %}</w:t></w:r></w:p><w:p><w:r><w:t>Chữ</w:t></w:r></w:p>"
    "<w:p><w:r><w:t>{%p endif %}</w:t></w:r></w:p>"
)
CELL = "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc>{}</w:tc></w:tr></w:tbl><w:p/>"


def with_body(inside):
    """A document whose body holds the XML."""
    parts = dict(open_package(saved(of_lines())).parts)
    xml = parts["word/document.xml"].decode()
    parts["word/document.xml"] = xml.replace("<w:body>", f"<w:body>{inside}", 1).encode()
    return save_package(parts)


@pytest.mark.parametrize("around", [BOX, CONTROL, CELL, CELL.format(CONTROL), BOX.format(CONTROL)])
def test_what_must_hold_a_paragraph_keeps_one_when_its_condition_is_false(around):
    template = compile_template(with_body(around.replace("{}", GUARDED)))

    empty, full = (body(fill(template, {"c": c})) for c in (False, True))

    assert around.replace("{}", "<w:p/>").replace("'", '"') in empty
    assert around.replace("{}", "<w:p><w:r><w:t>Chữ</w:t></w:r></w:p>").replace("'", '"') in re.sub(
        ' xml:space="preserve"', "", full
    )


def test_a_control_within_a_line_may_be_empty():
    inline = CONTROL.format("{% if c %}<w:r><w:t>a</w:t></w:r>{% endif %}")
    made = body(fill(compile_template(with_body(f"<w:p>{inline}</w:p>")), {"c": False}))

    assert "<w:p><w:sdt><w:sdtPr/><w:sdtContent></w:sdtContent></w:sdt></w:p>" in made


@pytest.mark.parametrize("kind", ["header", "footer"])
def test_a_header_keeps_a_paragraph_when_its_condition_is_false(kind):
    document = of_lines("Thân")
    holder = getattr(document.sections[0], kind)
    holder.paragraphs[0].text = "{%p if c %}"
    holder.add_paragraph("Chữ")
    holder.add_paragraph("{%p endif %}")

    made = read(filled(document, c=False))

    assert [paragraph.text for paragraph in getattr(made.sections[0], kind).paragraphs] == [""]


def test_comments_of_the_author_are_in_no_document_that_is_made():
    document = of_lines("{%p for x in ds %}", "{{ x }}", "{%p endfor %}")
    document.add_comment(document.paragraphs[1].runs, text="Xin xem lại {{ x }}", author="Lan")

    data = filled(document, ds=["a", "b"])

    package = open_package(data)
    assert [paragraph.text for paragraph in read(data).paragraphs] == ["a", "b"]
    assert [part for part in package.parts if "comment" in part] == []
    assert not any(b"comment" in content for part, content in package.parts.items() if "styles" not in part)
    assert "TP151" in {fault.finding.code for fault in check_template(saved(document)).faults}


@pytest.mark.parametrize(
    "kind", ["ins", "del", "moveTo", "rPrChange", "tblGridChange", "sectPrChange", "cellIns"]
)
def test_a_template_with_tracked_changes_is_refused_with_the_way_out(kind):
    data = with_body(f"<w:p><w:{kind} w:id='1' w:author='Lan'/></w:p>")

    with pytest.raises(TrackedTemplateError, match="1 vết sửa") as caught:
        compile_template(data, name="mau.docx")

    assert caught.value.place.part == "thân văn bản"
    assert "Accept All Changes" in caught.value.mend


def test_a_template_tied_to_one_of_the_office_makes_documents_that_are_not():
    parts = dict(open_package(saved(of_lines("{{ ten }}"))).parts)
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"
    rels = "http://schemas.openxmlformats.org/package/2006/relationships"
    parts["word/_rels/settings.xml.rels"] = (
        f'<Relationships xmlns="{rels}"><Relationship Id="rId1" Type="{kind}" '
        'Target="file:///D:\\Mau\\cong-van.dotx" TargetMode="External"/></Relationships>'
    ).encode()
    settings = parts["word/settings.xml"].decode()
    names = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId1"'
    start = settings.index(">", settings.index("<w:settings")) + 1
    parts["word/settings.xml"] = f"{settings[:start]}<w:attachedTemplate {names}/>{settings[start:]}".encode()
    data = save_package(parts)

    made = open_package(fill(compile_template(data), {"ten": "An"}))

    assert open_package(data).tied == "file:///D:\\Mau\\cong-van.dotx"
    assert made.tied == ""
    assert not any(b"attachedTemplate" in content for content in made.parts.values())
    assert ("TP150", "file:///D:\\Mau\\cong-van.dotx") in [
        (fault.finding.code, fault.finding.found) for fault in check_template(data).faults
    ]
