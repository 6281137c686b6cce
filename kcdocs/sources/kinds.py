"""What kind of file some bytes are, told by their content and never by the file's name."""

from __future__ import annotations

import io
import re
import zipfile

from kcdocs.model.line import SourceKind
from kcdocs.sources import limits
from kcdocs.sources.errors import EmptySourceError, PasswordSourceError, UnsupportedSourceError

_OCR = (
    "Dùng bản Word hoặc PDF có lớp chữ; chỉ có ảnh thì đưa các ảnh vào một tệp PDF (mở ảnh, chọn In, máy in "
    "«Microsoft Print to PDF»), rồi chạy lại với --ocr để máy nhận dạng chữ."
)
_SAVE_AS = "Mở bằng Word, chọn «Lưu thành» (Save As), kiểu «Word Document (*.docx)», rồi thử lại."
_UNPACK = "Giải nén rồi chỉ rõ tệp văn bản bên trong."
_STARTS: tuple[tuple[bytes, str, str], ...] = (
    (b"\x89PNG", "ảnh PNG", _OCR),
    (b"\xff\xd8\xff", "ảnh JPEG", _OCR),
    (b"GIF8", "ảnh GIF", _OCR),
    (b"BM", "ảnh BMP", _OCR),
    (b"II*\0", "ảnh TIFF", _OCR),
    (b"MM\0*", "ảnh TIFF", _OCR),
    (b"{\\rtf", "tệp RTF", _SAVE_AS),
    (b"MIME-Version:", "trang web lưu gộp (MHT)", "Lưu lại trang thành kiểu HTML hoặc .docx."),
    (b"Rar!", "tệp nén RAR", _UNPACK),
    (b"7z\xbc\xaf", "tệp nén 7z", _UNPACK),
    (b"\x1f\x8b", "tệp nén GZIP", _UNPACK),
)
_PACKED: tuple[tuple[str, str, str], ...] = (
    ("xl/", "bảng tính Excel", "Dùng tệp chứa chính văn bản (.docx, PDF, TXT)."),
    ("ppt/", "tệp trình chiếu PowerPoint", _SAVE_AS),
    ("content.xml", "tệp OpenDocument", _SAVE_AS),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_NAMES: tuple[tuple[str, str], ...] = (
    ("Workbook", "bảng tính Excel đời cũ (.xls)"),
    ("PowerPoint Document", "tệp trình chiếu đời cũ (.ppt)"),
)
_WORD_IDENT, _WORD_FLAGS, _WORD_ENCRYPTED = b"\xec\xa5", 0x0A, 0x0100
_HTML = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|meta|title|link|div|p|h[1-6]|table|span)\b", re.IGNORECASE
)
_SPACE = re.compile(rb"\s*")
_WORD_XML = re.compile(rb"<(?:w:wordDocument|pkg:package)\b")
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def kind_of(data: bytes, name: str) -> SourceKind:
    """The kind of a file.

    Args:
        data: Its bytes.
        name: The file as the user named it, for messages.

    Returns:
        TEXT for everything without a signature; whether it is text the reader of texts finds out.

    Raises:
        EmptySourceError: It has no byte.
        UnsupportedSourceError: It is a picture, a sheet, an archive and the like.
        PasswordSourceError: It is an encrypted Word document.
    """
    if not data:
        raise EmptySourceError(name)
    if data.startswith(b"PK\3\4"):
        return _packed(data, name)
    if data.startswith(_OLE):
        return _compound(data, name)
    if b"%PDF-" in data[:1024]:
        return SourceKind.PDF
    for start, kind, mend in _STARTS:
        if data.startswith(start):
            raise UnsupportedSourceError(name, kind, mend)
    if data[8:12] in {b"WEBP", b"heic", b"avif"} or data[4:12] == b"ftypheic":
        raise UnsupportedSourceError(name, "ảnh", _OCR)
    return _marked_up(data, name)


def _packed(data: bytes, name: str) -> SourceKind:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return SourceKind.DOCX
    if "[Content_Types].xml" not in names or any(item.startswith(("xl/", "ppt/")) for item in names):
        for start, kind, mend in _PACKED:
            if any(item.startswith(start) for item in names):
                raise UnsupportedSourceError(name, kind, mend)
        if "[Content_Types].xml" not in names and not any(item.startswith("word/") for item in names):
            raise UnsupportedSourceError(name, "tệp nén ZIP", _UNPACK)
    return SourceKind.DOCX


def _compound(data: bytes, name: str) -> SourceKind:
    """Tell apart what Office keeps in compound files (MS-CFB; FibBase flags: MS-DOC, 2.5.2)."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise PasswordSourceError(name)
    for stream, kind in _OLE_NAMES:
        if stream.encode("utf-16-le") in data:
            raise UnsupportedSourceError(name, kind, _SAVE_AS)
    if "WordDocument".encode("utf-16-le") not in data:
        raise UnsupportedSourceError(name, "tệp Office đời cũ không chứa văn bản Word", _SAVE_AS)
    start = data.find(_WORD_IDENT, 512)
    if start % 512 == 0 and int.from_bytes(data[start + _WORD_FLAGS :][:2], "little") & _WORD_ENCRYPTED:
        raise PasswordSourceError(name)
    return SourceKind.DOC


def _marked_up(data: bytes, name: str) -> SourceKind:
    head = data[: limits.HEAD]
    for mark in _MARKS:
        head = head.removeprefix(mark)
    head = head.replace(b"\0", b"")
    if _WORD_XML.search(head):
        raise UnsupportedSourceError(name, "văn bản Word lưu kiểu XML", _SAVE_AS)
    declared = re.sub(rb"\A\s*<\?xml[^>]*\?>", b"", head)
    if _HTML.match(declared, _behind_comments(declared)):
        return SourceKind.HTML
    if declared != head:
        raise UnsupportedSourceError(name, "tệp XML", _SAVE_AS)
    return SourceKind.TEXT


def _behind_comments(head: bytes) -> int:
    """Where something begins that is neither white space nor a comment."""
    place = _behind_space(head, 0)
    while head.startswith(b"<!--", place):
        end = head.find(b"-->", place + 2)
        if end < 0:
            return len(head)
        place = _behind_space(head, end + 3)
    return place


def _behind_space(head: bytes, place: int) -> int:
    found = _SPACE.match(head, place)
    return found.end() if found else place
