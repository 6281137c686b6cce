"""Word packages: limits at the door, each with its own error, and the same bytes every time."""

from __future__ import annotations

import io
import struct
import time
import tracemalloc
import zipfile

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kcdocs.word import errors
from kcdocs.word.package.docx import Allow, open_package, save_package

TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
RELS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)
BODY = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body/></w:document>'
SLIM = {"[Content_Types].xml": TYPES, "_rels/.rels": RELS, "word/document.xml": BODY}


def packed(parts: dict[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def relation(kind: str, target: str, *, external: bool = False) -> dict[str, str | bytes]:
    mode = ' TargetMode="External"' if external else ""
    rels = RELS.replace('officeDocument"', f'{kind}"').replace('"word/document.xml"', f'"{target}"{mode}')
    return {**SLIM, "word/_rels/document.xml.rels": rels}


def test_a_document_opens_with_all_its_parts():
    package = open_package(packed(SLIM))

    assert list(package.parts) == list(SLIM)
    assert package.main == "word/document.xml"


def test_python_docx_reads_a_saved_package():
    out = io.BytesIO()
    document = docx.Document()
    document.add_paragraph("Điều 1. Phạm vi")
    document.save(out)

    again = save_package(open_package(out.getvalue()).parts)

    assert docx.Document(io.BytesIO(again)).paragraphs[0].text == "Điều 1. Phạm vi"
    assert zipfile.ZipFile(io.BytesIO(again)).testzip() is None


def test_saving_gives_the_same_bytes_and_content_types_first():
    parts = {"b.xml": b"<b/>", "[Content_Types].xml": TYPES.encode(), "a.xml": "<a>đ</a>".encode()}

    first, second = save_package(parts), save_package(dict(parts))

    opened = zipfile.ZipFile(io.BytesIO(first))
    assert first == second
    assert opened.namelist() == ["[Content_Types].xml", "b.xml", "a.xml"]
    assert {member.date_time for member in opened.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@settings(max_examples=40, deadline=None)
@given(st.dictionaries(st.text("abcđê/", min_size=1, max_size=8), st.binary(max_size=9000), max_size=6))
def test_what_is_saved_is_read_back_by_the_standard_library(parts):
    opened = zipfile.ZipFile(io.BytesIO(save_package(parts)))

    assert {member.filename: opened.read(member) for member in opened.infolist()} == parts


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"", errors.EmptyFileError),
        (b"\x89PNG\r\n\x1a\n...", errors.ImageFileError),
        (b"\xff\xd8\xff\xe0....", errors.ImageFileError),
        (b"RIFF\0\0\0\0WEBPVP8 ", errors.ImageFileError),
        (OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le"), errors.PasswordError),
        (OLE + bytes(600) + "WordDocument".encode("utf-16-le"), errors.OldWordError),
        (b"%PDF-1.7", errors.NotWordError),
        ("Điều 1".encode(), errors.NotWordError),
        (b"PK\3\4 cut short", errors.DamagedArchiveError),
        (packed(SLIM)[:-40], errors.DamagedArchiveError),
        (packed({"a.txt": "x"}), errors.MissingMainPartError),
        (packed({**SLIM, "_rels/.rels": "<a/>"}), errors.MissingMainPartError),
        (packed({k: v for k, v in SLIM.items() if k != "word/document.xml"}), errors.MissingMainPartError),
        (packed({**SLIM, "word/document.xml": "<a><b></a>"}), errors.BrokenPartError),
        (packed({**SLIM, "word/document.xml": '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'}), errors.DoctypeError),
        (packed({**SLIM, "word/document.xml": "<!DOCTYPE a><a/>".encode("utf-16")}), errors.DoctypeError),
        (packed({**SLIM, **{f"word/{n}.xml": "<a/>" for n in range(600)}}), errors.TooManyPartsError),
        (packed(relation("vbaProject", "vbaProject.bin")), errors.MacrosError),
        (packed({**SLIM, "[Content_Types].xml": TYPES.replace("officedocument.wordprocessingml.document.main", "ms-word.document.macroEnabled.main").replace("openxmlformats-", "").replace("vnd.ms-word", "vnd.ms-word")}), errors.MacrosError),
        (packed(relation("oleObject", "embeddings/o.bin")), errors.EmbeddedObjectError),
        (packed(relation("control", "activeX/a.xml")), errors.EmbeddedObjectError),
        (packed(relation("aFChunk", "chunk.htm")), errors.ChunkError),
        (packed(relation("image", "http://example.org/a.png", external=True)), errors.ExternalLinkError),
        (packed(relation("subDocument", "file:///C:/x.docx", external=True)), errors.ExternalLinkError),
    ],
)  # fmt: skip
def test_each_unfit_file_has_an_error_of_its_own(content, error):
    with pytest.raises(error) as caught:
        open_package(content, name="mau.docx")

    assert type(caught.value) is error
    assert "mau.docx" in str(caught.value)
    assert caught.value.mend


def test_no_two_errors_share_a_code():
    kinds = [
        kind
        for kind in vars(errors).values()
        if isinstance(kind, type) and issubclass(kind, errors.PackageError)
    ]
    codes = [kind.code for kind in kinds if kind is not errors.PackageError]

    assert len(codes) == len(set(codes)) == 21


@pytest.mark.parametrize(
    "content",
    [
        relation("vbaProject", "vbaProject.bin"),
        relation("oleObject", "embeddings/o.bin"),
        relation("aFChunk", "chunk.htm"),
        relation("image", "http://example.org/a.png", external=True),
    ],
)
def test_a_reader_that_allows_all_opens_them(content):
    assert open_package(packed(content), allow=Allow.ALL).main == "word/document.xml"


def test_a_hyperlink_to_outside_is_always_allowed():
    assert open_package(packed(relation("hyperlink", "https://example.org", external=True))).main


def test_a_part_that_stands_twice_alike_stands_once_and_two_different_ones_are_refused():
    out = io.BytesIO(packed(SLIM))
    with zipfile.ZipFile(out, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("word/document.xml", BODY)
    twice = out.getvalue()
    with zipfile.ZipFile(out, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("word/document.xml", BODY.replace("<w:body/>", "<w:body></w:body>"))

    assert len(open_package(twice).parts) == 3
    with pytest.raises(errors.DuplicatePartError):
        open_package(out.getvalue())


def bomb(kind: str) -> bytes:
    if kind == "one huge part":
        return packed({**SLIM, "word/big.xml": b"<a>" + b" " * (80 * 2**20) + b"</a>"})
    if kind == "many large parts":
        return packed(
            {**SLIM, **{f"word/{n}.xml": b"<a>" + bytes([32 + n % 3]) * 2**19 + b"</a>" for n in range(500)}}
        )
    data = packed({**SLIM, "word/big.xml": b"<a>" + b" " * (40 * 2**20) + b"</a>"})
    found = data.rindex(b"PK\1\2")
    return data[: found + 24] + struct.pack("<I", 100) + data[found + 28 :]


@pytest.mark.parametrize(
    ("kind", "error"),
    [
        ("one huge part", errors.TooCompressedError),
        ("many large parts", errors.TooCompressedError),
        ("a part that lies about its size", errors.DamagedArchiveError),
    ],
)
def test_a_zip_bomb_is_refused_before_it_unfolds(kind, error):
    content = bomb(kind)
    tracemalloc.start()
    begin = time.process_time()

    with pytest.raises(error):
        open_package(content)

    taken, (_, peak) = time.process_time() - begin, tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 50 * 2**20
    assert taken < 1


def test_a_large_honest_document_is_refused_by_its_size():
    import random

    noise = random.Random(1).randbytes(2**20).hex().encode()
    with pytest.raises(errors.TooLargeError):
        open_package(packed({**SLIM, **{f"word/{n}.bin": noise for n in range(33)}}))
