"""What comes out opens in Word: typed objects, notes, properties, ids, sections, cells; and LibreOffice reads the same."""

from __future__ import annotations

import io
import marshal
import re
import struct
import subprocess
import sys
import zlib
from hashlib import sha256
from pathlib import Path

import docx
import docxtpl
import pytest
from docx.enum.section import WD_SECTION
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm

from kcdocs.engine.cache import cached_from
from kcdocs.engine.compile import compile_template
from kcdocs.engine.errors import KcdocsError, MisplacedValueError
from kcdocs.engine.fill import content_digest, fill, produce
from kcdocs.engine.objects import InlineImage, Listing, RichText, RichTextParagraph, Subdoc
from kcdocs.engine.template import Template
from kcdocs.word.package.docx import open_package, save_package
from kcdocs.word.package.properties import CUSTOM

NOTES = (
    '<?xml version="1.0" encoding="UTF-8"?><w:{0}s xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    '<w:{0} w:id="2"><w:p><w:r><w:t>Xem {{{{ x }}}}</w:t></w:r></w:p></w:{0}></w:{0}s>'
)


def cached(data: bytes, name: str = "", folder: Path | None = None) -> Template:
    """The template of one file, by the cache."""
    return cached_from([data], lambda: data, name=name, folder=folder)


def saved(document):
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def of_lines(*lines):
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    return document


def filled(document, **values):
    return fill(compile_template(saved(document), name="mau.docx"), values)


def read(data):
    return docx.Document(io.BytesIO(data))


def body(data):
    return open_package(data).parts["word/document.xml"].decode()


def png(width=8, height=4):
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = b"".join(b"\0" + bytes(width) for _ in range(height))
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    chunks = (struct.pack(">I", len(d)) + k + d + struct.pack(">I", zlib.crc32(k + d)) for k, d in parts)
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def with_notes(kind):
    parts = dict(open_package(saved(of_lines("Thân"))).parts)
    types, rels = parts["[Content_Types].xml"].decode(), parts["word/_rels/document.xml.rels"].decode()
    content = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}s+xml"
    override = f'<Override PartName="/word/{kind}s.xml" ContentType="{content}"/></Types>'
    parts["[Content_Types].xml"] = types.replace("</Types>", override).encode()
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    link = f'<Relationship Id="rIdN" Type="{relation}{kind}s" Target="{kind}s.xml"/></Relationships>'
    parts["word/_rels/document.xml.rels"] = rels.replace("</Relationships>", link).encode()
    parts[f"word/{kind}s.xml"] = NOTES.format(kind).encode()
    return save_package(parts)


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


def test_rich_text_keeps_its_formatting_and_the_signs_of_its_text():
    rich = RichText("đậm <&>", bold=True, color="#FF0000").add(" nghiêng", italic=True, size=28, font="Arial")

    paragraph = read(filled(of_lines("trước {{r x }} sau"), x=rich)).paragraphs[0]

    assert paragraph.text == "trước đậm <&> nghiêng sau"
    bold, italic = (run for run in paragraph.runs if run.bold or run.italic)
    assert (bold.text, str(bold.font.color.rgb)) == ("đậm <&>", "FF0000")
    assert (italic.text, italic.font.size.pt, italic.font.name) == (" nghiêng", 14, "Arial")


def test_rich_text_within_a_run_splits_the_run():
    paragraph = read(filled(of_lines("trước {{ x }} sau"), x=RichText("đậm", bold=True))).paragraphs[0]

    assert [(run.text, run.bold) for run in paragraph.runs] == [
        ("trước ", None),
        ("đậm", True),
        (" sau", None),
    ]


def test_the_properties_of_a_run_stand_in_the_order_of_the_schema():
    rich = RichText("a", rtl=True, lang="vi-VN", strike=True, underline="wave", highlight="FFFF00", subscript=True,
                    style="Strong", font="eastAsia:Arial", bold=True, italic=True, size=20, color="00FF00")  # fmt: skip

    xml = body(filled(of_lines("{{r x }}"), x=rich))

    properties = next(found for found in re.findall(r"<w:rPr>(.*?)</w:rPr>", xml) if "rStyle" in found)
    assert re.findall(r"<w:(\w+)", properties) == [
        "rStyle", "rFonts", "b", "bCs", "i", "iCs", "strike", "color", "sz", "szCs", "u", "shd", "vertAlign", "rtl", "lang",
    ]  # fmt: skip


def test_a_link_in_rich_text_leads_to_its_address():
    data = filled(of_lines("{{r x }}"), x=RichText("cổng", url="https://example.org/?a=1&b=2"))

    targets = {one.target for one in open_package(data).relations("word/document.xml") if one.external}
    assert targets == {"https://example.org/?a=1&b=2"}
    assert read(data).paragraphs[0].hyperlinks[0].address == "https://example.org/?a=1&b=2"


def test_rich_paragraphs_stand_between_paragraphs():
    rich = RichTextParagraph(RichText("một", bold=True), "Heading1").add("hai <&>")

    found = read(filled(of_lines("trước", "{{p x }}", "sau"), x=rich)).paragraphs

    assert [(p.text, p.style.name) for p in found[1:3]] == [("một", "Heading 1"), ("hai <&>", "Normal")]


def test_a_listing_breaks_lines_paragraphs_and_pages_in_the_formatting_of_the_template():
    document = docx.Document()
    document.add_paragraph(style="Heading 1").add_run("- {{ x }}.").italic = True

    found = read(filled(document, x=Listing("một\nhai\aba & bốn\tnăm\fsáu"))).paragraphs

    assert [p.text for p in found] == ["- một\nhai", "ba & bốn\tnăm", "", "sáu."]
    assert all(p.style.name == "Heading 1" for p in found if p.text)
    assert all(run.italic for p in found for run in p.runs if run.text)


def test_a_listing_gives_the_same_text_as_docxtpl():
    data = saved(of_lines("- {{ x }}."))
    theirs = docxtpl.DocxTemplate(io.BytesIO(data))
    theirs.render({"x": docxtpl.Listing("một\nhai\aba & bốn\tnăm\fsáu")}, autoescape=True)
    out = io.BytesIO()
    theirs.save(out)

    ours = fill(compile_template(data), {"x": Listing("một\nhai\aba & bốn\tnăm\fsáu")})

    assert [p.text for p in read(ours).paragraphs] == [p.text for p in read(out.getvalue()).paragraphs]


@pytest.mark.parametrize(
    ("tag", "value"),
    [("{{r x }}", RichTextParagraph("a")), ("đầu {{ x }}", RichTextParagraph("a")), ("{{ x }}", "sub")],
)
def test_an_object_in_the_wrong_place_is_refused_by_name(tag, value):
    with pytest.raises(MisplacedValueError, match="«x»"):
        filled(of_lines(tag), x=Subdoc(saved(of_lines("a"))) if value == "sub" else value)


@pytest.mark.parametrize("tag", ["{{r x }}", "{{p x }}"])
def test_plain_text_where_docxtpl_would_lose_it_stays(tag):
    found = read(filled(of_lines("trước", tag), x="a <&> b")).paragraphs

    assert [p.text for p in found] == ["trước", "a <&> b"]


def test_pictures_are_stored_once_with_ids_of_their_own():
    document = of_lines("{%p for n in range(3) %}", "{{ anh }} {{ n }}", "{%p endfor %}")
    document.sections[0].header.paragraphs[0].text = "{{ anh }}"

    data = filled(document, anh=InlineImage(png(), width=914400))

    package, opened = open_package(data), read(data)
    assert [shape.width for shape in opened.inline_shapes] == [914400] * 3
    assert [shape.height for shape in opened.inline_shapes] == [457200] * 3
    assert sum(name.startswith("word/media/") for name in package.parts) == 1
    header = next(one.target for one in package.relations("word/document.xml") if one.kind == "header")
    ids = [
        re.findall(r'<wp:docPr id="(\d+)"', package.parts[part].decode())
        for part in ("word/document.xml", header)
    ]
    assert len({*ids[0], *ids[1]}) == 4
    assert package.relations(header)[-1].kind == "image"


def test_a_sub_document_brings_its_styles_lists_and_pictures():
    other = docx.Document()
    other.add_heading("Phụ lục <&>", level=2)
    other.add_paragraph("mục", style="List Number")
    other.add_picture(io.BytesIO(png()), width=Mm(20))
    table = other.add_table(rows=1, cols=1)
    table.cell(0, 0).text = "ô"

    data = filled(of_lines("trước {{ y }}", "{{p x }}", "sau"), x=Subdoc(saved(other)), y="R&D")

    found = read(data)
    assert [p.text for p in found.paragraphs][:3] == ["trước R&D", "Phụ lục <&>", "mục"]
    assert found.paragraphs[-1].text == "sau"
    assert found.tables[0].cell(0, 0).text == "ô"
    assert len(found.inline_shapes) == 1
    assert data == filled(of_lines("trước {{ y }}", "{{p x }}", "sau"), x=Subdoc(saved(other)), y="R&D")


def bookmark(paragraph, number, name):
    for tag, extra in (("w:bookmarkStart", {"w:name": name}), ("w:bookmarkEnd", {})):
        element = OxmlElement(tag)
        for key, value in {"w:id": number, **extra}.items():
            element.set(qn(key), value)
        paragraph._p.append(element)


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


def test_the_cache_gives_the_same_document_and_survives_damage(tmp_path):
    data = saved(of_lines("{{ x }} {{ y }}"))
    values = {"x": "một", "y": Listing("hai")}
    expected = fill(compile_template(data, name="mau.docx"), values)

    assert fill(cached(data, name="mau.docx", folder=tmp_path), values) == expected
    (kept,) = tmp_path.iterdir()
    again = cached(data, name="khac.docx", folder=tmp_path)
    assert fill(again, values) == expected
    with pytest.raises(KcdocsError) as caught:
        fill(again, {"x": "a"})
    assert caught.value.place.file == "khac.docx"
    kept.write_bytes(kept.read_bytes()[:-1] + b"\0")
    assert fill(cached(data, folder=tmp_path), values) == expected
    for payload in (marshal.dumps(5), marshal.dumps((1, 2, 3, 4, 5)), b"junk", b""):
        kept.write_bytes(sha256(payload).digest() + payload)
        assert fill(cached(data, folder=tmp_path), values) == expected
    kept.write_bytes(b"")
    assert fill(cached(data, folder=tmp_path), values) == expected


def test_code_is_not_taken_from_a_folder_that_others_can_open_nor_from_the_data_folder(tmp_path, data_folder):
    data = saved(of_lines("{{ x }}"))
    shared = tmp_path / "chung"
    fill(cached(data, folder=shared), {"x": "a"})
    (kept,) = shared.iterdir()
    evil = compile("raise SystemExit('poisoned')", "<evil>", "exec")
    frozen = list(marshal.loads(kept.read_bytes()[32:]))
    frozen[3] = [(part[0], evil, *part[2:]) for part in frozen[3]]
    payload = marshal.dumps(tuple(frozen))
    kept.write_bytes(sha256(payload).digest() + payload)
    with pytest.raises(SystemExit):
        cached(data, folder=shared)
    shared.chmod(0o777)

    assert cached(data, folder=shared).parts
    cached(data)
    assert not data_folder.exists()


def test_a_template_put_together_from_files_is_put_together_once(tmp_path):
    data, made = saved(of_lines("{{ x }}")), []

    def make():
        made.append(1)
        return data

    for sources in ([b"a", b"bc"], [b"a", b"bc"], [b"ab", b"c"]):
        assert cached_from(sources, make, folder=tmp_path).hash == sha256(data).hexdigest()

    assert len(made) == 2


def test_a_filled_document_needs_no_library_of_words(tmp_path):
    (tmp_path / "mau.docx").write_bytes(saved(of_lines("{{ x }}")))
    script = (
        "import sys; from pathlib import Path; from kcdocs.engine.cache import cached_from;"
        "from kcdocs.engine.fill import fill; folder = Path(sys.argv[1]);"
        "fill(cached_from([b'mau'], (folder / 'mau.docx').read_bytes, folder=folder), {'x': 'a'});"
        "print(sorted({'docx', 'docxtpl', 'lxml', 'docxcompose', 'click'} & set(sys.modules)))"
    )
    words = [sys.executable, "-c", script, str(tmp_path)]
    root = Path(__file__).parents[2]
    cold, warm = (
        subprocess.run(words, cwd=root, capture_output=True, text=True, check=True).stdout for _ in range(2)
    )

    assert "docxtpl" in cold
    assert warm.strip() == "[]"


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
