"""Sound packages that look unlike Word's own: other part names, other encodings, parts left out."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path

import docx as python_docx
import openpyxl
import pytest
from wordml import docx, p, r, tbl, tc, tr

from kcdocs.api.templates import start_set
from kcdocs.model.span import Span
from kcdocs.sheet.errors import NotASpreadsheetError
from kcdocs.sheet.xlsx import open_workbook
from kcdocs.word.errors import BrokenPartError
from kcdocs.word.join.compose import compose
from kcdocs.word.package.docx import open_package
from kcdocs.word.read.lines import read_story
from kcdocs.word.write.comments import WordComment, with_comments
from kcdocs.word.write.kept_table import read_table

ENCODINGS = ["foo", "UTF-7", "Shift_JIS", "GB18030", "Big5", "idna", "punycode", "windows-1252", "ISO-8859-1"]


def changed(data: bytes, change) -> bytes:
    """The archive with each member's name and bytes changed by `change`."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(*change(name, old.read(name)))
    return out.getvalue()


def renamed(data: bytes) -> bytes:
    """The package with its main part, styles and relations under names that Word does not use."""

    def change(name: str, content: bytes) -> tuple[str, bytes]:
        content = content.replace(b"word/document.xml", b"noi/than.xml").replace(b'"styles.xml', b'"kieu.xml')
        name = name.replace("word/", "noi/").replace("document", "than").replace("styles", "kieu")
        return name, content

    return changed(data, change)


def declared(data: bytes, part: str, encoding: str) -> bytes:
    head = f'<?xml version="1.0" encoding="{encoding}"?>'.encode()
    return changed(data, lambda name, content: (name, head + content if name == part else content))


def texts(data: bytes) -> list[str]:
    return [line.text for line in read_story(open_package(data)).lines]


def test_a_set_is_started_from_a_document_whose_main_part_has_another_name(tmp_path: Path, monkeypatch):
    monkeypatch.setenv("KCDOCS_TEMPLATES", str(tmp_path))
    template = tmp_path / "khac.docx"
    template.write_bytes(renamed(docx(p("Số: {{ so }}"), styles='<w:style w:styleId="x"/>')))
    folder = start_set("thu", template, "Quyết định thử", date(2026, 1, 1)).folder
    assert '"so"' in (folder / "schema.json").read_text("utf-8")


@pytest.mark.parametrize("styles", ["", '<w:style w:type="paragraph" w:styleId="a"/>'])
def test_blocks_are_put_into_a_document_of_other_part_names_with_styles_or_without(styles):
    template = renamed(docx(p("trước"), p("[[khối x]]"), styles=styles))
    block = docx(p("lời", properties='<w:pStyle w:val="Rieng"/>'), styles='<w:style w:styleId="Rieng"/>')

    composed = compose(template, {"x": block})

    package = open_package(composed)
    assert texts(composed) == ["trước", "lời"]
    assert b'w:styleId="Rieng"' in package.parts[package.related("styles")]
    assert [item.text for item in python_docx.Document(io.BytesIO(composed)).paragraphs] == ["trước", "lời"]


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize(
    "part", ["word/document.xml", "[Content_Types].xml", "_rels/.rels", "word/styles.xml"]
)
def test_a_part_declared_in_an_encoding_that_office_does_not_use_is_refused(part, encoding):
    data = docx(p("a"), styles='<w:style w:styleId="x"/>')
    with pytest.raises(BrokenPartError, match=encoding):
        open_package(declared(data, part, encoding))


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml"])
def test_a_workbook_so_declared_is_refused(part, encoding, tmp_path):
    openpyxl.Workbook().save(tmp_path / "a.xlsx")
    bare = changed(
        (tmp_path / "a.xlsx").read_bytes(),
        lambda name, data: (name, data.partition(b"?>")[2] if data.startswith(b"<?xml") else data),
    )
    (tmp_path / "b.xlsx").write_bytes(declared(bare, part, encoding))
    with pytest.raises(NotASpreadsheetError):
        open_workbook(tmp_path / "b.xlsx")


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("head", ["", '<?xml version="1.0" encoding="UTF-16"?>'])
def test_parts_in_utf_16_are_read_as_those_in_utf_8(codec, head):
    def change(name: str, content: bytes) -> tuple[str, bytes]:
        return name, (head + content.decode()).encode(codec)

    data = changed(docx(p("Điều 1. 𠀀")), change)
    assert texts(data) == ["Điều 1. 𠀀"]
    assert "Điều 1. 𠀀".encode() in open_package(data).parts["word/document.xml"]


def test_half_a_character_in_utf_16_is_told():
    data = docx(p("a"))
    broken = changed(
        data,
        lambda name, content: (
            name,
            content.decode().encode("utf-16") + b"\x00\xd8" if name == "word/document.xml" else content,
        ),
    )
    with pytest.raises(BrokenPartError, match="UTF-16"):
        open_package(broken)


def test_a_document_without_a_body_holds_no_table_of_comparison():
    hollow = changed(
        docx(),
        lambda name, content: (name, content.replace(b"<w:body></w:body>", b"").replace(b"<w:body/>", b"")),
    )
    assert read_table(hollow) is None
    assert read_table(docx(tbl(tr(tc(p(r("a"))))))) is None


def test_a_comment_finds_a_place_where_there_is_no_paragraph():
    hollow = changed(docx(), lambda name, content: (name, content.replace(b"<w:body></w:body>", b"")))
    remark = WordComment("word/document.xml", 0, Span(0, 0), ("một",))
    assert (
        b"w:comment "
        in open_package(with_comments(open_package(hollow), [remark])).parts["word/comments.xml"]
    )
