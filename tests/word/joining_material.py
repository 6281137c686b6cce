"""Word files to join, and what is looked at in the joined one."""

from __future__ import annotations

import io
import struct
import subprocess
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pypdfium2
from docx import Document
from docx.document import Document as Doc
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm
from wordml import r

from kcdocs.word.join.join import join
from kcdocs.word.package.docx import open_package

R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def png(red: int, blue: int) -> bytes:
    """A picture of one colour."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    size = struct.pack(">IIBBBBB", 8, 8, 8, 2, 0, 0, 0)
    rows = (b"\0" + bytes((red, 0, blue)) * 8) * 8
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", size)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def field(code: str) -> str:
    """A field whose code Word has torn in two."""
    half = len(code) // 2
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    pieces = "".join(
        f'<w:r><w:instrText xml:space="preserve">{x}</w:instrText></w:r>' for x in (code[:half], code[half:])
    )
    return mark("begin") + pieces + mark("separate") + r("9") + mark("end")


def write(folder: Path, *documents: bytes) -> list[Path]:
    """Files of the documents: 1.docx, 2.docx and so on."""
    paths = [folder / f"{number}.docx" for number in range(1, len(documents) + 1)]
    for path, data in zip(paths, documents, strict=True):
        path.write_bytes(data)
    return paths


def joined(folder: Path, *documents: bytes) -> Doc:
    """The documents joined, opened by python-docx."""
    return Document(io.BytesIO(join(write(folder, *documents)).data))


def parts(data: bytes) -> dict[str, str]:
    """Every XML part of a file as text."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name).decode("utf-8", "replace") for name in archive.namelist()}


def changed(data: bytes, change: Callable[[dict[str, bytes]], None]) -> bytes:
    """A package with changed parts."""
    found = dict(open_package(data).parts)
    change(found)
    saved = io.BytesIO()
    with zipfile.ZipFile(saved, "w") as archive:
        for name, content in found.items():
            archive.writestr(name, content)
    return saved.getvalue()


def office(name: str, *, bare: bool = False) -> bytes:
    """A document by python-docx: its own margins, picture, lists, and (unless bare) headers; a landscape section."""
    document = Document()
    first = document.sections[0]
    first.top_margin = Mm(20 + ord(name) % 7)
    if not bare:
        first.header.paragraphs[0].text = f"Đầu trang {name}, trang "
        page = f'<w:fldSimple {nsdecls("w")} w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
        first.header.paragraphs[0]._p.append(parse_xml(page))
        first.header.paragraphs[0].add_run().add_picture(io.BytesIO(png(255, 0)))
        first.different_first_page_header_footer = True
        first.first_page_header.paragraphs[0].text = f"Trang đầu {name}"
    first.footer.paragraphs[0].text = f"Chân trang {name}"
    for number in range(3):
        document.add_paragraph(f"mục {name}{number}", style="List Number")
    document.add_picture(io.BytesIO(png(0, ord(name))))
    document.add_page_break()
    document.add_paragraph(f"trang hai của {name}")
    second = document.add_section()
    second.page_width, second.page_height = second.page_height, second.page_width
    document.add_paragraph(f"trang ngang của {name}")
    document.add_table(1, 1).cell(0, 0).text = f"bảng {name}"
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


def pages(path: Path) -> list[str]:
    """The text of each page of a PDF file."""
    with pypdfium2.PdfDocument(path) as pdf:
        return [page.get_textpage().get_text_range() for page in pdf]


def printed(folder: Path, *paths: Path) -> list[list[str]]:
    """The pages of each document as LibreOffice prints them."""
    words = [
        "soffice",
        f"-env:UserInstallation=file://{folder}/lo",
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
    ]
    subprocess.run([*words, str(folder), *map(str, paths)], check=True, capture_output=True, timeout=120)
    return [pages(folder / f"{path.stem}.pdf") for path in paths]
