"""Reading tells what a file is by its content, and refuses a wrong one with a sentence."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from pdf_bytes import encrypted, pages, scanned

from kcdocs.errors import ExitCode, KcdocsError
from kcdocs.model.line import Line, Source, SourceKind
from kcdocs.sources.read import MAX_SIZE, read

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504


def wide(text: str) -> bytes:
    return text.encode("utf-16-le")


def zipped(*names: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return stream.getvalue()


WRONG = {
    "anh.docx": (b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "SR106", "ảnh PNG"),
    "anh.jpg": (b"\xff\xd8\xff\xe0" + b"\0" * 50, "SR106", "ảnh JPEG"),
    "anh.heic": (b"\0\0\0\x18ftypheic" + b"\0" * 50, "SR106", "ảnh"),
    "rong.txt": (b"", "SR104", "không có chữ nào"),
    "trang.txt": (b" \r\n\t\n", "SR104", "không có chữ nào"),
    "trang.html": (b"<html><body><p> </p></body></html>", "SR104", "không có chữ nào"),
    "nhi-phan.txt": (b"abc\x01\x02\x03", "SR108", "nhị phân"),
    "giau.rtf": (b"{\\rtf1 x}", "SR106", "RTF"),
    "luu.mht": (b"MIME-Version: 1.0\n", "SR106", "MHT"),
    "nen.zip": (zipped("a.txt"), "SR106", "tệp nén ZIP"),
    "bang.xlsx": (zipped("[Content_Types].xml", "xl/workbook.xml"), "SR106", "bảng tính Excel"),
    "chieu.pptx": (zipped("[Content_Types].xml", "ppt/presentation.xml"), "SR106", "PowerPoint"),
    "mo.odt": (zipped("mimetype", "content.xml"), "SR106", "OpenDocument"),
    "khoa.docx": (OLE + wide("EncryptedPackage"), "SR107", "mật khẩu"),
    "khoa.doc": (OLE + b"\xec\xa5\xc1\0" + b"\0" * 6 + b"\0\x01" + wide("WordDocument"), "SR107", "mật khẩu"),
    "bang.xls": (OLE + wide("Workbook"), "SR106", ".xls"),
    "la.doc": (OLE, "SR106", "không chứa văn bản Word"),
    "khoa.pdf": (encrypted(), "SR107", "mật khẩu"),
    "hong.pdf": (b"%PDF-1.7 hong", "SR113", "PDF bị hỏng"),
    "quet.pdf": (scanned(), "SR112", "trang 1 là ảnh quét"),
    "trang.pdf": (pages(3), "SR104", "không có chữ nào"),
    "dai.pdf": (pages(1_000_000), "SR114", "1000000 trang"),
    "phang.xml": (b'<?xml version="1.0"?><pkg:package xmlns:pkg="x"/>', "SR106", "Word lưu kiểu XML"),
    "la.xml": (b'<?xml version="1.0"?><goc/>', "SR106", "tệp XML"),
    "cat.docx": (b"PK\x03\x04abc", "WD108", "bị hỏng"),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_file_is_refused_with_what_it_is_and_what_to_do(tmp_path, name):
    content, code, words = WRONG[name]
    (tmp_path / name).write_bytes(content)
    with pytest.raises(KcdocsError) as caught:
        read(tmp_path / name, name=name)
    assert (caught.value.code, caught.value.exit_code) == (code, ExitCode.FILE)
    assert name in caught.value.message
    assert words in caught.value.message
    assert caught.value.mend.endswith(".")


def refusal(path: Path) -> KcdocsError:
    with pytest.raises(KcdocsError) as caught:
        read(path)
    return caught.value


def test_a_missing_file_a_folder_and_a_name_no_system_has(tmp_path):
    assert refusal(tmp_path / "khong-co.docx").code == "SR101"
    assert refusal(tmp_path).code == "SR102"
    assert refusal(tmp_path / "a\0b").code == "SR101"
    assert refusal(tmp_path / ("a" * 5000)).code == "SR103"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "ong.txt")
    assert refusal(tmp_path / "ong.txt").code == "SR103"


def test_a_file_of_two_gigabytes_is_refused_unread(tmp_path):
    for name in ("lon.docx", "lon.txt", "lon.pdf"):
        with (tmp_path / name).open("wb") as file:
            file.truncate(2 * 2**30)
        error = refusal(tmp_path / name)
        assert error.code == "SR105"
        assert "2048 MB" in error.message
        assert f"{MAX_SIZE // 2**20} MB" in error.message


def test_a_zip_bomb_is_refused(tmp_path):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", b" " * 70 * 2**20)
    (tmp_path / "bom.docx").write_bytes(stream.getvalue())
    assert refusal(tmp_path / "bom.docx").code in {"WD111", "WD112"}


def test_entities_that_multiply_are_refused(tmp_path):
    entities = "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 10}">' for i in range(1, 10))
    body = f'<!DOCTYPE x [<!ENTITY e0 "ha">{entities}]><x>&e9;</x>'
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", body)
    (tmp_path / "cuoi.docx").write_bytes(stream.getvalue())
    assert refusal(tmp_path / "cuoi.docx").code == "WD113"


def test_the_name_of_a_file_does_not_matter(tmp_path):
    path = tmp_path / "la.docx"
    path.write_text("<html><body><p>Điều 1</p></body></html>", encoding="utf-8")
    assert read(path).kind is SourceKind.HTML
    path.write_text("Điều 1", encoding="utf-8")
    assert read(path).kind is SourceKind.TEXT


def test_lines_bear_the_name_the_user_gave(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("Điều 1\n", encoding="utf-8")
    assert read(path).name == str(path)
    assert read(path, name="du-thao.txt").lines == (Line("Điều 1", Source("du-thao.txt", "", 0)),)


def test_an_instrument_is_chosen_only_where_there_are_many(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("Điều 1\n", encoding="utf-8")
    assert read(path, instrument="45/2012/NĐ-CP") == read(path)


def test_a_field_that_brings_in_something_from_outside_is_told(tmp_path):
    document = docx.Document()
    document.add_paragraph("Điều 1. Phạm vi")
    field = f'<w:p {nsdecls("w")}><w:fldSimple w:instr="INCLUDETEXT a.docx"><w:r><w:t>x</w:t></w:r></w:fldSimple></w:p>'
    document.element.body.insert(0, parse_xml(field))
    document.save(str(tmp_path / "a.docx"))

    found = [item for item in read(tmp_path / "a.docx").findings if item.code == "WD208"]

    assert [item.message for item in found] == [
        "Có trường «INCLUDETEXT» lấy nội dung từ bên ngoài văn bản, hoặc chạy macro."
    ]
