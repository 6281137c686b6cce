"""Fields that reach outside are found however they are written; those that do not are let in."""

from __future__ import annotations

import io

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from kcdocs.word.package.docx import open_package, save_package
from kcdocs.word.read.fields import outside_fields


def simple(code):
    return [f'<w:fldSimple w:instr="{code}"><w:r><w:t>x</w:t></w:r></w:fldSimple>']


def complex_field(*pieces, result="x"):
    """Runs of a field whose code is in pieces; a piece may be the runs of a field within it."""
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    runs = [mark.format("begin")]
    for piece in pieces:
        text = f'<w:r><w:instrText xml:space="preserve">{piece}</w:instrText></w:r>'
        runs += piece if isinstance(piece, list) else [text]
    return [*runs, mark.format("separate"), f"<w:r><w:t>{result}</w:t></w:r>", mark.format("end")]


def with_field(runs, into=lambda document: document.add_paragraph()):
    document = docx.Document()
    document.add_paragraph("Điều 1")
    paragraph = into(document)
    wrapped = parse_xml(f"<w:p {nsdecls('w')}>{''.join(runs)}</w:p>")
    for run in list(wrapped):
        paragraph._p.append(run)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def kinds(data):
    return [found.kind for found in outside_fields(open_package(data, name="a.docx"))]


@pytest.mark.parametrize(
    ("runs", "kind"),
    [
        (simple(" DDEAUTO c:\\\\windows\\\\calc.exe a"), "DDEAUTO"),
        (simple("includetext \\\\\\\\may\\\\a.docx"), "INCLUDETEXT"),
        (complex_field(" DDE", "AUTO", " excel"), "DDEAUTO"),
        (complex_field("I", "NCLUDEPICTURE", ' "http://a.vn/b.png"'), "INCLUDEPICTURE"),
        (complex_field(" MACROBUTTON Chay Bam"), "MACROBUTTON"),
        (complex_field(" RD a.docx"), "RD"),
        (complex_field(' IF 1 = 1 "', complex_field(" LINK Excel.Sheet a"), '"'), "LINK"),
        (complex_field(complex_field(" QUOTE 68"), "DEAUTO a"), ""),
        (complex_field(" LOAIMOI a"), "LOAIMOI"),
        (complex_field(" {{ loai }} a"), ""),
        (complex_field(" PAGE {% if a %}", " DDE a{% endif %}"), "PAGE"),
        (complex_field(' HYPERLINK "file://may/a.docx"'), "HYPERLINK"),
        (complex_field(" HYPERLINK \\\\\\\\may\\\\a"), "HYPERLINK"),
        (
            ['<w:r><w:fldChar w:fldCharType="begin"/></w:r>', "<w:r><w:instrText>DDE a</w:instrText></w:r>"],
            "DDE",
        ),
        (["<w:r><w:delInstrText>DDE a</w:delInstrText></w:r>"], "DDE"),
    ],
)
def test_a_field_that_reaches_outside_is_found(runs, kind):
    assert kinds(with_field(runs)) == [kind]


@pytest.mark.parametrize(
    "runs",
    [
        simple(" PAGE "),
        complex_field(" page \\* MERGEFORMAT "),
        complex_field(" = 1 + 2 "),
        complex_field(' HYPERLINK "https://a.vn/link/print/import" \\o "a"'),
        complex_field(' HYPERLINK \\l "muc1"'),
        complex_field(' TOC \\o "1-3"', complex_field(" PAGEREF a \\h"), ""),
        complex_field("MERGEFIELD ten"),
        complex_field(" "),
        complex_field("DATE", result="DDEAUTO a"),
        ["<w:r><w:t>DDEAUTO a</w:t></w:r>"],
    ],
)
def test_other_fields_and_words_are_let_in(runs):
    assert kinds(with_field(runs)) == []


@pytest.mark.parametrize(
    ("into", "part"),
    [
        (lambda document: document.sections[0].header.paragraphs[0], "header"),
        (lambda document: document.sections[0].footer.paragraphs[0], "footer"),
        (lambda document: document.add_table(1, 1).cell(0, 0).paragraphs[0], "document"),
    ],
)
def test_a_field_is_found_in_every_part_with_its_place(into, part):
    package = open_package(with_field(complex_field(" DDE a"), into), name="a.docx")

    (found,) = outside_fields(package)

    assert part in found.part
    assert found.paragraph
    assert (found.cell != "") == (part == "document")


def test_a_field_in_notes_comments_and_text_boxes_is_found():
    package = open_package(with_field([]), name="a.docx")
    field = "".join(complex_field(" DDE a"))
    body = (
        f"<w:p><w:r><w:pict><v:shape xmlns:v='urn:schemas-microsoft-com:vml'><v:textbox><w:txbxContent><w:p>{field}"
        "</w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p><w:sectPr"
    ).encode()
    notes = f"<w:footnotes {nsdecls('w')}><w:footnote w:id='2'><w:p>{field}</w:p></w:footnote></w:footnotes>".encode()
    parts = dict(package.parts)
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"<w:sectPr", body, 1)
    parts |= {"word/footnotes.xml": notes, "word/comments.xml": notes, "word/glossary/document.xml": notes}
    types = parts["[Content_Types].xml"].replace(
        b"</Types>", b'<Override PartName="/word/footnotes.xml" ContentType="application/xml"/></Types>'
    )

    assert kinds(save_package(parts | {"[Content_Types].xml": types})) == ["DDE"] * 4


def test_parts_that_are_no_xml_are_passed_over():
    package = open_package(with_field(simple(" DDE a")), name="a.docx")
    parts = {**package.parts, "word/media/image1.wmf": b"\1\0\0\0l fldSimple \0"}

    assert kinds(save_package(parts)) == ["DDE"]
