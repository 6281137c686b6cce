"""Formatted text, listings, pictures and sub-documents in a filled document."""

from __future__ import annotations

import io
import re
import struct
import zlib

import docx
import docxtpl
import pytest
from docx.shared import Mm
from output_material import body, filled, of_lines, read, saved

from kcdocs.engine.compile import compile_template
from kcdocs.engine.errors import MisplacedValueError
from kcdocs.engine.fill import fill
from kcdocs.engine.objects import InlineImage, Listing, RichText, RichTextParagraph, Subdoc
from kcdocs.word.package.docx import open_package


def png(width=8, height=4):
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = b"".join(b"\0" + bytes(width) for _ in range(height))
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    chunks = (struct.pack(">I", len(d)) + k + d + struct.pack(">I", zlib.crc32(k + d)) for k, d in parts)
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


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
